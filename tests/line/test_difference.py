"""A paper changed, added, deleted or named otherwise: the last generation, changed, is the one a fresh build makes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path

import pytest
from pyoxigraph import Store

from cablegraph import pipeline, search
from cablegraph.corpus import Corpus
from cablegraph.errors import StoreError
from cablegraph.linking import decisions
from cablegraph.progress import Progress
from cablegraph.shipped import shipped
from cablegraph.store import embedded, texts, void
from cablegraph.store.generations import Generation, Generations
from tests.conftest import build_into, store_of

LETTER = """June {day}, 1951
Telegram No. {number}, {sender} to {addressee}

Moscow, June {day}, 1951

{text}

{sender}
"""
PEOPLE = ("Stalin", "Roshchin", "Gromyko")


def current(data: Path) -> Generation:
    found = Generations(data).current()
    assert found is not None
    return found


def letter(number: int, chance: random.Random) -> str:
    """A telegram that cites another by number and day, mentions posts that others mention too, promises or keeps."""
    sender, addressee = chance.sample(PEOPLE, 2)
    cited, promised = chance.randrange(1, 12), chance.randrange(1, number + 1)
    more = (
        "I shall send the list in a separate telegram.",
        f"As promised in my No. {promised}, I send the list.",
        f"Further to my telegram of June {promised + 3}, I send the list.",
    )
    text = (
        f"We received your telegram No. {cited} of June {cited + 3}. Ambassador Roshchin will speak of the armistice."
        f" {chance.choice(more)}"
    )
    return LETTER.format(day=number + 3, number=number, sender=sender, addressee=addressee, text=text)


def alter(folder: Path, chance: random.Random) -> None:
    """One change of those that happen to a folder of papers."""
    files = sorted(folder.glob("*.txt"))
    what = chance.randrange(6)
    if what == 0:
        chance.choice(files).unlink()
    elif what == 1:
        shutil.copyfile(chance.choice(files), folder / f"again-{chance.randrange(100)}.txt")
    elif what == 2:
        chance.choice(files).rename(folder / f"renamed-{chance.randrange(100)}.txt")
    else:
        number = chance.randrange(1, 12)
        (folder / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")


def assert_same(data: Path, fresh: Path) -> None:
    one, other = current(data), current(fresh)
    assert sorted(map(str, store_of(data))) == sorted(map(str, store_of(fresh)))
    assert one.id == other.id
    assert one.manifest["quads"] == other.manifest["quads"] == len(store_of(data))
    assert (one.path / "void.ttl").read_text() == (other.path / "void.ttl").read_text()
    assert void.count(one.store_path).to_json() == void.count(other.store_path).to_json()
    first, second = (texts.families(path / "texts.sqlite") for path in (one.path, other.path))
    assert first == second
    for key in first:
        assert texts.get(one.path / "texts.sqlite", key) == texts.get(other.path / "texts.sqlite", key)
    assert searched(one) == searched(other)
    assert (one.path / "answers.json").read_text() == (other.path / "answers.json").read_text()


def searched(generation: Generation) -> list[object]:
    """What the search index has to say: papers by a few queries, and all things with their numbers of papers."""
    index = search.Index(generation.path / "search.sqlite")
    asked = ("armistice", "sender:stalin", "number:4", "telegram -roshchin", '"will speak"', "addressee:gromyko")
    found: list[object] = [sorted(index.documents(query)) for query in asked]
    found.append([(thing.id, thing.label, thing.note, thing.documents) for thing in index.suggest("s", limit=50)])
    found.append([(thing.id, thing.documents) for kind in ("topic", "form") for thing in index.suggest("t", kind)])
    index.close()
    assert found[0]
    return found


@pytest.mark.parametrize("seed", [3777, 635177])
def test_any_changes_end_at_the_bytes_of_a_fresh_build(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    documents, data = tmp_path / "documents", tmp_path / "data"
    documents.mkdir()
    for path in sorted(shipped("examples", "frus").glob("*.txt"))[:6]:
        shutil.copyfile(path, documents / path.name)
    for number in range(1, 9):
        (documents / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    build_into(data, documents)
    for turn in range(6):
        for _ in range(chance.randrange(1, 4)):
            alter(documents, chance)
        build_into(data, documents)
        build_into(tmp_path / f"fresh-{turn}", documents)
        assert_same(data, tmp_path / f"fresh-{turn}")


def test_a_changed_paper_takes_over_the_files_of_the_last_store(tmp_path: Path, papers: Path) -> None:
    chance, data = random.Random(1), tmp_path / "data"
    for number in range(1, 9):
        (papers / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    build_into(data, papers)
    before = {path.stat().st_ino for path in current(data).store_path.glob("*.sst")}
    (papers / "letter-3.txt").write_text(letter(9, chance), "utf-8")
    report = build_into(data, papers)
    assert report.changed
    after = {path.stat().st_ino for path in current(data).store_path.glob("*.sst")}
    assert len(before & after) > len(before) / 2  # the store may put a few of them together


def test_lines_loaded_in_many_parts_are_the_same_store(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = sorted({f"{quad.triple} .\n".encode() for quad in store_of(sample)})
    monkeypatch.setattr(embedded, "AT_ONCE", 100_000)
    embedded.load_lines(lines, [], tmp_path / "store")
    assert sorted(map(str, Store.read_only(str(tmp_path / "store")))) == sorted(map(str, store_of(sample)))
    assert sum(map(len, lines)) > 10 * embedded.AT_ONCE
    indexes = 12
    assert len(list((tmp_path / "store").glob("*.sst"))) <= indexes  # else a look-up goes through many files


def test_an_error_while_lines_come_is_not_lost(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"<a:a> <a:b> <a:c> .\n"
        raise StoreError("the disk is full")

    with pytest.raises(StoreError, match="the disk is full"):
        embedded.load_lines(broken(), [], tmp_path / "store")


def test_a_change_taken_back_is_the_generation_that_was(tmp_path: Path, papers: Path) -> None:
    chance, data = random.Random(2), tmp_path / "data"
    for number in range(1, 5):
        (papers / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    first = build_into(data, papers).generation
    kept = (papers / "letter-2.txt").read_text("utf-8")
    (papers / "letter-2.txt").write_text(letter(9, chance), "utf-8")
    second = build_into(data, papers).generation
    (papers / "letter-2.txt").write_text(kept, "utf-8")
    assert build_into(data, papers).generation == first == current(data).id
    assert second != first
    (papers / "letter-2.txt").unlink()
    build_into(data, papers)
    build_into(tmp_path / "fresh", papers)
    assert_same(data, tmp_path / "fresh")


def test_a_generation_taken_away_is_made_from_nothing(tmp_path: Path, papers: Path) -> None:
    chance, data = random.Random(3), tmp_path / "data"
    for number in range(1, 5):
        (papers / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    build_into(data, papers)
    shutil.rmtree(data / "generations")
    (papers / "letter-1.txt").unlink()
    build_into(data, papers)
    build_into(tmp_path / "fresh", papers)
    assert_same(data, tmp_path / "fresh")


def test_parts_made_apart_join_to_the_generation_of_one_build(tmp_path: Path, papers: Path) -> None:
    chance = random.Random(4)
    for number in range(1, 9):
        (papers / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    shutil.copyfile(papers / "letter-1.txt", papers / "again.txt")
    corpus = Corpus(tmp_path)
    parts = [tmp_path / f"part-{number}.sqlite" for number in (1, 2, 3)]
    made = [pipeline.build_shard(corpus, [papers], (number, 3), parts[number - 1], jobs=1) for number in (1, 2, 3)]
    assert sum(part.papers for part in made) == 9
    joined = pipeline.load_parts(corpus, parts[::-1], tmp_path / "joined", jobs=1)
    whole = build_into(tmp_path / "fresh", papers, corpus=corpus)
    assert joined.counts == whole.counts
    assert_same(tmp_path / "joined", tmp_path / "fresh")


def test_a_part_that_is_missing_or_made_by_other_rules_is_named(tmp_path: Path, papers: Path) -> None:
    (papers / "letter-1.txt").write_text(letter(1, random.Random(5)), "utf-8")
    parts = [tmp_path / f"part-{number}.sqlite" for number in (1, 2)]
    for number, part in enumerate(parts, 1):
        pipeline.build_shard(Corpus(tmp_path), [papers], (number, 2), part, jobs=1)
    with pytest.raises(StoreError, match=r"not all the parts.*1/2"):
        pipeline.load_parts(Corpus(tmp_path), parts[:1], tmp_path / "data")
    with pytest.raises(StoreError, match=r"part-1\.sqlite was made by other rules"):
        pipeline.load_parts(Corpus(tmp_path, repository="APRF"), parts, tmp_path / "data")


def test_a_full_disk_is_told_and_the_last_generation_stays(tmp_path: Path, papers: Path) -> None:
    data = tmp_path / "data"
    (papers / "letter-1.txt").write_text(letter(1, random.Random(6)), "utf-8")
    first = build_into(data, papers).generation
    (papers / "letter-2.txt").write_text(letter(2, random.Random(6)), "utf-8")

    def full(progress: Progress) -> None:
        raise OSError(ENOSPC, "No space left on device")

    with pytest.raises(StoreError, match="the disk is full") as raised:
        pipeline.build(Corpus(tmp_path), [papers], data, jobs=1, tell=full)
    assert "the current generation is untouched" in str(raised.value)
    assert current(data).id == first
    assert build_into(data, papers).counts["documents"] == 2


def test_facts_of_the_corpus_written_later_are_told_as_by_a_fresh_build(tmp_path: Path, papers: Path) -> None:
    cc = "https://creativecommons.org/licenses/by/4.0/"
    chance, data = random.Random(2), tmp_path / "data"
    for number in range(1, 5):
        (papers / f"letter-{number}.txt").write_text(letter(number, chance), "utf-8")
    build_into(data, papers)
    before = current(data)
    edition = {"editor": "A. Archivist", "licence": cc, "publisher": "Archive"}
    for facts in ({"title": "Cables"}, edition, {"rights": "Free"}):
        corpus = Corpus(tmp_path, **facts)  # type: ignore[arg-type]
        assert build_into(data, papers, corpus=corpus).changed
        assert not build_into(data, papers, corpus=corpus).changed
        build_into(tmp_path / "fresh", papers, corpus=corpus)
        assert_same(data, tmp_path / "fresh")
        told = {name: value for name, value in current(data).manifest.items() if name in facts}
        assert told == facts
        assert current(data).manifest["publish_text"] is True
    build_into(data, papers)
    assert current(data).id == before.id
    assert "editor" not in current(data).manifest


@pytest.mark.parametrize(
    "copy",
    [
        "a letter (copy).txt",
        "Copy of a-letter.txt",
        "a (1).txt",
        "backup/a.txt",
        "a~.doc.txt",
        "Kopie/l.txt",
        "a - копия.txt",
    ],
)
def test_a_copy_put_beside_a_paper_does_not_take_its_key(tmp_path: Path, papers: Path, copy: str) -> None:
    chance, data = random.Random(4), tmp_path / "data"
    for number in range(1, 4):
        (papers / f"letter_{number}.txt").write_text(letter(number, chance), "utf-8")
    build_into(data, papers)
    (papers / copy).parent.mkdir(exist_ok=True)
    shutil.copyfile(papers / "letter_2.txt", papers / copy)
    build_into(data, papers)
    assert {"letter-1", "letter-2", "letter-3"} == set(texts.families(current(data).path / "texts.sqlite"))
    build_into(tmp_path / "fresh", papers)
    assert_same(data, tmp_path / "fresh")


def test_of_equal_texts_the_one_that_was_decided_on_keeps_its_key(tmp_path: Path, papers: Path) -> None:
    chance, data = random.Random(4), tmp_path / "data"
    (papers / "despatch_1885.txt").write_text(letter(1, chance), "utf-8")
    build_into(data, papers)
    shutil.copyfile(papers / "despatch_1885.txt", papers / "5.txt")
    build_into(data, papers)
    assert set(texts.families(current(data).path / "texts.sqlite")) == {"5"}
    on = {"document": "doc:despatch-1885", "subject": "doc:despatch-1885", "predicate": "rico:hasAddressee"}
    decisions.append(
        tmp_path / "curation", "correct", on, "agent:stalin", "A. Archivist", "2026-01-02T03:04:05Z", "seen"
    )
    report = build_into(data, papers)
    assert set(texts.families(current(data).path / "texts.sqlite")) == {"despatch-1885"}
    assert len(report.decisions["applied"]) == 1
    build_into(tmp_path / "fresh", papers)
    assert_same(data, tmp_path / "fresh")
