"""Small words and articles with which a family name begins: ``van Kleffens``, ``al-Bazzaz``, ``d’Hautpoul``."""

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled

_BEFORE: Final = compiled(
    r"(?<![\w’'-])(?:(?:van|von|ter|de|du|di|da|dos|das|del|della|bin|ibn)[ \u00a0]"
    r"(?:(?:der|den|de|la|las|los|’t|'t)[ \u00a0])?|(?:al|el|ul|as|ash|an|ar|at|az)-|[dl][’'])\Z"
)
_ARTICLE: Final = compiled(r"(?:al|el|ul|as|ash|an|ar|at|az)-|[dl][’']")
_LONGEST: Final = 12


def begins(text: str, start: int, floor: int = 0) -> int:
    """Where a family name that stands here begins with its small words."""
    if start <= floor or text[start - 1] not in " \u00a0-’'":
        return start
    before = _BEFORE.search(text[max(floor, start - _LONGEST) : start])
    return start - len(before[0]) if before else start


def without_article(name: str) -> str:
    """``Bazzaz`` of ``al-Bazzaz``: the word that begins with the capital."""
    return _ARTICLE.sub("", name, count=1) if name[:1].islower() else name
