"""Which papers an export is of: ``Filter.of({"agent": "agent:stalin"})``, or those that a page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from pyoxigraph import NamedNode

from cablegraph.dates.typed import EXAMPLES, read_fields
from cablegraph.errors import SettingsError
from cablegraph.iri import AGENT, FORM, PLACE, TOPIC, encoded, expand


@dataclass(frozen=True, slots=True)
class Filter:
    """Which papers: the same everywhere. Names are IRIs or ``agent:stalin``; dates a year, month or day.

    ``agent`` is sender or addressee, ``place`` origin or destination, ``source`` a family of readers. ``from_`` and
    ``to`` keep papers that possibly lie between them. ``held`` leaves out (or keeps only) what is cited and not held.
    """

    from_: str = ""
    to: str = ""
    sender: str = ""
    addressee: str = ""
    agent: str = ""
    place: str = ""
    topic: str = ""
    form: str = ""
    source: str = ""
    held: bool | None = None
    composed: bool = True

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filter:
        """From the parameters of an address or a command. Raises SettingsError for a name that is not a filter."""
        known = {item.name.rstrip("_"): item.name for item in fields(cls)}
        values: dict[str, Any] = {}
        read, wrong = read_fields({name: given[name] for name in ("from", "to") if given.get(name)})
        for name, said in wrong.items():
            raise SettingsError(f"{name}: {said}", notes=EXAMPLES)
        for name, value in {**given, **read}.items():
            if name not in known:
                raise SettingsError(f'there is no filter "{name}"', notes=f"filters: {', '.join(known)}")
            if name in ("held", "composed"):
                values[name] = value.lower() not in ("0", "false", "no", "")
            elif value:
                values[known[name]] = value if name in ("from", "to", "source") else _iri(name, value)
        return cls(**values)

    def to_json(self) -> dict[str, Any]:
        """What is filtered, for ``meta``."""
        given = {item.name.rstrip("_"): getattr(self, item.name) for item in fields(self)}
        return {
            name: value
            for name, value in given.items()
            if value not in ("", None) and (name, value) != ("composed", True)
        }


@dataclass(frozen=True, slots=True)
class These(Filter):
    """Papers that somebody else chose, and by what: a page that knows more filters than the exports have."""

    papers: frozenset[str] = frozenset()
    by: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """What they were chosen by, for ``meta``."""
        return {**self.by, **({} if self.held is None else {"held": self.held})}


_SPACES = {
    "sender": AGENT, "addressee": AGENT, "agent": AGENT, "place": PLACE, "topic": TOPIC, "form": FORM,
}  # fmt: skip


def _iri(name: str, value: str) -> str:
    if ":" not in value:  # a key below its kind, as the pages write it
        return _SPACES[name] + encoded(value)
    try:
        return NamedNode(expand(value)).value
    except KeyError as error:
        raise SettingsError(f'filter "{name}": prefix of "{value}" is not known') from error
    except ValueError as error:
        raise SettingsError(f'filter "{name}": "{value}" is no name of anything', notes=f"like {name}=KEY") from error
