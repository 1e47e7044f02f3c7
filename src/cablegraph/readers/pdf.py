"""The text of a PDF file, page after page, where the extra ``pdf`` is installed; images are not recognised."""

from __future__ import annotations

import importlib.util
import io
import logging
from typing import Final

from cablegraph.errors import ReadError

MAGIC: Final = b"%PDF"
INSTALL: Final = "pip install 'cablegraph[pdf]'"


def sniff(data: bytes, name: str) -> bool:
    """Whether a file is a PDF: by its first bytes, or, where it is called so, by the mark behind some others."""
    return data.startswith(MAGIC) or (name.lower().endswith(".pdf") and MAGIC in data[:1024])


def installed() -> bool:
    """Whether the extra is there."""
    return importlib.util.find_spec("pypdf") is not None


def text(data: bytes, name: str) -> str:
    """The text of all pages, not yet normalised. Raises ReadError where there is none or it cannot be had."""
    if not installed():
        notes: tuple[str, ...] = (
            "left out",
            f"to read the text of PDF files: {INSTALL}",
            "or save the paper as plain text",
        )
        raise ReadError(f"{name} is a PDF file, not text", path=name, code="format", notes=notes)
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is not ours to tell
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except Exception as error:  # a damaged file raises nearly anything there
        notes = ("left out", "open it in a viewer and save it as plain text (UTF-8)")
        what = f"the text of {name} cannot be had: {type(error).__name__}"
        raise ReadError(what, path=name, code="format", notes=notes) from error
    found = "\n".join(pages)
    if not found.strip():
        notes = ("left out", "it holds images only: have their text recognised, or transcribe it")
        raise ReadError(f"{name} is a PDF file without text", path=name, code="format", notes=notes)
    return found
