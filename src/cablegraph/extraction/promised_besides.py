"""Papers announced by what they will tell, what they wait for or who will draw them up: ``I shall not fail to report the result``, ``will be the subject of my next``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|if|that|which|who|when|not|no|to|and|but|of)\b)[\w’'.-]+"
_PAPER: Final = rf"(?P<paper>(?i:{KIND}))(?![\w-])"
_NAME: Final = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:(?:Comrade|Cde\.|Com\.|Mr\.|Mrs\.|Dr\.|M\.|Ambassador|Minister|General|Colonel|Captain|Secretary|Consul)\s)?[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){0,2}|[Tt]he\s[A-Z]?[a-z]+)"
_MEANS: Final = r"(?:mail|air\s?mail|pouch|bag|courier|post|messenger|steamer|packet|boat|train|despatch|dispatch)"
_TELL: Final = r"(?:report|inform|advise|acquaint|apprise|communicate|telegraph|cable|send|transmit|forward|submit|make\sknown|lay\sbefore|furnish|notify)"
# "I shall not fail to report the result", "I shall lose no time in communicating his answer"
_NOT_FAIL = sought(
    rf"(?P<words>\b(?:I|[Ww]e|[Tt]he\s(?:[Dd]epartment|[Ll]egation|[Ee]mbassy|undersigned))\s(?:shall|will)\s(?:(?:not|never)\s(?:fail|omit|neglect)\sto|hasten\sto|take\s(?:care|an\searly\soccasion|the\s(?:first|earliest)\soccasion|pleasure)\sto|make\shaste\sto)\s(?:have\sthe\shonou?r\sto\s)?{_TELL}\b"
    r"|\b(?:I|[Ww]e)\s(?:shall|will)\slose\sno\stime\sin\s(?:report|inform|advis|acquaint|communicat|telegraph|cabl|send|transmit|forward|submit|mak|lay|furnish)ing\b)(?:\s(?:to\s)?(?:you|the\s[\w’'-]+(?:\s(?:of\s(?:the\s)?)?[\w’'-]+){0,2}|its|his|their))?"
)
# "The guano account, with a table of shipments, will be the subject of my next"
_SUBJECT_OF = sought(
    r"(?P<words>(?:[A-Z][\w’'-]*\s)?(?:[^.;:\n]{2,90}?\s)?(?:will|shall)\s(?:be|form|make|furnish)\s(?:the|a)\s(?:subject|matter|theme|topic)\s(?:of|for)\s(?:(?:my|our)\s(?:next|(?:next\s|separate\s|later\s|further\s|future\s|special\s)?(?P<own>instruction|d[ei]spatch|letter|communication|note|telegram|report|memorandum|message))|(?:a|another)\s(?:(?:separate|later|further|future|special|subsequent|second)\s)?(?P<paper>instruction|d[ei]spatch|letter|communication|note|telegram|report|memorandum|message)))(?!\w)"
)
# "A further communication will be made to you"
_WILL_BE_MADE = sought(
    r"(?P<words>\b(?:[Aa]n?|[Tt]he|[Nn]o\s)?\s?(?:further|later|second|fuller|full|final|formal|separate|special|detailed|written|supplementary|additional|definite|more\s\w+)\s(?:and\s\w+\s)?(?P<paper>communication|statement|report|reply|answer|declaration|announcement|representation)s?\s(?:(?:on|upon|about|concerning|in\sregard\sto|respecting)\s[^.;:,\n]{2,50}?\s)?(?:(?:will|shall)\s(?:also\s|then\s|later\s|soon\s)?be|(?:is|are)\s(?:going\s)?to\sbe)\s(?:made|given|addressed|returned|rendered|submitted))(?!\w|\sto\s(?!you|me|us|the\s(?:[Dd]epartment|[Ll]egation|[Ee]mbassy)))"
)
# "The return of the trade of the islands, which shows …, will follow by the Mariposa"
_BY_SHIP = sought(
    rf"(?P<words>\b(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Ii]ts)\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{KIND}|return|journal|evidence|proofs?|testimony))(?![\w-])(?:(?:\s(?:of|on|upon|for|from|by|with)\b|,\s(?:which|with|showing)\b)(?:[^.;:\n]|(?<=\d)[.:](?=\d)){{2,110}}?,?)?\s(?:will\sfollow|will\sgo|will\sbe\s(?:sent|forwarded|transmitted)|goes?|follows?)\sby\s(?:the\s)?[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)(?=[.;,]|\s(?:on|of|to-?morrow|which)\b|$)"
)
# "I shall send by the next packet the message of the President to the legislature"
_SEND_BY = sought(
    rf"(?P<words>\b(?:I|[Ww]e)\s(?:shall|will)\s(?:send|forward|transmit|mail)\s(?:to\syou\s|you\s)?by\s(?:the\s)?(?:next\s|first\s|same\s)?{_MEANS}(?:\sof\s(?:the\s)?\w+)?\s(?:the|an?|my|our|his|its|some)\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "I am to prepare an aide-mémoire for the British Embassy", "Mr. Klots will draft a telegram to Ambassador Forbes"
_DRAWS_UP = sought(
    rf"(?P<words>(?:\b(?:I\sam|[Ww]e\sare|{_NAME}\sis)\sto\s(?:prepare|draft|draw\sup|write\sout)|\b{_NAME}\s(?:will|shall)\s(?:also\s|now\s|then\s)?(?:prepare|draft|draw\sup))\s(?:an?|the|our|my|his)\s(?:{_STEP}\s){{0,3}}?{_PAPER})(?!\s(?:if|unless|only)\b)"
)
# "he will send it to us with his comments"
_SENDS_IT = sought(
    rf"\b(?i:{KIND})\b[^;\n]{{2,140}}?(?P<words>\b{_NAME}\s(?:will|shall)\s(?:send|forward|mail|give|hand|transmit)\s(?:it|them)\s(?:to\s(?:me|us|you|the\sDepartment|this\s\w+)|with\s(?:his|her|their)\s(?:comments?|remarks|observations|opinion)|back\sto\s(?:me|us|you))(?:\swith\s(?:his|her|their)\s\w+)?)(?!\w)"
)
# "As soon as his opinion shall have been received it will be communicated to you"
_WHEN_IT_CAME = sought(
    rf"(?P<words>\b(?:[Aa]s\ssoon\sas|[Ss]o\ssoon\sas|[Ww]hen|[Oo]nce|[Uu]pon\s(?:the\s)?receipt\sof|[Oo]n\s(?:the\s)?receipt\sof)\s[^.;:\n]{{0,60}}?\b(?P<paper>(?i:{KIND}|opinion|decision|judgment|verdict|report|result))\b[^.;:\n]{{0,60}}?,?\s(?:(?:it|they|the\ssame|its\s\w+)\s(?:will|shall)\s(?:at\sonce\s)?be\s(?:communicated|sent|forwarded|transmitted|made\sknown|telegraphed|furnished|submitted|laid\sbefore|handed|mailed)|(?:I|we)\s(?:shall|will)\s(?:at\sonce\s)?(?:communicate|send|forward|transmit|submit|lay)\s(?:it|them|the\ssame))(?:\s(?:to|before)\s(?:you|your\s\w+|the\s\w+))?)(?!\w)"
)
# "Full powers will be sent to you upon receipt of a telegram"
_POWERS = sought(
    r"(?P<words>(?:\b[Tt]he\s|\b[Yy]our\s)?(?:\b[Ff]ull\spowers|\b[Cc]redentials|\b[Ll]etters?\sof\s(?:credence|recall)|\b[Cc]ommissions?|\b[Ee]xequaturs?|\b[Pp]assports?|\b[Vv]isas?)(?:\sfor\s[^.;:,\n]{2,40}?)?\s(?:(?:will|shall)\s(?:also\s)?be|are\sbeing)\s(?:sent|forwarded|transmitted|mailed|telegraphed|issued)\sto\s(?:you|your|the\s(?:[Ll]egation|[Ee]mbassy)))(?!\w)"
)
# "A printed edition of the correspondence will be supplied to each mission later"
_TO_EACH = sought(
    rf"(?P<words>\b(?:[Aa]n?|[Tt]he|[Pp]rinted|[Cc]opies\sof\sthe)\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{KIND}|editions?|volumes?|correspondence))(?![\w-])(?:\sof\s[^.;:,\n]{{2,60}}?)?\s(?:will|shall)\s(?:also\s|later\s|in\sdue\s\w+\s)?be\s(?:supplied|sent|furnished|forwarded|distributed|mailed|given)\s(?:later\s)?to\s(?:each|every|all(?:\sthe)?)\s(?:mission|legation|embassy|consulate|post|member|delegation|office|government)s?(?:\s(?:later|shortly|soon|separately|in\sdue\s\w+))?)(?!\w)"
)
# "I spoke to Hellner, and he promised one this week"
_PROMISED_ONE = sought(
    r"(?P<words>\b(?:he|she|they|[A-Z][\w’'-]+)\s(?:has\s|have\s)?promise[sd]\s(?:(?:me|us|you)\s)?(?:one|it|them)\s(?:this\sweek|next\sweek|(?:by|for|on|before|within|in)\s(?:the\s)?[\w-]+(?:\s\w+)?|soon|shortly|to-?morrow|to-?day|in\swriting))(?!\w)"
)
# "the full text of their paper goes to Mr. Day in a separate cable"
_GOES_APART = sought(
    rf"(?P<words>\b(?:[Tt]he\s|[Aa]\s|[Mm]y\s|[Ff]ull\s)(?:{_STEP}\s){{0,2}}?(?P<paper>(?i:{KIND}))(?![\w-])(?:\s(?:of|on)\s[^.;:,\n]{{2,50}}?)?\s(?:goes|go|is\sgoing|are\sgoing)\s(?:(?:forward\s)?to\s(?:(?:Mr\.|Dr\.|the)\s)?[\w’'-]+(?:\s[A-Z]\w+)?\s)?(?:in|by|under)\s(?:an?\s)?(?:separate|another|later|special|further)\s(?:cable|telegram|cover|letter|despatch|dispatch|message|mail))(?!\w)"
)
# "and I shall send you both"
_BOTH = compiled(
    r"(?P<words>\b(?:I|[Ww]e)\s(?:shall|will)\s(?:send|mail|forward\sto|let)\s(?:to\s)?you\s(?:both(?=[.,;]|\s(?:by|when|as|of\sthem)\b|$)|copies|a\scopy|the\s(?:originals?|first\scopy|text)|them(?=[.;]|\sby\b|\swhen\b|\sas\b))(?:\sof\s(?:each|it|them|both))?(?:\shave)?)(?!\w)"
)
# "An application for trucks will be presented", "A supplement will be given out after the 13th"
_BE_PRESENTED = sought(
    rf"(?P<words>\b(?:[Aa]n?|[Tt]he|[Oo]ur)\s(?:{_STEP}\s){{0,2}}?(?P<paper>(?i:applications?|supplements?|supplementary\s\w+|additional\sinformation|proposals?\sfor|plans?\s(?:for|of)|project\sof|draft\s(?:of|for)|revised\s\w+|edition))(?![\w-])(?:\s(?:for|on|of|about|to)\s[^.;:,\n]{{2,60}}?|\s(?:the\s)?[\w-]+(?:\s(?:of|for|on)\s[^.;:,\n]{{2,50}}?)?)?\s(?:will|shall)\s(?:also\s|then\s)?be\s(?:presented|submitted|transmitted|sent|forwarded|given\sout|delivered|communicated|put\sup\sto))(?!\w)"
)
_THINGS: Final = r"lists?|schedules?|tables?|timetables?|maps?|charts?|sketch(?:es)?|reports?|drafts?(?:\s(?:contract|agreement|treaty|protocol))?|texts?|translations?|statistics|figures|specifications?|drawings|guidelines|documents?|accounts?|inventor(?:y|ies)|estimates?|photographs?|programmes?|programs?|outlines?|invoices?|calculations?|minutes|transcripts?"
# "Comrade Dahl will present the list of medicaments", "our General Lund will give your representatives the schedule"
_HE_PRESENTS = sought(
    rf"(?P<words>\b(?:[Oo]ur\s|[Yy]our\s)?(?:Comrade|Cde\.|Com\.|Mr\.|Dr\.|M\.|Ambassador|Minister|General|Marshal|Colonel|Major|Captain|Consul|Commissioner|Secretary|Admiral|Engineer)\s[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){{0,2}}\s(?:will|shall)\s(?:also\s|then\s)?(?:present|give|hand|submit|bring|show|deliver|furnish|mail|send)\s(?:(?:to\s)?(?:you|us|me|him|them|your\s\w+|our\s\w+)\s)?(?:the|an?|our|his|its)\s(?:{_STEP}\s){{0,2}}?(?P<paper>{_THINGS})(?![\w-]))(?!\sto\s(?!you|us|me|your|our))"
)
# "Ferrara will bring him my letter"
_BRINGS_MINE = sought(
    r"(?P<words>\b[A-ZÀ-Ž][\w’'-]+\s(?:will|shall)\s(?:bring|carry|hand|deliver|take)\s(?:(?:to\s)?(?:you|him|her|them))\s(?:my|our)\s(?:\w+\s)?(?P<paper>letter|note|message|reply|answer|memorandum|proposals?))(?!\w)"
)
# "The Ministry of Foreign Trade will send you a draft contract", "The Center will send guidelines on the communiqué"
_OFFICE_SENDS = sought(
    rf"(?P<words>\b[Tt]he\s(?:Cent(?:er|re)|CC|Central\sCommittee|(?:[A-Z]\w+\s)?(?:Ministry|Department|Office|Bureau|Treasury|Board|Commission)(?:\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+){{0,2}})?)\s(?:will|shall)\s(?:also\s|then\s|soon\s)?(?:send|forward|mail|transmit|furnish|supply)\s(?:(?:you|us|me)\s)?(?:(?:the|an?|its|further|full)\s)?(?:{_STEP}\s){{0,2}}?(?P<paper>{_THINGS}|instructions?|directives?)(?![\w-]))(?!\sto\s(?!you|us|me|your|our))"
)
# "He said that a memorandum on trade would be delivered to Embassy"
_WOULD_BE_DONE = sought(
    rf"(?P<words>\b(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Tt]heir|[Ii]ts|[A-Z]\w+[’']s)\s)?(?:{_STEP}\s){{0,2}}?(?P<paper>(?i:memorand(?:um|a)|notes?|letters?|aide-m[ée]moires?|repl(?:y|ies)|answers?|texts?|reports?|lists?|drafts?|statements?|messages?))(?![\w-])(?:\s(?:on|of|about|from|to|concerning|regarding)\s[^.;:,\n]{{2,50}}?)?\swould\s(?:soon\s|shortly\s|also\s|then\s)?be\s(?:delivered|forwarded|mailed|presented|transmitted|handed(?:\sover)?|sent|communicated)\s(?:(?:to\s(?:the\s)?(?:[Ee]mbassy|[Ll]egation|[Dd]epartment|me|us|him|[A-Z]\w+)|in\s[A-Z]\w+|by\s[^.;:,\n]{{2,40}}?|within|this\sweek|next\sweek|to-?morrow|to-?day|soon|shortly|on)\b))(?![^.;:\n]{{0,60}}\b(?:if|unless|should)\b)"
)
# "he would mail me a list of names"
_WOULD_MAIL = sought(
    rf"(?P<words>\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]+)\swould\s(?:mail|forward|post|pouch|telegraph|cable)\s(?:me|us)\s(?:the|an?|his|their|some)\s(?:{_STEP}\s){{0,2}}?{_PAPER})"
)
# "In our next we shall give the opinions of the Pole"
_IN_OUR_NEXT = sought(
    r"(?P<words>\b[Ii]n\s(?:my|our)\s(?:next|following|further)(?:\s(?P<paper>d[ei]spatch|letter|communication|note|telegram|report|memorandum|message|cable))?,?\s(?:I|we)\s(?:shall|will|hope\sto|intend\sto|propose\sto)\s\w+)(?!\w)"
)
# "I send the text of the communiqué by the same courier"
_BY_THE_SAME = sought(
    rf"(?P<words>\b(?:I|[Ww]e)\s(?:also\s)?(?:send|forward|transmit|am\ssending|are\ssending)\s(?:you\s)?(?:the|an?|my|our|his)\s(?:{_STEP}\s){{0,2}}?{_PAPER}(?:\s(?:of|on|from)\s[^.;:,\n]{{2,50}}?)?\sby\sthe\s(?:same|next)\s(?:courier|mail|bag|post|pouch|steamer|messenger))(?!\w)"
)
# "He promised the Portuguese text for Monday"
_PROMISED_FOR = sought(
    rf"(?P<words>\bpromise[sd]\s(?:(?:me|us|you)\s)?(?:the|an?|his|their|further)\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{_THINGS}|cop(?:y|ies)|memorand(?:um|a)|details|particulars|proposals?))(?![\w-])(?:\s(?:of|on)\s[^.;:,\n]{{2,40}}?)?\s(?:for|by|on|before|within)\s(?:(?:the\s)?(?:\w+day|\d{{1,2}}(?:st|nd|rd|th|d)?|end|next|this|to-?morrow|a\s(?:few|week)|two|three|first|middle)|noon|to-?morrow))(?!\w)"
)
# "Answer promised for Thursday", "Written reply promised by Foreign Office"
_PROMISED_IN_WIRES = sought(
    r"(?:^|(?<=[.;]\s)|(?<=\n))(?P<words>(?:(?:[Ww]ritten|[Ff]ormal|[Ff]inal|[Ff]ull|[Dd]efinite|[Ff]urther|[Ee]arly|[Tt]he|[Aa]n?)\s){0,2}(?P<paper>(?i:answer|reply|note|statement|memorandum|report|list|text|draft|response))\s(?:(?:is|was|has\sbeen)\s)?promised\s(?:(?:me|us)\s)?(?:(?:for|by|on|within|before|in)\s(?!(?:return|exchange)\b)(?:the\s)?[\w-]+(?:\s\w+)?|to-?morrow|to-?day|shortly|soon|this\s\w+|next\s\w+))(?!\w)"
)
# "Draft rules of procedure, as prepared by the Secretariat, are being sent by bag"
_BEING_SENT = sought(
    rf"(?P<words>\b(?:[Tt]he\s|[Aa]\s)?[Dd]raft\s(?:{_STEP}\s){{1,3}}?(?:of\s[^.;:,\n]{{2,40}}?)?(?:,\s[^.;:,\n]{{2,60}},)?\s?(?:is|are)\sbeing\s(?:sent|forwarded|mailed|pouched|transmitted)(?:\s(?:by\s(?:the\s)?{_MEANS}|separately|under\sseparate\scover)))(?!\w)"
)
_DOUBT = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing|nor)\b")
_HALVES = compiled(r"[;:]\s|,\s(?:and|but)\s")
_FORMS: Final = (("letter", "letter"), ("telegra", "telegram"), ("cable", "telegram"), ("patch", "despatch"), ("memorand", "memorandum"),
                 ("aide", "note"), ("report", "report"), ("instruction", "instruction"), ("minutes", "minutes"), ("note", "note"))  # fmt: skip
_WAYS: Final = (
    (_SUBJECT_OF, (" subject ", " matter ", " theme ", " topic "), True),
    (_WILL_BE_MADE, ("ll be ", "ll also be ", "ll then be ", " to be ", "ll later be "), True),
    (_BY_SHIP, (" by ",), True),
    (_SEND_BY, (" by ",), True),
    (_DRAWS_UP, (" prepare ", " draft ", " draw up ", " write out "), None),
    (_SENDS_IT, (" it ", " them "), False),
    (_WHEN_IT_CAME, ("it ", "they ", " same", " them"), True),
    (_POWERS, (" to you", " to the "), True),
    (_TO_EACH, (" to each ", " to every ", " to all "), True),
    (_PROMISED_ONE, ("promise",), False),
    (_GOES_APART, (" separate ", " another ", " later ", " special ", " further "), True),
    (_BE_PRESENTED, ("ll be ", "ll also be ", "ll then be "), False),
    (_HE_PRESENTS, (" the ", " a ", " an ", " our ", " his ", " its "), False),
    (_BRINGS_MINE, (" my ", " our "), True),
    (_OFFICE_SENDS, ("he C", "he M", "he D", "he O", "he B", "he T", "he F", "he W", "he N", "he S"), False),
    (_WOULD_BE_DONE, (" would ",), False),
    (_WOULD_MAIL, (" would ",), False),
    (_IN_OUR_NEXT, ("n my ", "n our "), True),
    (_BY_THE_SAME, (" by the same ", " by the next "), True),
    (_PROMISED_FOR, ("promise",), False),
    (_PROMISED_IN_WIRES, (" promised ",), False),
    (_BEING_SENT, (" being ",), True),
)
"""The patterns with words of which each needs one, and whether the paper is the writer's own; None where the words say."""


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    words = text[start:end]
    if "ll " in words:
        for pattern, likely in ((_NOT_FAIL, _DUTY), (_BOTH, ("nd you ", "il you ", "to you ", "et you "))):
            match = pattern.search(text, start, end) if any(hint in words for hint in likely) else None
            if match and not _DOUBT.search(text, _clause(text, start, match.start("words")), match.start("words")):
                return match.start("words"), match.end("words"), _form(match), True
    for sought_for, hints, own in _WAYS:
        match = sought_for.search(text, start, end) if any(hint in words for hint in hints) else None
        if match is None or _DOUBT.search(text, _clause(text, start, match.start("words")), match.end()):
            continue
        ours = match["words"].startswith(("I ", "We ", "we ")) if own is None else own
        return match.start("words"), match.end("words"), _form(match), ours
    return None


_DUTY: Final = (" fail to ", " omit to ", " neglect to ", " hasten to ", " haste to ", " occasion to ", " care to ", " pleasure to ", " no time in ")  # fmt: skip


def _clause(text: str, start: int, place: int) -> int:
    """Where the half of the sentence begins that ends at ``place``."""
    return max((joint.end() for joint in _HALVES.finditer(text, start, place)), default=start)


def _form(match: re.Match[str]) -> str:
    paper = (match.groupdict().get("paper") or "").lower()
    words = paper if paper.startswith(("repl", "answer", "response")) else f"{paper} {match['words'].lower()}"
    return next((form for stem, form in _FORMS if stem in words), "")
