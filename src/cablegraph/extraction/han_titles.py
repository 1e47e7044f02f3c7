"""Chinese lines that say who wrote what to whom: ``毛泽东致斯大林电``, ``外交部给驻苏联使馆的电报``."""

from __future__ import annotations

from typing import Final

from cablegraph import dates
from cablegraph.extraction import forms
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import Party
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_TITLE: Final = compiled(
    r"(?P<by>[一-鿿·]{2,12}?)(?:关于[一-鿿]{2,30}?)?(?:致|给|复|覆)(?P<to>[一-鿿·]{2,12}?)(?:的|关于[一-鿿]{2,30}的)?"
    r"(?P<form>(?:绝?密)?电报?|复电|电文|来?信|信件|函|照会|备忘录)"
)
_FORMS: Final = (("密电", "ciphered-telegram"), ("电", "telegram"), ("照会", "note"), ("备忘录", "memorandum"))
_BODY: Final = compiled(r".*(?:部|委|委员会|馆|局|会|中央|政府|处|团|军|院)")
_PERSON: Final = compiled(r"[一-鿿]{2,4}|[一-鿿·]{3,12}")
_HONOUR: Final = compiled(r"(?:同志|主席|总理|大使|部长|外长|先生|阁下)$")


def han_titled(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``毛泽东致斯大林电``: the form, who writes, and to whom."""
    match = _TITLE.fullmatch(row.text) if len(row.text) < 60 and "\u4e00" <= row.text[0] <= "\u9fff" else None
    by, to = (_party(text, row, *match.span(role)) for role in ("by", "to")) if match else (None, None)
    if match is None or by is None or to is None:
        return False
    slug = next((slug for word, slug in _FORMS if word in match["form"]), "letter")
    heading.form = heading.form or forms.Form(slug, row.start + match.start("form"), row.end)
    heading.senders.extend([] if heading.senders else [by])
    heading.addressees.extend([] if heading.addressees else [to])
    return True


def _party(text: str, row: Row, start: int, end: int) -> Party | None:
    words = _HONOUR.sub("", row.text[start:end])
    if len(words) < 2 or not _PERSON.fullmatch(words):
        return None
    entity = "body" if _BODY.fullmatch(words) else "person"
    return Party(words, entity, row.start + start, row.start + start + len(words))
