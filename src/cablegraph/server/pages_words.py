"""Plain words for predicates, layers and statuses: ``rico:hasSender`` is "sender" and stands under *Who*."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from cablegraph import called
from cablegraph.dates.words import MONTH
from cablegraph.iri import NAME, is_party, shorten


@cache
def words() -> dict[str, Any]:
    """The tables of ``pages_words.toml``."""
    return tomllib.loads((Path(__file__).parent / "pages_words.toml").read_text("utf-8"))


def predicate(iri: str) -> str:
    """What a property is called on a page."""
    short = shorten(iri)
    found = words()["predicates"].get(short)
    return str(found[0]) if found else short.rpartition(":")[2]


def group(iri: str) -> str:
    """Under which heading of a document's page a property stands."""
    found = words()["predicates"].get(shorten(iri))
    return str(found[1]) if found else "names"


def order(iri: str) -> int:
    """Where a property stands within its heading."""
    names = list(words()["predicates"])
    short = shorten(iri)
    return names.index(short) if short in names else len(names)


def layer(name: str) -> str:
    """Whose words a layer holds."""
    found = words()["layers"].get(name)
    return str(found[0]) if found else name


_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


def duration(text: str) -> str:
    """``P3Y`` as *3 years*; what is no such duration stays as it is."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        return text
    named = zip(found.groups(), ("year", "month", "day"), strict=True)
    return ", ".join(f"{number} {unit}{'s' if number != '1' else ''}" for number, unit in named if number)


def status(name: str) -> str:
    """A status in words."""
    return str(words()["statuses"].get(name, name))


_MONTH = re.compile(rf"\b{MONTH}|[月월]|\d[./-]\d", re.IGNORECASE)
_MAY = re.compile(r"\bmay\W{1,2}\d|\d\w{0,2}\W(?:of\W)?may\b", re.IGNORECASE)


def not_said(words: str) -> str:
    """What a date's words leave to be completed: *year* of “June 21”, *month and year* of “the 2nd instant”."""
    if any(found[0].lower() != "may" or _MAY.search(words) for found in _MONTH.finditer(words)):
        return "year"
    return "month and year" if re.search(r"\d", words) else "date"


def completed(iri: str, said: str, *, short: bool = False) -> str:
    """What a reading of a property says beyond the words it rests on: ``year inferred from the date of the paper``."""
    table, missing = words()["completed" if short else "inferred"], not_said(said)
    missing = missing if short else f"{missing} {'are' if ' and ' in missing else 'is'}"
    return str(table.get(shorten(iri), table[""])).replace("{missing}", missing)


def ends_of(form: str, sent: bool, received: bool) -> tuple[bool, bool]:
    """Whether to speak of a sender and of an addressee at all, known or unknown, of a paper of this form (IRI or key).

    ``sent`` and ``received`` say whether the paper names them.
    """
    key = form.rpartition("/")[2]
    if key in called.UNSENT or (key in words()["parties"]["seldom"] and not (sent or received)):
        return sent, received
    return True, True


def sort_of(iri: str, kind: str) -> str:
    """What a thing is, in words: one whom papers only name so, and a name as it is signed, are not the same."""
    if is_party(iri):
        return "group that one paper names"
    if kind != "name":
        return kind
    return "name as signed" if iri.startswith(NAME) else "somebody named so"


def article(noun: str) -> str:
    """A noun with *a* or *an* before it."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
