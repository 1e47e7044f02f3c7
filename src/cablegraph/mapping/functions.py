"""What mappings may ask of a passage: ``cgf:agent`` gives the IRI that linking put on ``Stalin``, ``cgf:date`` a date.

Every function is pure and only reads its arguments: passages, and the path of the document where it is asked for.
It gives answers; none means *not read*, one marked with a certainty is a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from cablegraph.evidence import Passage, Term
from cablegraph.iri import (
    AGENT,
    ARCHIVE,
    CGF,
    DOC,
    EVENT,
    FORM,
    KIND,
    NAME,
    PLACE,
    TOPIC,
    XSD,
    date_iri,
    expand,
    segment,
    slug,
)


class Answer(NamedTuple):
    """A value read. With ``certainty`` it is a candidate, for the reason given."""

    term: Term
    certainty: str = ""
    reason: str = ""


Answers = tuple[Answer, ...]
Function = Callable[..., Answers]
NOTHING: Final[Answers] = ()

LANGUAGE: Final = "http://id.loc.gov/vocabulary/iso639-1/"
"""Languages are named by the Library of Congress's IRIs."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2}")
_INTEGER = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?\d*\.\d+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """An IRI as a term. Raises ValueError when it is none."""
    return NamedNode(iri)


@lru_cache(maxsize=65536)
def _node(iri: str) -> Answers:
    return (Answer(node(iri)),)


@lru_cache(maxsize=16384)
def _decimal(score: float) -> str:
    return f"{score:.2f}".rstrip("0").rstrip(".")


def _named(passage: Passage, namespace: str) -> Answers:
    """The entry that linking found, and its candidates; unlinked, the slug of the name in ``namespace``."""
    candidates = passage.candidates
    if not candidates:
        iri = passage.iri or _minted(namespace, passage.text)
        return _node(iri) if iri else NOTHING
    found = tuple(Answer(node(c.iri), _decimal(c.score), c.reason) for c in candidates if c.iri != passage.iri)
    return (Answer(node(passage.iri)), *found) if passage.iri else found


@lru_cache(maxsize=65536)
def _minted(namespace: str, text: str) -> str:
    key = slug(text)
    return namespace + key if key else ""


def agent(document: str, name: Passage) -> Answers:
    """A person, body, post or group; a group without a name stays in its paper (``{doc}/party/…``)."""
    if name.entity == "group" and not name.iri and not name.candidates:
        return _node(f"{DOC}{document}/party/{slug(name.text)}")
    return _named(name, AGENT)


def place(name: Passage) -> Answers:
    """A place of the gazetteer, else the slug of its name."""
    return _named(name, PLACE)


def thing(document: str, name: Passage) -> Answers:
    """Whatever the words name: by ``entity`` a place, an event, or an agent."""
    if name.entity == "place":
        return _named(name, PLACE)
    return _named(name, EVENT) if name.entity == "event" else agent(document, name)


def position(name: Passage) -> Answers:
    """A post: ``agent:soviet-ambassador-to-the-un``."""
    return _named(name, AGENT)


def name(name: Passage) -> Answers:
    """A name as a thing of its own: ``name:filippov``."""
    iri = name.iri if name.iri.startswith(NAME) else _minted(NAME, name.text)
    return _node(iri) if iri else NOTHING


def _concept(passage: Passage, namespace: str) -> Answers:
    if not passage.iri and not passage.candidates and not _SLUG.fullmatch(passage.text):
        return NOTHING
    return _named(passage, namespace)


def form(label: Passage) -> Answers:
    """A concept of the vocabulary of document forms, by its key."""
    return _concept(label, FORM)


def topic(cue: Passage) -> Answers:
    """A concept of the vocabulary of topics, by its key."""
    return _concept(cue, TOPIC)


def kind(label: Passage) -> Answers:
    """A concept of the vocabulary of kinds, by its key: ``kind:request``."""
    return _concept(label, KIND)


def date(text: Passage) -> Answers:
    """The date node of an EDTF value; two ways to read it are two candidates."""
    given = tuple(Answer(node(c.iri), _decimal(c.score), c.reason) for c in text.candidates)
    return (Answer(node(date_iri(text.text))), *given) if text.text and not given else given


def unread_date(document: str, text: Passage) -> Answers:
    """A date node of the document, for words that no grammar reads."""
    return _node(f"{DOC}{document}/date/{text.spans[0].start}")


def language(code: Passage) -> Answers:
    """A language by its two-letter code."""
    head = code.text.lower().partition("-")[0]
    return _node(LANGUAGE + head) if _LANGUAGE.fullmatch(head) else NOTHING


def archive(key: Passage) -> Answers:
    """A record set by its path of keys: ``archive:aprf-f45-op1-d342``."""
    return _node(ARCHIVE + segment(key.text)) if key.text else NOTHING


def shelfmark(document: str, text: Passage) -> Answers:
    """The copy of the document that has this shelfmark: ``{doc}/copy/{slug}``."""
    key = slug(text.text)
    return _node(f"{DOC}{document}/copy/{key}") if key else NOTHING


def outer(document: str) -> Answers:
    """The document that a message is enclosed in."""
    carrier, found, _ = document.rpartition("/enclosed/")
    return _node(DOC + carrier) if found else NOTHING


def term(name: Passage) -> Answers:
    """An ontology term by its prefixed name: ``rico:isOrWasIncludedIn``."""
    try:
        return _node(expand(name.text))
    except (KeyError, ValueError):
        return NOTHING


def number(text: Passage) -> Answers:
    """``60`` as xsd:integer, ``2.5`` as xsd:decimal; anything else is not read."""
    digits = text.text.replace(",", "")
    if _INTEGER.fullmatch(digits):
        return (Answer(Literal(str(int(digits)), datatype=node(XSD + "integer"))),)
    if _DECIMAL.fullmatch(digits):
        return (Answer(Literal(digits, datatype=node(XSD + "decimal"))),)
    return NOTHING


def words(text: Passage) -> Answers:
    """A text in the language of its own script: a Russian title is ``@ru``, whatever the paper's language."""
    return (Answer(Literal(text.text, language=_script(text.text))),) if text.text else NOTHING


def _script(text: str) -> str:
    if text.isascii():
        return "en"
    cyrillic, han = len(_CYRILLIC.findall(text)), len(_HAN.findall(text))
    if max(cyrillic, han * 3) * 3 <= len(text):
        return "en"
    return "ru" if cyrillic > han * 3 else "zh"


def slugged(text: Passage) -> Answers:
    """The slug of a text, as a plain literal."""
    key = slug(text.text)
    return (Answer(Literal(key)),) if key else NOTHING


DOCUMENT_PARAMETER: Final = "document"
"""The one parameter that may be left out: it then is ``$(id)``, the path of the document."""

TABLE: Final[dict[str, tuple[Function, tuple[str, ...]]]] = {
    CGF + "agent": (agent, ("document", "name")),
    CGF + "archive": (archive, ("key",)),
    CGF + "date": (date, ("text",)),
    CGF + "form": (form, ("label",)),
    CGF + "kind": (kind, ("label",)),
    CGF + "language": (language, ("code",)),
    CGF + "name": (name, ("name",)),
    CGF + "number": (number, ("text",)),
    CGF + "outer": (outer, ("document",)),
    CGF + "place": (place, ("name",)),
    CGF + "position": (position, ("name",)),
    CGF + "shelfmark": (shelfmark, ("document", "text")),
    CGF + "slug": (slugged, ("text",)),
    CGF + "term": (term, ("name",)),
    CGF + "thing": (thing, ("document", "name")),
    CGF + "topic": (topic, ("cue",)),
    CGF + "unreadDate": (unread_date, ("document", "text")),
    CGF + "words": (words, ("text",)),
}
"""Functions that give values, with their parameters in order."""

_IDLAB: Final = "http://example.com/idlab/function/"
_IDLAB_2: Final = "https://w3id.org/imec/idlab/function#"


def present(value: str | Passage) -> bool:
    """Whether the field is there and not empty."""
    return bool(text_of(value))


def equal(left: str | Passage, right: str | Passage) -> bool:
    """Whether two values are the same text."""
    return text_of(left) == text_of(right)


def text_of(value: str | Passage) -> str:
    """The text of an argument."""
    return value if isinstance(value, str) else value.text


CONDITIONS: Final[dict[str, tuple[Callable[..., bool], tuple[str, ...]]]] = {
    CGF + "present": (present, ("value",)),
    _IDLAB + "equal": (equal, ("valueParameter", "valueParameter2")),
    _IDLAB_2 + "equal": (equal, ("valueParam", "valueParam2")),
}
"""Functions that say yes or no."""

SIGNATURES: Final[dict[str, tuple[str, ...]]] = {
    iri: parameters for table in (TABLE, CONDITIONS) for iri, (_, parameters) in table.items()
}


def describe() -> list[dict[str, Any]]:
    """Name, parameters and meaning of each function, for the reference page."""
    return [
        {"name": iri, "parameters": parameters, "meaning": (function.__doc__ or "").strip()}
        for table in (TABLE, CONDITIONS)
        for iri, (function, parameters) in table.items()
    ]
