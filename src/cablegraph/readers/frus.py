"""Foreign Relations of the United States in TEI: a volume's documents, with what the markup knows: ``date@when``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from cablegraph.errors import ReadError
from cablegraph.evidence import Layer
from cablegraph.iri import path_slug
from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Layered, elisions, insertions, layered
from cablegraph.record import Line, SourceText, normalise

FAMILY: Final = "frus"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_BLOCKS: Final = frozenset({
    "p", "head", "dateline", "opener", "closer", "signed", "salute", "list", "item", "table", "row", "quote",
    "lg", "l", "div", "postscript", "attachment", "byline", "ab", "argument", "epigraph", "titlePage", "label",
    "figure", "listBibl", "floatingText", "body", "group", "trailer",
})  # fmt: skip
_SKIPPED: Final = frozenset({"pb", "fw", "graphic", "figure", "milestone", "anchor", "index"})
_BREAKS: Final = frozenset({"lb", "cb"})
_BREAK = compiled(r"[\t\r\n]+")
_RECEIVED = compiled(r"\[?\s*Received\b[^\]]*\]?")


def read(data: bytes, name: str) -> Iterator[SourceText]:
    """Each document of a volume or of a single TEI file, in order, enclosures inside theirs.

    DTDs and entities are off. Raises ReadError with the code malformed, and with listing where no document is found.
    """
    people: dict[str, str] = {}
    volume = ""
    count = 0
    try:
        context = etree.iterparse(
            io.BytesIO(data), events=("start", "end"), load_dtd=False, resolve_entities=False, no_network=True,
            huge_tree=True, remove_comments=True, remove_pis=True, tag=("{*}TEI", "{*}div", "{*}persName"),
        )  # fmt: skip
        inside = 0
        for event, element in context:
            local = _local(element)
            is_document = local == "div" and element.get("type") == "document"
            if event == "start":
                if local == "TEI":
                    volume = element.get(_ID) or volume
                inside += is_document
                continue
            if local == "persName" and element.get(_ID) and not inside:
                people[element.get(_ID) or ""] = " ".join("".join(element.itertext()).split())
            if is_document:
                inside -= 1
                if inside == 0:
                    count += 1
                    yield _document(element, name, volume or path_slug(name.rsplit("/", 1)[-1]), people, count)
                    _forget(element)
    except etree.XMLSyntaxError as error:
        raise _malformed(name, error) from error
    if not count:
        notes = ("left out", 'documents are <div type="document">; the file has none')
        raise ReadError(f"{name} holds no document", path=name, code="listing", notes=notes)


def _malformed(name: str, error: etree.XMLSyntaxError) -> ReadError:
    line, column = error.position if error.position else (error.lineno, None)
    what = f"{name} is not well-formed XML: {error.msg}"
    notes = ("left out as a whole: what follows the fault cannot be trusted", "mend the line and build again")
    return ReadError(what, path=name, line=line, column=column or None, code="malformed", notes=notes)


def _forget(element: etree._Element) -> None:
    """Free a document that has been given away, and what stands before it."""
    tail = element.tail
    element.clear()
    element.tail = tail
    parent = element.getparent()
    before = element.getprevious()
    while parent is not None and before is not None and _local(before) != "head":
        parent.remove(before)
        before = element.getprevious()


def _local(element: etree._Element) -> str:
    return _local_name(element.tag)


@lru_cache(maxsize=1024)
def _local_name(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _document(element: etree._Element, name: str, volume: str, people: dict[str, str], count: int) -> SourceText:
    key = f"{volume}-{element.get(_ID) or 'd' + (element.get('n') or str(count))}"
    writer = _Writer(people)
    writer.document(element)
    writer.footnotes()
    return writer.close(name, key)


class _Writer:
    """Lays out one document, line by line; inline elements leave labels at their offsets."""

    def __init__(self, people: dict[str, str]) -> None:
        self.people = people
        self.parts: list[str] = []
        self.length = 0
        self.line: list[str] = []
        self.line_length = 0
        self.lines: list[Line] = []
        self.layers: list[Layered] = []
        self.notes: list[etree._Element] = []
        self.pending: list[tuple[str, int, int, str]] = []
        self.state: tuple[str, Layer | None] = ("body", None)

    # Text ---------------------------------------------------------------------------------------------------------

    def write(self, words: str | None) -> None:
        """Add words to the open line, runs of blanks as one."""
        if not words:
            return
        flat = _BREAK.sub(" ", normalise(words))
        while "  " in flat:
            flat = flat.replace("  ", " ")
        if flat[0] == " " and (not self.line_length or self.line[-1].endswith(" ")):
            flat = flat[1:]
        if flat:
            self.line.append(flat)
            self.line_length += len(flat)

    def flush(self) -> None:
        """Close the open line under the label and layer of the moment."""
        words = "".join(self.line).rstrip()
        label, layer = self.state
        if words:
            start, end = self.length, self.length + len(words)
            self.parts.append(words)
            self.length = end + 1
            self.lines.append(Line(label, start, end))
            if layer:
                self.layers.append((start, end, layer))
            for inner, first, last, value in self.pending:
                last = min(last, len(words))
                if first < last:
                    self.lines.append(Line(inner, start + first, start + last, value))
        self.line, self.line_length, self.pending = [], 0, []

    def put(self, element: etree._Element, label: str, layer: Layer | None) -> None:
        """An element as lines of its own."""
        self.flush()
        before, self.state = self.state, (label, layer)
        self.flow(element)
        self.flush()
        self.state = before

    # Elements -----------------------------------------------------------------------------------------------------

    def document(self, element: etree._Element) -> None:
        """A document's or an enclosure's children."""
        self.write(element.text)
        for child in element:
            self.child(child)
            self.write(child.tail)
        self.flush()

    def child(self, child: etree._Element) -> None:
        local = _local(child)
        if local == "head":
            self.put(child, "title", "catalogue")
        elif local == "note":
            self.note(child)
        elif local == "attachment":
            self.enclosure(child)
        elif local in ("opener", "closer"):
            self.flush()
            self.document(child)
        elif local in ("dateline", "signed", "salute"):
            opened = "".join(self.line).strip() in ("[", "(")  # the editors' bracket around it stays on its line
            if not opened:
                self.flush()
            start = self.line_length
            self.flow(child)
            self.pending.append((local, start, self.line_length, ""))
            if not (child.tail or "").lstrip().startswith(("]", ")")):
                self.flush()
        elif local == "div":
            self.document(child)
        elif local:
            self.inline(child)

    def note(self, note: etree._Element) -> None:
        if note.get("type") == "source" and note.get("rend") == "inline":
            self.put(note, "note.source", "catalogue")
        else:
            self.notes.append(note)

    def enclosure(self, element: etree._Element) -> None:
        self.flush()
        start = self.length
        self.document(element)
        if self.length - 1 > start:
            self.lines.append(Line("enclosure", start, self.length - 1))

    def flow(self, element: etree._Element) -> None:
        """An element's words and those of its children, in the open line; blocks inside begin lines of their own."""
        self.write(element.text)
        for child in element:
            self.inline(child)
            self.write(child.tail)

    def inline(self, child: etree._Element) -> None:
        local = _local(child)
        if not local or local in _SKIPPED:
            return
        if local in _BREAKS:
            self.write(" ")
        elif local == "note":
            self.note(child)
        elif local == "attachment":
            self.enclosure(child)
        elif local == "cell":
            self.flow(child)
            self.write(" ")
        elif local in _BLOCKS:
            self.flush()
            if local in ("dateline", "signed", "head", "opener", "closer"):
                self.child(child)
            else:
                self.flow(child)
            self.flush()
        else:
            start = self.line_length
            self.flow(child)
            label, value = self.meaning(local, child)
            if label:
                self.pending.append((label, start, self.line_length, value))

    def meaning(self, local: str, child: etree._Element) -> tuple[str, str]:
        """What an inline element says of its words: label and the source's own normal form."""
        if local == "date":
            return "date", (child.get("when") or "")
        if local == "placeName":
            return "dateline.place", ""
        if local in ("persName", "gloss", "orgName") and child.get("type") in ("from", "to"):
            return f"{child.get('type')}", self.person(child) if local == "persName" else f"#{local}"
        if local == "persName":
            return "person", self.person(child)
        if local == "seg" and child.get("type"):
            return f"seg.{child.get('type')}", ""
        return "", ""

    def person(self, child: etree._Element) -> str:
        return self.people.get((child.get("corresp") or "").rpartition("#")[2], "")

    def footnotes(self) -> None:
        """Footnotes stand after the document, each after its mark."""
        for note in self.notes:
            self.flush()
            self.state = ("note", "editorial")
            if note.get("type") == "source":
                self.state = ("note.reference", "catalogue")
            self.write(f"[{note.get('n') or '*'}] ")
            self.flow(note)
            self.flush()

    def close(self, name: str, key: str) -> SourceText:
        text = "\n".join(self.parts)
        bodies: list[tuple[int, int]] = []
        for line in self.lines:
            if line.label != "body":
                continue
            if bodies and text[bodies[-1][1] : line.start] == "\n":
                bodies[-1] = (bodies[-1][0], line.end)
            else:
                bodies.append((line.start, line.end))
        labels = [line for line in self.lines if line.label != "body"]
        labels.extend(Line("body", start, end) for start, end in bodies)
        for start, end in bodies:
            labels.extend(
                Line("received", *match.span()) for match in _RECEIVED.finditer(text, start, min(end, start + 400))
            )
        labels.sort(key=lambda line: (line.start, -line.end))
        return SourceText(
            text,
            name,
            key,
            FAMILY,
            layered([*self.layers, *insertions(text, bodies), *elisions(text, bodies)], len(text)),
            tuple(labels),
        )
