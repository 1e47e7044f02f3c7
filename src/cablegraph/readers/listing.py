"""Pages that list other papers, with their dates, titles and summaries: ``Documents in this collection: 398``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.errors import ReadError
from cablegraph.patterns import compiled
from cablegraph.readers.sheet import rows

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE: Final = compiled(
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
_DATED_LAST = compiled(rf"{_DATE.pattern}[.)\]]?$")
_TITLE = compiled(
    r"(?i)(?:\d+\. )?(?:[\w’'()-]+ ){0,6}?(?:telegram|cable|letter|memorand|minutes|report|note|record|speech|conversation|decision|directive|message|resolution|transcript|protocol|statement|excerpt|draft|diary|meeting)"
)
_COUNT = compiled(
    r"(?i)(?:documents? in (?:this|the) collection|\d+ (?:results|documents|records) (?:found|for|in)|showing \d+|results? \d+ ?[-–] ?\d+|search results|page \d+ of \d+)"
)
_MORE = compiled(r"(?i)(?:show more|load more|next page|sort by|filter(?:ed)? by|refine)\b.{0,40}")


def check(text: str, name: str) -> None:
    """Raise ReadError with the code listing where a text is a list of papers."""
    papers = 0
    lines = list(rows(text[:200_000]))
    longest = max((len(row.text) for row in lines), default=0)
    for before, row, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        dated = _DATE.match(row.text)
        if dated is None:
            ends = _DATED_LAST.search(row.text) if len(row.text) < 300 else None
            papers += bool(ends and _TITLE.match(row.text[: ends.start()]))  # title and date in one row
            continue
        if rest := row.text[dated.end() :].strip(" ,:–—-"):  # date, title and summary in one row
            papers += bool(_TITLE.match(rest)) and len(row.text) < 300
            continue
        beside = [one.text for one in (before, after) if one is not None]
        papers += any(_TITLE.match(words) and len(words) < 250 for words in beside)
    told = sum(bool(_COUNT.search(row.text) or _MORE.fullmatch(row.text)) for row in lines)
    if (papers >= 3 and (told or papers * 6 > len(lines)) and longest < 1500) or (
        papers >= 2 and told >= 2 and longest < 700
    ):
        notes = (
            f"left out, because its dates and titles belong to {papers} other documents",
            f'if it is a paper after all, add to corpus.toml:  [readers] "{name}" = "plain_text"',
        )
        raise ReadError(f"{name} is a list of other papers, not a paper", path=name, code="listing", notes=notes)
