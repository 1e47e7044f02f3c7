"""A server over the sample corpus and a few strange papers, and a headless Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cablegraph.shipped import shipped
from tests.conformance.served import serving
from tests.conftest import SAMPLE, build_into

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""

HEADING = """TELEGRAM No. {number}

Date: 24 June 1951
From: Ivan Petrov
To: Jan Novak

{body}

PETROV
"""
STRANGE = {
    "hostile": '<script>window.ran = 1</script> <img src=x onerror="window.ran = 2"> &lt;b&gt; '
    "the question of an armistice \u202egnirts\u202c and </script><svg onload=window.ran=3> arms for 60 divisions.",
    "right-to-left": "وصلت برقيتكم the question of an armistice שלום and arms for 60 divisions سلام.",
    "many-scripts": "Перемирие 停战 😀👩\u200d👧 e\u0301a\u0308 q\u0323\u0307 "
    "the question of an armistice 停战 😀 arms for 60 divisions.",
    "long-line": "the question of an armistice " + "word " * 200_000 + "arms for 60 divisions.",
}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server of its own process."""
    folder = tmp_path_factory.mktemp("e2e")
    papers = folder / "strange"
    papers.mkdir()
    for number, (name, body) in enumerate(STRANGE.items(), 1):
        (papers / f"{name}.txt").write_text(HEADING.format(number=number, body=body), "utf-8")
    report = build_into(folder / "data", *(shipped("examples", name) for name in SAMPLE), papers)
    assert report.unread == 0, report.diagnostics
    with serving(folder / "data", log="warning") as server:
        yield server.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; where there is none the tests are left out, and in CI that is a failure."""
    if not CHROMIUM:
        assert not os.environ.get("CI"), "no Chromium: CI does not leave these tests out"
        pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


class Seen:
    """What went wrong while pages were looked at."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.outside: list[str] = []


@pytest.fixture
def seen() -> Seen:
    """Errors and requests to other hosts."""
    return Seen()


@pytest.fixture
def page(browser: Browser, address: str, seen: Seen) -> Iterator[Page]:
    """A fresh page; errors of the console and requests to other hosts fail the test that looks at it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    made = context.new_page()
    _watch(made, address, seen)
    yield made
    context.close()
    assert seen.errors == []
    assert seen.outside == []


def _watch(page: Any, address: str, seen: Seen) -> None:
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    inside = (address, "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(inside) else seen.outside.append(asked.url))


def settle(page: Page) -> None:
    """Wait until the letters of a page are there and it has been drawn with them."""
    drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(f"document.fonts.ready.then(() => {drawn})")


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's script."""
    return (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
