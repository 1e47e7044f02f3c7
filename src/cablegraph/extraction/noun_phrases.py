"""The noun phrase around a word, without a parser: ``the question of an armistice``, ``request for further arms``."""

from __future__ import annotations

import re

from cablegraph.patterns import compiled

# Words a noun phrase cannot run through. Articles and "of" are treated apart.
_STOP_WORDS = """and or but nor so yet if that which who whom whose what when where why how while because since
    although though     as than then thus hence therefore however also only even just not no never
    in on at by to from with without into onto upon about over under after before between among against during until
    through towards toward within beyond per via concerning regarding
    i you he she it we they me him us them my your his her its our their mine yours ours theirs myself himself itself
    this that these those there here
    is are was were be been being am has have had having do does did done will would shall should can could may might
    must ought need
    say says said state states stated report reports reported ask asks asked tell told inform informed think thinks
    believe believes consider considers considered begin began begun continue continued become became take took taken
    give gave given make made send sent receive received go went gone come came seem seems seemed remain remains
    move moved meet met hold held stand stood agree agreed arrive arrived leave left raise raised raising"""
_STOP = frozenset(_STOP_WORDS.split())
_ARTICLES_WORDS = "the a an this these those such any some"
_ARTICLES = frozenset(_ARTICLES_WORDS.split())
_OPENERS_WORDS = "discussing describing requesting"
_OPENERS = frozenset(_OPENERS_WORDS.split())
# Read backwards from the place: the blanks or the hyphen, then the word, its letters in reverse.
_BACKWARDS = compiled(r"([ \u00a0]+|-)([^\W_]+(?:['’\-‑–][^\W_]+)*)")
_LINKED = compiled(r"([^\W_]+(?:['’\-][^\W_]+)*)[ \u00a0]+(of|for)[ \u00a0]+$")
_BOUND = compiled(r"[ \u00a0]+(?:(?:no |not )?(?:more|less|fewer) than|at least|at most|up to)\b", re.IGNORECASE)
_NEXT = compiled(r"[ \u00a0]+([^\W_]+(?:['’\-‑–][^\W_]+)*)")


def around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The stretch of the noun phrase around ``text[start:end]``, inside ``text[first:last]``."""
    return _left(text, start, first), _right(text, start, end, last)


def _left(text: str, start: int, first: int) -> int:
    start = _article(text, start, first)
    for _ in range(2):
        before = text[max(first, start - 60) : start]
        linked = _LINKED.search(before) if before.rstrip(" \u00a0").endswith(("of", "for")) else None
        if linked is None or linked[1].lower() in _STOP | _ARTICLES:
            break
        head = start - len(linked[0])
        reached = _article(text, head, first)
        start = reached
        opener = _BACKWARDS.match(text[max(first, start - 24) : start][::-1])
        if opener and opener[2][::-1].lower() in _OPENERS:
            start -= len(opener[0])
            break
    return start


def _article(text: str, start: int, first: int) -> int:
    """Back over at most three modifiers to an article; without one only over what a hyphen joins."""
    joined = reached = start
    for _ in range(4):
        before = _BACKWARDS.match(text[max(first, reached - 40) : reached][::-1])
        if before is None:
            break
        word = before[2][::-1].lower()
        if word in _ARTICLES:
            return reached - len(before[0])
        if word in _STOP or word in ("of", "for"):
            break
        reached -= len(before[0])
        if before[1] == "-" and joined == reached + len(before[0]):
            joined = reached
    return joined


_HYPHENATED = compiled(r"-[^\W_]+")
_OF_BEHIND = compiled(r"[ \u00a0]+of(?=[ \u00a0])")


def _right(text: str, start: int, end: int, last: int) -> int:
    """On over "of …", and over the object of a cue that ends with a preposition ("arms for 60 divisions")."""
    cue = text[start:end].lower()
    if cue.endswith((" for", " of", " in", " at", " with")):
        return _phrase(text, end, last) or end
    hyphenated = _HYPHENATED.match(text, end, last)
    end = hyphenated.end() if hyphenated else end
    linked = _OF_BEHIND.match(text, end, last)
    if linked is None:
        return end
    return _phrase(text, linked.end(), last) or end


def _phrase(text: str, start: int, last: int) -> int:
    """End of the simple noun phrase that begins behind ``start``, 0 if there is none. At most six words."""
    bound = _BOUND.match(text, start, last)
    reached, content = bound.end() if bound else start, 0
    for _ in range(6):
        following = _NEXT.match(text, reached, last)
        if following is None:
            break
        word = following[1].lower()
        if word in _ARTICLES and reached == start:
            reached = following.end()
            continue
        if word in _STOP or word in _ARTICLES or word in ("of", "for"):
            break
        content += 1
        reached = following.end()
        if reached < last and text[reached] in ".,;:!?)]":
            break
    return reached if content else 0
