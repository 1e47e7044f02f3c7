"""A corpus: its folder, what ``corpus.toml`` says of the papers, and which files are papers (product section 2.1)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch, translate
from pathlib import Path
from typing import Any

from cablegraph import corpus_file
from cablegraph.errors import SettingsError
from cablegraph.frozen import dataclass as plain
from cablegraph.patterns import compiled

FILE_NAME = "corpus.toml"
NOT_PAPERS = ("README*", "LICENSE*", "CORPUS.toml", FILE_NAME, ".*", "*~", "*.part")
"""Files that stand beside papers in every folder and are none."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Facts about the papers that the papers do not state; every one may be absent.

    ``readers`` and ``encodings`` map a file's path inside the corpus, or a pattern, to a reader's name or an encoding.
    """

    folder: Path
    title: str = ""
    base: str = ""
    publisher: str = ""
    editor: str = ""
    licence: str = ""
    repository: str = ""
    rights: str = ""
    publish_text: bool = True
    languages: tuple[str, ...] = ()
    readers: Mapping[str, str] = field(default_factory=dict)
    encodings: Mapping[str, str] = field(default_factory=dict)

    def reader_of(self, name: str) -> str | None:
        """The reader declared for a file, or None."""
        return _declared(self.readers, name)

    def encoding_of(self, name: str) -> str | None:
        """The encoding declared for a file, or None."""
        return _declared(self.encodings, name)

    @property
    def facts(self) -> dict[str, str | bool]:
        """What its generations say of it, on pages, in the interface and in exports; part of what they are called."""
        said: dict[str, str | bool] = {"title": self.title, "licence": self.licence, "publish_text": self.publish_text}
        more = {"editor": self.editor, "publisher": self.publisher, "rights": self.rights}
        return said | {name: value for name, value in more.items() if value}

    def own(self, kind: str) -> tuple[Path, ...]:
        """The corpus's own folder of ``authorities``, ``mappings`` or ``queries``, read after the shipped one."""
        folder = self.folder / kind
        return (folder,) if folder.is_dir() else ()


@plain(frozen=True, slots=True)
class Paper:
    """A file that may be a paper: where it lies, and its path inside the corpus (with ``/``), which names it.

    ``stamp`` is what the file system said of it when it was found (`stamp`).
    """

    location: str
    name: str
    size: int
    stamp: str

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.location)


def stamp(facts: os.stat_result) -> str:
    """What the file system says of a file without reading it: size, times, inode.

    Empty for a file changed within the last two seconds, whose next change might leave the stamp as it is.
    """
    if time.time_ns() - max(facts.st_mtime_ns, facts.st_ctime_ns) < 2_000_000_000:
        return ""
    return f"{facts.st_size} {facts.st_mtime_ns} {facts.st_ctime_ns} {facts.st_ino}"


def _declared(table: Mapping[str, str], name: str) -> str | None:
    if not table:
        return None
    if name in table:
        return table[name]
    return next((value for pattern, value in table.items() if fnmatch(name, pattern)), None)


def find(start: Path) -> Path:
    """The nearest folder upward that has a ``corpus.toml``, else ``start`` itself."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), start)


_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("title", "publisher", "editor", "licence", "repository", "rights", "base"), str),
    "publish_text": bool,
    "languages": list,
    "readers": dict,
    "encodings": dict,
}


def load(folder: Path) -> Corpus:
    """The corpus of a folder; without a ``corpus.toml`` all facts are absent. Raises SettingsError."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Corpus(folder)
    given: dict[str, Any] = corpus_file.read(path)
    for key, value in given.items():
        if key not in _TYPES:
            what = f'unknown entry "{key}" in {FILE_NAME}{corpus_file.nearest(key, _TYPES)}'
            raise corpus_file.wrong(path, what, key, (f"known here: {', '.join(_TYPES)}",))
        _check_kind(path, key, value)
    if (base := given.get("base")) is not None:
        _check_base(base, path)
    given["languages"] = tuple(given.get("languages", ()))
    return Corpus(folder, **given)


def _check_kind(path: Path, key: str, value: Any) -> None:
    """Whether an entry is of its kind, and a list or table of words holds words. Raises SettingsError."""
    kind = _TYPES[key]
    fits = isinstance(value, kind)
    if fits and isinstance(value, dict | list):
        fits = all(isinstance(item, str) for item in (value.values() if isinstance(value, dict) else value))
    if not fits:
        raise corpus_file.wrong(path, f'"{key}" must be {_KINDS[kind]}', key, (f"for example: {_EXAMPLES[key]}",))


_KINDS: Mapping[type, str] = {
    str: "text, between quotation marks",
    bool: "true or false, without quotation marks",
    list: "a list of words, each between quotation marks",
    dict: "a table, a line for each file or pattern",
}
_EXAMPLES: Mapping[str, str] = {
    "title": 'title = "Our telegrams"',
    "publisher": 'publisher = "Who publishes this edition"',
    "editor": 'editor = "Who edits it"',
    "licence": 'licence = "https://creativecommons.org/licenses/by/4.0/"',
    "repository": 'repository = "APRF"',
    "rights": 'rights = "What readers may do with the papers"',
    "base": 'base = "https://archive.example.org/telegrams/"',
    "publish_text": "publish_text = false",
    "languages": 'languages = ["en", "ru"]',
    "readers": '[readers], and below it: "search-results.html" = "plain_text"',
    "encodings": '[encodings], and below it: "old/*.txt" = "koi8-r"',
}


def _check_base(base: str, path: Path) -> None:
    if not _BASE.fullmatch(base):
        notes = ("an address of your own that ends in a slash:", '  base = "https://archive.example.org/telegrams/"')
        raise SettingsError(f'"base" is not an http address that ends in a slash: {base}', path=str(path), notes=notes)


_BASE = compiled(r"""https?://[^\s<>"{}|\\^`#?]+/""")


def papers(sources: Sequence[Path], only: str | None = None) -> Iterator[Paper]:
    """All files below the sources that may be papers, by name. Raises SettingsError for a source that is not there.

    A file given by itself is named by its file name; a file below a folder by its path inside that folder.
    """
    seen: set[str] = set()
    found: list[Paper] = []
    for source in sources:
        if not source.exists():
            raise SettingsError(
                f"there is no file or folder {source}",
                notes=("give a folder of papers: cablegraph build FOLDER", "to begin a new one: cablegraph init DIR"),
            )
        for paper, real in _walk(source, "") if source.is_dir() else _alone(source):
            if real not in seen:
                seen.add(real)
                if only is None or fnmatch(paper.name, only):
                    found.append(paper)
    return iter(sorted(found, key=lambda paper: paper.name))


def none_found(sources: Sequence[Path], only: str | None) -> SettingsError:
    """What is said where nothing is to be built: there is nothing, or nothing of this name."""
    places = ", ".join(str(source) for source in sources)
    there = [paper.name for paper in papers(sources)] if only is not None else []
    if not there:
        remedy = "put papers there; what was built before stays as it is"
        return SettingsError(f"there are no papers in {places}", notes=remedy)
    notes = (f"there are {len(there)}, for example: {', '.join(there[:3])}", "nothing was built")
    return SettingsError(f'no paper in {places} is called "{only}"', notes=notes)


def one_paper(path: Path) -> Paper:
    """The paper that a path is. Raises SettingsError where nothing is there, for a folder, and for no paper."""
    found = [] if path.is_dir() else list(papers([path]))
    if not found:
        what = f"{path} is a folder" if path.is_dir() else f"{path} is not read as a paper, by its name"
        left_out = f"left out everywhere: {', '.join(NOT_PAPERS)}"
        raise SettingsError(what, notes="give one file of it" if path.is_dir() else (left_out, "give it another name"))
    return found[0]


def _spelt(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8, as old archives unpack them, stand as ``\\xef``."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def _alone(source: Path) -> Iterator[tuple[Paper, str]]:
    if not _LEFT_OUT(source.name):
        location, facts = os.path.join(os.path.realpath(source.parent), source.name), source.stat()
        yield Paper(location, _spelt(source.name), facts.st_size, stamp(facts)), os.path.realpath(source)


def _walk(folder: Path | str, inside: str) -> Iterator[tuple[Paper, str]]:
    """The files below a folder by name, each with the path it really has. Links to folders are not followed.

    A walk that asks the file system for no more than it must: a hundred thousand papers are gone through in a second.
    """
    with os.scandir(os.path.realpath(folder)) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name != "cablegraph-data":
                yield from _walk(entry.path, f"{inside}{entry.name}/")
        elif not _LEFT_OUT(entry.name) and entry.is_file():
            facts = entry.stat()
            real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
            yield Paper(entry.path, _spelt(inside + entry.name), facts.st_size, stamp(facts)), real


_LEFT_OUT = compiled("|".join(translate(pattern) for pattern in NOT_PAPERS)).match
