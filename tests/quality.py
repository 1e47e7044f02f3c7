"""How well papers are read: precision, recall and F1 of every field, against gold: ``make quality``.

Gold is the FRUS development set (as plain text and as TEI), the rest of its volume (as plain text) and the composed
cases of tests/corpus, apart by set. Run ``python tests/quality.py``; ``--set tuned`` for one set, ``--misses`` to see
what failed (never of the set put aside), ``--pin`` to write the floors. Ends with 1 when a figure falls below its floor
or the corpus changed without new floors.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
if __name__ == "__main__":
    sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]

from cablegraph import readers  # noqa: E402
from cablegraph.errors import ReadError  # noqa: E402
from cablegraph.evidence import Passage  # noqa: E402
from cablegraph.extraction import extract  # noqa: E402
from cablegraph.record import Record, SourceText  # noqa: E402
from tests import volume  # noqa: E402

FLOORS: Final = HERE / "quality_floors.json"
SHOWN: Final = HERE.parent / "src" / "cablegraph" / "server" / "quality.json"
"""The figures of the page About: precision and recall of what was read without having been seen, and of the volume."""
SLACK: Final = 0.005
UNSEEN: Final = ("aside", "fresh", "trunk", "beam", "gable", "crest")
"""Sets that are measured and never looked at."""
OPENED: Final = ("second", "kept", "sealed", "vault", "cellar", "attic", "loft", "eaves", "ridge")
"""Sets that were unseen until 30 November or 1 December 2026; rules are mended with them in sight since then."""
SETS: Final = ("tuned", *OPENED, *UNSEEN)
PARTY_FIELDS: Final = ("sender", "author", "addressee", "receiver", "relay", "copied_to", "participant", "mentions")

Gold = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """Right, superfluous and missing of one field."""

    right: int = 0
    extra: int = 0
    missing: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.extra + self.missing
        return 2 * self.right / total if total else 1.0


class Scores:
    """Tallies by group (``tuned``, ``tuned wilson_center``) and field."""

    def __init__(self) -> None:
        self.tallies: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))

    def add(
        self,
        groups: Sequence[str],
        name: str,
        expected: Sequence[Any],
        found: Sequence[Any],
        same: Callable[[Any, Any], bool],
        case: str,
    ) -> None:
        """Pair what was expected with what was found, each once."""
        left = list(found)
        missing = []
        for want in expected:
            hit = next((one for one in left if same(want, one)), None)
            if hit is None:
                missing.append(want)
            else:
                left.remove(hit)
        for group in groups:
            tally = self.tallies[group][name]
            tally.right += len(expected) - len(missing)
            tally.extra += len(left)
            tally.missing += len(missing)
            if missing or left:
                tally.misses.append(f"{case}: missing {_short(missing)} extra {_short(left)}")


def _short(items: Sequence[Any]) -> str:
    return json.dumps(items, ensure_ascii=False, default=str)[:200]


def fold(name: str) -> str:
    """A name for comparing: no marks, no case, no punctuation."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", " ", plain.replace("’", "").replace("'", "")).strip().lower()


def same_name(want: str, found: str) -> bool:
    """Whether two spellings can be one name: equal, the words of one among the other's, or initials for given names."""
    first, second = fold(want).split(), fold(found).split()
    if not first or not second:
        return False
    if first[-1] == second[-1] and len(first) > 1 < len(second):  # "W. Gomułka" and "Władysław Gomułka" in one paper
        given = list(zip(first[:-1], second[:-1], strict=False))
        if all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in given):
            return True
    drop = {"the", "of"}
    one, two = set(first) - drop, set(second) - drop
    return one == two or (bool(one) and bool(two) and (one <= two or two <= one))


@dataclass(frozen=True, slots=True)
class Named:
    """A party as found: its name, and the names it may also be known by (the holder of an office)."""

    name: str
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


def parties(record: Record, *fields: str) -> list[Named]:
    """The parties of some fields, each once."""
    found: dict[str, Named] = {}
    for name in fields:
        for passage in record.fields.get(name, ()):
            if float(passage.certainty) < 0.7:
                continue
            holders = [
                part.text_of("holder")
                for part in record.parts.get("positions", ())
                if part.text_of("position") == passage.text
            ]
            key = fold(passage.text)
            if not any(
                set(key.split()) <= set(other.split()) or set(other.split()) <= set(key.split()) for other in found
            ):
                found[key] = Named(passage.text, tuple(holders))
    return list(found.values())


def same_party(want: Any, found: Named) -> bool:
    names = [want] if isinstance(want, str) else [want["name"], *([want["alias"]] if want.get("alias") else [])]
    return any(same_name(name, other) for name in names for other in (found.name, *found.others))


def values(record: Record, *fields: str) -> list[str]:
    """The different values of some fields that support an edge."""
    return list(
        dict.fromkeys(p.text for name in fields for p in record.fields.get(name, ()) if float(p.certainty) >= 0.7)
    )


def equal(want: Any, found: Any) -> bool:
    return bool(fold(str(want)) == fold(str(found)))


def same_date(want: str, found: str) -> bool:
    return want[:10] == found[:10] if "T" in want else want == found


def listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def places_of(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Where a quote of the gold stands; its lines may be broken otherwise in the text as laid out."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    yield from (match.span() for match in re.finditer(words, text)) if words else ()


def overlaps(source: SourceText, quote: str, passages: Iterable[Passage]) -> bool:
    spans = list(places_of(source.text, quote))
    return any(start < last and first < end for p in passages for start, end in p.spans for first, last in spans)


def passages_of(part: Record) -> list[Passage]:
    return [passage for passages in part.fields.values() for passage in passages]


def score_document(scores: Scores, groups: Sequence[str], gold: Gold, record: Record, case: str) -> None:
    """Every field that the gold of a document (or enclosed message) speaks of."""

    def add(name: str, expected: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], bool] = equal) -> None:
        scores.add(groups, name, expected, found, same, case)

    source = record.source
    for name, fields in _SIMPLE.items():
        if name in gold:
            add(name, listed(gold[name]), values(record, *fields), same_date if name in ("date", "received") else equal)
    if "numbers" in gold:
        add("number", gold["numbers"], values(record, "number"))
    elif "number" in gold:
        add("number", listed(gold["number"]), values(record, "number"))
    for name, fields in _PARTIES.items():
        if name in gold:
            add(name, listed(gold[name]), parties(record, *fields), same_party)
    if "other_numbers" in gold:
        numbers = [(kind, value) for kind in _KINDS for value in values(record, f"{kind}_number")]
        add("other_numbers", [(one["kind"], one["value"]) for one in gold["other_numbers"]], numbers)
    _score_named(add, gold, record)
    _score_parts(add, gold, record, source)
    for layer in gold.get("layers", ()):  # words that stand in the title too are right if they are in either place
        spoken = [source.layer_of(*span) for span in places_of(source.text, layer["quote"])]
        add("layers", [layer["layer"]], [layer["layer"]] if layer["layer"] in spoken else spoken[:1])
    if "enclosed" in gold:
        inner = list(record.parts.get("enclosed", ()))
        add(
            "enclosed",
            gold["enclosed"],
            inner[: len(gold["enclosed"])] if len(inner) >= len(gold["enclosed"]) else inner,
            lambda _w, _f: True,
        )
        scores.add(groups, "enclosed", [], inner[len(gold["enclosed"]) :], equal, case)
        for number, want in enumerate(gold["enclosed"]):
            if number < len(inner):
                score_document(
                    scores, [f"{group} enclosed" for group in groups], want, inner[number], f"{case}/enclosed"
                )


_Fields = Mapping[str, tuple[str, ...]]
_SIMPLE: Final[_Fields] = {
    "form": ("form",), "date": ("date",), "received": ("date_received",), "title": ("title",), "summary": ("summary",),
    "rights": ("rights",),
}  # fmt: skip
_PARTIES: Final[_Fields] = {
    "senders": ("sender", "author"), "recipients": ("addressee",), "receiver": ("receiver",), "relays": ("relay",),
    "copies_to": ("copied_to",), "origin": ("origin",), "destination": ("destination",),
}  # fmt: skip
_KINDS: Final = ("register", "incoming", "outgoing", "special", "internal", "protocol", "file")
_ENTITIES: Final = {"persons": "person", "places": "place", "organisations": "body"}


def _score_named(add: Callable[..., None], gold: Gold, record: Record) -> None:
    for name, entity in _ENTITIES.items():
        if name not in gold:
            continue
        fields = (*PARTY_FIELDS, "origin", "destination")
        everything: dict[str, str] = {}
        for part in record.walk():
            for key, passages in part.fields.items():
                if key in fields or (part is not record and key in ("holder", "sender", "author")):
                    for passage in passages:
                        if passage.entity == entity and float(passage.certainty) >= 0.7:
                            key_words = set(fold(passage.text).split())
                            if not any(
                                key_words <= set(old.split()) or set(old.split()) <= key_words for old in everything
                            ):
                                everything[fold(passage.text)] = passage.text
        add(name, gold[name], list(everything.values()), same_name)
    if "topics" in gold:
        add("topics", gold["topics"], values(record, "topics"))


def _score_parts(add: Callable[..., None], gold: Gold, record: Record, source: SourceText) -> None:
    def quoted(want: Gold, part: Record) -> bool:
        return overlaps(source, want["quote"], passages_of(part))

    def cited(want: Gold, part: Record) -> bool:
        number, date = part.text_of("number"), part.text_of("date")
        same_number = not want.get("number") or number == want["number"]
        return quoted(want, part) and same_number and (not want.get("date") or date == want["date"])

    def claimed(want: Gold, part: Record) -> bool:
        quantity = part.text_of("quantity")
        right = want.get("quantity") is None or quantity == str(want["quantity"])
        return quoted(want, part) and part.text_of("kind") == want["kind"] and right

    def referenced(want: Gold, part: Record) -> bool:
        return _same_reference(source, want, part)

    for name, part, same in (
        ("citations", "citations", cited), ("promises", "promises", quoted), ("claims", "claims", claimed),
        ("archive_refs", "copies", referenced),
    ):  # fmt: skip
        if name in gold:
            found = list(record.parts.get(part, ()))
            add(name, gold[name], [*found, *_filed(gold[name], record)] if part == "copies" else found, same)
    if "gaps" in gold:
        marks = [gap for gap in record.parts.get("gaps", ()) if gap.text_of("reason") != "empty-field"]
        wanted = [gap for gap in gold["gaps"] if gap.get("reason") != "empty-field"]
        add("gaps", wanted, marks, quoted)


def _filed(wanted: Sequence[Gold], record: Record) -> list[Record]:
    """The paper's file numbers as references, where the gold asks for the State Department's decimal file.

    The model keeps such a number as `cg:fileNumber` of the paper, never as a copy: it names no archive.
    """
    if not any("decimal file" in one.get("repository", "") for one in wanted):
        return []
    numbers = record.fields.get("file_number", ())
    return [Record(record.id, record.source, {"identifier": (number,)}) for number in numbers]


def _same_reference(source: SourceText, want: Gold, part: Record) -> bool:
    if not overlaps(source, want["as_cited"], passages_of(part)):
        return False
    if want.get("fond") is None and want.get("delo") is None:
        wanted = fold(want.get("identifier") or want["as_cited"])
        found = fold(part.text_of("identifier"))
        behind = found.removeprefix(fold(part.text_of("holder"))).strip()  # answers may name the archive apart
        return wanted in (found, behind, fold(" ".join(p.text for p in part.fields.get("identifier", ()))))
    identifier = part.text_of("identifier")
    numbers = [want[key] for key in ("fond", "opis", "delo", "papka", "list") if want.get(key)]
    return all(re.search(rf"(?<!\w){re.escape(str(number))}(?!\w)", identifier) for number in numbers)


def score_corpus(scores: Scores, only: str | None, begin: str = "") -> None:
    """The composed cases, by set and by set and family; only those whose folder begins so."""
    for path in sorted((HERE / "corpus").glob(f"*/{begin}*/expected.json")):
        expected = json.loads(path.read_text("utf-8"))
        if only and expected["set"] != only:
            continue
        groups = [expected["set"], f"{expected['set']} {path.parent.parent.name}"]
        case = f"{path.parent.parent.name}/{path.parent.name}"
        given = next(path.parent.glob("input.*"))
        try:
            records = [extract(source) for source in readers.read(given, f"{path.parent.name}{given.suffix}")]
            refused = None
        except ReadError as error:
            records, refused = [], error.diagnostic.code
        scores.add(groups, "refused", listed(expected["refused"]), listed(refused), equal, case)
        if expected["refused"]:
            continue
        scores.add(
            groups, "documents", expected["documents"], records[: len(expected["documents"])], lambda _w, _f: True, case
        )
        scores.add(groups, "documents", [], records[len(expected["documents"]) :], equal, case)
        for gold, record in zip(expected["documents"], records, strict=False):
            score_document(scores, groups, gold, record, case)


def score_frus(scores: Scores, group: str, records: Mapping[str, Record]) -> None:
    """The FRUS development set: date, number, parties, place, file number and form."""
    for line in (HERE / "data" / "frus_dev_gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        record = records.get(gold["id"])
        case = gold["id"]
        scores.add([group], "documents", [case], [case] if record else [], equal, case)
        if record is None:
            continue
        form = {"telegram": "telegram"}.get(gold["doc_type"], gold["doc_type"])
        simple = (
            ("date", gold["date"], values(record, "date")),
            ("number", gold["telegram_number"], values(record, "number")),
            ("form", form, values(record, "form")),
        )
        for name, want, found in simple:
            scores.add([group], name, listed(want), found, equal, case)
        scores.add(
            [group], "senders", [one["name"] for one in gold["sender"]], parties(record, "sender"), same_party, case
        )
        scores.add(
            [group],
            "recipients",
            [one["name"] for one in gold["recipients"]],
            parties(record, "addressee"),
            same_party,
            case,
        )
        scores.add([group], "origin", listed(gold["dispatch_place"]), parties(record, "origin"), same_party, case)
        files = [one["file"] for one in gold["archive_refs"] if one.get("file")]
        scores.add([group], "file", files, values(record, "file_number"), equal, case)
        received = [True] if gold["received"] and re.search(r"[A-Z][a-z]+ \d", gold["received"]) else []
        scores.add([group], "received", received, [True for _ in values(record, "date_received")][:1], equal, case)


def score_volume(scores: Scores, group: str) -> None:
    """The rest of the volume as plain text, where its editors marked a value: what they did not tag is no gold.

    Of citations by number only whether they are found.
    """
    known = {json.loads(line)["id"] for line in (HERE / "data" / "frus_dev_gold.jsonl").read_text("utf-8").splitlines()}
    for marked in volume.documents():
        if marked.id in known:
            continue
        [record] = _read_text(marked.text, f"{marked.id}.txt")
        cited = {part.text_of("number") for one in record.walk() for part in one.parts.get("citations", ())}
        for name, want, found, same in (
            ("date", listed(marked.date), values(record, "date"), equal),
            ("senders", marked.senders, parties(record, "sender", "author"), same_party),
            ("recipients", marked.recipients, parties(record, "addressee"), same_party),
            ("origin", listed(marked.origin), parties(record, "origin"), same_party),
            ("file", listed(marked.file), values(record, "file_number"), equal),
            ("number", listed(marked.number), values(record, "number"), equal),
            ("cited", marked.cited, sorted(cited.intersection(marked.cited)), equal),
        ):
            if want or name == "number":
                scores.add([group], name, want, found, same, marked.id)


def _read_text(text: str, name: str) -> list[Record]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, "utf-8")
        return [extract(source) for source in readers.read(path, name)]


def frus_text() -> dict[str, Record]:
    folder = HERE.parent / "examples" / "frus"
    found = {}
    for path in sorted(folder.glob("frus*.txt")):
        for source in readers.read(path, path.name):
            found[source.key] = extract(source)
    return found


def frus_tei() -> dict[str, Record]:
    path = HERE / "data" / "frus1918Russiav03.xml"
    wanted = {
        json.loads(line)["id"] for line in (HERE / "data" / "frus_dev_gold.jsonl").read_text("utf-8").splitlines()
    }
    return {source.key: extract(source) for source in readers.read(path, path.name) if source.key in wanted}


def fingerprint() -> str:
    """Digest of all gold: floors hold for these answers and no others."""
    digest = hashlib.sha256((HERE / "data" / "frus_dev_gold.jsonl").read_bytes())
    for path in sorted((HERE / "corpus").glob("*/*/*")):
        digest.update(path.relative_to(HERE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def as_json(scores: Scores) -> dict[str, Any]:
    """Figures by group and field."""
    return {
        group: {
            name: {
                "precision": round(t.precision, 4),
                "recall": round(t.recall, 4),
                "f1": round(t.f1, 4),
                "gold": t.right + t.missing,
            }
            for name, t in sorted(tallies.items())
        }
        for group, tallies in sorted(scores.tallies.items())
    }


def table(figures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    lines = []
    for group, fields in figures.items():
        lines.append(f"\n{group}\n  {'field':<14} {'gold':>5} {'P':>6} {'R':>6} {'F1':>6}")
        for name, one in fields.items():
            lines.append(
                f"  {name:<14} {one['gold']:>5} {one['precision']:>6.3f} {one['recall']:>6.3f} {one['f1']:>6.3f}"
            )
    return "\n".join(lines)


def below(figures: Mapping[str, Any], floors: Mapping[str, Any]) -> list[str]:
    """Every figure that fell under its floor."""
    found = []
    for group, fields in floors["floors"].items():
        for name, floor in fields.items():
            have = figures.get(group, {}).get(name, {}).get("f1", 0.0)
            if have + SLACK < floor:
                found.append(f"{group} · {name}: {have:.3f}, floor {floor:.3f}")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    arguments = argparse.ArgumentParser(description="Score the reading of papers against gold.")
    arguments.add_argument("--set", choices=SETS, help="composed cases of one set only")
    arguments.add_argument("--only", choices=("corpus", "text", "tei", "volume"), help="one source of gold only")
    arguments.add_argument("--cases", default="", metavar="BEGIN", help="composed cases whose folder begins so, alone")
    arguments.add_argument("--families", action="store_true", help="also by family of sources")
    arguments.add_argument("--json", type=Path, help="write the figures to a file")
    arguments.add_argument(
        "--misses", metavar="FIELD", help="show what failed in a field (or 'all'), tuned set and FRUS only"
    )
    arguments.add_argument("--pin", action="store_true", help="write the floors from the figures")
    given = arguments.parse_args(argv)
    scores = Scores()
    if given.only in (None, "corpus"):
        score_corpus(scores, given.set, given.cases)
    if given.only in (None, "text"):
        score_frus(scores, "frus text", frus_text())
    if given.only in (None, "tei"):
        score_frus(scores, "frus tei", frus_tei())
    if given.only in (None, "volume"):
        score_volume(scores, "frus volume")
    figures = as_json(scores)
    if given.misses:
        _show_misses(scores, given.misses)
        return 0
    print(
        table(
            {
                group: fields
                for group, fields in figures.items()
                if given.families or _pinned(group) or group.endswith("enclosed")
            }
        )
    )
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if given.pin:
        pinned = {
            group: {name: one["f1"] for name, one in fields.items()}
            for group, fields in figures.items()
            if _pinned(group)
        }
        if given.set or given.only or given.cases:  # the floors of what was not measured stay as they are
            pinned = {**json.loads(FLOORS.read_text("utf-8"))["floors"], **pinned}
        FLOORS.write_text(json.dumps({"fingerprint": fingerprint(), "floors": pinned}, indent=1) + "\n", "utf-8")
        if not (given.set or given.only or given.cases):
            SHOWN.write_text(json.dumps(shown(figures), indent=1) + "\n", "utf-8")
        return 0
    return _judge(figures, whole=not (given.only or given.set or given.cases))


def shown(figures: Mapping[str, Any]) -> dict[str, Any]:
    """What the page shows of the figures: rounded to whole per cents, with how much gold there was."""
    return {
        "fingerprint": fingerprint(),
        **{
            group: {
                name: [round(100 * one["precision"]), round(100 * one["recall"]), one["gold"]]
                for name, one in figures[group].items()
                if one["gold"]
            }
            for group in ("fresh", "frus text")
        },
    }


def _pinned(group: str) -> bool:
    return group in (*SETS, "frus text", "frus tei", "frus volume")


def _judge(figures: Mapping[str, Any], *, whole: bool) -> int:
    if not whole or not FLOORS.is_file():
        return 0
    floors = json.loads(FLOORS.read_text("utf-8"))
    if floors["fingerprint"] != fingerprint():
        print("\nthe gold changed since the floors were pinned: say why in the change, and pin them again (--pin)")
        return 1
    fallen = below(figures, floors)
    for line in fallen:
        print(f"fallen: {line}")
    if json.loads(SHOWN.read_text("utf-8")) != shown(figures):
        print("the page About shows other figures: pin them (--pin)")
        return 1
    return 1 if fallen else 0


_FAMILIES: Final = ("bulletin", "frus_text", "plain_text", "wilson_center")


def _show_misses(scores: Scores, wanted: str) -> None:
    for group, tallies in sorted(scores.tallies.items()):
        if (
            group.startswith(UNSEEN)
            or group.split(" ")[-1] in _FAMILIES
            or (" " in group and group.split(" ")[1] in _FAMILIES)
        ):
            continue  # what was put aside is measured, never looked at
        for name, tally in sorted(tallies.items()):
            if wanted == "all" or name in wanted.split(","):
                for miss in tally.misses:
                    print(f"{group} · {name} · {miss}")


if __name__ == "__main__":
    sys.exit(main())
