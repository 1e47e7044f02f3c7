"""Answers on paper, pictures that explain themselves, and an editor that says what is misspelt and how to leave it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.e2e.conftest import settle
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
A4 = 673
"""Width of a sheet within its margins, in CSS pixels."""


def test_a_printed_answer_has_all_its_words_within_the_sheet(page: Page, address: str) -> None:
    page.set_viewport_size({"width": A4, "height": 1000})
    page.emulate_media(media="print")
    page.goto(f"{address}/questions/requests-and-offers?topic=arms-supply")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    quotations = page.locator('td[data-label="its words"] a:not(.why)')
    assert quotations.count() >= 4
    for number in range(quotations.count()):
        box = quotations.nth(number).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= A4
    assert page.locator("td.empty").count() > 4
    assert page.locator("td.empty:visible").count() == 0


def test_a_saved_picture_of_the_network_says_whose_papers_it_shows(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/network")
    with page.expect_download() as saved:
        page.click("#as-svg")
    saved.value.save_as(tmp_path / "network.svg")
    svg = (tmp_path / "network.svg").read_text("utf-8")
    held = re.search(r"(\d+) held", page.inner_text(".badge"))
    assert held is not None
    [title] = re.findall(r"<title>(Who wrote to whom[^<]*)</title>", svg)
    assert f"{held[1]} papers held" in title
    assert "dashed: in papers composed for teaching alone" in title
    assert re.search(r"drawn \d{4}-\d\d-\d\d", title)
    lines = re.findall(r'<text[^>]* font-size="11"[^>]*>([^<]*)</text>', svg)
    assert " ".join(lines) == title
    [high] = re.findall(r'viewBox="0 0 \d+ (\d+)"', svg)[:1]
    assert max(int(y) for y in re.findall(r'<text x="8" y="(\d+)"', svg)) < int(high)


def test_the_editor_names_what_is_misspelt_and_keeps_the_query(page: Page, address: str) -> None:
    text = "PREFIX rico: <https://www.ica.org/standards/RiC/ontology#> SELECT ?s WHERE { ?s rico:hasReciever ?o }"
    page.goto(f"{address}/sparql-editor?query={quote(text)}")
    page.click(".yasqe_queryButton")
    page.get_by_text("Did you mean rico:hasReceiver?").wait_for()
    page.goto(f"{address}/data")
    page.goto(f"{address}/sparql-editor")
    assert page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()") == text
    page.evaluate("(text) => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", text.replace("ie", "ei"))
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table tbody tr")
    assert page.inner_text("#said") == ""


def test_the_editor_marks_no_example_and_no_known_prefix_as_wrong(page: Page, address: str) -> None:
    page.goto(f"{address}/sparql-editor")
    for name in page.eval_on_selector_all("[data-example]", "(all) => all.map((one) => one.dataset.example)"):
        with page.expect_response("**/sparql"):
            page.click(f"[data-example={name}]")
        page.wait_for_selector(".yasr table tbody tr")
        assert page.inner_text("#said") == ""
    put = "(text) => document.querySelector('.CodeMirror').CodeMirror.setValue(text)"
    page.evaluate(put, "SELECT ?s WHERE { ?s rico:hasSender ?o }")
    assert page.locator(".parseErrorIcon").count() == 0
    page.evaluate(put, "SELECT ?s WHERE { ?s nobody:knows ?o }")
    until(lambda: page.locator(".parseErrorIcon").count() == 1, "the mark")


def test_columns_of_an_answer_stand_apart_below_their_headings(page: Page, address: str) -> None:
    page.goto(f"{address}/sparql-editor")
    page.click("[data-example=cover-names]")
    page.wait_for_selector(".yasr table tbody tr")
    begins = """(which) => [...document.querySelectorAll(which)].map((cell) => {
      const range = document.createRange(); range.selectNodeContents(cell);
      const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node; (node = text.nextNode());) if (node.data.trim()) { range.selectNodeContents(node); break; }
      const { left, right } = range.getBoundingClientRect(); return [Math.round(left), Math.round(right)]; })"""
    settle(page)
    heads = page.evaluate(begins, ".yasr thead .dt-column-title")
    cells = page.evaluate(begins, ".yasr tbody tr:first-child td")
    assert len(heads) == len(cells) == 8
    assert all(abs(head[0] - cell[0]) <= 3 for head, cell in zip(heads, cells, strict=True)), (heads, cells)
    assert all(cell[1] + 8 <= after[0] for cell, after in pairwise(cells)), cells


def test_a_file_of_a_misspelt_query_leads_a_person_to_the_editor(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/sparql-editor")
    page.fill("#query", "SELEC ?s WHERE { ?s ?p ?o }")
    with page.expect_navigation():
        page.get_by_role("button", name="Take the file").click()
    said = page.inner_text("#answered")
    page.context.close()
    assert '"SELEC" is no word of SPARQL.' in said
    assert "did you mean SELECT?" in said
    assert "Line 1, column 1" in said


def test_answers_in_the_editor_are_plain_and_types_one_click_away(page: Page, address: str) -> None:
    page.goto(f"{address}/sparql-editor?query={quote('SELECT (1917 AS ?year) WHERE {}')}")
    page.click(".yasqe_queryButton")
    cell = page.locator(".yasr table tbody tr td").last
    cell.wait_for()
    assert cell.inner_text().strip() == "1917"
    page.get_by_label("without types and languages").uncheck()
    assert "integer" in page.locator(".yasr table tbody tr td").last.inner_text()


def test_the_editor_is_left_by_the_keyboard_as_it_says(page: Page, address: str) -> None:
    page.goto(f"{address}/sparql-editor")
    assert "Esc, then Tab, leaves it" in page.inner_text("#leave")
    page.click(".CodeMirror-code")
    value = "document.querySelector('.CodeMirror').CodeMirror.getValue()"
    before = page.evaluate(value)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA"
    assert page.evaluate(value) == before


@pytest.mark.parametrize("path", ["/network", "/timeline", "/docs", "/questions/letters"])
def test_on_a_phone_nothing_of_a_cell_stands_under_its_label(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + path)
    lost = page.evaluate(
        """() => [...document.querySelectorAll(".stack td")].filter((cell) => getComputedStyle(cell).display === "grid")
          .filter((cell) => [...cell.childNodes].some((part) => {
            const range = document.createRange();
            range.selectNodeContents(part);
            const box = range.getBoundingClientRect();
            return box.width && part.textContent.trim() && box.left < cell.getBoundingClientRect().left + 90;
          })).map((cell) => cell.textContent)"""
    )
    context.close()
    assert lost == []


def test_long_tables_are_folded_on_a_phone_alone_and_open_without_scripts(browser: Browser, address: str) -> None:
    for width, scripts, is_open in ((390, True, False), (1440, True, True), (390, False, True)):
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{address}/network")
        assert page.locator("details.fold tbody tr").first.is_visible() == is_open
        footer = " ".join(page.inner_text("footer").split())
        assert footer.endswith("keys" if scripts else "how to cite")
        context.close()


def test_the_buttons_of_the_editor_are_named_in_the_words_of_the_pages(page: Page, address: str) -> None:
    years = " ".join(map(str, range(1860, 1940)))
    page.goto(f"{address}/sparql-editor?query={quote(f'SELECT ?year {{ VALUES ?year {{ {years} }} }}')}")
    page.click(".yasqe_queryButton")
    for words in ("80 rows in", "rows 1 to 50 of 80"):
        page.get_by_text(words).wait_for()
    page.get_by_label("only rows with these letters").press_sequentially("1492")
    page.get_by_text("No row has these letters.").wait_for()
    for name in ("take this answer as a file", "another query", "Answer as sent"):
        assert page.get_by_label(name).is_visible(), name
    assert page.get_by_text("Response", exact=True).count() == 0
    assert page.locator("#yasgui .yasr a[href^='http']:not([href^='http://127.0.0.1'])").count() == 0
