"""Words that keep a sentence from stating what it says: ``if``, ``whether``, ``would``, ``is alleged to``."""

from __future__ import annotations

import re

from cablegraph.extraction.claim_families import Family
from cablegraph.extraction.counted_besides import is_told
from cablegraph.extraction.measures import Figure, Stretch
from cablegraph.patterns import compiled
from cablegraph.sought import sought

# A sentence that asks for something or turns it down reports nothing, even where no family reads it.
_ASKS = compiled(
    r"\b(?:ask(?:s|ed|ing)?|[ie]nquire[sd]?|wonder(?:s|ed)?|"
    r"(?:ready|prepared|able) to|willing|"
    r"(?<!at the )(?<!at his )(?<!at our )(?<!at your )(?<!at my )(?<!at their )request(?:s|ed)?|beg(?:s|ged)?|"
    r"decline[sd]?|"
    r"appl(?:y|ies|ied) (?:\w+ ){0,2}?for|insist(?:s|ed)?|in no (?:case|event)|den(?:y|ies|ied) that|"
    r"(?:in a position|voted?|resolved?|decided?|determined?) to|"
    r"refuse[sd]?|offer(?:s|ed)?|wants?|wanted|need(?:s|ed)?|"
    r"propose[sd]?|suggest(?:s|ed)?|promise[sd]?|demand(?:s|ed)?|allow(?:s|ed)?|permit(?:s|ted)?|would|could|"
    r"should|must|(?<!\d )(?<!in )(?<!of )(?<!by )(?-i:may)(?! \d)|might|ought|considering|contemplat\w+|discussing|"
    r"invit(?:es?|ed|ing)|(?:ha(?:s|ve|d)|d(?:id|o|oes)) not (?:yet )?(?:sent|received?|given?|delivered|paid|"
    r"supplied|get|got)|talk of|wld|cld|shld|"
    r"expects? (?:to )?(?:ship|send|complete|deliver|receive|obtain|get|buy|make)|"
    r"supposing|assuming|necessary to|essential to|proposals?|propositions?|cannot be [a-z]+ed by|"
    r"will|shall|(?:is|are|has|have) to|if|hope[sd]?|desire[sd]?|wish(?:es|ed)?|intend(?:s|ed)?|plan(?:s|ned|ning)?|"
    r"recommend\w*|"
    r"objections?|instructed|ordered|summoned|called upon|"
    r"(?:is|are|was|were) said|alleged\w*|rumou?r\w*|consideration)\b",
    re.IGNORECASE,
)
# What goes on asking after a semicolon: "… desires rails; and for two million pairs of shoes".
_GOES_ON = compiled(r"(?:and|also) for\b", re.IGNORECASE)
# "Immediately order 500 locomotives"
_COMMANDS = compiled(
    r"[“\"]?(?:Immediately|At once|Urgently) (?!after|before|upon|on|the|this)[a-z]+ (?!\w+ed\b)|"
    r"(?:To )?(?:Entrust|Oblige|Charge|Commission|Instruct|Authori[sz]e|Permit|Allow|Grant|Receive|Admit|Accept|"
    r"Approve|"
    r"Allocate|Provide|Supply|Deliver|Recommend|Establish|Appoint|Assign|Purchase|Transfer|Increase|Reduce) "
    r"(?!of\b|by\b|is\b|was\b|were\b|had\b|has\b|from\b|and\b)"
)
# What begins a clause that is stated although the clause before it asks or refuses.
_STATED = sought(r"\b(?:as long as|because|although|though|whereas)\b")


def is_asked(text: str, start: int, figure: Figure, verb: int) -> bool:
    """Whether the clause of a figure asks, wishes or supposes."""
    begins = max((match.end() for match in _STATED.finditer(text, start, figure.start)), default=start)
    whole = figure.bound == "at-most" or text.startswith((" more", " others"), figure.end)
    if figure.again and not whole:
        begins = figure.start
    return bool(
        _GOES_ON.match(text, start)
        or _COMMANDS.match(text, start)
        or _ASKS.search(text, begins, max(figure.end, verb) + 8)
    )


_CLAUSE = compiled(r"[;:]|,(?!\d{3})")
_HEDGE = compiled(
    r"\b(?:if|whether|unless|in case|so that|in order that|provided that|had|as though|as if|если)\b", re.IGNORECASE
)
# Words that begin a condition where they open a clause: "…, provided the Treasury had no objection".
_CONDITION = compiled(
    r"\s*(?:but |and )?(?:provided|supposing|assuming|lest|had (?:he|she|it|they|we|I|you|the|this|that|there)|"
    r"should(?=\s*$))\b",
    re.IGNORECASE,
)
_AS_LONG = compiled(r"\s*(?:but |and )?(?:(?:as|so) (?:long|far) as|as soon as)\b", re.IGNORECASE)
# What for a sentence opens with: "In order that the troops, who are many, may be paid, the President asks".
_PURPOSE = compiled(
    r"(?:In order that|So that|To the end that|Lest)\b(?:[^,;:]|,(?= (?:who|which|whose|where|when)\b)|"
    r"(?<=[a-z0-9]),(?=\s*$))*",
    re.DOTALL,
)
# What one agrees with is the other's opinion: "We agree with you that the proposal must be turned down".
_AGREED = compiled(r"\b(?:agree|agreed|concur|concurred) (?:\w+ )?with (?:you|him|them)(?: in thinking)? (?:that )?$")
# What is supposed or denied is not stated: "it has been supposed that we asked", "I think that Japan is ready".
_SUPPOSED = sought(
    r"\b(?:(?:it|that|this)(?: is| was| has been| had been| would be)(?: \w+ly)? (?:supposed|imagined|thought|believed|"
    r"alleged|rumou?red|intimated|hinted|whispered|feared|hoped|untrue|not true|false|incorrect)"
    r"(?: (?:at|in|by) [^,;:!?]{2,30}| here| there)?(?: that)?|"
    r"(?:think|thinks|thought|believe|believes|believed|fears?|feared|suppose[sd]?|doubts?|doubted|expects?|expected|"
    r"hopes?|hoped|suspects?|suspected|presumes?|presumed|trusts?|trusted|anticipate[sd]?|predict(?:s|ed)?)"
    r"(?:,? however,?)?(?: that)?|"
    r"(?:am|is|are|was|were|feels?|felt|remains?)(?: \w+ly| quite| very)? (?:confident|sure|certain|convinced|hopeful|"
    r"persuaded|satisfied|in (?:great |every |good )?hopes?)(?: that)?|"
    r"(?:is|was|seems?|appears?)(?: \w+ly| very| quite| not)? (?:likely|unlikely|probable|improbable|possible|"
    r"conceivable|doubtful|to be (?:hoped|expected|feared|wished|presumed)) that|"
    r"(?:no|little|every|some|any) (?:doubt|hopes?|expectation|prospect|"
    r"reason to (?:hope|believe|think|expect|suppose)) (?:but )?that|"
    r"(?:rumou?rs?|(?:such|these|those|press|newspaper) reports)(?: [^,;:!?]{2,40})? that|"
    r"(?-i:Reports) [^,;:!?]{2,40} that|"
    r"(?:hope|desire|wish|belief|fear|view|opinion|impression)(?: of [^,;:!?]{2,40})? that) $",
    re.IGNORECASE,
)
_UNTRUE = compiled(
    r"\b(?:it|that|this)(?: is| was| has been| had been) (?:supposed|imagined|untrue|not true|false|incorrect|wrong)"
    r"(?: (?:at|in|by) [^,;:!?]{2,30}| here| there)?(?: that)? $",
    re.IGNORECASE,
)
# What others say of us is theirs: "the Embassy told Omsk that this Government had consented".
_ATTRIBUTED = compiled(r"^(?!.*\b(?:I|[Ww]e)\b).*\bthat $", re.DOTALL)
# What another hopes, asks or thinks that we would do is no word of ours: "he hoped that we would agree to 20 tons".
_OF_US = compiled(
    r"\b(?:hope[sd]?|hoping|wish(?:es|ed)?|desire[sd]?|wonder(?:s|ed)?|wondering|want(?:s|ed)?|expect(?:s|ed)?|"
    r"prefer(?:s|red)?|trust(?:s|ed)?|fear(?:s|ed)?|doubt(?:s|ed)?|ask(?:s|ed|ing)?|beg(?:s|ged)?|urge[sd]?|urging|"
    r"request(?:s|ed)?|demand(?:s|ed)?|insist(?:s|ed)?|propose[sd]?|suggest(?:s|ed|ing)?|recommend(?:s|ed)?|"
    r"thinks?|thought|believe[sd]?|suppose[sd]?|assume[sd]?|conclude[sd]?|understands?|understood)"
    r"(?: of (?:me|us))?(?: [a-z]+ly)?(?: that| whether| if)? $",
    re.IGNORECASE,
)
_OUR_OWN = compiled(
    r"\b(?:I|we)(?: [a-z]+){0,2} (?:propose[sd]?|suggest(?:ed)?|recommend(?:ed)?|insist(?:ed)?|think|thought|believed?|"
    r"understand|understood|conclude[sd]?)(?: [a-z]+ly)?(?: that)? $",
    re.IGNORECASE,
)
_WE = compiled(r"(?:I|[Ww]e|[Oo]ur|[Mm]y) ")
# What one advises is not yet agreed: "I advise that we agree to 10,000".
_ADVISED = compiled(r"\b(?:advise|recommend|suggest|propose)[sd]? that $")
_OUR_WORD = frozenset({"acceptance", "promise", "offer", "refusal"})
# Another's pledge is not what the paper itself says will be: "his lordship promises that the prisoners shall be freed".
_PLEDGED = compiled(
    r"\b(?:promis(?:es?|ed)|assure[sd]?|undert(?:ake|akes|ook)|pledge[sd]?|guarantee[sd]?|engage[sd]?|consent(?:s|ed)?|"
    r"agree[sd]?)(?: [\w’']+){0,3} that (?:(?:[^,;:!?]|,(?! (?:and|but)\b)){2,80} )?$",
    re.IGNORECASE,
)
_OWN_PLEDGE = compiled(r"\b(?:I|we|you)\b(?: [a-z]+){0,2} $", re.IGNORECASE)
_OPINION = compiled(r"(?:I|[Ww]e|You) (?:think|believe|hope|feel|consider|suppose|hold)\b")
_THAT_YOU = compiled(
    r"\b(?:ask|request|beg|wish|desire|want)(?:e?s|ed|ged)?\b[^;:!?]{0,40} (?:that )?(?:you|the \w+)(?: to| will)? $",
    re.IGNORECASE,
)
_TOLD_WE_WOULD = compiled(r"\b(?:told|said|replied|answered|informed|assured)\b[^;:!?]*\bthat $")
_WE_WOULD = compiled(r"(?:I|we) would ", re.IGNORECASE)
_HAD = compiled(r"(?:I|we|(?:our|my|this) \w+) had\b", re.IGNORECASE)
_INVERTED = compiled(r"\b(?:is|are|was|were|be|has|have|had|did|does|do) (?:therefore |also )?$", re.IGNORECASE)
_DENIAL = compiled(
    r"\b(?:did not|does not|do not|didn't|never|not|"
    r"(?:neither|nor) (?:have|has|had|did|do|does|can|could|will|would)) $",
    re.IGNORECASE,
)
# What is denied, or only told in a newspaper: "it is not the case that Turkey has asked us".
_NOT_SO = compiled(
    r"\b(?:(?:it|this|that) is not (?:the case|so)\b[^.;:!?]{0,40}|(?:den(?:y|ies|ied)|denying)(?: [^,;:!?]{2,30})?|"
    r"it (?:is|was|has been) (?:said|asserted|reported|printed) (?:in|by) [^,;:!?]{2,60}) that $",
    re.IGNORECASE,
)
# A time that is awaited: "on the day the Senate consents", "until he agrees".
_AWAITED = compiled(
    r"\b(?:on the day(?: (?:that|when|on which))?|until|till|(?:as|so) soon as|once|whenever) $", re.IGNORECASE
)


_LONG_PAST = compiled(
    r"(?:[A-Z][\w’'-]*|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he [^,;:!?]{2,40}|who) had (?:[a-z]+ ){0,2}?"
    r"(?:asked|pressed|offered|declined|refused|requested|begged|urged|invited|rejected)\b"
)


_ANOTHER_SAID = compiled(
    r"^(?!.*\b(?:I|[Ww]e)\b).*\b(?:that|said|says|told|stated|asserted) $", re.DOTALL | re.IGNORECASE
)


def is_long_past(text: str, sentence: int, matched: Stretch) -> bool:
    """Whether what is asked, offered or refused was so before what the paper tells: "I had asked Mr. Dunn to sit in".

    In another's words, "he said Sadchikov had offered", it is what the paper tells.
    """
    past = _LONG_PAST.match(text, matched[0], matched[1])
    return past is not None and not _ANOTHER_SAID.match(text[sentence : matched[0]])


def is_hedged(text: str, sentence: Stretch, start: int, family: Family) -> bool:
    """Conditions and questions state nothing; "would you …?" is how one asks."""
    if text[sentence[1] - 1] == "?" and not family.asks:
        return True
    if family.name == "that-it-be-done" and not _is_item_asked(text, sentence[0]):
        return True
    if family.name == "counted" and not is_told(text, sentence, start):
        return True
    before = text[sentence[0] : start]
    clause = max((mark.end() for mark in _CLAUSE.finditer(before)), default=0)
    if _HEDGE.search(before, clause) or _CONDITION.match(before, clause):
        return True
    if family.kind != "report" and _AS_LONG.match(before, clause):
        return True
    if not family.head and (_PURPOSE.fullmatch(before) or _AGREED.search(before, max(len(before) - 40, 0))):
        return True
    near = max(len(before) - 90, 0)
    if _is_pledged(f"{before} ", near, family):
        return True
    if not before.endswith(" "):
        return False
    if _DENIAL.search(before, max(len(before) - 14, 0)) or _AWAITED.search(before, max(len(before) - 24, 0)):
        return True
    if _UNTRUE.search(before, near) or (before[-5:].lower() == "that " and _NOT_SO.search(before, near)):
        return True
    ours = family.head == "WE" or (family.by == "sender" and _WE.match(text, start))
    if ours and family.kind in _OUR_WORD and _OF_US.search(before, near):
        return _OUR_OWN.search(before, near) is None
    if ours and family.kind == "acceptance" and _ADVISED.search(before, near):
        return True
    if family.by == "told" and _OPINION.match(before):
        return True  # "We think, he said, that the planes should be taken away"
    if family.asks and _THAT_YOU.search(before, near):
        return True  # "The Treasury asks that you kindly look into it": the Treasury's
    asks = family.kind == "request" and family.by == "sender"
    if asks and _TOLD_WE_WOULD.search(before, near) and _WE_WOULD.match(text, start):
        return True  # "I told him that … and that I would ask you": a promise
    if family.head == "WE" and family.kind == "request" and before.endswith(" as "):
        return True  # "a statement in writing, as I should like to have"
    if (
        family.head == "WE"
        and family.kind in ("acceptance", "promise")
        and _HAD.match(text, start)
        and _ATTRIBUTED.search(before)
    ):
        return True
    if family.head == "HE" and _INVERTED.search(before, max(len(before) - 16, 0)):
        return True  # "nor was he asked for one"
    certain = family.kind == "report" or (family.kind == "request" and "quantity" in family.needs)
    return not certain and family.head in _OTHERS and bool(_SUPPOSED.search(before, near))


_LIST = compiled(
    r"\b(?:(?P<asks>request|ask|demand|requir|desir|beg|insist|pray)|propos|recommend|suggest|resol|deci|agree|appro)"
    r"[a-z]*\b[^.;!?\n]{0,120}:"
)


def _is_item_asked(text: str, place: int) -> bool:
    """Whether the list at ``place`` is of what is asked, and not of what is proposed or resolved."""
    lists = list(_LIST.finditer(text, max(place - LIST_BEFORE, 0), place))
    return bool(lists) and lists[-1]["asks"] is not None


LIST_BEFORE = 1500
"""So many characters before an item the list can begin."""


def _is_pledged(before: str, near: int, family: Family) -> bool:
    """Whether what will be or can be is another's pledge: "his lordship promises that the prisoners shall be freed"."""
    if family.head or family.by != "sender" or family.kind not in ("promise", "offer"):
        return False
    pledge = _PLEDGED.search(before, near)
    return pledge is not None and _OWN_PLEDGE.search(before, max(pledge.start() - 24, 0), pledge.start()) is None


_OTHERS = frozenset({"WHO", "HE", "THEY"})
"""Heads of patterns that tell of somebody else, which "I think that" makes an opinion."""
