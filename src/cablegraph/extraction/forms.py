"""What kind of paper it calls itself: ``CIPHERED TELEGRAM``, ``Memorandum of Conversation``, ``ШИФРТЕЛЕГРАММА``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cablegraph.patterns import compiled

_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:en)?cipher(?:ed)?[ -]?(?:telegram|cable|message)s?|cyphered telegram|(?:cypher cable ?/ ?)?coded? (?:telegram|cable|message)|cypher (?:telegram|cable)|ciphergrams?|cipher(?:text)?s?(?= (?:no|nr)\b)"
     r"|(?:incoming|outgoing) ciphers?|cryptogram|szyfrogram|cyfrogram|telegrama cifrado|t[ée]l[ée]gramme chiffr[ée]|chiffretelegramm|chiffriertes telegramm|шифр(?:ованная )?\s?телеграмма|密电", "ciphered-telegram"),
    (r"(?:secretary[’']s )?notes of (?:an? |the )?(?:\w+ )?meetings? of|(?:summary )?minutes (?:of|on|about|from) (?:an? |the |his |her )?(?:\w+ ){0,2}?(?:conversations?|talks?|discussions?|meeting between)"
     r"|(?:working record of (?:the )?)?(?:session|meeting|sitting)(?= of (?:the )?(?:[\w()]+ ){0,4}?(?:politburo|presidium|secretariat|political (?:bureau|committee)|plenum|council of ministers)\b)", "minutes"),
    (r"(?:memorand(?:um|a)|records?|notes?|transcript|account|summary|report|protocol) (?:of|on|about|from) (?:an? |the |his |her )?"
     r"(?:[\w-]+ ){0,2}?(?:conversations?|talks?|discussions?|interviews?(?= (?:between|with|by|had|held|,|$)|,|$)|(?:meeting|conference) (?:between|with)|contact (?:between|with)|audience (?:with|of)|encounter (?:between|with))|(?:record of (?:the )?)?reception of (?:the )?(?=(?:[\w-]+ ){0,3}(?:ambassador|charg[ée]|minister|envoy|counsell?or))|memcon|(?:conversation|talks?|meeting|interview|discussions?|negotiations|dialogue) (?:between|with|of)"
     r"|(?:(?:main|basic|brief) )?contents? of (?:an? |the )?(?:conversation|talk|meeting)s?|(?:\w+ )?conversation memorandum|запись беседы", "memorandum-of-conversation"),
    (r"minute(?!s)|aide[- ]m[ée]moire|memorand(?:um|a)|memo|pro memoria|меморандум|памятная записка", "memorandum"),
    (r"(?:circular|joint|personal|secret|urgent)? ?(?:telegramas?|telegramme?s?|telegrams?|cables?|cablegram|teletype|telex(?:es)?|radio(?:gram|telegram)s?|telephon[eo]grams?)|телеграмма|телефонограмма|радиограмма|电报|telegrama?|t[ée]l[ée]gramme|tel[ée]gramma", "telegram"),
    (r"(?:extracts?|excerpts?) from (?:the )?(?!minutes)(?:[\w()]+ ){0,5}?protocol", "decision"),
    (r"(?:extracts? from (?:the )?)?(?:(?:meeting )?minutes|stenographic (?:record|transcript)|transcript|protocol(?=\s(?:of|nos?\b|№|#))|stenogram|verbatim record)|протокол|working (?:record|notes)(?=$| (?:of|from))"
     r"|(?:(?:cpsu|cc|cccpsu|vkp\(b\)|sed|puwp|hswp|mszmp|bcp|rcp|ccp) ){1,3}(?:politburo|presidium|secretariat|political committee) (?:session|meeting|sitting)", "minutes"),
    (r"(?:(?:cc|central committee|[av]kp\(b\)|cpsu|ccp|puwp|sed|hswp|bcp|rcp|cpcz|soviet) ){0,4}(?:politburo |council |central committee |presidium |secretariat )?"
     r"(?:decisions?|decrees?|resolutions?|order(?=\s(?:no\b|№)))|постановление|решение", "decision"),
    (r"speech|address|remarks|речь|rede|toast", "speech"),
    (r"reports?|доклад|报告|bericht|assessment|briefing|information(?=$|\s(?:on|about|regarding|concerning|nos?\b|nr)\b)", "report"),
    (r"circular (?:instructions?|directives?)", "instruction"),
    (r"circulars?|циркуляр", "circular"),
    (r"d[ei]spatch(?:es)?(?!\sof\s(?:the\s)?(?!the\b|an?\b|our\b)(?-i:[a-z]))", "despatch"),
    (r"instructions?|directives?", "instruction"),
    (r"petitions?|memorial(?=\s(?:of|from|by|to)\b)|ходатайство", "petition"),
    (r"letters?|письмо|brief|lettre|信|list(?!\sof\b)|open letter|handwritten letter|messages?", "letter"),
    (r"(?:(?:verbal|identic|collective) )?notes?(?: (?:verbales?|identic|collective))?|нота|aide|protest|diplomatic note", "note"),
)  # fmt: skip
_TABLE = tuple((compiled(pattern, re.IGNORECASE), slug) for pattern, slug in _FORMS)
_LEAD = compiled(
    r"(?:outgoing|incoming|summary|top secret|strictly secret|secret|draft|copy of(?: an?| the)?|the|an?|untitled|handwritten|excerpts? (?:from|of)(?: an?| the)?|extracts? from(?: the)?"
    r"|personal|confidential|urgent|north korean|soviet|polish|hungarian|romanian|chinese|czechoslovak|bulgarian|east german|cuban"
    r"|oral|verbal|written|joint|private|official|radio|televised|television|opening|closing|concluding|welcoming|keynote|supplementary|additional|information(?:al)?|special|internal|political|economic|military|annual|monthly|weekly|interim|preliminary|final|brief|short|immediate|reply|first|second)\s+",
    re.IGNORECASE,
)


_ABOUT = compiled(
    r"(?<=[\w)\]])\s(?:on|about|regarding|concerning|in connection with|with regard to) (?:the|an?|his|her|their|its|our) "
)
"""``on the dispatch of specialists``, ``regarding the note of the Allies``"""


class Form(NamedTuple):
    """A form word: its slug in the form vocabulary and where it begins and ends."""

    slug: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def at_head(words: str) -> Form | None:
    """The form with which a title or a line begins, offsets within the words."""
    place = 0
    for _ in range(4):
        for pattern, slug in _TABLE:
            match = pattern.match(words, place)
            if match and (match.end() == len(words) or not words[match.end()].isalpha() or words[match.end()] == "第"):
                return Form(slug, match.start(), match.end())
        lead = _LEAD.match(words, place)
        if not lead:
            return None
        place = lead.end()
    return None


@lru_cache(maxsize=4096)
def anywhere(words: str) -> Form | None:
    """The first form word inside a title, for titles that begin with a name; none that says what it is about."""
    found = None
    words = words[: about.start()] if (about := _ABOUT.search(words)) else words
    for pattern, slug in _TABLE:
        match = re.search(rf"(?<!\w)(?:{pattern.pattern})(?!\w)", words, re.IGNORECASE)
        if match and (found is None or match.start() < found.start):
            found = Form(slug, match.start(), match.end())
    return found
