"""Family names with the initials behind them, as Soviet papers list people: ``Andropov Yu. V., Gromyko A. A.``"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablegraph.extraction.name_runs import CAP, FORM, Mention, Run, is_title, no_name
from cablegraph.patterns import compiled

_INITIAL = rf"(?:[{CAP}]|Yu|Ya|Ye|Zh|Kh|Ts|Sh|Ch)\."
_BEHIND = compiled(rf" {_INITIAL}[ \u00a0]?{_INITIAL}(?!\w)(?=[,;.)\]:\n]|[ \u00a0](?![{CAP}][\w’'-]|[{CAP}]\.)|$)")
_NO_INITIALS = frozenset("DC AM PM AD BC US UN SW SE NW NE NY EC MP CB KC RN NS OS IE EG".split())  # noqa: SIM905
"""Letters that stand for something else: ``Washington D. C.``, ``Captain Dahl, R. N.``"""
_LONG = 3


def read(text: str, run: Run) -> Iterator[Mention]:
    """The man whose family name a row of capitalised words has before two initials."""
    for start, end, word in run.tokens[-4:]:
        behind = _BEHIND.match(text, end) if len(word) > _LONG and word.isalpha() and not word.isupper() else None
        if behind is None or no_name(word, strict=True) or is_title(word):
            continue  # "Comrade V. I." and, behind it, his family name
        if re.sub(r"[^A-Z]", "", behind[0]) not in _NO_INITIALS:
            yield Mention(start, behind.end(), "person", FORM)
        return
