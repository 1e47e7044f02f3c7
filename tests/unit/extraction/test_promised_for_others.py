"""Papers that somebody else will give, or that the reader will be given: by whom, to whom, when, by what bag."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from tests.unit.extraction.test_promised_by_hand import announced


@pytest.mark.parametrize(
    "text",
    [
        "A revised draft of Article IX will be put up to P.M. by the Foreign Secretary on Monday.",
        "A proposal for the treaty of friendship will be transmitted to the Ethiopian side by Comrade Fischer in December.",
        "In connection with your instruction No. 002417/1, a separate report is going to be made.",
        "A supplementary information on the financing will be submitted.",
        "He volunteered that memorandum on trade would be delivered to Embassy early next week.",
        "At the front our General Shtemenko will give your representatives the schedule of the tank trains.",
        "Comrade He Cheng will present the list of medicaments to your trade representative in Beijing.",
        "An application for trucks will be presented to you by Comrade Pak.",
        "The plan for the repair of the lines will be presented to you by Comrade Lu Zhengcao, who leaves for Moscow on 12 May.",
        "The non-paper that Guerreiro gave me will be sent by tomorrow's pouch.",
        "Draft rules of procedure, as prepared by Joint Secretariat, are being sent by bag.",
        "The Ministry of Foreign Trade will send you a draft contract next week.",
        "My letter to the Congress on the embargo will be shown to your Ambassador.",
        "He said the President's letter would be delivered in Kiev by Ambassador Miller this week.",
        "It is agreed that the documents are handed over to your ambassador before the end of July.",
        "I shall send the draft of the report to the Security Council tomorrow.",
        "I shall send by the next packet the message of the President to the legislature.",
        "Signed minutes follow by courier Haugen.",
        "Draft follows this evening.",
        "Ferrara will bring him my letter.",
        "A further communication will be made to you when the commission shall have finished its work.",
        "A supplement will be given out after the 13th.",
        "The Center will send you guidelines on the communique.",
        "Our trade representative will hand to your minister an inventory of the machines.",
        "Comrade Lund will bring you the drawings in March.",
        "The Foreign Secretary will show your High Commissioner our reply.",
        "The minister said that our embassy would send me the questionnaire.",
        "A detailed evaluation will be submitted later.",
        "The timetable of the trains will be given to your officers by Colonel Holm.",
        "Photocopies of the letters are being sent by special courier.",
        "A contract for the boats will be delivered by our trade mission next month.",
        "The written proposals will be presented by Comrade Dahl on 5 May.",
        "He added that the lists would be handed over by the Ministry of Trade in June.",
    ],
)
def test_paper_that_another_gives_is_announced(text: str) -> None:
    assert announced(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A note will be sent to the Belgian Government.",
        "He asked that a list be sent to him.",
        "Trucks will be delivered by Comrade Lund in March.",
        "The plan will be carried out by the army in March.",
        "If the list is submitted by Comrade Lund we shall study it.",
        "The statement was made by the minister yesterday.",
        "The enemy will deliver the town to our troops.",
        "The proposal will be discussed by the ministers tomorrow.",
        "The information will not be given to you.",
        "He will give them a loan and show his hand.",
        "The contract will be signed in March.",
        "The articles will be made by our factory.",
        "Comrade Lund will send the army 300 trucks.",
        "He proposed that a report should be submitted by Comrade Lund.",
        "Our minister will give an answer to the British.",
    ],
)
def test_what_is_no_paper_for_the_reader_is_not_announced(text: str) -> None:
    assert announced(text) == 0
