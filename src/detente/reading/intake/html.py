"""A saved web page: its text and what it says of itself. Nothing is run, nothing is fetched."""

from __future__ import annotations

import logging
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from detente.reading.intake.refusal import UnreadableReportError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DROPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed"),
        *("form", "button", "select", "textarea", "nav", "footer", "aside"),
    )
)
_BREAKS = frozenset(
    (
        *("p", "div", "br", "li", "tr", "td", "th", "ul", "ol", "dl", "dd", "dt", "table", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "blockquote", "header"),
        *("figcaption", "title"),
    )
)
MOST_DEPTH = 400
"""How deep elements may nest before a page is read without its structure."""


def read_page(page: str) -> tuple[str, Mapping[str, Any]]:
    """Return the text of an HTML page, a paragraph a line, and what its head says.

    The head's keys are ``title``, ``publisher``, ``byline``, ``published`` (a date) and
    ``language``, each only where it is there.

    Raises
    ------
    UnreadableReportError
        If there is no text in it.
    """
    outline = _Outline()
    outline.feed(page)
    outline.close()
    body: str | None = None
    told: dict[str, Any] = {}
    if outline.deepest <= MOST_DEPTH:
        body, told = _article("<!DOCTYPE html>" + outline.inert())
    text = body or outline.text()
    if not text.strip():
        raise UnreadableReportError(
            "page-without-text", "the page holds no text", "Save the page with its article"
        )
    if outline.language:
        told["language"] = outline.language
    if "title" not in told and outline.title():
        told["title"] = outline.title()
    title = told.get("title")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return text, told


def _article(page: str) -> tuple[str | None, dict[str, Any]]:
    """Return the article of a page and what its head says, as trafilatura finds them."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return None, {}
    told: dict[str, Any] = {}
    parts = found if isinstance(found, dict) else found.as_dict()
    for key, name in (("title", "title"), ("sitename", "publisher"), ("author", "byline")):
        if parts.get(key):
            told[name] = " ".join(str(parts[key]).split())
    if parts.get("date"):
        told["published"] = date.fromisoformat(parts["date"])
    return parts.get("text"), told


class _Outline(HTMLParser):
    """Goes through a page without building a tree, so that no nesting can exhaust anything."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language, self.deepest = "", 0
        self._depth, self._dropping, self._in_title = 0, 0, False
        self._words: list[str] = []
        self._title: list[str] = []
        self._inert: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; its attributes count only where they tell of the report."""
        if tag == "html":
            self.language = (dict(attrs).get("lang") or "")[:2].lower()
        if tag in _DROPPED:
            self._dropping += 1
        if self._dropping:
            return
        self._depth += tag not in ("br", "meta", "img", "hr", "link", "input", "wbr")
        self.deepest = max(self.deepest, self._depth)
        self._in_title = tag == "title"
        if tag in _BREAKS:
            self._words.append("\n")
        if tag not in ("img", "link", "a", "base"):
            self._inert.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a tag."""
        if tag in _DROPPED:
            self._dropping = max(0, self._dropping - 1)
            return
        if self._dropping:
            return
        self._depth = max(0, self._depth - 1)
        self._in_title = False
        if tag in _BREAKS:
            self._words.append("\n")
        if tag != "a":
            self._inert.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep what is read, not what is run or styled."""
        if self._dropping:
            return
        if self._in_title:
            self._title.append(data)
        else:
            self._words.append(data)
        self._inert.append(data.replace("&", "&amp;").replace("<", "&lt;"))

    def text(self) -> str:
        """Return all text, a block a line."""
        lines = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
        return "\n".join(line for line in lines if line)

    def title(self) -> str:
        """Return the page's title."""
        return " ".join("".join(self._title).split())

    def inert(self) -> str:
        """Return the page without scripts, styles, links and images."""
        return "".join(self._inert)
