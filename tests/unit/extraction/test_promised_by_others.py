"""Who is to send a paper that is announced, and who is to get it, where it is not the writer who announces his own."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise

MEMO = """Telegram from Consul Nuri Osman to Governor Selim

TELEGRAM No. 12
Assiut, 3 May 1919

To: Governor Selim
From: Consul Nuri Osman

I came back from the ford last night and saw the stores.

{body}

Osman
"""


def promised(body: str) -> tuple[str, str]:
    [source] = plain_text.read(normalise(MEMO.format(body=body)), "paper.txt")
    [promise] = extract(source).parts["promises"]
    return promise.text_of("sender"), promise.text_of("addressee")


@pytest.mark.parametrize(
    ("body", "by", "to"),
    [
        ("Dr. Munro will send me a report on the wells.", "Munro", "Nuri Osman"),
        ("The Governor will send you a memorandum on the wells.", "Governor", "Selim"),
        ("A telegram from Peter Munro will reach you tomorrow.", "Peter Munro", "Selim"),
        ("A longer paper by Walt Rostow will reach you next week.", "Walt Rostow", "Selim"),
        ("Zavala Loayza will hand me a memorandum tomorrow.", "Zavala Loayza", "Nuri Osman"),
        ("Zavala Loayza told me that he will hand me a memorandum tomorrow.", "Zavala Loayza", "Nuri Osman"),
        ("Peter Munro promised to send me a report.", "Peter Munro", "Nuri Osman"),
        ("You will receive a letter from Peter Munro.", "Peter Munro", "Selim"),
        ("The list will be sent to you by Consul Munro.", "Munro", "Selim"),
        ("A full report by Mr. Dent, the consul, is on its way to Washington.", "Dent", ""),
        ("Walt Rostow is preparing a longer paper for you.", "Walt Rostow", "Selim"),
        ("General Selwyn informed us that he will send us a list of the men.", "Selwyn", "Nuri Osman"),
        ("A letter from the governor will reach you tomorrow.", "governor", "Selim"),
    ],
)
def test_a_paper_is_promised_by_who_is_named(body: str, by: str, to: str) -> None:
    assert promised(body) == (by, to)


@pytest.mark.parametrize(
    "body",
    ["A letter from him will reach you tomorrow.", "A telegram from Cairo will reach you tomorrow."],
)
def test_a_paper_of_nobody_who_can_be_told_is_not_the_writers(body: str) -> None:
    assert promised(body) == ("", "Selim")


@pytest.mark.parametrize(
    "body",
    [
        "I shall send you a report by Dr. Munro on the wells.",
        "My report will reach you tomorrow.",
        "A detailed report will follow by post.",
        "Details from the conference will follow by post.",
        "A plan of the wells will go to you by the Doric.",
    ],
)
def test_what_the_writer_sends_is_his(body: str) -> None:
    assert promised(body) == ("Nuri Osman", "Selim")


def test_who_carries_a_paper_has_not_written_it() -> None:
    assert promised("Peter Munro will bring you our map.")[0] != "Peter Munro"
