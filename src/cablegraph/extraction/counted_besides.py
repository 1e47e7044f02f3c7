"""Figures that no verb of a sentence tells of, and that are told all the same: ``of 1,100 tons``, ``with 120 guns``."""

from __future__ import annotations

import re

from cablegraph.extraction.measures import Stretch
from cablegraph.patterns import compiled

# What is asked, given or owed is counted for its own sake, and what an order or a list names is no report.
_NOT_TOLD = compiled(
    r"\b(?:claims?|claimed|recover(?:y|ed)? of|seeks?|sought|appl(?:y|ies|ied)|denied|forbids?|forbade|send|charter|"
    r"remit|places|express\w*|orders?|directs?|directed|consider\w*|let|cannot|can not|agree[sd]?|consent\w*|accept\w*|"
    r"loan of|credit of|demurrage|indemnity|price|grant\w*|provide|supply|receive|deliver|give|take|without|"
    r"speak of|instead|pledge\w*|guarantee\w*|fine of|salute of|sum asked|inclos\w+|enclos\w+|transmit\w*|forward\w*|"
    r"decision|resolution|not|nobody|nothing|none|never|no|limit(?:ed)?|at most|"
    r"in exchange|in return|wish(?:es)? for|lack(?:s|ed)? of|bail of|whether|if|unless|propos\w+|"
    r"apology|purchase of|thank\w*|grateful|gratitude|congratulat\w*|instructions? to|"
    r"the (?:text|list|names?|wording|question|matter|subject) of)\b",
    re.IGNORECASE,
)
# An item of a list or a heading in the infinitive: "2. To receive 15 partisans", "That we send 3,000 tons".
_ITEM = compiled(r"\W*(?:[(]?(?:\d{1,2}|[a-z]|[IVX]{1,4})[.)]\s+)?(?:[(]?\w{1,2}[)]\s+)?(?:To|That|Charter|Send)\b")
_LISTED = compiled(r"[-–—•*]?\s*[(]?(?:\d{1,2}|[a-z])[.)] ")
_LISTS = compiled(r"\b(?:ask|request|need|want|offer|demand|wish|desire|agree|propos|decid|resolv|order|follow)")
# The whole of which the sentence tells a part: "Of the 60 beds 40 can be given".
_WHOLE = compiled(r"\b[Oo]f (?:the|these|those|our|your|his|its|their) $")
_NEAR = 25
"""Nearer behind a colon a figure is one of a list."""
# A line of a table, and a word that a row of names and numbers has not: "Ontario, Peter McAulay ...... 12,500".
_ROW = compiled(r"\.{3,}|…")
_WORD = compiled(r"(?<![\w’'-])[a-z]{3,}")


def is_told(text: str, sentence: Stretch, place: int) -> bool:
    """Whether the figure at a place is told of, and not asked, offered or listed where no family reads it."""
    start, end = sentence
    if text[start].islower() or text[end : end + 2].strip(" \n").islower():
        return False  # the words before or behind stand on another line
    if _ITEM.match(text, start, place) or _LISTED.match(text, start, end) or _is_row(text, start, end):
        return False
    colon = text.rfind(":", start, place) + 1
    if colon and (place - colon < _NEAR or _LISTS.search(text, start, colon)):
        return False
    return _WHOLE.search(text, start, place) is None and _NOT_TOLD.search(text, start, place) is None


def _is_row(text: str, start: int, end: int) -> bool:
    """Whether a stretch is of a table or a list of names: ``Ontario, Peter McAulay ...... 12,500``."""
    line = text[text.rfind("\n", 0, start) + 1 : end]
    return _ROW.search(line) is not None or _WORD.search(text, start, end) is None
