"""Papers that are announced by what will be done with them."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import promise_words
from cablegraph.extraction.promise_cues import likely_sentences


def promised(text: str) -> list[str]:
    found = (promise_words.find(text, *sentence) for sentence in likely_sentences(text, 0, len(text)))
    return [text[one[0] : one[1]] for one in found if one]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The claim of Mr. Dahl will be the subject of another instruction.", "will be the subject of another instruction"),
        ("The boundary will form the subject of a separate despatch.", "will form the subject of a separate despatch"),
        ("These will be made the subject of a further note.", "will be made the subject of a further note"),
        ("The debt shall be the subject of my next letter.", "shall be the subject of my next letter"),
        ("I shall write of it, and will add a table of the receipts.", "will add a table"),
        ("We shall append a list of the prisoners.", "shall append a list"),
        ("I will annex the translation when it is made.", "will annex the translation"),
        ("I shall reply to it to-morrow, and wait.", "I shall reply to it to-morrow"),
        ("We will answer the Minister's note next week.", "We will answer"),
        ("Dahl said that he would answer it in writing.", "he would answer it in writing"),
        ("He would reply by letter.", "He would reply by letter"),
        ("The Minister undertook to furnish a statement of the bonds.", "undertook to furnish a statement"),
        ("He has promised to supply the figures soon.", "promised to supply the figures"),
        ("Mr. Dahl agreed to prepare a draft.", "agreed to prepare a draft"),
        ("A full report has been mailed.", "A full report has been mailed"),
        ("Text of Berg's letter to students forwarded by airgram.", "Text of Berg's letter to students forwarded by airgram"),
        ("Full text of Dahl's note in Spanish goes by air mail.", "Full text of Dahl's note in Spanish goes by air mail"),
        ("Copies of both notes have been pouched to-day.", "Copies of both notes have been pouched"),
        ("Translation of the decree sent by courier.", "Translation of the decree sent by courier"),
        ("It is a petition of which the original will be mailed on Friday.", "the original will be mailed on Friday"),
        ("Here is the treaty, of which a copy shall be sent.", "a copy shall be sent"),
        ("They will make their own report.", "They will make their own report"),
        ("The commission will make a separate report.", "make a separate report"),
        ("Comrade Dahl is to present to the Secretariat by 1 December 1985 a written report.", "is to present to the Secretariat by 1 December 1985 a written report"),
        ("The Ministry of Trade is to submit by 5 May a plan.", "is to submit by 5 May a plan"),
        ("A survey of the claims will be put before you by Mr. Berg.", "A survey of the claims will be put before"),
        ("The new statute of the zone will be handed over to you.", "The new statute of the zone will be handed"),
        ("The delegation will hand to the secretariat this afternoon its amendments.", "will hand to the secretariat this afternoon its amendments"),
    ],
)  # fmt: skip
def test_paper_that_is_announced_in_passing(text: str, words: str) -> None:
    [found] = promised(text)
    assert words in found


@pytest.mark.parametrize(
    "text",
    [
        "I expressed no opinion, but promised to transmit his remarks.",
        "He promised to send a note to Berlin.",
        "He offers to submit the papers to the tribunal at Havana.",
        "If he would answer it in writing, we should be content.",
        "I shall reply to him that it cannot be.",
        "The report was mailed to him by a friend, who is dead.",
        "It was the subject of another instruction.",
        "They will not make their own report.",
        "I will add the remark that he is old.",
    ],
)
def test_what_only_looks_like_an_announced_paper(text: str) -> None:
    assert promised(text) == []
