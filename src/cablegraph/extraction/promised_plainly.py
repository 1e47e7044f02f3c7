"""Papers that whoever will hand, send or mail, in whatever order: ``will hand to Mr. Berg, at an early day, a map``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_PAPER: Final = rf"(?P<paper>(?i:{KIND}))(?![\w-])"
_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|if|that|which|who|when|not|no|to|and|but|of)\b)[\w’'.-]+"
_ITS: Final = r"(?:an?|the|our|my|his|her|their|its)"
_DOT: Final = r"(?:[^.;:\n]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\b[A-Z])\.|(?<=\d):(?=\d\d))"
_SUBJECT = compiled(
    rf"(?:I|We|we|(?:The|A|His|My|Our|Mr\.|Dr\.|Comrade|Cde\.|[A-Z][\w’'-]+)\s(?:{_STEP}\s|(?:of|to|in)\s){{0,6}}?)\s?(?:,\s[^.;:,\n]{{3,60}},\s)?\Z"
)
"""Who will do it, right before the verb: sought only where the verb and its paper stand."""
_NEAR: Final = 100
# "The undersigned will hand to the Secretary of State, at an early day, a map", "will bear to you a letter"
_TO_FIRST = compiled(
    rf"(?P<words>(?:will|shall)\s(?:also\s|then\s|soon\s)?(?:hand|submit|present|deliver|send|transmit|furnish|bear|bring|forward|communicate|remit)\sto\s(?P<to>{_DOT}{{2,80}}?),?\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER})"
)
# "Comrade Berg would send the answer in writing"
_IN_WRITING = sought(
    rf"(?P<words>(?:will|shall|would)\s(?:send|give|hand|deliver|transmit|communicate|bring)\s(?:(?:you|us|me)\s)?{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER}\s(?:in\swriting|by\s(?:telegram|telegraph|cable|letter|courier|mail|post|pouch|bag)))(?!\w)"
)
# "Secretary Berg will be sending a message to you"
_SENDING = compiled(
    rf"(?P<words>(?:will|shall)\s(?:also\s|soon\s)?be\s(?:sending|submitting|forwarding|giving|handing|bringing)\s(?:(?:you|us|me)\s{_ITS}\s(?:{_STEP}\s){{0,3}}?{_PAPER}|{_ITS}\s(?:{_STEP}\s){{0,3}}?(?P<kind>(?i:{KIND}))\sto\s(?:you|us|me)))(?![\w-])"
)
# "Copy of the manifesto mailed to-day"
_MAILED = compiled(
    rf"(?P<words>(?:[Ff]ull\s|[Cc]omplete\s|[Ww]ritten\s)?{_PAPER}(?:\s(?:of|on|about|with)\s[^.;:,\n]{{2,60}}?)?\smailed\sto-?(?:day|night|morrow))(?=\s*[.;]|\s*$)"
)
# "He will come here in June and bring the answer"
_AND_BRING = compiled(
    rf"(?P<words>\b(?:[Hh]e|[Ss]he|[Tt]hey)\s(?:will|shall)\s[^.;:\n]{{2,60}}?\sand\s(?:bring|send)\s{_ITS}\s(?P<paper>answer|reply|response))(?!\w)"
)
_DOUBT = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing)\b")
_STEPS: Final = ("letter", "telegram", "note", "message", "repl", "answer", "response", "instruction", "aide", "statement", "proposal", "cable", "protest", "plan", "view", "stand", "speech")  # fmt: skip
"""What goes to somebody else under such a name is a step that is taken."""
_BACK: Final = compiled(r"(?:you|me|us|your|our|my|the (?:undersigned|[Ll]egation|[Ee]mbassy|[Dd]epartment))\b")
_FORMS: Final = (("letter", "letter"), ("telegra", "telegram"), ("cable", "telegram"), ("patch", "despatch"), ("memorand", "memorandum"),
                 ("report", "report"), ("minutes", "minutes"), ("note", "note"))  # fmt: skip


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    words = text[start:end]
    match = _MAILED.match(text, start, end) if "mailed to" in words else None
    match = match or (_TO_FIRST.search(text, start, end) if "ll " in words and " to " in words else None)
    match = match or (_IN_WRITING.search(text, start, end) if " in writing" in words or " by " in words else None)
    match = match or (_SENDING.search(text, start, end) if "ll be " in words or "ll also be " in words else None)
    match = match or (_AND_BRING.search(text, start, end) if " and bring " in words or " and send " in words else None)
    if match is None or _DOUBT.search(text, start, match.end()):
        return None
    groups = match.groupdict()
    named = (groups["paper"] or groups.get("kind") or "").lower()
    to = groups.get("to")
    if to is not None and not _BACK.match(to) and named.startswith(_STEPS):
        return None
    form = next((form for stem, form in _FORMS if stem in named), "")
    first = _begin(text, start, match.start("words"))
    own = match.re is _MAILED or text.startswith(("I ", "We ", "we ", "The undersigned"), first)
    return first, match.end("words"), form, own


def _begin(text: str, start: int, verb: int) -> int:
    """Where the words begin: with who will do it, else with the verb."""
    subject = _SUBJECT.search(text, max(start, verb - _NEAR), verb)
    return subject.start() if subject else verb
