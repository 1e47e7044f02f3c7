"""Messages that a paper carries for others: ``I have been asked to forward the following telegram from Berg to Dahl: “…”``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal

from cablegraph.extraction import forms
from cablegraph.extraction.forms import Form
from cablegraph.extraction.lexicon import MONTH
from cablegraph.extraction.names import Party, cased, is_place
from cablegraph.extraction.rows import Row
from cablegraph.extraction.telegrams_inside import Inside, named, with_head
from cablegraph.patterns import compiled

_NAME: Final = r"(?:[^:.;\"“”\n]|(?<=\b(?:Mr|Dr|St)\b)\.|(?<=\b(?:Mrs|Gen|Col|Rev)\b)\.|(?<=\b(?:M|[A-Z])\b)\.)"
_STOPPED: Final = r"(?! (?:to|who|which|that|and asked|and asks|and requested|addressed|destined|intended|meant|dated|received|for (?:transmission|delivery|transmittal|forwarding|communication)) )"
_FORM: Final = r"(?P<form>telegram|cable(?:gram)?|radiogram|wire|message|communication|letter|note|reply|answer|appeal|request|petition|statement|memorandum|greetings?)"
_WHAT: Final = rf"(?:(?:the |this )?following|this|the|an?)(?: [a-z]+)?(?: text of (?:the|an?))? {_FORM}"
_VERB: Final = r"(?P<verb>(?i:transmit|forward|send|pass|convey|relay|deliver|hand|give|present|telegraph|cable|wire|communicate|repeat|submit|bring|quote)(?:t?ing)?)(?: (?:on|over))?"
_X: Final = rf"(?P<who>(?:the |our |your )?[A-Z](?:{_STOPPED}{_NAME}){{1,90}}?)"
_Y: Final = rf"(?P<to>you|(?:the |our |your )?[A-Z](?:(?! (?:from|who|which|that) ){_NAME}){{1,90}}?)"
_DAY: Final = rf"(?:,? (?:dated|of) (?P<day>(?:the )?\d{{1,2}}(?:st|nd|rd|th|d)?(?: (?:instant|ultimo|{MONTH}))?(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:, \d{{4}})?|yesterday|to-?day))?"
_FROM: Final = rf",? (?:(?:sent|received|addressed|given|written|handed to me) )?(?:from|of|by) {_X}"
_TO: Final = rf",? (?:(?:addressed|directed|destined|intended|meant|sent|for (?:immediate )?(?:transmission|delivery|transmittal|forwarding|communication)) )?(?:to|for) {_Y}"
_TAIL: Final = r"(?:,? (?:which|as follows|reading|received|handed|dated|sent|delivered|in|by|through|has|was)\b[^:.;\n]{0,80})?:\s*$"
_PASSING: Final = tuple(
    compiled(rf"\b{_VERB}{ahead}(?:,? (?:herewith|below|hereunder|at once))? {_WHAT}{_DAY}{parts}{_TAIL}")
    for ahead, parts in (
        ("", _FROM + _DAY.replace("day>", "then>") + _TO),
        ("(?: to)? you", _FROM + _DAY.replace("day>", "then>") + _TO),
        ("", _TO + _FROM),
        (f"(?: to)? {_Y}", f"(?:{_FROM})?"),
        ("", _TO),
    )
)
"""``transmit the following message from President Olaya Herrera to President Hoover:``, ``forward to you this note:``"""
_HERE: Final = tuple(
    compiled(
        rf"(?:^|[.:;!?] |\n|: )(?:[Tt]here (?:follows|is)|[Hh]ere (?:follows|is)|[Bb]elow (?:follows|is)|[Ff]ollowing (?:is|are)|[Hh]erewith|[Ii] (?:have (?:just )?(?:received|had|been handed|been given)|hold)) {_WHAT}{_DAY}{parts}{_TAIL}"
    )
    for parts in (_FROM + _DAY.replace("day>", "then>") + _TO, _TO + _FROM)
)
"""``There follows a message from President Benes to Marshal Stalin:``"""
_REACHED: Final = compiled(
    rf"(?:^|[.:;!?] |\n)[Tt]he following {_FORM}{_DAY}{_FROM}{_DAY.replace('day>', 'then>')}{_TO},? (?:has|have|was|reached|came|is)\b[^:.;\n]{{0,90}}:\s*$"
)
"""``The following telegram from Consul Peter to Mr. Dahl has been handed to me:``"""
_HANDED: Final = compiled(
    rf"(?:^|[.:;!?] |\n)(?P<who>He|She|They|(?:The )?[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{1,70}}?) (?:(?:has|have|had) )?(?:just |to-?day )?(?:handed|hands|given|gave|gives|sent|sends|brought|entrusted)(?: to)? (?:me|us)(?: to-?day| yesterday)? (?:the following|this|an?) {_FORM},? (?:(?:addressed|for (?:immediate )?(?:transmission|delivery|transmittal|forwarding)) )?(?:to|for) {_Y}{_TAIL}"
)
"""``President Castro has handed me the following note for transmission to the two powers:``"""
_POST: Final = r"(?:[Tt]his|[Tt]he|[Oo]ur) (?:[Ll]egation|[Ee]mbassy|[Cc]onsulate(?:[- ][Gg]eneral)?|[Mm]ission|[Oo]ffice|[Dd]epartment)"
_ADVERBS: Final = r"(?:(?:hereby|herewith|now|also|therefore|kindly|at once|urgently|personally) )*"
_ASKED: Final = r"(?:asked|requested|instructed|directed|desired|begged|charged|authori[sz]ed|commissioned|urged)"
_ASKER: Final = rf"(?P<asker>(?:[Tt]he |[Oo]ur )?[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{1,80}}?)"
_WE: Final = rf"(?:I|[Ww]e|{_POST}) {_ADVERBS}(?:(?:have|has) the hono(?:u)?r (?:to|of)|beg(?:s)?(?: leave)? to|am to|hasten to|wish to|desire to|take the liberty (?:to|of)|shall|will|should like to|can)? ?{_ADVERBS}$"
_OURS: Final = tuple(
    compiled(rf"\b{lead}")
    for lead in (
        rf"(?:I|[Ww]e|{_POST}) (?:have|has|had|was|were|am|are) (?:(?:just|also|been|now|again|to-?day|yesterday) )*{_ASKED}(?: (?:to-?day|yesterday))?(?: by {_ASKER})?,? to {_ADVERBS}$",
        rf"[Aa]t the (?:[a-z]+ )?(?:request|wish|desire|instance|instructions?|suggestion) of {_ASKER},? {_WE}",
        rf"(?:[Oo]n behalf of|[Ff]or) {_ASKER},? {_WE}",
        rf"{_ASKER} (?:(?:has|have|had|to-?day|yesterday|again|urgently|also|now) )*(?:asks?|requests?|begs|desires?|wishes|wished|wants|wanted|would like|{_ASKED}) (?:(?:that )?(?:I|we) (?:should )?|(?:me|us|{_POST}) (?:kindly )?to ){_ADVERBS}$",
        _WE,
    )
)
"""Before what is passed on: ``I have been asked by Bishop Tadros to``, ``At the request of the Governor I``, ``He begged me to``."""
_THEIRS: Final = compiled(
    r"(?:\b[Pp]lease|\b[Kk]indly|\b[Yy]ou (?:will|may|should|can|are(?: (?:requested|instructed|directed|authori[sz]ed|asked|desired))? to)|\b(?:if|that|whether|would|will|could) you (?:will |would |could |might |please |kindly )*|"
    r"\b(?:ask|request|beg|instruct|direct|authori[sz]e|desire|want|wish) you (?:kindly )?to|\bgood enough to|\bso kind as to|\bopportunity to) ?(?:at once |kindly |immediately |please |then )*$"
)
"""``Please``, ``You are requested to``, ``I should be obliged if you would`` before what another is to pass on."""
_AN_HE: Final = compiled(r"(?:He|She|They|It|I|We|Who|This|That)\b")
_PLACE_BEHIND: Final = compiled(r"(?:, (?:at |in )?| at | in )(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_OPENS: Final = "\"“«'‘„"
_MOST: Final = 30
"""Lines that such a message has at most."""
_INLINE: Final = compiled(r"[.!?] (?:[A-Z][\w’'-]+\.? ){0,3}[A-Z][\w’'-]+\.?$")
"""``… before the month is out. Tadros.``"""
_QUICK: Final = (
    "ollowing",
    "message",
    "telegram",
    "letter",
    "note",
    "communication",
    "appeal",
    "reply",
    "cable",
    "answer",
)


def read(text: str, first: int, words: str) -> Inside | None:
    """What the words before a quotation say of a message of somebody else's, where they name whose it is or for whom."""
    if not any(word in words for word in _QUICK):
        return None
    for pattern in _PASSING:
        if (match := pattern.search(words)) and (found := _passed(text, first, words, match)):
            return found
    for pattern in (*_HERE, _REACHED):
        if (match := pattern.search(words)) and (who := _party(text, first, match, "who")):
            return _between(text, first, match, Inside(who, form=_form(first, match), passed="by-post"))
    if match := _HANDED.search(words):
        said_of = Inside(_party(text, first, match, "who"), form=_form(first, match), passed="by-us")
        return _between(text, first, match, said_of)
    return None


def rows_of(
    text: str, rows: Sequence[Row], is_signature: Callable[[Row], bool], begin: int = 1
) -> tuple[int, int, Inside] | None:
    """The rows of the first such message that stands without quotation marks, behind ``begin``, as row indices."""
    found = (below(text, rows, index, is_signature) for index in range(begin, len(rows) - 2))
    return next((one for one in found if one), None)


def below(
    text: str, rows: Sequence[Row], index: int, is_signature: Callable[[Row], bool]
) -> tuple[int, int, Inside] | None:
    """The rows of the message that a row announces, down to its signature."""
    row, first = rows[index], index + 1
    if not row.text.endswith(":") or rows[first].text[0] in _OPENS:
        return None
    found = read(text, row.start, row.text)
    last = _signed(rows, first, found, is_signature) if found else None
    return (first, last, with_head(text, found, rows[first].start)) if found and last else None


def _signed(rows: Sequence[Row], first: int, said_of: Inside, is_signature: Callable[[Row], bool]) -> int | None:
    """Behind which row the message ends: its sender's name stands in the row, or at its end; more follows of the carrier."""
    sender = said_of.sender.name.split()[-1] if said_of.sender and said_of.sender.entity == "person" else None
    name = re.compile(rf"(?i:(?:^|.*[.!?”\"] |.* ){re.escape(sender)}\.?$)") if sender else None
    for at in range(first, min(first + _MOST, len(rows) - 1)):
        signs = at > first and is_signature(rows[at])
        if name is not None and (signs or rows[at].text.count(" ") < 5 or _INLINE.search(rows[at].text)):
            if name.match(rows[at].text):
                return at + 1
        elif signs:
            return at + 1
    return None


def _passed(text: str, first: int, words: str, match: re.Match[str]) -> Inside | None:
    """What is passed on by who writes or by who is written to, as the words before the verb say."""
    before = words[: match.start()]
    lead = next((found for lead in _OURS if (found := lead.search(before))), None)
    if lead is None and not _THEIRS.search(before):
        return None
    named = "who" in match.groupdict() and match["who"]
    passed: Literal["by-us", "by-them"] = "by-us" if lead else "by-them"
    if named:
        who = _party(text, first, match, "who")
    else:
        who = _party(text, first, lead, "asker") if lead and lead.groupdict().get("asker") else None
    if (named and who is None) or (who is None and (lead is None or _own(lead))):
        return None  # the writer's own message is no other's
    return _between(text, first, match, Inside(who, form=_form(first, match), passed=passed))


def _own(lead: re.Match[str]) -> bool:
    """Whether the writer passes on of his own: nobody, not even a "he", asks him to."""
    return not re.search(_ASKED, lead[0]) and "asker" not in lead.groupdict()


def _between(text: str, first: int, match: re.Match[str], said_of: Inside) -> Inside | None:
    """With whom it is for, and the places of both."""
    if match["to"] == "you":
        said_of = said_of._replace(to_you=True)
    elif (to := _party(text, first, match, "to")) is None:
        return None
    else:
        said_of = said_of._replace(addressee=to, destination=_seat(first, match, "to"))
    day = next((group for group in ("day", "then") if match.groupdict().get(group)), None)
    if day:
        said_of = said_of._replace(dated=(first + match.start(day), first + match.end(day)))
    return said_of._replace(origin=_seat(first, match, "who")) if match.groupdict().get("who") else said_of


def _party(text: str, first: int, match: re.Match[str], group: str) -> Party | None:
    """The one whom the words name; nobody for a pronoun or a place."""
    if _AN_HE.match(match[group]):
        return None
    start, spot = first + match.start(group), _PLACE_BEHIND.search(match[group])
    name = match[group][: spot.start()] if spot and is_place(spot["place"]) else match[group]
    found = named(text, start, start + len(name))
    return found if found and found.entity != "place" and not is_place(found.name) else None


def _seat(first: int, match: re.Match[str], group: str) -> tuple[int, int, str] | None:
    """Where a party sits, by the words behind its name."""
    spot = _PLACE_BEHIND.search(match[group])
    if spot is None or not is_place(spot["place"]):
        return None
    start = first + match.start(group)
    return start + spot.start("place"), start + spot.end("place"), cased(spot["place"])


def _form(first: int, match: re.Match[str]) -> Form | None:
    known = forms.at_head(match["form"])
    if known is None or match["form"] in ("message", "reply", "answer", "statement", "communication"):
        return None
    return Form(known.slug, first + match.start("form"), first + match.end("form"))
