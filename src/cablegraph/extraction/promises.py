"""Papers that a paper announces: ``I will communicate about all this in more detail in a separate telegram``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import announcing, papers_to_come, promised_by_verb, topics, wired_promises
from cablegraph.extraction.sentences import split
from cablegraph.record import Record, SourceText

Stretch = tuple[int, int]
TopicsIn = Callable[[SourceText, int, int], tuple[Passage, ...]]

SEPARATE: Final = Rule("promises.separate-paper", certainty="0.97")
FOLLOWS: Final = Rule("promises.follows", certainty="0.95")
LATER: Final = Rule("promises.later", certainty="0.9")
OF_OTHERS: Final = Rule("promises.of-others", certainty="0.9")
OF_THIS: Final = Rule("promises.topic-of-what-was-said", certainty="0.85")

_MEDIA: Final[tuple[tuple[str, str], ...]] = (
    ("ciphered-telegram", r"(?:cipher(?:ed)?|coded|code)\s(?:telegram|cable|message)s?"),
    ("telegram", r"telegrams?|cables?|wires?|telegraph"),
    ("despatch", r"d[ei]spatch(?:es)?|pouch"),
    ("letter", r"letters?|(?:air\s?)?mail|post"),
    ("memorandum", r"memorand(?:um|a)|memos?"),
    ("note", r"notes?"),
    ("report", r"reports?"),
    ("", r"messages?|communications?|instructions?|airgrams?|cover|transmission|dispatch"),
)  # fmt: skip
_MEDIUM: Final = "(?:" + "|".join(f"(?P<m{index}>{pattern})" for index, (_, pattern) in enumerate(_MEDIA)) + r")(?!\w)"
# "in a separate telegram", "by separate mail", "in our next letter", "in another cable"
_SEPARATE = re.compile(
    rf"(?<!\w)(?:in|by|through|with|under|via)\s(?:(?:an?|my|our|the|one\sof\s(?:my|our))\s)?(?:special\s|ciphered\s)?"
    rf"(?P<kind>separate|another|later|subsequent|further|additional|following|next|succeeding|second|special\sfollowing)\s(?:\w+\s)?{_MEDIUM}",
    re.IGNORECASE,
)
_FUTURE: Final = r"(?:[Cc]ontinu(?:e[sd]?|ing|ation)(?!\w)|(?:I|[Ww]e)\s(?:\w+ly\s)?(?:report|write|send|return|telegraph|cable|comment|deal|give|transmit|forward|describe)(?!\w)|(?:I|[Ww]e|he|she|they|you|it)(?:\s(?:will|shall|intend\sto|am\sgoing\sto|are\sgoing\sto)|['’]ll)|(?:will|shall)\sbe|(?:are|is)\sbeing|follow(?:s|ing)?|sent|goes\sto\syou|[Ss]ending|[Rr]eporting|[Ww]ill|[Ss]hall|(?<!\w)will\sgo)"
_IN_FUTURE = re.compile(rf"(?<!\w){_FUTURE}(?!\w)")
_PAST = re.compile(
    r"\b(?:received|acknowledged?|(?:have|has|had|was|were)\s(?:been\s)?(?:sent|reported|asked|told|communicated|forwarded|explained|received|informed|written|mailed))\b",
    re.IGNORECASE,
)
# "Details follow.", "report follows", "A detailed report on the wages follows in April", "text follows by mail"
_FOLLOWS = re.compile(
    r"(?<!\w)(?:(?P<thing>(?:(?:a|an|the|my|our|further|more|full|fuller|complete|detailed|written|additional|separate|second|longer|English|Chinese)\s)*"
    r"(?:details?|particulars|reports?|telegrams?|embtel|deptel|legtel|airgram|despatch|dispatch|letter|text|full\stext|translation|comments?|recommendations?|summary|memorandum|account|analysis|information|reply|answer|instructions?|list|figures|explanation|assessment|appreciation|appraisal|evaluation|estimate|impressions|observations|views|copy|copies|draft|protocol|minutes|documents|confirmation|background|paper|airgram))"
    r"(?P<about>\s(?:on|upon|of|about|regarding|concerning|as\sto|from|to(?=\s(?:your|the|his|their)\b))\s(?:(?!\bfollow)[^.;:,\n]){2,60}?)?)\s(?:will\s|shall\s|to\s|is\sto\s|are\sto\s)?follow(?:s|ing)?(?=\s*(?:[.;,)]|$|\s(?:by|in|later|shortly|soon|to-?morrow|separately|immediately|today|when|as\ssoon|with|under|next)))",
    re.IGNORECASE,
)
# "I shall telegraph further", "will report later", "shall cable when", "Will wire again tomorrow"
_LATER = re.compile(
    r"(?<!\w)(?:(?:(?:I|[Ww]e|(?:[Tt]he\s)?(?:Department|Dept|Embassy|Legation|Mission|Consulate|Ministry))(?:\s(?:will|shall)|['’]ll|\s(?:hope|intend)\sto)|Will|[Ss]hall|(?<=and\s)will)\s(?:not\sfail\sto\s)?(?:have\sthe\shonou?r\s(?:to|of)\s)?(?:then\s|also\s|immediately\s|duly\s)?)"
    r"(?P<verb>telegraph|cable|wire|report|write|communicate|address\syou|inform\syou|advise\syou|let\syou\sknow|telegram|send\syou\sa\s(?:telegram|letter|report|cable))(?!\w)"
    r"(?:(?!\bnot\b)[^.;:\n]){0,80}?\b(?P<when>later|further|again|separately|shortly|soon|to-?morrow|at\sonce|as\ssoon\sas|when|in\s(?:more\s|greater\s|full\s)?detail|more\sfully|fully|additional(?:ly)?|subsequently|in\sa\sfew\sdays|in\sdue\s(?:course|time)|at\s(?:greater\s|more\s|some\s)?length|by\s(?:the\s)?(?:next\s)?(?:bag|mail|pouch|courier|post|air\s?mail|steamer|despatch|dispatch|letter)|next\sweek|after|without\sdelay|promptly|immediately)\b",
)


_PAPER: Final = (
    r"(?P<paper>telegrams?|cables?|d[ei]spatch(?:es)?|letters?|reports?|memorand(?:um|a)|notes?(?!\sof\s(?:thanks|hand))|repl(?:y|ies)|answers?|responses?|messages?|instructions?|directives?"
    r"|accounts?|summar(?:y|ies)|translations?|protocols?|agreements?|drafts?|maps?|plans?|documents?|details|particulars|text|minutes|considerations|proposals|comments|recommendations|figures|lists?|explanations?|information)(?!\w)"
)
# "I shall send you a detailed report", "we will give our answer", "you will receive instructions tomorrow"
_SEND = re.compile(
    r"(?<!\w)(?:(?:(?:I|[Ww]e)(?:\s(?:will|shall|intend\sto|hope\sto|am\sgoing\sto)|['’]ll)|(?:[Yy]ou)\s(?:will|shall)|Will|[Ss]hall|(?<=and\s)will)\s(?:\w+ly\s|also\s|soon\s|then\s|myself\s)?"
    r"(?:send|let\syou\shave|forward|submit|transmit|give|dispatch|address|mail|telegraph|cable|wire|communicate|write|furnish|receive|get|have\sfrom)\s)"
    rf"(?:(?!\b(?:not|no|if|his|her|their|your|this|these|that|for|about|on)\b)[^.;:,\n]){{0,60}}?\b(?:an?|the|my|our|another|further|more|full|fuller|detailed|additional|separate|new|final|exact|special)\s(?:\w+\s){{0,3}}?{_PAPER}",
)
_DONE: Final = "given|sent|communicated|transmitted|forwarded|telegraphed|cabled|wired|mailed|reported|conveyed|delivered|submitted|supplied|passed\\son|pouched|handed\\sover|handed\\sto\\syou|provided|furnished|presented|airmailed|despatched|dispatched|posted|brought"
_STILL_HERE: Final = r"(?:(?!\bto\s(?!you\b|us\b))[^.;:\n])"
"""Anything but the words ``to somebody else``."""
# "Instructions will be sent separately", "An answer will be given to you later"
_PASSIVE = re.compile(
    rf"(?<!\w)(?:(?:An?|The|Our|My|Further|More|Full|Detailed|Additional|Separate|Exact|Final|an?|the|our|my|further|more|full|detailed|additional)\s(?:\w+\s){{0,2}}?)?(?i:{_PAPER})(?:\s(?:on|of|about|to|regarding|concerning)\s[^.;:,\n]{{2,50}}?)?"
    rf"\s(?:(?:will|shall)\s(?:also\s)?be|(?:is|are)\sbeing)\s(?:{_DONE})"
    rf"(?:{_STILL_HERE}{{0,40}}?\b(?:separately|later|additionally|to-?morrow|soon|shortly|subsequently|in\sa\sfew\sdays|next\s(?:week|month)|by\s(?:the\s)?(?:next\s)?(?:bag|mail|pouch|courier|post|cable|wire|telegraph)|to\syou)(?!\w)"
    rf"|{_STILL_HERE}{{0,50}}?\b(?:on|by|before|until|not\slater\sthan)\s{announcing.DAY})",
)
# "The map follows by courier", "More to follow", "Part two follows"
_THING_FOLLOWS = re.compile(
    r"(?<!\w)(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Ff]ull|[Mm]ore|[Pp]art|[Ss]econd|[Rr]emainder|[Rr]est|[Cc]onclusion|[Cc]ontinuation)\s(?:(?!\b(?:is|was|which|that|as|who|are)\b)[\w’'-]+\s){0,6}?|[Mm]ore\s)"
    r"(?:will\s|shall\s|to\s|is\sto\s)?follow(?:s|ing)?\s(?:by\s(?:air\s?mail|air|plane|mail|pouch|courier|post|cable|wire|telegraph|telegram|bag|messenger|letter|the\snext)|separately|under\sseparate\scover|in\s(?:a|an|my|our|the|another)\s(?:\w+\s){0,2}(?:telegram|cable|letter|despatch|report|message|pouch|mail|post))"
    r"|(?<!\w)(?:[Mm]ore|[Tt]ext|[Ff]ull\stext|[Dd]etails|[Rr]eport)\sto\sfollow(?!\s(?:the|his|this|that|up))(?!\w)|(?<!\w)(?:[Pp]art|[Ss]ection)\s(?:two|three|four|II|III|IV|2|3|4)\sfollows(?!\w)"
)


# "Next report tomorrow at noon", "Further telegram on Monday"
_NEXT_COMES = re.compile(
    r"(?:^|(?<=\s))(?:(?:The\s)?[Nn]ext|Further|Fuller|A\sfuller|A\sfurther)\s(?P<paper>reports?|telegrams?|cables?|letters?|messages?|news|information)\s"
    r"(?:tomorrow|to-morrow|tonight|next\sweek|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in\sthe\s(?:morning|evening|afternoon)|at\s(?:noon|\d)|after\sthe\s\w+)\b"
)
# "I am sending the texts of the press statements by courier on the 7th"
_SENDING_BY = re.compile(
    rf"(?<!\w)(?:I\sam|[Ww]e\sare)\s(?:also\s)?(?:sending|forwarding)\s(?:you\s)?(?:the|an?|my|our|its|their)\s(?:\w+\s){{0,3}}?(?:{_PAPER}|texts|copies|copy|notes)[^.;:\n]{{0,60}}?\s"
    r"(?:by\s(?:the\s)?(?:next\s)?(?:courier|bag|pouch|mail|post|air\s?mail|messenger|train|boat|steamer)|separately|under\sseparate\scover|in\sthe\snext\s(?:bag|pouch|mail))(?:\s(?:on|of)\sthe\s\d{1,2}(?:st|nd|rd|th))?"
)
# "A separate paper on the situation in Laos is being prepared"
_PREPARED = re.compile(
    r"(?<!\w)(?:An?|The|Our|a|the|our)\s(?:separate|special|further|detailed|second|fuller|full|final|comprehensive)\s(?P<paper>papers?|reports?|memorand(?:um|a)|studies|study|notes?|analys[ie]s|letters?|accounts?)(?:\s(?:on|of|about|regarding|concerning)\s[^.;:\n]{2,80}?)?"
    r"\s(?:(?:is|are)\s(?:now\s|also\s)?being|(?:will|shall)\s(?:also\s)?be)\s(?:prepared|drafted|drawn\sup|written|compiled|worked\sout|made)"
)


def extract(
    source: SourceText,
    record: Record,
    stretches: Sequence[Stretch],
    *,
    topics_in: TopicsIn | None = topics.in_words,
) -> tuple[Record, ...]:
    """Part ``promises`` of a message: one record an announced paper.

    ``record`` is the message as read so far: its sender will write, its addressee will receive. ``topics_in`` reads the
    topics of the words of the promise, which are the promised paper's.
    """
    found = []
    text = _in_small_letters(source.text, stretches)
    for start, end in stretches:
        for first, last in _sentences(text, start, end):
            promise = _promise(text, first, last)
            if promise:
                found.append(_record(source, record, *promise, (first, last), topics_in))
    return tuple(found)


_I_ALONE = re.compile(r"(?<![\w.])i(?![\w.])")
_STOP = re.compile(r" stop(?=\s|$)")
_BEGINS = re.compile(r"(?:^|(?<=[.!?])\s+|(?<=\d\.)\s+)[a-z]")


def _in_small_letters(text: str, stretches: Sequence[Stretch]) -> str:
    """The text with its lines in capitals in small letters; the word STOP of a telegram is a stop there."""
    pieces, last = [], 0
    for start, end in stretches:
        place = start
        for words in text[start:end].split("\n"):
            first, place = place, place + len(words) + 1
            if not words.isupper() or len(low := words.lower()) != len(words):
                continue
            low = _STOP.sub(".    ", _I_ALONE.sub("I", low))
            low = _BEGINS.sub(lambda letter: letter[0].upper(), low)
            pieces += [text[last:first], low]
            last = first + len(words)
    return "".join((*pieces, text[last:])) if pieces else text


# A quick look first: no promise is without one of these words.
# Each alternative begins with a letter of its own, so that the search skips to those letters at once.
_ANNOUNCED: Final = r" (?:\w+ )?(?:tele|cable|wire|desp|disp|pouch|letter|mail|air|post|memo|note|report|message|comm|instr|cover|trans|ciph|cod)"
_KINDS: Final = "separate another later subsequent further additional following next succeeding second special".split()  # noqa: SIM905
_FUTURES: Final = (
    "will ",
    "Will ",
    "shall ",
    "Shall ",
    "’ll ",
    "'ll ",
    "intend to ",
    "hope to ",
    "going to ",
    " being ",
)
_TRIGGER = re.compile(
    "|".join(
        (
            *(kind + _ANNOUNCED for kind in _KINDS),
            r"follows?(?:ing)?\b",
            "Next (?:re|te|le|me|ca)",
            "Further ",
            "Fuller ",
            " sending ",
            " forwarding ",
            " by (?:the )?(?:next )?(?:bag|mail|pouch|courier|letter|post|despatch|dispatch)",
            " are to be ",
            " is to be ",
            " go to you",
            " goes forward",
            " (?:my|our) next",
            "[MO](?:y|ur) next",
            " writing ",
            " asked ",
            " instructed ",
            " expect to ",
            " via ",
            "promise[sd]? ",
            "undert(?:ook|akes) ",
            " are preparing ",
            " am preparing ",
            " is preparing ",
            " under preparation",
            "[Ss]eptel",
            " in sub",
            " in preparation",
            " goes (?:with|by|in|forward|to) ",
            " reserves? ",
            " on (?:its|their) way",
            " later(?=[.;\n]|$)",
            "orrow",
            "s (?:steamer|mail|boat|packet)",
            *_FUTURES,
        )
    )
)


def _sentences(text: str, start: int, end: int) -> Iterable[Stretch]:
    """Sentences with such a word; only lines that have one are divided."""
    line = start
    places = sorted(_places(text, start, end))
    for place in places:
        if place < line:
            continue
        line = max(start, text.rfind("\n", start, place) + 1)
        found = text.find("\n", place, end)
        line_end = found if found >= 0 else end
        for first, last in split(text, line, line_end):
            near = places[bisect_left(places, first) : bisect_left(places, last)]
            if any(_TRIGGER.match(text, one, last) for one in near):
                yield first, last
        line = line_end


_KEYS: Final = (
    *_KINDS,
    "Next ",
    "Further ",
    "Fuller ",
    " sending ",
    " forwarding ",
    " in preparation",
    " goes ",
    " reserve",
    " on its way",
    " on their way",
    " later",
    "orrow",
    "s steamer",
    "s mail",
    "s boat",
    "s packet",
    "follow",
    "intend to ",
    "hope to ",
    "going to ",
    " being ",
    " are to be ",
    " is to be ",
    " go to you",
    " my next",
    " our next",
    "My next",
    "Our next",
    " writing ",
    " asked ",
    " instructed ",
    " expect to ",
    " via ",
    "promise",
    "undert",
    " are preparing ",
    " am preparing ",
    " is preparing ",
    " under preparation",
    "septel",
    "Septel",
    " in sub",
)


_MEANS: Final = tuple(
    article + means
    for article in ("", "the ")
    for means in ("next ", "bag", "mail", "pouch", "courier", "letter", "post", "despatch", "dispatch")
)


def _places(text: str, start: int, end: int) -> Iterator[int]:
    """Where the triggers can begin: found by plain search for their first words, ten times as fast."""
    for key in _KEYS:
        place = text.find(key, start, end)
        while place >= 0:
            yield place
            place = text.find(key, place + 1, end)
    place = text.find(" by ", start, end)
    while place >= 0:
        if text.startswith(_MEANS, place + 4):
            yield place
        place = text.find(" by ", place + 1, end)
    place = text.find("ll ", start, end)
    while place >= 0:
        yield place - (2 if text.startswith("i", place - 1) else 3 if text.startswith("a", place - 1) else 1)
        place = text.find("ll ", place + 1, end)


def sentences(promises: Iterable[Record]) -> tuple[Stretch, ...]:
    """The stretches whose topics belong to promised papers: from the promise to the end of its sentence."""
    found = []
    for promise in promises:
        sentence = promise.first("start")
        if sentence is not None:
            start, end = sentence.spans[0]
            stop = promise.source.text.find("\n", end)
            rest = next(
                split(promise.source.text, start, stop if stop > 0 else len(promise.source.text)),
                (start, end),
            )
            found.append((start, max(end, rest[1])))
    return tuple(found)


def _promise(text: str, start: int, end: int) -> tuple[int, int, str, Rule] | None:
    """First and last word of the promise in a sentence, the form of the promised paper, and the rule."""
    words_of = text[start:end]
    lowered = words_of.lower()
    if any(kind in lowered for kind in _KINDS) and (match := _SEPARATE.search(text, start, end)):
        words = (_begin(text, start, match.start()), match.end())
        future = _IN_FUTURE.search(text, *words) or re.match(
            r"\s(?:follows|will)\b", text[match.end() : match.end() + 9]
        )
        if future and not _PAST.search(text, *words):
            return *words, _form(match), SEPARATE
    follows = "follow" in lowered
    if follows and (match := _FOLLOWS.search(text, start, end)):
        thing = match["thing"].lower()
        form = next((slug for slug in ("telegram", "despatch", "letter", "memorandum", "report") if slug in thing), "")
        last = end - 1 if text[end - 1] in ".;" else end
        if not text[match.end() : end].lstrip().startswith(":"):
            return match.start(), last if last - match.start() < 160 else match.end(), form, FOLLOWS
    for pattern, rule, likely in (
        (_THING_FOLLOWS, FOLLOWS, follows),
        (_NEXT_COMES, FOLLOWS, "ext " in words_of or "urther " in words_of or "uller " in words_of),
        (_SENDING_BY, LATER, " sending " in words_of or " forwarding " in words_of),
        (_PREPARED, LATER, " being " in words_of or "ll be " in words_of or "ll also be " in words_of),
        (_PASSIVE, LATER, _WILL_BE.search(words_of) is not None),
        (_SEND, LATER, any(word in words_of for word in ("ll ", "intend", "hope", "going")) or "\u00a0" in words_of),
    ):
        match = pattern.search(text, start, end) if likely else None
        if match and not _CONDITIONAL.search(text, start, match.end()) and not _ELSEWHERE.match(text, match.end(), end):
            paper = (match.groupdict().get("paper") or "").lower()
            if "give" in match[0] and not paper.startswith(("repl", "answer", "response", "account")):
                continue
            return match.start(), match.end(), _of_paper(match), rule
    if (
        ("ll" in words_of or "hope to " in words_of or "intend to " in words_of)
        and (match := _LATER.search(text, start, end))
        and not re.search(r"\b(?:if|unless)\b", text[match.start() : match.end()])
    ):
        verb = match["verb"].lower()
        form = (
            "telegram"
            if verb in ("telegraph", "cable", "wire")
            else "letter"
            if verb == "write" or "letter" in verb
            else "report"
            if verb == "report"
            else ""
        )
        return match.start(), match.end(), form, LATER
    if any(key in words_of for key in announcing.KEYS) and (brief := announcing.find(text, start, end)):
        return *brief, LATER
    if any(key in words_of for key in papers_to_come.KEYS) and (coming := papers_to_come.find(text, start, end)):
        return *coming[:3], LATER if coming[3] else OF_OTHERS
    if wired := wired_promises.find(text, start, end):
        return *wired, LATER
    if any(key in words_of for key in promised_by_verb.KEYS) and (by_verb := promised_by_verb.find(text, start, end)):
        return *by_verb[:3], LATER if by_verb[3] else OF_OTHERS
    return None


_WILL_BE = re.compile(rf"(?:ll\s(?:also\s)?be|\sbeing)\s(?:{_DONE})")
_ELSEWHERE = re.compile(
    r"\s(?:of\s[^.;,\n]{2,40}?\s)?to\s(?!you|the\sDepartment|Department|the\sCent(?:er|re)|headquarters)"
)
_CONDITIONAL = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ww]hether\sor\snot)\b")


def _of_paper(match: re.Match[str]) -> str:
    words = (match.groupdict().get("paper") or match[0]).lower()
    if re.search(r"\b(?:telegraph|cable|wire)\b", match[0]) and not re.search(r"letter|despatch|report", words):
        return "telegram"
    return next((slug for slug, pattern in _MEDIA if slug and re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words)), "")


_CLAUSE = re.compile(r"(?:;|,\s(?:and|but|so)\s|:\s)(?=(?:I|we|he|they)\s)")


def _begin(text: str, start: int, end: int) -> int:
    """The promise begins with its clause; an item's number before it is left out."""
    first = start
    for joint in _CLAUSE.finditer(text, start, end):
        first = joint.end()
    if number := re.match(r"(?:\d{1,3}|[a-z])[.)]\s+", text[first:end]):
        first += number.end()
    return first


def _form(match: re.Match[str]) -> str:
    return next((slug for index, (slug, _) in enumerate(_MEDIA) if match[f"m{index}"] is not None), "")


_OF_THIS = re.compile(
    r"\b(?:about|on|of|concerning|regarding)\s(?:all\s)?(?:this|these\s(?:matters|questions)|it|that)\b", re.IGNORECASE
)


def _of_this(source: SourceText, words: Stretch, topics_in: TopicsIn) -> tuple[Passage, ...]:
    """ "About all this": the promised paper has the topics of what was just said, in this line or the one before."""
    if not _OF_THIS.search(source.text, *words):
        return ()
    line = source.text.rfind("\n", 0, words[0]) + 1
    if not source.text[line : words[0]].strip():
        above = source.text[:line].rstrip()
        line = above.rfind("\n") + 1
    known = dict.fromkeys(passage.text for passage in topics_in(source, line, words[0]))
    return tuple(source.cite(words, OF_THIS, topic) for topic in known)


def _record(
    source: SourceText,
    record: Record,
    start: int,
    end: int,
    form: str,
    rule: Rule,
    sentence: Stretch,
    topics_in: TopicsIn | None,
) -> Record:
    words = (start, end)
    fields: dict[str, tuple[Passage, ...]] = {"start": (source.cite(words, rule, str(start)),)}
    if form:
        fields["form"] = (source.cite(words, rule, form),)
    parties_of = (("sender", ("sender", "author")), ("addressee", ("addressee",))) if rule is not OF_OTHERS else ()
    for field, names in parties_of:
        parties = next((record.fields[name] for name in names if record.fields.get(name)), ())
        distinct = dict.fromkeys((passage.text, passage.entity) for passage in parties)
        fields[field] = tuple(source.cite(words, rule, name, entity=entity) for name, entity in distinct)
    if topics_in is not None:
        own = topics_in(source, start, max(end, sentence[1]))
        fields["topics"] = (*own, *_of_this(source, words, topics_in))
    return Record(record.id, source, {name: passages for name, passages in fields.items() if passages})
