"""Words that only look like a claim: ``he asked me to call``, ``I shall send you the list``, ``she asks for more``."""

from __future__ import annotations

import re

from cablegraph.extraction.measures import Stretch
from cablegraph.patterns import compiled

_ERRAND = compiled(
    r"[^;:!?]{2,120}? (?:ask|request|wish|desire|beg|want|would like)(?:s|es|ed)? (?:me|us) to (?:say|state|tell you|"
    r"inform|let you know|add|mention|thank|assure|express|explain|bring to|call (?:your|the) attention)\b",
    re.IGNORECASE,
)
_NO_MORE = compiled(
    r"\b(?:not|cannot|unable to|(?:refuse|decline)[sd]? to)(?: going to)? (?:[a-z]+ ){1,3}"
    r"(?:(?:more|less|fewer) than\b|(?:above|beyond|over) "
    r"(?:(?:US)?[$£]?\d|(?:one|two|three|four|five|six|eight|ten|twelve|twenty)\b))",
    re.IGNORECASE,
)
# What cannot be told is not refused: "I cannot give you the exact number", "an idea of the crowd".
_CANNOT_TELL = compiled(
    r"\b(?:cannot|not|unable to|never)(?: now| yet| be able to)? (?:give|furnish|supply|offer|render|form)\b"
    r"(?: [\w’']+){0,3}? (?:exact|ideas?|accounts?|descriptions?|(?<!this )(?<!that )numbers?|dates?|"
    r"estimates?|impressions?|explanations?|opinions?|weight|credence|credit|attention|rise|stress|importance)\b",
    re.IGNORECASE,
)
# What was no more is told, and no limit: "the general brought away no more than eleven hundred men".
_WAS_NO_MORE = compiled(
    r"(?<!\bbe )\b(?!(?:limited|reduced|restricted|allowed|permitted|authori[sz]ed|ordered|confined|need|agreed|"
    r"consented|offered|promised|engaged|decided|prepared|allotted|allocated|granted|voted|assigned|appropriated)\b)(?:brought|lost|found|saw|took|made|gave|got|sent|paid|held|"
    r"[a-z]{2,}ed)(?: away| off| up| out| down)? (?:no|not) (?:more than|above|over|beyond) $",
    re.IGNORECASE,
)
# What there is at most is told too: "India has no more than 3,500 men there", "there are not over forty of them".
_IS_NO_MORE = compiled(
    r"\b(?:[Tt]here (?:is|are|was|were)|(?:I|we|he|she|it|they|[A-Z][a-z]+) (?:has|have|had)"
    r"(?! (?:allotted|allocated|granted|voted|assigned|allowed|authori[sz]ed|appropriated|permitted)\b)"
    r"(?: [^,;:!?]{2,50})?|"
    r"(?<!Have )(?:number|strength|force|garrison|loss|losses)(?: [^,;:!?]{2,30})? (?:is|are|was|were)) "
    r"(?:no|not) (?:more than|above|over) $"
)
# What a thing costs at most is an estimate: "it would cost, it is thought, not more than 250 dollars".
_COSTS_NO_MORE = compiled(
    r"\b(?:costs?|worth|amount(?:s|ed)? to|com(?:e|es|ing) to|measures?|weighs?|hold|contain|"
    r"lasts?|suffices?)(?:, [^,;:!?]{2,40},)? "
    r"(?:no|not) (?:more than|above|over|exceeding) $"
)
# A head without a verb, as telegrams write it: "Tamasese not above 700 at Lufilufi".
_STANDS_NO_MORE = compiled(r"^(?:[A-Z][\w’'-]+ ){1,4}(?:no|not) (?:more than|above|over) $")
# Of whom something is said who are no more: "no more than 120 persons were killed".
_ARE_NO_MORE = compiled(
    r"(?:about )?(?:\d[\d,.]*|[a-z-]+)(?: (?!(?:can|could|may|might|will|would|shall|should|must|be)\b)[\w’'-]+){0,4}? "
    r"(?:were|was|are|is|had|have|has|showed|voted|died|attended|answered|survived|returned|arrived|perished|escaped|"
    r"remained|took|went|came)\b(?! to\b| be\b)"
)

# What is asked for at most is asked for: "I would ask an allowance of not more than thirty dollars".
_ASKS_SUM = compiled(
    r"\b(?:ask(?:s|ed)?|request(?:s|ed)?|beg(?:s|ged)?|appl(?:y|ies|ied))(?: for)? "
    r"(?:an?|the|your|leave|permission|authority|authori[sz]ation|approval) "
    r"(?:(?! not to (?!exceed)| that )[^,;:!?])*$",
    re.IGNORECASE,
)


# A paper that is to follow is announced, and not promised as a deed: "I shall send you the list by post".
_PAPERS = (
    r"(?:letters?|notes?|drafts?|lists?|memorand(?:um|a)|reports?|cop(?:y|ies)|tele(?:gram|x|fax)(?:es|s)?|"
    r"d[ei]spatch(?:es)?|texts?|tables?|translations?|minutes|accounts?|statements?|repl(?:y|ies)|answers?|"
    r"summary|summaries|extracts?|clippings?|cuttings?|photographs?|particulars|details)\b"
)
_SENDS_PAPER = compiled(
    r"\b(?:shall|will|would|going to|intend to|'ll)(?: \w+ly| also| now| then| soon)*,? (?:be )?"
    r"(?:send|giv|let|suppl|furnish|forward|deliver|dispatch|despatch|transmit|submit|hand|put|mak|plac)(?:y|e|ing)?"
    r"(?: (?:over|to|you|him|her|them|us|me|have|your \w+|the (?-i:[A-Z])\w+|(?-i:[A-Z])\w+)){0,4}"
    r"(?: (?:by|under|in|with) [^,;:!?]{2,30}?)?,? (?:an?|the|my|our|his|her|its|their|your|this|these|another|further|"
    rf"two|three|some)(?: [\w’'-]+){{0,3}}? {_PAPERS}",
    re.IGNORECASE,
)
_PAPER_IS_SENT = compiled(
    rf"[Yy]ou (?:will|shall) (?:have|receive|get) (?:an?|the|my|our|his|another)(?: [\w’'-]+){{0,2}}? {_PAPERS}|"
    rf"(?:The|Your|His|Her|Its|Their|All|A|An|Further|My|Our)(?: [\w’'-]+){{0,2}}? {_PAPERS}[^;:!?]*? (?:will|shall) |"
    r"(?:The|[Tt]he|Our|My|An?|All)(?: [\w’'-]+){0,2}? (?:notes?|letters?|statutes?|regulations|plans?|"
    r"protocols?|drafts?|schemes?|schedules?|projects?|maps?|charts?|instructions|files?|documents?|papers|questionnaires?)\b"
    r"(?:[^,;:!?]|, (?:together |along )?with [^,;:!?]*,)*? "
    r"(?:will|shall) be (?:\w+ly )?(?:handed(?: over)?|sent|transmitted|forwarded|delivered|given|communicated|"
    r"presented|submitted)\b"
)
# A visit is asked for or a message to be carried: "Shahi asked me to call", "the message he had asked me to pass on".
_ASKED_TO_COME = compiled(
    r"\b(?:ask|request|invit|beg|urg|want|wish|would like)(?:e?s|ed|e|d)?(?: again)? (?:me|us|him|her|them) "
    r"(?:both )?to (?:(?:call(?! (?:back|off|out|up|a|the|for|attention)\b)|come|dine|lunch|breakfast|go|accept|"
    r"see (?:him|her|them)|sit|wait|stay|attend|visit|meet (?:him|her|them))\b|pass (?:it |this |them )?on$)",
    re.IGNORECASE,
)
# Nothing is asked for: "We ask for nothing that is not ours", "he was asking for no advice".
_ASKS_NOTHING = compiled(
    r"\b(?:ask|beg)(?:s|ed|ing|ged|ging)?(?: (?:us|me|you|him|them))?,? for (?:nothing(?: that| which|(?=[.;,]|$))|"
    r"no (?:advice|favou?rs?|rewards?|mercy|thanks|gifts?|charity|pity|privileges?|answer|reply)\b|"
    r"(?:more|less),? (?:and )?not (?:for )?(?:less|more))",
    re.IGNORECASE,
)
# What is due to the reader is not asked for again: "I have asked Dr. Hoffmann to send you the 200 roubles I promised".
_IS_DUE_TO_YOU = compiled(
    r"\b(?:asked|requested|begged|told|instructed|got) (?:[\w.’'-]+ ){1,5}to (?:send|give|pay|hand|remit|return|"
    r"deliver|forward|refund|let) you (?:have )?(?:the|your) [^,;:!?]*?\b(?:promised|owe[ds]?|due|lent|borrowed|"
    r"deposited)\b"
)
# Not what is offered but what will be done some day: "the list which the Department proposes to send me".
_MEANS_TO_SEND = compiled(
    r"\bpropos(?:es?|ed) to (?:send|forward|transmit|address|communicate)(?: to)? (?:me|us|you|him|her|them)\b"
)
# A noun that is written like a command: "Attack on our gate was driven off", "Report on the speech follows by bag".
_NOUN_OPENS = compiled(
    r"(?:\d+[.)] )?(?:Report|Attack|Offer|Return|Press|Advance|Guard|Answer|Reply|Protest|Arrest) "
    r"(?:on|upon|of|by|from|to|in|at|for|against|with)\b"
    r"(?:(?! (?:what|which|that|whether|who|whom|how|when|if|until|as|and|or|but)\b)[^,;:!?])*? "
    r"(?:was|were|is|are|has|have|had|follows?|will|came|took|made|failed|continues?|begins?|began|ceased|ended)\b",
    re.IGNORECASE,
)
# Copies, remarks and notes that follow, counted or not: "and a dozen copies shall be sent to you".
_COPIES_FOLLOW = compiled(
    r"(?:\bcopies|\b(?:remarks|protocols|observations|minutes|(?:An?|The|Our|My) (?:notes?|memorandum))\b[^;:!?]*?)"
    r" (?:will|shall) be (?:\w+ly )?(?:sent|forwarded|handed over|delivered|furnished|transmitted|communicated|given)\b"
)
# An infinitive promises in a decision alone: "1. To satisfy the request … and to deliver 90 tanks".
_TO_GIVE = compiled(
    r"(?:to )?(?:let|send|give|supply|provide|deliver|grant|allocate|allot|ship|d[ei]spatch|furnish|transfer|lend|sell|"
    r"release|assign|hand|turn|make|place|put|extend|issue|forward|train|dedicate|contribute|spare|loan|advance|transport|"
    r"export|equip|arm|render|pay|build|construct)\b"
)
_GRANTS = compiled(
    r"(?:\d+[.)] )?(?:To (?:agree (?:to|with)|accept|approve|satisfy|grant|meet|fulfil|accede to|comply with)|"
    r"Satisfy|Accede to) [^;!?]* and $"
)
# What is asked whether it can be is offered by nobody: "ask the Red Cross whether 10,000 sets can be sent".
_ASKED_WHETHER = compiled(r"\b(?:ask|[ie]nquire|ascertain|find out|learn)\b[^;:!?]*\bwhether\b[^;:!?]*$", re.IGNORECASE)
# What somebody is to offer or accept he has not offered: "I have suggested that he offer one-half", "He asked that the
# Soviet side agree to a reduction".
_TO_BE_DONE = compiled(
    r"\b(?:suggest|propos|recommend|request|insist|ask|demand|urg)\w* that (?:(?:no|the|any|each|every|both) )?$"
)
_DONE = compiled(r"[^,;:!?]{1,60}? (?:offer|agree|accept|consent|promise|undertake)\b(?! (?:agree|accept|consent))")
_ANSWERS = frozenset({"refusal", "acceptance", "offer", "promise", "warning"})
_NEVER: dict[str, tuple[re.Pattern[str], ...]] = {
    "request": (_ASKED_TO_COME, _ASKS_NOTHING, _IS_DUE_TO_YOU),
    "promise": (_SENDS_PAPER, _PAPER_IS_SENT),
    "offer": (_MEANS_TO_SEND,),
    "ceiling": (_WAS_NO_MORE, _IS_NO_MORE, _STANDS_NO_MORE, _COSTS_NO_MORE),
    "refusal": (_NO_MORE, _CANNOT_TELL),
}


# What somebody is to be told is an order to say it, and no answer of his: "It should be told that we can take no part".
_TO_BE_TOLD = compiled(
    r"\b(?:should|must|may|might|can|could|is to|are to|will|shall) (?:also |then )?be (?:told|informed|assured|"
    r"given to understand)\b[^;:!?]* that [^;:!?]*$"
)


def is_other(text: str, sentence: int, matched: Stretch, kind: str) -> bool:
    """Whether words only carry a message, "he wishes me to say", tell of what there is, or announce a paper."""
    words = text[slice(*matched)]
    if kind == "request" and _ERRAND.match(words):
        return True
    if kind == "order" and _NOUN_OPENS.match(words):
        return True
    if kind in _ANSWERS and " be " in text[sentence : matched[0]] and _TO_BE_TOLD.search(text, sentence, matched[0]):
        return True
    if kind == "promise" and (
        _COPIES_FOLLOW.search(text, sentence, matched[1])
        or (
            text.endswith("and ", sentence, matched[0])
            and _TO_GIVE.match(words)
            and not _GRANTS.match(text, sentence, matched[0])
        )
    ):
        return True
    if kind in ("offer", "acceptance", "promise") and _is_asked_for(text[sentence : matched[0]], words):
        return True
    if kind == "ceiling" and _ASKS_SUM.search(text, max(sentence, matched[0] - 120), matched[1]):
        return True
    if kind == "ceiling" and words.endswith(" ") and _ARE_NO_MORE.match(text, matched[1]):
        return True
    return any(pattern.search(words) for pattern in _NEVER.get(kind, ()))


def _is_asked_for(before: str, words: str) -> bool:
    """Whether the words before an offer or a consent ask whether it can be made, or that somebody make it."""
    if " whether" in before and _ASKED_WHETHER.search(before):
        return True
    return " that " in before and bool(_TO_BE_DONE.search(before) and _DONE.match(words))
