"""Papers that a legation encloses: under a bare number, signed by several, dated at the foot, called by their head."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record


def paper(text: str) -> Record:
    """A text as read."""
    return extract(next(iter(frus_text.read(text, "paper.txt"))))


def of(record: Record, field: str) -> list[str]:
    """The values of a field, each once."""
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


CARRIER = (
    "Mr. Van Valkenburgh to Mr. Seward.\nNo. 22.]\nLegation of the United States in Japan,\nYedo, May 3, 1867. (Eeceived July 2.)\n"
    "Sir: I transmit, No. 1, translation of a letter from the ministers, and, No. 2, my answer.\nI am, &c.,\nR. B. VAN VALKENBURGH.\n"
)


def test_a_bare_number_over_an_address_begins_an_enclosure() -> None:
    record = paper(
        CARRIER
        + "No. 1.\n[Translation.]\nTo his excellency R. B. Van Valkenburgh, minister resident of the United States, &c.:\n"
        "We have to state that the port will be opened.\nWith respect and esteem. The 20th day of the 3d month of the 3d year of Keiwo, (24th April, 1867.)\n"
        "OGASAWARA IKI NO KAMI.\nINOWUYE KAWATSI NO KAMI.\n"
        "No. 2.\nTo their excellencies the ministers for foreign affairs, Yedo:\nI have received your letter.\n"
        "R. B. VAN VALKENBURGH,\nMinister Resident of the United States.\nKanagawa, April 27, 1867."
    )
    first, second = record.parts["enclosed"]
    assert of(record, "date_received") == ["1867-07-02"]
    assert of(first, "sender") == ["Ogasawara Iki No Kami", "Inowuye Kawatsi No Kami"]
    assert (of(first, "addressee"), of(first, "date")) == (["R. B. Van Valkenburgh"], ["1867-04-24"])
    assert of(second, "addressee") == ["ministers for foreign affairs"]
    assert (of(second, "origin"), of(second, "date")) == (["Kanagawa"], ["1867-04-27"])


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("[Inclosure 1 in No. 22.—Telegram.]", "telegram"),
        ("[Inclosure 1 in No. 22.—Translation.—Circular.]", "circular"),
        ("[Inclosure 2 in No. 22.—Identic note.]", "note"),
        ("[Enclosure 3—Telegram]", "telegram"),
    ],
)
def test_an_inclosure_is_what_its_head_calls_it(head: str, form: str) -> None:
    record = paper(
        f"{CARRIER}{head}\nMr. Fisher to Mr. Van Valkenburgh.\nKanagawa, May 1, 1867.\nAll is quiet here.\nFISHER."
    )
    assert of(record.parts["enclosed"][0], "form") == [form]


@pytest.mark.parametrize(
    ("opening", "ending", "form"),
    [
        ("My Lord: I have read the note.", "I have the honor to be, &c.,", "note"),
        (
            "Sir: I have read the papers.",
            "I have the honor to be, with the highest consideration, your obedient servant,",
            "note",
        ),
        ("Excellency: I have read the papers.", "Accept, &c.,", "note"),
        ("Your Highness and Your Excellencies: I have read it.", "I am, etc.,", "note"),
        ("Dear Sir: I have read the papers.", "Very truly yours,", "letter"),
        ("Great and Good Friend: I have read the papers.", "Your good friend,", "letter"),
    ],
)
def test_a_note_is_known_by_its_greeting_or_its_ending(opening: str, ending: str, form: str) -> None:
    record = paper(f"Mr. Hay to Mr. Smith.\nWashington, May 1, 1899.\n{opening}\n{ending}\nJOHN HAY.")
    assert of(record, "form") == [form]


@pytest.mark.parametrize(
    ("head", "senders", "addressees"),
    [
        (
            "The Secretary of State to the Ambassadors in France (Edge) and Italy (Garrett), and to the Minister in Belgium (Gibson)",
            ["Secretary of State"],
            ["Edge", "Garrett", "Gibson"],
        ),
        (
            "The Secretary of State to Ambassadors Page, Gerard, and Herrick, and to the Minister in Belgium (Whitlock)",
            ["Secretary of State"],
            ["Page", "Gerard", "Herrick", "Whitlock"],
        ),
        ("Memorandum handed to Mr. Wu, Chinese minister, by Mr. Hay.", ["Hay"], ["Wu"]),
        ("Note Handed by the Japanese Ambassador (Saito) to the Secretary of State, May 1, 1935", ["Saito"], ["Secretary of State"]),
        ("Aide-Mémoire left with the Secretary of State by the British Ambassador.", ["British Ambassador"], ["Secretary of State"]),
    ],
)  # fmt: skip
def test_several_addressees_and_papers_handed_over(head: str, senders: list[str], addressees: list[str]) -> None:
    record = paper(f"{head}\nWashington, May 1, 1935.\nThe Government of the United States has given thought to it.")
    assert (of(record, "sender"), of(record, "addressee")) == (senders, addressees)


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("C[ordell] H[ull]", "Cordell Hull"),
        ("N[elson] T. J[ohnson]", "Nelson T. Johnson"),
        ("W. R. C[astle], Jr.", "W. R. Castle"),
        ("S[tanley] K. H[ornbeck]", "Stanley K. Hornbeck"),
    ],
)
def test_initials_that_the_editors_complete_hold_the_office_that_writes(signed: str, name: str) -> None:
    record = paper(
        f"711.94/970½\nMemorandum by the Under Secretary of State\n[Washington,] May 19, 1934.\nThe Ambassador came in.\n{signed}"
    )
    assert (of(record, "file_number"), of(record, "sender")) == (["711.94/970½"], ["Under Secretary of State"])
    assert [(one.text_of("holder"), one.text_of("position")) for one in record.parts["positions"]] == [
        (name, "Under Secretary of State")
    ]


def test_the_representatives_of_the_powers_are_a_party() -> None:
    record = paper(
        "The representatives of the neutral powers to Safvet Pasha.\nPera, May 6, 1877.\nThe undersigned has had the honor to receive it."
    )
    assert (of(record, "sender"), of(record, "addressee")) == (
        ["representatives of the neutral powers"],
        ["Safvet Pasha"],
    )
