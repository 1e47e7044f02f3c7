"""Who speaks in minutes that give each speaker a line: ``Comrade Aidit: We would like …``, ``K: I accept.``"""

from __future__ import annotations

from dataclasses import replace

from cablegraph.evidence import Passage
from cablegraph.extraction import names
from cablegraph.extraction.claimants import CLAIMANT
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

_SPEAKER = compiled(
    r"(?:(?:Comrade|Cde\.|Mr\.|Mrs\.|Dr\.|President|Chairman|Premier|Prime Minister|Minister|Ambassador|General|"
    r"Marshal|Chancellor|Secretary|Senator|Sir|Vice|Deputy|Foreign|Defen[cs]e|Acting|First|Assistant|Colonel|"
    r"Admiral|PM|FM|VM|VFM|DFM|DPM|VPM|VP|Amb\.?|Gen\.?|Col\.|Adm\.|Pres\.|Sec\.|Min\.|Sen\.|Gov\.|Dep\.|Asst\.|Prof\.|Ms\.)"
    r"[ -]){0,4}"
    r"(?P<name>(?:(?:[^\W\d_a-z]\.)+ ?)?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3})(?: \([^()\n]{1,40}\))?:[ ]"
)


# "K: I accept.", where Kosygin alone of those present has that letter; "GROMYKO. The text …" of a session's record
_LETTERS = compiled(r"(?P<name>[A-Z]{1,4}):[ ](?=\S)")
_LOUD = compiled(
    r"(?!(?:Amb|Gen|Col|Adm|Pres|Sec|Min|Sen|Gov|Dep|Asst|Prof)\.)(?P<name>[^\W\d_a-z][^\W\d_]{2,})\.[ ](?=[^\W\d_a-z])"
)


def speaker(source: SourceText, record: Record, place: int) -> tuple[Passage, ...]:
    """Who speaks in minutes that give each speaker a line: "Comrade Aidit: We would like …"; a label is nobody."""
    line = source.text.rfind("\n", 0, place) + 1
    line = _last_label(source.text, line, place)
    if letters := _LETTERS.match(source.text, line, place + 1):
        return _with_letters(record, letters["name"])
    if loud := _LOUD.match(source.text, line, place + 1):
        unsigned = not any(record.fields.get(one) for one in ("sender", "author", "signature"))
        known = unsigned and any(loud["name"].lower() in man.text.lower().split() for man in _people(record))
        shown = names.cased(loud["name"]) if loud["name"].isupper() else loud["name"]
        return (source.cite(loud.span("name"), CLAIMANT, shown, entity="person"),) if known else ()
    label = _SPEAKER.match(source.text, line, place)
    if label is None or label["name"].startswith("Dear "):
        return ()
    people = {man.text.split()[-1].lower() for man in _people(record)}
    name = label["name"]
    if _OFFICE_LABEL.fullmatch(name):
        return (source.cite(label.span("name"), CLAIMANT, name, entity="position"),)
    if name.split()[-1].lower() not in people:
        whole = [man for man in _people(record) if name in man.text.split() or man.text.startswith(f"{name} ")]
        alone = len({man.text for man in whole}) == 1
        return tuple(replace(man, rule=CLAIMANT, certainty="0.75", basis="inferred") for man in whole[:1] if alone)
    shown = names.cased(name) if name.isupper() else name
    return (source.cite(label.span("name"), CLAIMANT, shown, entity="person"),)


def _with_letters(record: Record, letters: str) -> tuple[Passage, ...]:
    """The one of those present whose name, or family name, begins with the letters that stand for him."""
    present = {
        man.text: man
        for one in ("participant", "sender", "addressee")
        for man in record.fields.get(one, ())
        if man.entity == "person"
    }
    called = [man for name, man in present.items() if "".join(word[0] for word in name.split()) == letters]
    called = called or [man for name, man in present.items() if name.split()[-1].startswith(letters)]
    found = called if len(called) == 1 else []
    return tuple(replace(man, rule=CLAIMANT, certainty="0.75", basis="inferred") for man in found)


def _last_label(text: str, line: int, place: int) -> int:
    """Where the last speaker is named in a line that runs several speeches together, else where the line begins."""
    begins = max(line, place - SPEECH)
    labels = [label for label in _INSIDE.finditer(text, begins, place) if _SPEAKER.match(text, label.end(), place)]
    return labels[-1].end() if labels and text.count(": ", line, place) > 1 else line


SPEECH = 3000
"""So many characters before its last words a speech in running text is thought to begin."""
_INSIDE = compiled(
    r"[.?!)\]”\"] (?=(?:Comrade|Com\.|Cde\.|Mr\.|President|Chairman|Premier|Minister|Ambassador|General|Marshal|"
    r"(?:PM|FM|VM|VFM|DFM|DPM|VPM|VP) [A-Z]|[A-Z]{4,}:) ?)"
)
"""Where a speech ends in running text and the next speaker is named, by his title or in capitals."""


def speech_begins(text: str, line: int, end: int, *, opens: bool = True) -> int:
    """Where the words of a speaker begin who is named at the beginning of his ``line``, or of a sentence inside it."""
    if not opens and not _INSIDE.match(text, line - 2):
        return line
    for label in (_LETTERS, _LOUD, _SPEAKER) if opens else (_SPEAKER,):
        if found := label.match(text, line, end):
            return found.end()
    return line


_OFFICE_LABEL = compiled(r"(?:Prime )?(?:Premier|Minister|President|Chairman|Ambassador|Chancellor|Secretary)")
"""Who speaks by his office alone: "Premier: China will supply the cable"."""


def _people(record: Record) -> list[Passage]:
    return [man for name in _NAMED for man in record.fields.get(name, ()) if man.entity == "person"]


_NAMED = ("participant", "mentions", "sender", "author", "addressee")
