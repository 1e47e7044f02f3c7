"""Words without which no paper is announced: a quick look, before the patterns: ``follows``, ``will``, ``by courier``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cablegraph.extraction.sentences import split
from cablegraph.patterns import compiled

Stretch = tuple[int, int]

KINDS: Final = "separate another later subsequent further additional following next succeeding second special".split()  # noqa: SIM905
"""What a paper is called that is another than this: ``in a separate telegram``."""
_ANNOUNCED: Final = r" (?:\w+ )?(?:tele|cable|wire|desp|disp|pouch|letter|mail|air|post|memo|note|report|message|comm|instr|cover|trans|ciph|cod)"
_CUES: Final[Mapping[str, str]] = {
    **dict.fromkeys(KINDS, _ANNOUNCED),
    "follow": r"s?(?:ing)?\b",
    "Next ": "(?:re|te|le|me|ca)",
    "promise": "[sd]? ",
    **dict.fromkeys(("agreed to ", "agrees to ", "engaged to ", "engages to "), ""),
    "undert": "(?:ook|akes) ",
    " am to ": "(?:prepare|draft|draw up|write out) ",
    " are to ": "(?:prepare|draft|draw up|present|submit|hand in|report|deliver) ",
    " is to ": "(?:present|submit|report|deliver|hand in|(?:send|hand|give|let|furnish|forward) (?:me|us|you)|(?:prepare|draft|compile|submit|draw up) an?) ",
    **dict.fromkeys(("MIFT", " mift"), ""),
    " goes ": "(?:forward|(?:with|by|in|to) )",
    " reserve": "s? ",
    " later": r"(?=[.;\n]|$)",
    **dict.fromkeys(("Further ", "Fuller ", " sending ", " forwarding ", " writing ", " asked ", " instructed "), ""),
    **dict.fromkeys(("intend to ", "hope to ", "going to ", " expect to ", " being ", " are to be ", " is to be "), ""),
    **dict.fromkeys((" my next", " our next", "My next", "Our next", " go to you", " via ", " in sub", "septel"), ""),
    **dict.fromkeys((" are preparing ", " am preparing ", " is preparing ", " under preparation", "Septel"), ""),
    **dict.fromkeys((" in preparation", " on its way", " on their way", "orrow"), ""),
    " would ": "(?:(?:reply|answer|respond)\\b|(?:send|hand|give|let|furnish) (?:me|us) |(?:also |soon |shortly |then )?be (?:circ|dist|sent|hand|comm|furn|deli|forw|mail|pres|subm|show|tran|given to)|(?:mail|forward|post|pouch|telegraph|cable) (?:me|us) |(?:send|give|hand(?: over)?|bring|deliver) (?:the|an?|his|its|their) |hand over to |(?:send|give|hand|furnish|mail|prepare) (?:me |us )?one\\b)",
    **dict.fromkeys((" brings ", " carries ", " takes "), "(?:the|an?|our|my) "),
    "More ": "(?:by|in) ",
    "ailed": r"\b",
    "ouched": r"\b",
    " forwarded by ": "",
    **dict.fromkeys((" are handed over to ", " is handed over to "), "(?:you|us|me|your|our|my) "),
    " sent by ": "",
    **dict.fromkeys((" coming to ", " going forward ", "ailing ", "ouching ", "Forwarding ", "abling "), ""),
    **dict.fromkeys(
        (
            " propose to ",
            " proposes to ",
            " hopes to ",
            " intends to ",
            " is taking ",
            " is carrying ",
            " is bringing ",
        ),
        "",
    ),
    **dict.fromkeys(("s steamer", "s mail", "s boat", "s packet"), ""),
}
"""How such words begin, and what stands behind. The first are found by plain search, ten times as fast."""
_WILL: Final = ("will ", "Will ", "shall ", "Shall ", "’ll ", "'ll ")
"""Words of what is to come, found by their common end."""
_MEANS: Final = ("bag", "mail", "pouch", "courier", "letter", "post", "despatch", "dispatch")
_BY: Final = tuple(article + means for article in ("", "the ") for means in ("next ", "same ", *_MEANS))
TRIGGER: Final = compiled(
    "|".join((
        *(key + behind for key, behind in _CUES.items()),
        f" by (?:the )?(?:next |same )?(?:{'|'.join(_MEANS)})",
        *_WILL,
    ))
)  # fmt: skip
"""Such words as one pattern."""


def likely_sentences(text: str, start: int, end: int) -> Iterable[Stretch]:
    """Sentences with such a word; only lines that have one are divided."""
    line = start
    places = sorted(_places(text, start, end))
    for place in places:
        if place < line:
            continue
        line = max(start, text.rfind("\n", start, place) + 1)
        found = text.find("\n", place, end)
        line_end = found if found >= 0 else end
        for first, last in split(text, line, line_end):
            near = places[bisect_left(places, first) : bisect_left(places, last)]
            if any(TRIGGER.match(text, one, last) for one in near):
                yield first, last
        line = line_end


def _places(text: str, start: int, end: int) -> Iterator[int]:
    """Where such words can begin."""
    for key in _CUES:  # a generator for each key would cost more than the search
        place = text.find(key, start, end)
        while place >= 0:
            yield place
            place = text.find(key, place + 1, end)
    yield from (place for place in _all(" by ", text, start, end) if text.startswith(_BY, place + 4))
    for place in _all("ll ", text, start, end):
        before = text[place - 1 : place]
        yield place - (2 if before == "i" else 3 if before == "a" else 1)


def _all(key: str, text: str, start: int, end: int) -> Iterator[int]:
    place = text.find(key, start, end)
    while place >= 0:
        yield place
        place = text.find(key, place + 1, end)
