"""What a measure measures: "140 tons of gasoline", "flour, 3,000 poods", "Of grain we can let you have 500 tons"."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.measures import figures_in
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def of(text: str) -> list[str]:
    """What the figures of a sentence measure, in order."""
    return [text[slice(*figure.of)] for figure in figures_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Send 140 tons of gasoline arriving daily.", ["gasoline"]),
        ("We lack 30 poods of the finest wheat flour for the bakers.", ["finest wheat flour"]),
        ("Send 40 tons of sugar refined in Odessa.", ["sugar"]),
        ("Send 40 tons of confiscated grain.", ["confiscated grain"]),
        ("Send 40 tons of TNT.", ["TNT"]),
        ("SEND 40 TONS OF CANNED MEAT STOP", ["CANNED MEAT"]),
        ("Send 80 tons of wheat, rye and flour.", ["wheat, rye and flour"]),
        ("Send 80 tons of wheat and trucks.", ["wheat"]),
        ("They sent 40 cases of medicine and 20 pairs of felt boots.", ["medicine", "felt boots"]),
        ("Two trains of coal left, and three trains of the Red Cross.", ["coal", ""]),
        ("Send 200 pounds of quinine and 5,000 pounds of credit.", ["quinine", ""]),
        ("Send £500 of quinine.", [""]),
        ("Three cargoes of flour are on the way.", ["flour"]),
        ("We took 20 kilometres of telephone wire.", ["telephone wire"]),
    ],
)
def test_what_stands_behind_of(text: str, things: list[str]) -> None:
    assert of(text) == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Send 140 tons gasoline and 20 cases rifle ammunition Monday.", ["gasoline", "rifle ammunition"]),
        ("Send 140 tons daily.", [""]),
        ("Send a steamer of 140 tons burden.", [""]),
        ("Of rice 2,000 tons and of flour 500 tons.", ["rice", "flour"]),
        ("gasoline: 140 tons; aviation petrol – 20 barrels; Soya oil, 3,000 poods", ["gasoline", "aviation petrol",
                                                                               "Soya oil"]),
        ("A quantity of gasoline (140 tons) has come.", ["gasoline"]),
        ("They have wheat, rye, 500 tons.", [""]),
        ("Send 10 tons of flour, 20 tons at once.", ["flour", ""]),
        ("From the capital: 500 tons came.", [""]),
    ],
)  # fmt: skip
def test_what_stands_beside_the_figure(text: str, things: list[str]) -> None:
    assert of(text) == things


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Of grain we can let you have 500 tons.", ["grain"]),
        ("As for coal, only 500 tons can be sent.", ["coal"]),
        ("They ask for grain; 300 tons can be sent.", ["grain"]),
        ("They ask for grain and coal; 300 tons can be sent.", [""]),
        ("Of this amount 500 tons have come.", [""]),
        ("The cement stands in the shed, 90 tons of it.", ["cement"]),
        ("The grain commission says that 300 tons can be sent.", [""]),
    ],
)
def test_what_the_sentence_named_before(text: str, things: list[str]) -> None:
    assert of(text) == things


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The Poles ask for grain. We can give them 300 tons.", "grain"),
        ("The Poles ask for grain and coal. We can give them 300 tons.", ""),
        ("The Poles ask for grain.\n\nWe can give them 300 tons.", ""),
        ("The Poles ask for grain. We can give them 300 tons and buy coal.", ""),
        ("The Poles ask for grain. It is late. We can give them 300 tons.", ""),
    ],
)
def test_what_the_sentence_before_asked_for(text: str, thing: str) -> None:
    [measure] = [one for one in claims(text) if one.text_of("unit") == "ton"]
    assert measure.text_of("measure_of") == thing


def test_a_claim_cites_the_words_of_what_is_measured() -> None:
    [one] = claims("We ask you for not less than 140 tons of aviation gasoline by July.")
    [thing] = one.fields["measure_of"]
    assert (one.text_of("quantity"), one.text_of("unit"), thing.text) == ("140", "ton", "aviation gasoline")
    [span] = thing.spans
    assert one.source.text[span.start : span.end] == "aviation gasoline"


def test_a_list_of_goods_behind_a_colon_is_a_claim_each() -> None:
    found = claims("We need: of rice 2,000 tons; gasoline: 140 tons; flour, 3,000 poods.")
    things = [(one.text_of("kind"), one.text_of("quantity"), one.text_of("measure_of")) for one in found]
    assert things == [("request", "2000", "rice"), ("request", "140", "gasoline"), ("request", "3000", "flour")]


def test_what_is_measured_belongs_to_the_words_of_a_further_claim() -> None:
    found = claims("We ask you for 500 rifles, 20 cases of shells and for aviation petrol, 140 tons.")
    quoted = [one.fields["start"][0].spans[0] for one in found[1:]]
    assert [found[0].source.text[span.start : span.end] for span in quoted] == [
        "20 cases of shells",
        "aviation petrol, 140 tons",
    ]


def test_pounds_of_goods_are_a_weight() -> None:
    [one] = claims("We can send 200 pounds of quinine.")
    assert (one.text_of("unit"), one.text_of("measure_of")) == ("pound-weight", "quinine")
