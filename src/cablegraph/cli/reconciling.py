"""``reconcile``: which entries of the tables, or of a service, a name may mean: ``Mao Tse-tung`` is Mao Zedong 0.9."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from cablegraph import __version__
from cablegraph.cli.console import Console
from cablegraph.errors import SettingsError
from cablegraph.iri import shorten

SERVICE = "https://wikidata.reconci.link/en/api"


@click.command(short_help="Candidates for names; offline unless --online.")
@click.argument("names", nargs=-1)
@click.option("--kind", type=click.Choice(["person", "body", "place", "event"]), default="person", show_default=True)
@click.option("--min-score", type=float, default=0.7, show_default=True, help="No candidate below this (0..1).")
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="So many candidates a name.")
@click.option("--when", default="", help="Date of the paper: year, month or day.")
@click.option("--online", is_flag=True, help="Ask the service of CABLEGRAPH_RECONCILE_URL too.")
@click.option("-o", "out", type=click.Path(path_type=Path), help="Write rows here.")
@click.pass_obj
def reconcile(
    console: Console, names: tuple[str, ...], kind: str, min_score: float, limit: int, when: str, online: bool,
    out: Path | None,
) -> None:  # fmt: skip
    """Propose entries for NAMES, or for every name nobody has identified. Nothing leaves this machine without --online.

    Without NAMES, links that may be right are written to curation/candidates.sssom.tsv, to be reviewed.

    \b
    Example:  cablegraph reconcile "Mao Tse-tung" --when 1951
    """
    from cablegraph import linking
    from cablegraph.linking import ranking
    from cablegraph.shipped import shipped

    when = _day(when)
    authority = linking.load((shipped("ontology", "authorities"), *console.corpus.own("authorities")))
    asked = names or _unidentified(console)
    rows: list[tuple[Any, ...]] = []
    for name in asked:
        ranked = [item for item in ranking.rank(name, authority, (kind,), when, limit) if item.score >= min_score]
        if not ranked and (names or console.verbose):
            console.say(ranking.nothing_found(name, authority, (kind,), when, min_score))
        alone = ranking.winner(ranked)
        rows += [
            (name, shorten(item.entry.iri), item.entry.label, item.score, "; ".join(p.why for p in item.parts if p.why),
             "first" if item is alone else "", item.entry.qid)
            for item in ranked
        ]  # fmt: skip
    without = len(asked) - len({row[0] for row in rows})
    if without and not names and not console.verbose:
        console.say(f"{without} of {len(asked)} names have no candidate above {min_score:g}; the reasons: -v")
    if online:
        rows += _ask_service(console, asked, limit)
    if not names:
        _propose_links(console, authority, kind, min_score, online)
    console.table(("name", "candidate", "label", "score", "because", "winner", "wikidata"), rows, out=out)


def _day(when: str) -> str:
    """The date of the paper as the tables have it. Raises SettingsError for what is none."""
    from cablegraph.dates.typed import EXAMPLES, NoDateError, typed

    try:
        return typed(when) if when else ""
    except NoDateError as error:
        notes = ("who lived at that date is ranked by it; nothing was looked for", f"give {EXAMPLES}")
        raise SettingsError(f"--when: {error}", notes=notes) from error


def _unidentified(console: Console) -> tuple[str, ...]:
    from pyoxigraph import NamedNode, Store

    from cablegraph.cli.export import generation_of
    from cablegraph.iri import CG, RDF, RDFS

    store = Store.read_only(str(generation_of(console).store_path))
    found = set()
    for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(CG + "NamedParty")):
        for label in store.quads_for_pattern(quad.subject, NamedNode(RDFS + "label"), None):
            found.add(label.object.value)  # type: ignore[union-attr]
    return tuple(sorted(found))


def _ask_service(console: Console, names: tuple[str, ...], limit: int) -> list[tuple[Any, ...]]:
    from cablegraph.linking import reconcile as client

    service = _service(console)
    rows: list[tuple[Any, ...]] = []
    for name, answer in zip(names, service.ask([client.Query(name, limit=limit) for name in names]), strict=True):
        if isinstance(answer, client.ServiceError):
            click.echo(str(answer), err=True)
            continue
        for found in answer:
            rows.append(
                (
                    name,
                    f"wd:{found.id}",
                    found.name,
                    round(found.score / 100, 2),
                    f"said by {service.url}",
                    "",
                    found.id,
                )
            )
        if not answer:
            console.say(f"0 candidates for “{name}” at {service.url}")
    return rows


def _propose_links(console: Console, authority: Any, kind: str, least: float, online: bool) -> None:
    """Write what may be a link, and say of each entry without one why there is none (``-v``)."""
    from cablegraph.linking import proposals, sssom
    from cablegraph.shipped import shipped

    curation = console.folder / "curation"
    tables = shipped("ontology", "authorities") / "wikidata.sssom.tsv"
    reviewed = (*sssom.link_rows(tables), *sssom.link_rows(curation / "links.sssom.tsv"))
    if online:
        outcomes = list(proposals.online(authority, reviewed, _service(console), kind, least))
    else:
        outcomes = list(proposals.offline(authority, reviewed, kind))
    number = proposals.write(curation, outcomes)
    if console.verbose:
        for outcome in outcomes:
            console.say(outcome.told)
    console.say(f"{number} links to review in curation/{proposals.FILE}")


def _service(console: Console) -> Any:
    from cablegraph.linking import reconcile as client

    contact = os.environ.get("CABLEGRAPH_CONTACT", "")
    url = os.environ.get("CABLEGRAPH_RECONCILE_URL", SERVICE)
    if not contact:
        raise SettingsError(
            "asking a service needs a contact", notes="set CABLEGRAPH_CONTACT to an address its people can write to"
        )
    return client.Service(url, contact, console.data / "cache" / "reconcile.sqlite", version=__version__)
