"""Bodies that a text names by their form, and what only looks like one."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import normalise


def bodies(text: str) -> list[str]:
    paper = f"Mr. Dale to Mr. Hay.\nNo. 12.]\nLIMA, May 4, 1902.\nSIR: {text}\nI have, etc.,\nJOHN DALE.\n"
    [source] = frus_text.read(normalise(paper), "paper.txt")
    return [one.text for one in extract(source).fields.get("mentions", ()) if one.entity == "body"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The draft was paid by the Yokohama Specie Bank.", "Yokohama Specie Bank"),
        ("A parcel for the Smithsonian Institution is inclosed.", "Smithsonian Institution"),
        ("The Exports Administrative Board has refused.", "Exports Administrative Board"),
        ("He was sent by the Board of Trade's clerk.", "Board of Trade"),
        ("The Board of Trade has written.", "Board of Trade"),
        ("It lies before the Committee on Ways and Means.", "Committee on Ways and Means"),
        (
            "He digs for the American Society for the Excavation of Sardis.",
            "American Society for the Excavation of Sardis",
        ),
        ("The Metropolitan Museum has written.", "Metropolitan Museum"),
        ("The Indian Bureau was told.", "Indian Bureau"),
        ("The cars belong to the Relief Administration.", "Relief Administration"),
        ("The owners, the Messrs. Sayward Brothers, have paid.", "Sayward Brothers"),
        ("Every member of the Superior Blockade Council knew it.", "Superior Blockade Council"),
        ("The Frontier Force came back.", "Frontier Force"),
        ("The Pan American Union asks for it.", "Pan American Union"),
        ("A loan of the Anglo-South American Bank is offered.", "Anglo-South American Bank"),
        ("The bonds of the First National Bank fell due.", "First National Bank"),
        ("Dr. Hill, of Brown University, has examined the claims.", "Brown University"),
        ("The professors of the University of Chicago have signed.", "University of Chicago"),
        ("He teaches at the Syrian Protestant College.", "Syrian Protestant College"),
        (
            "The rule of the American Institute of International Law was read.",
            "American Institute of International Law",
        ),
        ("It went before the Mixed Claims Commission.", "Mixed Claims Commission"),
        ("The Committee for Armenian and Syrian Relief has sent flour.", "Committee for Armenian and Syrian Relief"),
        ("The meetings of the International Tin Committee were closed.", "International Tin Committee"),
        ("The Communist Party of Cuba has invited him.", "Communist Party of Cuba"),
        ("The Liberal Party won the vote.", "Liberal Party"),
        ("The Peruvian Ministry for Foreign Affairs has answered.", "Peruvian Ministry for Foreign Affairs"),
        ("The vote in the World Health Organization was taken.", "World Health Organization"),
        ("The National Liberation Front of Angola has moved.", "National Liberation Front of Angola"),
        ("Understand War Claims Board has refused.", "War Claims Board"),
        ("The Lima Chamber of Commerce has met.", "Lima Chamber of Commerce"),
        ("Cramp of the Sudan Interior Mission has left.", "Sudan Interior Mission"),
        ("The Pacific Steamship Line will carry it.", "Pacific Steamship Line"),
        ("He is forbidden to read El Comercio, which has gained by it.", "El Comercio"),
        ("He read it in La Opinión of Monday.", "La Opinión"),
        ("I published it in the Handelsblad yesterday.", "Handelsblad"),
    ],
)
def test_body_is_named_by_its_kind(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Board has refused, and the Society too.",
        "He fished on the Western Bank.",
        "He lives on the West Bank of the river.",
        "The Kennedy Administration would not pay.",
        "The French Council of Ministers sat.",
        "He sat on the Board of Directors.",
        "The Air Force flew.",
        "He sailed to the Society Islands.",
        "The brothers came, and a bank was robbed.",
        "The Joint Commission sat, and the Select Committee too.",
        "The Ministry of Finance does not agree, nor does the Foreign Ministry.",
        "The troops of the Western Front went back.",
        "The State University was shut, and the National Bank.",
        "The Third Party to the treaty has signed it.",
        "The Consular Agency was shut.",
        "The Curzon Line was crossed.",
        "The Japanese Ministry has fallen.",
    ],
)
def test_what_every_country_has_is_no_name(text: str) -> None:
    assert bodies(text) == []
