"""Whether a file is XML, with or without ``<?xml``, and which: ``<TEI><text>…</TEI>`` is read, ``<letter>…`` is not.

A paper that merely begins with a bracket, ``<Stamp: SECRET>`` or ``<illegible>``, is text.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from cablegraph.errors import ReadError
from cablegraph.patterns import compiled

TEI: Final = frozenset({"TEI", "teiCorpus"})
_NAME: Final = r"[A-Za-z_][\w.-]*(?::[\w.-]+)?"
_START: Final = compiled(
    r"(?s)\s*(?P<declared><\?xml\b.*?\?>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*(?P<doctype><!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>\s*)?"
    rf"(?:<!--.*?-->\s*)*<(?P<name>{_NAME})(?P<facts>(?:\s+{_NAME}\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(?P<empty>/?)>"
)
_END: Final = compiled(rf"</(?P<name>{_NAME})\s*>")
_LAST: Final = compiled(rf"(?s)</(?P<name>{_NAME})\s*>\s*(?:<!--.*?-->\s*)*\Z")


def root(text: str) -> str:
    """The name of the outermost element of a text that is XML, perhaps broken; nothing for any other text."""
    if not text[:64].lstrip().startswith("<") or (start := _START.match(text)) is None:
        return "?" if text.startswith("<?xml") else ""
    name = start["name"]
    if start["declared"] or start["doctype"] or "xmlns" in start["facts"]:
        return name
    if start["empty"]:
        return name if not text[start.end() :].strip() else ""
    ends = {end["name"] for end in _END.finditer(text, start.end())}
    if name in ends:
        last = _LAST.search(text, max(start.end(), len(text) - 2000))
        return name if last is not None and last["name"] == name else ""
    return name if ends else ""  # cut off before its end


def refuse(text: str, name: str) -> ReadError:
    """Why XML that is not TEI is left out: with its fault where it has one."""
    declared = f'[readers] "{name}" = "plain_text"'
    remedy = f"to read it as text, its tags left out, add to corpus.toml:  {declared}"
    notes = ("left out", "XML is read as TEI only; save other XML as text, CSV or JSON", remedy)
    try:
        parser = etree.XMLParser(load_dtd=False, resolve_entities=False, no_network=True, huge_tree=True)
        etree.fromstring(text.encode("utf-8").removeprefix(b"\xef\xbb\xbf"), parser)
    except etree.XMLSyntaxError as error:
        what = f"{name} is XML, but not TEI, and not well-formed: {error.msg}"
        return ReadError(what, path=name, line=error.lineno or 1, code="malformed", notes=notes)
    except ValueError:  # it declares an encoding, and was in it
        pass
    return ReadError(f"{name} is XML, but not TEI", path=name, line=1, code="format", notes=notes)
