"""Refusals, acceptances, offers, promises, orders and warnings in the plainest words, without a figure or a topic."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str, year: int = 1888) -> tuple[Record, ...]:
    body = f"I am back from the journey and well.\n\n{text}\n\nThe weather here is fine."
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May {year}\n\nDear Mr. Veres,\n\n{body}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def kinds(text: str, year: int = 1888) -> list[str]:
    return [one.text_of("kind") for one in claims(text, year)]


PLAIN = {
    "refusal": """General Dobrev refuses safe conduct for the train from Varna.
        The Council has refused the petition of the tailors.
        The Nepalese delegate, Dr. Lind, refused and left the hall.
        This was declined by the Council.
        The French Minister objects to the shelling of the palace.
        I told the messenger that nothing would be paid.
        I answered that we should not be able to join.
        We cannot enter the town before the 20th.
        We cannot give this number within such a period.
        The Nepalese Government regrets that it can not accept the place.
        The Department did not find it possible to consent.
        Mr. Dobrev would hear of neither.
        The undersigned is not authorized to open a new negotiation.
        Not to agree to the closing of the refinery.
        More than this we are not able to do within one year.""",
    "acceptance": """The Nepalese Government accepts the rule for the stations.
        General Dobrev agreed at half past 12.
        We accepted.
        This Government will accept Varna only.
        Baron Dobrev offers no objection.
        I answered that we had no objection.
        I am not opposed to the training of the pilots.
        The Council gave its consent.
        The Commission has approved the proposal of its chairman.
        I replied that we supported this proposal.
        The price which you name is accepted.""",
    "promise": """I confirm that the units will leave by the 15th.
        The Greek commander guarantees foreign property.
        I promised convey request to the Department.""",
    "offer": """The French have offered camps on the island.
        The Commissioner of Customs has offered the steamer.
        I propose August 1.
        The British commander proposes an international train.
        To invite a delegation of the party to Tirana.
        I invite you once again to come to us.
        Nepal places the mules and the steamer at the service of the commander.""",
    "order": """I have instructed Mr. Consul Lind, at Varna, by telegraph, to forbid the departure.
        I authorized him to detail one company.
        I told him to hurry.
        The export of rice has been forbidden by the governor of Varna.
        Mr. Lind is to report by cable.
        Each government is to bear its own cost.""",
    "warning": """The chargé had gone, and Nepal had threatened serious consequences.
        The Nepalese Government would regard her departure as a breach of neutrality.
        The chiefs have been warned not to pay taxes to others.
        Nepal will not remain as silent spectators.""",
    "request": """Wrangel asks asylum in Nepal for the children.
        I would suggest that a vessel of war look in here.
        I recommend that Lord Lind receive the envoy.
        It is recommended that the convention be acted upon.
        Shall I insist?
        Can the Marblehead be sent?
        I advised the President to settle with him.""",
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, line.strip()) for kind, lines in PLAIN.items() for line in lines.splitlines()]
)
def test_plain_words_make_a_claim(kind: str, text: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The exports declined by a third.",
        "He offered no explanation.",
        "Mr. Dobrev offered his congratulations.",
        "The minister proposed a toast.",
        "Mr. Dobrev accepted responsibility.",
        "We cannot give you the exact date.",
        "I have directed him to take leave of your Majesty.",
        "The paper was accepted as a sign of spring.",
    ],
)
def test_words_like_them_make_none(text: str) -> None:
    assert kinds(text) == []


def test_after_a_month_a_thousand_is_an_amount() -> None:
    [one] = claims("We shall supply in April 4,000 tons of pork.")
    assert (one.text_of("kind"), one.text_of("quantity")) == ("promise", "4000")


def test_a_speech_is_his_whom_its_title_names() -> None:
    text = "Speech by Pavel Horak at a Meeting of Millers\nVarna, 6 July 1966\n\nComrades! We accept this wording.\n"
    [source] = plain_text.read(normalise(text), "paper.txt")
    [one] = extract(source).parts["claims"]
    assert (one.text_of("kind"), one.text_of("claimant")) == ("acceptance", "Pavel Horak")


def test_what_the_department_has_passed_on_is_an_order() -> None:
    text = (
        "The Secretary of State to the Ambassador in Spain (Lind)\n\nWASHINGTON, May 5, 1919.\n\n"
        "Please forward following to Horak, Varna.\n\nLANSING\n"
    )
    [source] = plain_text.read(normalise(text), "paper.txt")
    [one] = extract(source).parts["claims"]
    assert one.text_of("kind") == "order"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He invites the consuls to name an assessor.", "request"),
        ("Nepal invites your Government to be represented at Varna.", "request"),
        ("Nepal invited the Minister to speak before the Senate.", "offer"),
        ("Nepal invited Comrade Lind to Varna.", "offer"),
        ("We ask that not more than 4 inspectors come.", "request"),
        ("We propose a base of not more than 250 workers.", "offer"),
        ("Nepal would withdraw from the Commission if the matter were raised.", "warning"),
        ("75 tractors are set aside for you.", "promise"),
        ("We have put together 50 tons of flour and shall send them at once.", "promise"),
    ],
)
def test_what_is_meant(text: str, kind: str) -> None:
    assert kinds(f"General Dobrev came. {text}", 1958)[-1:] == [kind]
