"""What tells a cataloguer's summary below a paper from the paper's last paragraph: ``Ho Chi Minh thanks for medicines.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers import footnotes
from cablegraph.record import Line

END_MARK: Final = compiled(r"\[\s*(?:\.{2,5}|…)\s*\]|#{2,4}|\*{3}|…")
_NAMED = compiled(r"[A-Z][a-zà-ž]{2,}")
_FIRST_PERSON = compiled(r"\b(?:I|we|We|our|Our|my|My|us|me|you|You|your|Your)\b")
_TELLS = compiled(
    r"\b(?:reports?|describes?|discuss(?:es|ing|ions?)?|informs?|requests?|asks?|recounts?|summari[sz]es?|relays?|outlines?"
    r"|tells?|states?|responds?|response|reply|replies|advises?|explains?|instructs?|proposes?|notes?|comments?|transmits?"
    r"|thanks?|provides?|summary|account|announces?|writes?|sends?|sets?|gives?|refuses?|agrees?|offers?|praises?|warns?"
    r"|(?:is|are|was|were) (?:told|asked|informed|instructed|advised|warned|urged|ordered|invited|briefed|notified|reminded|requested|called|summoned|received|shown|handed|given|offered|refused|promised|thanked|sent|accused|praised|blamed|shot|seen)"
    r"|argues?|claims?|conveys?|expresses|mentions?|urges?|suggests?|lists?|analy[sz]es?|reviews?|criticizes?|declares?"
    r"|(?:describ|report|inform|outlin|convey|request|recount|summari[sz]|detail|transmit|express|announc|propos|advis|explain|warn|urg|instruct|recommend|relay)ing"
    r"|considers?|promises?|rejects?|approves?|complains?|complaining|on"
    r"|grants?|declines?|admits?|orders?|demands?|decides?|receives?|assures?|condemns?|congratulates?|forwards?|presents?|speaks?|answers?|accepts?|denies|seeks?"
    r"|talks? (?:about|of|over|with)|consents|allows|permits|authori[sz]es|confirms|relates|presses|pleads|begs|hints|threatens|wishes|intends|settles|opposes|pledges|dismisses|inquires|directs|bargains?|confers?|debates?|negotiates?|insists?|invites?|meets?|records?|repeats?|recommends?|assesses|evaluates|postpones?|allots?|assigns?|appeals?|accuses?|defends?|predicts?|stresses|emphasizes)\b"
)


_BRACKETED = compiled(r"\[[^\[\]]+\]\.?")
"""``[seal: Ministry of Foreign Affairs, 18 NOV 1983]`` as the last line of a paper."""
_COPIES = compiled(
    r"(?i:c\.?\s?c\.?|copied to)\s?:\s|(?:(?:Typed|Printed|Made|Executed|Prepared|Issued)(?: out)? in|Sent(?: out)?:?(?: in)?) (?:\d{1,3}|[a-z]{2,8}) cop(?:y|ies)\b|(?:Copies|Copy|Distribution)(?: sent)?(?: to)?:|\d{1,3} copies\b"
)
"""``Printed in 4 copies: 1-2 - to Comrade Stalin, …``: the last line of a paper."""
_ORDERS: Final = compiled(
    r"(?:(?:Visit|Call on|Tell|Inform|Ask|Convey|Hand|Give|Telegraph|Cable|Wire|Explain|Say|State|Express|Thank|Reply|Answer|Point out|Instruct|Transmit|Pass|Meet|Take|Do not|Don[’']t|Please)\b(?! (?:by|from|of)\b))"
)
"""``Visit Choibalsan and tell him …``: a paper's own order, which no summary gives."""


_OPENS: Final = compiled(
    r"(?:An? (?:[\w’'-]+ ){0,3}?(?:institute|academy|ministry|department|committee|agency|office|service|bureau|secretariat|government|delegation|commission|council|newspaper|group|party|member|official|officer|leader|general|adviser|minister|secretary|scholar|correspondent|student|citizen)(?: (?:of|for|in|at) (?:the )?[A-Z][\w’'-]+(?: (?:(?:of|for|and|in|the) )*[A-Z][\w’'-]+){0,5})?"
    r" (?:reports|describes|discusses|recounts|summari[sz]es|outlines|relays|analy[sz]es|comments|informs|tells|writes|details|conveys|proposes|asks|requests|explains|warns|advises|complains|considers)\b)"
    r"|(?:The |An? )(?:[A-Z][\w’'-]+ ){0,3}(?:(?i:ambassador|embassy|minister|legation|charg[ée](?: d[’']affaires)?|consul(?:ate)?(?:[- ]general)?|mission|delegation|envoy|diplomat|attach[ée]|representative|charg[ée])\b)(?: (?:in|to|at|of) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"
    r" (?:reports|describes|discusses|recounts|summari[sz]es|outlines|relays|analy[sz]es|comments|informs|tells|writes|details|conveys)\b"
)
"""``The Irish Minister in Oslo reports …``: a cataloguer's sentence, whatever stands above it."""


def over_citation(text: str, lines: Sequence[Line], title: str) -> list[Line]:
    """The lines of a page's head, where one taken for its title is a sentence about the paper: the citation's is ``title``."""

    def tells(words: str) -> bool:
        told = words.endswith(".") and len(words.split()) > 6 and title not in words
        return told and bool(_TELLS.search(words)) and not _FIRST_PERSON.search(words)

    return [
        replace(line, label="summary") if line.label == "title" and tells(text[line.start : line.end]) else line
        for line in lines
    ]


def speaks_about(words: str, before: str, title: str, *, lines: int) -> bool:
    """Whether the last of these lines speaks *about* the paper: after an end mark, or as a cataloguer does.

    ``before`` is the line above it, ``title`` the paper's title, ``lines`` the number of all of them.
    """
    plain = re.sub(r"[\"“][^\"”]{0,300}[\"”]", "", words)
    marked = bool(END_MARK.fullmatch(before))
    if (
        len(words.split()) < (3 if marked else 5)
        or len(words) > 1600
        or _FIRST_PERSON.search(plain)
        or not re.search(r"[.!?…\"”)]$", words)
        or footnotes.NOTE.match(words)
        or footnotes.REMARK.fullmatch(words)
    ):
        return False
    telling = bool(_TELLS.search(plain)) and not re.match(r"\d+[.)]|[\"“(\[*]", words) and not _ORDERS.match(words)
    shared = (set(_NAMED.findall(title)) & set(_NAMED.findall(words))) - {"The", "And", "For"}
    notes = footnotes.NOTE.match(before) or footnotes.REMARK.fullmatch(before)
    foot = notes or _BRACKETED.fullmatch(before) or _COPIES.match(before)
    return marked or (telling and bool(shared or len(before) < 60 or foot or _OPENS.match(words)) and lines > 2)
