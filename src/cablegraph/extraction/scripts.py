"""Parties of address lines in Russian and in Chinese: ``начальник порта П. Л. Завьялов, Одесса``, ``上海 港务局副局长 沈启明``."""

# ruff: noqa: E501  (a pattern is read best on one line, and in its own letters)

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cablegraph.extraction.heading import Spot
from cablegraph.extraction.names import Party, cased
from cablegraph.patterns import compiled


class Address(NamedTuple):
    """Whom an address line names, and where the first of them sits."""

    parties: list[Party]
    place: Spot | None


_HAN = compiled(r"[一-鿿]")
_CYRILLIC = compiled(r"[А-Яа-яЁё]")


def read(text: str, start: int, end: int) -> Address | None:
    """What an address line in Chinese or Russian says, or None where it is in other letters."""
    words = text[start:end]
    if _HAN.search(words):
        return _chinese(text, start, end)
    if _CYRILLIC.search(words):
        return _russian(text, start, end)
    return None


_RU_COURTESY = compiled(r"(?:(?:т|тт|тов|г|гр)\.|(?:товарищ|господин)[а-я]{0,3}|г-н[ау]?|г-ж[аеу])\s*", re.IGNORECASE)
_RU_OFFICE = compiled(
    r"(?i)(?:посл[ауо]|посол|консул|министр|начальник|директор|председател|секретар|представител|заместител|зам\.|советник|поверенн|атташе|командир"
    r"|командующ|маршал|генерал|полковник|капитан|адмирал|инженер|инспектор|уполномоченн|комиссар|президент|нарком|заведующ|зав\.)"
)
_RU_BODY = compiled(
    r"(?i)\b(?:министерств|посольств|консульств|управлени|комитет|комисси|отдел|наркомат|наркоминдел|совет|бюро|штаб|МИД|ЦК|правительств|дирекци)"
)
_RU_NAME = compiled(r"(?:[А-ЯЁ]\.-?)+|[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁ]?[а-яё]+)*|[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)*")
_RU_SHORT: Final = frozenset({"СССР", "РСФСР", "УССР", "КНР", "КНДР", "США", "ФРГ", "ГДР", "ЧССР", "НРБ", "ВНР", "ПНР", "СРР", "КПСС", "КПК", "МИД", "МВД", "МГБ", "НКИД", "НКВД", "ООН"})  # fmt: skip
_RU_PLACES: Final = frozenset(
    {
        "Москва",
        "Ленинград",
        "Петроград",
        "Киев",
        "Минск",
        "Одесса",
        "Севастополь",
        "Владивосток",
        "Хабаровск",
        "Иркутск",
        "Новосибирск",
        "Баку",
        "Тбилиси",
        "Ташкент",
        "Пекин",
        "Пхеньян",
        "Шанхай",
        "Мукден",
        "Шэньян",
        "Харбин",
        "Дальний",
        "Далянь",
        "Улан-Батор",
        "Варна",
        "София",
        "Бухарест",
        "Будапешт",
        "Варшава",
        "Прага",
        "Берлин",
        "Белград",
        "Тирана",
        "Лондон",
        "Париж",
        "Вашингтон",
        "Токио",
        "Ханой",
        "Дели",
        "Каир",
        "Анкара",
        "Тегеран",
        "Кабул",
        "Рим",
        "Вена",
        "Хельсинки",
        "Гавана",
    }
)
ADDRESS: Final = compiled(
    r"(?:(?P<place>[А-ЯЁ][А-Яа-яЁё-]{3,})\s*[-–—:,.]\s*)?(?P<meant>(?:Для|ДЛЯ|Передать|Вручить)(?: передачи)?\s+)?"
    r"(?P<who>(?:(?:Тт?|ТТ?|тт?)(?:ов|ОВ)?\.|(?:Товарищ|ТОВАРИЩ|товарищ)(?:у|ам|а|У|АМ|А)?\b|Г-ну|Господину|Совпослу|СОВПОСЛУ|Послу|ПОСЛУ)[^.!?;]{0,3}[^!?;]{2,80}?"
    r"|(?:[А-ЯЁа-яё]+(?:ому|ему)\s)?(?i:послу|посланнику|министру|консулу|генконсулу|маршалу|поверенному в делах|представителю|военному атташе|главному военному советнику)(?:\s[А-ЯЁ][^!?;:.]{2,60}?|(?(place)\s[^!?;:.]{2,60}?|(?!)))?"
    r"|(?(place)(?!Совершенно|Секретно|Срочно|Лично)[А-ЯЁ][а-яё]{2,}(?:о|у|ю)(?:\s(?:[А-ЯЁ]\.\s?){1,2})?|(?(meant)[А-ЯЁ][а-яё]{1,}(?:\s[А-ЯЁ][а-яё-]+){0,2}|(?!)))"
    r")[.:]?"
)
"""A Russian address line without a label: a place, for whom, and a courtesy or an office in the dative."""
_RU_DATIVE = compiled(r"(?:ому|ему|[ую]|ой)$")


def is_place(words: str) -> bool:
    """Whether a word in Russian or Chinese is a place of headings: ``ПЕКИН``, ``北京``."""
    return cased(words) in _RU_PLACES or words in _ZH_PLACES


def _russian(text: str, start: int, end: int) -> Address:
    found: list[Party] = []
    place: Spot | None = None
    pieces = [
        (start + one.start(), start + one.end()) for one in re.finditer(r"(?:(?!\s+и\s+[А-ЯЁ])[^,;])+", text[start:end])
    ]
    for index, (first, last) in enumerate(pieces):
        first += len(text[first:last]) - len(re.sub(r"^\s*(?:и\s+)?[-–—]?\s*", "", text[first:last]))
        words = text[first:last].strip()
        words = words if re.search(r"\b[А-ЯЁ]\.$", words) else words.rstrip(" .–—-")
        if not words:
            continue
        span = (first, first + len(words))
        if _ru_place(words, found, index, len(pieces)):
            place = place or (*span, cased(words))
        elif party := _ru_party(words, *span):
            found.append(party)
    return Address(found, place)


def _ru_place(words: str, found: list[Party], index: int, pieces: int) -> bool:
    """``Одесса`` behind an office and its holder; a name in the dative (``Сталину, Молотову``) is one more addressee."""
    name = cased(words)
    if name in _RU_PLACES:
        return index > 0 or pieces > 1 or not found
    if index == 0 or len(found) != 1 or not re.fullmatch(r"[А-ЯЁ][\w-]{2,}(?: [А-ЯЁ][\w-]+)?", words):
        return False
    settled = found[0].office or found[0].entity != "person" or " " in found[0].name
    return bool(settled) and not _RU_DATIVE.search(name) and not _RU_OFFICE.search(words) and not _RU_BODY.search(words)


def _ru_party(words: str, start: int, end: int) -> Party | None:
    tokens = words.split()
    cut = len(tokens)
    while cut and _RU_NAME.fullmatch(tokens[cut - 1]) and not _RU_OFFICE.match(tokens[cut - 1]):
        if tokens[cut - 1] in _RU_SHORT or _RU_COURTESY.fullmatch(tokens[cut - 1]):
            break
        cut -= 1
    if 0 < cut < len(tokens) and tokens[cut - 1].lower() in ("в", "во", "на", "при", "из"):
        cut += 1  # "посол в Пекине Рощин": the first word is where the office is
    name = " ".join(tokens[cut:])
    office = _RU_COURTESY.sub("", " ".join(tokens[:cut])).strip(" ,:")
    if re.search(r"[А-ЯЁ][\wёЁ]{1,}", name):
        return Party(nominative(cased(name)), "person", start, end, office=office)
    if _RU_OFFICE.search(words):
        return Party(words, "position", start, end)
    return Party(words, "body", start, end) if _RU_BODY.search(words) else None


_DATIVE_SURNAME = compiled(r"(?:(?P<plain>\w+(?:[оеё]в|[иы]н))у|(?P<soft>\w+[сц]к)ому)")
_DATIVE_GIVEN = compiled(
    r"(?P<hard>\w*[бвгджзклмнпрстфхцчшщ])у|(?P<soft>\w*[аеи])ю|(?P<sign>\w*[лр])ю|(?P<same>(?:[А-ЯЁ]\.)+)"
)


def nominative(name: str) -> str:
    """``Стояну Миркову`` is Стоян Мирков, ``Вышинскому`` Вышинский: surnames in -ов, -ев, -ин and -ский tell a dative.

    No surname of these ends so by itself; every other name stays as it is written.
    """
    *given, last = name.split(" ")
    match = _DATIVE_SURNAME.fullmatch(last)
    firsts = [_DATIVE_GIVEN.fullmatch(part) for part in given]
    if match is None or not all(firsts):
        return name
    endings = {"hard": "", "soft": "й", "sign": "ь", "same": ""}
    named = [f"{one[one.lastgroup or 'same']}{endings[one.lastgroup or 'same']}" for one in firsts if one]
    return " ".join([*named, match["plain"] or f"{match['soft']}ий"])


_ZH_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康朴伍章耿乔师柴聂粟華张陳劉鄧趙孫馬鄭謝許韓馮葉蘇魯鲁"
)
_ZH_OFFICE = compiled(
    r"(?:长|員|员|使|总理|主席|书记|赞|领事|武官|主任|司令|代办|经理|秘书|代表|顾问|總理|書記|部長|局長)$"
)
_ZH_BODY = compiled(r"(?:部|局|厂|会|馆|院|社|处|委|署|公司|政府|中央|军区|司令部|港务|大学|银行)$")
_ZH_TITLED = compiled(
    r"(?P<name>[一-鿿·]{2,4}?)(?P<title>同志|先生|女士|阁下|(?:副|代)?(?:总理|主席|部长|外长|大使|公使|局长|厂长|书记|司令员?|参赞|总?领事|主任|经理|处长|司长|将军|元帅|校长|院长|船长))(?:同志)?"
)
_ZH_PLACES: Final = frozenset(
    {
        "北京",
        "上海",
        "天津",
        "大连",
        "沈阳",
        "长春",
        "哈尔滨",
        "南京",
        "广州",
        "武汉",
        "重庆",
        "西安",
        "昆明",
        "旅顺",
        "安东",
        "丹东",
        "青岛",
        "平壤",
        "莫斯科",
        "河内",
        "延安",
        "香港",
        "东京",
        "柏林",
        "布拉格",
        "华沙",
        "汉城",
        "釜山",
        "新德里",
        "乌兰巴托",
        "列宁格勒",
    }
)


def _chinese(text: str, start: int, end: int) -> Address:
    found: list[Party] = []
    place: Spot | None = None
    office = ""
    pieces = [
        (start + one.start(), start + one.end())
        for one in re.finditer(r"[^\s,\uff0c、;\uff1b。.:\uff1a]+", text[start:end])
    ]
    for index, (first, last) in enumerate(pieces):
        words = text[first:last]
        later = [text[low:high] for low, high in pieces[index + 1 :]]
        titled = _ZH_TITLED.fullmatch(words)
        spaced = index + 1 < len(pieces) and not text[last : pieces[index + 1][0]].strip()
        if titled and titled["name"][0] in _ZH_SURNAMES:
            found.append(Party(titled["name"], "person", first, last, office=titled["title"].replace("同志", "")))
        elif words in _ZH_PLACES or (index == 0 and spaced and _zh_person(words) and any(map(_zh_person, later))):
            place = place or (first, last, words)
        elif _ZH_OFFICE.search(words):
            if later or not found:
                office = words
        elif _zh_person(words):
            found.append(Party(words, "person", first, last, office=office))
            office = ""
        elif _ZH_BODY.search(words):
            if not any(map(_zh_person, later)):
                found.append(Party(words, "body", first, last))
        elif index == 0 and later and len(words) <= 5:
            place = place or (first, last, words)
    if office and not found:
        at = text.index(office, start)
        found.append(Party(office, "position", at, at + len(office)))
    return Address(found, place)


def _zh_person(words: str) -> bool:
    if "·" in words:
        return bool(re.fullmatch(r"[一-鿿·]{3,14}", words))
    if not re.fullmatch(r"[一-鿿]{2,4}", words) or words in _ZH_PLACES:
        return False
    return words[0] in _ZH_SURNAMES and not _ZH_OFFICE.search(words) and not _ZH_BODY.search(words)
