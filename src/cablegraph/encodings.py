"""Bytes to text: UTF-8, UTF-16, cp1251, KOI8-R, GB18030, cp1252, cp1250, told apart by them: ``ШИФРТЕЛЕГРАММА``."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from cablegraph.errors import ReadError

SAMPLE: Final = 1 << 16
"""Bytes looked at when an encoding is guessed."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS: Final = (
    (b"{\\rtf", "an RTF file", "save it as plain text (UTF-8) from the word processor"),
    (b"PK\x03\x04", "a DOCX, ODT or ZIP file", "save the papers in it as plain text (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save it as plain text (UTF-8) from the word processor"),
    (b"\x89PNG", "an image", "transcribe it; images are not read"),
    (b"\xff\xd8\xff", "an image", "transcribe it; images are not read"),
    (b"GIF8", "an image", "transcribe it; images are not read"),
    (b"II*\x00", "an image", "transcribe it; images are not read"),
    (b"MM\x00*", "an image", "transcribe it; images are not read"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)


class Named(NamedTuple):
    """What a file is by its suffix, and how such a file begins."""

    what: str
    magic: bytes


NAMED: Final = {
    ".pdf": Named("a PDF file", b"%PDF"),
    ".docx": Named("a Word file", b"PK\x03\x04"),
    ".odt": Named("an OpenDocument file", b"PK\x03\x04"),
    ".rtf": Named("an RTF file", b"{\\rtf"),
    ".png": Named("an image", b"\x89PNG"),
    ".jpg": Named("an image", b"\xff\xd8\xff"),
    ".jpeg": Named("an image", b"\xff\xd8\xff"),
}
"""Suffixes of files that are no text; what is inside decides how a file is read, and it is said."""
# Share of running Russian and Chinese that these make up; wrong decodings rarely reach a third of it.
_RUSSIAN: Final = frozenset("оеаинтсрвлкмдпу")
_OFTEN: Final = frozenset("оеаинтсрв")
_CHINESE: Final = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为以同时和地出会也要年美军电报朝鮮鲜談谈判停战戰東东毛主席蘇苏聯联對对與与"
)
# Letters outside ASCII, language by language, that each of the two European encodings holds.
_ALPHABETS: Final = {
    "cp1252": ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "áâãàçéêíóôõú", "àèéìíîòóùú", "æøåéäöó", "áðéíóúýþæö"),
    "cp1250": ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
}
_MARKS: Final = frozenset("’‘“”–—„‚…€£§°½¼¾«»‹›¿¡ºª·•™©®´×²\xa0")
_TOGETHER: Final = re.compile(r"(?<![A-Za-zА-яЁё])[А-яЁё]{2,}(?![A-Za-zА-яЁё])")
"""A word of Cyrillic letters alone; those of ``Müller`` or ``à``, misread, stand one by one between Latin ones."""
_SWAPPED: Final = re.compile(r"[а-яё][А-ЯЁ]")
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a file's bytes, not yet normalised. ``declared`` is the encoding that corpus.toml gives.

    Raises ReadError with the code empty, format, binary or encoding.
    """
    if not data.strip(b" \t\r\n\x0c\x00"):
        raise empty(name)
    if declared:
        return _declared(data, name, declared)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, name, encoding)
    for magic, what, remedy in _FORMATS:
        if data.startswith(magic):
            code = "binary" if what == "an image" else "format"
            raise ReadError(f"{name} is {what}, not text", path=name, code=code, notes=("left out", remedy))
    if wide := _wide(data[:SAMPLE]):
        return _strict(data, name, wide)
    sample = data[:SAMPLE]
    if len(_NOT_TEXT.findall(sample)) * 100 > len(sample):
        notes = ("left out", "if it is text after all, declare its encoding in corpus.toml under [encodings]")
        raise ReadError(f"{name} is binary, not text", path=name, code="binary", notes=notes)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_legacy(data, name), "replace")


def guessed(data: bytes, name: str) -> str:
    """The encoding in which a text is read that says none and is no Unicode; nothing for any other."""
    if data.isascii() or data.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(data[:SAMPLE]):
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, name)
    return ""


def empty(name: str) -> ReadError:
    """The error for a file without words."""
    notes = ("left out", "put the paper's text in, or delete the file")
    return ReadError(f"{name} is empty", path=name, code="empty", notes=notes)


def known(encoding: str) -> bool:
    """Whether there is an encoding of this name."""
    try:
        return bool(codecs.lookup(encoding))
    except LookupError:
        return False


def _declared(data: bytes, name: str, declared: str) -> str:
    if not known(declared):
        notes = (
            "left out",
            "known here: utf-8, utf-16, cp1251, koi8-r, gb18030, cp1252, cp1250 and others of Python's names",
        )
        raise ReadError(f'"{declared}" is no encoding', path=name, code="encoding", notes=notes)
    return _strict(data, name, declared)


def _strict(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        notes = ("left out", 'declare the right one in corpus.toml: [encodings] "FILE" = "cp1251"')
        what = f"{name} is not {encoding}: byte {error.start} does not fit"
        raise ReadError(what, path=name, line=line, code="encoding", notes=notes) from error


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: the high bytes of letters of one script are one and the same."""
    if len(sample) < 8:
        return ""
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        zeros = high.count(0)
        if zeros * 10 > len(high) * 3 and low.count(0) * 20 < len(low) + 20:
            return encoding
        if high.count(4) * 10 > len(high) * 6 and zeros:
            return encoding
    return ""


def _legacy(data: bytes, name: str) -> str:
    """The likeliest eight-bit or Chinese encoding, by how much of it reads as Russian, Chinese or Latin words."""
    sample = data[:SAMPLE]
    scores = {encoding: _score(sample, encoding) for encoding in ("cp1251", "koi8-r", "gb18030", *_ALPHABETS)}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] <= 0:
        notes = ("left out", 'declare it in corpus.toml: [encodings] "FILE" = "cp1251"')
        raise ReadError(f"{name} is text in an encoding we do not recognise", path=name, code="encoding", notes=notes)
    return best


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    high = [char for char in text if char > "\x7f"]
    if not high:
        return 0.0
    bad = sum(char == "�" or "\x80" <= char <= "\x9f" for char in high) / len(high)
    if encoding == "gb18030":
        share = sum(char in _CHINESE for char in high) / len(high)
        han = sum("一" <= char <= "鿿" or char in "，。、：；“”《》" for char in high) / len(high)
        return (share * 3 + han - 0.9) - bad * 10 if share > 0.03 else 0.0
    if encoding in _ALPHABETS:
        return _european(high, encoding) - bad * 10
    cyrillic = sum("а" <= char.lower() <= "я" or char in "ёЁ№«»—–“”" for char in high) / len(high)
    common = sum(char.lower() in _RUSSIAN for char in high) / len(high)
    often = sum(char.lower() in _OFTEN for char in high) / len(high)
    letters = sum(char.isalpha() for char in high)
    alone = 1 - sum(map(len, _TOGETHER.findall(text))) / letters if letters else 0.0
    # KOI8-R and cp1251 hold each other's capitals as small letters: read wrongly, "Москва" is "лНЯЙБЮ".
    wrong = len(_SWAPPED.findall(text)) / letters if letters else 0.0
    return (common + often * 0.5 + cyrillic - 0.9) - bad * 10 - alone * 2 - wrong * 5


def _european(high: list[str], encoding: str) -> float:
    """How well letters outside ASCII fit the languages of an encoding, and one of them."""
    letters = "".join(char for char in high if char not in _MARKS).lower()
    fitting = sum(map(letters.count, set("".join(_ALPHABETS[encoding]))))
    one_language = max(sum(map(letters.count, alphabet)) for alphabet in _ALPHABETS[encoding])
    # Czech misread is northern and southern at once: "Pøíbram, mìsto".
    clash = min(sum(map(letters.count, "øåæðþ")), sum(map(letters.count, "èìùòñãõ"))) if encoding == "cp1252" else 0
    marks = len(high) - len(letters)
    rarer = 0.13 if encoding == "cp1250" else 0.0
    return (fitting + marks + (one_language + marks) * 0.3 - clash) / len(high) - 0.6 - rarer
