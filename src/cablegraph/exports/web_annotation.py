"""A paper's readings as Web Annotations: ``FILIPPOV [Stalin]`` is the target, ``sender: Joseph Stalin`` the body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from cablegraph.exports import naming
from cablegraph.exports.source import Source
from cablegraph.iri import CG, FORM, KIND, RDFS, RICO, TOPIC, shorten

CONTEXT: Final[list[Any]] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "cg": CG, "rico": RICO, "rdfs": RDFS,
        "rule": {"@id": "cg:rule", "@type": "@id"}, "certainty": "rico:relationCertainty",
        "status": {"@id": "cg:status", "@type": "@id"}, "layer": "cg:layer",
    },
]  # fmt: skip
AROUND: Final = 32
_IDENTIFIES = (
    "hasSender",
    "hasAuthor",
    "hasReceiver",
    "hasAddressee",
    "relayedBy",
    "copiedTo",
    "mentions",
    "sentFrom",
    "sentTo",
)


def page(source: Source, document: str) -> dict[str, Any]:
    """An AnnotationPage of one paper (its IRI): one annotation a reading, one target a passage."""
    pattern = (
        f"?r rico:isEvidencedBy <{document}> ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; cg:rule ?rule ;"
        " rico:relationCertainty ?c ; cg:evidence ?e . ?e oa:exact ?w ; oa:start ?b ; oa:end ?n ; oa:hasSource ?t ;"
        " cg:layer ?l . OPTIONAL { ?r cg:status ?st }"
    )
    text = source.text_of(document) or ""
    found: dict[str, dict[str, Any]] = {}
    variables = ("r", "s", "p", "o", "rule", "c", "w", "b", "n", "t", "l", "st")
    rows = sorted(source.ask(pattern, *variables))
    papers = naming.names(source, {iri for row in rows for iri in (row[1], row[3]) if naming.is_paper(iri)})
    for r, s, p, o, rule, c, w, b, n, t, layer, st in rows:
        item = found.setdefault(r, _annotation(source, r, s, p, o, rule, c, st, document, papers))
        item["target"].append(_target(t, w, int(b), int(n), text, layer))
    items = sorted(found.values(), key=lambda item: (item["target"][0]["selector"][1]["start"], item["id"]))
    return {
        "@context": CONTEXT, "id": f"{document}/annotations.jsonld", "type": "AnnotationPage",
        "startIndex": 0, "items": items,
    }  # fmt: skip


def _annotation(
    source: Source,
    reading: str,
    subject: str,
    predicate: str,
    value: str,
    rule: str,
    certainty: str,
    status: str,
    document: str,
    papers: Mapping[str, str],
) -> dict[str, Any]:
    thing = value.startswith(("http://", "https://"))
    label = (papers.get(value) or source.label(value)) if thing else value
    of = papers.get(subject) or source.labels.get(subject) or shorten(subject)
    about = "" if subject == document else f" (of {of})"
    body: list[dict[str, Any]] = [
        {"type": "TextualBody", "value": f"{_said(predicate)}{about}: {label}", "purpose": "describing"}
    ]
    if thing:
        body.append({"type": "SpecificResource", "source": value, "purpose": _motivation(predicate, value)})
    item: dict[str, Any] = {
        "id": reading, "type": "Annotation", "motivation": _motivation(predicate, value), "body": body, "target": [],
        "rule": rule, "certainty": float(certainty),
    }  # fmt: skip
    if status:
        item["status"] = status
    return item


def _motivation(predicate: str, value: str) -> str:
    if value.startswith((TOPIC, FORM, KIND)):
        return "classifying"
    return "identifying" if predicate.endswith(_IDENTIFIES) else "describing"


def _said(predicate: str) -> str:
    """``rico:hasSender`` in words: sender."""
    name = predicate.replace("/", "#").rpartition("#")[2]
    for prefix in ("hasOrHad", "isOrWas", "has", "is"):
        if name.startswith(prefix) and name[len(prefix) : len(prefix) + 1].isupper():
            name = name[len(prefix) :]
            break
    spaced = "".join(f" {char.lower()}" if char.isupper() else char for char in name)
    return spaced.strip()


def _target(text_iri: str, words: str, start: int, end: int, text: str, layer: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": words}
    if text:
        quote |= {"prefix": text[max(start - AROUND, 0) : start], "suffix": text[end : end + AROUND]}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"source": text_iri, "selector": [quote, position], "layer": layer.rpartition("/")[2]}
