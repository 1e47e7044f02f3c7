"""Browsers that follow the address of a query get a page; no program that asks for data does."""

from __future__ import annotations

import pytest

from cablegraph.server.negotiation import wants_page

CHROMIUM = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize("accept", [CHROMIUM, "text/html", "text/html;q=0.9, */*;q=0.1"])
def test_browsers_get_a_page(accept: str) -> None:
    assert wants_page(accept)


@pytest.mark.parametrize(
    "accept",
    ["", "*/*", "application/sparql-results+json", "application/sparql-results+json, text/html;q=0.5",
     "text/turtle, text/html", "text/csv,*/*;q=0.1"],
)  # fmt: skip
def test_programs_get_data(accept: str) -> None:
    assert not wants_page(accept)
