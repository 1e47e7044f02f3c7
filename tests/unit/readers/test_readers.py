"""Readers: which one reads a file, what it labels, which layer its words have, and what it refuses."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import time
from pathlib import Path

import pytest

import cablegraph
from cablegraph import readers
from cablegraph.errors import ReadError
from cablegraph.record import SourceText
from tests.waiting import paced

TOP = Path(__file__).parents[3]
SEED = TOP / "examples" / "wilson" / "wilson-ct3777.txt"
VOLUME = TOP / "tests" / "data" / "frus1918Russiav03.xml"
RIGHTS = "The History and Public Policy Program welcomes reuse of Digital Archive materials for research."


def read(folder: Path, content: str | bytes, name: str = "paper.txt", **declared: str) -> list[SourceText]:
    path = folder / "given"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(readers.read(path, name, **declared))


def words(source: SourceText, label: str) -> list[str]:
    return [source.text[line.start : line.end] for line in source.labelled(label)]


def test_seed_is_divided_as_the_page_is() -> None:
    [seed] = readers.read(SEED, "wilson-ct3777.txt")
    assert (seed.key, seed.family, len(seed.text)) == ("wilson-ct3777", "wilson-center", 2167)
    assert [(line.start, line.end) for line in seed.labelled("page-date", "title", "body", "summary", "rights")] == [
        (0, 13), (14, 93), (94, 1400), (1401, 1532), (1648, 2003),
    ]  # fmt: skip
    empty = [(line.label, line.start) for line in seed.lines if line.label.startswith("empty:")]
    assert ("empty:Original Archive", 1624) in empty
    assert len(empty) == 6


@pytest.mark.parametrize(
    ("quote", "layer"),
    [
        ("June 24, 1951", "catalogue"), ("CIPHERED TELEGRAM", "transcript"), ("FILIPPOV", "transcript"), ("[Stalin]\n", "editorial"),
        ("Jacob] Malik", "editorial"), ("turning down his request", "catalogue"), ("Original Archive", "boilerplate"),
        ("welcomes reuse", "boilerplate"), ("[email protected]", "boilerplate"),
    ],
)  # fmt: skip
def test_seed_words_have_their_layer(quote: str, layer: str) -> None:
    [seed] = readers.read(SEED, "wilson-ct3777.txt")
    start = seed.text.rindex(quote)
    assert seed.layer_of(start, start + len(quote)) == layer


def test_a_page_that_states_its_record_id_is_keyed_by_it(tmp_path: Path) -> None:
    page = f"May 1, 1952\nTelegram, Roshchin to Stalin\nI report that all is well here.\nROSHCHIN\nRecord ID\n112233\n{RIGHTS}"
    assert [source.key for source in read(tmp_path, page)] == ["wilson-112233"]


def test_the_summary_of_another_paper_before_the_date_is_not_read(tmp_path: Path) -> None:
    page = f"On the loan to Mongolia.\nMay 1, 1952\nTelegram, Roshchin to Stalin\nI report that all is well.\nROSHCHIN\nAuthor(s):\n{RIGHTS}"
    [source] = read(tmp_path, page)
    assert words(source, "related-summary") == ["On the loan to Mongolia."]
    assert source.layer_of(0, 10) == "catalogue"


def test_a_bilingual_page_keeps_the_original_apart(tmp_path: Path) -> None:
    page = (
        "May 1, 1952\nTelegram, Roshchin to Stalin\n[…]\nТЕЛЕГРАММА № 5\nДокладываю, что всё хорошо.\n[…]\n"
        f"TELEGRAM No. 5\nI report that all is well.\nAuthor(s):\n{RIGHTS}"
    )
    [source] = read(tmp_path, page)
    assert words(source, "original") == ["ТЕЛЕГРАММА № 5\nДокладываю, что всё хорошо."]
    assert "TELEGRAM No. 5" in words(source, "body")[-1]


def test_a_citation_sentence_gives_title_and_source_without_credits(tmp_path: Path) -> None:
    page = (
        "Search in\nDigital Archive International History Declassified\nMay 1, 1952\nLetter, Rau to Grotewohl\nCitation\nget citation\n"
        'Rau asks for coal.\n"Letter, Rau to Grotewohl," May 1, 1952, History and Public Policy Program Digital Archive, SAPMO, DY 30/3667. '
        "Translated by Karen Riechert.\nshare document\nEnglish HTML\nBerlin, 1 May 1952\nDear Otto, coal is short.\nRau"
    )
    [source] = read(tmp_path, page)
    assert words(source, "source") == ["SAPMO, DY 30/3667"]
    assert words(source, "summary") == ["Rau asks for coal."]
    assert words(source, "body") == ["Berlin, 1 May 1952\nDear Otto, coal is short.\nRau"]


def test_a_document_library_s_one_line_is_taken_apart(tmp_path: Path) -> None:
    line = (
        "May 1, 1952 Letter, Rau to Grotewohl Total Page:2 File Type:pdf, Size:10Kb Citation: “Letter, Rau to Grotewohl,” May 1, 1952, History and "
        "Public Policy Program Digital Archive, SAPMO, DY 30/3667. Summary: Rau asks for coal. Original Language: German Contents: "
        "English Translation LETTER Dear Otto, coal is short. RAU"
    )
    [source] = read(tmp_path, line)
    assert words(source, "summary") == ["Rau asks for coal."]
    assert words(source, "body") == ["LETTER", "Dear Otto, coal is short.", "RAU"]


def test_a_volume_gives_each_document_its_id_and_loses_none() -> None:
    started = time.thread_time()
    with paced() as pace:
        documents = list(readers.read(VOLUME, "frus1918Russiav03.xml"))
    took = time.thread_time() - started
    assert len(documents) == len({document.key for document in documents}) == 478
    assert documents[0].key == "frus1918Russiav03-d1"
    assert sum(len(list(document.labelled("enclosure"))) for document in documents) == 14
    assert took < 2 * pace.slowness


def test_markup_knowledge_stands_at_its_words() -> None:
    document = next(one for one in readers.read(VOLUME, "v.xml") if one.key.endswith("-d14"))
    assert [(document.text[line.start : line.end], line.value) for line in document.labelled("from")] == [
        ("Root", "Root, Elihu")
    ]
    assert [line.value for line in document.labelled("date")] == ["1917-07-08T19:00:00"]
    assert words(document, "note.source") == ["File No. 861.51/154", "[Telegram]"]


def test_a_faulty_volume_is_refused_with_its_line(tmp_path: Path) -> None:
    volume = '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text>\n<div type="document"><p>One</div>\n</text></TEI>'
    with pytest.raises(ReadError) as caught:
        read(tmp_path, volume, "v.xml")
    assert (caught.value.diagnostic.code, caught.value.diagnostic.line) == ("malformed", 3)


def test_an_entity_of_a_volume_is_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    volume = (
        f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">'
        '<div type="document" xml:id="d1"><p>Before &x; after</p></div></TEI>'
    )
    assert "hidden" not in "".join(source.text for source in read(tmp_path, volume, "v.xml"))


def test_a_text_of_the_series_keeps_the_series_id(tmp_path: Path) -> None:
    text = "File No. 861.51/1\nThe Secretary of State to the Ambassador in Russia (Francis)\n[Telegram]\nWashington, April 3, 1917.\n7. Wait.\nLansing\n\n[1] Not printed."
    [source] = read(tmp_path, text, "papers/frus1918Russiav03-d1.txt")
    assert (source.key, source.family) == ("frus1918Russiav03-d1", "frus")
    assert words(source, "note") == ["[1] Not printed."]


def test_an_enclosure_lies_inside_its_document(tmp_path: Path) -> None:
    text = (
        "Mr. Adams to Mr. Seward.\nNo. 4.]\nLondon, May 5, 1864.\nSir: I send a letter.\nCHARLES FRANCIS ADAMS.\n[Enclosure.]\n"
        "Earl Russell to Mr. Adams.\nForeign Office, May 3, 1864.\nSir: No.\nRUSSELL."
    )
    [source] = read(tmp_path, text, "frus1864p1-d4.txt")
    assert [words(source, "enclosure")[0][:12], *words(source, "title")] == [
        "[Enclosure.]", "Mr. Adams to Mr. Seward.", "Earl Russell to Mr. Adams.",
    ]  # fmt: skip


def test_a_bulletin_gives_a_text_for_each_paper_with_its_breaks_undone(tmp_path: Path) -> None:
    text = (
        "PAPERS FROM SOFIA\n\nDocument 1: Telegram, Kostov to Stoikov, 2 May 1956\nRice has gone to the kitchens of the strik-\n"
        "ers, and more will follow.\n[Source: TsDA, f. 1b, op. 6, l. 12. Translated by A. Ivanov.]\n\n"
        "Document 2: Telegram, Stoikov to Kostov, 3 May 1956\nReceived.\n[Source: TsDA, f. 1b, op. 6, l. 13]\n"
    )
    first, second = read(tmp_path, text, "bulletin.txt")
    assert (first.key, second.key) == ("bulletin-1", "bulletin-2")
    assert words(first, "title") == ["Telegram, Kostov to Stoikov, 2 May 1956"]
    assert words(first, "source") == ["TsDA, f. 1b, op. 6, l. 12"]
    assert "strikers, and more" in first.text


def test_rows_of_a_table_are_laid_out_as_labelled_lines(tmp_path: Path) -> None:
    table = (
        'title,date,body,Record ID,source\n"Letter, Rau to Ulbricht",1952-05-01,"Dear Walter,\nno coal.",4711,SAPMO\n'
    )
    [source] = read(tmp_path, table, "papers.csv")
    assert source.key == "wilson-4711"
    assert words(source, "title") == ["Letter, Rau to Ulbricht"]
    assert words(source, "body") == ["Dear Walter,\nno coal."]


def test_objects_of_a_json_file_are_papers(tmp_path: Path) -> None:
    lines = '{"title": "Note of Rau", "id": 3, "body": "No coal."}\n{"title": "Note of Leuschner", "id": 4, "body": "No steel."}\n'
    assert [source.key for source in read(tmp_path, lines, "papers.jsonl")] == ["papers-3", "papers-4"]


def test_a_page_of_html_becomes_its_lines(tmp_path: Path) -> None:
    page = (
        "<html><head><title>x</title><script>bad()</script></head><body><h1>Telegram, Roshchin to Stalin</h1><p>All is&nbsp;well.</p>"
        f"<dl><dt>Record ID</dt><dd>991</dd></dl><p>{RIGHTS}</p></body></html>"
    )
    [source] = read(tmp_path, page, "page.html")
    assert source.key == "wilson-991"
    assert "bad()" not in source.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1251", "koi8-r", "utf-8-sig"])
def test_a_russian_text_is_read_in_any_of_its_encodings(tmp_path: Path, encoding: str) -> None:
    text = "ШИФРТЕЛЕГРАММА N 4457\nМосква, 5 мая 1952 года\nПолучили Вашу телеграмму от второго мая и согласны с предложением.\n"
    [source] = read(tmp_path, text.encode(encoding))
    assert source.text == text


def test_a_chinese_text_in_gb18030_is_read(tmp_path: Path) -> None:
    text = "毛主席来电\n我们同意苏联同志的意见，朝鲜停战谈判应在一年之内结束，中国人民志愿军的给养由我们负责。\n"
    assert read(tmp_path, text.encode("gb18030"))[0].text == text


def test_a_declared_encoding_goes_before_ours(tmp_path: Path) -> None:
    assert read(tmp_path, "Bôhm à Prag".encode("cp1252"), encoding="cp1252")[0].text == "Bôhm à Prag"
    with pytest.raises(ReadError) as caught:
        read(tmp_path, b"abc\xff", encoding="utf-8")
    assert caught.value.diagnostic.code == "encoding"


def test_text_is_stored_composed_and_with_plain_line_ends(tmp_path: Path) -> None:
    [source] = read(tmp_path, "\ufeffA note by Rákosi\r\nA\u0301 la carte and more\r\n")
    assert source.text == "A note by Rákosi\nÁ la carte and more\n"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", "empty"), ("  \n\u00a0\n", "a.txt", "empty"), (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", "binary"), (bytes(range(256)) * 9, "a.bin", "binary"),
        (b"%PDF-1.7", "a.pdf", "format"), (b"PK\x03\x04zip", "a.docx", "format"), (b"{\\rtf1}", "a.rtf", "format"), (b"\x81\x8d\x8f\x90\x9d " * 20, "a.txt", "encoding"),
        (b"<?xml version='1.0'?><a/>", "a.xml", "format"), (f"Skip to content\nAuthor(s):\nRights\n{RIGHTS}", "a.txt", "furniture"),
        ('{"title": "x"', "a.json", "malformed"), ("colour,size\nred,2\n", "a.csv", "format"), ('title,body\n"x,y\n', "a.csv", "malformed"),
    ],
)  # fmt: skip
def test_what_is_no_paper_is_refused_with_its_reason(
    tmp_path: Path, content: str | bytes, name: str, code: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, content, name)
    assert caught.value.diagnostic.code == code
    assert caught.value.diagnostic.notes


def test_a_listing_is_refused_in_the_words_of_the_golden_message(tmp_path: Path) -> None:
    page = "Search results\n" + "".join(
        f"May {day}, 1952\nTelegram from Consul Dahl\nDahl on the weather.\n" for day in range(1, 21)
    )
    with pytest.raises(ReadError) as caught:
        read(tmp_path, page, "search-results.html")
    assert str(caught.value) == (
        "error: search-results.html is a list of other papers, not a paper\n"
        "  --> search-results.html\n"
        "   = left out, because its dates and titles belong to 20 other documents\n"
        '   = if it is a paper after all, add to corpus.toml:  [readers] "search-results.html" = "plain_text"'
    )
    assert [source.family for source in read(tmp_path, page, "search-results.html", reader="plain_text")] == [
        "plain-text"
    ]


def test_an_unknown_reader_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match='"word" is no reader'):
        read(tmp_path, "x y", reader="word")


def test_fifty_megabytes_are_read_in_bounded_time(tmp_path: Path) -> None:
    text = "Letter of Consul Dahl\n" + "The harbour is quiet [see above] and the men are paid.\n" * 950_000
    started = time.thread_time()
    with paced() as pace:
        [source] = read(tmp_path, text, "long.txt")
    took = time.thread_time() - started
    assert len(source.text) > 50_000_000
    assert took < 30 * pace.slowness


@pytest.mark.parametrize("path", sorted((TOP / "examples" / "composed").glob("*.txt")), ids=lambda path: path.stem)
def test_a_paper_that_says_it_is_composed_is_plain_text_and_labelled_so(path: Path) -> None:
    [source] = readers.read(path, path.name)
    assert (source.family, len(words(source, "composed"))) == ("plain-text", 1)


@pytest.mark.parametrize("name", ["paper.txt", "frus1918Russiav03-d14.txt"])
def test_a_composed_paper_in_the_form_of_a_series_is_no_document_of_it(tmp_path: Path, name: str) -> None:
    paper = "COMPOSED FOR TEACHING. Not a historical document.\nThe Consul at Varna (Dahl) to the Secretary of State\n[Telegram]\nAll is well.\nDAHL"
    [source] = read(tmp_path, paper, name)
    assert (source.family, len(words(source, "composed"))) == ("plain-text", 1)


def test_a_sentence_of_the_text_is_no_head_of_the_series(tmp_path: Path) -> None:
    paper = (
        "TELEGRAM No. 9\nDate: 3 May 1956\nFrom: Inspector Emil Stancu, Varna\nTo: Director Jan Dahl, Prague\n"
        "1. The second dredger must go to Burgas for repairs.\n2. The grain goes to the Ministry of Agriculture.\nSTANCU"
    )
    [source] = read(tmp_path, paper)
    assert source.family == "plain-text"


def test_a_list_of_papers_is_refused_whatever_series_its_titles_recall(tmp_path: Path) -> None:
    rows = "\n\n".join(
        f"{n}. Telegram From Filippov to Krasovsky No. {3700 + n}\n\nJune {n}, 1951" for n in range(1, 26)
    )
    with pytest.raises(ReadError, match="list of other papers"):
        read(tmp_path, f"Search results\n\n{rows}\n", "search results.txt")


@pytest.mark.parametrize(
    ("given", "edtf"),
    [
        ("1953-04-xx", "1953-04"),
        ("1953-04-XX", "1953-04"),
        ("1953-04", "1953-04"),
        ("1953", "1953"),
        ("not known", ""),
    ],
)
def test_a_date_of_a_catalogue_is_as_exact_as_the_catalogue_has_it(tmp_path: Path, given: str, edtf: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"id,date,sender,recipient,title\nc1,{given},Zhou Enlai,Mao Zedong,Note\n", "utf-8")
    [record] = cablegraph.read(path)
    assert record.text_of("date") == edtf
    assert all(record.source.quote(span) == given for date in record.fields.get("date", ()) for span in date.spans)


def pdf_of(*lines: str) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /MediaBox [0 0 612 792] >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Root 1 0 R /Size {size} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{rows}{trailer}".encode("ascii")


def test_the_text_of_a_pdf_is_read_as_a_paper(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of("Telegram No. 3777", "24 June 1951", "We received your telegram of June 21."))
    [record] = cablegraph.read(path)
    assert record.text_of("date") == "1951-06-24"
    assert "We received your telegram of June 21." in record.source.text


def test_a_pdf_of_images_or_without_the_extra_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="without text") as images:
        read(tmp_path, pdf_of(), "scan.pdf")
    assert "transcribe" in str(images.value)
    monkeypatch.setattr(readers.pdf, "installed", lambda: False)
    with pytest.raises(ReadError, match="is a PDF file, not text") as bare:
        read(tmp_path, pdf_of("Telegram No. 3"), "a.pdf")
    assert "pip install 'cablegraph[pdf]'" in str(bare.value)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Archive of the President of the Russian Federation (APRF), f. 45, op. 1, d. 7", None),
        ("Harbour Commission of the Lower Danube (HCLD), fond 7, op. 2, d. 18.", "Harbour Commission of the Lower Danube (HCLD), fond 7, op. 2, d. 18"),
        ("Copies: RGASPI, f. 558, op. 11, d. 3, l. 5; PQS, f. 7, op. 2, d. 18", "RGASPI, f. 558, op. 11, d. 3, l. 5; PQS, f. 7, op. 2, d. 18"),
        ("The Lower Danube Commission (LDC), on 7 May, paid for 18 cranes.", ""),
        ("Copies: Bulganin, Zorin 2", ""),
    ],
)  # fmt: skip
def test_a_long_name_with_its_letters_before_a_fond_is_a_reference(line: str, kept: str | None, tmp_path: Path) -> None:
    [source] = read(tmp_path, f"TELEGRAM No. 612\n\nTo Bulganin\n\nThe harbour asks for trucks.\n\nVASILEV\n\n{line}\n")
    assert words(source, "source") == [line if kept is None else kept] * (kept != "")


def test_a_short_text_below_a_reference_in_the_head_stays_text(tmp_path: Path) -> None:
    head = "TELEGRAM No. 612\nFrom: Vasilev\nTo: Bulganin\nDate: 5 March 1951\nSource: APRF, f. 45, op. 1, d. 7\n\n"
    [source] = read(tmp_path, f"{head}The harbour asks for trucks.\n")
    assert words(source, "body")[0].endswith("The harbour asks for trucks.")


def test_a_title_that_ends_with_a_bracket_is_no_telegram_of_the_series() -> None:
    paper = "July 2, 1951\nTelegram from Berg to Dahl (via Lund)\nCiphered Telegram No. 101\nTo Lund, Pyongyang\nThe text was read.\n"
    assert readers.choose(paper, "paper.txt") != "frus_text"
