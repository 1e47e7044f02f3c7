"""Whether some documents' lines are surely sound, told from the lines alone: E1 to E8 without a store.

Nearly all documents are: an edge "hasSender" has its reading, which quotes "FILIPPOV [Stalin]" where it stands. Only
where that is not so, the invariants themselves (`validation`) are asked for what is wrong. This must therefore find
fault wherever they do (`tests/unit/test_soundness.py` plants faults at random); it may find more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from cablegraph.iri import CG, KIND, OA, PREFIXES, RDF, RICO
from cablegraph.shipped import shipped
from cablegraph.statements import Statements, lexical

_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{name}>" for name in ("subject", "predicate", "object"))
_EVIDENCE, _RULE, _STATUS = (f"<{CG}{name}>" for name in ("evidence", "rule", "status"))
_CERTAINTY, _DOCUMENT = f"<{RICO}relationCertainty>", f"<{RICO}isEvidencedBy>"
_NEEDED = (_SUBJECT, _PREDICATE, _OBJECT, _EVIDENCE, _RULE, _CERTAINTY)
_WITHHELD = {f"<{KIND}candidate>", f"<{KIND}rejected>"}
_EXACT, _START, _END, _SOURCE = (f"<{OA}{name}>" for name in ("exact", "start", "end", "hasSource"))
_LENGTH, _SHA = f"<{CG}length>", f"<{CG}sha256>"
_TYPE, _READING = f"<{RDF}type>", f"<{CG}Reading>"


def sound(lines: set[str], found: Statements, text_of: Callable[[str], str | None]) -> bool:
    """Whether no invariant is broken by these lines; ``found`` are their statements.

    ``text_of`` gives a text by the IRI of its node, or None for one that is not at hand.
    """
    try:
        return _readings(lines, found) and _spans(found) and _texts(found, text_of)
    except (KeyError, ValueError):
        return False


@cache
def _exempt() -> frozenset[str]:
    """Predicates that need no reading, as E1.rq lists them."""
    text = shipped("queries", "invariants").joinpath("E1.rq").read_text("utf-8")
    listed = re.search(r"NOT IN \((.*?)\)\)", text, re.DOTALL)
    if listed is None:
        raise ValueError("E1.rq has no list of predicates")
    names = (name.strip().partition(":") for name in listed[1].split(","))
    return frozenset(f"<{PREFIXES[prefix]}{name}>" for prefix, _, name in names)


def _readings(lines: set[str], found: Statements) -> bool:
    """E1 to E5, and E6 for readings."""
    subjects, predicates, objects, documents = (_single(found, term) for term in (*_NEEDED[:3], _DOCUMENT))
    made = {node for node, kind in found.get(_TYPE, ()) if kind == _READING}
    complete = all(made <= {node for node, _ in found.get(term, ())} for term in _NEEDED)
    withheld = {node for node, status in found.get(_STATUS, ()) if status in _WITHHELD}
    standing = {node for node, status in found.get(_STATUS, ()) if status not in _WITHHELD}
    read = {node: f"{subject} {predicates[node]} {objects[node]} ." for node, subject in subjects.items()}
    asserted = read.keys() - withheld
    edges = all((edge in lines) is (node in asserted) for node, edge in read.items()) and not (standing & withheld)
    covered = set(read.values())
    evidenced = all(
        f"{subject} {predicate} {value} ." in covered
        for predicate in found.keys() - _exempt()
        for subject, value in found[predicate]
    )
    cited = all(
        span.startswith(documents[node][:-1] + "/text/")
        for node, span in found.get(_EVIDENCE, ())
        if node in documents  # a decision's reading is evidenced by no document
    )
    return complete and edges and evidenced and cited


def _spans(found: Statements) -> bool:
    """E6 for spans, and E7."""
    starts, ends, sources, lengths = (_single(found, term) for term in (_START, _END, _SOURCE, _LENGTH))
    if not all(span.startswith(source[:-1] + "#char=") for span, source in sources.items()):
        return False
    for span, exact in found.get(_EXACT, ()):
        start, end = int(lexical(starts[span])), int(lexical(ends[span]))
        if start >= end or len(lexical(exact)) != end - start or end > int(lexical(lengths[sources[span]])):
            return False
    return len(found.get(_EXACT, ())) == len(ends) == len(sources)


def _texts(found: Statements, text_of: Callable[[str], str | None]) -> bool:
    """E8, for the texts at hand."""
    sources, starts, ends = (_single(found, term) for term in (_SOURCE, _START, _END))
    texts = {node: text_of(node[1:-1]) for node, _ in found.get(_SHA, ())}
    for node, stated in found.get(_SHA, ()):
        text = texts[node]
        if text is not None and sha256(text.encode()).hexdigest() != lexical(stated):
            return False
    for span, exact in found.get(_EXACT, ()):
        text = texts.get(sources[span])
        if text is not None and text[int(lexical(starts[span])) : int(lexical(ends[span]))] != lexical(exact):
            return False
    return True


def _single(found: Statements, predicate: str) -> dict[str, str]:
    """The one object of each subject. Raises ValueError where there are two."""
    pairs = found.get(predicate, ())
    single = dict(pairs)
    if len(single) != len(pairs):
        raise ValueError(f"two of {predicate}")
    return single
