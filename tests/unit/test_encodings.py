"""Texts in the encodings of offices, told apart by their bytes."""

import pytest

from cablegraph.encodings import decode

TEXTS = [
    ("cp1252", "Signatur;Absender;Empfänger\nPA-1;Müller;Schäfer\n"),
    ("cp1252", "Le Ministre à l’Ambassadeur à Moscou : la dépêche a été reçue."),
    ("cp1252", "Señor Embajador: el año 1947, ¿cuándo?"),
    ("cp1252", "Udenrigsministeriet, København: på grund af sagen, ærbødigst Søren"),
    ("cp1252", "Excelência: não há informações"),
    ("cp1252", "a single café in an English text"),
    ("cp1252", "the “armistice” – he said"),
    ("cp1252", "Müller, Señor, Façade, São Paulo"),
    ("cp1250", "Příbram, 5. května 1951. Velvyslanec český k městu"),
    ("cp1250", "Depesza szyfrowa. Wysłać możliwie szybko, proszę o odpowiedź. Łódź"),
    ("cp1250", "Ministarstvo spoljnih poslova, odličan, Đilas i Kardelj, već"),
    ("cp1251", "Послу СССР в Иране: просим сообщить о положении."),
    ("cp1251", "ТЕЛЕГРАММА ИЗ МОСКВЫ В ПЕКИН"),
    ("cp1251", "Dear Sir, the word указ is Russian; see № 5"),
    ("koi8-r", "Послу СССР в Иране: просим сообщить о положении."),
    ("koi8-r", "ТЕЛЕГРАММА ИЗ МОСКВЫ В ПЕКИН"),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_a_text_is_read_in_the_encoding_that_its_words_are_in(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "paper.txt") == text
