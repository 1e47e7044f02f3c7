"""A name becomes an entry only where exactly one is meant; all else stays as written, with candidates and reasons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cablegraph import linking
from cablegraph.errors import CablegraphError
from cablegraph.evidence import Passage
from cablegraph.iri import AGENT, DOC, EVENT, NAME, PLACE, expand, segment
from cablegraph.linking.names import fold, lived_between
from cablegraph.record import Record
from tests.unit.linking.papers import RULE, paper, passage

AUTHORITY = linking.load()


def linked(text: str, date: str = "1951-06-24", **names: str) -> Record:
    return linking.link(paper(text, date, **names), AUTHORITY)


def only(record: Record, field: str) -> Passage:
    [passage] = record.fields[field]
    return passage


def labels(record: Record, part: str, field: str) -> list[str]:
    return [inner.text_of(field) for inner in record.parts.get(part, ())]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Mao Zedong", "mao"), ("Mao Tse-tung", "mao"), ("MAO TSE-TUNG", "mao"), ("Мао Цзэдун", "mao"),
        ("毛泽东", "mao"), ("Stalin", "stalin"), ("I. V. Stalin", "stalin"), ("Chou En-lai", "zhou-enlai"),
        ("Andrey Gromyko", "andrei-gromyko"), ("Kim Il-sung", "kim-il-sung"), ("Malenkov, Georgy", "georgy-malenkov"),
        ("N.V. Roshchin", "nikolai-roshchin"),
    ],
)  # fmt: skip
def test_a_full_name_or_an_alias_of_one_entry_links(name: str, entry: str) -> None:
    sender = only(linked(f"{name} writes.", sender=f"{name}:person"), "sender")
    assert sender.iri == AGENT + entry
    assert not sender.candidates


@pytest.mark.parametrize("name", ["Krasovsky", "Malik", "Molotov", "Gromyko", "Zhou", "Peng"])
def test_a_bare_surname_of_an_unverified_row_stays_a_name(name: str) -> None:
    record = linked(f"To Comrade {name}.", addressee=f"{name}:person")
    addressee = only(record, "addressee")
    assert addressee.iri not in AUTHORITY.entries
    assert addressee.candidates
    assert "surname only" in addressee.candidates[0].reason
    assert labels(record, "named", "party") == [name]


def test_the_slug_of_a_name_nobody_has_identified_is_never_an_entrys_id() -> None:
    assert only(linked("Malik spoke.", mentions="Malik:person"), "mentions").iri == AGENT + "called-malik"


def test_a_surname_links_where_the_same_paper_gives_the_fuller_form() -> None:
    record = linked(
        "Ambassador Jacob Malik. Malik's speech.", participant="Jacob Malik:person", mentions="Malik:person"
    )
    assert only(record, "mentions").iri == AGENT + "malik"


def test_two_maliks_in_one_paper_leave_the_bare_surname_alone() -> None:
    record = linked(
        "Jacob Malik met Charles Malik. Malik smiled.",
        participant="Jacob Malik:person|Charles Malik:person",
        mentions="Malik:person",
    )
    assert [person.iri for person in record.fields["participant"]] == [AGENT + "malik", AGENT + "charles-malik"]
    assert only(record, "mentions").iri == AGENT + "called-malik"
    assert {item.iri for item in only(record, "mentions").candidates} == {AGENT + "malik", AGENT + "charles-malik"}


def test_a_surname_follows_the_fuller_form_of_somebody_no_table_knows() -> None:
    record = linked("Ilse Brandt signs. Brandt.", sender="Ilse Brandt:person", mentions="Brandt:person")
    assert only(record, "mentions").iri == only(record, "sender").iri == AGENT + "ilse-brandt"


def test_a_family_name_that_stands_first_follows_the_fuller_form() -> None:
    record = linked("Ji Pengfei signs. Ji.", sender="Ji Pengfei:person", mentions="Ji:person")
    assert only(record, "mentions").iri == only(record, "sender").iri == AGENT + "ji-pengfei"


def test_a_surname_the_table_knows_is_not_given_to_a_stranger_of_that_surname() -> None:
    record = linked("Root Francis. Francis.", "1917", sender="Root Francis:person", mentions="Francis:person")
    assert only(record, "mentions").iri == AGENT + "francis"


def test_a_row_that_is_a_bare_surname_is_a_candidate_only() -> None:
    sender = only(linked("Kotov reports.", sender="Kotov:person"), "sender")
    assert sender.iri == AGENT + "called-kotov"
    assert [item.iri for item in sender.candidates] == [AGENT + "kotov"]


def test_a_chinese_name_is_full_though_written_as_one_word() -> None:
    assert only(linked("周恩来同志", sender="周恩来:person"), "sender").iri == AGENT + "zhou-enlai"


def test_two_people_of_one_name_stay_two_and_nobody_is_chosen() -> None:
    one = AUTHORITY.entries[AGENT + "vasily-kuznetsov"]
    other = replace(one, id="vasily-kuznetsov-general", aliases=())
    both = linking.Authority((one, other))
    sender = only(linking.link(paper("Vasily Kuznetsov.", sender="Vasily Kuznetsov:person"), both), "sender")
    assert sender.iri == AGENT + "called-vasily-kuznetsov"
    assert {item.iri for item in sender.candidates} == {one.iri, other.iri}


def test_an_id_in_another_script_is_spelled_as_identifiers_made_from_names_are() -> None:
    known = replace(AUTHORITY.entries[AGENT + "vasily-kuznetsov"], id="иван-котов", label="Иван Котов", aliases=())
    sender = only(linking.link(paper("Иван Котов.", sender="Иван Котов:person"), linking.Authority((known,))), "sender")
    assert sender.iri == known.iri == expand("agent:иван-котов") == AGENT + segment("иван-котов")
    assert expand("doc:телеграмма") == DOC + "телеграмма"


def test_initials_are_not_a_full_name() -> None:
    sender = only(linked("A. Orlov.", sender="A. Orlov:person"), "sender")
    assert sender.iri == AGENT + "a-orlov"
    assert [item.iri for item in sender.candidates] == [AGENT + "andrei-orlov"]


@pytest.mark.parametrize(("name", "date"), [("Stalin", "1953-11-01"), ("Kennedy", "1918-03-01"), ("Mao", "1899")])
def test_nobody_writes_after_death_or_as_a_child(name: str, date: str) -> None:
    assert only(linked(f"{name}.", date, sender=f"{name}:person"), "sender").iri not in AUTHORITY.entries


def test_a_paper_may_speak_of_the_dead_by_their_full_name() -> None:
    record = linked("As Vladimir Lenin taught.", mentions="Vladimir Lenin:person")
    assert only(record, "mentions").iri == AGENT + "vladimir-lenin"


def test_a_bare_cover_name_gives_the_name_and_candidates_for_bearer_and_sender() -> None:
    record = linked("FILIPPOV", signature="FILIPPOV:")
    assert only(record, "signature").iri == NAME + "filippov"
    sender = only(record, "sender")
    assert sender.iri == ""
    [candidate] = sender.candidates
    assert candidate.iri == AGENT + "stalin"
    assert candidate.reason.startswith("FILIPPOV is a cover name of Joseph Stalin in the authority table")
    [persona] = record.parts["personas"]
    assert only(persona, "bearer").candidates == (candidate,)
    assert float(only(persona, "kind").certainty) < 0.7


def test_a_cover_name_is_no_party() -> None:
    record = linked("Filippov to Terebin", sender="Filippov:person", addressee="Terebin:person")
    assert "named" not in record.parts
    assert [item.iri for item in only(record, "addressee").candidates] == [AGENT + "andrei-orlov"]


def test_a_cover_name_explained_by_the_paper_is_left_to_the_paper() -> None:
    record = paper("FILIPPOV [Stalin]", signature="FILIPPOV:", sender="Stalin:person")
    [signature], [sender] = record.fields["signature"], record.fields["sender"]
    persona = Record(record.id, record.source, {"bearer": (sender,), "name": (signature,)})
    record = linking.link(record.with_parts(personas=[persona]), AUTHORITY)
    [persona] = record.parts["personas"]
    assert only(persona, "bearer").iri == AGENT + "stalin"


@pytest.mark.parametrize(
    ("written", "place"),
    [("Peking", "beijing"), ("Beiping", "beijing"), ("BEIJING", "beijing"), ("Genzan", "wonsan"), ("Wonsan", "wonsan"),
     ("Mukden", "shenyang"), ("Petrograd", "saint-petersburg"), ("Москва", "moscow")],
)  # fmt: skip
def test_older_forms_of_a_place_are_the_place(written: str, place: str) -> None:
    assert only(linked(f"At {written}.", origin=f"{written}:place"), "origin").iri == PLACE + place


def test_a_place_no_table_knows_keeps_its_name_with_a_label() -> None:
    record = linked("At GRELMOND.", origin="GRELMOND:place")
    assert only(record, "origin").iri == PLACE + "grelmond"
    assert labels(record, "toponyms", "place") == ["Grelmond"]


def test_an_office_is_a_post_and_a_group_stays_in_its_paper() -> None:
    record = linked(
        "The Secretary of State and our specialists.",
        sender="Secretary of State:position",
        on_authority_of="our specialists:group",
    )
    assert only(record, "sender").iri == AGENT + "secretary-of-state"
    assert labels(record, "offices", "office") == ["Secretary of State"]
    assert only(record, "on_authority_of").iri == DOC + "paper/party/our-specialists"
    assert labels(record, "groups", "group") == ["our specialists"]


def test_a_body_is_no_person_and_a_person_no_body() -> None:
    record = linked("TASS and NATO.", sender="TASS:body", addressee="NATO:person")
    assert only(record, "sender").iri == AGENT + "tass"
    assert only(record, "addressee").iri != AGENT + "nato"


def test_an_event_links_by_its_name() -> None:
    assert only(linked("The Korean War.", mentions="Korean War:event"), "mentions").iri == EVENT + "korean-war"


def test_one_label_is_cited_once_however_often_the_name_stands() -> None:
    record = linked("KRASOVSKY, Krasovsky", receiver="KRASOVSKY:person", relay="Krasovsky:person")
    assert labels(record, "named", "party") == ["Krasovsky"]


def test_a_merge_leads_both_names_to_one_and_a_split_only_in_its_paper() -> None:
    moved = {(AGENT + "krasovsky", ""): AGENT + "stepan-krasovsky", (AGENT + "brandt", DOC + "b"): AGENT + "brandt-2"}
    first = linking.link(paper("Krasovsky", sender="Krasovsky:person"), AUTHORITY, moved)
    assert only(first, "sender").iri == AGENT + "stepan-krasovsky"
    assert not only(first, "sender").candidates
    assert "named" not in first.parts
    assert only(linking.link(paper("Brandt", key="a", sender="Brandt:person"), AUTHORITY, moved), "sender").iri == (
        AGENT + "brandt"
    )
    assert only(linking.link(paper("Brandt", key="b", sender="Brandt:person"), AUTHORITY, moved), "sender").iri == (
        AGENT + "brandt-2"
    )


def test_passages_that_are_no_names_are_left_alone() -> None:
    record = paper("Stalin", number="Stalin:", title="Stalin:")
    assert linking.link(record, AUTHORITY).fields["title"] == record.fields["title"]
    assert RULE.name == record.fields["number"][0].rule.name


@pytest.mark.parametrize(
    ("birth", "death", "day", "alive"),
    [
        ("1878-12-18", "1953-03-05", "1953-03-05", True), ("1878-12-18", "1953-03-05", "1953-03-06", False),
        ("1878", "1953", "1953-12-31", True), ("1917-05-29", "", "1930", False), ("", "", "1951", None),
        ("1905", "1954", "", None),
    ],
)  # fmt: skip
def test_dates_of_life_are_compared_as_finely_as_both_are_known(
    birth: str, death: str, day: str, alive: bool | None
) -> None:
    assert lived_between(birth, death, day) is alive


def test_names_are_compared_without_case_marks_points_and_order() -> None:
    assert fold("Francis, David R.") == fold("david r francis")
    assert fold("P’yŏngyang") == fold("P'YONGYANG")


def test_a_table_that_changed_is_read_again(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,label_en,kind\nada,Ada Brandt,person\n", "utf-8")
    assert AGENT + "ada" in linking.load((tmp_path,)).entries
    table.write_text("id,label_en,kind\nada-b,Ada Brandt,person\n", "utf-8")
    assert AGENT + "ada-b" in linking.load((tmp_path,)).entries


def test_a_row_without_a_kind_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,label_en,kind\nada,Ada Brandt,lady\n", "utf-8")
    with pytest.raises(CablegraphError) as caught:
        linking.load((tmp_path,))
    assert caught.value.diagnostic.line == 2


def test_an_id_used_twice_in_a_folder_is_an_error_and_in_a_later_folder_a_replacement(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, label in ((one, "Ada Brandt"), (other, "Ada Brandt-Lund")):
        folder.mkdir()
        (folder / "people.csv").write_text(f"id,label_en,kind\nada,{label},person\n", "utf-8")
    assert linking.load((one, other)).entries[AGENT + "ada"].label == "Ada Brandt-Lund"
    (one / "others.csv").write_text("id,label_en,kind\nada,Ada Stern,person\n", "utf-8")
    with pytest.raises(CablegraphError, match="stands twice"):
        linking.load((one, other))


def test_the_words_behind_a_label_name_the_party() -> None:
    text = "Reply to your telegram No. 4412. All is well. DOLEZAL"
    said = passage(paper(text).source, "your telegram", "Dolezal", "person")
    cited = Record("cited", paper(text).source, {"addressee": (said,)})
    record = paper(text, sender="DOLEZAL:person").with_parts(citations=(cited,))
    [named] = linking.link(record, AUTHORITY).parts["named"]
    [words] = named.fields["party"]
    assert named.source.quote(words.spans[0]) == "DOLEZAL"
