"""Papers that whoever will hand, send or mail, in whatever order, and other announcements of many services."""

from __future__ import annotations

import pytest

from cablegraph.extraction import bearers, promise_words


@pytest.mark.parametrize("sentence", [
    "The undersigned will hand to the Secretary of State, at an early day, a map of the wharves.",
    "Mr. Anton Dahl will hand to Secretary Berg in Sintra our paper.",
    "A commission of the ministers will submit to you at 18:00 the final text.",
    "His successor, when he has been chosen, will bear to you a letter of credence.",
    "Comrade Anton Dahl would send the answer in writing after the meeting.",
    "Secretary Berg will be sending a message to you on this.",
    "Copy of the manifesto mailed to-day.",
    "He will come here in June and bring the answer.",
    "The Economic Adviser is to prepare a note for the files.",
    "A volume containing them will be sent to each of you.",
    "I will report by cable whatever comes from the north.",
    "I shall not fail to report any new phase of the matter by telegraph.",
    "Shall telegraph first section upon receipt.",
    "The manifesto will follow as soon as I can obtain it.",
    "Instructions as to a flag will be wired to-morrow.",
    "The draft contract for the lease will be remitted in the pouch of the 27th.",
    "The translation of the letter of 19 November I will forward as soon as it is obtained.",
    "A bulletin of what has taken place shall be furnished to the legation this evening.",
    "A list of the articles, which number not fewer than 3,000, shall reach you within the fortnight.",
    "Say that a draft agreement on the credit will be handed over by Comrade Berg.",
    "Your 34 will be answered shortly.",
])  # fmt: skip
def test_announced(sentence: str) -> None:
    assert promise_words.find(sentence, 0, len(sentence)) is not None


@pytest.mark.parametrize("sentence", [
    "The Ambassador will hand to the Minister of War a note of protest.",
    "If he comes he will bring to you a letter.",
    "Copy of this to Dahl at Oslo by mail.",
    "He would send the answer.",
    "The guests will be sending a car.",
])  # fmt: skip
def test_not_announced(sentence: str) -> None:
    assert promise_words.find(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize(("text", "names"), [
    ("All is well. Copy of this to Dahl at Oslo by mail.", ["Dahl"]),
    ("6. A map will be handed to me. D.C. cc: The Secretary-General; Mr. Berg", ["Secretary-General", "Berg"]),
])  # fmt: skip
def test_a_text_says_who_has_a_copy(text: str, names: list[str]) -> None:
    assert [party.name for party in bearers.copied(text, [(0, len(text))])] == names
