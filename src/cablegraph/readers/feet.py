"""Where a copied paper lies, and who gave it, as lines at its foot and above its head: ``[Source: AVPRF, f. 0102, …]``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers import footnotes
from cablegraph.readers.sheet import Row
from cablegraph.record import Line

BELOW: Final = 6
"""Lines at the end that may be references and credits."""
_SOURCE = compiled(
    r"(?:\[?(?:(?:Original )?Source|Source of (?:the )?(?:document|original|text)|Archive|Archiv(?:e|al) (?:reference|signature|source|shelf ?mark|call number|location|no\.?|number)|Shelfmark|Call number|Provenance|Reference|Location|Fundstelle|Quelle|Cote|Sygnatura(?: archiwalna)?|Sygn\.|Источник)\s*:\s*(?P<labelled>.{5,300}?)\]?\.?"
    r"|\[?(?P<bare>(?:[А-ЯЁ]{2,8}(?: [А-ЯЁ]{2,4})?|[A-ZÀ-Þ](?:[a-z]{0,2}[A-ZÀ-Þ()]){1,9}(?:[ -][A-ZÀ-Þ][A-Za-zà-ž]{1,12})?|(?:The )?Archi[vf]\w* (?:of|des|der|du) [^,]{3,110}(?=,[^\n]*\b(?:f|ff|fond|Fond|op|d|l|ll|box|Box|file|dosar|carton|vol)\b\.? ?\d)|(?:The )?(?:[A-Z]\.){0,3}[A-ZÀ-Þ ][\w ’'-]{0,60}(?:[Aa]rchi[vf]\w*|[Aa]rkiv\w*|[Aa]rkisto\w*|Levéltár\w*|Papers|Library|Record Office|Records|Rijksarkivet|Riksarkivet)\b[^,]{0,80})"
    r"(?:[,;]| [A-Z\d]).{0,140}\d[^.!?]{0,40}?)(?:[.;,] (?:[Tt]ranslated|[Oo]btained|[Pp]rovided|Translat|Contributed|Copy )[^\n]{3,140}?)?\]?\.?(?:(?<=\.) ?\[[a-z][^\[\]\d\n]{3,80}\]\.?)?)"
)
_MARKS = compiled(
    r"(?:\b(?:ф|фонд|оп|опись|д|дело|л|лл|f|ff|fond|Fond|op|opis|d|delo|l|ll|k|Bl|Bd|krab|kart|karton|p|pp|fol|folio|vol|Vol|box|Box|file|File|carton|dossier|bd|RG|FO|CAB|PREM|DFA|MfAA|Series|Serie|Série|Lot|a\.e|t|w|inv|nr|Nr|no|No|sygn|teczka)\b"
    r"\.?\s?[\dA-Z]|\b(?:F|FOND|Op|OP|Opis|D|Delo|L|LL|Ll)\.?\s?\d|\d+/\d+|[A-Z]+ \d+/\d+|(?<![\d-])\d{2,4}-\d{4,6}-\d{1,3}(?!\d)|\d\. (?:doboz|őrzési|d\b))"
)

_LETTERS: Final = r"[A-ZÀ-ÞŠŽČА-ЯЁ](?:[^\W\d_]{0,2}[A-ZÀ-ÞŠŽČА-ЯЁ]){1,9}(?:[ -][A-ZÀ-ÞŠŽČА-ЯЁ]{2,8}){0,2}"
_KEPT = compiled(
    r"\[?(?P<copies>(?:(?:Archiv\w+|Other|Further|Second|Another|Original and) )?[Cc]op(?:y|ies)(?: (?:kept|held))?(?: (?:in|at))?\s?:\s*)?"
    rf"(?P<whole>(?:(?:The )?(?P<name>[A-ZÀ-ÞŠŽČА-ЯЁ][^\n,.;:()\[\]]{{3,110}})(?P<letters> \({_LETTERS}\))?|{_LETTERS})"
    r"[,:]?\s(?:ф|Ф|фонд|Фонд|f|F|ff|fond|Fond|FOND|per|RG|FO|DY|Box|box)\b\.?\s?\d.{0,400}?)\]?\.?"
)
"""``Archive of the President of the Russian Federation (APRF), f. 45``, ``Copies: RGASPI, f. 558 …; GARF, f. 9401 …``."""
_ABOVE = compiled(
    r"\b(?:ф|Ф|оп|f|ff|fond|F|Fond|FOND|op|opis|delo|papka|RG|FO|CAB|PREM|DEFE|DO|KV|DFA|MfAA|DY|HU OSA|MNL|Lot|Box|box|carton|dossier|a\.e|sygn|teczka|XIX-J)\b\.?\s?[\dA-Z]|\d{3}[A-Z]?\.\d{2,4}/\d"
)
"""What marks a reference above the text, where numbers of every kind stand."""
_CREDIT = compiled(
    r"[\[(]?(?:(?:Document |Text |Copy )?(?:[Tt]ranslated|[Oo]btained|[Pp]rovided|[Cc]ontributed|[Aa]cquired|[Tt]ranscribed|[Ee]dited)(?: and \w+)? (?:for|from|by)\b.{3,200}|Translation(?: from \w+)?(?: by|:) .{3,100}|Translator: .{3,60})"
)


_AT_HEAD = compiled(
    r"\[?(?P<whole>(?:[A-ZÀ-Þ]{2,8}(?:[ /-][A-ZÀ-Þ]{2,8})?|(?:The )?[A-ZÀ-Þ][\w ’'-]{0,60}(?:[Aa]rchi[vf]\w*|[Aa]rkiv\w*|Library)\b[^.:!?\n]{0,50}?)(?:[,;:] |\s)"
    r"(?=.*(?:\bw-\d+|\b[A-Z]{1,3}-\d{3,5}/\d|\b[A-Z]-\d{4}-\d{4}|\b[IVX]+-\d+(?:-[a-z])?/\d|\b\d{3}-Y?\d{4,5}\b|,.*\b(?:vol|Vol|Bd|box|Box|carton|krab|karton|dossier|fascicle|busta)\b\.? ?\d))"
    r"[^!?\n]{4,120}?)\]?\.?"
)
"""``ISA HZ-4329/1``, ``AMSZ; 6/77, w-106, t-618``, ``Riksarkivet, …, HP 48, vol. 219``"""


_RELEASED = compiled(
    r"[\[(]?(?:(?:Sanitized copy )?[Aa]pproved for [Rr]elease\b.{0,90}|APPROVED FOR RELEASE\b.{0,90}|CIA-RDP\w[\w-]*|(?:Authority )?NN?D \d{5,6}.{0,30}|D(?:eclassifi|ECLASSIFI)(?:ed|ED|cation|CATION)\b.{0,60}\d.{0,30})[\])]?"
)
"""``Approved for Release 2004/03/11: CIA-RDP80…``"""
_UNSIGNED = compiled(
    r"\[?(?P<whole>[A-ZÀ-Þ]{3,8}) \((?:no|without) (?:signature|shelfmark|call number|number|reference)\b[^()]*\)\]?\.?"
)
"""``CIDFAR (no signature given)``"""
_BEHIND_REMARKS = compiled(r"\[[^\[\]]{10,300}[.!?] (?P<row>[^\[\].!?]{6,}[^\[\]]*\d[^\[\]]{0,30})\]")
"""``[… The envelope is lost. Riksarkivet, Stockholm, vol. 40.]``"""


def above(row: Row) -> Line | None:
    """The archival reference that a line above the text gives."""
    if found := _reference(row, _ABOVE):
        return found
    match = _AT_HEAD.fullmatch(row.text)
    return _cited(row, match, "whole") if match else None


def labelled(row: Row) -> Line | None:
    """The reference of a line that says it is one: ``[Source: AVPRF, f. 0742, op. 6, p. 43, d. 4. Translated by …]``."""
    match = _SOURCE.fullmatch(row.text) if ":" in row.text[:24] else None
    return _cited(row, match, "labelled") if match and match["labelled"] and _MARKS.search(row.text) else None


def read(text: str, lines: Sequence[Row], first: int = 0) -> tuple[int, list[tuple[Line, Row]]]:
    """The references (``source``), credits and remarks (``note``) with which ``lines[first:]`` end, and the index of the first of them."""
    labels: list[tuple[Line, Row]] = []
    last = _below_notes(lines, first)
    labels.extend((Line("note", row.start, row.end), row) for row in lines[last:])
    while last - first > 2 and len(lines) - last < BELOW:
        row = lines[last - 1]
        kept = _reference(row, _MARKS) or (Line("credit", row.start, row.end) if _CREDIT.fullmatch(row.text) else None)
        if kept is None and _RELEASED.fullmatch(row.text):
            kept = Line("furniture", row.start, row.end)
        if kept is None:
            below = _remarks(text, lines[first:last])
            labels.extend((Line("note", row.start, row.end), row) for row in lines[last - below : last])
            if not below:
                break
            last -= below
            continue
        labels.append((kept, row))
        last -= 1
    return last, labels


def _below_notes(lines: Sequence[Row], first: int) -> int:
    """The index of a translator's remarks that stand below a reference or a credit, else the number of lines."""
    last = len(lines)
    while last - first > 3 and footnotes.REMARK.fullmatch(lines[last - 1].text):
        last -= 1
    row = lines[last - 1]
    return last if last < len(lines) and (_reference(row, _MARKS) or _CREDIT.fullmatch(row.text)) else len(lines)


def _reference(row: Row, marks: re.Pattern[str]) -> Line | None:
    """The archival reference that a line gives, without its label and its brackets."""
    kept = _KEPT.fullmatch(row.text)
    if kept and (kept["copies"] or kept["letters"] or re.match(r"(?:The )?Archives? of ", kept["whole"])):
        return _cited(row, kept, "whole")
    if (unsigned := _UNSIGNED.fullmatch(row.text)) and marks is _MARKS:
        return _cited(row, unsigned, "whole")
    match = _SOURCE.fullmatch(row.text)
    if match is None and marks is _MARKS and (behind := _BEHIND_REMARKS.fullmatch(row.text)):
        return _reference(Row(row.start + behind.start("row"), row.start + behind.end("row"), behind["row"]), marks)
    if match is None or not (match["labelled"] or marks.search(row.text)):
        return None
    return _cited(row, match, "labelled" if match["labelled"] else "bare")


def _cited(row: Row, match: re.Match[str], group: str) -> Line:
    """The stretch of a group, with the bracket that closes one opened inside: ``FO 371/83293 [photo 0114-0115]``."""
    end = match.end(group)
    opened = match[group].count("[") > match[group].count("]") and row.text.startswith("]", end)
    return Line("source", row.start + match.start(group), row.start + end + opened)


_REMARK = compiled(r"(?!.*\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our|[Pp]lease)\b)[^\W\d_]\S*(?: \S+){2,20}[.)\]]")
"""``Note: the original is damaged.``: what nobody says to the reader of a telegram."""


_SIGNED = compiled(r"[^\W\da-zа-яё](?:[^\W\da-zа-яё]|[.’' -]){2,40}(?:\[[^\[\]]{3,40}\])?")
"""A name in capitals alone, with the editor's bracket or without."""


def _remarks(text: str, lines: Sequence[Row]) -> int:
    """How many of the last lines are remarks that stand apart below the archival reference at a signed paper's foot."""
    for count in (1, 2):
        if len(lines) - count < 5 or not _REMARK.fullmatch(lines[-count].text):
            return 0
        above, foot = lines[-count - 1], lines[-count - 2]
        if _reference(above, _ABOVE) and _ABOVE.search(above.text):
            apart = all(
                text.count("\n", one.end, two.start) > 1 for one, two in ((above, lines[-count]), (foot, above))
            )
            signed = any(_SIGNED.fullmatch(row.text) for row in lines[-count - 3 : -count - 1])
            return count if apart and signed else 0
    return 0
