"""Numbers a paper bears, each with its kind and as written: ``CIPHERED TELEGRAM No. 3777``, ``vkh. No. 20757``.

Numbers are strings: ``007`` and ``76.064`` stay what they are. What a paper says of other papers' numbers ("To No.
1726", "Your No. 1353") is a citation, not a number of its own.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import number_rows, stamps
from cablegraph.patterns import compiled
from cablegraph.record import SourceText

Kind = Literal["number", "register", "incoming", "outgoing", "special", "internal", "protocol", "file"]
Stretch = tuple[int, int]


class Number(NamedTuple):
    """A number in a line: its kind, the number as written, its words with the label, and the number's own offsets."""

    kind: Kind
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


_FORM: Final = (
    r"(?:(?:top\s|priority\s|urgent\s|joint\s|ciphered\s|coded\s|encoded\s|code\s|cipher\s|circular\s|special\s)*"
    r"(?:tele?gram|cable|cablegram|ciphergram|cryptogram|szyfrogram|despatch|dispatch|instruction|circular|letter|note|order"
    r"|decision|decree|resolution|message|airgram|airmail|telegrama?|(?:шифр)?телеграмма|nota)"
    r"(?:\s(?:in\s)?(?:cipher|code))?,?\s*)"
)
_LABELS: Final[tuple[tuple[str, str], ...]] = (
    ("incoming", r"entrada|arrivée|eingang|posteingang|intrare|vkh(?:od\w*)?\.?|in(?:c(?:om(?:ing)?)?)?\.|incoming|ingoing|entry(?:\sreg(?:ist(?:er|ry))?\.?)?|received\sunder|вх(?:од\w*)?\.?"),
    ("outgoing", r"salida|saída|sortie|ausgang|postausgang|ieșire|ishkh\.?|iskh(?:od\w*)?\.?|outgoing|outg\.?|out\.?(?=\s(?:No|№))|исх(?:од\w*)?\.?"),
    ("special", r"spec(?:ial)?\.?(?:\s(?:issue|series))?|спец\.?"),
    ("internal", r"int(?:ernal)?\.?|внутр\.?|(?:cipher|cypher|code|coding|communications?|telegraph)\s(?:office|section|branch|bureau|division|room|unit|cent(?:re|er))"),
    ("register", r"reg(?:ist(?:er(?:ed)?|ry|ration))?\.?(?:\sunder)?|journal|diary|tgb\.?|рег\.?|шифр"),
    ("protocol", r"(?:politburo\s)?(?:protocol|prot\.|minutes)(?:\s(?:of|from)(?:\sthe)?\s(?:session|meeting|sitting))?|протокол"),
    ("other", r"cop(?:y|ies)|ex(?:emplar|\.)?|экз\.?|point|item|folder|page|list|document|doc\.?|annex|appendix|enclosure|attachment|supplement|session|inv(?:entory)?\.?"
              r"|dep(?:artmen)?t\.?|group|series|file|box|house|room|street|division|point|article|decree\sof|tel(?:ephone)?\.?\s(?:call)?"),
    ("cited", r"(?:ref(?:erence)?|re)\b[.:]{0,2}\s(?:tels?\.?|telegrams?|cables?|despatch|dispatch|letter|airgram|note)|(?:(?:to|re\.?:?|on|with)\s)?(?:my|yours?|our)(?:\s[a-z]{2,15}){0,2}|to|ref(?:erence)?\.?:?|re\.?:?|in\s(?:reply|addition|answer)\sto(?:\s\w+)?"
              r"|supplement(?:ing|ary)?(?:\sto)?|see|for|of|with|на"),
    ("number", _FORM),
)  # fmt: skip
_MARK: Final = (
    r"(?:\[?No\.?\]\s?|No?s?|Nr|Num(?:ber)?|N[º°o]|nr|no)(?:\.?\s:|[.:]{1,2}|(?=[\s\d]))(?:(?<=:)\s{2,10}|\s?)|[№#]\s?"
)
OF_SECRECY: Final = (
    r"(?:/\s?(?:str(?:ogo)?\.\s?(?:pov|taj|sekr)|pov|taj|sekr|rez|conf)\b\.?|\s(?:Conf|Rez|Pov|Taj|Sekr)\.)"
)
"""``507/str. pov.``, ``58/3 Conf.``: a registry's letters for secret papers, which belong to the number."""
_VALUE: Final = (
    r"(?:(?:[A-ZА-Я]{1,3}[-/.]?|[PП] |(?-i:[A-Z])\.? (?=\d{2,}(?:/|\s{3}|\W*$)))?\d[\w½]*(?:\(\d{1,4}\)(?=[/-]))?(?:[./–-](?!(?:str|pov|taj|sekr|rez|conf)\b)\w+)*(?:\s?\((?:\d+|[a-z])\))?"
    rf"{OF_SECRECY}?|(?-i:[A-Z]{{1,4}}(?:[/-][A-Z]{{1,4}})?) \d{{1,6}}/\d{{2,4}}(?![\w/.-])|[A-Z]{{1,6}}(?:[/-][A-Z]{{1,5}}){{1,4}}[/-]\d[\d/-]*)"
)
_NUMBER = compiled(
    r"(?<![\w/])(?:(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS) + r")\s*)?"
    rf"(?P<mark>{_MARK})(?P<value>{_VALUE})(?![\w/])(?! Downing| [A-Z][a-z]+ (?:Street|Square|Gate|Avenue)\b)",
    re.IGNORECASE,
)
_BARE = compiled(
    r"(?<![\w/.-])(?:(?P<protocol>(?:[PП] ?|St-?|Ст-?)\d{1,3}/(?:\(?\d{1,4}(?:gs|гс|[a-zа-я]\b)?\)?|[IVXL]{1,7}\b)(?:-\w+)?)|(?P<register>\d+(?:/\d+)*/?(?:shs?|шс?)|(?!\d{1,2}/\d{1,2}/(?:1[5-9]|20)?\d\d\b|(?:1[5-9]|20)\d\d/(?:0?[1-9]|1[0-2])/(?:[0-2]?[1-9]|[1-3][01]|20)\b)\d+/\d+/\w+)"
    r"|(?P<internal>\d+/[IVX]{1,4}(?![-. ]\d{2,4}\b)))(?![\w/])"
)
# A quick look first: a figure, and what may be a number's mark.
_MARKED = compiled(r"[Nn№#](?:(?<=[№#])|(?:[Oo]?[Ss]?|[Rr]|[Uu][Mm](?:[Bb][Ee][Rr])?|[º°])[.:\s\d])")
_DIGIT = compiled(r"\d")
_ROMAN_AT_END = compiled(r"/[IVXL]+$")
_CIPHER_SECTION = compiled(r"/(?:shs?|sv|шс?|св)$", re.IGNORECASE)


_BEFORE_WEEKDAY = compiled(
    r"(?P<value>\d{1,4}) ?[–—-] ?(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""``203 – THURSDAY – 18hs00 –``: so Brazilian telegrams begin."""


def in_line(text: str, start: int, end: int) -> Iterator[Number]:
    """Numbers in one line; an unlabelled "No." is the paper's ``number`` unless its shape says otherwise."""
    if not _DIGIT.search(text, start, end):
        return
    taken = start
    if counted := _BEFORE_WEEKDAY.match(text, start, end):
        yield Number("number", counted["value"], *counted.span("value"), *counted.span("value"))
        return
    marked = _MARKED.search(text, start, end)
    for match in _NUMBER.finditer(text, start, end) if marked else ():
        label = next((name for name, _ in _LABELS if match[name]), "")
        if text[match.start() - 1 : match.start()] == "(" and text.count("(No", start, end) > 1:
            continue  # "Canada (No. 1142), Australia (No. 988)": the counts of several posts
        if label in ("other", "cited") or _REPEATED.search(text, start, match.start("mark")):
            continue
        first, last = match.span("value")
        kind = label or _by_shape(match["value"])
        yield Number(kind, match["value"], match.start(), match.end(), first, last)  # type: ignore[arg-type]
        taken = match.end()
    for bare in _BARE.finditer(text, start, end):
        if bare.start() >= taken or not marked or not _NUMBER.search(text, start, end):
            yield Number(bare.lastgroup, bare[0], bare.start(), bare.end(), bare.start(), bare.end())  # type: ignore[arg-type]


_REPEATED = compiled(
    r"(?i)\b(?:repeat(?:ed)?|rptd)\b(?:\.?\s(?:to\s)?|:\s?)[^.;:]*(?:\bNos?\.\s?\d+[^.;:]*;?[^.;:]*)*$"
)
"""``Repeated to Lima as number 14``: what a telegram is in the count of the post that gets it besides."""
_OF_YEAR = compiled(r"\d{1,4}/\d{1,4}/(?:19)?[4-9]\d")
"""``14/3/52``: a legation's count, and its year."""
_LETTERED = compiled(r"[/-][A-ZА-Я]{1,4}[/-]")
"""``203/NG/72``, ``25-S-793``: an office's number with the letters of its desk."""


def _by_shape(value: str) -> Kind:
    """``72/III`` is an office's own count, ``600428/sh`` the cipher section's, ``81102/4/7001`` an outgoing series."""
    if re.match(r"(?:[PП] ?|St-?|Ст-?)\d+/(?:\(?\d|[IVXL]+$)", value):
        return "protocol"
    if _ROMAN_AT_END.search(value):
        return "internal"
    if _CIPHER_SECTION.search(value):
        return "register"
    if _OF_YEAR.fullmatch(value):
        return "number"
    lettered = _LETTERED.search(value) or re.match(r"[A-ZА-Я]{1,3}/", value)
    return "outgoing" if value.count("/") > 1 and not lettered else "number"


_RULES: Final = {
    kind: (f"{kind}-number" if kind != "number" else "number", certainty)
    for kind, certainty in (
        ("number", "0.99"), ("register", "0.95"), ("incoming", "0.97"), ("outgoing", "0.95"), ("special", "0.97"),
        ("internal", "0.9"), ("protocol", "0.97"), ("file", "0.97"),
    )
}  # fmt: skip
_FRUS_HEAD = compiled(
    r"\s*\[?(?P<mark>(?:Telegram\s|Despatch\s)?No\.\s?)(?P<value>(?:\d{1,3}(?:,\d{3})+|\d+)[A-Za-z½]?)\.?\s?\]?\.?\s*(?=\n|$)"
)
_FRUS_TEXT = compiled(r"\s*\[?(?P<value>\d{1,5}[A-Za-z½]?|[A-Z]{1,2}[–-]\d{2,4})(?:\.|\.?\]\.?)(?=\s+\S)")
_FRUS_OPEN = compiled(
    r"\s*\[?No\.\s?(?P<value>(?:\d{1,3}(?:,\d{3})+|\d+)[A-Za-z½]?)\.?\s?\]\.?(?=\s+\S)|No\. (?P<stroke>\d{1,5}/\d{1,4}|\d{2,5})\. (?=[A-Z])"
)
"""``No. 880.] Sir: Despatches …``"""
_WEEKDAY_TEXT = compiled(
    r"(?m)^\s*(?P<value>\d{1,5})\s?[–—-]\s?(?=(?i:(?:sun|mon|tues|wednes|thurs|fri|satur)day|\d{1,2}[:.h]\d{2} ?h(?:ou)?rs?|\d{1,2}h\d{2})\b)"
)
"""``385 – Monday – 2:30 p.m. – Referring to …``, ``612 - 14:20 hours - …``: so the Brazilian service numbered its telegrams."""
_REGISTER_ROW = compiled(r"\(?(?P<value>\d{2,7}(?:/[\w-]+){0,3}/(?:19)\d{2})\)?\.?")
"""``001871/1969`` alone on a line: the count of an office's register."""
_DESK_ROW = compiled(r"(?P<value>\d{2,7}/[A-ZÁÉÍÓÖŐÚÜŰ][A-Za-z.]{1,7}[-/](?:19)?\d{2,4})\.?")
"""``00145/Biz.-1961`` alone on a line: a paper's number with the letters of its desk and the year."""
_FROM_POST = compiled(
    r"(?:From|FROM|Из|Z) [^\W\d_][\w -]{2,30}?\s+(?:No\.?|№|Nr\.?) ?(?P<value>\d{2,7}),?\s+(?=[Rr]eceived|RECEIVED|[Пп]олучен)"
)
"""``From Rangoon No. 1893 Received 9.III.1949``: the number under which it came in."""
_FROM_POST_ROW = compiled(r"[Ff]rom [A-Z][\w -]{2,30}? No\. ?(?P<value>\d{2,7})\n\s*(?=[Rr]eceived)")
"""The same on two lines."""
_NEXT: Final = 20
"""Characters behind a line in which ``Received`` may begin the next."""
_BOTH_WAYS = compiled(
    r"(?i:nos?\.?)\s?:?\s?(?P<number>\d[\d./-]*) \((?:sent|dispatched|despatched)\b[^()]*\),? (?P<incoming>\d[\d./-]*) \((?:received|rec[’']d|arrived)\b[^()]*\)"
)
"""``No.: 341 (sent), 51.008 (received at the Secretariat)``"""
_BEFORE_GRADE = compiled(
    r"(?P<value>\d{2,7}/(?:[A-ZÁÉÍÓÖŐÚÜŰ]\w{0,6}[.-]?/?)?(?:19)?\d{2,4})\.?\s+(?=(?i:(?:top |strictly )?(?:secret|confidential))\b)"
)
"""``009/Vp/1986 Secret! Vienna, 9 July 1986``: a paper's number before its grade."""
_NOT_OURS = compiled(
    r"\[(?i:translat|editor|handwritten|note by the|resolution|minute in|in the margin|margin|by hand|in (?:pencil|ink)|note on the)"
    r"|telegrams Nos\b"
)
"""Words of a translator, who may speak of numbers; several telegrams are never the paper."""
_COPY_ROW = compiled(
    r"(?:[^\d\n]{0,20}\b\w{1,5} copies(?: (?:made|printed|typed))?[:.]? )?(?:No|№)\.? ?\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:\s?[–—-]\s+|(?:\s?[–—-])? (?:to|for) (?:the )?)[^\W\d_]"
)
"""``No. 1 – Comrade STALIN``, ``No. 1 to the addressee``, ``Printed in 2 copies: No. 1 – Com. Stalin``: the copies of a telegram."""
_AIRGRAM = compiled(r"(?:(?:No\.?|NO\.?)\s?:?\s?)?(?P<value>(?:CA|CG|A)-\d{1,5})(?=\s{2,}|\t|$)")
"""``A-704`` at the head of an airgram."""
_POST_AND_COUNT = compiled(r"(?:NUMBER|Number|NO\.?|No\.?):\s+(?P<value>[A-Z]{2,5} \d{1,5})")
"""``NUMBER: JAR 71``: a mission's letters and its count."""
_OWN_TEXT = compiled(r"\s*(?:Tel|TEL|Telegram|TELEGRAM|Cable)\.? ?(?:(?:No|NO|Nr)\. ?)?(?P<value>\d{1,5})\.(?=\s)")
"""``Tel. 388. Your 2011``: under a ministry's count of what came in, the text begins with the telegram's own number."""
_CAME = compiled(r"(?i)incoming (?:\w+ )?(?:telegram|cable|message)")
_DATE_ROW = compiled(r"\d{1,2}[./ ](?:\w+)[./ ]\d{2,4}|\w+ \d{1,2}, \d{4}|\d{4}年")


def extract(
    source: SourceText,
    *,
    title: Stretch | None = None,
    header: Iterable[Stretch] = (),
    closing: Iterable[Stretch] = (),
    text: Iterable[Stretch] = (),
    notes: Iterable[Stretch] = (),
    own_below: bool = False,
) -> dict[str, tuple[Passage, ...]]:
    """Fields ``number``, ``register_number`` … of one message.

    ``title`` is its title, ``header`` and ``closing`` its lines before and after the text (signature included),
    ``text`` the text proper (FRUS begins it with the number), ``notes`` other lines that bear a number ("No. 416.]").
    ``own_below``: where no line above gives a number, one below the signature is the paper's own, as in letters.
    """
    found: dict[str, list[Passage]] = {}
    header = list(header)
    for start, end in (title,) if title else ():
        for number in in_line(source.text, start, end):
            _add(source, found, number)
    closing = list(closing)
    for start, end in (*header, *notes):
        if source.family != "frus" and (row := number_rows.read(source.text, start, end)):
            kind, first, last = row
            shelved = kind == "number" and source.text[first] == "0" and source.text.count(source.text[first:last]) > 1
            kind = "register" if shelved else kind  # the archive's reference ends with it: a registry's
            _add(source, found, Number(kind, source.text[first:last], start, last, first, last))
            continue
        if match := _FRUS_HEAD.fullmatch(source.text, start, end):
            first, last = match.span("value")
            _add(source, found, Number("number", match["value"], match.start("mark"), last, first, last))
            continue
        if source.family == "frus" and (match := _FRUS_OPEN.match(source.text, start, end)) and match["value"]:
            _add(source, found, Number("number", match["value"], start, match.end("value"), *match.span("value")))
            continue
        if match := _AIRGRAM.match(source.text, start, end):
            _add(source, found, Number("number", match["value"], start, match.end(), *match.span("value")))
            continue
        if match := _BEFORE_GRADE.match(source.text, start, end):
            _add(source, found, Number("number", match["value"], start, match.end("value"), *match.span("value")))
            continue
        if match := _BOTH_WAYS.search(source.text, start, end):
            for kind in ("number", "incoming"):
                first, last = match.span(kind)
                _add(source, found, Number(kind, match[kind], match.start(), match.end(), first, last))
            continue
        if stamps.is_stamp(source.text, start, end):
            for number in _in_stamp(source.text, start, end):
                _add(source, found, number)
            continue
        if match := _FROM_POST.search(source.text, start, end) or _FROM_POST_ROW.match(source.text, start, end + _NEXT):
            _add(source, found, Number("incoming", match["value"], match.start(), match.end(), *match.span("value")))
            continue
        if match := (
            _DESK_ROW.fullmatch(source.text, start, end) or _POST_AND_COUNT.fullmatch(source.text, start, end)
        ):
            _add(source, found, Number("number", match["value"], start, end, *match.span("value")))
            continue
        if _NOT_OURS.match(source.text, start, end):
            continue
        if match := _REGISTER_ROW.fullmatch(source.text, start, end):
            _add(source, found, Number("register", match["value"], start, end, *match.span("value")))
            continue
        for number in in_line(source.text, start, end):
            _add(source, found, number)
    _filed(source, found)
    for stretch in list(text)[:1]:
        first = stretch[0]
        own_text = _OWN_TEXT.match(source.text, *stretch) if source.family != "frus" else None
        if own_text and any(_CAME.match(source.text, *span) for span in header):
            for old in found.pop("number", []):
                _add(source, found, Number("incoming", old.text, *old.spans[0], *old.spans[0]))
            _add(source, found, Number("number", own_text["value"], *own_text.span("value"), *own_text.span("value")))
        match = (
            _FRUS_TEXT.match(source.text, *stretch) or _FRUS_OPEN.match(source.text, *stretch)
            if source.family == "frus"
            else _WEEKDAY_TEXT.search(source.text, first, min(first + 300, stretch[1]))
        )
        if match and "number" not in found and not _first_of_points(source.text, match, stretch[1]):
            first, last = match.span(match.lastgroup or "value")
            _add(source, found, Number("number", source.text[first:last], first, last, first, last))
    own = own_below and "number" not in found
    whole = source.family != "bulletin"
    came = any(_CAME_FROM.match(source.text, *span) for span in header)
    bare = "number" not in found
    for number in _after_signature(source.text, closing, own=own, bare=bare, whole=whole, came=came):
        _add(source, found, number)
    return {name: tuple(passages) for name, passages in found.items()}


_SECOND = compiled(r"\n[ \t]*2\. [A-Z]")


def _first_of_points(text: str, match: re.Match[str], end: int) -> bool:
    """``1. Ask all to leave.`` before ``2. Report daily``: the first point of several, and no telegram's number."""
    return text[slice(*match.span(match.lastgroup or "value"))] == "1" and bool(_SECOND.search(text, match.end(), end))


_WIRED = compiled(r"(?i:telegram|cable|cipher(?:ed)? (?:telegram|cable)|depeša|brzojav|telegrama)\b")
_BOOKED = compiled(r"(?i:confidential|secret|restricted|pov(?:jerljivo|erljivo)?\.?|taj(?:no)?\.?),? $")


def _booked(text: str, start: int) -> bool:
    """``Strictly confidential No. 388`` over ``Telegram No. 1042``: the office's book of secret papers counts too."""
    return _BOOKED.search(text, max(0, start - 30), start) is not None


def _filed(source: SourceText, found: dict[str, list[Passage]]) -> None:
    """``REF: 39/12/1`` over ``NO. 184`` is the file in which the paper lies, and no number of its own."""

    def led(one: Passage, word: str) -> bool:
        return source.text[one.spans[0].start :][: len(word)].upper() == word

    numbers = found.get("number", ())
    own = [one for one in numbers if _WIRED.match(source.text, one.spans[0].start)]
    if own and (booked := [one for one in numbers if one not in own and _booked(source.text, one.spans[0].start)]):
        numbers = found["number"] = [one for one in numbers if one not in booked]
        by = Rule(f"{source.family}.register-number", certainty="0.95")
        found.setdefault("register_number", []).extend(source.cite(one.spans, by, one.text) for one in booked)
    filed = [one for one in numbers if led(one, "REF")]
    if filed and any(led(one, "NO") for one in numbers):
        found["number"] = [one for one in numbers if one not in filed]
        by = Rule(f"{source.family}.file-number", certainty="0.97")
        found.setdefault("file_number", []).extend(source.cite(one.spans, by, one.text) for one in filed)


def _in_stamp(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers of an office's stamp: a bare one is its count of what came in."""
    marked = list(in_line(text, start, end))
    yield from (one._replace(kind="incoming" if one.kind == "number" else one.kind) for one in marked)
    if not marked and (bare := stamps.count(text, start, end)):
        yield Number("incoming", text[slice(*bare)], *bare, *bare)


_OF_CIPHERS = compiled(r"\d{1,2}/\d{4,5}")
"""``4/2077`` below a telegram: the count of a cipher office, its section before the stroke."""


_CAME_FROM = compiled(r"(?i)from [^\W\d_][^\n]{2,60}?\b(?:received|rec[’']?d)\b")
"""``From BEIJING Received 13 hours 50 minutes 13.8.1951``"""
_BESIDE_NAME = compiled(r"\s{2,}[^\W\d_a-z]")
"""``31.X.49.   No. 531   S H T Y K O V``"""


def _after_signature(
    text: str, closing: Iterable[Stretch], *, own: bool, bare: bool, whole: bool, came: bool
) -> Iterator[Number]:
    """A bare "No. 635177" below the date was the register's; one right below the name is the sender's own.

    ``bare``: no line above gives a number, so one in the line of the name itself is the paper's; and so is one alone
    below it where the ``whole`` sheet is given, and not, as in bulletins, a part of what offices put on it. ``came``: the
    head says that the telegram came in, so a plain number is its sender's also below the day.
    """
    dated = False
    for start, end in closing:
        if stamps.is_stamp(text, start, end):
            yield from _in_stamp(text, start, end)
            continue
        if row := number_rows.read(text, start, end):
            kind, first, last = row
            yield Number(kind, text[first:last], start, last, first, last)
            continue
        if _NOT_OURS.match(text, start, end) or _COPY_ROW.match(text, start, end):
            continue
        for number in in_line(text, start, end):
            if number.kind == "number" and not own and not _LETTERED.search(number.value):
                of_register = (dated and not came) or _OF_CIPHERS.fullmatch(number.value)
                alone = whole and number.start == start and not text[number.end : end].strip(" .")
                if of_register or not (bare and (alone or _BESIDE_NAME.search(text, number.end, end))):
                    number = number._replace(kind="register" if of_register else "outgoing")
            yield number
        dated = dated or bool(_DATE_ROW.search(text, start, end))


def _add(source: SourceText, found: dict[str, list[Passage]], number: Number) -> None:
    name, certainty = _RULES[number.kind]
    field = "number" if number.kind == "number" else f"{number.kind}_number"
    rule = Rule(f"{source.family}.{name}", certainty=certainty)
    found.setdefault(field, []).append(source.cite((number.start, number.end), rule, number.value))
