"""Messages that somebody is to pass on, or passes on, for another, and papers that a text gives whole."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record

WIRE = "The Ambassador in Japan (Dale) to the Secretary of State\n[Telegram]\nTOKYO, July 31, 1918, 3 p. m.\n12. {text}\nPlease inform the Navy Department of this at once.\nDALE"
ORDER = "The Acting Secretary of State to the Ambassador in Japan (Dale)\n[Telegram]\nWASHINGTON, July 31, 1918, 3 p. m.\n44. The matter is settled. {text}\nPlease do not mention this to Baron Goto in any way.\nPOLK"


def inside(text: str) -> Record:
    [source] = frus_text.read(text, "paper.txt")
    [found] = extract(source).parts["enclosed"]
    return found


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("led", "addressee", "destination"),
    [
        ("Please forward the following to Caldwell, Vladivostok:", "Caldwell", "Vladivostok"),
        ("Forward following to Maynard at Constantinople, whom the direct wire no longer reaches:", "Maynard", "Constantinople"),
        ("Deliver the following telegram to Consul McNally, Zürich:", "McNally", "Zürich"),
        ("Kindly repeat the following to Consul Webb in Callao:", "Webb", "Callao"),
        ("Please send to Philip, Constantinople, the following:", "Philip", "Constantinople"),
    ],
)  # fmt: skip
def test_message_to_be_forwarded_is_his_who_asks_for_it(led: str, addressee: str, destination: str) -> None:
    found = inside(
        ORDER.format(text=f"{led}\n“Your 97, July 26, 4 p. m. Four hundred rubles have been placed to your credit.”")
    )
    assert (names(found, "sender"), names(found, "addressee")) == (["Acting Secretary of State"], [addressee])
    assert (found.text_of("destination"), names(found, "relay")) == (destination, ["Dale"])
    [cited] = found.parts["citations"]
    assert (cited.text_of("number"), cited.text_of("sender")) == ("97", addressee)


@pytest.mark.parametrize(
    ("led", "sender", "addressee", "relay"),
    [
        ("Hoover asks me to forward this to Lindon Bates, Commission for Relief, New York:", "Hoover", ["Lindon Bates"], ["Dale"]),
        ("Webb has asked me to transmit the following from Callao, his wire being cut:", "Webb", [], ["Dale"]),
        ("Major Ford desires following telegraphed to Miss Boardman:", "Ford", ["Boardman"], []),
        ("Following from Whitlock, dated Brussels, July 8, sent by courier:", "Whitlock", ["Dale"], ["Dale"]),
        ("The following telegram, No. 12 of July 2, 11 a.m., has been received from the Vice Consul at Tabriz, Pinkerton:", "Pinkerton", ["Dale"], []),
    ],
)  # fmt: skip
def test_message_of_another_has_his_name(led: str, sender: str, addressee: list[str], relay: list[str]) -> None:
    found = inside(
        WIRE.format(text=f"{led}\n“Three steamers are loading at Rotterdam. Charter six more at not over $5 a ton.”")
    )
    assert names(found, "sender")[0].endswith(sender)
    assert (names(found, "addressee"), names(found, "relay")) == (addressee, relay)


def test_paper_handed_over_for_others_is_signed_by_its_writer() -> None:
    found = inside(
        WIRE.format(
            text="President Berg has handed me this for the two powers:\n“The Government proposes that the claims be submitted to arbitration. LOPEZ BARALT, Minister for Foreign Affairs.”"
        )
    )
    assert (names(found, "sender"), names(found, "relay")) == (["Lopez Baralt"], ["Dale"])


def test_number_and_day_stand_in_the_message_or_before_it() -> None:
    found = inside(
        WIRE.format(
            text="Following from Whitlock, dated Brussels, July 8, sent by courier:\n“No. 74. The Governor agrees to exempt all imported foodstuffs.”"
        )
    )
    assert (found.text_of("number"), found.text_of("date"), found.text_of("origin")) == ("74", "1918-07-08", "Brussels")


LETTER = "Lund, 5 May 1962\n\nDear Comrade Berg,\n\nI write to you on the question of wool.\n\n{led}\n\n\u00a0\n\n{quote}\n\nI recommend that we accept.\n\nDahl\n"
QUOTE = '"We have studied the proposal of 29 April with seriousness. We agree to a first round of talks, but cannot consent to any delay."'


@pytest.mark.parametrize(
    "led",
    [
        "Zhang handed me today the reply of the Chinese side. The text is as follows:",
        "The ambassador handed to me a letter of President Nasser. It reads in translation:",
        "I have received this morning a message from Fidel for you. Here is its text:",
        "Call on Comrade Vyshinsky and hand him the following message in writing:",
        "I submit to you the following draft of a reply:",
    ],
)  # fmt: skip
def test_paper_that_is_given_whole(led: str) -> None:
    [source] = plain_text.read(LETTER.format(led=led, quote=QUOTE), "a.txt")
    assert len(extract(source).parts["enclosed"]) == 1


@pytest.mark.parametrize(
    "led", ["The Minister replied:", "He read us this sentence of the article:", "On the wall was written:"]
)
def test_words_that_are_spoken_are_no_paper(led: str) -> None:
    [source] = plain_text.read(LETTER.format(led=led, quote=QUOTE), "a.txt")
    assert not extract(source).parts.get("enclosed")


DESPATCH = "Mr. Powell to Mr. Sherman.\nNo. 62.] LEGATION OF THE UNITED STATES,\nPort au Prince, December 9, 1897. (Received December 20.)\n{text}\nI have, etc.,\nW. F. POWELL.\n"


def test_each_of_the_telegrams_that_a_despatch_confirms() -> None:
    text = (
        "SIR: I have the honor to confirm the following telegrams:\n[Telegram.]\nPORT AU PRINCE, December 6, 1897.\nSECRETARY STATE, Washington:\nTwo ships arrived this morning. Can Marblehead be sent?\nPOWELL.\n"
        "[Telegram.]\nWASHINGTON, December 7, 1897.\nPOWELL, Minister, Port au Prince:\nMarblehead ordered to Port au Prince. Protect Americans.\nSHERMAN.\nThe money was carried to the ship in a row boat.\nMy No. 58 gave the history of the arrest."
    )
    [source] = frus_text.read(DESPATCH.format(text=text), "paper.txt")
    first, second = extract(source).parts["enclosed"]
    assert (names(first, "sender"), first.text_of("date")) == (["Powell"], "1897-12-06")
    assert (names(second, "sender"), second.text_of("date")) == (["Sherman"], "1897-12-07")


def test_despatch_goes_on_behind_the_messages_that_it_gives() -> None:
    text = (
        "SIR: The following telegrams have been communicated to me:\nPresident Zelaya to President Gonzalez.\nMANAGUA, April 25, 1897.\nI propose August 1. ZELAYA.\n"
        "President Gonzalez to President Zelaya.\nSAN JOSÉ, April 26, 1897.\nMy Government accepts the date.\nGONZALEZ.\nThe text of the treaty will be forwarded by the mail of May 4."
    )
    [source] = frus_text.read(DESPATCH.format(text=text), "paper.txt")
    record = extract(source)
    assert [names(part, "sender") for part in record.parts["enclosed"]] == [["Zelaya"], ["Gonzalez"]]
    assert names(record, "sender") == ["W. F. Powell"]
    assert len(record.parts["promises"]) == 1
    assert not record.parts["enclosed"][1].parts.get("promises")
