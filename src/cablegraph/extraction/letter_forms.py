"""What a numbered or greeted letter of the series is: despatch, instruction, circular, note between states, or letter."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph.extraction.lexicon import NATIONS
from cablegraph.extraction.messages import Message, Stretch
from cablegraph.extraction.names import cased
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_NUMBERED = compiled(r"No\. ?\d+(?:,\d{3})*[A-Za-z½]?(?:\.?\](?=\.?\s|\.?$)|\.?$)\.?")
_RANKED = (
    r"(?:Your )?(?:Excellency|Excellencies)|Your (?:(?:Imperial|Royal|Serene) )?(?:Highness|Highnesses|Majesty)(?: and Your Excellencies)?|My Lords?"
    r"|(?:Mr\.|Monsieur le|Monsieur l[’']|Señor) ?(?:Minister|Ministre|Ministro|Ambassador|Ambassadeur|Embajador|Secretary|Secrétaire|Secretario|Chargé d[’']Affaires|Chargé|Envoy)(?: of State| d[’’']\wtat)?"
)
_SALUTED = compiled(
    rf"(?:My [Dd]ear |Dear )?(?:Sir|Sirs|SIR|SIRS|Gentlemen|Madam|General|Admiral|Commodore|Colonel|Captain|Governor|Sire|(?i:great and good friend)|{_RANKED}|Mr\. (?:President|Consul)|Monsieur[\w ]*)\s?[:,]"
    r"|(?:My [Dd]ear|Dear) (?:[A-Z][\w.’'-]* ?){1,4}[:,]"
)
_TO_STATE = compiled(rf"(?:{_RANKED})\s?[:,]")
"""How one state's envoy or minister greets another's."""
_LOUD = compiled(r"(?=.{0,20}[A-ZÀ-Ž]{3})(?:Mr\. )?[A-ZÀ-Ž][A-ZÀ-Ž .’'-]{1,60}[:,]")
"""``MY DEAR MR. MOFFAT:``: older volumes print a salutation in capitals."""
_ASSURED = sought(
    r"\b(?:high(?:est)?|distinguished|profound|great|perfect|renewed) (?:and \w+ )?consideration\b|\brespect and (?:consideration|esteem)\b"
    r"|\b(?:accept|receive),? (?:mr\. (?:minister|secretary|ambassador|chargé)|excellency|your excellency|(?:my )?lord)"
    r"|\byour (?:\w+ )?(?:highness|excellency|lordship|majesty)[’']s (?:most )?(?:\w+ ){0,3}(?:servant|note\b|communication|despatch|dispatch)"
    r"|\bto wish your excellency\b",
    re.IGNORECASE,
)
"""Formulas of notes between states: ``the assurance of my highest consideration``, ``your lordship's note``."""
_PRIVATE = compiled(r"(?i)\b(?:committee|society|company|association|bank|league|chamber of commerce)\b")
"""A letterhead that is no government's."""
_EXCHANGED = compiled(r"\b(?:my|your) notes?(?=,? (?:of|No|dated)\b)")
"""``your note of the 2d of April``: what two governments write to each other."""
_EXCELLENCY = compiled(r"\byour (?:excellency|lordship)\b", re.IGNORECASE)
"""Who is spoken to so in the text is another state's envoy or minister."""
_THIRD_PERSON = compiled(
    r"(?:The (?:[A-Z][\w’'-]+ |of |the |d[’']){1,8}|(?:His|Her) (?:\w+ )?Majesty[’']s [A-Z]\w+ )(?:presents|has the honou?r|begs\b|is in receipt)"
    r"|The undersigned,? (?:have|has) the honou?r\b|The undersigned,? (?:[^.;\n]{0,60}\b)?(?:envoy|minister|ambassador|charg[ée]|secretary of (?:legation|embassy|state)|consul)"
)
_CONSULATE = compiled(r"(?i)\bconsulate\b|\bconsul(?:[- ]general)?\b")
_INSTRUCTS = compiled(
    r"(?i)(?:general|special|consular|diplomatic|diplomatic and consular) instructions?(?: no\.? ?\d+)?\.?"
)
"""``GENERAL INSTRUCTION`` in the head of the Department's printed papers."""
_FOREIGN_OFFICE = compiled(
    r"(?i)\bforeign office\b|\b(?:ministry|department) (?:of|for) foreign (?:affairs|relations)\b"
)
_FOREIGN_BOARD = compiled(r"(?i)\b(?:tsung-?li yam[eê]n|wai-?wu[ -]?pu|foreign board)\b")
_DEPARTMENT = compiled(r"(?i)\bdepartment of state\b|\b(?:acting |under ?)?secretary of state\b")
_AMERICAN_POST = compiled(
    r"(?i)\b(?:american|united states|u\. ?s\.)\b.{0,20}\b(?:legation|embassy|consulate)|(?:legation|embassy|consulate(?:[- ]general)?) of the united states"
)
_FOREIGN_POST = compiled(
    rf"(?i)\b(?:{NATIONS}|imperial|royal|his majesty.s|h\. ?b\. ?m\.)\b[\w ]{{0,16}}(?:embassy|legation|ambassador|minister|charg)|\b(?:{NATIONS})\b[\w -]{{0,30}} in charge of (?:the )?legation"
    r"|\b(?:legation|embassy) of (?!the united states)"
)


_RENEWED = compiled(
    r"\bAccept,? (?:(?:[Ss]ir|Mr\. \w+|Excellency|sir),? ?)?(?:\[?etc\b|&c|(?:(?:the|a|this|my) )?(?:renewed |repeated |fresh |further )?(?:assurances?|expressions?)\b)"
    r"|\b(?:offer|renew|reiterate|tender|repeat)(?:ing)?(?: to)?(?: you)?,? ?(?:sir,? )?(?:(?:the|a|an|this|my) )?(?:renewed |repeated |fresh )?(?:assurances?|expressions?) of (?:my|his|the) (?:\w+ ){0,2}consideration"
)
"""``Accept, sir, the renewed assurances of my highest consideration.``: so the Department ends its notes, and no instruction."""
_SEVERAL_OFFICERS = compiled(
    r"(?i)^(?:to )?(?:the |all |certain )(?:american |united states )?(?:diplomatic|consular)(?: and consular)? (?:officers|missions|representatives|agents)\b"
)


def _closes_note(message: Message) -> Stretch | None:
    """Where the formula stands with which a note ends."""
    for row in message.rows[-6:]:
        if match := _RENEWED.search(message.source.text, max(row.start, row.end - 300), row.end):
            return match.span()
    return None


def _assured(message: Message) -> Stretch | None:
    """Where a formula of notes stands: in the first lines of the text, or the last."""
    for row in (*message.rows[:6], *message.rows[-6:]):
        if match := _ASSURED.search(message.source.text, row.start, min(row.end, row.start + 600)):
            return match.span()
    return None


def _greeting(words: str) -> str:
    """The salutation with which a line begins, capitals throughout turned to names' capitals; empty where it begins with none."""
    loud = _LOUD.match(words)
    plain = cased(loud[0]) + words[loud.end() :] if loud else words
    match = _SALUTED.match(plain)
    return match[0] if match else ""


def _spoken_to(message: Message, words: re.Pattern[str] = _EXCELLENCY) -> Stretch | None:
    """Where the text says "your excellency" to its addressee."""
    for start, end in message.text():
        if match := words.search(message.source.text, start, end):
            return match.span()
    return None


def _signed_letter(message: Message) -> list[tuple[str, int, int]]:
    """An enclosed paper from one man to another, dated and signed, that neither greets nor bears a number."""
    title, signed = message.title, message.closing.signatures
    people = [one.entity for one in (*title.senders, *title.addressees)]
    if "/enclosed/" not in message.id or title.form or not signed or not message.heading.dates or message.quoted:
        return []
    if len(people) != 2 or set(people) != {"person"}:
        return []
    return [("letter", signed[0].start, signed[0].end)]


def letter_form(message: Message) -> list[tuple[str, int, int]]:
    """Despatch, instruction, note or letter: by number, salutation and the parties' offices."""
    rows = message.rows[: message.heading.rows + 1]
    numbered = next((row for row in rows if _NUMBERED.match(row.text)), None)
    saluted = next((row for row in message.rows[: max(len(rows), 8)] if _greeting(row.text)), None)
    mark = numbered or saluted
    if saluted and _TO_STATE.match(_greeting(saluted.text)):
        private = any(_PRIVATE.search(row.text) for row in rows if row is not saluted and len(row.text) < 120)
        return [("letter" if private else "note", saluted.start, saluted.start + len(_greeting(saluted.text)))]
    if numbered is None and (assured := _assured(message)):
        return [("note", *assured)]
    if mark is None:
        first = next(iter(message.text_rows()), None)
        spoken = _THIRD_PERSON.match(first.text) if first else None
        if first and spoken:
            return [("note", first.start, first.start + spoken.end())]
        office = next((row for row in rows if len(row.text) < 120 and _FOREIGN_OFFICE.search(row.text)), None)
        if office and message.title.addressees:
            return [("note", office.start, office.end)]
        honoured = _spoken_to(message) if message.title.addressees else None
        return [("note", *honoured)] if honoured else _signed_letter(message)
    greeted = _NUMBERED.match(mark.text)[0] if numbered else _greeting(mark.text)  # type: ignore[index]
    words = (mark.start, mark.start + len(greeted))
    head = [row for row in rows if row is not saluted and len(row.text) < 120]
    letterhead = " ".join(row.text for row in head)
    senders = " ".join(message.source.text[party.start : party.end] for party in message.title.senders)
    addressees = " ".join(message.source.text[party.start : party.end] for party in message.title.addressees)
    foreign = _AMERICAN_POST.sub("", f"{letterhead} {senders}")
    if _FOREIGN_POST.search(foreign) and not re.search(r"(?i)\bamerican\b", senders):
        return [("note", *words)]
    if _FOREIGN_POST.search(addressees) and _DEPARTMENT.search(f"{letterhead} {senders}"):
        return [("note", *words)]
    if printed := next((one for row in head if (one := _INSTRUCTS.fullmatch(row.text))), None):
        at = next(row.start for row in head if row.text == printed[0])
        return [("instruction", at, at + len(printed[0]))]
    if not numbered and (exchanged := _spoken_to(message, _EXCHANGED)):
        return [("note", *exchanged)]
    if _SEVERAL_OFFICERS.search(addressees):
        return [("circular", *words)]
    if numbered and _DEPARTMENT.search(letterhead) and (renewed := _closes_note(message)):
        return [("note", *renewed)]
    if _DEPARTMENT.search(letterhead) or _DEPARTMENT.search(senders):
        return [("instruction" if numbered else "letter", *words)]
    if _FOREIGN_OFFICE.search(letterhead) or _FOREIGN_BOARD.search(senders):
        return [("note", *words)]
    if not numbered and (honoured := _spoken_to(message)):
        return [("note", *honoured)]
    if _CONSULATE.search(letterhead) and "/enclosed/" in message.id:
        return [("letter", *words)]  # a consul's to his minister; his despatches go to the Department
    if numbered or _CONSULATE.search(letterhead):
        return [("despatch", *words)]
    return [("letter", *words)]
