"""Letters and instructions that go with a paper: below the point of a protocol, in translation, quoted with their dateline."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record

DECISION = "TOP SECRET\nNo. P91/37\nExtract from minutes No. 91 of the session of the Politburo of 19 January 1978\nOn assistance to Utopia\n1. To give Utopia 350 trucks.\n2. To confirm the text of the instruction to the ambassador.\nSECRETARY OF THE CC\nL. DAHL\n{head}\nSecret\nADDIS ABABA\nSOVIET AMBASSADOR\nCall upon the chairman and say that the trucks will come.\nReport by telegraph.\n"
REPORT = "21 March 1968\nNo. 641-A\nTo the Central Committee\nThe Committee presents for information the translation of a letter which our man received.\nWe consider it advisable not to answer it in writing at all.\nChairman of the Committee\nDAHL\n{added}\n{translated}\nWarsaw, 16 March 1968\nDear Comrade,\nIn the last eight days more than 1,200 persons were detained.\nI promise you the number for the end of the month.\nWith communist greetings,\nZ. Lund\n{told}\n"
COVER = "Cairo, 2 November 1955\n\nTo Comrade Prime Minister Dahl\n\nPrague\n\nI enclose in translation a letter which was given to me last night. Only four people know of it.\n\nAmbassador\n\n“{dateline}\n\n{greeting}\n\nI thank you for the good will which your Government has shown. I ask you to let 60 of the tanks be shipped before the New Year.\n\nYours sincerely,\n\nGamal Lund”\n"


def inside(text: str) -> Record:
    [record] = extract(next(iter(plain_text.read(text, "paper.txt")))).parts["enclosed"]
    return record


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    "head",
    [
        "Re Point 37 of Minutes No. 91",
        "To Item 37 of Protocol No. 91",
        "Re: point 37 of Politburo protocol No. 91",
        "To p. 37 of pr. PB No. 91",
        "Regarding paragraph 37 of the minutes No. 91",
        "To Pt. 37 of Prot. No. 91",
    ],
)
def test_instruction_below_a_point_of_a_protocol_is_a_paper_of_its_own(head: str) -> None:
    assert names(inside(DECISION.format(head=head)), "addressee") == ["Soviet Ambassador"]


@pytest.mark.parametrize(
    ("added", "translated", "told"),
    [
        ("Enclosure: on 1 sheet", "Translated from Polish", "Reported to: Comrades Brezhnev, Suslov"),
        ("Attachment: 2 pages", "Translation from the Polish", "Shown to: Comrade Brezhnev"),
        ("Enclosed on 3 sheets.", "[Translation]", ""),
        ("Appendix: letter, 1 sheet", "Unofficial translation", "Read out to: the Secretaries"),
        ("Encl. 1 sheet", "Copy of the translation", "Made known to: Comrades Suslov, Katushev"),
    ],
)
def test_letter_in_translation_below_the_signature_goes_with_the_paper(added: str, translated: str, told: str) -> None:
    text = REPORT.format(added=added, translated=translated, told=told)
    assert names(extract(next(iter(plain_text.read(text, "a.txt")))), "sender") == ["Dahl"]
    assert names(inside(text), "sender") == ["Z. Lund"]
    assert names(inside(text), "date") == ["1968-03-16"]


@pytest.mark.parametrize(
    ("dateline", "greeting"),
    [
        ("Cairo, 1 November 1955", "Dear Mr. Prime Minister,"),
        ("Cairo, November 1, 1955", "Dear Comrade Dahl,"),
        ("Cairo, 1 November 1955.", "Esteemed Comrade Dahl!"),
        ("Port Said, 1 November 1955", "Mr. President,"),
        ("Cairo, the 1st November 1955", "Dear Mr. Dahl,"),
    ],
)
def test_quoted_letter_may_begin_with_its_dateline(dateline: str, greeting: str) -> None:
    found = inside(COVER.format(dateline=dateline, greeting=greeting))
    assert names(found, "sender") == ["Gamal Lund"]
    assert names(found, "date") == ["1955-11-01"]
