"""Men, ships, houses and places that papers name without a title and in few words."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions
from cablegraph.record import SourceText

TEXT = "The dredger works again, and nine days are lost. The harbour master asks for two pumps before the winter.\n"


def read(text: str) -> dict[str, str]:
    whole = f"{TEXT}{text}\n"
    found = mentions.extract(SourceText(whole), [(0, len(whole))])
    return {passage.text: passage.entity for passage in found}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The wind took them toward Lormont.", "Lormont"),
        ("The current carried the raft towards Ostrolenka.", "Ostrolenka"),
        ("They offered us a seat on the aircraft from Rineanna.", "Rineanna"),
        ("He asks for an aeroplane for his two clerks to Cangumbe.", "Cangumbe"),
        ("No man of mine will go past Vaimoso.", "Vaimoso"),
        ("The column passed Waldenbuch in the night.", "Waldenbuch"),
        ("He would fire on any lighter passing Paquetá.", "Paquetá"),
        ("The monastery of Prevelli was blown up.", "Prevelli"),
        ("The engineers of Steinbruch have joined in a memorial.", "Steinbruch"),
        ("Advices from Bascala speak of snow.", "Bascala"),
        ("The first workers are waiting in Li-ning.", "Li-ning"),
        ("Captain Dahl arrives at Valparaiso Friday.", "Valparaiso"),
        ("The schooner Alma Reed, of Wellfleet, is in port.", "Wellfleet"),
        ("We ask whether the ČSSR can deliver it.", "ČSSR"),
    ],
)
def test_where_something_goes_is_a_place(text: str, place: str) -> None:
    assert read(text)[place] == "place"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Bismarck absent; Busch presides.", "Bismarck"),
        ("Jagow back Saturday. I shall see him.", "Jagow"),
        ("Seumanu not above 700 at Apia.", "Seumanu"),
        ("The bags were sent by one Schulze of New York.", "Schulze"),
        ("It was brought by a certain Okonek of Riga.", "Okonek"),
        ("De Manneville's is mild.", "De Manneville"),
        ("El Menebhi, who speaks for him here, has received the keys.", "El Menebhi"),
        ("The talks with the Hungarian Péter led to nothing.", "Péter"),
        ("They will accept MacDonald plan as basis.", "MacDonald"),
        ("In London Heseltine is criticised in his own party.", "Heseltine"),
        ("– At Lyons Moreau asks for two engines.", "Moreau"),
        ("Upon the death of the Archduchess Sophia the court went into mourning.", "Sophia"),
        ("With them went Messrs. Reynolds and May, who have arms to sell.", "May"),
        ("The proposal of Wo-jin against the college is refuted.", "Wo-jin"),
    ],
)
def test_who_does_something_is_a_person(text: str, person: str) -> None:
    assert read(text)[person] == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Guns were put on board from the lighter Agrippa, on the night of the 28th.",
        "This concerns the brig General Rusk, taken in the autumn.",
        "The transport Admiral Kolb has left.",
        "I send this by the balloon Ville d'Or, which leaves to-morrow.",
        "Quincy embarked at 6 this morning 98 persons.",
        "Quincy and Oklahoma can take off 130 persons.",
        "Litchfield steamed out at noon.",
        "Conferences on board Lackawanna failed.",
        'He sails on the "Kuibyshev" to the south.',
    ],
)
def test_a_ship_is_neither_a_person_nor_a_place(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The senator opposes it in El Mundo.",
        "The Jornal do Commercio of the 24th has an article.",
        'He will say in "l\'Unità" what he thinks.',
        "Beef was rationed on Saturday.",
        "Horse is sold by the butchers.",
        "Millet, which was dear last autumn, is dearer now.",
        "A debt was demanded of them by Chemokomplex at a single stroke.",
        "Romano-Americana has 64 producing wells.",
        "The villa stands on the Lenin Hills.",
        "Dios guarde a US.",
    ],
)
def test_newspapers_goods_and_houses_are_no_people(text: str) -> None:
    assert not set(read(text).values()) - {"body"}


def test_a_company_keeps_its_whole_foreign_name() -> None:
    assert read("Mr. Asano states that Toyo Kisen Kaisha would charter two steamers.") == {
        "Asano": "person",
        "Toyo Kisen Kaisha": "body",
    }


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("The troops of the “Manchukuo” government went home.", "Manchukuo", "place"),
        ("Stevens will take on the work.", "Stevens", "person"),
        ("Van Dyke telegraphs that he will come.", "Van Dyke", "person"),
        ("His feelings toward Zelaya are warm.", "Zelaya", "person"),
        ("But Lenin said so in the library.", "Lenin", "person"),
    ],
)
def test_what_only_looks_like_a_ship_or_a_road_stays(text: str, name: str, entity: str) -> None:
    assert read(text)[name] == entity
