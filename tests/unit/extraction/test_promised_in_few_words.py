"""Papers announced without a verb, by a pronoun, as an answer to come or through somebody, and sentences that announce none."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, promised_in_few_words
from cablegraph.readers import frus_text

DESPATCH = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 14, 1902. (Received June 2.)\nSIR: The road is closed. {}\nI have, etc.,\nJOHN DALE.\n"


def announced(text: str) -> int:
    [source] = frus_text.read(DESPATCH.format(text), "paper.txt")
    return len(extract(source).parts.get("promises", ()))


@pytest.mark.parametrize(
    "text",
    [
        "I shall inform you of his answer by a special telegram.",
        "I have asked for the names of the brokers and shall forward them when received.",
        "They have joined in a memorial, which I shall send you when it has been printed.",
        "I have asked for the list, and will send it as soon as received.",
        "The photographs are being taken, and I shall transmit them when completed.",
        "I do not send the memorandum; it shall go to you by a safe hand in the steamer of the 23d.",
        "The map is not ready; it will go to you by the next pouch.",
        "I have asked him to examine the gold washings, and his journal will be forwarded to the Navy Department through me.",
        "Full reports on each camp by pouch of 26th.",
        "Text of resolutions by mail.",
        "Detailed report by next pouch.",
        "Reply to Department's November 29, 5 p. m., in separate telegram.",
        "Details in my next telegram.",
        "Copies under separate cover.",
        "Haynes is mailing a full report on food.",
        "Consul is forwarding a detailed report.",
        "The Legation is sending you a copy of the contract.",
        "The original treaty will be forwarded by Mr. Thornton's messenger, who sails to-morrow.",
        "When it has been received the Department will answer it by letter.",
        "I would mention the matter to Mr. Morgenthau and would let him know by letter.",
        "He would let me know in writing.",
        "The undersigned will reply upon the other points in a note by itself.",
        "I shall inform you by telegraph.",
        "A written statement with tables will be distributed to the delegations tomorrow morning.",
        "Comrade Liu Yalou, who is already in Moscow, will bring you our plan for the schools.",
        "Colonel Berg will bring you the map of the frontier.",
        "Their names will be communicated through our embassy.",
        "A list of the families goes with the monthly return.",
        "The account goes with my next despatch.",
    ],
)
def test_one_paper_is_announced(text: str) -> None:
    assert announced(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The chief justice, Mr. Chambers, has announced that he will leave by the next mail boat.",
        "He will sail by the next steamer.",
        "Reports on the camps received by pouch of 26th.",
        "The letter was sent by mail.",
        "Copy of letter by mail received.",
        "If he asks, I shall answer by letter.",
        "The Government will not reply by note.",
        "Yesterday received the following by telegraph: all is lost.",
        "Answer by telegraph.",
        "Report by cable.",
        "Copy to Sofia by courier.",
        "Copy of this to Stevens at Moscow by mail.",
        "Copy to Page, London, by pouch.",
        "A copy of this letter is being furnished to the Director of the Bureau of the Budget.",
    ],
)
def test_no_paper_is_announced(text: str) -> None:
    assert announced(text) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "My opinion of the scheme will be sent separately.",
        "The lease will be fine, and the contract for the pilot will be mailed to him by post.",
        "Our observations on the tariff will be cabled tomorrow.",
        "The proclamation is being printed, and will be forwarded to you.",
        "The text of the decree will be repeated to you tonight.",
        "Comrade Berg will hand the text to the delegates.",
        "Cde. Dahl would send his remarks on the plan.",
        "Minister Holm will furnish them a list of the ships.",
        "Ambassador Lund will deliver the memorandum on Friday.",
        "Comrade Vik will supply us the minutes of the talks.",
    ],
)
def test_what_is_sent_on_and_what_a_comrade_hands_over_is_announced(sentence: str) -> None:
    assert promised_in_few_words.find(sentence, 0, len(sentence)) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "If we agree, the contract will be sent to him by mail.",
        "Comrade Berg will not send his remarks.",
        "The troops will be sent to him by steamer.",
        "Comrade Berg will deliver the grain to the ministers.",
    ],
)
def test_what_is_doubtful_or_no_paper_is_not_announced(sentence: str) -> None:
    assert promised_in_few_words.find(sentence, 0, len(sentence)) is None
