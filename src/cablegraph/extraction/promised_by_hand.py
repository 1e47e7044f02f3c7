"""Papers that somebody will take, bring, hand over or prepare: ``Comrade Pak will bring to Moscow our application``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_MORE_KINDS: Final = rf"{KIND}|applications?|timetables?|projects?\sof\s(?:articles|a\streaty|law)|contracts?|agreements?|treaty|drawings|models?"
_PAPER: Final = rf"(?P<paper>(?i:{_MORE_KINDS}))(?![\w-])"
_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|if|that|which|who|when|not|no|to|and|but|of)\b)[\w’'.-]+"
_ITS: Final = r"(?:an?|the|our|my|his|her|their|its|further|another)"
_NAME: Final = r"(?:(?:[Tt]he|[Oo]ur|[Mm]y)\s[\w-]+(?:\s[A-Z][\w’'-]+){0,2}|(?:(?:Comrade|Cde\.|Com\.|Mr\.|Mrs\.|Dr\.|M\.|[Cc]ompañer[oa]|Ambassador|Minister|General|Marshal|Colonel|Captain|Major|Secretary)\s)?[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)"
_PLACE_OR_MAN: Final = (
    r"(?:(?:the\s|Comrade\s|Mr\.\s|Dr\.\s|M\.\s)?[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'-]+){0,3}|you|us|me)"
)
_MEANS: Final = (
    r"(?:bag|mail|air\s?mail|pouch|courier|post|messenger|steamer|packet|boat|train|plane|letter|despatch|dispatch)"
)
# "Comrade Rodríguez will take to Moscow the draft", "will lay before the Secretary a project of articles"
_TAKES = sought(
    rf"(?P<words>\b{_NAME}(?:,\s[^.;:,\n]{{3,60}},)?\s(?:will|shall|would)\s(?:also\s|then\s|himself\s|soon\s)?(?:(?:take|bring|carry|deliver|hand(?:\sover)?|give|pass(?:\son)?|communicate|submit|transmit|present|send)\sto|(?:lay|put|place)\sbefore)\s{_PLACE_OR_MAN}\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "will lay before the Secretary a project", where another clause stands between
_AND_LAYS = sought(
    rf"(?P<words>(?<=\band\s)(?:will|shall)\s(?:lay|put|place)\sbefore\s{_PLACE_OR_MAN}\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "Mr. Jha would hand over the specifications"
_HANDS_OVER = sought(
    rf"(?P<words>\b{_NAME}\swould\s(?:then\s|himself\s)?(?:hand\sover|let\s(?:me|us)\shave|deliver)\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "I asked him for a map; he said that he would send one"
_ONE = sought(
    rf"\ban?\s(?:{_STEP}\s){{0,2}}?{_PAPER}\b[^.\n]{{2,80}}?\b(?P<words>(?:he|she|they)\swould\s(?:send|give|hand|furnish|mail|prepare)\s(?:me\s|us\s)?one)\b"
)
# "I shall prepare for the Secretary a summary of the points"
_PREPARES = sought(
    rf"(?P<words>\b(?:I|[Ww]e)\s(?:shall|will)\s(?:also\s|then\s)?(?:prepare|draw\sup|draft|write\sout|compile)\s(?:for\s(?:{_PLACE_OR_MAN}|the\s[A-Z]\w+)\s)?{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "I am sending by courier on 27/XI the transcript"
_SENDING = sought(
    rf"(?P<words>\b(?:I\sam|[Ww]e\sare)\s(?:also\s)?(?:sending|forwarding|mailing)\sby\s(?:the\s)?(?:next\s|diplomatic\s)?{_MEANS}\son\s(?:the\s)?[\w/.]+(?:\s[A-Z]\w+)?,?\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "The economic plan for 1975 will be sent in translation"
_IN_TRANSLATION = sought(
    r"(?P<words>(?:[A-Z][\w’'-]*\s)(?:[^.;:\n]{2,90}?\s)?(?:will|shall)\sbe\s(?:sent|forwarded|transmitted|supplied|given)\s(?:to\s(?:you|me|us)\s)?in\s(?:translation|the\soriginal|duplicate|photocopy|printed\sform))(?!\w)"
)
# "The report of the Canal Board will be made public"
_PUBLISHED = compiled(
    rf"(?P<words>(?:{_STEP}\s){{0,4}}?{_PAPER}(?:\s(?:of|on|by)\s[^.;:,\n]{{2,60}}?)?\s(?:will|shall)\sbe\s(?:made\spublic|published|printed|issued))(?!\w)"
)
# "the answer, which I will telegraph tonight"
_WHICH = sought(
    rf"\b{_PAPER}(?:\s(?:of|on|for|in|by)\s[^.;:,\n]{{2,50}}?){{0,3}},\s(?P<words>which\s(?:I|we)\s(?:shall|will)\s(?:then\s|also\s|duly\s)?(?:telegraph|cable|wire|mail|pouch)(?:\s(?:to\syou|tonight|to-?morrow|to-?day|later))?)(?!\w)"
)
# "I inclose the contract, and will forward the prohibition itself when I have had it translated"
_TRANSLATED = sought(
    r"(?P<words>(?:will|shall)\s(?:forward|send|transmit|mail|submit)\s(?:the|an?|its|his)\s[^.;:,\n]{3,60}?\s(?:when|as\ssoon\sas|so\ssoon\sas|once)\s(?:I\s|we\s)?(?:have\s|has\s|had\s){0,2}(?:it\s|they\s|them\s|been\s|is\s|are\s)*(?:translated|copied|printed|typed|in\sprint))(?!\w)"
)
# "I shall put my reasons on paper and send them to you"
_ON_PAPER = sought(
    r"(?P<words>(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\s(?:will|shall|would)\s(?:put|set|write|draw)\s[^.;:\n]{3,60}?\s(?:on\spaper|in\swriting|down|up)\sand\s(?:send|forward|transmit|hand|mail|submit)\s(?:it|them)\b)"
)
# "You will have my full report by the next steamer"
_YOU_HAVE = sought(
    rf"(?P<words>\b[Yy]ou\s(?:will|shall)\s(?:soon\s)?(?:have|get|receive)\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER}(?:\s(?:of|on|about)\s[^.;:,\n]{{2,50}}?)?\s(?:(?:by|in|with)\s(?:the\s|my\s|our\s)?(?:next\s|first\s)?{_MEANS}|soon|shortly|to-?morrow|within\s\w+|in\sa\sfew\sdays|before\slong|later))(?!\w)"
)
# "I will let you have the names by the end of the week"
_LET_HAVE = sought(
    r"(?P<words>\b(?:I|[Ww]e)\s(?:will|shall)\slet\syou\shave\s(?:the|our|my|his|all|their)\s(?:[\w-]+\s){0,2}?(?P<paper>names|dates|addresses|results|opinion|views))(?!\w)"
)
# "More by letter."
_MORE = compiled(
    rf"(?:\d{{1,2}}[.)]\s)?(?P<words>More\s(?:by|in)\s(?:the\s|my\s|our\s)?(?:next(?:\s{_MEANS})?|{_MEANS}))(?=\s*[.;]|\s*$)"
)
# "Colonel Berg brings the maps with him"
_BRINGS = sought(
    rf"(?P<words>\b{_NAME}\s(?:brings|carries|takes|is\sbringing|is\staking)\s(?:(?:the|an?|our|my)\s(?:{_STEP}\s){{0,3}}?{_PAPER}\s(?:with\s(?:him|her|them)|to\s(?:you|us|me))))(?!\w)"
)
# "As soon as I have his answer I will cable it"
_CABLE_IT = sought(
    rf"\b(?:[Aa]s\ssoon\sas|[Ss]o\ssoon\sas|[Ww]hen|[Oo]nce)\s[^.;:\n]{{2,80}}?\b{_PAPER}[^.;:\n]{{0,40}}?,?\s(?P<words>(?:I|we)\s(?:will|shall)\s(?:at\sonce\s)?(?:telegraph|cable|wire|mail|forward|send|transmit)\s(?:it|them))(?!\w)"
)
# Quick looks first.
_BRINGING = compiled(r" (?:brings|carries|takes|is bringing|is taking) (?:the|an?|our|my) ")
_PUBLIC = compiled(r"ll be (?:made public|published|printed|issued)")
_DOUBT = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing)\b")
_HALVES = compiled(r"[;:]\s")
_FORMS: Final = (("letter", "letter"), ("telegra", "telegram"), ("cable", "telegram"), ("patch", "despatch"), ("memorand", "memorandum"),
                 ("report", "report"), ("minutes", "minutes"), ("note", "note"))  # fmt: skip
_WAYS: Final = (
    (_TAKES, (" to ", " before ", " over to "), None),
    (_AND_LAYS, (" before ",), True),
    (_HANDS_OVER, ("would ",), False),
    (_ONE, ("would ",), False),
    (_PREPARES, (" prepare ", " draw up ", " draft ", " compile ", " write out "), True),
    (_SENDING, (" by ",), True),
    (_IN_TRANSLATION, ("ll be ",), True),
    (_WHICH, ("which I ", "which we "), True),
    (_TRANSLATED, ("translated", "copied", "print", "typed"), True),
    (_ON_PAPER, (" and ",), None),
    (_YOU_HAVE, ("ou will ", "ou shall "), True),
    (_LET_HAVE, (" let you have ",), True),
    (_BRINGS, (" with him", " with her", " with them", " to you", " to us", " to me"), False),
    (_CABLE_IT, (" it", " them"), True),
)
"""The patterns with words of which each needs one, and whether the paper is the writer's own; None where the words say."""
_ADDRESSED: Final = ("letter", "telegram", "note", "message", "repl", "answer", "response", "instruction", "aide", "cable", "protest", "view", "consideration", "stand", "recommend", "observation")  # fmt: skip
"""What goes to a third under such a name is a step that is taken, and no paper to come for whoever reads."""
_TO_US = compiled(r"\b(?:to|before)\s(?:you|us|me|the\sSecretary|the\s(?:undersigned|Department|Legation|Embassy))\b")


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    words = text[start:end]
    coming = "ll " in words
    if not (coming or "would " in words or "More " in words or " sending by " in words or _BRINGING.search(words)):
        return None
    for pattern, likely in ((_MORE, "More " in words), (_PUBLISHED, coming and _PUBLIC.search(words) is not None)):
        match = pattern.match(text, start, end) if likely else None
        if match and not _DOUBT.search(text, start, match.end()):
            return match.start("words"), match.end("words"), _form(match), pattern is _MORE
    for sought_for, hints, own in _WAYS:
        match = sought_for.search(text, start, end) if any(hint in words for hint in hints) else None
        if match is None or _DOUBT.search(text, _clause(text, start, match.start("words")), match.end()):
            continue
        paper = (match.groupdict().get("paper") or "").lower()
        if sought_for is _TAKES and paper.startswith(_ADDRESSED) and not _TO_US.search(match["words"]):
            continue
        ours = match["words"].startswith(("I ", "We ", "we ", "The undersigned")) if own is None else own
        return match.start("words"), match.end("words"), _form(match), ours
    return None


def _clause(text: str, start: int, place: int) -> int:
    """Where the half of the sentence begins that ends at ``place``."""
    return max((joint.end() for joint in _HALVES.finditer(text, start, place)), default=start)


def _form(match: re.Match[str]) -> str:
    words = f"{match.groupdict().get('paper') or ''} {match['words']}".lower()
    return next((form for stem, form in _FORMS if stem in words), "")
