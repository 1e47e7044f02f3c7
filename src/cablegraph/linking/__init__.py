"""Which authority entry a name is, what people decided, and which held paper a citation means."""

from cablegraph.linking.citations import Card, card, card_from_json, card_to_json
from cablegraph.linking.entities import authority_lines
from cablegraph.linking.kept import resolve
from cablegraph.linking.link import entities_of, link
from cablegraph.linking.names import Authority, load

__all__ = [
    "Authority",
    "Card",
    "authority_lines",
    "card",
    "card_from_json",
    "card_to_json",
    "entities_of",
    "link",
    "load",
    "resolve",
]
