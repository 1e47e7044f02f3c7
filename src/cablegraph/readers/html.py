"""A page as lines: each block of HTML a line of its own, scripts and hidden parts left out: ``<dt>Record ID</dt>``.

Hidden is what its own markup takes from sight; what is hidden from screen readers alone (``aria-hidden``) is seen.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import html

from cablegraph.errors import ReadError
from cablegraph.patterns import compiled

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul",
})  # fmt: skip
_HIDDEN: Final = frozenset({
    "script", "style", "noscript", "template", "svg", "head", "iframe", "button", "select", "datalist", "noframes",
})  # fmt: skip
_UNSEEN: Final = compiled(
    r"(?i)(?:^|[;\s])(?:display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse))\s*(?:!\s*important\s*)?(?:;|$)"
)
_XHTML = compiled(r"(?is)\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|div|article|main|section|p|h1)\b")
_HTML = compiled(
    r"(?is)\s*(?:<!--.*?-->\s*)*<(?:(?:!doctype html|html|head|body|div|article|main|section|p|h[1-6]|header|table"
    r"|center|meta|title|style|script|template|noscript|[uod]l|blockquote|pre)\b(?=[\s>/])"
    r"|(?P<inline>a|b|i|u|em|strong|span|font)(?:\s[^<>]*)?>(?=.*</(?P=inline)>))"
)


def sniff(text: str) -> bool:
    """Whether a text is HTML, or XHTML."""
    if text.startswith("<?xml"):
        return bool(_XHTML.match(text.partition("?>")[2][:2000]))
    return bool(_HTML.match(text[:2000]))


def lines(page: str, name: str) -> str:
    """The text of a page, one block a line. Raises ReadError with the code malformed or furniture."""
    try:
        tree = html.document_fromstring(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", page), parser=html.HTMLParser(huge_tree=True, remove_comments=True)
        )
    except (html.etree.ParserError, ValueError) as error:
        notes = ("left out", "save the page again, or save its text")
        raise ReadError(f"{name} is not HTML that can be read", path=name, code="malformed", notes=notes) from error
    parts: list[str] = []
    _walk(tree, parts)
    text = re.sub(r"[ \t\r\f\v]+", " ", "".join(parts))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip(" ") for line in text.split("\n"))).strip("\n") + "\n"


def _walk(element: html.HtmlElement, parts: list[str]) -> None:
    """Words in order; an explicit stack, because pages nest deeper than Python calls."""
    stack: list[tuple[html.HtmlElement | None, str]] = [(element, "")]
    while stack:
        node, after = stack.pop()
        if node is None:
            parts.append(after)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _HIDDEN or _is_hidden(node, tag):
            continue
        block = tag in _BLOCKS
        if block:
            parts.append("\n")
        preformatted = tag == "pre"
        parts.append(_words(node.text, keep=preformatted))
        stack.append((None, "\n" if block else ""))
        for child in reversed(node):
            stack.append((None, _words(child.tail, keep=preformatted)))
            stack.append((child, ""))


def _is_hidden(node: html.HtmlElement, tag: str) -> bool:
    if node.get("hidden") is not None or (tag == "dialog" and node.get("open") is None):
        return True
    style = node.get("style")
    return style is not None and bool(_UNSEEN.search(style))


def _words(text: str | None, *, keep: bool) -> str:
    if not text:
        return ""
    return text if keep else re.sub(r"[ \t\r\n\f]+", " ", text)
