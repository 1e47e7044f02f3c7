"""Who is named with the post he reports from, where a sentence begins: ``Rossow at Tabriz reports``, ``Davis, Nanking, telegraphs``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cablegraph.extraction.name_runs import FORM, Mention, Run, familiar, is_title
from cablegraph.patterns import compiled

_AT = compiled(r",? (?:at|in|from|of)(?: the)? |, ")
_REPORTS = compiled(
    r",? (?:(?:also|now|again|just|likewise|further|who|has|had) )?(?:reports?|reported|telegraphs|telegraphed|wires|wired|cables|cabled|writes|wrote|states|stated|says|said|advises|advised|informs|informed|requests|requested|asks|asked|recommends|recommended|suggests|suggested|believes|thinks|confirms|confirmed|learns|hears|adds|replies|replied|inquires|proposes|urges|directed|been (?:directed|instructed|authorized|ordered|told|asked|informed))\b"
)
_OFFICES = frozenset(("Legation", "Embassy", "Consulate", "Mission", "Ministry", "Headquarters", "Delegation"))


def read(text: str, run: Run, named: Mapping[int, Mention]) -> Iterator[Mention]:
    """The man with whose name a sentence begins and behind whom stand a post and what he does there."""
    if not run.opens or len(run.tokens) > 3 or run.start in named:
        return
    start, end, word = run.tokens[0]
    names = [one for one in run.tokens if one[2] not in ("of", "the")]
    if familiar(word) or is_title(word) or word in _OFFICES or (len(names) > 1 and run.tokens[1][2] != "of"):
        return
    joint = _AT.match(text, end)
    post = named.get(joint.end()) if joint else None
    if joint is None or post is None or post.kind not in ("place", "body"):
        return
    if joint[0] == ", " and not text.startswith(",", post.end):
        return  # "Tver, Kostroma reports"
    if _REPORTS.match(text, post.end):
        yield Mention(start, end, "person", FORM)
