"""People named with their posts, beside each other and with parts of names that are words too; ships and places by what stands beside them."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text

PAPER = (
    "The Ambassador in Norway (Berg) to the Secretary of State\n[Telegram]\nOSLO, November 16, 1920—midnight.\n[Received November 18—3:35 a.m.]\n"
    "588. My 581, November 13, 9 a.m. The Minister told me yesterday that he would come in July. {}\nBERG\n"
)


def named(text: str, entity: str) -> list[str]:
    record = extract(next(iter(frus_text.read(PAPER.format(text), "paper.txt"))))
    found = [one.text for one in record.fields.get("mentions", ()) if one.entity == entity]
    return [name for name in dict.fromkeys(found) if name not in ("Norway", "Oslo")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lockhart at Hankow reports through Navy that all is quiet.", ["Lockhart"]),
        ("Davis, Nanking, telegraphs on 22d that he will bring them.", ["Davis"]),
        ("Davis of the Red Cross has been directed from Washington to go.", ["Davis"]),
        ("Thurston from Madrid reports heavy fire.", ["Thurston"]),
        ("Tokyo reports 3 divisions. Commission at Paris reports delay. Press in Berlin says nothing.", []),
        ("Tver, Kostroma reports the same.", []),
        ("I have forbidden the departure of Messrs. Cassel and Wasson from there.", ["Cassel", "Wasson"]),
        (
            "Colonel MacCormack of Dr. Millspaugh’s staff has been ordered to distribute flour.",
            ["MacCormack", "Millspaugh"],
        ),
        (
            "The Brazilian ambassador Bastian Pinto, a cautious man, is of the opinion that it will come.",
            ["Bastian Pinto"],
        ),
        ("The counselor of the Department was present, Com. V. I. Likhachev.", ["V. I. Likhachev"]),
        ("Mr. Bigelow, at Paris, and General King, at Rome, have been furnished with copies.", ["Bigelow", "King"]),
        ("He consents to the extension of Colonel Sultan’s survey.", ["Sultan"]),
        ("Comrade Lopo do Nascimento asked that Cuba send doctors.", ["Lopo do Nascimento"]),
        ("The note of the Vice Minister, Ato Aklilou, concerned the Ogaden.", ["Aklilou"]),
        ("[Franz Josef] Strauss thinks that relations can be had.", ["Franz Josef Strauss"]),
        ("Ensign Bernadou and two servants attended me.", ["Bernadou"]),
        ("We aid fellow Slavs and Letts. He is with Boers. Mr. Washburn, now Major in the Army, came.", ["Washburn"]),
        ("News from Smith in Irkutsk is good. Three telegrams from Stevens at Harbin came.", ["Smith", "Stevens"]),
        ("No Westerner has been there. Meat was a worse matter.", []),
    ],
)
def test_a_man_is_known_by_his_post_and_by_those_beside_him(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Alexandria left San Francisco on the 15th with coal.", ["San Francisco"]),
        ("Copies went to Captain Simpson of the Tacoma.", []),
        ("The Mazatlan is said to have orders to meet the others.", []),
        ("The Alexandria garrison was told.", ["Alexandria"]),
        ("The survey of the isthmus of Karubi is carried to the gulf of Urundal.", ["Karubi", "Urundal"]),
        ("In the forests of Ubangor and in the tunnels of Vinhal live 3,000 men.", ["Ubangor", "Vinhal"]),
        ("The sowing is finished in all provinces but Gangwol.", ["Gangwol"]),
        ("They came from the prisons of Vridselil.", ["Vridselil"]),
        ("The German advance planned on Karevel has begun.", ["Karevel"]),
        ("Three days before Miller left he told us so.", []),
    ],
)
def test_what_stands_beside_a_name_tells_a_place_from_a_ship(text: str, places: list[str]) -> None:
    assert named(text, "place") == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Red Crescent promises barracks. Draw on Crédit Suisse.", ["Red Crescent", "Crédit Suisse"]),
        ("The Kosmos Line has been asked for its papers.", ["Kosmos Line"]),
        (
            "The debt to the Paris Club falls due in the International Bank for Economic Cooperation.",
            ["Paris Club", "International Bank for Economic Cooperation"],
        ),
    ],
)
def test_known_houses_and_clubs_are_bodies(text: str, bodies: list[str]) -> None:
    assert named(text, "body") == bodies
