"""What newspapers and things in quotation marks are called: ``in El Mundo``, ``the "Pueblo"``, ``sails on the "Kuibyshev"``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.name_lists import Known
from cablegraph.extraction.name_runs import BEHIND, Run
from cablegraph.patterns import compiled

_OPENING = frozenset('"“«„')
_ELIDED = ("l'", "l’", "L'", "L’")
_PAPER = compiled(
    r"(?:El|La|Las|Il|Le|Les|O|A|De|Het|Die|Der|Das) (?:Mundo|Nacional|Universal|Comercio|Imparcial|Pa[ií]s|Tiempo|Diario|Correspondencia|Siglo|Liberal"
    r"|D[ií]a|Heraldo|Debate|Sol|Ep[oó]ca|Popolo|Stampa|Tribuna|Gaulois|Journal|Petit Journal|D[ée]bats|Patrie|Constitutionnel|Moniteur|Si[eè]cle"
    r"|Estado|Globo|Telegraaf|Tijd|Post|Zeit|Presse|Libert[ée]|Libertad|Opini[oó]n|Raz[oó]n|Cr[oó]nica|Patria|Estrella|Vanguardia|Discusi[oó]n|Lucha)"
)
"""What newspapers are called: ``in El Mundo``, ``the Jornal do Commercio``."""
_PAPER_BEFORE = tuple(
    f"{word} {its}"
    for word in (
        "newspaper",
        "journal",
        "gazette",
        "daily",
        "periodical",
        "jornal",
        "diario",
        "diário",
        "gazeta",
        "correio",
    )
    for its in ("", "el ", "la ", "le ", "do ", "da ", "de ", "de la ", "du ", "des ")
)
_CLOSING = compiled(r"[.,]?[\"”»“]")


def in_quotes(text: str, run: Run) -> bool:
    """``the "Pueblo"``: what alone stands in quotation marks is a ship, a newspaper, a movement, not a person."""
    first = run.start - 2 if text.startswith(_ELIDED, run.start - 2) else run.start
    return text[first - 1 : first] in _OPENING and _CLOSING.match(text, run.end) is not None


def is_newspaper(text: str, run: Run) -> bool:
    """``the newspaper El Eco de la Frontera``: what a newspaper is called names nobody."""
    before = text[max(0, run.start - 16) : run.start].lower()
    return before.endswith(_PAPER_BEFORE) or newspaper(text, run) is not None


def newspaper(text: str, run: Run) -> tuple[int, int] | None:
    """Where a row begins with a newspaper's name: ``El Mundo``, ``La Opinión of Monday``."""
    called = _PAPER.match(text, run.start, run.end) if len(run.tokens) > 1 else None
    ends = called and (called.end() == run.end or text.startswith(" of ", called.end()))
    return called.span() if called and ends else None


def is_ship(text: str, hit: Known, before: str) -> bool:
    """``sails on the "Kuibyshev" to``: a town's name in quotation marks behind an article; ``the "Manchukuo" troops``."""
    return (
        before.endswith((' the "', " the “", " the «"))
        and _CLOSING.match(text, hit.end) is not None
        and text[hit.start : hit.end] not in COUNTRIES
        and BEHIND.match(text, hit.end + 1) is not None
    )
