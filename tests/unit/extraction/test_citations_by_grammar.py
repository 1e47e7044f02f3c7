"""Citations as a grammar: whose, of what sort and kind, number, day, said in what words; drawn from the whole product."""

# ruff: noqa: E501  (a table is read best on one line)

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

HEAD = "MEMORANDUM\n24 June 1951\nFrom: Harald Berg\nTo: Karl Lund\nSubject: Grain\n\n"
KINDS = {
    "telegram": "telegram", "cable": "telegram", "wire": "telegram", "radiogram": "telegram", "ciphered telegram": "ciphered-telegram", "code telegram": "ciphered-telegram",
    "circular telegram": "telegram", "wireless message": "telegram", "despatch": "despatch", "dispatch": "despatch", "instruction": "instruction", "note": "note",
    "note verbale": "note", "aide-mémoire": "note", "letter": "letter", "letter of instructions": "letter", "memorandum": "memorandum",
    "report": "report", "circular": "circular", "message": "", "communication": "", "airgram": "", "reply": "", "protest": "",
}  # fmt: skip
SORTS = ("", "confidential ", "urgent ", "latest ", "second ", "strictly personal ", "long ", "well-known ")
NUMBERS = ("No. 12", "number 12", "Number 12", "numbered 12", "(No. 12)", "no. 12", "#12", "№ 12", "12", "")
DAYS = {
    "of June 21": "06-21", "dated the 21st": "06-21", "of the 21st instant": "06-21", "of the 28th ultimo": "05-28", "of the 28th ult.": "05-28",
    "of yesterday": "06-23", "of to-day": "06-24", "of yesterday's date": "06-23", "of June 21, 4 p.m.": "06-21", ", June 21,": "06-21",
    "of 21 June 1951": "06-21", "of the 21st of June": "06-21", "of even date": "06-24", "of last Tuesday": "06-19", "of Tuesday last": "06-19",
    "under date of June 21": "06-21", "bearing date the 21st": "06-21", "sent on June 21": "06-21", "written on June 21": "06-21",
    "of the evening of June 21": "06-21", "of May 3d": "05-03", "of the 3d of May last": "05-03", "of the 21st current": "06-21", "of this morning": "06-24", "": "",
}  # fmt: skip
OWNERS = {
    "my": "Berg", "our": "Berg", "your": "Lund", "his": "", "its": "", "Mr. Dahl's": "Dahl", "General Poole’s": "Poole", "Comrade Morris's": "Morris",
    "that Government's": "", "the French Government's": "French Government", "the Consul General's": "", "the": "",
}  # fmt: skip
PARTIES = {
    "from Mr. Dahl": "Dahl", "of General Poole": "Poole", "sent by Comrade Morris": "Morris", "signed by Mr. Dahl": "Dahl", "from the Consul at Harbin": "Consul at Harbin",
    "from the Minister for Foreign Affairs": "Minister for Foreign Affairs", "of the British Embassy": "British Embassy", "from Mr. Dahl to the Minister of War": "Dahl",
}  # fmt: skip
FRAMES = (
    "Referring to {}, the matter is closed.", "In reply to {} nothing is known.", "Thank you for {}.", "The harvest is poor, as stated in {}.", "See {}.",
    "The harvest is poor (cf. {}).", "In addition to {}, the harvest is poor.", "Pursuant to {}, the matter was closed.", "The list was sent under cover of {}.",
    "Paragraph 2 of {} is not clear to us.", "The news was confirmed by {}.", "A copy of {} was shown to him.", "On receipt of {} he called.", "The contents of {} were made known to him.",
    "Nothing has happened since {}.", "He acted on {} at once.", "The figures given in {} are right.",
)  # fmt: skip


class Phrase(NamedTuple):
    """A sentence and what it must be read as."""

    text: str
    number: str
    day: str
    form: str
    sender: str


def phrases(count: int, seed: int) -> Iterator[Phrase]:
    """So many of the product's, each with a number or a day."""
    draw = random.Random(seed)
    for _ in range(count):
        kind, sort, number, day = (draw.choice(list(table)) for table in (KINDS, SORTS, NUMBERS, DAYS))
        number, day = (number, day) if number or day else ("No. 12", day)
        said = " ".join(word for word in (number, day) if word).replace(" ,", ",")
        if draw.random() < len(OWNERS) / (len(OWNERS) + len(PARTIES)):
            owner = draw.choice(list(OWNERS))
            words, sender = f"{owner} {sort}{kind} {said}", OWNERS[owner]
        else:
            party = draw.choice(list(PARTIES))
            behind = (said, party) if draw.random() < 1 / 2 else (party, said)
            words, sender = f"the {sort}{kind} {behind[0]} {behind[1]}", PARTIES[party]
        text = draw.choice(FRAMES).format(words.replace(" ,", ",").rstrip(",")).replace(",,", ",")
        edtf = f"1951-{DAYS[day]}" if day else ""
        yield Phrase(text.replace("..", "."), "12" if number else "", edtf, KINDS[kind], sender)


def cited(text: str) -> list[tuple[str, str, str, str]]:
    [source] = plain_text.read(f"{HEAD}{text}\n\nHarald Berg\n", "paper")
    found = extract(source).parts.get("citations", ())
    return [(one.text_of("number"), one.text_of("date"), one.text_of("form"), one.text_of("sender")) for one in found]


@pytest.mark.parametrize("phrase", list(phrases(300, seed=1951)), ids=lambda phrase: phrase.text)
def test_a_phrase_of_the_grammar_is_one_paper(phrase: Phrase) -> None:
    [(number, day, form, sender)] = cited(phrase.text)
    assert (number, day, form) == (phrase.number, phrase.day, phrase.form)
    answered = phrase.text.startswith(("In reply", "On receipt")) and not phrase.sender
    assert answered or sender.endswith(phrase.sender)


@pytest.mark.parametrize(
    "text",
    [
        "He has 12 battalions, and my last visit of June 21 was short.",
        "Your order of precedence of the 21st place was changed.",
        "It was a note of alarm, and the letters patent were read.",
        "The law of June 21, 1902, is in force.",
        "The dispatch of 35 trucks was delayed, and he will report on June 21.",
        "They wire 12 houses and order 12 rifles; the cable of 12 strands broke.",
        "He promised an answer by the 8th.",
        "He swears that it was in the letter of August.",
        "A detailed account will be sent to you in telegram No. 79.",
        "No note from the Consul at Harbin came on June 21.",
        "The signal of 12 guns was heard in the minute after noon.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert cited(text) == []


def test_a_paper_that_lies_here_is_not_pointed_to_by_its_number() -> None:
    assert cited("I transmit herewith a copy of the report, No. 22, of Captain Dahl.") == []


@pytest.mark.parametrize(("to", "names"), [("this Government", ""), ("the Embassy", "Embassy")])
def test_addressee_that_is_only_pointed_at_is_no_name(to: str, names: str) -> None:
    [record] = map(
        extract, plain_text.read(f"{HEAD}The Argentine Government, in a note of June 3 to {to}, objects.\n", "a.txt")
    )
    [cited] = record.parts["citations"]
    assert cited.text_of("addressee") == names
