"""Lines that say who alone may read a paper: ``Eyes only Ambassador Lodge from the Secretary``, ``For Bohlen from Tyler, eyes only``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph import dates
from cablegraph.extraction.datelines import PROSE
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import Party, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_MARK = r"(?i:(?:for )?eyes[ -]only|(?:strictly |private and )?personal(?:ly)?(?: and (?:secret|confidential|private))?|exclusively|exclusive)"
_WHO = r"(?i:for |to )?(?i:the )?(?!(?i:eyes|repeated|repeat|info|from|copy|copies|return|by)\b)(?P<{}>[^\W\d_a-z][^:;!?\n]{{2,60}}?)"
_ONLY_FOR: Final = (
    compiled(rf"{_MARK}(?:[.:,–—-]+| [–—-])? {_WHO.format('to')}(?:,? (?i:from) {_WHO.format('by')})?\.?"),
    compiled(
        rf"{_WHO.format('to')},? (?:[–—-] )?(?:{_MARK}|(?i:only)),?(?: (?i:from) {_WHO.format('by')})?\.?"
    ),
    compiled(rf"{_WHO.format('to')},? (?i:from) {_WHO.format('by')}[.,]? (?:[–—-] )?(?:{_MARK}|(?i:only))\.?"),
)  # fmt: skip
_MARKED: Final = compiled(rf"\b(?:{_MARK}|(?i:only))\b")


def only_for(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Eyes only Ambassador Lodge from the Secretary`` in a telegram's head: the one it is for, and who writes."""
    telegram = heading.form is not None and heading.form.slug in ("telegram", "ciphered-telegram")
    if len(row.text) > 110 or not (telegram or heading.destination) or not _MARKED.search(row.text):
        return False
    match = next((one for pattern in _ONLY_FOR if (one := pattern.fullmatch(row.text))), None)
    if match is None or PROSE.search(row.text) or _MARKED.search(match["to"]):
        return False
    [found, writers] = [_named(text, row, match.span(role)) if match[role] else [] for role in ("to", "by")]
    if len(found) != 1 or len(writers) > 1:
        return False
    above = {one.entity for one in heading.addressees}
    if above <= {"body"} or (found[0].entity == "person" and "person" not in above):
        heading.receivers.extend(heading.addressees)
        heading.addressees[:] = found
        heading.meant = bool(heading.receivers)
    if not any(one.entity == "person" for one in heading.senders):
        heading.senders.extend(one for one in writers if one.entity == "person")
    return True


def _named(text: str, row: Row, span: tuple[int, int]) -> list[Party]:
    """The people and offices of some of a line's words."""
    found = parties(text, row.start + span[0], row.start + span[1])
    return [one for one in found if one.entity in ("person", "position")]
