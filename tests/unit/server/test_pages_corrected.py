"""What people decided stands on the page of its paper: the corrected value first, what was read below it, rejected."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from cablegraph.corpus import Corpus
from cablegraph.linking import decisions
from cablegraph.shipped import shipped
from tests.conformance.served import serving
from tests.conftest import build_into

DOC = "doc:wilson-ct3777"


def test_a_corrected_sender_and_day_are_facts_of_the_page(tmp_path: Path) -> None:
    papers = tmp_path / "documents"
    papers.mkdir()
    shutil.copy(shipped("examples", "wilson", "wilson-ct3777.txt"), papers)
    for predicate, value in (("rico:hasSender", "agent:vyacheslav-molotov"), ("cg:sentOn", "date:1951-06-25")):
        on = {"document": DOC, "subject": DOC, "predicate": predicate}
        decisions.append(tmp_path / "curation", "correct", on, value, "A. Archivist", "2026-01-02T03:04:05Z", "diary")
    build_into(tmp_path / "cablegraph-data", papers, corpus=Corpus(tmp_path))
    with serving(tmp_path / "cablegraph-data", log="warning") as server:
        page = server.ask("/page/doc/wilson-ct3777", headers={"Accept": "text/html"}).text
    heading = re.sub(r"<[^>]+>", "", page[page.index('<h1 class="correspondence">') :].partition("</h1>")[0])
    assert heading.startswith("Vyacheslav Molotov")
    told = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", part)).strip() for part in page.split('<div class="told">')[1:]]
    said = [part.partition(" why ")[0] for part in told]
    assert "sender Vyacheslav Molotov corrected by a person" in said
    assert "dated 25 June 1951 corrected by a person" in said
    assert any(part.startswith("sender Joseph Stalin") and "rejected by a person" in part for part in said)


def test_what_follows_from_a_corrected_sender_says_so_behind_its_why(tmp_path: Path) -> None:
    papers = tmp_path / "documents"
    papers.mkdir()
    shutil.copy(shipped("examples", "wilson", "wilson-ct3777.txt"), papers)
    on = {"document": DOC, "subject": DOC, "predicate": "rico:hasSender"}
    who, when = "A. Archivist", "2026-01-02T03:04:05Z"
    decisions.append(tmp_path / "curation", "correct", on, "agent:vyacheslav-molotov", who, when, "his hand")
    moved = {"document": DOC, "subject": DOC, "predicate": "cg:sentTo", "object": "place:beijing"}
    decisions.append(tmp_path / "curation", "reject", moved, "", who, when, "no")
    build_into(tmp_path / "cablegraph-data", papers, corpus=Corpus(tmp_path))
    with serving(tmp_path / "cablegraph-data", log="warning") as server:
        page = server.ask("/page/doc/wilson-ct3777", headers={"Accept": "text/html"}).text
        before, rejected = (
            server.ask(f"/why?s={DOC}&p={p}&o={o}", headers={"Accept": "text/html"}).text
            for p, o in (("rico:hasSender", "agent:stalin"), ("cg:sentTo", "place:beijing"))
        )
    assert "This gave way" in before
    assert "it was rejected" not in before
    assert "This does not stand: it was rejected." in rejected
    told = [" ".join(re.sub(r"<[^>]+>", "", part).split()) for part in page.split('<div class="told">')[1:]]
    [sender] = [part for part in told if part.startswith("sender Vyacheslav Molotov")]
    assert "sender Vyacheslav Molotov, corrected by a person: his hand" in sender
    [refusal] = [part for part in told if part.startswith("Vyacheslav Molotov refuses")]
    assert "who (rejected by a person)" in refusal
    assert "corrected by a person: follows from the correction of a party of this paper: his hand" in refusal


def test_a_decided_archive_stands_in_the_head_and_in_the_reference(tmp_path: Path) -> None:
    papers = tmp_path / "documents"
    papers.mkdir()
    shutil.copy(shipped("examples", "wilson", "wilson-ct3777.txt"), papers)
    on = {"document": DOC, "subject": DOC, "predicate": "rico:hasOrHadHolder"}
    decisions.append(
        tmp_path / "curation", "correct", on, "agent:rgani", "A. Archivist", "2026-01-02T03:04:05Z", "list"
    )
    build_into(tmp_path / "cablegraph-data", papers, corpus=Corpus(tmp_path))
    with serving(tmp_path / "cablegraph-data", log="warning") as server:
        page = server.ask("/page/doc/wilson-ct3777", headers={"Accept": "text/html"}).text
        reference = server.ask("/id/doc/wilson-ct3777/cite.txt").text
        held = server.ask("/documents.json?repository=rgani").json["total"]
    box = page[page.index("<dt>Archive</dt>") :].partition("</div>")[0]
    told = " ".join(re.sub(r"<[^>]+>", "", box).split())
    assert told == "Archive Russian State Archive of Contemporary History corrected by a person why"
    assert "Russian State Archive of Contemporary History" in reference
    assert "original archive" not in reference
    assert held == 1


def test_a_cited_paper_that_may_be_held_is_named_and_why_tells_how_to_decide(tmp_path: Path) -> None:
    papers = tmp_path / "documents"
    papers.mkdir()
    for name in ("d390", "d398"):
        shutil.copy(shipped("examples", "frus", f"frus1918Russiav03-{name}.txt"), papers)
    build_into(tmp_path / "cablegraph-data", papers, corpus=Corpus(tmp_path))
    with serving(tmp_path / "cablegraph-data", log="warning") as server:
        page = server.ask("/page/doc/frus1918Russiav03-d398", headers={"Accept": "text/html"}).text
        asserted = server.ask(f"/why?s={PAPER}&p=rico:hasAddressee&o=agent:macmurray").text
        possible = server.ask(f"/why?s={PAPER}/cited/289&p=cg:resolvedTo&o=doc:frus1918Russiav03-d390").text
    told = " ".join(re.sub(r"<[^>]+>", "", page[page.index("Refers to") :]).split())
    assert "11 September 1918 to Ambassador in Japan" in told
    assert "not held here, perhaps The Secretary of State to the Ambassador in Japan (Morris)" in told
    assert f"cablegraph decide correct {PAPER} rico:hasAddressee NEW --instead-of agent:macmurray" in asserted
    assert f"cablegraph decide accept {PAPER}/cited/289 cg:resolvedTo doc:frus1918Russiav03-d390" in possible


PAPER = "doc:frus1918Russiav03-d398"
