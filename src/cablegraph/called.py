"""What papers are called that have no title, or are not held: ``Note of Rathbone to Crosby``, ``despatch No. 391``."""

from __future__ import annotations

import re
from typing import Final

_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z)?)?\b")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip

UNSENT: Final = frozenset({"minutes", "memorandum-of-conversation", "decision", "speech"})
"""Forms of papers that nobody sends, as a rule: told by title and participants, never by an unknown sender."""


def spoken(text: str) -> str:
    """Dates within a text as a historian writes them: ``1951-06-21`` is *21 June 1951*."""

    def one(found: re.Match[str]) -> str:
        day = f"{int(found[3])} " if found[3] else ""
        return f"{day}{_MONTHS[int(found[2]) - 1]} {found[1]}"

    return _DAY.sub(one, text)


def untitled(form: str, number: str, sender: str, addressee: str, key: str, holder: str | None = None) -> str:
    """A paper without a title: what it is and between whom; inside another (``holder``) ``Message of A to B, in: …``.

    Of one between nobody its form and its name here: ``Minutes (protocol-61)``.
    """
    inside = holder is not None
    parts = [form.capitalize() or ("Message" if inside else "Paper"), f"No. {number}" if number else "",
             f"of {sender}" if sender else "", f"to {addressee}" if addressee else ""]  # fmt: skip
    title = " ".join(part for part in parts if part)
    if inside:
        return f"{title}, in: {holder}"
    if sender or addressee or number:
        return title
    return f"{title} ({key})" if form else key


def dated(title: str, number: str, date: str) -> str:
    """A title with its date before it and its number, for many papers are named alike."""
    said = re.search(rf"(?<!\w){re.escape(number)}(?!\w)", title)
    return f"{date} {title}" + (f", No. {number}" if number and not said else "")


def cited(form: str, number: str, date: str, sender: str, addressee: str) -> str:
    """A paper that is not held, by what is read of it: ``telegram No. 12 of 3 May 1918 from Francis, cited``."""
    form = form or "a paper"
    said = {" No. ": number, " of ": spoken(date), " from ": sender, " to ": addressee}
    told = form + "".join(before + value for before, value in said.items() if value)
    return f"{told}, cited" if any(said.values()) else f"{form} cited, of which nothing more is said"
