"""The drawings as they are seen: names that can be read over lines, papers composed for teaching told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
