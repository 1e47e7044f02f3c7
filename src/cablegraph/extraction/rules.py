"""The rules that read headings, with their ordinal certainty: ``wilson-center.sender``, 0.99."""

from __future__ import annotations

from functools import cache
from typing import Final

from cablegraph.evidence import Rule

_CERTAINTY: Final = {
    "form": "0.99",
    "number": "0.99",
    "title": "1",
    "summary": "1",
    "rights": "1",
    "sender": "0.99",
    "protocol-number": "0.97",
    "outgoing-number": "0.95",
    "sender-by-signature": "0.95",
    "author": "0.97",
    "signature": "0.99",
    "persona": "0.99",
    "receiver": "0.97",
    "relay": "0.95",
    "addressee": "0.98",
    "addressee-by-salutation": "0.9",
    "addressed-as": "0.97",
    "copied-to": "0.97",
    "participant": "0.97",
    "origin": "0.97",
    "origin-from-letterhead": "0.9",
    "origin-from-senders-seat": "0.6",
    "destination": "0.95",
    "date": "0.99",
    "received": "0.97",
    "deciphered": "0.95",
    "registered": "0.9",
    "file-number": "0.99",
    "grade": "0.97",
    "language": "0.99",
    "position": "0.97",
    "enclosed": "0.9",
    "composed": "1",
}


@cache
def rule(family: str, name: str) -> Rule:
    """A rule of this module group for a family of sources, ``frus`` and ``sender``."""
    return Rule(f"{family}.{name}", "1", _CERTAINTY[name])
