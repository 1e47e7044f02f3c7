"""Papers named by whose they are, by a number or a day alone, and by a verb of sending."""

from __future__ import annotations

import pytest

from cablegraph.extraction import citing, citing_named, extract
from cablegraph.readers import plain_text


def read(text: str) -> list[tuple[str, str, str, str]]:
    direct = list(citing.find(text, 0, len(text), context="1911-06-20"))
    named = citing_named.find(text, 0, len(text), context="1911-06-20")
    apart = [one for one in named if not any(one.words[0] < o.words[1] and o.words[0] < one.words[1] for o in direct)]
    return [(one.whose, one.form, one.number, one.date.edtf if one.date else "") for one in (*direct, *apart)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I send it in reply to yours; mine of the 28th ultimo was too short.", ("mine", "", "", "1911-05-28")),
        ("Your 17th, by Mr. Lund, was read to the Regent.", ("theirs", "", "", "1911-06-17")),
        ("Berg withdraws what he said in his 4th about the mine.", ("nobody", "", "", "1911-06-04")),
        ("Mr. Berg's No. 150 has the list.", ("named", "", "150", "")),
        ("The story stands in their No. 12 of May 3.", ("nobody", "", "12", "1911-05-03")),
        ("The despatches from the department, numbered from 36 to 40, came.", ("department", "despatch", "36", "")),
        ("They had already written on June 3 to the Shah.", ("nobody", "", "", "1911-06-03")),
        ("He repeated what Dahl had written to Lund on 2 June.", ("named", "", "", "1911-06-02")),
        ("Lund telegraphed from Bergen on the 11th that it was so.", ("named", "telegram", "", "1911-06-11")),
        ("I sent you a letter on 8 June through Berg.", ("mine", "letter", "", "1911-06-08")),
        ("We handed the Minister a note on 3 June.", ("mine", "note", "", "1911-06-03")),
        ("He has the list which Major Bravo left here in May.", ("named", "", "", "1911-05")),
        ("I said so in a note which went in this morning.", ("nobody", "note", "", "1911-06-20")),
        ("It is in the note of comrades Berg A. V., Lund I. I. of 7 June.", ("named", "note", "", "1911-06-07")),
        ("It is in the letter of Com. Berg of 7 June.", ("named", "letter", "", "1911-06-07")),
        ("Sent him note verbale of Danish Legation dated June 5.", ("named", "note", "", "1911-06-05")),
        ("He has the press release of June 5.", ("nobody", "", "", "1911-06-05")),
        ("I have your note of yesterday's date.", ("theirs", "note", "", "1911-06-19")),
        ("Your telex of 5 June is here.", ("theirs", "telegram", "", "1911-06-05")),
        ("In our letter of 5 June1 we said so.", ("mine", "letter", "", "1911-06-05")),
        ("See the Embassy's airgram A-113 of May 30.", ("post", "", "A-113", "1911-05-30")),
        ("Reftel 244 is not clear.", ("nobody", "telegram", "244", "")),
    ],
)
def test_a_paper_by_its_owner(text: str, found: tuple[str, str, str, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We have your cables Nos. 119 and 120 before us.", ["119", "120"]),
        ("I refer to our telegrams no. 051.189 and 051.197.", ["051.189", "051.197"]),
        ("Your despatches Nos. 36 to 40, both inclusive, are here.", ["36"]),
        ("You know it by his Nos. 258 and 263.", ["258", "263"]),
    ],
)
def test_several_numbers_are_several_papers_and_a_range_goes_by_its_first(text: str, numbers: list[str]) -> None:
    assert [number for _, _, number, _ in read(text)] == numbers


def test_each_day_behind_an_hour_is_a_paper() -> None:
    days = [day for *_, day in read("See Department's May 18, 4 p. m., and May 20, 1 p. m., on it.")]
    assert days == ["1911-05-18", "1911-05-20"]


@pytest.mark.parametrize(
    "text",
    [
        "His 2d Division crossed the river on his 19th birthday.",
        "Of your list we accept 9 and of your engines 14.",
        "I should like the Department's views before the 24th.",
        "Its No. 3 furnace was lit, and my 3 sons left.",
        "A friend of mine of the 3d regiment came.",
        "They wrote slogans on the wall.",
        "The letter of credit of 12 May was cashed.",
        "Copies went to No. 10 Downing Street.",
        "Telegrams Nos. 77 to 80\nThe Minister is away.",
        "Letter from Berg dated 5 May",
        "The prefect of San Marcos telegraphs, under date of the 2d:\n“Escobar has withdrawn.”",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert read(text) == []


def cited_in(*lines: str) -> list[str]:
    [source] = plain_text.read("\n".join(lines), "paper")
    return [source.quote(one.fields["start"][0].spans[0]) for one in extract(source).parts.get("citations", ())]


def test_the_headline_of_a_letter_cites_nothing() -> None:
    assert cited_in(
        "Letter from Berg to Lund", "", "Premier Berg's letter to Minister Lund", "Bergen, 21 July 1955", "",
        "Dear Mr. Lund,", "", "I have received your letter of July 8, 1955.", "", "Berg",
    ) == ["I have received your letter of July 8, 1955."]  # fmt: skip


def test_the_telegram_itself_is_not_cited_where_it_says_to_whom_it_is_addressed() -> None:
    assert cited_in(
        "From Moscow to Foreign Office", "No. 2088", "19 October, 1964",
        "Addressed to Foreign Office telegram No. 2088 of 19 October. Repeated to Paris.", "", "The Minister has left.",
    ) == []  # fmt: skip
