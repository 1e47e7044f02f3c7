"""What follows a word such as "telegram": ``No. 204 of 2 September``, ``831 June 25``, ``of yesterday``, ``2180 and 2181``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from cablegraph import dates
from cablegraph.extraction.citing_days import (
    DAY_OF_MONTH,
    MONTH_WORD,
    RELATIVE,
    before,
    both_styles,
    days_ago,
    in_figures,
    names_a_paper,
)
from cablegraph.patterns import compiled


class Dated(NamedTuple):
    """The date a citation gives: EDTF and basis."""

    edtf: str
    basis: str


_NUMBER = compiled(
    r"(?P<mark>(?:telegrams?\s|[Ss]pec\.\s|[Ss]pecial\s|[Rr]ef(?:erence)?\.?\s(?=No|\d))?(?:(?<=[Rr]ef\.\s)|(?<=[Rr]ef\s)|(?<=[Rr]eference\s)|Nos?[.:]?|№|[Nn][º°]\.?|N[rR]s?\.?|nos?\.|nos?(?=\s\d)|NOS?[.:]?|nr\.|#|[Nn]umbers?|NUMBERS?)\s?(?P<series>[A-Z]{1,4}(?:[./-]|\.\s)(?=\d))?)?(?P<value>(?(mark)\d{1,2},\d{3}(?!\w|,\d)|(?!))|\d{1,2}\.\d{3}(?!\d|\.\d)|(?(mark)\d{3}\.\d{3}(?!\d|\.\d)|(?!))|(?:A|CA|CG|CW|D|G|R|X)[-–]\d{1,5}|[A-Z]{1,3}[-–]\d{1,4}(?=,\s[A-Z][a-z]{2,8}\s\d)|[A-Z]{1,4}/\d\w*(?:/\w+)+|\d{1,6}(?:[/-][\dA-Za-z]+)*[A-Za-z]?)(?![\w½]|,\d|\.\d(?!\d?(?:\n|$|\s[A-Z])))"
)
_MORE = compiled(
    r"(?:\s?,\s?|,?\s(?:and|AND|&)\s)(?:(?:N[oO]s?\.?|no\.|Nr\.|№|#)\s?)?(?P<value>\d{1,2},\d{3}(?=[.;:)]|,?\s(?:of|dated|and)\b|\s*$)|\d{3}\.\d{3}(?!\d|\.\d)|\d{1,6}(?:/\d{1,4})*[A-Za-z]?)(?!\w|[.,/]\d|\s(?:a|p)\.?\s?m\b)"
)
_MEANT = compiled(r"\s?\[(?:(?P<value>\d{1,5})|\d{1,5}\?)\]")
"""``my 2379 [2369]``: the editors put the number right; where they doubt, it stays as it was written."""
_MEANT_DAY = compiled(r"\s?\[(?P<day>\d{1,2}(?:st|nd|rd|th|d))\]")
"""``Your 30th [29th].``"""
_BEFORE_DAY = compiled(
    r"(?:\d{3,5},|\d{1,5}(?:,?\s(?:of|dated)(?:\sthe)?(?=\s[A-Z])|(?=[ ][A-Z][a-z]+[ ]\d(?:[.,;)](?:\s|$)|\s(?!noon|midnight)[a-z]))))\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th|d)?\b(?!\d|,?\s\d{4}|\s?[ap]\.?\s?m\b)"
    r"|\d{1,5},?\s(?:of|dated)\s(?:the\s)?(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s)?\d{1,2}(?:st|nd|rd|th|d)?\b(?!\d)(?:,?\s\d{4}\b|\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
"""``telegram 1577, July 18``, ``telegram 12 of May 2``, ``telegram 12 May 2``: no year stands before its month, and no day."""
_LOST_COMMA = compiled(
    r"\.\s(?=[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?\s?m\b|noon\b|midnight\b))"
)
_FIRST_OF_RANGE = compiled(r"\d{1,5}(?![\w/])")
_RANGE = compiled(r"\s?(?:to|through|[–-])\s?(?:(?:No\.?|№)\s?)?(?P<value>\d{1,5})(?![\w.]\w|/)")
_MANY = compiled(r"(?:N[oO][sS]|nos|N[rR]s|[Nn]umbers|NUMBERS|(?:numbered|numbers|Nos\.?)\sfrom)\b")
"""``Nos. 119 and 120``: more than one number is to come, whatever stands behind them."""
_JOIN = compiled(
    r"[\s\u00a0]*,?[\s\u00a0]*(?:\((?=[A-Z\d]|no\.\s?\d))?(?:(?:to\s(?:me|you|us|him|the\sDepartment|Department|Dept|the\sLegation|the\sEmbassy),?(?=\s(?:of|dated|No|\d|[A-Z][a-z]{2,8}\.?\s\d))|(?:sent|written|d[ei]spatched|telegraphed|cabled|wired|mailed|posted|forwarded|transmitted|delivered|issued|signed)(?:\sto\s(?:me|us|you|him))?\son(?=\s(?:the\s\d|\d|(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)))|sent|dated\s(?:at\s)?(?-i:(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)[A-Z][a-z]{2,}(?:\s(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)[A-Z][a-z]+)?),?(?=\s(?:(?-i:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\.?\s\d|\d{1,2}(?:st|nd|rd|th|d)\b))|dated|from\s(?-i:[A-Z][a-z]+),?(?=\sdated\s)|en\sdate\sdu|dd\.|d/d|and(?=\s(?:dated|bearing\sdate)\s)|respectively,?(?:\s(?:both|all)(?=\s(?:of|dated)\s))?|(?:both|all)(?=\s(?:of|dated)\s(?:the\s\d|[A-Z][a-z]+\s\d|\d))|thereto|of\slast\syear,?|of|from|under\sdate\sof|under|the|date|du|vom|bearing|marked|numbered|(?:the\s)?(?:(?:early|late)\s)?(?:evening|night|afternoon|morning)\sof(?=\s(?:the\s\d|\d|(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec))))[\s\u00a0]+|on[\s\u00a0]+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b))*(?:\[(?=\d{1,2}(?:st|nd|rd|th|d)\]))?",
    re.IGNORECASE,
)
_OF_THE_SAME = compiled(r"\b(?:of|dated|date|bearing|under)(?:\sthe)?\s$")
"""``telegram of the same day``; ``I acknowledged your telegram the same day`` tells when it was acknowledged."""
_HOUR = compiled(
    r"[\s\u00a0]*(?:[,—–-]|at)?[\s\u00a0]*(?:\d{1,2}(?:[.:]\d\d)?(?:\s?\[\d{1,2}(?:\.\d\d)?\??\])?\s?(?:[ap]\.?\s?m\.?(?!\w)|noon|midnight)|noon\b|midnight\b|\d{4}\s?(?:hours|hrs))",
    re.IGNORECASE,
)
_GONE = compiled(
    r"\s(?:last|current|past)(?=[.,;:)]|$|\s(?!week|month|year|night|evening|spring|summer|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
"""``of the 3d of May last, No. 24``"""
_REGISTERED = compiled(
    r",?\s\(?(?:(?:[Oo]ur|[Yy]our|[Ii]ts|[Tt]heir|[Hh]is)\s)?(?:Journal|Register|Registry|Diary|File|Foreign\sOffice|F\.\s?O\.|[Rr]ef(?:erence)?\.?)\s(?=(?:No|Nr)\.|№|N[º°])|\s\(Az\.:?\s(?=\d)"
)
"""``of 2 December 1960, Journal No. 311/60``, ``of the 3d instant, Foreign Office No. 4117``"""
_SAME_MONTH = compiled(
    r"(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th|d)?(?P<month>,?\s(?:of\s)?(?:the\ssame|that)\smonth)\b"
)
"""``No. 39, of August 4, and 42, of the 21st of the same month``"""
_NEXT_DATE = compiled(r"[\s\u00a0]*(?:,?\sand|,|;)[\s\u00a0]+(?:of\s|the\s)*")
_ANOTHER_DAY = compiled(
    r"[A-Z][a-z]+\.?\s\d|\d{1,2}\s[A-Z]|\d{1,2}(?:st|nd|rd|th|d)\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|ultimo|instant)\b"
)
_LAST_MONTH = compiled(
    r"last\s(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)(?!\s\d)\b"
)
"""``my annual report of last December``"""
_COUNTED = compiled(
    rf"[\s\u00a0](?!(?:\d{{1,2}}(?:st|nd|rd|th|d)?\s(?:of\s)?{MONTH_WORD}\b)|(?:bearing|under|written|d[ei]spatched|signed|addressed|came|gives?|gave|says?|said|asks?|asked|reached|arrived|until|before|after|since|of|and|for|to|from|via|regarding|concerning|re|about|on|in|is|was|were|are|be|been|has|had|would|should|could|can|might|must|did|does|do|now|then|here|today|yesterday|still|already|only|have|dated|received|repeated|last|which|with|we|I|you|he|it|the|that|not|sent|reporting|asking|requesting|stating|relative|relating|also|as|by|through|saying|suggesting|recommending|please|shall|will|may|but|or|if|at|this|these|my|your|our|paragraph|section|point|par|final|first|second|third|being|containing|crossed|transmitted|according|see)\b|[A-Z(\[\"“])\w"
)
_CLOSING = compiled(r",?[)\]]")
_ORDINAL = r"(?:st|nd|rd|th|d)?"
_DAYS = compiled(
    rf"(?P<days>(?:\d{{1,2}}{_ORDINAL}(?:,?\s(?:and|&)\s|,\s)(?:(?:of\s)?the\s)?){{1,5}})(?=\d{{1,2}}{_ORDINAL}\s(?:of\s)?(?P<month>[A-Z][a-z]+))"
)
_DAYS_MORE = compiled(
    rf"(?:,\s\d{{1,2}}{_ORDINAL})*,?\s(?:and|&)\s\d{{1,2}}{_ORDINAL}(?=[.,;:)]|\s*$|\s(?:from|to|were|have|had|are|which|on|concerning|regarding|about|respecting|relative|I|we|he|they)\b)"
)
_ORDINALS_MORE = compiled(
    r"(?:,\s(?:the\s)?\d{1,2}(?:st|nd|rd|th|d))*,?\s(?:and|&)\s(?:the\s)?\d{1,2}(?:st|nd|rd|th|d)(?!\s?[A-Za-z]*\s?(?:ult|inst|of)|\w)"
)
"""``the 2d and the 4th``: days of the paper's own month."""
_PAIRED_AFTER = compiled(
    rf"(?P<month>[A-Z][a-z]{{2,8}}\.?)\s(?P<days>(?:\d{{1,2}}{_ORDINAL}(?:,?\s(?:and|&)\s|,\s)){{1,5}}\d{{1,2}}{_ORDINAL})(?![\w:/.]\d|\w|\s?[ap]\.?\s?m\b|\snoon|\smidnight)(?:,\s(?P<year>\d{{4}}))?"
)
"""``Nos. 210 and 211 of May 1 and 3, 1931``: the month stands before its days."""
_PAIRED = compiled(
    rf"(?:the\s)?(?P<days>(?:\d{{1,2}}{_ORDINAL}(?:,?\s(?:and|&)\s|,\s)(?:the\s)?){{1,5}}\d{{1,2}}{_ORDINAL})\s(?:of\s)?(?P<month>[A-Z][a-z]{{2,8}}|ult(?:imo)?|inst(?:ant)?)(?!\w)\.?"
)
_ARRIVED = compiled(r"\bRec(?:eive)?[’']?d\.?\s$")
"""``(Received November 9.)``: no day of a paper that the text names."""
_GLUED = compiled(
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?P<day>\d{1,2})(?![\w-])"
)
"""``YOURTEL 1460 AUG29``"""
_NOTED = compiled(
    r"\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?=\d{1,2}(?![\w:/.-]))"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?=:\d\s?[A-Za-z])"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?=\.\d{1,2}(?:\s+[A-Z“\"(\[]|\s*$|\s*\n))"
    r"|(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?(?:,?\s\d{4})?(?=[¹²³⁰⁴-⁹])"
)
"""``5 November1``, ``May 21:2``, ``October 28.1 He``: a day with the figure of a note right behind it."""
_NOTE_MARK = compiled(r":?\d|[¹²³⁰⁴-⁹]+")
_SHORT_YEAR = compiled(
    r"(?P<day>(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?),?\s(?P<year>\d\d)(?![\w½]|[./:-]\w|,\d|,?\s(?:and|&)\s\d|\s?(?:[ap]\.?\s?m\b|noon|hours|hrs))"
)
"""``1 Mar 53``, ``May 53``: a year in two figures behind a month."""
_YEARS_BACK = 30


class Tail:
    """What follows a form word: numbers with their places, dates with theirs, and where it ends."""

    __slots__ = ("_context", "_order", "end", "found", "numbers")

    def __init__(
        self,
        text: str,
        place: int,
        stop: int,
        context: str | None,
        order: dates.Order | None,
        *,
        number_first: bool = True,
        bare: bool = False,
    ) -> None:
        self.numbers: list[tuple[str, int]] = []
        self.found: list[tuple[Dated, int]] = []
        self.end = place
        self._context, self._order = context, order
        for _ in range(6):
            join = _JOIN.match(text, self._past_stop(text, stop), stop)
            at = join.end() if join else self.end
            announced = bool(join and re.search(r"\w", join[0]))
            number_first = number_first or bool(join and join[0].endswith(("numbered ", "marked ")))
            if announced and not self.found and self._figures(text, at, stop):
                continue
            if not self.numbers and not self.found and _BEFORE_DAY.match(text, at, stop):
                number_first = True
            if not self.numbers and number_first and self._number(text, at, stop, bare=bare):
                continue
            if not self.found and self._date(text, at, stop, announced=announced or bool(self.numbers) or not bare):
                continue
            if not self.numbers and not number_first and self._number(text, at, stop, bare=False):
                continue
            label = _REGISTERED.match(text, self.end, stop) if self.found and not self.numbers else None
            if label and self._number(text, label.end(), stop, bare=False):
                continue
            break
        if closing := _CLOSING.match(text, self.end, stop):
            opened = "(" if closing[0][-1] == ")" else "["
            self.end = closing.end() if opened in text[place : self.end] else self.end
            if self.numbers and not self.found and (join := _JOIN.match(text, self.end, stop)):
                self._date(text, join.end(), stop, announced=re.search(r"\w", join[0]) is not None)

    def date(self, index: int) -> Dated | None:
        """The date of the citation of this index: its own, or the one they share."""
        if len(self.found) == len(self.numbers) or not self.numbers:
            return self.found[index][0] if index < len(self.found) else None
        return self.found[0][0] if self.found else None

    def _past_stop(self, text: str, stop: int) -> int:
        """Behind a stop that stands where a comma should: ``my 401. September 14, 4 p.m., and 423``."""
        lost = _LOST_COMMA.match(text, self.end, stop) if self.numbers and not self.found else None
        return lost.end() if lost else self.end

    def _figures(self, text: str, at: int, stop: int) -> bool:
        """``of 21.06``, ``dated 4/7``: no number, though it may not be said which is the day and which the month."""
        found = in_figures(text, at, stop, self._context, self._order) if text[at : at + 1].isdigit() else None
        if found is None:
            return False
        if day := found[0]:
            self.found.append((Dated(day.edtf, day.basis), at))
        self.end = found[1]
        return True

    def _number(self, text: str, at: int, stop: int, *, bare: bool) -> bool:
        match = _NUMBER.match(text, at, stop)
        if match is None or (not match["mark"] and DAY_OF_MONTH.match(text, at, stop)):
            return False
        first_of_all = bare and (match["mark"] or "N").startswith(("#", "n"))  # "my #1 priority", "our no. 1 man"
        if (not match["mark"] or first_of_all) and (bare or at) and _COUNTED.match(text, match.end(), stop):
            return False
        if not match["mark"] and re.match(r"(?:st|nd|rd|th)\b", text[match.end() : match.end() + 3]):
            return False
        many = _MANY.search(text, max(self.end, at - 14), match.start("value")) is not None
        first = _FIRST_OF_RANGE.match(text, match.start("value"), stop) if many else None
        last = _RANGE.match(text, first.end(), stop) if first else None
        if first and last and int(last["value"]) > int(first[0]):  # a range goes by its first number
            self.numbers.append((first[0], first.start()))
            self.end = last.end()
        else:
            meant = _MEANT.match(text, match.end(), stop)
            said = meant["value"] if meant and meant["value"] else (match["series"] or "") + match["value"]
            self.numbers.append((said, match.start("value")))
            self.end = meant.end() if meant else match.end()
        while more := _MORE.match(text, self.end, stop):
            day = dates.at(text, more.start("value"), stop, context=self._context)
            # "24 and 25 Aug 3": the day is the 3rd, 25 a number
            if (not many and _COUNTED.match(text, more.end(), stop)) or (
                day and not re.match(r"\s\d", text[day.end : day.end + 2])
            ):
                break
            self.numbers.append((more["value"], more.start("value")))
            self.end = more.end()
        return True

    def _date(self, text: str, at: int, stop: int, *, announced: bool) -> bool:
        if (
            announced
            and text[at : at + 1] in "ytseldMTWFSf"
            and (day := RELATIVE.match(text, at, stop))
            and self._context
            and (day[0][:4] != "same" or _OF_THE_SAME.search(text, max(0, at - 16), at))
        ):
            return self._near(day)
        if announced and text.startswith("last ", at) and (month := _LAST_MONTH.match(text, at, stop)):
            return self._of_last(month)
        if len(self.numbers) > 1 and self._paired(text, at, stop):
            return True
        if self.numbers and (glued := _GLUED.match(text, at, stop)):
            return self._of_glued(glued)
        if text.find(" month", at, at + 28) >= 0 and (day := _SAME_MONTH.match(text, at, stop)):
            return self._of_that_month(day)
        while True:
            if several := _DAYS.match(text, at, stop):
                self._add_days(several["month"], several["days"], at)
                at = several.end()
            noted = _NOTED.match(text, at, stop)
            value = dates.at(text, at, noted.end() if noted else stop, context=self._context, order=self._order)
            if value is None or len(value.values) != 1 or not (announced or names_a_paper(text, at, value.end, stop)):
                return bool(self.found)
            words = text[value.start : value.end]
            if words.lower() in ("may", "second", "first", "third", "march") and not (announced and words[0].isupper()):
                return bool(self.found)
            first = dates.new_style(value.values[0].edtf)
            self.found.append((Dated(before(first, words, self._context), value.values[0].basis), at))
            self.end = value.end
            if not self.numbers and (short := _SHORT_YEAR.match(text, at, stop)):
                self._of_year(short)
            if meant := _MEANT_DAY.match(text, self.end, stop):
                self._put_right(meant, at)
            if noted and noted.end() == value.end and (mark := _NOTE_MARK.match(text, value.end, stop)):
                self.end = mark.end()
                return True
            if text[value.end : value.end + 1] == "/" or both_styles(text, at, value.end):
                # "29th of March/11th of April": Old Style and New, and the New is the day as we count.
                rest = text[value.end + 1 : min(stop, value.end + 40)]
                if (new := dates.at(rest, 0, len(rest), context=self._context)) and len(new.values) == 1:
                    self.found[-1] = (Dated(new.values[0].edtf, new.values[0].basis), at)
                    self.end = value.end + 1 + new.end
            if not self.numbers and words[-1].isalpha() and (several := _ORDINALS_MORE.match(text, self.end, stop)):
                for later in re.finditer(r"\d{1,2}\w\w?", several[0]):
                    place = self.end + later.start()
                    further = dates.at(text, place, stop, context=self._context, order=self._order)
                    if further and len(further.values) == 1:
                        self.found.append((Dated(further.values[0].edtf, further.values[0].basis), place))
                self.end = several.end()
            if (
                not self.numbers
                and words[0].isupper()
                and (several := _DAYS_MORE.match(text, self.end, stop))
                and words[-1].isdigit()
            ):
                self._add_days(words.split()[0], several[0], self.end)
                self.end = several.end()
            if (past := _GONE.match(text, self.end, stop)) or (past := _HOUR.match(text, self.end, stop)):
                self.end = past.end()
            joint = _NEXT_DATE.match(text, self.end, stop)
            if (
                joint is None
                or 0 < len(self.numbers) <= len(self.found)
                or not _ANOTHER_DAY.match(text, joint.end(), stop)
            ):
                return True
            at, announced = joint.end(), True

    def _put_right(self, meant: re.Match[str], at: int) -> None:
        """``Your 30th [29th]``: the day that the editors say."""
        day = dates.at(meant.string, *meant.span("day"), context=self._context)
        if day is not None and len(day.values) == 1:
            self.found[-1] = (Dated(before(day.values[0].edtf, meant["day"], self._context), day.values[0].basis), at)
            self.end = meant.end()

    def _of_year(self, short: re.Match[str]) -> None:
        """``1 Mar 53`` cited in 1954: the year is said, if it is not one to come."""
        own = int(self._context[:4]) if self._context and self._context[:4].isdigit() else 0
        year = own - own % 100 + int(short["year"])
        behind = short.start("year") > self.end and own - _YEARS_BACK <= year <= own
        value = dates.parse(f"{short['day']} {year}") if behind else None
        if value is not None:
            self.found[-1] = (Dated(value.edtf, value.basis), short.start())
            self.end = short.end()

    def _paired(self, text: str, at: int, stop: int) -> bool:
        """``Nos. 360 and 362, of the 8th and 19th ultimo``: as many days as numbers, in one order."""
        match = _PAIRED.match(text, at, stop) or _PAIRED_AFTER.match(text, at, stop)
        days = [*re.finditer(r"\d+", match["days"])] if match else []
        if match is None or len(days) != len(self.numbers):
            return False
        year = match.groupdict().get("year") or ""
        for day in days:
            said = f"{day[0]}th {match['month']} {year}".rstrip()
            value = dates.parse(said, context=self._context, order=self._order)
            if value is None:
                self.found.clear()
                return False
            self.found.append((Dated(value.edtf, value.basis), match.start("days") + day.start()))
        self.end = match.end()
        return True

    def _add_days(self, month: str, days: str, at: int) -> None:
        """``1st, 3d and`` before ``5th of April``; ``and 2`` behind ``May 1``: each day of that month is a date."""
        for day in re.finditer(r"\d+", days):
            if (first := dates.parse(f"{day[0]} {month}", context=self._context)) is not None:
                self.found.append((Dated(first.edtf, first.basis), at + day.start()))

    def _of_glued(self, glued: re.Match[str]) -> bool:
        value = dates.parse(f"{glued['day']} {glued['month'].title()}", context=self._context)
        if value is not None:
            self.found.append((Dated(value.edtf, value.basis), glued.start()))
            self.end = glued.end()
        return value is not None

    def _of_that_month(self, day: re.Match[str]) -> bool:
        """``the 21st of the same month``: that of the day named last before it."""
        earlier = list(dates.find(day.string, max(0, day.start() - 300), day.start(), context=self._context))
        if (
            not earlier
            or len(earlier[-1].values) != 1
            or len(month := earlier[-1].values[0].edtf[:7]) != len("1950-05")
        ):
            return False
        value = dates.parse(f"{month}-{int(day['day']):02d}")
        if value is None:
            return False
        self.found.append((Dated(value.edtf, "inferred"), day.start()))
        self.end = day.end()
        return True

    def _of_last(self, month: re.Match[str]) -> bool:
        """``of last December``: the last such month before the paper's own."""
        own = (self._context or "")[:7]
        named = dates.parse(f"{month['month']} {own[:4]}") if len(own) == len("1950-05") else None
        if named is None:
            return False
        edtf = named.edtf if named.edtf < own else f"{int(own[:4]) - 1}{named.edtf[4:]}"
        self.found.append((Dated(edtf, "inferred"), month.start()))
        self.end = month.end()
        return True

    def _near(self, day: re.Match[str]) -> bool:
        """``your message of yesterday``: a day reckoned from the paper's own."""
        if "same" in day[0]:
            found = dates.find(day.string, max(0, day.start() - 300), day.start(), context=self._context)
            earlier = [one for one in found if not _ARRIVED.search(day.string, max(0, one.start - 14), one.start)]
            edtf = earlier[-1].values[0].edtf if earlier and len(earlier[-1].values) == 1 else ""
            if not (edtf or (not earlier and self._context)):
                return False
            self.found.append((Dated(edtf or (self._context or "")[:10], "inferred"), day.start()))
            self.end = day.end()
            return True
        try:
            own = date.fromisoformat((self._context or "")[:10])
        except ValueError:
            return False
        edtf = (own - timedelta(days=days_ago(day[0], own))).isoformat()
        self.found.append((Dated(edtf, "inferred"), day.start()))
        self.end = day.end()
        return True
