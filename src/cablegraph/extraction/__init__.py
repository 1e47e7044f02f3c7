"""What a paper says: one function for each kind of fact, called in order over the heading, the text and the closing."""

from __future__ import annotations

from cablegraph.extraction.papers import extract

__all__ = ["extract"]
