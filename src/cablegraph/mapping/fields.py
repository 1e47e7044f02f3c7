"""The fields a record can have, by part: what ``$(sender)`` may name in a mapping (docs/reference/record.md)."""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PASSAGE: Final = frozenset({"text", "id"})
"""Inside a field (``$.signature[*]``) the passage's own value."""

DOCUMENT: Final = _names(
    "id form number register_number incoming_number outgoing_number special_number internal_number protocol_number"
    " file_number title summary rights bibliographic sender author signature addressed_as receiver relay addressee"
    " copied_to participant origin destination date date_received date_deciphered date_registered date_of_conversation"
    " date_unread classification precedence language topics mentions composed"
)
"""Fields of a document."""

PARTS: Final[dict[str, frozenset[str]]] = {
    "personas": frozenset({"id", "start", "bearer", "name", "kind"}),
    "positions": frozenset({"id", "start", "holder", "position"}),
    "points": frozenset({"id", "start", "number"}),
    "citations": _names(
        "id start number register_number file_number form sender author receiver addressee date origin destination"
        " topics answers title"
    ),
    "promises": _names("id start form sender author addressee topics date number"),
    "claims": _names(
        "id start kind claimant topic quantity quantity_max bound unit measure_of period duration"
        " on_authority_of responds_to"
    ),
    "gaps": frozenset({"id", "start", "reason", "property"}),
    "copies": _names("id start identifier holder repository fonds series file papka leaves set file_number"),
    "record_sets": frozenset({"id", "start", "key", "label", "type", "parent", "holder"}),
    "enclosed": DOCUMENT | {"start"},
    "named": frozenset({"id", "start", "party"}),
    "aliases": frozenset({"id", "start", "alias"}),
    "offices": frozenset({"id", "start", "office"}),
    "groups": frozenset({"id", "start", "group"}),
    "toponyms": frozenset({"id", "start", "place"}),
}
"""Fields of each part."""
