"""The drawings as they are seen: names that can be read over lines, papers composed for teaching told apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.e2e.conftest import settle
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

UNDER = """() => [...document.querySelectorAll('#network a text:not([data-hidden])')].map((text) => {
  const style = getComputedStyle(text), sheet = getComputedStyle(document.querySelector('svg.drawing'));
  const after = [...document.querySelectorAll('#network .edge')].filter((edge) =>
    text.compareDocumentPosition(edge) & Node.DOCUMENT_POSITION_FOLLOWING);
  return [style.paintOrder.split(' ')[0], style.stroke === sheet.backgroundColor, parseFloat(style.strokeWidth) >= 5,
    after.length];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_name_in_the_network_stands_on_its_own_ground_above_the_lines(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/network")
    page.wait_for_selector("#network svg")
    names = page.evaluate(UNDER)
    context.close()
    assert len(names) > 20
    assert all(name == ["stroke", True, True, 0] for name in names)


def test_people_of_composed_papers_alone_are_drawn_apart(page: Page, address: str) -> None:
    page.goto(f"{address}/network")
    page.wait_for_selector("#network svg")
    shown = page.evaluate(
        "() => [...document.querySelectorAll('#network a')].map((node) => [node.querySelector('title').textContent,"
        " node.querySelector('circle').classList.contains('made-up')])"
    )
    made_up = {title.partition(":")[0] for title, dashed in shown if dashed}
    assert {"Radan Velikov", "Tomas Hradil"} <= made_up
    assert not made_up & {"Joseph Stalin", "Francis", "Secretary of State"}
    assert all(("composed for teaching" in title) == dashed for title, dashed in shown)
    assert "Dashed: here only by papers composed for teaching." in page.inner_text("figcaption")


def test_the_timeline_fits_a_phone_and_says_what_it_does_not_draw(browser: Browser, address: str, axe: str) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(
            color_scheme=scheme,  # type: ignore[arg-type, unused-ignore]
            viewport={"width": 390, "height": 844},
            bypass_csp=True,
        )
        page = context.new_page()
        page.goto(f"{address}/timeline")
        [drawing] = [box for box in page.locator("svg.timeline").all() if box.is_visible()]
        box = drawing.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        sizes = page.evaluate(
            "() => [...document.querySelectorAll('svg.on-phone text')].map((text) =>"
            " text.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 10
        years = drawing.locator("text.year").all_text_contents()
        assert {"1917", "1951", "1956"} <= set(years)
        page.add_script_tag(content=axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [item["id"] for item in found if item["impact"] in ("serious", "critical")] == []
        context.close()


def test_a_chosen_line_lists_its_papers_by_date_and_comes_into_view(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/network")
    page.wait_for_selector("#network .edge")
    page.locator("#network .edge[tabindex]").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "chosen"
    in_view = "document.getElementById('chosen').getBoundingClientRect().top < innerHeight - 40"
    until(lambda: page.evaluate(in_view), "the list")  # scrolled to smoothly; a waiting script the policy forbids
    days = [text.strip()[:10] for text in page.locator("#chosen li").all_inner_texts()]
    assert len(days) > 1
    assert days == sorted(days)


def test_a_chosen_line_shows_the_words_it_rests_on_and_what_went_the_other_way(page: Page, address: str) -> None:
    page.goto(f"{address}/network")
    page.wait_for_selector("#network .edge")
    page.evaluate(
        "[...document.querySelectorAll('#network .edge')].find((edge) => edge.__data__.source.label === 'Francis')"
        ".dispatchEvent(new MouseEvent('click', { bubbles: true }))"
    )
    papers, quoted = page.locator("#chosen li[data-paper]"), page.locator("#chosen .words-of")
    until(lambda: quoted.count() == papers.count(), "the words of each paper")
    words = quoted.all_inner_texts()
    assert words
    assert all("Francis" in line and "Secretary of State" in line for line in words)
    assert "/page/doc/" in str(page.locator("#chosen .words-of a").first.get_attribute("href"))
    page.click("#chosen button.link")
    assert page.inner_text("#chosen h2").startswith("Secretary of State → Francis")


def test_a_chosen_way_over_a_relay_shows_words_too(page: Page, address: str) -> None:
    page.goto(f"{address}/network?kind=relay")
    page.wait_for_selector("#network .edge")
    page.evaluate(
        "[...document.querySelectorAll('#network .edge')].find((edge) => edge.__data__.kind === 'relay')"
        ".dispatchEvent(new MouseEvent('click', { bubbles: true }))"
    )
    until(lambda: page.locator("#chosen .words-of a").count() >= 2, "the words")


@pytest.mark.parametrize("path", ["/map", "/timeline?from=1917&to=1918"])
def test_maps_and_timelines_are_saved_as_pictures(page: Page, address: str, tmp_path: Path, path: str) -> None:
    page.goto(address + path)
    with page.expect_download() as saved:
        page.click("#as-svg")
    saved.value.save_as(tmp_path / "drawing.svg")
    root = etree.parse(tmp_path / "drawing.svg").getroot()
    caption = " ".join(root.xpath("./*[local-name()='text']/text()"))
    assert "papers held" in caption
    assert "version " in caption
    assert len(root.xpath(".//*[local-name()='circle' and not(starts-with(@fill, 'none'))]")) > 20
    with page.expect_download() as saved:
        page.click("#as-png")
    saved.value.save_as(tmp_path / "drawing.png")
    assert (tmp_path / "drawing.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_an_arrow_of_the_map_is_reached_by_keys_and_leads_to_its_papers(page: Page, address: str) -> None:
    page.goto(f"{address}/map")
    arrow = page.locator("#map a.way").first
    arrow.focus()
    said = str(arrow.get_attribute("aria-label"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents?*origin=*")
    number = page.inner_text("p[role=status] b")
    assert f": {number} paper" in said


def test_what_rests_on_words_can_be_closed_without_a_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/page/doc/wilson-ct3777?char=1352,1369")
    box = page.locator(".live")
    assert box.is_visible()
    box.get_by_role("button", name="close").click()
    assert box.is_hidden()


def test_on_a_phone_no_name_of_the_map_lies_on_the_dot_of_another_place(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/map")
    settle(page)
    found = page.evaluate(
        """() => {
          const box = (element) => element.getBoundingClientRect();
          const names = [...document.querySelectorAll('#map .place:not([visibility="hidden"])')];
          const at = (dot) => `${dot.getAttribute("cx")} ${dot.getAttribute("cy")}`;
          const dots = [...document.querySelectorAll("#map circle")].map((dot) => [at(dot), box(dot)]);
          const middle = (b) => [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
          const inside = ([x, y], b) => x > b.left + 1 && x < b.right - 1 && y > b.top + 2 && y < b.bottom - 2;
          const covers = (name) => ([at, dot]) => at !== name.dataset.at && inside(middle(dot), box(name));
          const over = names.filter((name) => dots.some(covers(name)));
          return [names.length, over.map((name) => name.textContent)];
        }"""
    )
    context.close()
    assert found[0] > 5
    assert found[1] == []


@pytest.mark.parametrize(("path", "field"), [("/network", "from"), ("/timeline", "from"), ("/documents", "q")])
def test_who_goes_back_finds_the_form_that_belongs_to_the_page(page: Page, address: str, path: str, field: str) -> None:
    page.goto(address + path)
    page.fill(f"form.filters [name={field}]", "1918")
    page.click("form.filters button")
    page.wait_for_url(f"**{path}?*{field}=1918*")
    page.go_back()
    page.wait_for_url(f"**{path}")
    page.wait_for_function(f"document.querySelector('form.filters [name={field}]').value === ''")
