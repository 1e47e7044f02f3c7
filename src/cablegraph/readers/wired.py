"""Telegrams in their own form inside a volume's papers: ``AMERICAN MINISTER, Constantinople:`` over the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Row

_ADDRESS: Final = compiled(r"[A-ZÀ-Ž](?:[^:;\d]{2,80}, )?[^:;,\d]{2,40}\s?:{1,2}\s?[—–-]?")
"""``FISH, Secretary, Washington:``, or ``Washington:`` below ``SECRETARY OF STATE,``"""
_TOWN: Final = compiled(r"[A-ZÀ-Ž][\w’'. -]{2,30}(?:, [A-ZÀ-Ž][\w. ]{1,20})?:")


def is_text(rows: Sequence[Row], index: int) -> bool:
    """Whether a line stands below a telegraph address, or is one that its town follows: the paper itself, no head."""
    if rows[index].text.endswith(",") and index + 1 < len(rows) and _TOWN.fullmatch(rows[index + 1].text):
        return True
    above = rows[index - 1].text if index else ""
    addressed = ", " in above or (index > 1 and rows[index - 2].text.endswith(","))
    return addressed and above.endswith((":", "—", "–", "-")) and bool(_ADDRESS.fullmatch(above))
