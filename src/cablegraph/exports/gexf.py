"""GEXF 1.3 with time: one edge a pair and kind, one spell a dated paper, so that Gephi's time bar works."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from cablegraph.exports.filters import Filter
from cablegraph.exports.network import Network, Options, build, meta_of, nodes_json
from cablegraph.exports.source import Source, chunks

_ATTRIBUTES = (
    ("type", "string"), ("wikidata", "string"), ("sent", "integer"), ("received", "integer"), ("held", "boolean"),
    ("composed", "boolean"),
)  # fmt: skip


def write(source: Source, wanted: Filter, options: Options) -> Iterator[bytes]:
    """The network as GEXF."""
    return chunks(_pieces(source, wanted, options, build(source, wanted, options)))


def _pieces(source: Source, wanted: Filter, options: Options, network: Network) -> Iterator[str]:
    way = "directed" if options.directed else "undirected"
    meta = meta_of(source, wanted, network, options)
    said = {name: json.dumps(meta[name], ensure_ascii=False) for name in ("filter", "coverage")}
    described = (
        f"generation {source.generation}; filter {said['filter']}; licence {source.licence};"
        f" coverage {said['coverage']}"
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><creator>cablegraph</creator><description>{escape(described)}</description></meta>\n"
    yield f'<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="{way}">\n'
    yield '<attributes class="node">\n'
    for name, kind in _ATTRIBUTES:
        yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield '</attributes>\n<attributes class="edge">\n<attribute id="kind" title="kind" type="string"/>\n'
    yield '<attribute id="documents" title="documents" type="string"/>\n'
    yield '<attribute id="composed" title="composed" type="boolean"/>\n</attributes>\n<nodes>\n'
    for form in nodes_json(source, network):
        yield f"<node id={quoteattr(form['id'])} label={quoteattr(form['label'])}><attvalues>"
        for name, _ in _ATTRIBUTES:
            yield f'<attvalue for="{name}" value={quoteattr(_text(form[name]))}/>'
        yield "</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for index, link in enumerate(network.links):
        yield f'<edge id="{index}" source={quoteattr(link.source)} target={quoteattr(link.target)}'
        yield f' weight="{len(link.papers)}" kind={quoteattr(link.kind)}><attvalues>'
        yield f'<attvalue for="kind" value={quoteattr(link.kind)}/>'
        yield f'<attvalue for="documents" value={quoteattr(" ".join(link.documents))}/>'
        yield f'<attvalue for="composed" value="{_text(link.composed)}"/></attvalues>'
        spells = sorted((p.earliest, p.latest) for p in link.papers if p.earliest and p.latest)
        if spells:
            yield "<spells>" + "".join(f'<spell start="{first}" end="{last}"/>' for first, last in spells) + "</spells>"
        yield "</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _text(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
