"""Lists of copies below a paper: ``Copies: Stalin (2), Molotov``, ``1x Far East Department``, ``4 - to file``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cablegraph.extraction import references
from cablegraph.extraction.address_parties import copies
from cablegraph.extraction.lexicon import BODY, COURTESY, MONTH
from cablegraph.extraction.names import Party, parse
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_COPIES = compiled(
    r"(?:\[(?=[^\[\]]*\]$)|\*{1,3}\s?[)/]\s?)?(?:[\[(](?:\w+ )?[Ss]tamp[\])] )?(?:(?:(?:[Tt]yped|[Pp]rinted|[Mm]ade|[Ee]xecuted|[Pp]repared|[Ii]ssued|[Ss]ent out) in |[Ss]ent out:? )?(?:\d{1,3}|[A-Z]?[a-z]{2,8}) cop(?:y|ies)[.;,:]\s+|[A-Z][^.]{0,40}\d[^:]{0,30}\d{1,2} cop(?:\.|ies|y) [a-z]+\. (?=Copy to ))?"
    r"(?:(?:Copies|Copy|Copied|COPIES|(?:Excerpts?|Extracts?)(?: sent)?(?: to)?|Distribution(?: list)?|DISTRIBUTION(?: LIST)?|DISTR|Distr\.?|Communicated|COMMUNICATED|Sent(?=: (?:to |[Cc](?:omrades?|des?\.?|oms?\.) |(?:[A-Z][\w’-]+(?:, | [–—-] \d)){2}))|(?:\d{1,2}|[A-Z]?[a-z]{2,8}) copies(?: (?:were |have been )?(?:made|typed|printed|issued|prepared|executed|run off|sent out))?(?=:)|(?:Also|Simultaneously|At the same time)(?: (?:sent|transmitted|cabled|wired|dispatched|copied|for))?(?= ?to:|:)|(?:Copies|Copied|Copy|Sent) also|For information|c\.?\s?c\.?|C\.?C\.?|Sent to|Forwarded to|Passed to|Delivered to|Dispatched to|Distributed(?: to|(?=\s*:))|DISTRIBUTED(?: TO)?|Circulated to|Received by|INFO|Info|For)\s*(?:\(?s?ent\)?)?(?: to| TO)?(?: [Cc]omrades?| [Cc]des?\.)?\s*:\s*(?:to (?:[Cc]omrades? )?(?=[A-Z]))?(?P<who>.*)|(?:(?:Copies|Copy) to|c\.\s?c\.|C\.C\.|cc)\s+(?P<to>.*)"
    r"|(?<=[.;,:]\s)(?P<numbered>1(?:[-–]\d)?\s?(?:[.)]|\s?[–—-])\s+(?:to )?[A-Z].*))"
)
_CARRIED_OUT = compiled(r"\s?[–—-]?\s?\((?:to be |for )[^()]{4,40}\)\W*$")
"""``Sent to: Comrades Lund, Dahl - (to be carried out)``"""
_TOTAL = compiled(r"[.;,]? (?:[Ii]n )?(?:[Tt]otal|[Aa]ltogether)(?: of)?:? \d{1,3}(?: cop(?:y|ies))?\W*$")
"""``… Archives (1). Total 24 copies``"""
_COUNT = compiled(
    r"(?i)\(?(?:typed in |printed in |made in )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) cop(?:y|ies)\b.{0,30}|sent out(?: in)? \d+ (?:cc|copies|cop)\b[.:]{0,2}"
)
_ATTESTED = compiled(
    r"(?:Authentic(?:ated)?|Certified|Attested|True copy|Verified|Correct|Copy (?:is )?correct|For (?:the )?accuracy|Za správnost)(?: true)?(?: copy)?(?: correct)?(?: by)?\s*(?::.*|\[.*)?"
)
"""``Authentic: [signature illegible]``: who vouches for a copy gets none."""
_ITEM = compiled(
    r"(?:Cop(?:ied|ies|y)(?: sent)?(?: to)?|Sent to|CC|cc)\s*:\s*|(?:[Cc]\.\s?[Cc]\.|cc|CC)\s*:?\s+(?=[A-ZÀ-Ž])|\d+\s?(?:x|×|cop(?:y|ies))\s+(?:to\s+)?|(?:No\.? ?)?(?:\d+|Orig(?:inal)?\.?)\s?[.)–—-]+\s*(?:(?:to|for)\s+)?|[•*–—-]\s+"
)
"""What stands before a name in a list of copies: ``1x``, ``2 - to``, ``Copied to:``."""
_ITEM_LENGTH = 120
_LABEL = compiled(r"(?:Subject|SUBJECT|Re|RE|From|FROM|To|TO|Written by|Prepared by|Object)\s?:")
"""What goes on in a head: the copies stood above the text."""
_FILES = compiled(
    r"FILES|(?:ADVANCE|ADDITIONAL|EXTRA|DISTRIBUTION) COPIES(?: TO)?:?|COPIES TO:|(?:STANDARD|LIMITED|FULL|ADVANCE) DISTRIBUTION|DISTRIBUTION|ADDITIONAL DISTRIBUTION"
)
"""What heads the list of desks below a ministry's telegram."""
_DESK = compiled(r"[A-Z][A-Z /&.'-]{1,40}")
_DESK_OF = compiled(r"(?P<body>[A-Z][\w ]{3,40})/[A-Z][\w ]{0,30}[.,; ]*")
"""``1x Foreign Ministry/Far East``: a body and its desk."""
_FILED = compiled(
    r"(?i)(?:(?:in|to|for) )?(?:the )?(?:own )?(?:files?|archives?|dossier|case|delo|a/a|ad acta|embassy|legation|(?:this|own) ministry)\W*(?:\(\d+\)\W*)?"
)
"""What an office keeps itself."""


_DASHED = compiled(r"[A-ZÀ-Ž][\w./ ]{1,24}(?: [–—] [A-ZÀ-Ž][\w./ ]{1,24}){2,9}")
"""``PM – FM – DG – Head of Mossad``: desks to which a telegram goes, below its signature."""
_DRAFTED = compiled(r"[A-Z/]{2,12}:[A-Z]?[\w./]+(?::\w+)*(?: .{0,30})?|/?[a-z]{2,4}|\([^()]{3,60}\)")
"""``ARA:EBoonstra:hv``, ``/mg``: who drafted and typed it."""
_DASH = compiled(r"[A-ZÀ-Ž][\w./]*(?: (?![–—])[\w./]+)*")
_TICKS = " ✓✔√"


def begins(tail: Sequence[Row]) -> int | None:
    """Index of the line at which a list of copies begins, if these lines end with one."""
    for index in range(len(tail) - 1, max(len(tail) - 14, -1), -1):
        match = _COPIES.fullmatch(_unwrapped(tail[index]).text)
        if match and match["to"] and _GOES_ON.fullmatch(match["to"]):
            continue
        if match and len(tail[index].text) < 200 and all(len(row.text) < 90 for row in tail[index + 1 :]):
            while index and len(tail[index - 1].text) < 200 and _COPIES.fullmatch(tail[index - 1].text):
                index -= 1
            return index
        if (
            index
            and _DASHED.fullmatch(tail[index].text)
            and all(_DRAFTED.fullmatch(row.text) for row in tail[index + 1 :])
        ):
            return index
        if re.fullmatch(r"(?i)copies\W*|c\.?c\W*|distribution\W*", tail[index].text):
            return index
        if _FILES.fullmatch(tail[index].text) and all(_DESK.fullmatch(row.text) for row in tail[index + 1 :]):
            return index
        if (
            _COUNT.fullmatch(tail[index].text)
            and any(_ITEM.match(row.text) for row in tail[index + 1 : index + 2])
            and all(len(row.text) < _ITEM_LENGTH and not _LABEL.match(row.text) for row in tail[index + 1 :])
        ):
            return index
        if _COUNT.fullmatch(tail[index].text) and (_in_turn(tail[index + 1 :]) or _names(tail[index + 1 :])):
            return index
    return None


_GOES_ON = compiled(
    r"[A-Z].{3,60}\w{3}\. [A-Z][a-z]* [a-z].*\.|[A-Z].{2,80} by (?:the )?(?:next )?(?:courier|messenger|pouch|bag|mail|air ?mail|post)\."
)
"""``Copy to Davis, London. A list will be cabled.``, ``Copy to Francis at Archangel by courier.``: sentences of the text"""


_WRAPPED = compiled(
    r"[\[(](?:Distribution|Copies|Copy|Sent|Distributed|Circulated|cc|CC)\b[^\[\]()]*(?:\([^()]*\)[^\[\]()]*)*[\])]\.?"
)


def _unwrapped(row: Row) -> Row:
    """``[Distribution: Gomułka, Ochab]`` without its brackets."""
    if row.text[:1] not in ("[", "(") or not _WRAPPED.fullmatch(row.text):
        return row
    last = max(row.text.rfind("]"), row.text.rfind(")"))
    return row._replace(start=row.start + 1, end=row.start + last, text=row.text[1:last])


_TURN = compiled(
    rf"(?P<at>\d{{1,2}}) +(?!{MONTH})(?=(?:(?i:{COURTESY}) )?[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]+){{0,2}}$|(?:to )?files?$)"
)
"""``2 Molotov``: the second copy's."""


def _in_turn(rows: Sequence[Row]) -> bool:
    """Whether lines count copies from the first: ``1 Stalin``, ``2 Molotov``, ``3 file``."""
    counts = [_TURN.match(row.text) for row in rows]
    return len(rows) > 1 and [int(one["at"]) for one in counts if one] == list(range(1, len(rows) + 1))


_NAMES = compiled(r"(?:[A-ZÀ-Ž][\w’'. -]{2,30}(?: \(\d\))?,\s+){2,}.{3,60}")


def _names(rows: Sequence[Row]) -> bool:
    """``Stalin (2), Molotov, Mikoyan, 10th Dept., file`` as the one line below a count of copies."""
    return len(rows) == 1 and _NAMES.fullmatch(rows[0].text) is not None


def ends(tail: Sequence[Row], begin: int) -> int:
    """Index of the line behind the list: the day and the name below counted receivers, or a sentence, are the paper's."""
    signers = tail[begin + 1 :]
    if signers and _SENTENCE.fullmatch(tail[begin].text) and all(_SIGNER.fullmatch(row.text) for row in signers):
        return begin + 1
    last = max((at for at in range(begin + 1, len(tail)) if _COUNTED.match(tail[at].text)), default=0)
    below = tail[last + 1 :]
    signed = last and 1 < len(below) < 4 and _DAY.fullmatch(below[0].text) and all(len(row.text) < 40 for row in below)
    return last + 1 if signed else len(tail)


_SENTENCE = compiled(
    r"Cop(?:y|ies)(?: \w+){0,3} to (?:(?:the|all|our|other) )*(?:(?:american )?(?:consulates?|embass(?:y|ies)|legations?|missions?|posts?)\b|[A-Z])[^:;\n]{2,80}\."
)
_SIGNER = compiled(
    r"[A-ZÀ-Ž][A-ZÀ-Ž.’' -]{2,40}|(?:[A-ZÀ-Ž]\. ?){0,2}[A-ZÀ-Ž][a-zß-ž]+(?: [A-ZÀ-Ž][a-zß-ž]+)?|I (?:have|am)\b[^.;]{0,50}(?:etc|&c|servant|\[etc\.\])\W*|Respectfully\b.{0,20}"
)
"""``Copy to Davis, London.`` and below it ``POLK`` and ``AMERICAN MISSION``: who signed."""
_BRACKETED = compiled(r"\[[^\[\]]*\]")
"""``[Distribution: Gomułka, Ochab]``"""
_COUNTED = compiled(r"\d{1,2}\s?[.)–—-]+\s*\S")
_DAY = compiled(r"\d{1,2}[ ./-](?:[A-Z][a-z]+|\d{1,2}|[IVX]+)[ ./-]\d{2,4}\.?|[A-Z][a-z]+ \d{1,2}, \d{4}")


def _desk(text: str, row: Row) -> Party:
    """``EESD`` is a desk; ``PS/DR OWEN`` sits before the man's door."""
    door = re.match(r"(?:A?PS|PPS|PUS)/(?=(?:MR|DR|MRS|MISS|LORD|SIR|LADY) )", row.text)
    door = door or re.match(r"(?=(?:MR|DR|MRS|MISS|LORD|SIR|LADY)\.? [A-Z])", row.text)
    man = parse(text, row.start + door.end(), row.end) if door else None
    return man or Party(row.text, "body", row.start, row.end)


def read(text: str, rows: Sequence[Row], is_other: Callable[[str], bool]) -> list[Party]:
    """Who gets a copy; ``is_other`` knows lines among them that are none of the list: dates, numbers, end marks."""
    found: list[Party] = []
    if _FILES.fullmatch(rows[0].text) and all(_DESK.fullmatch(row.text) for row in rows[1:]):
        return [_desk(text, row) for row in rows[1:]]
    rows = [_unwrapped(rows[0]), *rows[1:]]
    match = _COPIES.fullmatch(rows[0].text)
    if not match and _DASHED.fullmatch(rows[0].text):
        return [Party(one[0], "body", *one.span()) for one in _DASH.finditer(text, rows[0].start, rows[0].end)]
    if match:
        if total := _TOTAL.search(rows[0].text) or _CARRIED_OUT.search(rows[0].text):
            rows[0] = Row(rows[0].start, rows[0].start + total.start(), rows[0].text[: total.start()])
        start = rows[0].start + match.start(next(name for name in ("who", "to", "numbered") if match[name] is not None))
        end = rows[0].end - (
            _SENTENCE.fullmatch(rows[0].text) is not None or _BRACKETED.fullmatch(rows[0].text) is not None
        )
        if start < end and references.is_list(text, start, end):
            return []  # "Copies: RGASPI, f. 558, op. 11, d. 3; GARF, f. 9401": archives keep them
        found.extend(_counted(text, start, end))
    for row in rows[1:]:
        if any(one.fullmatch(row.text) for one in (_ATTESTED, _COUNT, _DRAFTED)) or is_other(row.text):
            continue
        row = row._replace(end=row.start + len(row.text.rstrip(_TICKS)), text=row.text.rstrip(_TICKS))
        item = _ITEM.match(row.text) or _TURN.match(row.text)
        start = row.start + (item.end() if item else 0)
        counted = item is not None and item[0][0].isdigit()
        whole = parse(text, start, row.end) if counted and "," in row.text else None
        if whole and whole.entity == "body":
            found.append(whole)  # "1x Central Committee, Department of International Relations"
        elif counted and (desk := _DESK_OF.fullmatch(text, start, row.end)) and BODY.search(desk["body"]):
            found.append(Party(desk[0].rstrip(" .,;"), "body", start, start + len(desk[0].rstrip(" .,;"))))
        elif _LETTERS.fullmatch(text, start, row.end) and not _FILED.fullmatch(text, start, row.end):
            found.append(Party(text[start : row.end], "body", start, row.end))
        elif not _FILED.fullmatch(text[start : row.end]):
            found.extend(_one_on_a_line(text, row, _counted(text, start, row.end), counted=counted))
    return found


def _one_on_a_line(text: str, row: Row, named: list[Party], *, counted: bool) -> list[Party]:
    """``Defence Department, FCO`` on a line of its own is one body; ``4 - to the CC CPSU, Com. Lund`` goes to Lund alone."""
    kinds = [one.entity for one in named]
    if counted and kinds == ["body", "person"] and ";" not in row.text:
        return named[1:]
    if kinds == ["body", "body"] and row.text.count(",") == 1 and _PART_OF.search(named[0].name):
        return [Party(text[named[0].start : named[1].end], "body", named[0].start, named[1].end)]
    return _held_in(text, named)


_PART_OF = compiled(
    r"(?i)\b(?:department|dept|division|section|desk|directorate|bureau|branch|sector|unit|staff|secretariat)\b\.?$"
)
_BARE_OFFICE = compiled(
    r"(?i)(?:(?:joint|deputy|under|additional|vice|assistant|director|foreign|private|principal|parliamentary|military|cabinet) ?-?)*(?:secretary|chairman|director|head|chief|president|minister|general|commissioner|manager|adviser)"
)


def _held_in(text: str, named: list[Party]) -> list[Party]:
    """``Secretary, Department of Atomic Energy``, where a list parts its names by other marks: one office."""
    found: list[Party] = []
    held: list[Party] = []
    for one in named:
        last = found[-1] if found else None
        alone = last and last.entity == "position" and one.entity == "body" and _BARE_OFFICE.fullmatch(last.name)
        beside = last is not None and text[last.end : one.start].strip() in (",", ", the")
        if last and alone and beside:
            found[-1] = Party(text[last.start : one.end], "position", last.start, one.end)
        elif (
            last and beside and last.entity == "person" and one.entity == "position" and not _COURTEOUS.match(one.name)
        ):
            held.append(one)  # "Shri B. N. Mullik, Director": what he is
        elif held and one.entity == "body" and text[held[-1].end : one.start].strip() == ",":
            held.clear()  # "…, Intelligence Bureau": of what
        else:
            found.append(one)
    return found


_LETTERS = compiled(r"[A-ZА-Я]{3,6}")
"""``SEAD``: a desk by its letters, on a line of its own."""
_COPIES_OF = compiled(r"[,;]?\s*\b\d{1,2}\s?[x×]\s+(?=[A-Z])")
_PLACE_OF = compiled(
    r"[,;]?\s*(?<![\w.])(?P<at>\d{1,2})(?:\s?[-–]\s?(?P<till>\d{1,2}))?\s?(?:[.)]|\s?[–—-])\s+(?:(?:to|for)\s+)?(?=\S)"
)


_DESK_OF_MAN = compiled(
    r"(?:[A-Z]{1,6}(?:/[A-Z&-]{1,6})* ?[-–—:] ?|[A-Z][\w./&-]{0,10} {2,12})(?=(?:Mr|Ms|Mrs|Miss|Dr|Sir|Lord|Amb|Ambassador|Gen)\b)"
)
"""``NEA/PAB - Ms. Berg``: the man's desk before him."""


def _counted(text: str, start: int, end: int) -> list[Party]:
    """``1x Comrade Ulbricht, MfAA; 2x Department for Arab States``, ``1 – Gromyko, 2 – file``: a piece for each; others as they are."""
    if desk := _DESK_OF_MAN.match(text, start, end):
        start = desk.end()
    counts = list(_COPIES_OF.finditer(text, start, end))
    if len(counts) < 2:
        counts = _in_order(list(_PLACE_OF.finditer(text, start, end)))
    if len(counts) < 2 and (desks := _desks(text, start, end)):
        return desks
    if len(counts) < 2 and ";" in text[start:end] and (bodies := _bodies_apart(text, start, end)):
        return bodies
    if len(counts) < 2 and ";" in text[start:end]:
        return _held_in(text, _plain(text, start, end))
    if len(counts) < 2:
        return _plain(text, start, end)
    found: list[Party] = []
    for count, after in zip(counts, [*counts[1:], None], strict=True):
        stop = after.start() if after else end
        if _FILED.fullmatch(text, count.end(), stop):
            continue
        whole = parse(text, count.end(), stop)
        if whole and whole.entity == "body" and not _COURTEOUS.match(text, count.end(), stop):
            found.append(whole)
            continue
        named = copies(text, count.end(), stop)
        if [one.entity for one in named] == ["body", "person"]:
            named = named[1:]  # "2 – MFA, Comrade Dahl": one copy, and the man there has it
        if not named and (unit := _UNIT.fullmatch(text, count.end(), stop)):
            named = [Party(unit["name"], "body", *unit.span("name"))]
        found.extend(named[:1] if named and named[0].entity == "person" else named)  # behind a man stands his office
    return found


def _plain(text: str, start: int, end: int) -> list[Party]:
    """The names of a list that counts no copies from the first."""
    named = [one for first, last in _uncounted(text, start, end) for one in copies(text, first, last)]
    desks = _desks_among(text, start, end) if named else []
    named += [one for one in desks if all(one.start >= other.end or other.start >= one.end for other in named)]
    alone = len(named) == 2 and [one.entity for one in named] == ["person", "position"]
    return named[:1] if alone and text[named[0].end : named[1].start].strip() == "," else named


_APART = compiled(r"(?=\S)[^;]+(?<=\S)(?=\s*;|\s*$)")


def _bodies_apart(text: str, start: int, end: int) -> list[Party]:
    """``Ministry of Foreign Affairs, Third Department; State Committee for Trade``: behind a comma stands a body's own part."""
    pieces = [one.span() for one in _APART.finditer(text, start, end)]
    named = [copies(text, *piece) for piece in pieces]
    if len(pieces) < 2 or any(one.entity != "body" for found in named for one in found) or not all(named):
        return []
    return [
        Party(text[first:last].rstrip("."), "body", first, last) if len(found) > 1 else found[0]
        for (first, last), found in zip(pieces, named, strict=True)
    ]


_SHORT = compiled(r"[A-Z]{1,6}(?:/[A-Z]{1,4})*|\d{3}")
"""``S/S``, ``ARA``, ``201``: a desk by its letters or its number."""
_PIECE = compiled(r"(?=\S)[^,;]+(?<=\S)(?=\s*[,;]|\s*$)")


def _desks(text: str, start: int, end: int) -> list[Party]:
    """``S/S, ARA, ACDA, Embassy in Rome``: desks by their letters, of which most pieces of the list are."""
    pieces = list(_PIECE.finditer(text, start, end))
    short = [one for one in pieces if _SHORT.fullmatch(one[0])]
    if len(short) < 2 or len(short) * 2 <= len(pieces):
        return []
    found: list[Party] = []
    for one in pieces:
        found.extend([Party(one[0], "body", *one.span())] if one in short else copies(text, *one.span()))
    return found


def _desks_among(text: str, start: int, end: int) -> list[Party]:
    """``Com. A. A. Gromyko, Com. G. M. Pushkin, SEAD``: a desk by its letters among the names of people."""
    pieces = (one for one in _PIECE.finditer(text, start, end) if _LETTERS.fullmatch(one[0]))
    return [Party(one[0], "body", *one.span()) for one in pieces if not _FILED.fullmatch(one[0])]


_COURTEOUS = compiled(rf"{COURTESY}\b")
_UNIT = compiled(r"(?P<name>[A-ZÀ-Ž]{2,6}[/ ][A-ZÀ-Ž][\w ]{2,40})[.,; ]*")
"""``HVA/Management``"""
_BEHIND = compiled(r"\s+(?:[–—-]\s?\d{1,2}(?: cop(?:y|ies))?(?=\s*(?:[,;]|and\b|$))|(?i:copy no\.? ?\d{1,3}))")
"""``Stalin – 2``, ``Minister of Defence    Copy No 1``: how many copies, or which, behind the name."""


def _uncounted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for count in _BEHIND.finditer(text, start, end):
        yield start, count.start()
        start = count.end()
    if text[start:end].strip(" ,;."):
        yield start, end


def _in_order(counts: list[re.Match[str]]) -> list[re.Match[str]]:
    """Marks that count from one: ``1. … 2. … 3.``, ``1-2 - …, 3 - …``"""
    firsts = [1, *(int(one["till"] or one["at"]) + 1 for one in counts)]
    return counts if all(int(one["at"]) == first for one, first in zip(counts, firsts, strict=False)) else []
