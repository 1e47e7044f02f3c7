"""A paper pointed to, as the words alone give it: whose it is, its form, number and day, and who is named."""

from __future__ import annotations

from typing import Literal

from cablegraph.extraction.citing_tails import Dated
from cablegraph.frozen import dataclass

Whose = Literal["mine", "theirs", "department", "post", "named", "nobody"]


@dataclass(frozen=True, slots=True)
class Cited:
    """One paper pointed to. ``start`` is where its own words begin, ``words`` all the words it is read from.

    ``whose`` says whose paper it is; ``by`` and ``to`` are the words that name a writer and an addressee; ``whom`` is
    "writer" or "reader" where it went to one of the two who write here, "another" where to neither. ``answers`` is set
    where words say that the paper is answered. ``rule`` is the rule's name.
    """

    start: int
    words: tuple[int, int]
    whose: Whose
    rule: str
    form: str = ""
    number: str = ""
    date: Dated | None = None
    answers: bool = False
    by: tuple[int, int] | None = None
    to: tuple[int, int] | None = None
    whom: str = ""
    speech: bool = False
