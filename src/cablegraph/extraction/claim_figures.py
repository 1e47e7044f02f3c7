"""Which figure of a sentence a claim's verb speaks of: in "of the 60 beds 40 can be given" it is 40."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cablegraph.extraction import quantities
from cablegraph.extraction.claim_parts import Claim
from cablegraph.extraction.hedges import is_asked
from cablegraph.extraction.measured import NOWHERE
from cablegraph.extraction.measures import Figure, Stretch
from cablegraph.patterns import compiled
from cablegraph.sought import sought

# Behind these words a figure is told of, not asked for.
_TOLD = compiled(
    r"\b(?:that|as to|whether|about|regarding|concerning|respecting|relative to|how|what|why|as long as|while|because|"
    r"although|though|(?:since|until|after|before)(?! (?:the )?(?:\d|[A-Z]|end|beginning|middle|first|last|next|spring|"
    r"summer|autumn|winter|harvest|new year|noon|night|month|week|year)))\b"
)
# "Please cable what was shipped of the 500": asked for is the answer, never what it tells of.
_QUESTION = sought(r"\b(?:what|how|why|as to|concerning|regarding|respecting|status)\b", re.IGNORECASE)
_BEYOND = compiled(r"\b(?:of which|of whom|because|while|although|whereas)\b", re.IGNORECASE)
# A figure behind these words is what is spoken of, or the whole of which something is said.
_MATTER = sought(
    r"\b(?:concerning|regarding|respecting|touching|(?:as|so far as|as far as) concerns|as (?:to|for|regards)|"
    r"(?:with|in) (?:regard|reference|respect|relation) to|"
    r"(?:nature|operation|question|matter|subject|object|purpose|terms|details|explanation|discussion|"
    r"part|portion|out|prices?|contributions?|the credit) of|questions? of (?:the )?[a-z]+(?: of|(?<=ing))|"
    r"(?:application|request|demand)s? for|(?-i:Of) the total|"
    r"against(?=(?: \w+){0,3} (?:credit|loan)\b)|(?:claims?|bill|estimate) (?:[^,;:!?]{2,40} )?(?:is|was|are|were) for)"
    r"(?: (?:the|a|an|this|that|these|those|his|their|our|your|special|additional|further|first|last|said|above|credit|"
    r"loan|sum|total|of|about))* $",
    re.IGNORECASE,
)
_MENTIONED = compiled(r" (?:\w+ )?(?:mentioned|referred to)\b")
# What parts a verb from a figure that it does not speak of.
_APART = compiled(
    r"\b(?:after|before|until|till|since|because|when|while|although|that|whether|if|says?|said|states?|stated|who|"
    r"whom)\b"
    r"|[;:]",
    re.IGNORECASE,
)


def is_told(text: str, verb: int, asked: int, figure: int) -> bool:
    """Whether a figure is told of in a request and not asked for: "please cable what came of the 500"."""
    told = _TOLD.search(text, asked, figure)
    if told and told[0] == "that" and _CAUSES.search(text, verb, told.start()):
        told = _TOLD.search(text, told.end(), figure)  # "permit that the women and 19 children be put on the ship"
    return bool(told) or is_asked_about(text, verb, figure)


_CAUSES = sought(
    r"\b(?:permit|allow|arrange|agree|consent|order|direct|ensure|see|see to it|insist|cause|decide|propose|demand|"
    r"request|take care) $"
)


def is_asked_about(text: str, verb: int, figure: int) -> bool:
    """Whether a figure is in what a request asks about, or is that from which it asks: "advances made from the 500"."""
    beyond = _QUESTION.search(text, verb, figure) or _BEYOND.search(text, verb, figure)
    return bool(beyond) or text.endswith((" from ", " out of "), verb, figure)


def is_matter(text: str, sentence: int, figure: Figure) -> bool:
    """Whether a figure only says what is spoken of: "as to the 840 engineers", "part of $75,000,000"."""
    before = bool(_MATTER.search(text, max(sentence, figure.start - 60), figure.start))
    return before or bool(_MENTIONED.match(text, figure.end)) or _is_no_news(text, sentence, figure)


def _is_no_news(text: str, sentence: int, figure: Figure) -> bool:
    """Whether a figure is planned, denied, or counts the copies of a paper: "ten units to be located at towns"."""
    if figure.bound == "at-least" and _NOT_MORE.search(text, max(sentence, figure.start - 70), figure.start):
        return True
    if figure.amount <= SMALL and is_known(text, figure):
        return True  # "the three friars were seen": who they are is known, and not how many
    if _ABOUT_THE.search(text, max(sentence, figure.start - 16), figure.start):
        return True
    if _ANY_OF.search(text, max(sentence, figure.start - 40), figure.start):
        return True
    if figure.unit == "copy" and (
        _COPIED.match(text, figure.end) or _MADE_IN.search(text, max(sentence, figure.start - 20), figure.start)
    ):
        return True
    return _PLANNED.match(text, figure.end) is not None


def is_known(text: str, figure: Figure) -> bool:
    """Whether a figure counts what is known, of which something is asked: "that the two regiments be withdrawn"."""
    return _KNOWN.search(text, max(figure.start - 7, 0), figure.start) is not None


SMALL = 10
"""Up to so many that are known are no news."""
_ABOUT_THE = compiled(r"\b(?:with|about|among|against|like) (?:the|these|those) $")
"""Before a figure of what is known: "satisfied with the 40 doctors"."""
_ANY_OF = compiled(r"\b(?:every|each|any) \w+ of $", re.IGNORECASE)
_KNOWN = compiled(r"\b(?:all|the|these|those|his|her|its|our|your|their) $", re.IGNORECASE)
_PLANNED = compiled(
    r"(?: [\w-]+){0,2} (?:under consideration|in contemplation)\b|(?: [\w-]+){0,2} to be [a-z]+(?:ed|en|t|ld|id|wn)\b"
)
_COPIED = compiled(r"(?: \w+)? (?:made|printed|typed|taken|sent)\b|[.;)\]]|\s*$")
_MADE_IN = compiled(r"\b(?:[Pp]rinted|[Tt]yped|[Mm]ade|[Dd]one|[Ee]xecuted|[Dd]rawn up) in $")
_NOT_MORE = compiled(r"\b(?:nobody|no one|none|not|never|cannot|hardly|scarcely|unable|nor|without)\b[^,;:.!?]*$")


_WHOLE = compiled(
    r"(?:.*(?:[;:]|\bthat) )?(?:out )?of (?:the |these |those |our |his |their )?$", re.IGNORECASE | re.DOTALL
)


def whole_left(text: str, sentence: int, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures without the whole a sentence opens with, where it tells of a part: "Of the 45,000 …, 43,800 have"."""
    parted = any(item.again for item in figures[1:])
    return figures[1:] if parted and _WHOLE.fullmatch(text, sentence, figures[0].start) else figures


def whole_of(claim: Claim, figures: Sequence[Figure], text: str, sentence: int) -> Iterator[Claim]:
    """The whole that a report tells a part of, a claim of its own words: "Of the 45,000 apartments 43,800 have …"."""
    part, left = claim.figure, whole_left(text, sentence, figures)
    if claim.family.kind == "report" and part and part.again and len(left) < len(figures) and figures[0].counts:
        words = figures[0].words
        yield replace(claim, start=words[0], end=words[1], parts=words, figure=figures[0])


_AND_THAT = compiled(
    r",? and (?:also )?that (?=[^;:!?]{2,120}? (?:be|should|not)\b|it |he |she |they |the |his |its |their |[A-Z])"
)
_TO_BE = compiled(r"(?:(?! (?:is|are|was|were|has|have|had|will|would|could)\b)[^;:!?])+")
_THAT_ASKED = compiled(r"(?:ask|request|demand|beg|urge|insist|desire|wish|order)\w*\b[^,;:!?]{0,60}? that ")


def second_that(claim: Claim, figures: Sequence[Figure], text: str, end: int) -> Iterator[Claim]:
    """What is asked besides in clauses of its own: "asks that he be paid, and that meetings be held abroad; that …"."""
    if claim.family.kind not in ("request", "ceiling"):
        return
    again = _AND_THAT.search(text, claim.said[0], claim.end)
    if (
        again
        and _THAT_ASKED.search(text, claim.said[0], again.start())
        and _TO_BE.fullmatch(text, again.end(), claim.end)
    ):
        yield _asked_besides(claim, figures, again.end(), claim.end)  # "… and that he would come" is told, not asked
    if not text.startswith(";", claim.end):
        return
    for further in _FURTHER_THAT.finditer(text, claim.end, end):
        words = further["asked"].rstrip(" .")
        yield _asked_besides(claim, figures, further.start("asked"), further.start("asked") + len(words))


def _asked_besides(claim: Claim, figures: Sequence[Figure], start: int, end: int) -> Claim:
    figure = next((item for item in figures if start <= item.start and item.end <= end), None)
    claim = replace(claim, family=replace(claim.family, kind="request"))
    return replace(claim, start=start, end=end, parts=(start, end), figure=figure)


# "…; second, that contracts be carried out; and that you will forward this paper"
_FURTHER_THAT = compiled(
    r"; (?:and )?(?:also |further |[(]\w[)] |(?:first|second|third|fourth|fifth|last|final)(?:ly)?, )?that "
    r"(?P<asked>(?:(?! (?:is|are|was|were|has|have|had|would|could)\b)[^;:!?]){2,100}? (?:be|should be|not be) "
    r"(?!able\b)[a-z]+(?:ed|en|t|ld|wn|ne|id|de)\b[^;:!?]*|(?:you|your [a-z]+) will (?!find\b|see\b)[a-z]+\b[^;:!?]*)"
)


_RELATIVE = compiled(r"(?: [\w-]+){0,3},? (?:that|who|whom)\b")


def _is_apart(between: str) -> bool:
    """Whether words part a figure from the verb after it; "the 60 tractors that were asked for" is one thing."""
    relative = _RELATIVE.match(between)
    return bool(_APART.search(between, relative.end() if relative else 0))


def in_own_clause(text: str, start: int, figure: Figure) -> bool:
    """Whether a figure opens a clause of its own: "consented to ship the notes and 600 cases were sent"."""
    opens = text.endswith(" and ", start, figure.start) and not re.search(r"\bthat\b", text[start : figure.start])
    return opens and _OWN_VERB.match(text, figure.end) is not None


_OWN_VERB = compiled(r"(?: [\w-]+){0,2}? (?:was|were|is|are|has|have|had|would|will)\b")


def measures(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that only say how large what is counted before them is: "two hulls of 45,000 tons"."""
    return [
        one for before, one in pairwise(figures) if text[before.end : one.start] == " of " and before.unit != one.unit
    ]


def acted_on(text: str, figures: Sequence[Figure], verb: Stretch) -> list[Figure]:
    """The figures that a passive verb speaks of, the nearest first: "of the 60 places 40 can be given"."""
    before = [item for item in figures if item.end <= verb[0] and not _is_apart(text[item.end : verb[0]])]
    before = [item for item in before if not text.endswith((" of which ", " of whom "), 0, item.start)]
    behind = [item for item in figures if item.start >= verb[0] and not _APART.search(text, verb[1], item.start)]
    near = [item for item in reversed(before) if verb[0] - item.end <= 120 and not text.endswith(" in ", 0, item.start)]
    near = [item for item in near if not text.endswith((" for ", " for the "), 0, item.start)] or near
    near = [_first_of_row(text, near), *near] if near else near
    near += [item for item in behind if item.start - verb[1] <= 60]
    bare = next(
        (one for one in quantities.find(text, max(verb[0] - 30, 0), verb[0]) if one.number_end == verb[0]), None
    )
    if bare and near and near[0].end < bare.start and not bare.unit:
        return [
            replace(near[0], start=bare.start, end=bare.end, amount=bare.amount, maximum=bare.maximum, bound=bare.bound)
        ]
    return near


def _first_of_row(text: str, near: Sequence[Figure]) -> Figure:
    """The first of the amounts joined to the nearest before a verb: "60 tanks and 20 guns will be sent"."""
    first = near[0]
    for item in near[1:]:
        between = text[item.end : first.start]
        if _LINK.search(between) is None or _NOT_ANOTHER.search(between) or _HAS_VERB.match(between):
            break
        first = item
    return first


_HAS_VERB = compiled(
    r"(?: (?!that\b|which\b|who\b)[\w’'-]+){0,3}? "
    r"(?:can|could|will|would|shall|may|must|is|are|was|were|has|have|had)\b"
)
"""What is said of the amount before it: "no more than 40 lorries can be spared, and 20 motorcycles will be sent"."""
_ANOTHER_SAYS = compiled(
    r"(?:,|;)? (?:and|but|while|though|although|whereas|yet) (?:I|we|you|he|she|they|it)"
    r"(?: [a-z]+ly| also| already| have| has| had)* $"
)
"""Where the verb behind has a subject of its own: "no more than 20 pilots, and we have already sent 15 engineers"."""


LIMIT_NEAR = 40
"""How far behind "no more than" and the like its figure begins."""


def limited(text: str, figures: Sequence[Figure], place: int, end: int) -> Figure | None:
    """The figure that words of a limit, which end at ``place``, set as the limit: in the same clause, close behind."""
    for figure in figures:
        if figure.end > place and figure.end <= end:
            near = figure.start <= place + LIMIT_NEAR and "," not in text[place : figure.start]
            return figure if near else None
    return None


def is_reported(text: str, figure: Figure, verb: Stretch, words: Stretch) -> bool:
    """Whether the verb says something of the figure: it stands close before it, or behind a figure that opens."""
    if not (words[0] <= figure.start and figure.end <= words[1]):
        return False
    if figure.end <= verb[0] and _ANOTHER_SAYS.search(text, figure.end, verb[0]):
        return False
    before, behind = figure.start - verb[1], verb[0] - figure.end
    if verb[0] == verb[1]:
        return before == 0  # no verb: the figure that stands there
    return 0 <= before <= 30 or (0 <= behind <= 60 and (figure.start - words[0] <= 40 or behind <= 24))


_ITEM = compiled(r"(?:[(]?(?:\d{1,2}|[a-zа-я])[.)]|[-–—•*])\s*(?=\S)")
_LISTS = compiled(r"(?::|\b(?:for|following|follows))\s*\n")


def is_item(sentence: str) -> bool:
    """Whether a sentence is an item of a list: "a) two divisions"."""
    return _ITEM.match(sentence) is not None


def lists_a_thing(sentence: str) -> bool:
    """Whether an item names what is asked for or given, and no deed of its own: "(3) To refuse visas to 64 persons"."""
    item = _ITEM.match(sentence)
    return item is not None and not sentence.startswith(("To ", "to "), item.end())


def begins_list(text: str, claim: Claim) -> bool:
    """Whether lines with what is asked for or given follow a claim without an amount of its own."""
    kind = claim.family.kind in _SEVERAL and claim.family.kind != "report"
    return kind and claim.figure is None and _LISTS.search(text, claim.end - len("for"), claim.end + 3) is not None


def lists_goods(colon: int, figures: Sequence[Figure], counts: bool) -> bool:
    """Whether goods and amounts stand around a colon: "We need: of rice 2,000 tons", "We can give oil: 140 tons"."""
    measured = [figure for figure in figures if figure.of != NOWHERE and colon <= figure.start]
    before = any(figure.of[1] == colon or colon < figure.of[0] < min(figure.start, colon + 8) for figure in measured)
    return before or (counts and any(figure.start <= colon + 3 for figure in measured))


def nearest(figures: Sequence[Figure], verb: Stretch) -> Figure | None:
    """The first of the figures that a verb reports; or the one beside it of what was counted: "of whom 340 are …"."""
    beside = (one for one in figures if one.again and 0 <= verb[0] - one.end <= 2)
    return next(beside, next(iter(figures), None))


_SEVERAL = frozenset({"request", "offer", "promise", "refusal", "acceptance", "fulfilment", "report", "order"})
_LINK = compiled(r"(?:,|、|和|及| and| и| а также| as well as| plus| together with)(?![A-Za-zа-я])[^.;:!?]{0,60}$")
_DEED = compiled(r" (?:left|lost|kept|remain|remained|retained|withheld|refused|held)\b")
"""What happened to another amount: "291,957 tons will be shipped and 188,043 tons left behind"."""
_ASIDE = compiled(
    r"\b(?:that (?:he|she|it|they)|which|who|whom|if|unless|provided|but|while|whereas|although|though|because|"
    r"having)\b"
)
_ANOTHER_DOES = compiled(
    r"\b(?:and|but|while|,) (?:I|we|you|he|she|they|it|(?:the )?[A-Z][\w’'-]+)(?: (?:have|has|had|also|only|then|"
    r"already))* "
    r"(?:offered|offers?|gave|gives?|sent|sends?|refused|agreed|got|promised|received|proposed|paid|answered|replied|"
    r"can|could|will|would|shall|should|may|might|must)\b"
)
"""Another's deed beside what is asked or given: "we had asked him for 50,000 tons, and he offered 10,000"."""
_NOT_ANOTHER = compiled(
    r"\b(?:of which|of whom|instead of|out of|from|than|against|beyond|besides|of the|at|in|per|every|each|"
    r"(?:and|but) not)[ \u00a0](?:the )?$"
)


def _is_next_item(text: str, last: Figure, figure: Figure) -> bool:
    """Whether the next of a list of goods follows: "gasoline: 140 tons; of rice 2,000 tons"."""
    begins, ends = figure.of
    return last.end <= begins < ends <= figure.start and _ITEM_SIGN.fullmatch(text, last.end, begins) is not None


_ITEM_SIGN = compiled(r"\s*[;,/•]?\s*(?:[(]?\w[.)]\s+|and |of |[-–—] ?){0,2}")


def others(claim: Claim, figures: Sequence[Figure], text: str) -> Iterator[Claim]:
    """What is asked for or given besides: "500 rifles and 20 tanks" are two claims, the second of its own words."""
    if claim.figure is None or claim.family.kind not in _SEVERAL or claim.family.words == "object-to-end":
        return
    last, reports = claim.figure, claim.family.kind == "report"
    for figure in figures:
        more = text.startswith((" more ", " others "), figure.end)
        if not (last.end < figure.start and figure.end <= claim.end) or (figure.again and not more):
            continue
        between = text[last.end : figure.start]
        if not _is_next_item(text, last, figure) and (_LINK.search(between) is None or _NOT_ANOTHER.search(between)):
            return
        if not reports and (_DEED.match(text, figure.end) or _ASIDE.search(between) or _ANOTHER_DOES.search(between)):
            return
        if claim.family.kind == "promise" and claim.said[0] < claim.figure.start and _HAS_VERB.match(text, figure.end):
            return  # "five dollars will be paid for each, and more than ten thousand will be wanted"
        asked = not figure.counts or is_asked(text, last.end, figure, figure.end)
        if reports and (asked or _is_no_news(text, last.end, figure)):
            continue
        words = figure.words
        yield replace(claim, start=words[0], end=words[1], parts=words, figure=figure)
        last = figure
