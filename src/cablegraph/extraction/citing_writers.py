"""Who wrote a cited paper and who read it, where the clause around its words says so: ``The Consul, in a despatch of the 3d, reports``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_phrases import PARTY, writer_of
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled

_ONE: Final = rf"(?!{MONTH}\s)" + PARTY.replace("the|your|our|my", "[Tt]he|[Yy]our|[Oo]ur|[Mm]y", 1)
_OURS: Final = (
    r"I|[Ww]e|the\sundersigned|this\s(?:[Ll]egation|[Ee]mbassy|[Oo]ffice|[Cc]onsulate|[Dd]epartment|[Gg]overnment)"
)
_APPOSED: Final = r"(?:,\s(?P<title>(?:(?:Mr|Mrs|Dr|M)\.|General|Admiral|Count|Baron|Comrade)\s)?[^.;:,\n]{2,50},)?"
_ADVERBS: Final = (
    r"(?:(?:has|had|have|also|now|again|then|further|thereupon|accordingly|since|just|already|[a-z]{3,12}ly)\s){0,3}"
)
_SAYS: Final = (
    r"(?:report|state|inform|ask|request|announce|declare|observe|remark|add|explain|complain|protest|propose|suggest|recommend|urge|advise|confirm|den(?:y|ie)|claim|insist|repeat|inquire|enquire"
    r"|demand|assure|instruct|direct|order|authorize|authorise|accept|decline|refuse|agree|express|mention|describe|estimate|warn|notif(?:y|ie)|acquaint|call|point|answer|repl(?:y|ie)|maintain|admit|acknowledge|contend|refer|promise|offer|appeal|apologize|apologise|communicate|convey|indicate|note|regret|renew|reject|thank)(?:s|es|d|ed)"
    r"|said|says|told|tells|wrote|writes|gave|gives|made|makes|set|sets|put|drew|draws|took|begged|begs|sought|forbade"
)
_IN_A: Final = r"(?:in|by|with|under|through)\s(?:an?\s|the\s|(?P<own>his|her|its|their)\s)?"
_BEFORE = compiled(
    rf"(?<![\w’'.-])(?<!\d )(?:(?P<mine>{_OURS})|(?P<theirs>[Yy]ou)|(?P<by>{_ONE})){_APPOSED},?\s(?:{_ADVERBS}(?P<verb>{_SAYS})\s(?:(?:to\s)?(?P<whom>me|us|you|him|her|them|(?!th(?:at|is)\s){_ONE}),?\s)?|(?:has|had|have)\s)?{_IN_A}(?:(?:recent|personal|private|further|long|later|subsequent)\s)?$"
)
"""``Comrade Berg reported in a``, ``The Secretary of Commerce, by``, ``the Chargé at Vienna in his``"""
_OPENS = compiled(r"(?:^|[.;:\n]\s*|\bthat\s|\band\s|\bbut\s|,\s|\bwhile\s|\bas\s|\bwhich\s|\bagent,?\s|—)$")
_LED = compiled(
    r"(?:^|[.;:,\n(—]\s*|\b(?:that|and|but|while)\s)(?:In|in|By|by|Under|under|Through|through)\s(?:(?:an?|the|another|his|her|its|their)\s)?(?:(?:recent|personal|private|further|long|later|subsequent|same)\s)?$"
)
_BEHIND = compiled(
    rf"(?:,?\s(?:to|about|concerning|regarding|on|in\sreply\sto|from)\s[^.;:,\n]{{2,60}}?)?,?\s(?:(?P<mine>{_OURS})|(?P<theirs>[Yy]ou)|(?P<by>{_ONE})){_APPOSED},?\s(?:(?:has|had|have)\s[a-z]+|{_ADVERBS}(?:{_SAYS}|[a-z]{{3,}}(?:ed|es)))\b(?:\s(?:to\s)?(?P<whom>me|us|you|him|her|them|(?!th(?:at|is)\s){_ONE})(?!\w))?"
)
"""``In a note of March 3 the Chinese Minister, Mr. Sze, informed the Department``"""
_ACTS = compiled(rf"(?:,?\s(?:to|about|concerning|regarding|on)\s[^.;:,\n]{{2,60}}?)?[,)]?\s{_ADVERBS}(?:{_SAYS})\b")
_RECEIVED = compiled(
    rf",?\s(?:(?:was|were|has\sbeen|have\sbeen|had\sbeen|just|recently|duly|also)\s){{0,3}}received\s(?:(?:here|today|yesterday|this\smorning|in\s[A-Z]\w+|on\s[^.;:,\n]{{2,20}}?)\s)?from\s(?P<by>{_ONE})(?!\w)"
)
"""``a cipher cable (No. 25348) was received from Comrade Shtykov``"""
_DATED = compiled(r"(?:,\s[^.;:,\n]{2,40})?,?\s(?:dated|under\sdate\sof|of)\s(?=(?:the\s)?\d|[A-Z][a-z]{2,8}\.?\s\d)")
_WE_RECEIVED = compiled(
    r"\b(?:I|[Ww]e)\s(?:have\s|had\s)?(?:just\s|also\s|today\s|recently\s|duly\s|now\s)?(?:received|got)(?:\s(?:today|yesterday|this\smorning))?\s(?:a\scopy\sof\s)?$|\b(?:I\sam|[Ww]e\sare)\s(?:also\s|now\s)?in\sreceipt\sof\s$"
)
_FROM_BEFORE = compiled(rf"\breceived\s(?:(?:to-?day|yesterday|also|this\smorning)\s)?from\s(?P<by>{_ONE}),?\s$")
"""``received from the Minister of War``, before "a note, dated the 9th\""""
_BRACKET = compiled(
    rf"(?<![\w’'.-])(?<!\d )(?P<by>{_ONE}){_APPOSED},?\s(?P<verb>{_ADVERBS}(?:{_SAYS})\s(?:(?:to\s)?(?P<whom>me|us|you)\s)?(?:on\s(?P<day>[^.;:,()\n]{{3,20}})\s)?)?\((?:see\s)?$"
)
"""``The Embassy in Cuba reports (``, before "telegram No. 318)\""""
_HE_RECEIVED = compiled(
    r"(?<![\w’'])(?:[Hh]e|[Ss]he|[Tt]hey|who|(?:Mr|Dr)\.\s[A-Z]\w+|(?:General|Comrade|Ambassador|Minister|Consul)\s[A-Z]\w+)\s(?:has|had|have)\s(?:\w+\s)?received\s$"
)
"""``Comrade Zakharov has received``, before "your telegram": it did not go to the writer."""
_GIVES: Final = r"(?:sent|addressed|handed|delivered|presented|gave|given|submitted|left|despatched|dispatched|wrote|written|lodged)"
_GIVING = compiled(
    rf"(?<![\w’'.-])(?<!\d )(?:(?P<mine>{_OURS})|(?P<by>{_ONE})){_APPOSED},?\s{_ADVERBS}{_GIVES}\s(?:(?:to\s|with\s)?(?P<whom>me|us|you|him|her|them|(?!th(?:at|is)\s){_ONE})\s)?(?:yesterday\s|today\s|to-day\s)?$"
)
"""``Kim Il Sung had sent``, ``the Ministry of Defense submitted``, before "a letter"."""
_GIVEN = compiled(
    rf"{_GIVES}\s(?:(?:to\s|with\s)?(?P<whom>me|us|you|him|her|them)\s)?(?:yesterday\s|today\s|to-day\s)?(?:an?|another)\s"
)
_GIVER = compiled(
    rf"(?<![\w’'.-])(?<!\d )(?:(?P<mine>{_OURS})|(?P<by>{_ONE})){_APPOSED},?\s{_ADVERBS}(?:(?:called|came|appeared|visited)\b[^.;:\n]{{0,60}}?\sand\s(?:then\s)?)?$"
)
"""Before ``handed me a note``: ``The Japanese Ambassador called to-day and``."""
_NEW = compiled(r"(?:an?|another)\s")
_TO_COME = compiled(
    r"\b(?:will|shall|should|would|may|might|can|could|must|not|never|to|if|unless|until|when|please|let)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_OPENED = compiled(
    rf"\b(?:[Oo]n|[Uu]nder\s(?:the\s)?date\sof)\s(?P<day>(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th|d)(?:\s(?:of\s)?{MONTH}|\s(?:instant|ultimo|inst\.|ult\.))?|\d{{1,2}}\s(?:of\s)?{MONTH}|{MONTH}\.?\s\d{{1,2}})(?:,?\s1[6-9]\d\d|\sof\sthis\syear)?),?\s(?:(?:the|I|we|he|our)\s)?$"
)
_TO_ONE = compiled(
    r"\b(?:to|wrote|writes|written|telegraphed|telegraphs|cabled|cables|wired|wires|handed|gave|sent|informed|informs|left\swith)\s(?:(?P<mine>me|us)|(?P<theirs>you))\b(?!\s(?:and|or)\b)"
)
_TELLS = compiled(r"\s(?:writes|wrote|written|telegraphs|telegraphed|cables|cabled|wires|wired|informs|informed)\b")
_BARE = compiled(
    r"(?:(?:[Tt]he|[Oo]ur|[Mm]y|[Hh]is|[Yy]our|[Tt]heir|[Ii]ts)\s)?(?:[a-z-]+|Ambassador|Minister|Secretary|Consul(?:[\s-]General)?|President|General|Commissioner|Envoy|Governor|Director|Chargé|(?:[A-Z]\w+\s)?[Gg]overnment|Embassy|Legation|Consulate|Committee|Government|Ministry|Council|Department)"
)
"""An office alone, which is no name: "the minister"."""
_WHOM: Final = {"me": "writer", "us": "writer", "you": "reader"}
_OWN: Final[dict[str, Whose]] = {"mine": "mine", "theirs": "theirs"}
_REACH: Final = 150


def completed(
    text: str, cited: Cited, start: int, end: int, context: str | None = None, order: dates.Order | None = None
) -> Cited:
    """The same paper with its writer, reader and day, as far as the clause around ``cited.words`` says them."""
    one = cited
    if one.whose == "theirs":
        received = _HE_RECEIVED.search(text, max(start, one.words[0] - 60), one.words[0])
        return replace(one, whom="another") if received else one
    if one.by is None and one.whose == "nobody" and text[one.words[0] - 1 : one.words[0]] == "(":
        return _bracketed(text, one, start, end, context, order)
    if one.by is None and one.whose in ("nobody", "named"):
        one = _led(text, one, start, end) or _given(text, one, start, context, order) or one
        if one.by is None and one.whose in ("nobody", "named"):
            one = _received(text, one, start, end, context, order)
    if one.whose == "named" and one.date is None and _TELLS.search(text, *one.words):
        one = _with_day(text, one, one.words[0], start, context, order)
    if one.whose in ("nobody", "named") and not one.whom and one.to is None:
        one = replace(one, whom=_reader(text, one, start))
    return one


def told_by(cited: Cited, named: Iterable[Cited]) -> Cited:
    """The same paper with the writer that another reading of its words names."""
    if cited.whose != "nobody" or cited.date is None:
        return cited
    for other in named:
        alike = other.date == cited.date and other.form in ("", cited.form) and other.number in ("", cited.number)
        if alike and cited.words[0] < other.words[1] and other.words[0] < cited.words[1]:
            return replace(cited, whose=other.whose, by=other.by, to=cited.to or other.to)
    return cited


def _led(text: str, one: Cited, start: int, end: int) -> Cited | None:
    """The subject before or behind "in a note of the 3d"."""
    first, last = one.words
    low = max(start, first - _REACH)
    lead = text[low:first]
    if lead.rstrip().endswith((" in", "In", " by", "By", " a", " an", " the", " his", " her", " its", " their", "nder", "hrough", " with")) or lead[-1:] == "(":  # fmt: skip
        behind = _BEHIND.match(text, last, end) if _LED.search(text, low, first) else None
        if behind is not None:
            return _with(text, one, behind, (first, behind.end("by") if behind["by"] else last))
    elif not text.startswith(("his ", "her ", "its ", "their "), first):
        return None
    before = _BEFORE.search(text, low, first + (_own_word(text, first)))
    if before is None:
        return None
    opens = _OPENS.search(text, low, before.start()) is not None
    own = before["own"] or _own_word(text, first)
    if not (own or before["verb"] or (opens and _ACTS.match(text, last, end))) or (
        (before["mine"] or before["theirs"]) and not before["verb"]
    ):
        return None
    return _with(text, one, before, (before.start(), last))


def _own_word(text: str, first: int) -> int:
    """How long "his " is, with which the words of a paper may begin."""
    return next((len(word) for word in ("his ", "her ", "its ", "their ") if text.startswith(word, first)), 0)


def _given(text: str, one: Cited, start: int, context: str | None, order: dates.Order | None) -> Cited | None:
    """Who gave it: ``Kim Il Sung had sent a letter``, ``I handed him a memorandum``."""
    first = one.words[0]
    low = max(start, first - _REACH)
    if _NEW.match(text, first):
        giver = _GIVING.search(text, low, first)
        whom = giver["whom"] if giver else None
    else:
        given = _GIVEN.match(text, first)
        giver = _GIVER.search(text, low, first) if given else None
        whom = given["whom"] if given else None
    if giver is None or (whom and one.to) or _TO_COME.search(text, max(start, giver.start() - 30), giver.start()):
        return None
    one = _with_day(text, one, giver.start(), start, context, order)
    return _with(text, one, giver, (giver.start(), one.words[1]), whom)


def _bracketed(text: str, one: Cited, start: int, end: int, context: str | None, order: dates.Order | None) -> Cited:
    """Whose telegram a bracket names: ``The Ambassador in Kabul (telegram No. 213) reports``."""
    before = _BRACKET.search(text, max(start, one.words[0] - _REACH), one.words[0])
    known = one.form or text.startswith(("spec", "Spec"), one.words[0])
    if before is None or not known or not (before["verb"] or _ACTS.match(text, one.words[1], end)):
        return one
    if one.date is None and before["day"]:
        day = Tail(text, before.start("day"), before.end("day"), context, order, number_first=False)
        one = replace(one, date=day.date(0))
    return _with(text, one, before, (before.start(), one.words[1])) or one


def _received(text: str, one: Cited, start: int, end: int, context: str | None, order: dates.Order | None) -> Cited:
    """From whom it came: ``a cable was received from Comrade Berg``."""
    match = _RECEIVED.match(text, one.words[1], end)
    if match is None:
        before = _FROM_BEFORE.search(text, max(start, one.words[0] - _REACH), one.words[0])
        return (before and _with(text, one, before, (before.start("by"), one.words[1]))) or one
    if one.date is None and (dated := _DATED.match(text, match.end(), end)):
        tail = Tail(text, dated.end(), end, context, order, number_first=False)
        one = replace(one, date=tail.date(0), words=(one.words[0], max(one.words[1], tail.end)))
    one = _with_day(text, one, one.words[0], start, context, order)
    return _with(text, one, match, (one.words[0], match.end("by"))) or one


def _with_day(text: str, one: Cited, place: int, start: int, context: str | None, order: dates.Order | None) -> Cited:
    """The day with which the clause begins, if the paper's own words have none."""
    opened = _OPENED.search(text, max(start, place - 50), place) if one.date is None else None
    if opened is None:
        return one
    day: Dated | None = Tail(text, opened.start("day"), place, context, order, number_first=False).date(0)
    return replace(one, date=day)


def _with(text: str, one: Cited, match: re.Match[str], words: tuple[int, int], whom: str | None = None) -> Cited | None:
    """The paper as that of the party which ``match`` names."""
    groups = match.groupdict()
    whom = whom or groups.get("whom") or ""
    reader = _WHOM.get(whom, "another" if whom else "")
    for key, whose in _OWN.items():
        if groups.get(key):
            rule = "my-paper" if whose == "mine" else "your-paper"
            known = reader or ("" if one.to else "another")
            return replace(one, whose=whose, rule=rule, whom=known)
    by = match.span("by")
    if groups.get("title"):
        by = (by[0], text.index(",", match.end("title"), match.end()))
    whose, named = writer_of(text, by)
    if whose == "nobody" or (whose == "named" and by == match.span("by") and _BARE.fullmatch(text, *by)):
        return None
    if whose in ("department", "post"):
        return replace(one, whose=whose, rule="office-paper", whom=reader)
    return replace(one, whose="named", by=named, words=(min(words[0], one.words[0]), max(words[1], one.words[1], by[1] if by[0] > one.words[0] else 0)), whom=reader)  # fmt: skip


def _reader(text: str, one: Cited, start: int) -> str:
    """Who read it: the writer or the reader of the text, if the words say "to me" or "I received"."""
    if match := _TO_ONE.search(text, *one.words):
        return "writer" if match["mine"] else "reader"
    if one.by is None:
        return ""
    received = _WE_RECEIVED.search(text, max(start, one.words[0] - 50), one.words[0])
    return "writer" if received is not None else ""
