"""What a claim is besides what its verb says: ``we shall give 400 guns if they are counted`` is an offer."""

from __future__ import annotations

import re
from dataclasses import replace

from cablegraph.extraction.claim_families import Family
from cablegraph.extraction.measures import Stretch
from cablegraph.patterns import compiled
from cablegraph.record import Record

# A deed that hangs on what the other does: "we shall withdraw if they do likewise".
_DEED = compiled(
    r"\b(?:will|would|shall)(?: \w+ly| also| now| then| at once)* (?:give(?! (?:an?|the|my|our) (?:word|assurance))|"
    r"send|supply|deliver|pay|withdraw|retire|bear|hand over|release|lift|open|buy|lend|sell|furnish|surrender|"
    r"evacuate|stop|ship|provide|grant|return|build)\b[^;:!?]*? [“\"‘']?"
    r"(?:if|provided(?: that)?|on (?:the )?condition that|so soon as|in case) ",
    re.IGNORECASE,
)
_CONDITION_BEFORE = compiled(r"\b(?:if|provided|should) [^,;:.!?]{2,60}, $", re.IGNORECASE)
# Forces that will be sent if another moves are a threat: "the Chinese would send 200,000 men if UN forces crossed".
_FORCES = compiled(
    r"\b(?:will|would|shall|should)(?: \w+ly| also| then| at once)* (?:send|dispatch|despatch|commit|throw in|land|"
    r"pour in)\b(?:[^,;:!?]|(?<=\d),(?=\d))*? (?:men|troops|soldiers|divisions?|armies|army|corps|regiments?|"
    r"battalions?|brigades?|volunteers|warships?|bombers|paratroops)\b"
)
_MOVES = (
    r"(?:cross(?:ed|es)?|advanc(?:ed?|es)|march(?:ed|es)?|invad(?:ed?|es)|land(?:ed|s)?|enter(?:ed|s)?|intervene[ds]?|"
    r"penetrate[ds]?|push(?:ed|es)? (?:on|north|south|east|west)|go(?:es)? beyond|went beyond)\b"
)
_UNLESS = r"unless\b(?! (?:you|I|we|otherwise|instructed|ordered|the Department|Department|there)\b)"
_IF_MOVES = compiled(
    rf"\b(?:(?:if|should|in case|(?:so|as) soon as|once)\b[^;:!?]{{2,80}}? {_MOVES}|{_UNLESS})", re.IGNORECASE
)
# What is taken away unless the other does something is a threat too: "we shall suspend 18 million dollars unless".
_TAKES_AWAY = compiled(
    r"\b(?:will|would|shall|should|must)(?: have to| be (?:forced|obliged|compelled) to| \w+ly)? (?:suspend|withhold|"
    rf"cut off|stop|cease|discontinue|withdraw|cancel|break off|recall)\b[^;:!?]*? (?:{_UNLESS}|"
    r"if [^,;:!?]{2,40} (?:do|does|did|is|are|has|have) not)\b|"
    r"\b(?:will|would|shall|should)(?: \w+ly| then| at once)? (?:withdraw from|"
    r"leave the (?:conference|commission|league|talks|council|meeting)|"
    r"resign|break off|quit|denounce|"
    r"boycott|bombard|fire (?:on|upon)|open fire|attack|blockade|destroy|burn|seize|expel|retaliate|declare war)\b"
    r"[^;:!?]*? (?:if|unless|should)\b"
)
_BARE_DEED = compiled(
    r"(?:I|[Ww]e) (?:will|would|shall) (?:bear|give|send|supply|deliver|pay|withdraw|lend|hand over)\b"
)
# Who says that he would take what is offered accepts it: "he said that he would gladly come".
_WOULD_TAKE = compiled(
    r"\b(?:said|says|replied|answered|stated|declared)(?: that)? (?:he|she|they|it|I|we) (?:would|will|should)"
    r"(?: gladly| willingly| be glad to| be happy to| be pleased to)? (?:take (?:them|it|him|her|these|those|both)|"
    r"accept\b(?! (?:no|nothing|neither)\b)|come(?=[.,;]|$| (?:in|to|on|with)\b))",
    re.IGNORECASE,
)
# Who says that he would have no part in it refuses: "I told them that I would take no part".
_WOULD_NOT = compiled(
    r"\b(?:said|told \w+(?: \w+)?|replied|answered|stated|declared)(?: that)? (?:I|we|he|she|it|they) (?:would|will|"
    r"should) (?:take|have|give|make|hear|send|sign|allow|accept|permit|do|lend|sell|grant|pay|supply|offer)(?: us|"
    r" me| you| him| her| them)? "
    r"(?:no|nothing|neither|none|not (?:a|one) single)\b"
    r"(?! (?:more|less|fewer) than\b)"
)
# What another has suggested is a proposal: "The Governments of Chile and Peru have suggested that Geneva be invited".
_SUGGESTED = compiled(r"\b(?:suggested|proposed) (?:to [^,;:!?]{2,30} )?that\b")
# A request that is spoken of because it is turned down: "The request of Nepal for 40 tons is considered impossible".
_TURNED_DOWN = compiled(
    r"(?:the|a|an) (?:\w+ )?(?:request|demand|wish|desire|petition|appeal) (?:of|by|from) [^;:!?]* (?:is|are|was|were|"
    r"has been|have been|shall be|must be) (?:refused|declined|rejected|turned down|denied|"
    r"(?:considered |found )?impossible)\b",
    re.IGNORECASE,
)
_HOME = compiled(
    r"\b(?:Secretary of State|Department|Under ?Secretary|Foreign (?:Ministry|Minister|Office|Secretary)|"
    r"Minist(?:er|ry) (?:of|for) (?:External|Foreign)|Politburo|Political Bureau|Central Committee|"
    r"International (?:Liaison )?Department|Secretary-General|Cent(?:er|re))\b",
    re.IGNORECASE,
)
# One asks the Department through another: "Ask Department instruct Bristol", "Repeat to State Department".
_THROUGH_ANOTHER = compiled(
    r"(?:\d+[.)] )?(?:Ask|Beg|Urge|Have|Repeat to|Pass to|Let) (?:the )?(?:State |Navy |War )?"
    r"(?:Department|Washington)\b",
    re.IGNORECASE,
)
# What somebody is told to ask of a third is asked of the third: "Ask that distribution be placed in his hands".
_ASKS_OTHERS = compiled(r"(?:\d+[.)] )?(?:Ask|Request|Beg) (?:that|him to|her to|them to) ", re.IGNORECASE)
# Whom one invites one offers something: "he invited Comrade Stoph to Chile"; but "I invite you to surrender the town".
_INVITED = compiled(r"\binvit(?:es?|ed|ing) (?!attention|bids|tenders|proposals|comment)", re.IGNORECASE)
# Who would be glad of another's coming invites him: "I would be glad if a delegation of your party could take part".
_WOULD_WELCOME = compiled(
    r"\b(?:would|should) be (?:very |most )?(?:glad|happy|pleased|honou?red) if "
    r"(?:you\b|a delegation|your (?:delegation|party|president|(?:foreign |prime )?minister|leaders))[^;:!?]*? "
    r"(?:could|would|can) (?:take part in|attend|come to|visit|be (?:our|my) guests?)\b",
    re.IGNORECASE,
)
_TO_COME = compiled(
    r"\bto (?:(?-i:[A-Z])|come\b|visit|return\b|dine|lunch|breakfast|stay|spend|attend|take part|participate|join|"
    r"be (?:our|my|his|her|their|the) guests?\b|travel|go\b|meet|confer|speak|lecture|sing|play|address|"
    r"pay (?:a|an|him|her|them|us)\b|"
    r"send (?:an? |his |her |its |their |our |two |three )?(?:\w+ )?(?:delegat|represent|mission|observ|commission|"
    r"group|team|expert|engineer|officer|student)|make use|rest|see the|"
    r"(?:an?|the|his|her|its|their|our|tea|dinner|lunch)\b)|"
    r"(?<=you )to (?:name|designate)\b"
)
# Who is willing that another does what he wishes lets him: "He was willing that I should carry a letter".
_LETS = compiled(
    r"[^,;:!?]{2,100}? (?:is|are|was|were|am) (?:\w+ )?(?:willing|content|agreeable|satisfied) that "
    r"(?:this|it|I|we|you|he|she|they|the|our|my)\b",
    re.IGNORECASE,
)
# Who is ready to take what another proposes accepts it: "Peru is prepared to accept the proposal"; but "to accept 112
# missiles", "to accept inspection" is offered.
_TAKES = compiled(
    r"\b(?:prepared|willing|ready|disposed|content|in a position) to "
    r"(?:accept|approve|adopt|(?:agree|assent|consent) to|concur in|acquiesce in) "
    r"(?:it|them|this|that|these|those|the|your|his|her|their|our|my|both|either|one-half)\b",
    re.IGNORECASE,
)
# Who is willing to look at what another asks, or to let him do it, accepts: "Diaz is willing to let him go".
_HEARS = compiled(
    r"[^,;:!?]{2,100}? (?:is|are|was|were)(?: \w+)? willing to (?:let (?:him|her|them|us|me|it)|consider|see|"
    r"hear|allow|permit)\b",
    re.IGNORECASE,
)
# What one has undertaken not to exceed is a promise: "a formal undertaking that no purchaser shall be charged more".
_UNDERTAKEN = compiled(
    r"\b(?:undertaking|assurances?|pledge|promise|guarantee|engagement|been assured|assured \w+|promised|undertook|"
    r"pledged)(?: by [^,;:!?]{2,40})? that (?:[^;:!?]*\b)?(?:no|not)\b",
    re.IGNORECASE,
)
# What we ask for is a request, and what we propose an offer, with a limit of its own: "We ask that not more than four
# inspectors come", "We propose a base of not more than 250 workers".
_ASKS_AT_MOST = compiled(
    r"\b(?:asks?|asked|requests?|requested|begs?|begged)(?: [a-z]+| (?-i:[A-Z])[\w’'-]+)?(?:,? [^,;:!?]{2,40},)? that "
    r"[^;:!?]*\b(?:no|not)(?: to)? (?:more than|exceed|above|over) ?$"
)
_OF_AT_MOST = compiled(
    r"\b(?:(?:I|[Ww]e)(?: would)? (?:propose|suggest|offer) [^;:!?]* of not more than|"
    r"(?:proposes?|proposed|would propose|honou?r to propose|suggests?|suggested) that [^;:!?]* (?:not|no) "
    r"(?:more than|above|over)) $"
)
# What the Department tells its envoy to pass on is an order, however courteous: "Please forward following to Philip".
_FORWARDS = compiled(
    r"(?:\d+[.)] )?please (?:forward|deliver|transmit|repeat|hand|communicate)\b[^;:!?]*\bfollowing\b", re.IGNORECASE
)
# What may come in somebody's opinion is thought, and neither told nor set: "In her opinion it will not exceed 3 tons".
_THOUGHT = compiled(
    r"(?:\d+[.)] )?In (?:his|her|my|our|their) (?:own |personal )?(?:opinion|view|judge?ment)\b"
    r"[^.;]*?\b(?:will|would|could|may|might|should)\b"
)
_LET_OTHERS = compiled(r"(?:\d+[.)] )?Let (?:the|them|him|her|these|those|his|their|our|your) ")


def meant(family: Family, text: str, matched: Stretch, sentence: int, record: Record) -> Family:
    """The family as it is meant in the words of a match, in a sentence that begins at a place of the message."""
    words = text[slice(*matched)]
    kind = family.kind
    if kind in ("ceiling", "report") and _THOUGHT.match(text, sentence, matched[1]):
        kind = "opinion"
    elif kind in _THREATENED and _is_threat(words, text, sentence, matched):
        kind = "warning"
    elif kind == "promise":
        kind = _promised(words, text[sentence : matched[0]])
    elif kind == "request" and family.by != "sender" and not family.older and _SUGGESTED.search(words):
        kind = "offer"
    elif kind == "request" and family.by == "who" and _TURNED_DOWN.match(words):
        kind = "refusal"
    elif kind == "request" and _invites(words):
        kind = "offer"
    elif kind == "request" and _FORWARDS.match(words) and is_home(record, "sender", "author", "signature"):
        kind = "order"
    elif kind == "offer" and (_LETS.match(words) or _HEARS.match(words) or _TAKES.search(words)):
        kind = "acceptance"
    elif kind == "ceiling" and family.by == "sender" and _OF_AT_MOST.search(text[sentence : matched[1]]):
        kind = "offer"
    elif kind == "ceiling" and _ASKS_AT_MOST.search(text[sentence : matched[1]]):
        kind = "request"
    elif kind == "ceiling" and _UNDERTAKEN.search(text[sentence : matched[1]]):
        kind = "promise"
    elif kind == "order" and family.by == "sender" and family.opens and _is_asked(words, record):
        kind = "request"
    return family if kind == family.kind else replace(family, kind=kind)


def _invites(words: str) -> bool:
    """Whether one is invited to come, or with no word of what to do; "invited them to name an assessor" asks."""
    if (invited := _INVITED.search(words)) is None:
        return _WOULD_WELCOME.search(words) is not None
    return " to " not in words[invited.end() :] or _TO_COME.search(words, invited.end()) is not None


_THREATENED = frozenset({"promise", "offer"})


def _is_threat(words: str, text: str, sentence: int, matched: Stretch) -> bool:
    """Whether forces will be sent should another move, or something be taken away unless he does what is asked."""
    if _TAKES_AWAY.search(words):
        return True
    return _FORCES.search(words) is not None and _IF_MOVES.search(text, sentence, matched[1]) is not None


def _promised(words: str, before: str) -> str:
    if _DEED.search(words) or (_BARE_DEED.match(words) and _CONDITION_BEFORE.search(before)):
        return "offer"
    if _WOULD_TAKE.search(words):
        return "acceptance"
    return "refusal" if _WOULD_NOT.search(words) else "promise"


def _is_asked(words: str, record: Record) -> bool:
    """Whether a command is a request: to the writer's own superiors, through another to them, or of third parties."""
    if (
        _THROUGH_ANOTHER.match(words)
        or _ASKS_OTHERS.match(words)
        or (_LET_OTHERS.match(words) and "sender" in record.fields)
    ):
        return True
    return is_home(record, "addressee", "receiver") and not is_home(record, "sender", "author", "signature")


def is_home(record: Record, *names: str) -> bool:
    """Whether one of these parties is the office at home that gives orders: the Department, the Ministry."""
    found = next((record.fields[name] for name in names if name in record.fields), ())
    return any(one.entity in ("position", "body") and _HOME.search(one.text) for one in found)
