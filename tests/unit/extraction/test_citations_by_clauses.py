"""Papers told of by a clause with a day: who wrote or gave what to whom; drawn from the whole product."""

# ruff: noqa: E501  (a table is read best on one line)

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text

HEAD = "LETTER\n20 June 1889\nFrom: Harald Berg\nTo: Karl Lund\nSubject: Grain\n\nThe port is quiet. "
DAYS = {
    "on the 12th instant": "1889-06-12", "on June 12": "1889-06-12", "on the 3d of May": "1889-05-03", "on the 9th": "1889-06-09", "on 9 June": "1889-06-09",
    "under date of June 3": "1889-06-03", "on the 28th ultimo": "1889-05-28", "on May 28, 1889": "1889-05-28",
}  # fmt: skip
WHO = ("Mr. Denby", "Consul Brandt", "the Minister at Peking", "General Dahl", "the Austrian Minister", "Count Lamsdorff", "Comrade Novak", "our consul at Smyrna", "Dr. Hale")  # fmt: skip
WRITES = ("wrote to", "wrote", "has written to", "had written to", "telegraphed", "telegraphed to", "has telegraphed", "had telegraphed", "cabled", "cabled to", "wired")  # fmt: skip
GAVE = ("sent", "addressed", "handed", "delivered", "transmitted", "presented", "gave")
GIVEN = ("sent", "addressed", "handed", "delivered", "transmitted", "given", "presented")
KINDS = ("note", "letter", "memorandum", "telegram", "despatch", "communication", "message", "circular", "petition", "report", "protest", "aide-mémoire")  # fmt: skip
WAYS = ("telegram", "telegraph", "cable", "letter")
TAILS = ("that the port would be opened", "asking for a delay", "to the effect that nothing could be done", "upon the subject of the duties", "in regard to the cable")  # fmt: skip
PUT = (
    "I {wrote} {who} {day} {tail}", "{who} {wrote} me {day} {tail}", "{who}, who {wrote} us {day}, thinks otherwise", "The duties, of which I informed you by {way} {day}, are high",
    "As I informed you by {way} {day}, the port is open", "{Day} I {gave} to {who} a {kind} {tail}", "{who} {gave} us {day} a {kind} {tail}", "{who} {gave} a {kind} to the Ministry {day} {tail}",
    "{who} {gave} me a {kind} {day} {tail}", "I refer to the {kind} which was {given} to you {day}", "I refer to the {kind} {given} to the Ministry {day}", "I refer to the {kind} that {who} {gave} to you {day}",
    "A {kind} was {given} to the Ministry {day} {tail}", "He called and {gave} us {day} a {kind} {tail}",
)  # fmt: skip
Read = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def read() -> Read:
    def read(sentence: str) -> list[tuple[str, str]]:
        [source] = plain_text.read(HEAD + sentence + ".\n", "one.txt")
        return [(one.text_of("date"), one.text_of("sender")) for one in extract(source).parts.get("citations", ())]

    return read


@pytest.mark.parametrize("put", PUT)
def test_reads_paper_of_a_clause_with_its_day(read: Read, put: str) -> None:
    draw = random.Random(put)
    for _ in range(12):
        day = draw.choice(list(DAYS))
        words = {"who": WHO, "wrote": WRITES, "gave": GAVE, "given": GIVEN, "kind": KINDS, "way": WAYS, "tail": TAILS}
        chosen = {name: draw.choice(those) for name, those in words.items()}
        sentence = put.format(day=day, Day=day[0].upper() + day[1:], **chosen)
        assert DAYS[day] in [found for found, _ in read(sentence)], sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Consul Brandt wires foreigners alive on the 9th",
        "On the 9th I sent you the following telegram: Port closed",
        "I shall hand the Minister a note on the 25th",
        "He did not write to me on the 9th",
        "A note is to be handed to the Minister on the 25th",
        "General Dahl sent two regiments to Smyrna on the 9th",
        "The Minister left for Smyrna on the 9th",
        "He was asked on the 9th whether he would go",
    ],
)
def test_what_is_no_paper_or_still_to_come_is_none(read: Read, sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "sender"),
    [
        ("I cabled Consul Brandt on the 9th that the port was open", "Harald Berg"),
        ("Consul Brandt, at Hankow, telegraphed on the 9th that the port was open", "Brandt"),
        ("Dr. Hale handed us on the 9th a protest", "Hale"),
        ("I wrote to him on the 9th", ""),
    ],
)
def test_whose_paper_it_is(read: Read, sentence: str, sender: str) -> None:
    assert read(sentence) == [("1889-06-09", sender)]
