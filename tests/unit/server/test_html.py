"""The pages are well-formed HTML: every element is closed, stands where it may, and no name is given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.server import create_app
from cablegraph.settings import Settings

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
PHRASING = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "button",
        "cite",
        "code",
        "em",
        "i",
        "input",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "script",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "svg",
        "textarea",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
ONLY_PHRASING = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "span",
        "bdi",
        "b",
        "em",
        "i",
        "code",
        "label",
        "button",
        "cite",
        "mark",
        "summary",
        "dt",
    ]
)
PARENTS = {
    "li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "tr": {"thead", "tbody"}, "td": {"tr"}, "th": {"tr"},
    "thead": {"table"}, "tbody": {"table"}, "option": {"select", "optgroup"}, "summary": {"details"},
    "figcaption": {"figure"},
}  # fmt: skip
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "table": {"thead", "tbody", "caption"},
            "tr": {"td", "th"}, "select": {"option"}}  # fmt: skip
PAGES = (
    "/", "/search?q=armistice", "/search?q=nothingofthekind", "/documents", "/documents?q=telegram&gaps=1",
    "/page/doc/wilson-ct3777", "/page/doc/wilson-ct3777?char=1352,1369", "/page/doc/frus1918Russiav03-d91",
    "/page/doc/1956-chinese-language", "/page/doc/1956-enclosed-message", "/page/agent/stalin",
    "/page/topic/arms-supply", "/page/place/beijing", "/network", "/network?by=document", "/timeline", "/map",
    "/questions", "/questions/letters-per-month", "/questions/topics-by-year", "/questions/requests-and-offers",
    "/questions/not-held", "/questions/chain-of-replies", "/sparql-editor?run=1", "/data", "/about", "/docs",
    "/docs/errors", "/why?s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin", "/nowhere", "/network?by=agnt",
)  # fmt: skip


class Checker(HTMLParser):
    """Collects what is wrong with a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: Counter[str] = Counter()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = [name for name, _ in attrs]
        if len(set(given)) != len(given):
            self.wrong.append(f"<{tag}> has an attribute twice")
        values = dict(attrs)
        if "id" in values:
            self.ids[values["id"] or ""] += 1
            if not values["id"] or any(char.isspace() for char in values["id"]):
                self.wrong.append(f"<{tag} id={values['id']!r}>")
        for name in ("aria-labelledby", "for"):
            if name in values:
                self.targets += (values[name] or "").split()
        if "svg" not in self.open:
            self._place(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            if "svg" not in self.open:
                self.wrong.append(f"<{tag}/> is no element without content")
            self.open.pop()

    def _place(self, tag: str) -> None:
        parent = self.open[-1] if self.open else ""
        if parent in ONLY_PHRASING and tag not in PHRASING:
            self.wrong.append(f"<{tag}> in <{parent}>")
        if tag in PARENTS and parent not in PARENTS[tag]:
            self.wrong.append(f"<{tag}> in <{parent}>")
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.wrong.append(f"<{tag}> in <{parent}>")
        if tag in ("a", "button") and ("a" in self.open or "button" in self.open):
            self.wrong.append(f"<{tag}> inside <a> or <button>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> while <{self.open[-1] if self.open else ''}> is open")
            return
        self.open.pop()


def wrong_with(html: str) -> list[str]:
    checker = Checker()
    checker.feed(html)
    checker.close()
    twice = [f"id {name} stands {count} times" for name, count in checker.ids.items() if count > 1]
    lost = [f"nothing has the id {name}" for name in checker.targets if name not in checker.ids]
    left = [f"<{tag}> is not closed" for tag in checker.open]
    return checker.wrong + twice + lost + left


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_well_formed(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text.startswith("<!doctype html>")
    assert wrong_with(answer.text) == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p><div></div></p>", "<div> in <p>"),
        ("<ul><a></a></ul>", "<a> in <ul>"),
        ("<a><a></a></a>", "<a> inside <a> or <button>"),
        ("<p><b></p>", "</p> while <b> is open"),
        ('<p id="x"></p><p id="x"></p>', "id x stands 2 times"),
        ('<p aria-labelledby="y"></p>', "nothing has the id y"),
    ],
)
def test_the_checker_finds_what_is_wrong(html: str, said: str) -> None:
    assert said in wrong_with(html)
