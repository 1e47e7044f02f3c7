"""Values inside IRIs: ``Beijing (Peiping)`` becomes ``Beijing%20%28Peiping%29``; letters of any script stay."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

_PLAIN = re.compile(r"[A-Za-z0-9._~-]*")
_RESERVED = re.compile(r"[\x00-\x7f]+")


@lru_cache(maxsize=65536)
def iri_safe(text: str) -> str:
    """What RML calls IRI-safe: ASCII outside the unreserved characters percent-encoded, the rest kept (RFC 3987)."""
    if _PLAIN.fullmatch(text):
        return text
    return _RESERVED.sub(lambda match: quote(match[0], safe="-._~"), text)
