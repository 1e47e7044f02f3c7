"""Posts that write and read the same letters: an embassy and its ambassador, a secretary and who acts for him."""

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled


def full_post(party: str) -> str:
    """The post as papers are matched by it.

    ``agent:acting-secretary-of-state`` is ``agent:secretary-of-state``; the embassy in a country, its ambassador and
    its chargé d'affaires are one mission, for a telegram to any of them has its number in the same series.
    """
    plain = party.replace("/agent/acting-", "/agent/", 1)
    return _MISSION.sub("/agent/mission-", plain, count=1) if "-in-" in plain or "-at-" in plain else plain


def named_alike(said: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether one name is the beginning or the end of another: *Prince and Ministers* of the *Tsung-li Yamen*."""
    pairs = [(party.rpartition("/")[2], other.rpartition("/")[2]) for party in said for other in known]
    ordered = [sorted(pair, key=len) for pair in pairs]
    return any(f"{long}-".startswith(f"{short}-") or f"-{long}".endswith(f"-{short}") for short, long in ordered)


_MISSION: Final = compiled(
    r"/agent/(?:embassy|ambassador|legation|minister(?:-resident)?|charge(?:-d-affaires)?(?:-ad-interim)?)-(?=(?:in|at)-)"
)
"""``/agent/charge-d-affaires-in-burma``; a minister *of* something is none."""
