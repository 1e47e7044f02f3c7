"""Every kind of error has a heading in words and something to do about it."""

from __future__ import annotations

import re
from pathlib import Path

import cablegraph.server
from cablegraph.server.problems import KINDS

SERVER = Path(cablegraph.server.__file__).parent


def test_every_code_that_is_used_has_a_title_and_a_remedy() -> None:
    source = "\n".join(path.read_text("utf-8") for path in SERVER.glob("*.py"))
    used = set(re.findall(r"Problem\(\s*\d+,\s*\"([a-z-]+)\"", source))
    assert {"not-found", "parameter", "query-timeout"} <= used
    assert used - set(KINDS) == set()


def test_titles_are_words_not_codes() -> None:
    for code, (title, remedy) in KINDS.items():
        assert title[0].isupper()
        assert title.lower() != code.replace("-", " ")
        assert remedy.endswith((".", "…"))
