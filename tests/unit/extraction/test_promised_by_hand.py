"""Papers that somebody will take, bring, hand over, prepare or have translated."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

LETTER = "Ankara, 27 June 1975\n\nDear Comrade Berg,\n\nThe harvest is in.\n\n{text}\n\nThe weather is good.\n\nWith greetings\n\nLund\n"


def announced(text: str) -> int:
    [source] = plain_text.read(LETTER.format(text=text), "a.txt")
    return len(extract(source).parts.get("promises", ()))


@pytest.mark.parametrize(
    "text",
    [
        "I shall prepare for the Secretary a summary of the points which he raised.",
        "I will report the reply of the consul so soon as the wires permit.",
        "I shall report the result as soon as it is known.",
        "I inclose a copy of the contract, and will forward the prohibition itself when I have had it translated.",
        "We should wait until the draft agreement, which I will telegraph tonight, has been studied.",
        "Grey has promised me an answer in writing by the 15th, which I will telegraph.",
        "The undersigned will lay before the Secretary a project of articles when his instructions arrive.",
        "The report of the Canal Board will be made public after its submission to Congress.",
        "Comrade Carlos Rodríguez will take to Moscow the draft of an agreement on the port.",
        "The draft of the agreement on salaries goes with compañero Ulises Estrada on Friday.",
        "I am sending by courier on 27/XI the transcript of the speech.",
        "The economic plan for 1975 will be sent in translation.",
        "He will hand over to Comrade Baibakov a memorandum with our calculations.",
        "Comrade Pak Heon-yeong will bring to Moscow our application for the second half of the year.",
        "Comrade Shtemenko will communicate to Comrade Xu Xiangqian the timetable of the trains by a special telegram.",
        "Mrs. Gandhi thanked and said that Mr. Jha would hand over the specifications before the delegation leaves.",
        "I asked him for a map; he said that he would send one in the course of the day.",
        "A separate telegram follows on the mood in the army.",
        "The text of the treaty will be forwarded by the mail of May 4.",
        "Ambassador Ferro will deliver to you a draft of the protocol.",
        "Our trade representative will submit to the Ministry the list of spare parts.",
        "The list of the specialists will be drawn up and sent in April.",
        "I shall put my reasons on paper and send them to you.",
        "You will have my full report by the next steamer.",
        "More by letter.",
        "I reserve my comments for a despatch.",
        "The consul will himself write to you about the ship.",
        "A translation is being made and will be mailed.",
        "The minister said that a written reply would be handed to me on Monday.",
        "He undertook to let me have the figures in writing.",
        "Colonel Berg brings the maps with him.",
        "As soon as I have his answer I will cable it.",
        "The photographs will come by the next bag.",
        "I will let you have the names by the end of the week.",
        "Our proposals will be conveyed to you by Comrade Li.",
        "The Ambassador is to hand you an aide-mémoire on this.",
        "My notes of the talk go to you in the bag.",
        "We shall communicate the date to you separately.",
        "Ambassador Parthasarathy will hand you six maps.",
        "The exact figures will be telegraphed as soon as the consuls report.",
    ],
)
def test_papers_are_announced_by_whoever_brings_or_prepares_them(text: str) -> None:
    assert announced(text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "He will hand over the prisoners to Comrade Baibakov.",
        "Comrade Pak will bring to Moscow our delegation.",
        "The report of the committee was made public.",
        "If he would send a note, we should answer it.",
        "He will take the draft into consideration.",
        "The train goes with Comrade Estrada on Friday.",
        "They would hand over the town.",
        "I do not think that he will send one.",
        "The troops will be sent in trucks.",
        "He said that he would send one division.",
        "The bridge will be made public property.",
        "The minister will report to the king as soon as possible.",
        "We asked for a map, but he would not send one.",
        "You will bring to Moscow the best of our men.",
    ],
)
def test_what_is_no_paper_or_not_to_come(text: str) -> None:
    assert not announced(text)
