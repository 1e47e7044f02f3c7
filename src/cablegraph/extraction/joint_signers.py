"""Whether those who sign a paper have written it together: ``Andropov Gromyko Ustinov``, chiefs, plenipotentiaries."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from itertools import pairwise

from cablegraph.extraction import forms, likeness
from cablegraph.extraction.messages import Message
from cablegraph.extraction.names import Party
from cablegraph.patterns import compiled

_OF_SEVERAL = compiled(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_OF_ONE = compiled(r"\b(?:I|[Mm]y|me)\b")


def in_a_row(message: Message, signers: list[Party]) -> bool:
    """``Andropov Gromyko Ustinov``, ``A. Gromyko D. Ustinov B. Ponomarev``: three or more who sign in one line."""
    words = message.source.text[signers[0].start : signers[-1].end] if len(signers) > 2 else ""
    return " ".join(words.lower().split()) == " ".join(one.name.lower() for one in signers)


def in_one_line(message: Message, signers: list[Party]) -> bool:
    """``V. SOKOLOVSKY      V. SEMENOV``, ``A. Gromyko D. Ustinov``, ``Semyonov, Yudin``: side by side all sign."""
    text = message.source.text
    words = text[signers[0].start : signers[-1].end] if len(signers) > 1 else "\n"
    between = {text[one.end : after.start].strip() for one, after in pairwise(signers)}
    apart = re.search(r"\s{3}|\t", words) is not None or all("." in one.name for one in signers)
    lines = words.split("\n")
    table = len(lines) < 4 and all(re.search(r"\S(?:\s{3,}|\t)\S", line) for line in lines)
    beside = apart or (message.family != "frus" and between <= {",", "and", ", and"})
    return beside and (len(lines) == 1 or table)


def titled_together(authors: list[Party], signers: list[Party]) -> bool:
    """``Report of Mikoyan and Suslov``, which both sign."""
    return len(authors) > 1 and all(any(likeness.same(author, one) for author in authors) for one in signers)


def of_all(message: Message, form: forms.Form | None) -> bool:
    """Whether all who sign have written: the paper says "we" throughout, and each signs with his full name."""
    signers = message.closing.signatures
    if 1 < len(signers) < 9 and _concluded(message):
        return True
    if not 1 < len(signers) < 7 or (form is not None and form.slug not in ("letter", "petition", "note", "memorandum")):
        return False
    row_of = in_a_row(message, signers)
    if any(one.cover or (" " not in one.name and not row_of) for one in signers):
        return False
    return of_several(message)


_CONCLUDED = compiled(
    r"(?i)respective(?:ly)?\b.{0,60}\bplenipotentiaries|\bundersigned\b.{0,400}\bsigned the following|hereunto (?:set|affixed) (?:their|our)|affixed (?:thereto |hereto )?(?:their|our) (?:\w+ )?seals|appointed .{0,60}plenipotentiaries|(?:desirous|desiring|wishing) .{0,240}\bhave (?:appointed|named|agreed|resolved)"
)


def _concluded(message: Message) -> bool:
    """Whether a paper is a treaty or a protocol that those who sign it have concluded."""
    return any(_CONCLUDED.search(message.source.text, start, end) for start, end in message.text())


def of_several(message: Message) -> bool:
    """Whether a paper says "we" throughout."""
    words = [message.source.text[start:end] for start, end in message.text()]
    return any(_OF_SEVERAL.search(text) for text in words) and not any(_OF_ONE.search(text) for text in words)
