"""A serialised result on its way out of a query process: counted, checked, whole in memory or in a file.

A small one goes through the socket; one that is not very large through memory that both sides hold, a larger one
through a file.
"""

from __future__ import annotations

import os
import re
import tempfile
from typing import IO, NamedTuple

INLINE = 64 << 10
"""A result up to this size goes through the socket."""
SHARED = 4 << 20
"""A result up to this size goes through shared memory where there is any; so much is held before a file is begun."""


def shared_memory(folder: str) -> int:
    """A handle of memory to give to another process; of a file without a name where there is no such thing."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("cablegraph-result")
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.dup(file.fileno())


class SpoolFullError(Exception):
    """A result over the limit."""


class Rows:
    """Counts the rows of a serialised result as it passes, by what can stand only between or behind rows."""

    def __init__(self, media: str, text: str) -> None:
        self._mark = _ROW_MARKS.get(media, b"")
        self._csv, self._json = media == "text/csv", media == "application/sparql-results+json"
        self._marks, self._tail, self._quoted = 0, b"", False
        self._some, self._sure = False, bool(self._mark)
        self._text = text

    def pass_(self, data: bytes) -> None:
        """Look at the next piece."""
        if self._csv:  # a line break inside quotes ends no row
            for place, piece in enumerate(data.split(b'"')):
                self._quoted ^= place > 0
                self._marks += 0 if self._quoted else piece.count(b"\n")
        elif self._mark:
            joined = self._tail + data
            self._marks += joined.count(self._mark)
            self._tail = joined[1 - len(self._mark) :] if len(self._mark) > 1 else b""
            if self._json:
                self._look(joined)

    def _look(self, data: bytes) -> None:
        """Whether there are rows, and whether one binds nothing, for that has no mark."""
        if not self._some and (place := data.find(_FIRST_ROW)) >= 0:
            self._some = True
            self._sure = not data.startswith(b"}", place + len(_FIRST_ROW))
        if len(data) <= INLINE or _UNEVEN.search(self._text):  # otherwise the first tells of all
            self._sure = self._sure and b"{}" not in data

    @property
    def count(self) -> int | None:
        """The number of rows, or None when the form does not show it."""
        if self._json:
            return self._marks + self._some if self._sure else None
        return self._marks - (self._mark == b"\n") if self._sure else None


_FIRST_ROW = b'"bindings":[{'
_UNEVEN = re.compile(r"OPTIONAL|UNION|UNDEF|BIND|\bAS\b|\\", re.IGNORECASE)
"""What a query must hold for one row to bind what another does not."""
_ROW_MARKS = {
    "application/sparql-results+json": b'}},{"',
    "application/sparql-results+xml": b"</result>",
    "text/csv": b"\n",
    "text/tab-separated-values": b"\n",
}


class NotXmlError(Exception):
    """A result with a character that no XML 1.0 document can hold; its code point is the argument."""


_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


def _as_xml(before: bytes, data: bytes) -> bytes:
    """XML as its readers will see it: a bare carriage return would reach them as a line feed (XML 1.0, 2.11).

    ``before`` are the last bytes of the piece before, for a character may be cut.
    """
    if found := _NOT_XML.search(before + data):
        raise NotXmlError(f"U+{ord(found[0].decode()):04X}")
    return data.replace(b"\r", b"&#13;") if b"\r" in data else data


class Spooled(NamedTuple):
    """Where a whole result is: in ``body``, in so many ``shared`` bytes, or in the file at ``path``."""

    body: bytes = b""
    shared: int = 0
    path: str = ""

    @property
    def head(self) -> dict[str, str | int]:
        """Its part of the head of an answer."""
        return {"spooled": self.path, "shared": self.shared}


class Spool:
    """Collects a result in memory, then in a file, up to a limit; never half a result.

    ``shared`` is the handle of memory that the reader holds too, or -1; ``text`` the query.
    """

    def __init__(self, limit: int, folder: str, media: str = "", text: str = "", shared: int = -1) -> None:
        self._limit, self._folder, self._shared = limit, folder, shared
        self._size = self._held = 0
        self._rows = Rows(media, text)
        self._xml, self._last = media.endswith("+xml"), b""
        self._chunks: list[bytes] = []
        self._path = ""
        self._file: IO[bytes] | None = None

    @property
    def rows(self) -> int | None:
        """How many rows went by, if that can be told; asked after `finish`."""
        return self._rows.count

    def write(self, data: bytes) -> int:
        length = len(data)
        if self._xml:
            data, self._last = _as_xml(self._last, data), data[-2:]
        self._size += len(data)
        if self._size > self._limit:
            raise SpoolFullError
        self._chunks.append(data)
        self._held += len(data)
        if self._held > SHARED:
            self._spill()
        return length

    def flush(self) -> None:
        """Nothing: what is held is written by `finish`."""

    def drop(self) -> None:
        """Forget what was collected."""
        self._chunks.clear()
        if self._file is not None:
            self._file.close()
            os.unlink(self._path)
            self._file = None

    def finish(self) -> Spooled:
        """The whole result, where it is."""
        if self._file is None and self._size <= INLINE:
            return Spooled(self._taken())
        if self._file is None and self._shared >= 0:
            return Spooled(shared=_written(self._shared, self._taken()))
        self._spill()
        assert self._file is not None
        self._file.close()
        return Spooled(path=self._path)

    def _taken(self) -> bytes:
        held = b"".join(self._chunks)
        self._chunks.clear()
        self._held = 0
        self._rows.pass_(held)
        return held

    def _spill(self) -> None:
        if self._file is None:
            handle, self._path = tempfile.mkstemp(prefix=f"result-{os.getpid()}-", dir=self._folder)
            self._file = os.fdopen(handle, "wb", buffering=0)
        _written(self._file.fileno(), self._taken(), os.SEEK_CUR)


def _written(handle: int, data: bytes, whence: int = os.SEEK_SET) -> int:
    """Write all of it, from the beginning or where the last piece ended; how much that was."""
    os.lseek(handle, 0, whence)
    rest = memoryview(data)
    while rest:  # a bare file may take less than all
        rest = rest[os.write(handle, rest) :]
    return len(data)
