"""Through whom papers of the series go: notes over their text, footnotes, words before a telegram that they give."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record, normalise

PAPER = """Mr. Dahl to Mr. Hay.
{note}
APIA, January 18, 1899. (Received January 31.)
The chief justice decided on December 31 for the younger man. Fighting followed on the 1st; about 60 were killed.
{text}
DAHL.{foot}
"""


def read(note: str = "[Telegram.]", text: str = "Rice is wanted here.", foot: str = "") -> Record:
    [source] = frus_text.read(normalise(PAPER.format(note=note, text=text, foot=foot)), "frus-paper.txt")
    return extract(source)


def relays(record: Record) -> list[str]:
    return list(dict.fromkeys(one.text for one in record.fields.get("relay", ())))


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("[Telegram—Sent through the Minister in Siam (Lund).]", ["Lund"]),
        ("[Telegram, through the consul at Sydney.]", ["consul at Sydney"]),
        ("[Telegram.—Transmitted by Mr. Berg, Constantinople.]", ["Berg"]),
        ("[Telegram.—Via the legation at Lisbon.]", ["legation at Lisbon"]),
        ("[Telegram—Paraphrase.—Sent via the Embassy in France.]", ["Embassy in France"]),
        ("[Cablegram forwarded by Mr. Berg from Brindisi.]", ["Berg"]),
        ("[Telegram.—Received through the Department of the Navy.]", ["Department of the Navy"]),
        ("(Through the German consul.)", ["German consul"]),
        ("[Telegram.—By way of the consul-general at Cairo, January 20.]", ["consul-general at Cairo"]),
        ("[Telegram—Via Copenhagen.]", []),
        ("[Telegram, via Panama.—Confidential.]", []),
        ("[Telegram.—Via Navy radio.]", []),
        ("[Telegram, by way of Mole St. Nicolas cable.]", []),
        ("[Telegram.]", []),
    ],
)
def test_a_note_over_the_text_names_who_passes_a_telegram_on(note: str, names: list[str]) -> None:
    assert relays(read(note)) == names


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("[1] Sent via the Consulate at Vladivostok (No. 34).", ["Consulate at Vladivostok"]),
        ("[1] Transmitted through the Legation in Sweden.", ["Legation in Sweden"]),
        (
            "[1] Received via the Consulate at Petrograd and the Legation in Norway.",
            ["Consulate at Petrograd", "Legation in Norway"],
        ),
        ("[1] Sent via the Embassy in France; by wireless from Moscow.", ["Embassy in France"]),
        ("[1] Also sent to the Embassy in France.", []),
        ("[1] The plan was received through the Russian Embassy, April 21.", []),
    ],
)
def test_a_footnote_names_who_passed_a_telegram_on(foot: str, names: list[str]) -> None:
    assert relays(read(foot=f"\n\n{foot}")) == names


@pytest.mark.parametrize(
    ("words", "relay"),
    [
        ("Following from American Consul at Chungking, through Consul General at Hankow:", "Consul General at Hankow"),
        ("The consul at Aleppo telegraphs as follows through the German consul there:", "German consul"),
        (
            "I have received the following telegram, sent by runner and thence through Mr. Lund, the British consul:",
            "Lund",
        ),
        ("Following from Consul Berg, via Legation at Bern:", "Legation at Bern"),
        ("Following received from Vice Consul Berg through the French admiral:", "French admiral"),
    ],
)
def test_the_words_before_a_telegram_name_through_whom_it_came(words: str, relay: str) -> None:
    record = read(
        text=f"{words}\n“CANTON, January 3.\nAll houses destroyed. Two men killed. Need 500 dollars. PETERS.”\nI wait."
    )
    [inner] = record.parts["enclosed"]
    assert relays(inner) == [relay]
