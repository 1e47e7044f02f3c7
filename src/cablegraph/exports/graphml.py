"""GraphML: the network for yEd, igraph and networkx; first and last day of a link are data of the edge."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from cablegraph.exports.filters import Filter
from cablegraph.exports.network import Options, build, meta_of, nodes_json
from cablegraph.exports.source import Source, chunks

_NODE = (
    ("label", "string"), ("type", "string"), ("wikidata", "string"), ("sent", "int"), ("received", "int"),
    ("first", "string"), ("last", "string"), ("held", "boolean"), ("composed", "boolean"),
)  # fmt: skip
_EDGE = (("kind", "string"), ("weight", "int"), ("first", "string"), ("last", "string"), ("documents", "string"),
         ("composed", "boolean"))  # fmt: skip


def write(source: Source, wanted: Filter, options: Options) -> Iterator[bytes]:
    """The network as GraphML."""
    return chunks(_pieces(source, wanted, options))


def _pieces(source: Source, wanted: Filter, options: Options) -> Iterator[str]:
    network = build(source, wanted, options)
    meta = meta_of(source, wanted, network, options)
    way = "directed" if options.directed else "undirected"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for where, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys:
            yield f'<key id="{where}-{name}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n'
    for name in ("generation", "licence", "filter", "coverage"):
        yield f'<key id="graph-{name}" for="graph" attr.name="{name}" attr.type="string"/>\n'
    yield f'<graph id="G" edgedefault="{way}">\n'
    for name in ("generation", "licence", "filter", "coverage"):
        yield _data("graph", name, meta[name])
    for form in nodes_json(source, network):
        yield (
            f"<node id={quoteattr(form['id'])}>"
            + "".join(_data("node", name, form[name]) for name, _ in _NODE)
            + "</node>\n"
        )
    for index, link in enumerate(network.links):
        form = {
            "kind": link.kind, "weight": len(link.papers), "first": link.first, "last": link.last,
            "documents": " ".join(link.documents), "composed": link.composed,
        }  # fmt: skip
        yield f'<edge id="e{index}" source={quoteattr(link.source)} target={quoteattr(link.target)}>'
        yield "".join(_data("edge", name, form[name]) for name, _ in _EDGE) + "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(where: str, name: str, value: object) -> str:
    if value in (None, ""):
        return ""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, bool | dict) else str(value)
    return f'<data key="{where}-{name}">{escape(text)}</data>'
