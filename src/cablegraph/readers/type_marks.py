"""Characters that nobody sees on paper, as the plain ones that they stand for: no-break blanks, soft hyphens, ``‑``."""

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled

_BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_PLAIN: Final = str.maketrans(
    dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", "")
    | dict.fromkeys("\u2010\u2011\ufe63", "-")
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
    | dict.fromkeys("\x00\x1a\ufffc", "")
)
_OTHERWISE: Final = compiled(r"[\x00\x0b\x0c\x1a]|[^\x00-\x7f]")
_BLANK: Final = compiled(rf"(?<!\d)[{_BLANKS}]|[{_BLANKS}](?!\d)")
"""A blank that no line may break at; between figures it tells thousands (``2 500``), and stays."""


def plain(text: str) -> str:
    """The text with these characters made plain; whatever looks otherwise, a quotation mark or a dash, stays."""
    return _BLANK.sub(" ", text.translate(_PLAIN)) if _OTHERWISE.search(text) else text


_AROUND: Final = compiled(r"(?m)^[ \t]+|[ \t]+$")
_TWO: Final = compiled(r"(?<=\S)  (?=\S)")
_COLUMN: Final = compiled(r"(?m)^.*\S(?: {3,}|\t+)\S")
_WORDS: Final = compiled(r"(?m)^.*\S")


def even(text: str) -> str:
    """The text without blanks before and behind its lines, and with one blank for two between words.

    Wider gaps and tabs tell the parts of a line apart, and stay; so does all of a sheet that is set in columns.
    """
    if "  " not in text and "\n " not in text and " \n" not in text and "\t" not in text:
        return text
    if len(_COLUMN.findall(text)) * 2 > len(_WORDS.findall(text)):
        return text
    return _TWO.sub(" ", _AROUND.sub("", text))
