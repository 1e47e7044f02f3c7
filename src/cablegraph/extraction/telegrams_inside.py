"""Telegrams that a text gives in full: ``Following from Consul Peter, Jidda: “31. July 4. …”``, ``I sent you the following telegram:``.

Here is what the words before such a telegram, and its own first words, say of it: who sent it to whom, when, from where.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from cablegraph import dates
from cablegraph.extraction import passed_through
from cablegraph.extraction.forms import Form
from cablegraph.extraction.lexicon import DAY
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

Span = tuple[int, int]


class Inside(NamedTuple):
    """A telegram given inside a text. ``own``: who writes the text sent it to whom the text is written to; ``to_us``: who writes got it."""

    sender: Party | None = None
    addressee: Party | None = None
    own: bool = False
    to_us: bool = False
    form: Form | None = None
    number: Span | None = None
    origin: tuple[int, int, str] | None = None
    dated: Span | None = None
    destination: tuple[int, int, str] | None = None
    passed: Literal["", "by-us", "by-them", "by-post"] = ""
    """Who passes it on to another: who writes, who is written to, or whoever of the two is not the Department."""
    to_you: bool = False
    """Whether it is for whom the text is written to."""
    through: tuple[Party, ...] = ()
    """Through whom it came, where the words before it say so."""


_LOOK_BACK: Final = 320
_STOPS: Final = "".join(
    rf"|(?<=\b{short})\." for short in ("Mr", "Mrs", "Dr", "Rev", "Hon", "Gen", "Col", "Capt", "Maj", "St", "[A-Z]")
)
_LETTER: Final = rf"(?:[^:.;\"“”\n]{_STOPS})"
"""What a name may hold: no stop but that of a title or an initial."""
_IN_NAME: Final = rf"(?:[^,:.;\"“”\n]{_STOPS})"
_WHO: Final = rf"(?P<who>[A-Z]{_LETTER}{{2,100}}?)"
_WHEN: Final = rf"(?:(?:under (?:the )?date of|dated|of|on)? ?(?P<when>(?:the )?(?:{DAY}(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th|d)?(?: (?:instant|ultimo|inst\.|ult\.))?)|yesterday|to-?day|(?:this|even|the same) (?:date|day)))"
_HOUR: Final = r"(?:,? (?:noon|midnight|\d{1,2}(?:[.:]\d\d)? ?[ap]\. ?m\.))?"
_PAPER: Final = r"(?:radio(?:gram| message)?|wireless(?: message)?|telegram|cable(?:gram)?|telegraphic (?:message|despatch|dispatch)|message|despatch|dispatch|wire)"
_END: Final = r"[^:.;\"“”\n]{0,70}:\s*$"
_FROM = compiled(
    rf"\b[Ff]ollowing(?: (?P<form>{_PAPER}))?(?:,? (?:has|have) (?:just )?been| is| was|,)?(?: just| to-?day)?(?: received| repeated)?(?: (?:to-?day|this (?:morning|day|afternoon)|yesterday))?(?:,? (?:relayed|sent|forwarded|brought|transmitted)?(?: ?by| ?through| ?via) [A-Z][^,.:;\n]{{2,30}})?(?:,? (?P<you>for (?:you|the Department)))?,? (?:from|of) (?:the |our )?(?:(?:commanding|senior(?: naval)?) officer(?: of)? |(?:vice[- ])?consul |captain |commander |agent )?{_WHO}(?:,? {_WHEN}{_HOUR})?(?:,? (?:reads|aboard|on board|is repeated|which (?:came|has come|was brought|reached)|my|dated|sent|received|addressed|directed|through|by)\b(?:[^:.;\n]|(?<=\b[A-Z])\.){{0,60}})?:\s*$"
)
_QUOTED = compiled(
    rf"\b(?:quot(?:e[ds]?|ing)|repeat(?:ed|s)?|transcribe[ds]?|subjoin(?:ed)?|given)\b[^.:;\n]{{0,60}}? (?:an?|the|this) (?:following )?(?P<form>{_PAPER})[^.:;\n]{{0,60}}? from (?:the )?{_WHO}(?:,? {_WHEN})?:\s*$"
)
_TELEGRAPHS = compiled(
    rf"(?:^|[.:;!?] |\n)(?:On {_WHEN.replace('(?P<when>', '(?P<before>', 1)}(?:, [^.:;,\n]{{3,30}})?, )?(?P<who>[A-Z](?:(?! (?:who|which|that|and|but|as|when|if|he|I|it) ){_IN_NAME}){{2,60}}?)(?:, (?:who|of|at) [^.:;,\n]{{3,60}},|, [A-Z]\w+(?: [A-Z]\w+){{0,2}},|, (?:[a-z-]+ ){{1,3}}(?:at|of|in) (?P<seat>[A-Z]\w+),)? (?:(?:has|have) )?(?P<form>telegraph(?:s|ed)|wire[sd]|cable[sd])(?: (?:to )?(?:me|us|you|(?:this|the) (?:legation|embassy|department|office|Legation|Embassy|Department)))?(?:,? {_WHEN})?(?: just now| this (?:morning|afternoon|evening))?(?:,? (?:from (?P<place>[A-Z]\w+)|as follows|in cipher|in these (?:words|terms)))*(?:,? (?:through|via|by way of) [^:.;\n]{{3,60}})?,?:\s*$"
)
_HE_TELEGRAPHS = compiled(
    rf"(?P<subject>[A-Z]{_LETTER}{{2,70}}?)(?:,| has | had | asks | reports | informs | says | requests | is )[^.:;\n]*[.;] (?:He|She) (?:has )?(?P<form>telegraph(?:s|ed)|wire[sd]|cable[sd])(?: (?:to )?(?:me|us))?(?:,? {_WHEN})?(?:,? as follows)?:\s*$"
)
_RECEIVED = compiled(
    rf"(?:^|[.:;!?] |\n)(?P<whom>[A-Z]{_LETTER}{{2,100}}?|I|We|On [^,.;:\n]{{3,24}} we) (?:(?:has|have) )?(?:(?:just|to-?day|this day) )?received from {_WHO} (?:this|the (?:following|subjoined|annexed)) (?P<form>{_PAPER})(?:, (?:dated|of) {_WHEN}:\s*$|{_END})"
)
_REPLY_OF = compiled(rf"\b(?:reply|answer|response) of (?:the )?(?P<who>[A-Z]{_IN_NAME}{{2,70}}?)(?:,? {_WHEN})?:\s*$")
"""``I place before you the reply of Comrade Gao Gang from Mukden of 20 September:``"""
_FOR_ANOTHER = compiled(
    rf"(?:^|[.:;!?] |\n){_WHO} (?:gave|handed|passed|has given|has handed|asked|requested|has asked|has requested) (?:to )?me (?:for (?:transmission|delivery|transmittal|forwarding) to|to (?:transmit|convey|deliver|pass on|forward)(?: over)? to) (?P<to>[A-Z][^.:;\n]{{3,70}}?),? (?:the following|this) (?P<form>{_PAPER}|letter|note|reply|text)\b{_END}"
)
"""``Paasikivi gave me for transmission to Generalissimo Stalin the following message:``"""
_SENT_ME = compiled(
    rf"(?:^|[.:;!?] |\n){_WHO} (?:(?:has|have) )?(?:to-?day )?(?:sen[dt]s?|addressed|addresses|transmitted) (?:to )?(?:me|us|this legation|this embassy|the Department|the legation|the embassy) (?:this|the (?:following|subjoined))(?: (?P<form>{_PAPER}))?{_END}"
)
_I_SENT = compiled(
    rf"(?:(?:[Oo]n|[Uu]nder date of) {_WHEN.replace('(?P<when>', '(?P<before>', 1)},? )?I (?:(?:have|had) )?(?:(?:the honor|the honour) (?:to|of) )?(?:to-?day |this day |accordingly |then |therefore )*(?:(?:sent|send|addressed|transmitted|telegraphed|cabled|wired|forwarded|dispatched|despatched)(?: to)?(?: (?P<to>you|the [Dd]epartment|[A-Z]{_LETTER}{{2,50}}?))?(?:,? {_WHEN})?[^.:;\"“”\n]{{0,30}}? (?:this|the (?:following|subjoined)) (?P<form>{_PAPER})|(?P<verb>telegraphed|cabled|wired)(?: to)?(?: (?P<whom>you|the [Dd]epartment|[A-Z]{_LETTER}{{2,50}}?))?(?:,? {_WHEN.replace('(?P<when>', '(?P<then>', 1)})?(?:,? in cipher)?,? as follows){_END}"
)
_CONFIRMS = compiled(
    rf"\b(?:confirm|repeat|subjoin|append|copy)\b[^.;:\n]{{0,40}}\bmy (?:answer|reply|(?P<form>{_PAPER}))(?:,? {_WHEN})?[^.;:\n]{{0,60}}?(?:,? (?:as follows|which (?:read|reads|was|ran)[^:.;\n]{{0,20}}|reading))?:\s*$"
)
_SENT_YOU = compiled(
    rf"\b[Tt]he (?:following|subjoined|annexed) (?P<form>{_PAPER})(?:,| (?:which )?(?:was|has been)|, which (?:was|has been))(?: to-?day)? (?:sent|addressed|telegraphed|transmitted|forwarded)(?: to)? (?P<to>you|[A-Z]{_LETTER}{{2,60}}?)(?:,? {_WHEN})?{_HOUR}(?:,? (?:is|and is)(?: [a-z]+){{0,2}})?:\s*$"
)
"""``The following telegram, sent to you on the 11th, is hereby confirmed:``"""
_HANDED_TO = compiled(
    r"\b(?:deliver|hand|communicate|transmit|convey|present|give|repeat)\b[^:.;\n]{0,30}? to (?:the )?(?P<to>[A-Z][^:;\n]{3,90}?),? the following\b"
)
_AT_PLACE = compiled(
    r"(?:, (?:at |in )?|\bat |\bin |\bof |\bfrom )(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:, [A-Z]\w+)?$"
)
_THROUGH = compiled(r",? (?:through|via|by way of) ")
_OFFICE = compiled(
    r"(?:[Tt]he )?(?P<words>(?:\w+ )?[a-zà-ž]\w+(?: [a-zà-ž]\w+)*(?: of (?:the )?[A-ZÀ-Ž]\w+(?: [A-ZÀ-Ž]\w+)?))"
)
"""``the alcalde of San Miguel``: an office that no list knows, by its place."""
_HEAD = compiled(
    rf"\s*(?:(?P<mark>(?:(?:Treasury(?: Department)?|Shipping Board|War Trade Board|Food Administration|Department|Legation|Embassy|Ammission|Special(?: Cipher)?|Serial|Urgent) )(?:No\. ?)?|No\. ?)?(?P<number>\d{{1,5}}|[A-Z]{{1,2}}[-–]\d{{1,4}})[.,] (?=[A-Z]))?(?:(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}), )?(?P<day>(?:{DAY}|(?(place)\d{{1,2}}(?:st|nd|rd|th|d)(?=[.:;])|(?!)))(?:,? \d{{4}})?(?=[.,:;—–-]| \d))?"
)
_DATED_AT = compiled(rf"\bdated (?:at )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?P<day>{DAY})\b")
"""``Following from Whitlock, dated Brussels, February 8, sent by courier:``"""
_WIRED_TO = compiled(
    r"(?P<to>(?:(?:Hon|Mr|Dr)\. |His Excellency |[A-Z][a-z]+ )?[A-ZÀ-Ž]{3,}(?:[ -][A-ZÀ-Ž]{2,}){0,3}(?:, [A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)?), (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, [A-Z][\w. ]{1,12})?:\s?[—–]?(?=\s|[A-Z])"
)
"""``HAY, Washington: …``, ``Minister OSBORN, Buenos Ayres: …``: so telegrams are addressed"""
_WIRED_BELOW = compiled(
    rf"\s*\n{_WIRED_TO.pattern}(?!\s*(?i:sir|dear|my|mr|m|excellency|your excellency|monsieur|gentlemen)\b)"
)
"""The address below the dateline of a telegram; a letter greets there."""
DATED_HEAD = compiled(
    rf"\s*(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}), (?P<day>{DAY}|\d{{1,2}}(?:st|nd|rd|th|d)(?=[.:;]))(?P<year>,? \d{{4}})?(?:\.?\s?[—–]|[.:;](?=\s))"
)
"""``Masaya, September 3. ``, ``OTTAWA, June 9.—``: place and day at the head of what a telegram quotes."""
_SENDS_ME = compiled(
    rf"\b(?:which|that) (?:the )?{_WHO} (?:has )?(?:sen[dt]s?|telegraphs|telegraphed|wires|wired|cables|cabled|addresses|addressed)(?: to)? (?:me|us)\b[^:.;\n]{{0,60}}:\s*$"
)
"""``the following message, which Viscount Monck sends me from Ottawa:``"""
_I_HAVE_HAD = compiled(r"\b(?:I|we|We) (?:have |had )?(?:just )?(?:had|received|have)\b[^:.;\n]{0,160}:\s*$")
_NAMES_HEAD = compiled(
    r"(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}) to (?P<whom>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}?)\.?\s?[—–]\s?(?=[A-Z])"
)
"""``Caceres to Calderon.—Four hundred …`` below a line that ends in a colon."""
_NO_WIRE = compiled(r"\b(?:letter|note|circular|despatch|dispatch|memorandum|proclamation|decree)\b[^.;:\n]{0,40}:\s*$")
"""``sent me the following letter:``: what stands below is no telegram, though it begins like one."""
_BY_WIRE = compiled(r"(?:\bfrom (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)[^:.;\n]{0,30})?:\s*$")
_WIRE = compiled(r"\b(?:by (?:the )?(?:wire|telegraph|cable)|telegraph(?:s|ed)?|wire[sd]?|cable[sd]?)\b")
_NOTED = compiled(r"\[(?P<word>(?:Cipher )?(?:[Tt]elegram|[Cc]ablegram))\b[^\]\n]{0,30}\]\.?\s*\Z")
_THIRD_PERSON = compiled(
    r"\s*(?P<words>The [Uu]ndersigned\b[^.;:\n]{0,60}? has the hono(?:u)?r)\b(?: to \w+(?: to)? (?:His|Her) Excellency,?(?: the [^.;:\n]{3,80}?,)? (?P<to>(?:Mr|Dr|Mrs)\. [A-Z][^,.;:\n]*(?:\.[^,.;:\n]+)?),)?"
)
"""``BERLIN, July 12, 1915. The undersigned has the honor to inform …``: what is quoted is a note."""
_OPENS: Final = "\"“«'‘„"


def read(text: str, start: int, opening: int) -> Inside | None:
    """What the words that end before ``opening`` say of the telegram that begins there, or None where they announce none.

    ``start`` is where the text begins; the telegram's own head (``87. Marsovan, October 5.``) is read too.
    """
    if text[max(start, opening - 9) : opening].rstrip()[-1:] != ":":
        return None
    first = max(start, opening - _LOOK_BACK)
    line = text.rfind("\n", first, text.rfind(":", first, opening))
    first = line + 1 if line >= 0 else first
    words = text[first:opening]
    found = from_words(text, first, words)
    by_head = _dated(text, first, words, opening) if found is None or found.form is None else None
    if found is None:
        found = by_head
    elif by_head is not None and by_head.form is not None:
        found = found._replace(form=by_head.form)
    if found is None:
        return None
    return with_head(text, found._replace(through=tuple(passed_through.before(text, first, words))), opening)


def _dated(text: str, first: int, words: str, opening: int) -> Inside | None:
    """A telegram that shows itself by its first words alone: ``“OTTAWA, June 9.—Some two thousand …”``."""
    at = opening + (text[opening : opening + 1] in tuple(_OPENS))
    head = DATED_HEAD.match(text, at)
    if head is None:
        wired = _WIRED_TO.match(text, at)
        return Inside(form=Form("telegram", *wired.span("to"))) if wired else None
    loud = _WIRED_BELOW.match(text, head.end()) or (not head["year"] and not _NO_WIRE.search(words))
    form = Form("telegram", head.start("place"), head.end("day")) if loud else None
    if spoken := _THIRD_PERSON.match(text, head.end()):
        form = Form("note", *spoken.span("words"))
        if spoken["to"] and (to := party_of(text, 0, spoken, "to")):
            return Inside(addressee=to, form=form)
    sender = _SENDS_ME.search(words)
    who = party_of(text, first, sender, "who") if sender else None
    return Inside(who, to_us=bool(who or _I_HAVE_HAD.search(words)), form=form)


def from_words(text: str, first: int, words: str) -> Inside | None:
    if match := _FROM.search(words) or _QUOTED.search(words):
        handed = _HANDED_TO.search(words)
        to = party_of(text, first, handed, "to") if handed else None
        to_reader = match.re is _FROM and match["you"] is not None  # "wireless for you, from Miller at Tampico"
        found = _sent(text, first, match, addressee=to, to_us=to is None and match.re is _FROM and not to_reader)
        if found and match.re is _FROM:
            found = found._replace(passed="by-them" if to else "" if "received" in match[0] else "by-post")
        return found._replace(own=True) if found and to_reader and found.sender else found
    if match := _SENT_YOU.search(words):
        other = party_of(text, first, match, "to") if match["to"] != "you" else None
        form, day = _form(first, match, "form"), _span(first, match, "when")
        return Inside(addressee=other, own=True, form=form, dated=day) if other or match["to"] == "you" else None
    if match := _FOR_ANOTHER.search(words):
        given = _sent(text, first, match, addressee=party_of(text, first, match, "to"))
        return given._replace(passed="by-us") if given else None
    if match := _REPLY_OF.search(words):
        return _sent(text, first, match, to_us=True)
    if match := _RECEIVED.search(words):
        plural = match["whom"].endswith(" we")  # a government's "we" is not always who writes
        to_us = match["whom"] in ("I", "We")
        return _sent(
            text, first, match, addressee=None if to_us or plural else party_of(text, first, match, "whom"), to_us=to_us
        )
    if (match := _HE_TELEGRAPHS.search(words)) and not match["subject"].startswith(("He ", "She ", "I ")):
        return _sent(text, first, match, group="subject", to_us=True)
    if (match := _SENT_ME.search(words)) or (match := _TELEGRAPHS.search(words)):
        return _sent(text, first, match, to_us=True) if match["who"] not in ("He", "She", "I") else None
    if match := _I_SENT.search(words):
        group = "to" if match["to"] else "whom"
        named = match[group] or ""
        other = None if named in ("", "you") or named.startswith("the ") else party_of(text, first, match, group)
        form = _form(first, match, "form" if match["form"] else "verb")
        return Inside(addressee=other, own=True, form=form, dated=_span(first, match, "before", "when", "then"))
    if match := _CONFIRMS.search(words):
        return Inside(
            own=True, form=_form(first, match, "form") if match["form"] else None, dated=_span(first, match, "when")
        )
    return None


def _sent(
    text: str,
    first: int,
    match: re.Match[str],
    *,
    group: str = "who",
    addressee: Party | None = None,
    to_us: bool = False,
) -> Inside | None:
    sender = party_of(text, first, match, group)
    if sender is None:  # "Following received from Torreón, through the National line:"
        at, words = first + match.start(group), match[group]
        alone = match.re is _FROM and is_place(words)
        return Inside(to_us=to_us, origin=(at, at + len(words), cased(words))) if alone else None
    origin = None
    if (spot := _AT_PLACE.search(match[group])) and (
        is_place(spot["place"]) or spot[0].startswith((", ", "at ")) or sender.entity == "position"
    ):
        at = first + match.start(group) + spot.start("place")
        origin = (at, at + len(spot["place"]), cased(spot["place"]))
    for named in ("place", "seat"):
        if origin is None and match.groupdict().get(named):
            origin = (first + match.start(named), first + match.end(named), cased(match[named]))
    form = _form(first, match, "form") if match.groupdict().get("form") else None
    day = _span(first, match, "when", "before")
    if day is None and (head := _DATED_AT.search(match[0])):
        at, day = first + match.start(), _span(first + match.start(), head, "day")
        origin = origin or (at + head.start("place"), at + head.end("place"), cased(head["place"]))
    return Inside(sender, addressee, False, to_us, form, None, origin, day)


def _form(first: int, match: re.Match[str], group: str) -> Form | None:
    """Only what goes by wire is called a telegram here; a message may be anything."""
    if not re.search(r"telegra|cabl|wire|radio", match[group]):
        return None
    return Form("telegram", first + match.start(group), first + match.end(group))


def _span(first: int, match: re.Match[str], *groups: str) -> Span | None:
    return next(
        ((first + match.start(one), first + match.end(one)) for one in groups if match.groupdict().get(one)), None
    )


def party_of(text: str, first: int, match: re.Match[str], group: str) -> Party | None:
    """The one party these words name: the man where they name a man and his post."""
    return named(text, first + match.start(group), first + match.end(group))


def named(text: str, start: int, end: int) -> Party | None:
    """The one party that a stretch names: the man where it names a man and his post."""
    words = _THROUGH.split(text[start:end])[0]
    found = [one for one in parties(text, start, start + len(words)) if one.entity != "place"]
    if not found and (office := _OFFICE.fullmatch(words)):
        return Party(office["words"], "position", start + office.start("words"), start + office.end("words"))
    return next((one for one in found if one.entity == "person"), found[0] if found else None)


def with_head(text: str, found: Inside, opening: int) -> Inside:
    """With what the telegram's own first words say: number, place, day."""
    at = opening + (text[opening : opening + 1] in tuple(_OPENS))
    if wired := _WIRED_TO.match(text, at):
        to = found.addressee or party_of(text, 0, wired, "to")
        return found._replace(addressee=to, destination=(*wired.span("place"), cased(wired["place"])))
    head = _HEAD.match(text, at)
    if head is not None and head["mark"] and not head["day"]:
        return found._replace(number=head.span("number"))
    if head is None or not head["day"]:
        return found
    number = head.span("number") if head["number"] else found.number
    origin = (*head.span("place"), cased(head["place"])) if head["place"] else found.origin
    return found._replace(number=number, origin=origin, dated=head.span("day"))


def rows_of(
    text: str, rows: Sequence[Row], is_signature: Callable[[Row], bool], begin: int = 1
) -> tuple[int, int, Inside] | None:
    """The rows of a telegram that a despatch gives without quotation marks, as row indices: behind ``as follows:``.

    It is one paragraph; where ``[Telegram.]`` stands over it, all lines down to its signature.
    """
    if begin > 1 and (another := _another(text, rows, is_signature, begin)):
        return another
    for index, row in enumerate(rows[begin:-2], begin):
        first = index + 1
        if not row.text.endswith(":") or rows[first].text[0] in _OPENS:
            continue
        between = text[row.end : rows[first].start]
        noted = _NOTED.search(between)
        found = from_words(text, row.start, row.text)
        if noted:
            at = row.end + noted.start("word")
            found = (found or Inside())._replace(form=Form("telegram", at, at + len(noted["word"])))
        if found is None and (named := _by_names(text, row, rows[first])):
            return first, first + 1, named
        if found is None or found.form is None:
            continue
        found = with_head(text, found, rows[first].start)
        signed = [at for at in range(first + 1, min(first + 12, len(rows) - 1)) if is_signature(rows[at])]
        if signed and (noted or signed[0] == first + 1):
            return first, signed[0] + 1, found
        if not noted:
            return first, first + 1, found
    return None


def _by_names(text: str, row: Row, below: Row) -> Inside | None:
    """``had this by the wire from Chosica:`` and, below it, ``Caceres to Calderon.—Four hundred …``."""
    head = _NAMES_HEAD.match(below.text)
    wire = _WIRE.search(row.text)
    if head is None or wire is None:
        return None
    who, whom = (party_of(text, below.start, head, group) for group in ("who", "whom"))
    if who is None or whom is None:
        return None
    spot = _BY_WIRE.search(row.text)
    origin = None
    if spot and spot["place"]:
        origin = (row.start + spot.start("place"), row.start + spot.end("place"), cased(spot["place"]))
    return Inside(who, whom, form=Form("telegram", row.start + wire.start(), row.start + wire.end()), origin=origin)


def _another(
    text: str, rows: Sequence[Row], is_signature: Callable[[Row], bool], begin: int
) -> tuple[int, int, Inside] | None:
    """``[Telegram.]`` below the signature of the telegram before: one more of those that the despatch gives."""
    if begin > len(rows) - 3:
        return None
    place, row = rows[begin - 1].end, rows[begin]
    noted = _NOTED.search(text[place : row.end])
    own = noted is not None and place + noted.start() >= row.start  # "[Telegram.]" is a line of the text
    noted = noted or _NOTED.search(text[place : row.start])
    first = begin + own
    signed = (at for at in range(first + 1, min(first + 12, len(rows) - 1)) if is_signature(rows[at]))
    last = next(signed, None) if noted else None
    if noted is None or last is None:
        return None
    form = Form("telegram", place + noted.start("word"), place + noted.end("word"))
    return begin, last + 1, with_head(text, Inside(form=form), rows[first].start)


_NAVAL_HOUR = compiled(r",? (?:[01]\d|2[0-3])[0-5]\d$(?<!1[89]\d\d)")
_THIS_DAY = compiled(r"(?:this|even|the same) (?:date|day)|this morning|to-?day|yesterday")


def date_of(text: str, span: Span, context: dates.DateValue | None) -> tuple[Span, str, str] | None:
    """The day those words give: where, as EDTF, and the basis where the carrier's date completes it."""
    start, end = span
    if _THIS_DAY.fullmatch(text, start, end):
        own = context.edtf if context else ""
        if len(own) != len("1950-05-05"):
            return None
        before = timedelta(days=text.startswith("yesterday", start))
        return span, (date.fromisoformat(own) - before).isoformat(), "inferred"
    start += 4 if text.startswith("the ", start) else 0
    if hour := _NAVAL_HOUR.search(text, start, end):  # "March 26, 1730"
        end = hour.start()
    found = dates.at(text, start, end, context=context)
    if found is None or len(found.values) != 1 or "X" in found.values[0].edtf:
        return None
    value = found.values[0]
    return (start, found.end), value.edtf, value.basis if value.basis in ("inferred", "stamp") else ""
