"""Sentences that open a note in the third person: ``The Soviet Embassy presents its compliments to the Ministry …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled

_SAYS: Final = compiled(
    r"\b(?:presents? (?:its|their|his|her|the|to)\b|(?:has|have|having|had) the honou?r\b|expresses? (?:its|their|his|her)\b"
    r"|begs? (?:leave |to )|wish(?:es)? to |desires? to |conveys? (?:its|their|his)\b|(?:encloses|transmits|forwards|acknowledges|refers|informs|requests|regrets|invites|draws|notifies|reminds|protests|reiterates|declares|communicates|avails|hastens|ventures|brings|addresses|renews|offers|asks|replies|returns)\b)"
)
"""What a head, which has no verb, never says."""


def is_sentence(words: str) -> bool:
    """Whether a line with "to" in it is no head of a paper: it says that somebody does something, or ends with a colon."""
    return words.endswith(":") or bool(_SAYS.search(words))
