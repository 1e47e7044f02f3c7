"""The tests as their manifests tell them, out of the source distribution of rdflib 5.0.0, which carries both suites."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
DAWGT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
PINNED = Path(__file__).with_name("requirements.txt")
SUITES: Mapping[str, str] = {
    "data-r2": "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/",
    "data-sparql11": "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
}
"""Folder of a suite, and the address at which it was published: there relative IRIs begin."""


@dataclass(frozen=True)
class Data:
    """Files of a dataset: those of the default graph, and one for each named graph."""

    default: tuple[Path, ...] = ()
    named: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True)
class Test:
    """One test: suite, group and name, its kind, what is asked of which data, and what must come back."""

    __test__ = False
    suite: str
    group: str
    name: str
    kind: str
    address: str = ""
    text: str = ""
    data: Data = field(default_factory=Data)
    result: Path | None = None
    after: Data | None = None
    lax: bool = False
    withdrawn: bool = False
    missing: str = ""

    @property
    def id(self) -> str:
        """A name for it that is the only one."""
        return f"{self.suite.removeprefix('data-')}/{self.group}#{self.name}"


def fetch(folder: Path) -> Path:
    """The folder of both suites, fetched where it is not there. Raises ValueError for another file than is pinned."""
    suites = folder / "DAWG"
    if suites.is_dir():
        return suites
    folder.mkdir(parents=True, exist_ok=True)
    requirement, _, digest = PINNED.read_text("utf-8").strip().partition(" --hash=sha256:")
    archive = folder / f"{requirement.replace('==', '-')}.tar.gz"
    if not archive.is_file():
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q", "--no-deps"]
        pip += ["--no-binary", ":all:", "--require-hashes", "-r", str(PINNED), "-d", str(folder)]
        subprocess.run(pip, check=True)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
        raise ValueError(f"{archive} is not the file whose sha256 is {digest}")
    unpack(archive, folder)
    return suites


def unpack(archive: Path, folder: Path) -> None:
    """The suites of a source distribution into this folder."""
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            _, found, name = member.name.partition("/test/DAWG/data-")
            if found and name.partition("/")[0] in ("r2", "sparql11"):
                member.name = f"DAWG/data-{name}"
                packed.extract(member, folder, filter="data")


def tests(folder: Path) -> Iterator[Test]:
    """All tests that the manifests list, suite by suite and group by group."""
    for suite, base in SUITES.items():
        for path in sorted((folder / suite).glob("*/manifest.ttl")):
            yield from _Manifest(folder, suite, base, path).tests()


class _Manifest:
    def __init__(self, folder: Path, suite: str, base: str, path: Path) -> None:
        self._root, self._suite, self._base = folder / suite, suite, base
        self._group = path.parent.name
        self._address = f"{base}{self._group}/{path.name}"
        self._graph = Graph().parse(path, format="turtle", publicID=self._address)

    def tests(self) -> Iterator[Test]:
        for entries in self._graph.objects(None, MF.entries):
            for test in Collection(self._graph, entries):
                yield self._test(test)

    def _test(self, test: Node) -> Test:
        graph = self._graph
        kinds = {str(kind).rpartition("#")[2] for kind in graph.objects(test, RDF.type)}
        [kind] = kinds or {""}
        action, result = graph.value(test, MF.action), graph.value(test, MF.result)
        name = str(test).rpartition("#")[2]
        common = Test(self._suite, self._group, name, kind.removesuffix("11"))
        approvals = set(graph.objects(test, DAWGT.approval))
        given = {**common.__dict__, "withdrawn": DAWGT.Withdrawn in approvals}
        given["lax"] = graph.value(test, MF.resultCardinality) == MF.LaxCardinality
        if action is None:
            return Test(**given)
        request = graph.value(action, QT.query) or graph.value(action, UT.request) or action
        if not isinstance(request, URIRef):
            return Test(**given)
        path = self._path(request)
        if not path.is_file():
            return Test(**{**given, "missing": path.name})
        text = path.read_text("utf-8")
        given.update(address=str(request), text=text)
        if kind == "UpdateEvaluationTest":
            return Test(**{**given, "data": self._data(action), "after": self._data(result)})
        data = self._data(action)
        if not data.default and not data.named:
            data = self._named_in(text, str(request))
        return Test(**{**given, "data": data, "result": self._path(result) if isinstance(result, URIRef) else None})

    def _data(self, node: Node | None) -> Data:
        """The dataset that a node of the manifest tells."""
        if node is None:
            return Data()
        default = [*self._graph.objects(node, QT.data), *self._graph.objects(node, UT.data)]
        named = []
        for graph in [*self._graph.objects(node, QT.graphData), *self._graph.objects(node, UT.graphData)]:
            file = self._graph.value(graph, UT.graph) or graph
            label = self._graph.value(graph, RDFS.label)
            named.append((str(label if label is not None else graph), self._path(file)))
        return Data(tuple(self._path(file) for file in default), tuple(sorted(named)))

    def _named_in(self, text: str, address: str) -> Data:
        """Files that a query names in FROM and FROM NAMED: a store holds them as named graphs."""
        folder = address.rpartition("/")[0]
        files = sorted({f"{folder}/{name}" for name in _FROM.findall(text)})
        return Data((), tuple((file, self._path(URIRef(file))) for file in files))

    def _path(self, iri: Node) -> Path:
        return self._root / unquote(str(iri).removeprefix(self._base))


_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^<>:]+)>", re.IGNORECASE)
