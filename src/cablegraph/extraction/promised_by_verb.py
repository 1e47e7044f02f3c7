"""Papers that any verb of sending announces: ``The vouchers will be delivered``, ``Will mail copy``, ``is writing separately``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.sought import sought

KIND: Final = (
    r"reports?|non-papers?|lists?|maps?|charts?|sketch(?:es)?|tables?|photographs?|vouchers?|affidavits?|depositions?|certificates?|(?:blank\s)?forms?|drafts?|texts?|cop(?:y|ies)"
    r"|translations?|minutes|records?|protocols?|transcripts?|memorand(?:um|a)|aide-m[ée]moires?|assessments?|analys[ei]s|stud(?:y|ies)|statistics|figures|returns|statements?|resolutions?|protest"
    r"|accounts?|summar(?:y|ies)|letters?|telegrams?|cables?|radiograms?|despatch(?:es)?|dispatch(?:es)?|notes?|messages?|repl(?:y|ies)|answers?|responses?|instructions?|details|particulars|documents?"
    r"|papers|proposals?|comments|observations|explanations?|descriptions?|calculations?|invoices?|inventor(?:y|ies)|correspondence|communiqu[ée]s?|specifications?|blueprints?|drawings|estimates?|budget"
    r"|annex(?:es)?|appendi(?:x|ces)|circulars?|programmes?|programs?|questionnaires?|edicts?|newspapers|clippings|speech(?:es)?|article|stand|paper|views|considerations|recommendations|materials|data|conclusions|communications?|paraphrases?|outlines?|schemes?|scenarios?|catalogues?|commentar(?:y|ies)|memos?|memcons?|septels?|airgrams?|schedules?|gist|substance|tenor|films?|negatives|tapes?|remarks|findings|guidelines|agendas?|supplements?|theses|sheets|narratives?|bulletins?|surveys?|statutes?|charters?|amendments?|regulations|originals?|manifesto(?:e?s)?|volumes?|plans?(?=\s(?:of|showing)\s)"
)
_PAPER: Final = (
    rf"(?P<paper>(?i:{KIND}))(?:(?<=draft)\s(?:agreement|contract|treaty|protocol|resolution|law))?(?![\w-])"
)
_NUMBER: Final = r"(?:(?:\(?[a-z]\)|\d{1,3}[.)]|\(\d{1,2}\))\s+)?"
_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|if|that|which|who|when|not|no|to|and|but)\b)[\w’'.-]+(?:\s\[[\w ]{1,20}\])?"
_HEAD: Final = rf"{_NUMBER}(?P<words>(?:{_STEP}\s){{0,4}}?{_PAPER})"
# What may stand between the paper and its verb: what it is about, or a clause in commas.
_REST: Final = r"(?P<rest>(?:(?:\s(?:of|on|upon|about|from|by|to|with|for|in|at|which|that|who|and|showing|containing|concerning|regarding|relating|as\sto)\b|,)(?:[^.;:\n]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bCom)\.|(?<=\b[A-Z])\.){1,140}?)?,?)"
_ADVERB: Final = r"(?:(?:also|then|soon|shortly|later|duly|promptly|now|only|all|[a-z]+ly)\s)?"
_DONE: Final = (
    r"sent|forwarded|transmitted|communicated|furnished|supplied|submitted|delivered|handed|presented|provided|brought|carried|mailed|posted|pouched|airmailed|telegraphed|cabled|wired|radioed"
    r"|dispatched|despatched|remitted|circulated|distributed|(?:put|placed|laid)\s(?:before|in\syour|at\syour|on\syour)|conveyed|passed\s(?:on|to\s(?:you|me|us))|made\savailable|addressed\sto\s(?:me|us|you)|(?:reported|given|explained|described)\s(?:separately|later|additionally|by\s(?:letter|bag|mail|courier|pouch|despatch))|prepared|drafted|drawn\sup|compiled|printed|copied"
)
_BE_DONE: Final = rf"(?:(?:will|shall)\s{_ADVERB}be\s{_ADVERB}(?:{_DONE})|(?:is|are)\sto\sbe\s(?:{_DONE})|(?:is|are)\s(?:now\s|also\s)?(?:being\s(?:{_DONE})|(?:under|in|in\scourse\sof)\spreparation))"
_TRAVELS: Final = (
    r"(?:(?:will|shall)\s(?:go|come|leave|reach|accompany|follow|be\s(?:on|in)\syour|be\s(?:with|before)\syou|be\sready)|go(?:es)?\s(?:forward|to\syou|off|by|in\s(?:the|my|our)\s(?:next\s)?(?:pouch|bag|mail|cable|telegram|letter|despatch|dispatch))"
    r"|(?:come|leave|follow)s?\s(?:by|in|with|via|to-?morrow|later|separately|under)|are\s(?:going|coming)\s(?:to\syou|by|in\sthe))"
)
_FIRST: Final = r"(?:\s(?:(?:is|are)\s(?:now\s|still\s)?(?:being\s(?:[a-z]+ed|made|drawn\sup|written)|under\spreparation|in\spreparation|in\sthe\spress)|(?:has|have)\s(?:already\s|now\s)?been\s(?:[a-z]+ed|drawn\sup|made))(?:\s(?:at|in|by)\s[^.,;:\n]{2,50}?)?,?\sand)?"
_PASSIVE = sought(rf"{_HEAD}{_REST}{_FIRST}\s(?P<verb>{_BE_DONE}|{_TRAVELS})(?!\w)")
_ITS_OWN: Final = r"(?:I|[Ww]e|you)\s(?:will|shall)\s(?:place|put|lay|send|forward|bring|hand|submit|transmit)\b"
_AS_OBJECT: Final = (
    r"(?:(?:I|[Ww]e)\s(?:am|are)\s(?:sending|forwarding|mailing|submitting|transmitting)|(?:I|[Ww]e)\s(?:will|shall)\s(?:send|forward|submit|dictate|mail|transmit|cable|wire|telegraph)"
    r"|you\s(?:will|shall)\s(?:get|receive|have(?=\sby\s)))\s(?:by|from|through|with|after|before|on|in|tonight|tomorrow|to-morrow|today|next|soon|later|this|as\ssoon\sas|once|when)"
)
"""``The photographs I am forwarding by the aircraft``, ``The agenda you shall have by telegram``"""
# "The protest of the governor, which is being copied, I will place in your hands"
_OBJECT_FIRST = sought(
    rf"{_HEAD}{_REST}\s(?P<verb>{_ITS_OWN}(?:\s(?:in\syour\shands|before\syou|to\syou|you))|{_AS_OBJECT})(?!\w)"
)

_MEANS: Final = r"(?:bag|diplomatic\s(?:bag|mail|pouch)|mail|air\s?mail|pouch|courier|post|messenger|steamer|boat|train|wire|telegraph|letter|despatch|dispatch)"
_SENDS: Final = r"send|forward|mail|post|pouch|transmit|submit|furnish|supply|provide|communicate|dispatch|despatch|cable|telegraph|wire|prepare|draft|compile|circulate"
_GIVES: Final = r"hand|present|deliver|bring|write|address|give|show|let|place|lay|put"
_WILL: Final = (
    r"(?:(?:will|shall)\s(?:(?:also|then|soon|shortly|later|himself|myself|try\sto|endeavou?r\sto|be\sable\sto|[a-z]+ly)\s)?|(?:hopes?|intends?|expects?|proposes?|am|is|are)\s(?:going\s)?to\s(?:be\sable\sto\s)?"
    r"|(?:have|has)\s(?:asked|instructed|requested|directed)\s(?:(?:M\.|Mr\.|Dr\.|the|my|our)\s)?(?:[\w’'-]+\s){1,4}?to\s)"
)
_WHO = compiled(
    r"(?:^|(?<=\s))(?P<who>I|We|we|He|he|She|she|They|they|The\s(?:[A-Z]\w+\s)?[A-Z]?\w+|Embassy|Legation|Department|Consulate|(?:M\.|Mr\.|Dr\.|Sir|Lord|Comrade|Cde\.|Brother|General|Ambassador|Minister)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s$"
)
_ACTIVE = sought(
    rf"(?P<future>{_WILL}|(?:Will|Shall)\s(?:\w+ly\s)?)(?:(?P<sends>{_SENDS})|(?P<gives>{_GIVES}))(?P<gap>(?:\s(?:(?!(?:not|no|if|him|her|them|it|this|these|those|that|which|troops|men|arms)\b)[\w’'.-]+|\[[\w ]+\])|,\s(?:he|she|they)\s(?:said|says|adds|writes),){{0,9}}?)\s{_PAPER}"
)
_BE_WRITING = sought(
    rf"(?P<words>(?:(?:M\.|Mr\.|Dr\.|Sir|Lord|Comrade|General|The)\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]+){{0,2}}\s(?:(?:is|am|are)\s(?:also\s)?|(?:will|shall)\s(?:also\s)?be\s)(?:writing|reporting|telegraphing|cabling|circulating|sending|preparing|drafting)\s[^.;:\n]{{0,90}}?"
    rf"(?:\b(?:separately|independently|separate|by\s(?:this|the|next)\s(?:same\s|next\s)?{_MEANS}|in\sdetail|at\slength|direct)))(?!\w)"
)
_WRITING_NOW: Final = ("preparing", "drafting", "compiling", "sending", "forwarding", "submitting", "transmitting")
_PROMISING: Final = ("promise", "undert", "agree", "engage")
_A_PAPER = sought(rf"\b(?i:{KIND})\b[^;]*ll\s(?:send|forward|transmit|mail)\s(?:it|them)\s")
_WRITING: Final = ("writing", "reporting", "telegraphing", "cabling", "circulating", "sending", "preparing", "drafting")
_SENDING_BY = sought(
    rf"(?P<words>(?:(?:I|[Ww]e|Legation|Embassy|Consulate)\s(?:(?:am|are|is)\s(?:also\s)?)?|(?<!\w\s)Am\s(?:also\s|now\s)?)(?:sending|forwarding|mailing|transmitting|despatching|dispatching|forward|send|mail|transmit)s?\s"
    rf"(?:(?:by|via|through)\s(?:the\s|to-?day[’']s\s|next\s|to-?morrow[’']s\s)*{_MEANS}\s(?:{_STEP}\s){{0,5}}?{_PAPER}|(?:{_STEP}\s){{0,5}}?(?P<thing>(?i:{KIND}))(?:\s(?:of|on|about|from|to\syou)\s[^.;:\n]{{2,70}}?)?\s(?:by|via|through|in|with)\s(?:the\s|to-?day[’']s\s|next\s|to-?morrow[’']s\s)*{_MEANS}))(?!\w)"
)
_REVERT = sought(
    r"(?P<words>(?:I|[Ww]e|Shall|Will)\s(?:(?:will|shall|hope\sto|intend\sto|propose\sto)\s)?(?:revert|return|recur|refer|treat|write|report|deal|speak|give|come\sback)\s[^.;:\n]{0,90}?\bin\s(?:my|our|a|another)\s(?:next|(?:further|later|separate|subsequent|following|future|fuller)(?:\s\w+)?)(?:\s(?:telegram|cable|letter|despatch|dispatch|report|communication|note))?)(?!\w)"
)
_PREPARING = sought(
    rf"(?P<words>(?:I|[Ww]e|Legation|Embassy|Consulate|Department|(?:The\s)?Ministry)\s(?:(?:am|are|is)\s(?:now\s|also\s)?(?:preparing|drafting|compiling)|(?:shall|will)\s(?:also\s)?be\s(?:sending|forwarding|submitting|transmitting))\s(?:you\s)?(?:an?|the|our|my|further)\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
_PROMISED = sought(
    rf"(?P<words>(?:promis(?:es|ed)|under(?:takes|took)|agree[sd]?|engage[sd]?)\s(?:to\s(?:send|let|give|furnish|hand|supply|forward|transmit|show|bring)\s(?:me|us|you)\s(?:have\s|in\s\w+\s|soon\s)?|(?:me|us|you)\s)(?:(?!no\b|in\b|his\ssupport\b){_STEP}\s){{0,4}}?{_PAPER})"
)
"""``He promised to send me a copy of the decree``, ``promised me a written answer``"""
_SEND_IT_ON = sought(
    r"(?P<words>(?:will|shall)\s(?:send|forward|transmit|mail)\s(?:it|them)\s(?:on|to\syou|by\s(?:the\snext\s)?\w+|later|when|as\ssoon))(?!\w)"
)
_IN_SEPTEL = sought(
    r"(?P<words>(?:[Ff]ull(?:er)?\s|[Ff]urther\s)?(?P<paper>[Mm]emcon|[Bb]ackground|[Ss]ummary|[Ii]nstructions|[Dd]etails|[Aa]nalysis|[Cc]omments?|[Tt]ext|[Rr]eport|[Rr]ecommendations?|[Aa]ssessment)\s(?:in|by)\s(?:septel|(?:separate|subsequent|following|next|immediately\sfollowing|another)\s(?:telegram|tel|message|cable|despatch|letter|airgram|pouch))|(?:[Ff]ull\s)?(?:[Tt]ext|[Rr]ecord|[Dd]etails|[Cc]omment)s?(?:\s(?:of|on)\s[^.;:\n]{2,60}?)?\s(?:in|by|see)\s(?:MIFT|mift|M\.I\.F\.T\.))(?=\s*[.;(]|\s*$)"
)
_COME_BACK = sought(
    r"(?P<words>(?:I|[Ww]e|Will|Shall)\s(?:(?:will|shall)\s)?(?:come\sback|return|revert)\s(?:to\syou\s)?(?:\w+\s)?with\s(?:(?:more|further|full|fuller|the)\s)?(?P<paper>details|particulars|information|comments|proposals|answer|reply)\b)"
)
_SHOULD = sought(
    r"(?P<words>(?:(?:I|[Ww]e)\s)?(?:will|shall|Will|Shall)\s(?:at\sonce\s|again\s|immediately\s)?(?P<how>cable|telegraph|wire)\s(?:(?:you|again|at\sonce|further)\s){0,2}(?:should|as\ssoon\sas|when(?:ever)?|the\smoment|once|on|how|what|whether|any|his|their|its)\s[^.;:\n]{2,60})"
)
_NEXT_PAPER = sought(
    r"(?P<words>[MmOo](?<!\w.)(?:y|ur)\s(?:next(?:\s(?P<paper>telegram|cable|letter|despatch|dispatch|report|note))?|(?:(?P<kind>telegram|cable|letter|despatch|dispatch|report|number|No\.)\s)+(?:No\.\s)?\d{1,5})\s(?:will|shall)\s(?!be\b|have\b|not\b)[a-z]+(?:\s(?:you|with|the|to|of|on))?)(?!\w)"
)
_BY_DESPATCH = sought(
    rf"{_NUMBER}(?P<words>(?:[Ff]ull(?:er)?|[Dd]etailed|[Cc]omplete|[Ff]urther|[Ww]ritten|[Tt]he)\s(?:\w+\s)?{_PAPER}\s(?:by|in|with)\s(?:the\s|my\s|our\s)?(?:next\s)?{_MEANS}(?:\s(?:of|on|leaving)\s(?:the\s)?(?:\w+day|\d{{1,2}}(?:st|nd|rd|th)?(?:\s[A-Z]\w+)?)|\sto-?morrow|\snext\sweek)?)(?=\s*[.;]|\s*$)"
)

_WHICH = sought(
    rf"(?P<words>\b(?:the|an?|my|our|his|their|further)\s(?:{_STEP}\s){{0,3}}?{_PAPER}(?:\s(?:of|on|about)\s[^.;:,\n]{{2,50}}?)?,?\s(?:which|that)\s[^.;:,\n]{{2,50}}?\s(?:proposes?|intends?|hopes?|expects?|has\spromised|have\spromised|promises|is|are|am)\sto\s(?:send|give|hand|furnish|forward|let)\s(?:me|us|you)\b)"
)
"""``the statement which the Department proposes to send me``"""
_TOLD_THAT = sought(
    r"\b(?:promised?|promises|[Ss]ays?|said|adds?|added|states?|stated|replied|told\s(?:me|us)|informs?\s(?:me|us)|informed\s(?:me|us)|assured\s(?:me|us))\sthat\s(?=(?:an?|the|his|its|their|further|full)\s)"
)
_CONDITIONAL = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing|no)\b")
_NO_DOUBT: Final = compiled(r"\bnot (?:fewer|less|more|later|earlier) than\b")
"""``which number not fewer than 3,000``"""
_BACK: Final = r"(?:you|your|us|me|my|our|this|the\s(?:[Ee]mbassy|[Dd]epartment|[Ll]egation|Ministry|Mission|[Cc]onsulate|Secretariat|Cent(?:er|re)|CC|Central|Politburo|Political|Committee|Secretary|Government\sof)|Department|Washington|headquarters|its?\sdestination)\b"
_ELSEWHERE = compiled(
    rf"(?:\s(?:over|in|back|out|at\sonce|later|soon|on|then|immediately|by\s\w+)){{0,2}}(?:(?<=\bto)|\sto)\s(?!{_BACK}|-?(?:morrow|day|night)\b)"
)
_TO_ANOTHER = compiled(rf"(?:\s(?:of|from|on)\s[^.;:\n]{{2,40}}?)?\sto\s(?!{_BACK})(?:the|Mr|M\.|[A-Z])")
_AGAIN = compiled(r"\b(?:you|me|us|to\s(?:your|our|my)\s\w+)\b")
_NAME_ALONE = compiled(
    r"(?!(?:Then|Will|Shall|This|That|It|There|Nobody|Who|What|Nothing|Moscow|London|Washington)\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"
)
"""``Xuan will cable you the text``"""
_AS_REGARDS = compiled(
    r"(?:As\s(?:regards|to|for)|With\s(?:regard|respect|reference)\sto|Regarding|Concerning|Respecting|In\sregard\sto)\s[^.;:\n]{3,110}?,\s(?=(?:an?|the|my|our|full|further)\s)"
)
"""``As regards the sum, an account is being prepared``"""
_SPEAKER = compiled(r"[A-Z][\w .’'-]{1,40}:\s")
"""``Ben: The list will be sent``: who speaks in a record."""
_FORMS: Final = (
    ("telegram", ("telegra", "cable", "wire", "radio")),
    ("letter", ("letter",)),
    ("despatch", ("despatch", "dispatch")),
    ("memorandum", ("memorand",)),
    ("instruction", ("instruction",)),
    ("report", ("report",)),
    ("minutes", ("minutes",)),
    ("note", ("note",)),
)
_ADDRESSED: Final = (
    "letter",
    "telegram",
    "note",
    "message",
    "reply",
    "answer",
    "response",
    "instruction",
    "aide",
    "statement",
    "proposal",
    "cable",
    "protest",
)
"""What goes to somebody else under such a name is a step that is taken, no paper for whoever reads."""
_ANNOUNCES: Final = compiled(r"(?:will|shall|Will|Shall|to|being|hopes?|intends?|expects?|proposes?)\s")
KEYS: Final = ("ll ", " by sep", "propose to ", "proposes to ", " is to ", " am to ", "MIFT", "mift", " to be ", " being ", " goes ", " go ", " forward by", " send by", " writing ", " sending ", " forwarding ", " mailing ", " my next", " our next", "asked ", "instructed ", "hope to ", "intend to ", "expect to ", " by despatch", " by dispatch", "follow", " will be", "My next", "Our next", "promise", "undert", "agree", "engage", "reparing", "rafting", "preparation", " in se", " in su", " in fo", " in ne")  # fmt: skip
"""Words without which none of these stands in a sentence: a quick look first."""


def find(text: str, start: int, end: int) -> tuple[int, int, str, bool] | None:
    """First and last word of such an announcement in a sentence, the form of the paper announced, and whether it is the writer's own."""
    return _passive(text, start, end) or _active(text, start, end) or _by_verb(text, start, end)


def _passive(text: str, start: int, end: int) -> tuple[int, int, str, bool] | None:
    """The paper stands first: ``A map showing the frontier will be supplied``."""
    if own := _passive_from(text, _clause(text, start, end), end):
        return *own, True
    told = (_passive_from(text, that.end(), end) for that in _TOLD_THAT.finditer(text, start, end))
    return next(((*found, False) for found in told if found), None)


def _passive_from(text: str, begin: int, end: int) -> tuple[int, int, str] | None:
    """The same where the paper stands at ``begin``: ``he promised that a note will be sent this week``."""
    match = (
        _PASSIVE.match(text, begin, end)
        or _OBJECT_FIRST.match(text, begin, end)
        or _BY_DESPATCH.match(text, begin, end)
    )
    if (
        match is None
        or _CONDITIONAL.search(match["words"])
        or match["words"].lower().startswith(("any ", "every ", "each ", "your ", "this ", "these ", "that "))
    ):
        return None
    rest = _NO_DOUBT.sub("", match.groupdict().get("rest") or "")
    if _CONDITIONAL.search(rest) or (
        rest
        and not rest.startswith(",")
        and re.search(
            r"\b(?:is|was|were|has|had)\b",
            rest.partition(" which ")[0].partition(" who ")[0].partition(" that ")[0].partition(" what ")[0],
        )
    ):
        return None
    named = match["paper"].lower()
    if _ELSEWHERE.match(text, match.end(), end) and (named.startswith(_ADDRESSED) or "shall be" in match[0]):
        return None
    if (
        named.startswith(("stand", "views", "form", "proposal", "plan", "volume"))
        and not _AGAIN.search(text, match.start(), end)
        and "supplied" not in match[0]
    ):
        return None
    return match.start("words"), match.end(), _form(match[0], named)


def _active(text: str, start: int, end: int) -> tuple[int, int, str, bool] | None:
    """Who sends stands first: ``I hope to furnish you with an exact table``."""
    doubt = _CONDITIONAL.search(text, start, end)
    certain = doubt.end() if doubt else end + 1
    for match in _ACTIVE.finditer(text, start, end):
        if match.end() >= certain:
            return None
        named = match["paper"].lower()
        who = _WHO.search(text, max(start, match.start() - 50), match.start())
        first = who.start("who") if who else match.start()
        before = text[start:first].strip() if who is None else ""
        named_alone = _NAME_ALONE.fullmatch(before) is not None
        if named_alone:
            first = start
        elif before and not before.endswith((",", ";", ":", "and", ".", ")")):
            continue
        own = (who is None and not named_alone) or (
            who is not None and who["who"] in ("I", "We", "we", "Embassy", "Legation", "Department", "Consulate")
        )
        if _for_the_reader(text, match, end, named, own=own):
            return first, match.end(), _form(match[0], named), own
    return None


def _for_the_reader(text: str, match: re.Match[str], end: int, named: str, *, own: bool) -> bool:
    """Whether the paper is for whoever reads: said so, or said of nobody else where the writer sends it."""
    gap = match["gap"]
    if re.search(rf"\bto\s(?!{_BACK})|\b(?:for|about|on|against|with\s(?!an?\b|the\b))", gap):
        return False
    if _AGAIN.search(gap):
        return True
    if match["gives"] == "hand" and gap.startswith(" over ") and not _ELSEWHERE.match(text, match.end(), end):
        return True
    if re.match(r"(?:is|are)\s", match["future"]) and match["sends"] in ("prepare", "draft", "compile", "submit"):
        return True  # "The Adviser is to prepare a note for the files"
    if match["gives"] or not own or match["future"].startswith("ha"):
        return False
    return _TO_ANOTHER.match(text, match.end(), end) is None


def _by_verb(text: str, start: int, end: int) -> tuple[int, int, str, bool] | None:
    """Writing itself announces: ``Mr. Price will be writing to you separately``."""
    words = text[start:end]
    match = _BE_WRITING.search(text, start, end) if any(verb in words for verb in _WRITING) else None
    match = match or (
        _SENDING_BY.search(text, start, end) if re.search(r"\b(?:by|via|through|in|with)\b", words) else None
    )
    match = match or (_REVERT.search(text, start, end) if " in " in words else None)
    match = match or (_COME_BACK.search(text, start, end) if " with " in words else None)
    match = match or (
        _SHOULD.search(text, start, end) if any(way in words for way in ("cable", "telegraph", "wire")) else None
    )
    match = match or (_PREPARING.search(text, start, end) if any(verb in words for verb in _WRITING_NOW) else None)
    match = match or (_PROMISED.search(text, start, end) if any(verb in words for verb in _PROMISING) else None)
    match = match or (_SEND_IT_ON.search(text, start, end) if _A_PAPER.search(text, start, end) else None)
    match = match or (_WHICH.search(text, start, end) if "ch " in words or "that " in words else None)
    match = match or _IN_SEPTEL.match(text, start, end) or _NEXT_PAPER.search(text, start, end)
    if (
        match is None
        or (match.re is not _WHICH.pattern and _CONDITIONAL.search(text, start, match.end()))
        or re.search(r"\b(?:herewith|enclosed|inclosed)\b", words)
    ):
        return None
    groups = match.groupdict()
    named = (groups.get("paper") or groups.get("thing") or groups.get("kind") or "").lower()
    own = match.re not in (_BE_WRITING.pattern, _PROMISED.pattern, _WHICH.pattern) or match["words"].startswith(
        ("I ", "We ")
    )
    return *match.span("words"), _form(match[0], named), own


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause begins whose verb announces: behind a semicolon, or where the sentence does."""
    if speaker := _SPEAKER.match(text, start, end):
        start = speaker.end()
    if topic := _AS_REGARDS.match(text, start, end):
        start = topic.end()
    last = text.rfind("; ", start, end)
    return last + 2 if last >= 0 and _ANNOUNCES.search(text, last, end) else start


def _form(words: str, named: str) -> str:
    """The form of the paper: by its name, else by the verb that sends it."""
    by_name = next((slug for slug, known in _FORMS if any(word in named for word in known)), "")
    if by_name:
        return by_name
    return "telegram" if re.search(r"\b(?:telegraph|cable|wire|radio)", words) else ""
