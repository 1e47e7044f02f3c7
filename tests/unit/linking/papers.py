"""Papers for tests of linking: a text, and records of passages cited from it."""

from __future__ import annotations

from cablegraph.evidence import Passage, Rule
from cablegraph.record import Record, SourceText

RULE = Rule("test.rule", certainty="0.9")


def source(text: str, key: str = "paper") -> SourceText:
    """A text of the author's alone."""
    return SourceText(text, f"{key}.txt", key)


def passage(text: SourceText, words: str, value: str = "", entity: str = "", nth: int = 1) -> Passage:
    """The nth occurrence of these words, read as ``value``."""
    start = -1
    for _ in range(nth):
        start = text.text.index(words, start + 1)
    return text.cite((start, start + len(words)), RULE, value or words, entity=entity)


def paper(text: str, date: str = "1951-06-24", key: str = "paper", **names: str) -> Record:
    """A record with fields ``field="words:entity"``, several joined by ``|``; the date is read from all the text."""
    laid_out = source(text, key)
    fields: dict[str, tuple[Passage, ...]] = {}
    for field, said in names.items():
        parts = (item.rpartition(":") for item in said.split("|"))
        fields[field] = tuple(passage(laid_out, words, entity=entity) for words, _, entity in parts)
    if date:
        fields["date"] = (laid_out.cite((0, len(text)), RULE, date),)
    return Record(key, laid_out, fields)
