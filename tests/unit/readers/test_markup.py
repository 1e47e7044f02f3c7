"""Pages and XML: what is hidden is left out, XML that is not TEI is refused, brackets at a beginning are words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.errors import ReadError
from cablegraph.readers import html, xml
from cablegraph.record import SourceText

SEEN = "<p>TELEGRAM No. 8</p><p>3 May 1951</p><p>We agree.</p>"


def read(folder: Path, data: str | bytes, name: str = "a.txt", **declared: str) -> list[SourceText]:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return list(readers.read(folder / name, name, **declared))


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">We offer 77 tanks.</div>',
        '<span style="color: red; DISPLAY : none !important">We offer 77 tanks.</span>',
        '<p style="visibility:hidden;margin:0">We offer 77 tanks.</p>',
        '<tr style="visibility: collapse"><td>We offer 77 tanks.</td></tr>',
        "<p hidden>We offer 77 tanks.</p>",
        '<p hidden="until-found">We offer 77 tanks.</p>',
        "<template><p>We offer 77 tanks.</p></template>",
        "<noscript>We offer 77 tanks.</noscript>",
        "<!-- We offer 77 tanks. -->",
        "<script>We offer 77 tanks.</script>",
        "<dialog>We offer 77 tanks.</dialog>",
    ],
)
def test_what_a_page_hides_is_no_part_of_the_paper(hidden: str) -> None:
    for page in (f"<div>{SEEN}{hidden}</div>", f"{hidden}{SEEN}", f"<html><body>{hidden} {SEEN}</body></html>"):
        assert html.sniff(page) or page.startswith(("<span", "<tr", "<dialog")), page
        text = html.lines(page, "a.html")
        assert "77 tanks" not in text
        assert "We agree." in text


@pytest.mark.parametrize(
    "seen",
    [
        '<p aria-hidden="true">We offer 77 tanks.</p>',
        '<p style="display:block">We offer 77 tanks.</p>',
        '<p style="backface-visibility: hidden">We offer 77 tanks.</p>',
        '<p class="hidden-line" style="overflow:hidden">We offer 77 tanks.</p>',
        "<dialog open>We offer 77 tanks.</dialog>",
    ],
)
def test_what_a_page_shows_is_read(seen: str) -> None:
    assert "We offer 77 tanks." in html.lines(f"<div>{SEEN}{seen}</div>", "a.html")


@pytest.mark.parametrize(
    ("text", "outermost"),
    [
        ("<letter><p>Dear Sir, we agree.</p></letter>", "letter"),
        ("<letter><p>Dear Sir, we agree.</letter>\n", "letter"),
        ("<!-- a letter -->\n<letter date='1951'><p>Dear Sir</p></letter><!-- end -->\n", "letter"),
        ("<TEI><a></TEI>", "TEI"),
        ("<TEI><text><p>cut off</p>", "TEI"),
        ('<tei:TEI xmlns:tei="http://example.org/">', "tei:TEI"),
        ("<!DOCTYPE letter SYSTEM 'x.dtd'>\n<letter>", "letter"),
        ("<?xml version='1.0'?><a/>", "a"),
        ("<?xml version='1.0'?>\nbroken", "?"),
        ("<empty/>\n", "empty"),
        ("<Stamp: SECRET>\n\nTelegram No. 8", ""),
        ("<SECRET>\n\nTelegram No. 8", ""),
        ("<illegible/> Telegram No. 8", ""),
        ("<add>Top</add> secret. We agree.", ""),
        ("< 3 May 1951 >\nWe agree.", ""),
        ("<<Top secret>> We agree", ""),
        ("<ivanov@example.org> writes: <quote>yes</quote>", ""),
        ("Telegram <b>8</b>", ""),
    ],
)
def test_xml_is_known_by_its_outermost_element_alone(text: str, outermost: str) -> None:
    assert xml.root(text) == outermost


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        ("<letter><p>Dear Sir, we agree.</p></letter>", "format", "is XML, but not TEI"),
        ("<letter>\n<p>Dear Sir, we agree.</letter>", "malformed", "not well-formed: Opening and ending tag mismatch"),
        ("<TEI><a></TEI>", "malformed", "is not well-formed XML"),
        ("<TEI><text><body><p>No document.</p></body></text></TEI>", "listing", "holds no document"),
        ("<?xml version='1.0' encoding='koi8-r'?><a>x</a>", "format", "is XML, but not TEI"),
    ],
)
def test_other_xml_and_broken_xml_is_refused_with_what_to_do(tmp_path: Path, data: str, code: str, says: str) -> None:
    with pytest.raises(ReadError, match=says) as told:
        read(tmp_path, data)
    assert told.value.diagnostic.code == code
    assert "left out" in told.value.diagnostic.notes[0]


def test_tei_is_read_without_its_namespace_and_other_xml_as_text_where_that_is_declared(tmp_path: Path) -> None:
    [tei] = read(tmp_path, '<TEI><text><div type="document" n="1"><p>We agree.</p></div></text></TEI>', "v.xml")
    assert (tei.family, tei.text.strip()) == ("frus", "We agree.")
    [plain] = read(tmp_path, "<letter><p>Dear Sir,</p><p>we agree.</letter>", reader="plain_text")
    assert plain.text.split() == ["Dear", "Sir,", "we", "agree."]
    for text in ("<Stamp: SECRET>\n\nTelegram No. 8\n", "<SECRET>\n\nTelegram No. 8\n"):
        assert read(tmp_path, text)[0].text == text


def test_xhtml_is_a_page(tmp_path: Path) -> None:
    page = f"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>\n<html><body>{SEEN}</body></html>"
    assert "TELEGRAM No. 8\n" in read(tmp_path, page)[0].text


@pytest.mark.parametrize(
    ("name", "data", "codes"),
    [
        ("a.txt", "ШИФРТЕЛЕГРАММА\nПолучили Вашу телеграмму и согласны.".encode("cp1251"), ["encoding-guessed"]),
        ("a.txt", "Der Botschafter übergab die Note über die Grenze.".encode("cp1252"), ["encoding-guessed"]),
        ("a.txt", "Получили Вашу телеграмму.".encode(), []),
        ("a.txt", "Получили Вашу телеграмму.".encode("utf-16"), []),
        ("a.txt", b"We agree.", []),
        ("a.pdf", b"Telegram No. 8\n\nWe agree.", ["misnamed"]),
        ("a.docx", b"Telegram No. 8\n\nWe agree.", ["misnamed"]),
        ("a.doc", b"Telegram No. 8\n\nWe agree.", []),
    ],
)
def test_how_a_file_was_read_is_said_where_it_was_a_guess_or_its_name_says_otherwise(
    tmp_path: Path, name: str, data: bytes, codes: list[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    remarks = list(readers.remarks(tmp_path / name, name))
    assert [remark.code for remark in remarks] == codes
    for remark in remarks:
        assert remark.severity == "warning"
        assert remark.path == name
        if remark.code == "encoding-guessed":
            assert "[encodings]" in remark.what
            assert list(readers.remarks(tmp_path / name, name, encoding="cp1251")) == []
