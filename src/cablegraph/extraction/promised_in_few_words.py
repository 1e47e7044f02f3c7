"""Papers announced without a verb, by a pronoun or as an answer to come: ``Full reports by pouch of 26th.``, ``shall forward them when received``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_MEANS: Final = r"(?:air\s?mail|mail|pouch|bag|courier|post|messenger|steamer|packet|despatch|dispatch|letter|telegraph|telegram|cable|wire|radio|note)"
_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|if|that|which|who|when|not|no|to|and|but|of)\b)[\w’'.-]+"
_ITS: Final = r"(?:an?|the|our|my|his|her|their|its|further|another)"
_DAY: Final = (
    r"(?:\sof\s(?:the\s)?\d{1,2}(?:st|nd|rd|th|d)?(?:\s[A-Z]\w+)?|\sof\s[A-Z]\w+\s\d{1,2}|\sleaving\s[^.;:\n]{2,30})?"
)
_OTHERS: Final = (
    rf"{KIND}|journals?|diar(?:y|ies)|treat(?:y|ies)|names|inventor(?:y|ies)|agreements?|contracts?|photostats?"
)
_PAPER: Final = rf"(?P<paper>(?i:{_OTHERS}))(?![\w-])"
# "Full reports on each camp by pouch of 26th.", "Text by mail.", "Reply to Department's November 29, 5 p. m., in separate telegram."
_WITHOUT_VERB = compiled(
    rf"(?P<words>(?!Cop(?:y|ies)\s(?:to|by|of\sth(?:is|e\sforegoing))\b)(?:(?:Full|Fuller|Further|Detailed|Complete|Written|Two|Three|Additional|Original|Official)\s)?(?:[Rr]eply|[Aa]nswer|(?i:{KIND}))(?:\s(?:to|on|of|upon|about|regarding|concerning|from|with)\s(?:(?!\b(?:is|are|was|were|has|have|had|will|shall|received|sent|dated|came|arrived|not|transmitted|forwarded|mailed)\b)[^;:\n]){{2,90}}?)?,?\s(?:by\s(?:the\s|my\s)?(?:next\s|to-?day[’']s\s|first\s)?(?:air\s?mail|mail|pouch|bag|courier|post|steamer|despatch|dispatch|letter){_DAY}|(?:in|by)\s(?:an?\s|my\s)?(?:separate|next|special|another|later|following)\s{_MEANS}|under\sseparate\scover))(?=\s*[.;]|\s*$)"
)
# "and shall forward them when received", "which I shall send you when it has been printed"
_WHEN = sought(
    r"(?P<words>(?:(?:I|[Ww]e|which\sI|which\swe)\s)?(?:shall|will)\s(?:at\sonce\s|also\s|then\s)?(?:forward|send|transmit|mail|submit|telegraph|cable|hand)\s(?:(?:them|it|these|the\ssame)(?:\sto\s(?:you|the\sDepartment))?|you|to\syou)\s(?:when|as\ssoon\sas|so\ssoon\sas|once|immediately\son|on\sreceipt|upon\sreceipt)\b(?:\s(?:received|completed|printed|ready|copied|it\s(?:has\sbeen|is)\s\w+|they\s(?:have\sbeen|are)\s\w+|I\s(?:have|receive|get)(?:\s\w+){1,2}))?)"
)
# "it shall go to you by a safe hand in the steamer of the 23d"
_GOES = sought(
    r"(?P<words>(?:it|they|these|which|the\s\w+)\s(?:shall|will)\s(?:go|come|be\son\s(?:its|their)\sway)\s(?:forward\s)?(?:to\s(?:you|the\sDepartment)\s)?(?:by|in|with)\s(?:an?\s|the\s|my\s|our\s)?(?:next\s|safe\s|first\s)?(?:hand|mail|pouch|bag|courier|post|messenger|steamer|packet|despatch|dispatch|letter))(?!\w|\sto\s(?!you|the\sDepartment))"
)
# "A list of the families goes with the monthly return"
_GOES_WITH = sought(
    rf"(?P<words>(?:An?|The|My|Our|His)\s(?:{_STEP}\s){{0,3}}?{_PAPER}(?:\sof\s[^.;:,\n]{{2,50}}?)?\s(?:goes|go)\swith\s(?:the|my|our|this)\s(?:weekly\s|monthly\s|quarterly\s|annual\s|next\s)?(?:return|report|despatch|dispatch|mail|accounts|pouch|bag|courier|letter|messenger)s?)(?!\w)"
)
# "his journal will be forwarded to the Navy Department through me", "Their names will be communicated through our embassy"
_PASSIVE = sought(
    rf"(?P<words>(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Tt]heir|[Ii]ts|Full|Further)\s(?:{_STEP}\s){{0,2}}?{_PAPER}(?:\s(?:of|on|with|by|from)\s[^.;:,\n]{{2,50}}?)?\s(?:will|shall)\s(?:also\s|then\s|duly\s)?be\s(?:forwarded|transmitted|distributed|circulated|communicated|made\sknown|sent|mailed|given\sout|handed\s(?:out|over)|delivered|conveyed)"
    r"\s(?:to\s(?:the\s)?(?:(?:Navy|War|Treasury|State|Interior)\sDepartment|delegations|members|delegates|participants)(?:\s(?:through|by)\s(?:me|us|this\s\w+)|\sto-?morrow)?|to\syour?\b|(?:by|through|via)\s(?:our|your|the|my|his|(?:Mr|Dr|Mrs)\.\s\w+|Captain|Colonel|Comrade|messenger|courier|mail|post|pouch|bag|safe|special)\b|to-?morrow|within\s(?:a|the|\w+\sdays)|as\ssoon\sas|so\ssoon\sas|when\s(?:ready|completed|received|signed|it|they)))(?!\w)"
)
# "Haynes is mailing a full report on food"
_IS_MAILING = sought(
    rf"(?P<words>(?:(?:[Tt]he\s|Our\s)?(?:Consul|Consul\sGeneral|Minister|Ambassador|Legation|Embassy|Attaché|Mr\.\s\w+|Dr\.\s\w+)|[A-Z][a-zà-ž]+)\sis\s(?:also\s|now\s)?(?:mailing|sending|forwarding|telegraphing|cabling|transmitting|bringing|preparing)\s(?:(?:you|me|us|(?:the\s)?Department|to\syou)\s)?{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "would let him know by letter", "the Department will answer it by letter", "will reply upon the other points in a note by itself"
_ANSWERS = sought(
    rf"(?P<words>(?:(?:I|[Ww]e|[Hh]e|[Tt]he\s[A-Z]?[\w’'-]+)\s)?(?:will|shall|would)\s(?:then\s|also\s|soon\s)?(?:let\s(?:you|him|her|them|me|us|(?:the|Mr\.)\s\w+)\sknow|(?:inform|notify|advise|acquaint|instruct|apprise)\s(?:you|him|her|them|me|us)|answer|reply|respond)\b(?:\s(?!by\b|in\s(?:writing|an?\s)|if\b|when\b|whether\b|not\b)[^\s.;:]+){{0,8}}?\s(?:by\s(?:a\s(?:special\s|separate\s)?)?{_MEANS}|in\swriting|in\san?\s(?:note|letter|telegram|despatch|dispatch|memorandum|separate\s\w+)\s(?:by\sitself|of\sits\sown|apart)))(?!\w)"
)
# "You will be informed by telegraph of the result", "the Legation will be further instructed by cable"
_YOU_WILL_BE = sought(
    rf"(?P<words>\b(?:[Yy]ou|[Tt]he\s(?:[Ee]mbassy|[Ll]egation|[Cc]onsulate|[Dd]epartment|[Mm]inistry|[Mm]ission))\s(?:will|shall)\s(?:then\s|also\s|soon\s|later\s)?be\s(?:further\s|fully\s|duly\s|later\s)?(?:informed|advised|notified|instructed|apprised|acquainted)\b(?:\s(?!by\b|in\s(?:writing|an?\s)|if\b|when\b|whether\b|not\b)[^\s.;:]+){{0,8}}?\s(?:(?:by|through)\s(?:the\s(?:next\s)?|a\s(?:special\s|separate\s|later\s)?)?{_MEANS}|in\swriting|in\san?\s(?:separate|later|further|subsequent)\s\w+|separately))(?!\w)"
)
# "Comrade Liu Yalou will bring you our plan for the schools"
_BRINGS_YOU = sought(
    rf"(?P<words>(?:(?:Comrade|Cde\.|Com\.|Mr\.|Dr\.|M\.|Ambassador|Minister|General|Marshal|Colonel|Captain)\s)?[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){{0,3}}(?:,\s[^.;:,\n]{{3,60}},)?\s(?:will|shall)\s(?:also\s)?(?:bring|carry\sto|hand|give|deliver\sto|take\sto)\s(?:you|us|me)\s{_ITS}\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{_OTHERS}|plans?))(?![\w-])(?:\s(?:of|for|on)\s(?:the\s)?\w+)?)"
)
# "My views on this will be sent separately", "The contract will be sent to him by mail", "My comment on it will be telegraphed tomorrow"
_SENT_ON = sought(
    rf"(?P<words>(?:[Tt]he|[Mm]y|[Oo]ur|[Aa]n?)\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{_OTHERS}|views|comments?|proclamations?|opinions?|observations|remarks))(?![\w-])(?:\s(?:of|on|for|with|from)\s[^.;:,\n]{{2,50}}?)?(?:\sis\sbeing\s(?:prepared|copied|printed|translated),?\sand)?"
    r"\s(?:will|shall)\sbe\s(?:sent|mailed|telegraphed|cabled|forwarded|repeated|transmitted|posted)\s(?:(?:to\s(?:you|him|her|them)\s)?(?:by\s(?:the\snext\s)?(?:mail|post|pouch|courier|bag|steamer)|separately|under\sseparate\scover|to-?morrow|to-?night)|to\syou))(?!\w)"
)
# "Comrade Rapacki will hand the text to the ministers", "Comrade Kosygin would send his remarks on the calculation"
_COMRADE = sought(
    rf"(?P<words>\b(?:Comrade|Cde\.|Com\.|Ambassador|Minister)\s[A-ZÀ-Ž][\w’'-]+\s(?:will|would|shall)\s(?:send|hand|deliver|supply|furnish|forward)\s(?:(?:you|us|me|him|them)\s)?{_ITS}\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{_OTHERS}|remarks|comments|observations))(?![\w-]))"
)
_DOUBT = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing|nor)\b")
_HALVES = compiled(r"[;:]\s|,\s(?:and|but)\s")
_FORMS: Final = (("letter", "letter"), ("telegra", "telegram"), ("cable", "telegram"), ("wire", "telegram"), ("patch", "despatch"), ("memorand", "memorandum"),
                 ("report", "report"), ("minutes", "minutes"), ("note", "note"))  # fmt: skip
_WAYS: Final = (
    (_WHEN, True), (_GOES, True), (_GOES_WITH, True), (_PASSIVE, True), (_IS_MAILING, False), (_ANSWERS, None), (_YOU_WILL_BE, True), (_BRINGS_YOU, False),
    (_SENT_ON, True), (_COMRADE, False),
)  # fmt: skip
"""The patterns, and whether the paper is the writer's own; None where the words say."""


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    match = _WITHOUT_VERB.match(text, start, end)
    if match is not None:
        return match.start("words"), match.end("words"), _form(match["words"]), True
    for pattern, own in _WAYS:
        match = pattern.search(text, start, end)
        if match is None:
            continue
        halves = [joint.end() for joint in _HALVES.finditer(text, start, match.start("words"))]
        if _DOUBT.search(text, halves[-1] if halves else start, match.end()):
            continue
        ours = match["words"].startswith(("I ", "We ", "we ", "The undersigned", "The Department")) if own is None else own  # fmt: skip
        return match.start("words"), match.end("words"), _form(match["words"]), ours
    return None


def _form(words: str) -> str:
    return next((form for stem, form in _FORMS if stem in words.lower()), "")
