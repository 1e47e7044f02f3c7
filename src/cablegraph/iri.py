"""Namespaces, and how IRIs are minted: from content, never from a clock (docs/reference, model section 2)."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

BASE: Final = "https://w3id.org/cablegraph/"
"""Where the ontology and the vocabularies live, whoever uses them."""
BASE_VARIABLE: Final = "CABLEGRAPH_BASE"
HOME: Final = os.environ.get(BASE_VARIABLE) or BASE
"""Where the things of this corpus live: ``base`` of corpus.toml, given to a process when it starts."""
ID: Final = HOME + "id/"
CG: Final = BASE + "ontology#"
CGF: Final = BASE + "function#"
DOC: Final = ID + "doc/"
AGENT: Final = ID + "agent/"
PLACE: Final = ID + "place/"
NAME: Final = ID + "name/"
DATE: Final = ID + "date/"
ARCHIVE: Final = ID + "archive/"
EVENT: Final = ID + "event/"
RULE: Final = ID + "rule/"
DECISION: Final = ID + "decision/"
FORM: Final = BASE + "vocab/form/"
TOPIC: Final = BASE + "vocab/topic/"
KIND: Final = BASE + "vocab/kind/"
LAYER: Final = BASE + "vocab/layer/"
RICO: Final = "https://www.ica.org/standards/RiC/ontology#"
OA: Final = "http://www.w3.org/ns/oa#"
SCHEMA: Final = "https://schema.org/"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/"
EDTF_DATATYPE: Final = EDTF + "EDTF"
WD: Final = "http://www.wikidata.org/entity/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
DCTERMS: Final = "http://purl.org/dc/terms/"
OWL: Final = "http://www.w3.org/2002/07/owl#"
VOID: Final = "http://rdfs.org/ns/void#"
SD: Final = "http://www.w3.org/ns/sparql-service-description#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
SH: Final = "http://www.w3.org/ns/shacl#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ISO639: Final = "http://id.loc.gov/vocabulary/iso639-1/"

PREFIXES: Final[dict[str, str]] = {
    "cg": CG, "cgf": CGF, "doc": DOC, "agent": AGENT, "place": PLACE, "name": NAME, "date": DATE,
    "archive": ARCHIVE, "event": EVENT, "rule": RULE, "decision": DECISION, "form": FORM, "topic": TOPIC,
    "kind": KIND, "layer": LAYER, "rico": RICO, "oa": OA, "schema": SCHEMA, "edtf": EDTF, "wd": WD, "rdf": RDF,
    "rdfs": RDFS, "xsd": XSD, "skos": SKOS, "prov": PROV, "dcterms": DCTERMS, "owl": OWL, "void": VOID, "sd": SD,
    "dcat": DCAT, "sh": SH, "foaf": FOAF, "iso639": ISO639,
}  # fmt: skip

# Turned into nothing by NFKD, though readers expect a letter.
_LETTERS: Final = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"}
)
_NOT_SLUG = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Key of a name: NFKD, marks dropped, lower case, other runs to ``-``. Letters of any script stay."""
    return _NOT_SLUG.sub("-", _unmarked(text).lower()).strip("-")


def path_slug(path: str) -> str:
    """Key of a file inside its corpus: as `slug`, but case kept and the last suffix dropped."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", path)
    return _NOT_SLUG.sub("-", _unmarked(stem)).strip("-")


def _unmarked(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def segment(text: str) -> str:
    """One path segment: everything outside RFC 3987 unreserved characters percent-encoded."""
    return text if text.isascii() and _PLAIN.fullmatch(text) else quote(text, safe="-._~")


_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")


def encoded(key: str) -> str:
    """A key of an address with every sign outside the unreserved ones percent-encoded; what is encoded stays."""
    parts = _ENCODED.split(key)
    return "".join(part if number % 2 else quote(part, safe="-._~/") for number, part in enumerate(parts))


_ENCODED = re.compile(r"(%[0-9A-Fa-f]{2})")


@lru_cache(maxsize=65536)
def date_iri(edtf: str) -> str:
    """IRI of a date node: ``/`` becomes ``--``, other reserved characters are percent-encoded."""
    return DATE + quote(edtf.replace("/", "--"), safe="-._~")


def edtf_of(iri: str) -> str:
    """The EDTF value of a date node made by `date_iri`."""
    return unquote(iri.removeprefix(DATE)).replace("--", "/")


def expand(name: str) -> str:
    """``cg:sentOn`` to its IRI by the shipped prefixes; an IRI (also in angle brackets) stays. Raises KeyError."""
    if name.startswith("<") and name.endswith(">"):
        return name[1:-1]
    prefix, colon, local = name.partition(":")
    if colon and local.startswith("//"):
        return name
    return PREFIXES[prefix] + (local if prefix == "doc" else spelled(local))


def spelled(key: str) -> str:
    """A key as the graph has it: letters outside ASCII percent-encoded, as in all identifiers but those of papers."""
    return key if key.isascii() else encoded(key)


def keyed(space: str, key: str) -> list[str]:
    """The IRIs a bare key may mean: percent-encoded; of papers, whose letters of any script stay, also as given."""
    found = [space + encoded(key)]
    return [*found, space + key] if space == DOC and not key.isascii() and is_iri(space + key) else found


def is_iri(text: str) -> bool:
    """Whether a text can be an IRI: a scheme, and none of the signs that stand in none (RFC 3987)."""
    return bool(_IRI.fullmatch(text))


_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f<>\"{}|\\^`\ud800-\udfff]*")


def own(iri: str) -> str:
    """An IRI or namespace below the shipped ``id/`` as this corpus has it; others stay. For files that spell it out."""
    return ID + iri[len(_SHIPPED_ID) :] if iri.startswith(_SHIPPED_ID) else iri


_SHIPPED_ID: Final = BASE + "id/"
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def shorten(iri: str) -> str:
    """``https://…ontology#sentOn`` to ``cg:sentOn``; an IRI of no shipped namespace stays as it is."""
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def is_party(iri: str) -> bool:
    """Whether an IRI is a group that one paper names, as *our specialists*: a part of the paper, and no paper."""
    return iri.startswith(DOC) and "/party/" in iri
