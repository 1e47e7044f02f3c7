"""What a page's own catalogue says of a paper: title, summary, rights, language."""

from __future__ import annotations

from cablegraph.evidence import Passage
from cablegraph.extraction.messages import Message
from cablegraph.extraction.rules import rule


def catalogue(message: Message, fields: dict[str, list[Passage]]) -> None:
    """Title, summary, rights, language, classification: what the page's own catalogue says."""
    source, family = message.source, message.family
    for line in source.labelled("title"):
        if message.title_line and line.start == message.title_line.start and line.end > line.start:
            fields["title"] = [source.cite((line.start, line.end), rule(family, "title"))]
    for name, label in (("summary", "summary"), ("rights", "rights")):
        if found := [source.cite((line.start, line.end), rule(family, name)) for line in source.labelled(label)]:
            fields[name] = found
    for line in source.labelled("composed"):
        fields["composed"] = [source.cite((line.start, line.end), rule(family, "composed"), "true")]
    for line in source.labelled("language"):
        if code := _LANGUAGES.get(source.text[line.start : line.end].strip().lower()):
            fields["language"] = [source.cite((line.start, line.end), rule(family, "language"), code)]


_LANGUAGES = {
    "russian": "ru", "chinese": "zh", "english": "en", "german": "de", "polish": "pl", "romanian": "ro",
    "hungarian": "hu", "korean": "ko", "japanese": "ja", "french": "fr", "spanish": "es", "czech": "cs",
    "bulgarian": "bg", "albanian": "sq", "portuguese": "pt", "italian": "it", "serbo-croatian": "sh",
    "vietnamese": "vi", "mongolian": "mn", "danish": "da", "slovak": "sk", "serbian": "sr", "ukrainian": "uk",
}  # fmt: skip
