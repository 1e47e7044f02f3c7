"""Archival references in a statement: ``RGASPI, f. 558, op. 11, d. 342, ll. 0078; and AMSZ, 6/77 w-82 t-1264``.

A statement may name several copies, joined by ``;``, ``and`` or ``; and``. A reference that names only leaves repeats the
archive before it (model section 5). What no notation fits is kept whole.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph.extraction import archive_seats, repositories
from cablegraph.extraction.notations import NOTATIONS, Level, Shelfmark, folded, whole
from cablegraph.iri import slug
from cablegraph.patterns import compiled

_LEAF: Final = r"\d+[a-zа-я]?(?:\s?(?:ob|об|rev|verso|recto|[rv])\b\.?)?"
_LEAVES: Final = rf"{_LEAF}(?:\s?[-–—]\s?{_LEAF})?(?:,\s?(?:and\s)?{_LEAF}(?:\s?[-–—]\s?{_LEAF})?(?!\w|\s?[./]))*"
_LABELS: Final[tuple[tuple[str, str], ...]] = (
    ("fonds", r"f(?:ond)?|ф(?:онд)?"),
    ("opis", r"op(?:is|\.?\s?spr)?|inventory|dans|оп(?:ись)?|данс"),
    ("perechen", r"per(?:echen)?['’]?|пер(?:ечень)?"),
    ("dokument", r"dok(?:ument)?|doc|док(?:умент)?"),
    ("delo", r"d(?:elo|ela)?|por|spr|a\.\s?e|file|item|kh/n|khn|хн|д(?:ело)?|а\.\s?е"),
    ("papka", r"pap(?:ka)?|folder|п(?:апка)?"),
    ("reel", r"reel|roll|rolik|ролик|mf"),
    ("leaves", r"ll?|list(?:[yi]|ovi|s)?|pp?|pages?|ark(?:ush\w*)?|khuu|хуу|лл?|листы?|арк(?:уш\w*)?"),
)  # fmt: skip
_PIECE: Final = compiled(
    r"(?<![\w/])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS) + r")"
    rf"(?:[.:]\s?|\s)\s?(?:no\.?\s?|№\s?)?(?P<value>{_LEAVES}(?=[,;.\s)\]]|$)|[A-Z]?-?\d[\w/]*(?:[-–]\w+)?(?:\.\d+)?|(?<=[dfдф.:]\s)(?:referentura\s+po|референтура\s+по)\s+\w+)",
    re.IGNORECASE,
)
# Normal form of each label; a Bulgarian "a.e." (arkhivna edinitsa) stays what it is.
_SHORT: Final = {"fonds": "f.", "opis": "op.", "perechen": "per.", "dokument": "dok.", "papka": "papka", "reel": "reel"}
_ORDER: Final = ("fonds", "perechen", "opis", "papka", "dokument", "delo", "reel")
_TYPE: Final = {"fonds": "Fonds", "perechen": "Series", "opis": "Series", "papka": "Series", "reel": "Series",
                "dokument": "File", "delo": "File"}  # fmt: skip
_KEY: Final = {
    "fonds": "f",
    "perechen": "per",
    "opis": "op",
    "papka": "p",
    "dokument": "dok",
    "delo": "d",
    "reel": "reel",
}
_FIELD: Final = {"fonds": "fonds", "perechen": "series", "opis": "series", "papka": "papka", "dokument": "file",
                 "delo": "file", "reel": "reel"}  # fmt: skip

_LEAD = compiled(
    r"\s*(?:\[\s*)?(?:(?:original )?(?:sources?|archive|provenance)(?: of the (?:original|document))?\s*:\s*)?"
    r"(?:(?:also\s+)?(?:printed|reprinted|published|reproduced|republished|cited)\s+in\s*:?\s+)?",
    re.IGNORECASE,
)
_PRINTED = compiled(
    r"\((?:[A-Z][\w .-]+[:,]\s)?[^()]*\b1[89]\d\d\)|\b(?:pp?|vol|eds?|ch)\.\s?\w|\bPress\b|\bBulletin\b|\bIssue \d|\bin:\s"
    r"|\b(?:printed|published) in\b|[“\"][^”\"]+,?[”\"],?\s(?:in\s)?(?![^.;]{0,60}\bArchiv)[A-Z]|\bWorking Paper\b",
)
_NOT_GIVEN = compiled(
    r"(?:(?:fond|opis|delo|list|listy|papka|file|page|date)s?(?:,?\s(?:and|or)\s|,\s)?)+\s?(?:is\s|are\s)?"
    r"(?:not\s(?:given|indicated|provided|specified|stated)|unknown|missing|illegible|не\sуказан\w*)",
    re.IGNORECASE,
)
_IN_PRINT: Final = r"(?:[Rr]ep(?:rinted|roduced|ublished)|(?:[Aa]lso )?(?:[Pp]rinted|[Pp]ublished)|[Cc]ited) in\b"
_JOIN = compiled(
    rf"\s*(?:[.;,]\s+(?={_IN_PRINT})|;\s*(?:and\s+)?|,?\s+(?:and|also|as well as)\s+(?:also\s+)?|\(see also:?\s+|,\s*(?=$)|\n+)\s*"
)
# Sentences behind a reference that are not part of it: credits, and what FRUS editors say of the telegram itself.
_OF_MEDIUM = compiled(r"\s?:\s(?:Telegram|Airgram|Despatch|Letter|Memorandum)(?:\s\([^()]*\))?\s*\Z")
_CREDIT = compiled(
    r"[.;,)\]]?\s+(?:(?:Translated|Obtained|Transcribed|Contributed|Provided|Document(?:s)? (?:obtained|provided|was)|Published(?! in)|Edited|Copy)\b"
    r"|(?<!,\s)(?<!,\sTop\s)(?:Top Secret|Secret|Confidential|Unclassified|Limited Official Use|Official Use Only|No classification marking|Restricted"
    r"|Personal|Drafted|Repeated|Sent|Also sent|Received|Received at|Priority|Niact|Operational Immediate|Eyes Only|Received in)\b[.;,:])"
    r"|[,;]\s+(?:(?:kindly|document) )?(?:obtained|translated|translation|copy|donated|courtesy|provided|contributed|transcribed|transcript|transl?\.)(?:\s(?:and|from|into)\s\w+){0,2}\s(?:by|courtesy|of|from|at|for|to|with)\b|\.\s+(?=Declassified\s|Drafted|Repeated|Sent\s|Received|Also|Signed|Initialed|According|Another|The\s|A\s|This\s|No\s)",
)

_LACKING = compiled(
    r"(?:,\s[^,;()]{0,12}…)?(?:,\s|\s\()(?:no [\w ]{3,20} given|[\w ]{3,40} (?:not (?:given|indicated|stated|known)|cut off|illegible|missing))\)?\s*\Z"
)
"""What a reference says it lacks: ``Box 91843 (number of the folder not given)``."""


def find(source: str, start: int, end: int, *, repository: str = "") -> Iterator[Shelfmark]:
    """References in one statement ``source[start:end]``; ``repository`` is the archive where the statement names none."""
    if lead := _LEAD.match(source, start, end):
        start = lead.end()
    if medium := _OF_MEDIUM.search(source, start, end):
        end = medium.start()
    if credit := _CREDIT.search(source, start, end):
        end = credit.start()
    if (lacking := _LACKING.search(source, start, end)) and not _NOT_GIVEN.search(source, start, end):
        end = lacking.start()
    previous = Shelfmark(start, start, "", repository)
    for first, last in _references(source, start, end):
        mark = _reference(source, first, last, previous)
        if mark is not None:
            yield mark
            if not mark.printed:
                previous = mark


def is_list(text: str, start: int, end: int) -> bool:
    """Whether these words are shelfmarks, and begin with an archive and the fond: ``RGASPI, f. 558, op. 11; GARF, f. 9401``."""
    first = next(find(text, start, end), None)
    named = first.repository_span if first else None
    return bool(first and named and named[0] == first.start and first.levels and first.levels[0].type == "Fonds")


def _references(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of single references: a joint counts where an archive or a labelled piece begins behind it."""
    begin = start
    for joint in _JOIN.finditer(text, start, end):
        if joint.start() < begin or not text[begin : joint.start()].strip():
            continue
        named = repositories.at(text, begin, end) if joint[0].strip().isalpha() else None
        if named and named[1] < joint.start() < named[2]:
            continue  # "Nehru Memorial Museum and Library"
        if joint[0].strip() == "and" and not named and _NAME_ALONE.fullmatch(text, begin, joint.start()):
            continue  # "Department of International Relations and Cooperation Archives"
        if ";" in joint[0] and _is_archive_alone(text, begin, joint.start()) and not _begins(text, joint.end(), end):
            continue  # "AMSZ, Warsaw; 6/77, w-102"
        if ";" in joint[0] and _INSIDE.match(text, joint.end(), end):
            continue  # "National Archive, Prague; File: “Novotný, Kuba,” Box 122"
        wrapped = not joint[0].strip() and text[: joint.start()].rstrip().endswith((",", "and", "-"))
        if ";" in joint[0] or (not wrapped and _begins(text, joint.end(), end)):
            yield from _apart(text, begin, joint.start())
            begin = joint.end()
    yield from _apart(text, begin, end)


_NAME_ALONE: Final = compiled(
    r"(?!.{0,80}(?:[Aa]rchiv|[Ll]ibrar|[Pp]apers|[Mm]useum))(?:The |the )?[A-Z][\w’'-]+(?: (?:of|for|the|de|[A-Z][\w’'-]+)){1,8}"
)
_INSIDE: Final = compiled(r"(?:Files?|Folders?|Box(?:es)?|Cartons?|Inventory|Inv|Reel)\b(?:\.|\s?:|\s)", re.IGNORECASE)
"""What an archive divides itself into: no reference begins with it."""


def _is_archive_alone(text: str, start: int, end: int) -> bool:
    named = repositories.at(text, start, end)
    return bool(named and not text[start : named[1]].strip() and archive_seats.is_only_name(text, named[2], end))


def _apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A second archive in brackets or after "with" begins a reference of its own, if it has a fond of its own."""
    pieces = list(_PIECE.finditer(text, start, end))
    fonds = [match.start() for match in pieces if match["fonds"]]
    if len(fonds) > 1 and pieces[-1].start() == fonds[-1] and _RANGE.fullmatch(pieces[-1]["value"]):
        fonds.pop()  # "V. 1960, D. 23, f. 1-4": Albanian and Romanian papers count leaves so
    archives = [first for _, first, _ in repositories.named(text, start, end) if fonds and first > fonds[0]]
    letters = repositories.lettered(text, fonds[0], fonds[1]) if len(fonds) > 1 and not archives else None
    archives += [letters] if letters else []
    if len(fonds) > 1 and archives and archives[0] < fonds[1]:
        before = re.search(
            r"[\s(]*(?:with|cf\.?|in|also|another copy:?|copy:?|see)?\s?(?:the\s)?$", text[start : archives[0]]
        )
        yield from _trimmed(text, start, start + before.start() if before else archives[0])
        yield from _apart(text, archives[0], end)
        return
    if len(fonds) > 1 and not archives and _COMPLETE.search(text, fonds[0], fonds[1]):
        yield from _trimmed(text, start, fonds[1])  # "… Listy 64-65. [Fond 3, Opis 65, …"
        yield from _apart(text, fonds[1], end)
        return
    yield from _trimmed(text, start, end)


_RANGE = compiled(r"\d+\s?[-–]\s?\d+")
_COMPLETE = compiled(r"(?i)\b(?:d(?:elo)?|l?l(?:ist(?:y|ovi)?)?|pp?|a\.\s?e|д(?:ело)?|лл?)[.:]?\s?(?:no\.?\s?)?\d")
_NAMED_FOND = compiled(r"\b[Ff]ond(?:ul)?,?\s+[„“\"]?(?!No|Referentura)[A-ZÀ-Ž][A-Za-zÀ-ž]")
"""``Fond Telegrame``: behind it ``f.`` counts leaves (Romanian: fila)."""


_BRITISH_CLASS = compiled(r"(?:FCO|FO|PREM|CAB|DEFE|DO|CO|WO|AIR|ADM|KV|HW|BT|POWE|EG|AB) \d{1,4}/\d+\b")
"""``FCO 28/7811``: a class of records and a piece in it, which need no archive in front."""


def _begins(text: str, at: int, end: int) -> bool:
    named = repositories.at(text, at, min(end, at + 90))
    if named and not text[at : named[1]].strip().removeprefix("the").strip():
        return True
    if compiled(_IN_PRINT).match(text, at, end):
        return True
    if _BRITISH_CLASS.match(text, at, end):
        return True
    fond = next((one for one in _PIECE.finditer(text, at, min(end, at + 60)) if one["fonds"]), None)
    if fond and repositories.lettered(text, at, fond.start()) == at:
        return True
    if (piece := _PIECE.match(text, at, end)) or (
        piece := _PIECE.match(text, at + 4, end) if text.startswith("the ", at) else None
    ):
        return piece.lastgroup is not None
    words = text[at : min(end, at + 60)].split(",")[0]
    return repositories.looks_like_one(words)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \t\n[(,;\u00a0":
        start += 1
    while start < end and text[end - 1] in " \t\n]),;.\u00a0":
        closes = text[end - 1]
        if (opens := {")": "(", "]": "["}.get(closes)) and text.count(opens, start, end) >= text.count(
            closes, start, end
        ):
            break  # "JCS 092 Germany (5-4-49)", "FO 371/83293 [photo 0114-0115]"
        end -= 1
    if start < end and any(char.isalnum() for char in text[start:end]):
        yield start, end


def _reference(text: str, start: int, end: int, previous: Shelfmark) -> Shelfmark | None:
    named = repositories.at(text, start, end)
    if not named and previous.repository_span and _BRITISH_CLASS.match(text, start, end):
        again = NOTATIONS["british"](text, start, start, end, previous.repository)
        return replace(again, repository_span=previous.repository_span)
    pieces = list(_PIECE.finditer(text, start, end))
    if by_name := _NAMED_FOND.search(text, start, end):
        pieces = [one for one in pieces if not one["fonds"] or one.start() < by_name.start()]
    labels = {_label(match) for match in pieces}
    russian = labels & {"fonds", "opis", "delo", "perechen", "papka"}
    if named and named[0].notation != "russian":
        russian = set()  # a Hungarian "288 f. 5/98. ő. e." counts the other way round
    if not named and not previous.levels and not labels & {"fonds", "perechen"}:
        russian = set()  # "Lot 59 D 228" is no delo
    head = text[start:end].split(",")[0]
    in_town = repositories.is_lettered(head) and archive_seats.after(text, start + len(head), end) > start + len(head)
    kept = (named and named[1] - start < 5) or repositories.looks_like_one(head) or in_town
    if not russian and not kept and _PRINTED.search(text, start, end):
        start = max(start, _LEAD.match(text, start, end).end())  # type: ignore[union-attr]
        return Shelfmark(start, end, text[start:end], printed=True)
    missing = _NOT_GIVEN.search(text, start, end)
    if named:
        archive, first, after = named
        bracketed = text[first - 1 : first] == "(" and text[after : after + 1] == ")"
        if archive.notation in NOTATIONS and not russian:
            if archive.notation == "amsz" and (ahead := _AMSZ_AHEAD.search(text, start, first)):
                mark = NOTATIONS["amsz"](text, ahead.start(), ahead.start(), ahead.end(), archive.name)
                return replace(mark, start=ahead.start(), end=after, repository_span=(first, after))
            past = archive_seats.past(text, after + bracketed, end)
            first = start if bracketed else first
            return NOTATIONS[archive.notation](text, first, past, end, _shown(archive, text[first:after]))
        if russian or missing:
            begin = min([first, *(piece.start() for piece in pieces)])  # the archive may be named behind
            return _labelled(text, begin, end, archive.name, (first, after), pieces, missing, previous)
        identifier = archive_seats.apart(text, first if bracketed else start, after, end)
        if (above := _COLLECTION.fullmatch(text, start, first)) and not bracketed:
            rest = archive_seats.apart(text, first, after, end).removeprefix(text[first:after])
            identifier = f"{text[first:after]}, {above['name']}{rest}"
        return Shelfmark(start, end, identifier, _shown(archive, text[first:after]), (first, after))
    if russian or (pieces and "leaves" in labels and (previous.levels or missing)):
        span = None if previous.repository_span is None else previous.repository_span
        own = _head(text, start, pieces[0].start()) if pieces else ""
        lettered = "fonds" in labels and repositories.is_lettered(own.split(",")[0])
        called = lettered or repositories.looks_like_one(own)
        if own and not called and len(labels) < 3 and not previous.levels:
            return _kept(text, start, end, previous)
        if own and (called or not previous.levels):
            return _labelled(text, start, end, own, (start, start + len(own)), pieces, missing, previous)
        begin = pieces[0].start() if pieces else start
        mark = _labelled(text, begin, end, previous.repository, span, pieces, missing, previous)
        return replace(mark, doubtful=own[:1].isupper() and not _SAME.match(own))
    if repositories.looks_like_one(head) or repositories.is_lettered(head):
        head = re.split(r"\s+(?=[A-Z]{0,3}-?\d)", head)[0]  # "Jiangsu Provincial Archives 3124-1-200"
        town = None if archive_seats.OF_A_COUNTRY.fullmatch(head) else re.search(r"\s\((?![A-Z]{2})[^()]+\)$", head)
        after = start + (town.start() if town else len(head.rstrip()))
        identifier = archive_seats.apart(text, start, after, end)
        return Shelfmark(start, end, identifier, archive_seats.bare(text[start:after]), (start, after))
    if bare := _BARE.fullmatch(text, start, end):
        if bare.lastgroup == "mol":  # the Hungarian ministries' fonds are numbered so in one archive alone
            return Shelfmark(start, end, f"MOL, {whole(text, start, end)}", "MOL")
        notation = "amsz" if bare.lastgroup == "amsz" else "file"
        name = "AMSZ" if notation == "amsz" else "PRC FMA"
        return (
            NOTATIONS[notation](text, start, start, end, name)
            if not previous.repository
            else _kept(text, start, end, previous)
        )
    return _kept(text, start, end, previous)


_AMSZ_AHEAD = compiled(r"\d+(?:/\d+)?,? w-\d+,? t-\d+")
"""``Szyfrogramy from Oslo 1962, 6/77 w-8 t-64, Polish Foreign Ministry Archive``: the archive stands behind."""
_COLLECTION = compiled(r"(?P<name>[^,;]+(?:Papers|Collection)), ")
"""``P. N. Haksar Papers, Nehru Memorial Museum and Library, …``: the collection stands before its house."""
_SAME: Final = compiled(
    r"(?i)(?:ibid|id|idem|same|there|see|also|cf|and|copy|copies|another|other|original|in|the same)\b"
)
"""What stands in front of a reference to the archive before it: ``Ibid., f. 3``, ``Copy in f. 3``."""


def _shown(archive: repositories.Repository, written: str) -> str:
    """The archive's usual short form where its notation is known, else its name as this paper writes it."""
    if archive.notation in ("german", "file", "amsz"):
        return archive.name
    name = " ".join(written.split()).removeprefix("the ")
    return name if archive_seats.OF_A_COUNTRY.fullmatch(name) else re.sub(r"\s?\([^()]*\)$", "", name)


_BARE = compiled(
    r"(?P<mol>XIX-[A-Z]-\d{1,2}(?:-[a-z]{1,3})?\b.*)|(?P<amsz>\d+/\d+,? w-\d+,? t-\d+)|(?P<fma>\d{3}-(?:Y?\d{4,5})(?:-\d+)?(?:\([^)]*\))?)"
)


def _kept(text: str, start: int, end: int, previous: Shelfmark) -> Shelfmark:
    return Shelfmark(start, end, whole(text, start, end), previous.repository, previous.repository_span)


def _head(text: str, start: int, end: int) -> str:
    return text[start:end].rstrip(" ,:\u00a0")


def _label(match: re.Match[str]) -> str:
    return next(name for name, _ in _LABELS if match[name] is not None)


def _labelled(
    text: str,
    start: int,
    end: int,
    name: str,
    span: tuple[int, int] | None,
    pieces: list[re.Match[str]],
    missing: re.Match[str] | None,
    previous: Shelfmark,
) -> Shelfmark:
    """A reference of labelled pieces; what it leaves out above its first piece is that of the reference before it."""
    found: dict[str, Level] = {}
    leaves, leaves_span = "", None
    for match in pieces:
        label = _label(match)
        if missing and missing.start() <= match.start() < missing.end():
            continue
        of_file = label == "leaves" and "opis" not in found and any(one["delo"] for one in pieces if one is not match)
        if of_file and "fonds" in found and "delo" not in found:
            label = "opis"  # "Fond 45, List 1, Delo 342, Listy 171-172"
        if label == "leaves" and match["leaves"].lower() == "p" and name == "AVPRF" and "papka" not in found:
            label = "papka"
        if label == "leaves":
            leaves, leaves_span = folded(match["value"]), (match.start(), match.end())
        elif label not in found:
            found[label] = _level(label, _written(match), match)
            if "," in match["value"] and not leaves:  # "kh/n 173b, 12-17"
                leaves = folded(match["value"].partition(",")[2])
                leaves_span = (match.start("value") + match["value"].index(",") + 1, match.end())
    same_archive = not name or name == previous.repository
    if same_archive and previous.levels and not missing and "fonds" not in found and "perechen" not in found:
        found = _inherited(found, previous)
    levels = tuple(found[label] for label in _ORDER if label in found)
    parts = [name, *(level.label for level in levels), *([_leaves_label(leaves)] if leaves else [])]
    ends = [match.end() for match in pieces] + ([missing.end()] if missing else [])
    if span and span[0] >= start:
        ends.append(span[1])
    last = max(ends, default=end)
    return Shelfmark(
        start,
        min(last, end),
        ", ".join(part for part in parts if part),
        name,
        span,
        levels,
        leaves,
        leaves_span,
        (missing.start(), missing.end()) if missing else None,
    )


def _written(match: re.Match[str]) -> str:
    return match[_label(match)].replace(" ", "").lower()


def _level(step: str, written: str, match: re.Match[str]) -> Level:
    value = match["value"].partition(",")[0].strip().rstrip(".")
    own = {"a.e": "a.e.", "а.е": "a.e.", "por": "por.", "spr": "spr."}.get(written, "d.")
    short = own if step == "delo" else _SHORT[step]
    key = _KEY[step] + (value if any(char.isdigit() for char in value) else slug(value)).lower()
    return Level(key, f"{short} {value}", _TYPE[step], _FIELD[step], value, match.end(), step)


def _inherited(found: dict[str, Level], previous: Shelfmark) -> dict[str, Level]:
    """Levels of the reference before it down to the first piece that this one names itself."""
    own = min((_ORDER.index(step) for step in found), default=len(_ORDER))
    above = (level for level in previous.levels if level.step and _ORDER.index(level.step) < own)
    return {**{level.step: level._replace(end=0) for level in above}, **found}


def _leaves_label(leaves: str) -> str:
    return ("ll. " if re.search(r"[-,]", leaves) else "l. ") + leaves
