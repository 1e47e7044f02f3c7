"""Notations of references other than fond, opis, delo: ``AMSZ, 6/77 w-82 t-1264``, ``BArch, B 136/59748, 297-301``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from cablegraph.patterns import compiled


class Level(NamedTuple):
    """A step of the path from the archive to the file: key (``f45``), label (``f. 45``), type, and its words' end.

    ``kind`` is the field of the copy (fonds, series, papka, file), ``value`` what stands there (``45``), ``step`` the
    Russian step (``opis``) if it is one. ``end`` is 0 for a step that only an earlier reference names.
    """

    key: str
    label: str
    type: str
    kind: str
    value: str
    end: int
    step: str = ""


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """One reference: half-open offsets of its words, the archive and its words, the path, the leaves.

    ``identifier`` is the normal form (``APRF, f. 45, op. 1, d. 342, l. 78``). ``gap`` are the words that say that a part
    is not given. ``printed`` marks a printed source, which is no copy. ``doubtful``: words that may name another archive
    stand in front, and the archive is that of the reference before it.
    """

    start: int
    end: int
    identifier: str
    repository: str = ""
    repository_span: tuple[int, int] | None = None
    levels: tuple[Level, ...] = ()
    leaves: str = ""
    leaves_span: tuple[int, int] | None = None
    gap: tuple[int, int] | None = None
    file_number: tuple[int, int] | None = None
    printed: bool = False
    doubtful: bool = False


def whole(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _named(name: str, rest: str) -> str:
    return name + rest if rest.startswith(",") else f"{name}, {rest}".rstrip(", ")


def folded(leaves: str) -> str:
    """Leaves without the zeros that pad them: ``0078`` is 78; a dash of any length is a hyphen."""
    plain = re.sub(r"\s?[-–—]\s?", "-", leaves.strip().rstrip("."))
    return re.sub(r"(?<!\d)0+(?=\d)", "", plain)


_AMSZ = compiled(
    r"(?:\s?\([^()]*\))?[\s,:]*(?:Warsaw|Warszawa)?[\s,:;]*(?:z(?:esp(?:[oó]ł)?)?\.?\s?)?(?P<z>\d+(?:/\d+)?)[,\s]+w(?:i[ąa]zka)?[-.\s]\s?(?P<w>\d+)(?:[,\s]+t(?:eczka)?[-.\s]\s?(?P<t>\d+))?(?:,?\s(?P<rest>.+))?",
    re.S,
)
_GERMAN = compiled(
    r"[\s,:]*(?P<fonds>[A-Z]{1,4}\s?\d{1,4})\s?(?:/|,(?=\s?\d))\s?(?P<file>[\w./ ]*?\w)(?:,?\s+(?:Bl\.?|fol\.?|S\.|pp?\.)?\s?(?P<leaves>\d+(?:\s?[-–—]\s?\d+)?(?:,\s?\d+(?:[-–—]\d+)?)*))?",
)
_LEAF_LABEL = compiled(r",\s*(?:Bl|fol|S)\.?\s?(?=\d)")
_FILE = compiled(
    r"[\s,:]*(?:(?:no|file|doc(?:ument)?)\.?\s*)*(?P<file>\d{3}-[\w-]+(?:\s?\(\w+\))?)(?:,?\s+(?:pp?\.\s?)?(?P<leaves>\d+(?:\s?[-–—,]\s?\d+)*))?",
    re.I,
)
_BRITISH = compiled(
    r"[\s,:]*(?P<fonds>[A-Z]{2,5}\s?\d{1,4})\s?/\s?(?P<file>\d+)(?:/(?P<leaves>[\w/]+)|,?\s(?P<folios>ff?\.\s?\d+(?:[-–]\d+)?))?"
)
_RG = compiled(r"[\s,:]*(?P<rg>RG\s?\d+|Record Group \d+)")
FILE_NUMBER: Final = r"(?:\d{3}(?:\.\d+)?[A-Z]?\d{0,2}\.\d+[A-Z]?\d*|\d{3}[A-Z]?\.\d+)(?:/(?:\d{1,2}[-–]\d{3,5}[a-z]?|\d+[a-z]{0,2}(?:½)?|[-–]))?|\b\d{3} [A-Z]\w+, [A-Z]\w+/\d+\w?"


def _from_amsz(text: str, first: int, after: int, end: int, name: str) -> Shelfmark:
    match = _AMSZ.match(text, after, end)
    if not match:
        return Shelfmark(first, end, whole(text, first, end), name, (first, after))
    levels = [
        Level("z" + match["z"].replace("/", "-"), match["z"], "Fonds", "fonds", match["z"], match.end("z")),
        Level("w" + match["w"], f"w-{match['w']}", "Series", "series", match["w"], match.end("w")),
    ]
    if match["t"]:
        levels.append(Level("t" + match["t"], f"t-{match['t']}", "File", "file", match["t"], match.end("t")))
    label = f"{name}, " + " ".join(level.label for level in levels) + (f", {match['rest']}" if match["rest"] else "")
    return Shelfmark(first, end, label, name, (first, after) if after > first else None, tuple(levels))


def _from_german(text: str, first: int, after: int, end: int, name: str) -> Shelfmark:
    match = _GERMAN.fullmatch(text, after, end)
    if not match:
        rest = _LEAF_LABEL.sub(", ", whole(text, after, end))
        return Shelfmark(first, end, _named(name, rest), name, (first, after))
    return _two_steps(match, first, after, end, name, folded(match["leaves"]) if match["leaves"] else "")


def _from_british(text: str, first: int, after: int, end: int, name: str) -> Shelfmark:
    match = _BRITISH.fullmatch(text, after, end)
    if not match:
        return Shelfmark(first, end, _named(name, whole(text, after, end)), name, (first, after))
    return _two_steps(match, first, after, end, name, match["leaves"] or match["folios"] or "")


def _two_steps(match: re.Match[str], first: int, after: int, end: int, name: str, leaves: str) -> Shelfmark:
    fonds, file = match["fonds"], match["file"]
    levels = (
        Level(re.sub(r"\W", "", fonds).lower(), fonds, "Fonds", "fonds", fonds, match.end("fonds")),
        Level(re.sub(r"\W+", "-", file).lower(), file, "File", "file", file, match.end("file")),
    )
    identifier = f"{name}, {fonds}/{file}" + (f", {leaves}" if leaves else "")
    group = "leaves" if match["leaves"] else "folios"
    span = (first, after) if after > first else None
    return Shelfmark(first, end, identifier, name, span, levels, leaves, match.span(group) if leaves else None)


def _from_file(text: str, first: int, after: int, end: int, name: str) -> Shelfmark:
    match = _FILE.fullmatch(text, after, end)
    if not match:
        return Shelfmark(first, end, _named(name, whole(text, after, end)), name, (first, after))
    file, leaves = match["file"], folded(match["leaves"]) if match["leaves"] else ""
    level = Level(re.sub(r"\W+", "-", file).strip("-").lower(), file, "File", "file", file, match.end("file"))
    identifier = f"{name}, {file}" + (f", {leaves}" if leaves else "")
    span = (first, after) if after > first else None
    return Shelfmark(first, end, identifier, name, span, (level,), leaves, match.span("leaves") if leaves else None)


def _from_american(text: str, first: int, after: int, end: int, name: str) -> Shelfmark:
    """``National Archives, RG 59, Central Files 1950–54, 611.61/9-2151``: record group, series, file number."""
    levels: list[Level] = []
    place = after
    if group := _RG.match(text, after, end):
        value = group["rg"].replace("Record Group", "RG").replace(" ", "")
        label = f"RG {value[2:]}"
        levels.append(Level(value.lower(), label, "Fonds", "fonds", label, group.end()))
        place = group.end()
    steps = list(re.finditer(r"[^,:]*[^,:\s]", text[place:end]))
    number = None
    for step in steps:
        begin, stop = place + step.start(), place + step.end()
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
        words = text[begin:stop]
        if exact := re.fullmatch(rf"(?:File )?(?:No\. )?({FILE_NUMBER})", words):
            number = (begin + exact.start(1), stop)
        elif levels and number is None:
            key = re.sub(r"\W+", "-", words).strip("-").lower()
            levels.append(Level(key, words, "Series", "series", words, stop))
    return Shelfmark(first, end, whole(text, first, end), name, (first, after), tuple(levels), file_number=number)


NOTATIONS: Final = {
    "amsz": _from_amsz,
    "german": _from_german,
    "british": _from_british,
    "file": _from_file,
    "american": _from_american,
}
