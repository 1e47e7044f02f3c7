"""Photograph the pages for ``docs/contact-sheet.png``: ``python tools/contact_sheet.py http://127.0.0.1:8000``.

Each page is seen wide and narrow, in light and dark; the sheet shows them side by side.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SHEET = Path(__file__).parents[1] / "docs" / "contact-sheet.png"
PAGES = {
    "Home": "/",
    "Search": "/search?q=armistice",
    "A paper": "/page/doc/wilson-ct3777",
    "A passage": "/page/doc/wilson-ct3777?char=1352,1369",
    "Why": "/why?s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin",
    "Papers": "/documents",
    "A person": "/page/agent/stalin",
    "Network": "/network",
    "Timeline": "/timeline",
    "Map": "/map",
    "A question": "/questions/requests-and-offers",
    "A chart": "/questions/topics-by-year",
    "Data": "/data",
    "Editor": "/sparql-editor?run=1",
}
WINDOWS = ((1440, "light"), (1440, "dark"), (390, "light"), (390, "dark"))


def photograph(browser: Browser, address: str) -> list[tuple[str, int, str, bytes]]:
    """Title, width, scheme and picture of every page in every window."""
    taken = []
    for width, scheme in WINDOWS:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        for title, path in PAGES.items():
            page.goto(address + path)
            page.wait_for_timeout(600)
            taken.append((title, width, scheme, page.screenshot(type="jpeg", quality=70)))
        context.close()
    return taken


def main(address: str) -> int:
    """Write the sheet."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        taken = photograph(browser, address)
        cells = []
        for title in PAGES:
            seen = [(width, data) for name, width, _, data in taken if name == title]
            pictures = "".join(
                f'<img height="240" src="data:image/jpeg;base64,{base64.b64encode(data).decode()}">' for _, data in seen
            )
            cells.append(f"<section><h2>{title}</h2>{pictures}</section>")
        style = (
            "body{font:16px sans-serif;margin:16px;background:#eee}"
            "img{margin-right:8px;border:1px solid #999}h2{margin:8px 0 4px;font-size:16px}"
        )
        page = browser.new_page(viewport={"width": 1080, "height": 900})
        page.set_content(f"<style>{style}</style>{''.join(cells)}")
        page.wait_for_timeout(500)
        page.screenshot(path=str(SHEET), full_page=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
