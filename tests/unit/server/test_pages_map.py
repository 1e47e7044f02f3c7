"""Names on the map do not cover each other, arrows end at dots, answers lie beside letters."""

from __future__ import annotations

import random
from typing import Any

from cablegraph.catalogue import Card, Catalogue, Writer
from cablegraph.iri import DOC, PLACE
from cablegraph.server.pages_choice import Choice
from cablegraph.server.pages_map import LETTER, _on_map, composed_alone, curve, named, window


def place(label: str, x: float, y: float, count: int) -> dict[str, Any]:
    return {"label": label, "x": x, "y": y, "count": count}


def test_the_largest_places_are_named_and_no_name_lies_over_another() -> None:
    rng = random.Random(3)
    points = [place(f"Place {n}", rng.uniform(480, 640), rng.uniform(80, 180), 40 - n) for n in range(40)]
    view = window([(p["x"], p["y"]) for p in points])
    found = named(points, view)
    assert all(item["shown"] for item in found[:10])
    boxes = []
    for item in found:
        if not item["shown"]:
            continue
        wide = len(item["label"]) * LETTER * view.unit
        left = item["x"] + item["dx"] * view.unit - {"start": 0, "end": wide, "middle": wide / 2}[item["anchor"]]
        bottom = item["y"] + item["dy"] * view.unit
        boxes.append((left, bottom - 13 * view.unit, left + wide, bottom))
        assert view.x - 0.1 <= left
        assert left + wide <= view.x + view.width + 0.1
    slack = 0.11 * view.unit
    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            apart = a[2] <= b[0] + slack or b[2] <= a[0] + slack or a[3] <= b[1] + slack or b[3] <= a[1] + slack
            assert apart, (a, b)


def test_the_drawing_is_as_high_as_its_places_need() -> None:
    flat, tall = window([(100, 100), (900, 150)]), window([(400, 0), (600, 300)])
    assert flat.form == 0.3
    assert tall.form == 0.48
    assert all(tall.y <= y <= tall.y + tall.height for y in (0, 300))


def test_the_name_of_a_place_only_spoken_of_covers_no_dot() -> None:
    quiet = place("Stockholm", 500, 100, 0)
    around = [place("x", x, y, 1) for x, y in ((506, 99.5), (494, 99.5), (500, 98), (500, 103))]
    view = window([(quiet["x"], quiet["y"])])
    [*_, crowded] = named([*around, quiet], view)
    [alone] = named([quiet], view)
    assert (crowded["shown"], alone["shown"]) == (False, True)


def test_a_letter_and_its_answer_take_two_ways() -> None:
    prague, varna = place("Prague", 540, 113, 6), place("Varna", 577, 136, 4)
    there, back = curve(prague, varna, 1.0), curve(varna, prague, 1.0)
    assert there.split("Q")[1].split()[:2] != back.split("Q")[1].split()[:2]


def test_an_arrow_ends_at_the_border_of_the_dot() -> None:
    end = curve(place("a", 100, 100, 1), place("b", 400, 100, 49), 1.0).split()[-2:]
    distance = ((400 - float(end[0])) ** 2 + (100 - float(end[1])) ** 2) ** 0.5
    assert 9.5 < distance < 10.5


def test_places_and_ways_of_composed_papers_alone_are_told() -> None:
    def sent(name: str, origin: str, destination: str, composed: bool, *mentions: str) -> Card:
        spoken_of = tuple(PLACE + mention for mention in mentions)
        return Card(DOC + name, sender=("x",), addressee=("y",), origin=(PLACE + origin,),
                    destination=(PLACE + destination,), mentions=spoken_of, composed=composed)  # fmt: skip

    cards = [sent("a", "prague", "varna", True, "athens"), sent("b", "prague", "moscow", True),
             sent("c", "moscow", "beijing", False), sent("d", "moscow", "beijing", True),
             sent("e", "london", "tokyo", False, "varna")]  # fmt: skip

    def write(writer: Writer) -> None:
        for card in cards:
            writer.card(card)

    places, ways = composed_alone(Catalogue.made("g", write).cards)
    assert {iri.removeprefix(PLACE) for iri in places} == {"prague", "athens"}
    assert {(a.removeprefix(PLACE), b.removeprefix(PLACE)) for a, b in ways} == {
        ("prague", "varna"),
        ("prague", "moscow"),
    }


def test_a_paper_from_and_to_one_place_is_one_paper_there() -> None:
    here = (PLACE + "kabul",)
    cards = [Card(DOC + "a", origin=here, destination=here),
             Card(DOC + "b", origin=here, destination=(PLACE + "moscow",))]  # fmt: skip

    def write(writer: Writer) -> None:
        for iri in ("kabul", "moscow"):
            writer.thing(PLACE + iri, "place")
            writer.place(PLACE + iri, 69.17, 34.53)
        for card in cards:
            writer.card(card)

    catalogue = Catalogue.made("g", write)
    shown = _on_map(catalogue, Choice(), catalogue.cards)
    assert {point["id"].removeprefix(PLACE): point["count"] for point in shown["points"]} == {"kabul": 2, "moscow": 1}
