"""What is written is safe to open, asks for nothing, and says the same in every format."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import count, pairwise

import pytest

from detente.brief import Brief, render
from detente.errors import CallError
from tests.brief.samples import DILEMMA, SMALL, Make, told

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "![x](http://evil.test/x.png)",
    "[x](javascript:alert(1))",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><iframe src=//evil.test>",
    "&lt;script&gt;",
    "url(http://evil.test/x)",
    "{n} {0} %s ${x}",
    "\u202eevil\u2066",
)
VOID = {"meta", "link", "img", "br", "hr", "input", "rect", "line", "circle", "path", "polygon"}
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href"}


class Page(HTMLParser):
    """Collect the tags and attributes of a page, and whether its tags are balanced."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def check_inert(html: str) -> Page:
    page = Page(html)
    assert page.open == []
    names = {tag for tag, _ in page.tags}
    assert not names & {
        "script",
        "iframe",
        "object",
        "embed",
        "img",
        "link",
        "form",
        "base",
        "audio",
    }
    ids = {attributes["id"] for _, attributes in page.tags if attributes.get("id")}
    for tag, attributes in page.tags:
        assert not {name for name in attributes if name.startswith("on")}, tag
        assert not set(attributes) & LOADING, tag
        assert "style" not in attributes
        href = attributes.get("href")
        if href is not None:
            assert href.startswith("#")
            assert href[1:] in ids
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    return page


def hostile(payload: str) -> str:
    """Return the sample dossier with `payload` in every text that an analyst writes freely."""
    fields = "title|publisher|name|kind|note|because|quote|stance|until|outcome|place|terms"
    fields += "|content|by_way_of|what|unit|counted_by|join|ground|bomb|split"
    quoted = json.dumps(payload)
    text = SMALL.replace("also: [Washington]", f"also: [{json.dumps(payload + ' also')}]")
    text = text.replace('"--YN": The war goes on', f'"--YN": {quoted}')
    text = text.replace("about: us.join", f"about: {quoted}")
    counter = count()

    def put(match: re.Match[str]) -> str:
        unique = match[1] in ("name", "join", "ground", "bomb", "split")
        return f"{match[1]}: {json.dumps(f'{payload} {next(counter)}') if unique else quoted}"

    return re.sub(rf'(?<![.\w"])({fields}): (?:"[^"]*"|[^,{{}}\[\]\n]+)', put, text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(make: Make, payload: str) -> None:
    brief = make(hostile(payload))
    page = check_inert(render(brief, "html"))
    shown = re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", payload)
    assert " ".join(shown.split()) in " ".join("".join(page.text).split())
    markdown = render(brief, "md")
    assert not re.search(r"(?<!\\)<[a-zA-Z/!]", markdown)
    assert not re.search(r"(?<!\\)\]\(", markdown)
    assert "\u202e" not in markdown
    assert json.loads(render(brief, "json")) == brief.to_dict()


def test_hostile_text_reached_every_field(make: Make) -> None:
    marker = "zzmarkerzz"
    said = told(make(hostile(marker)))
    assert said.count(marker) > 60
    for own in ("Own desk", "Hangzhou", "UNHCR", "the war goes on", "Grounded", "Many groups"):
        assert own not in said


def test_the_page_is_one_file_that_asks_for_nothing(small: Brief) -> None:
    html = render(small, "html")
    check_inert(html)
    assert "http:" not in html
    assert "https:" not in html
    assert "default-src 'none'" in html.replace("&#39;", "'")
    assert html.startswith("<!DOCTYPE html>")
    assert html.endswith("\n")


def test_headings_are_in_order_and_tables_have_headers(small: Brief) -> None:
    page = check_inert(render(small, "html"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert set(scopes) == {"col", "row"}
    pictures = [a for tag, a in page.tags if tag == "svg" and a.get("role") == "img"]
    assert pictures
    assert all(a.get("aria-label") for a in pictures)
    (root,) = (attributes for tag, attributes in page.tags if tag == "html")
    assert root["lang"] == "en"


def test_colours_have_contrast(small: Brief) -> None:
    style = render(small, "html")
    root = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))
    for name in ("ink", "quiet", "blue", "rust"):
        assert contrast(root[name], "#ffffff") >= 4.5
        assert contrast(root[name], root["wash"]) >= 4.5


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("format", ["html", "md"])
def test_every_format_says_every_sentence(small: Brief, format: str) -> None:
    written = render(small, format)  # type: ignore[arg-type]
    plain = "".join(Page(written).text) if format == "html" else written.replace("\\", "")
    plain = " ".join(plain.split())
    content = small.to_dict()
    for part in ("findings", "questions", "doubt"):
        for sentence in sentences(content[part]):
            assert sentence in plain
    for section in content["sections"] + content["annexes"]:
        for block in section["blocks"]:
            if block["kind"] in ("text", "items", "table"):
                for sentence in sentences(block):
                    assert sentence in plain
    for note in content["notes"]:
        assert note["quote"] in plain
        assert note["source"] in plain


def sentences(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [" ".join(value["text"].split())] if isinstance(value.get("text"), str) else []
        return own + [
            s for part in value.values() if not isinstance(part, str) for s in sentences(part)
        ]
    if isinstance(value, list):
        return [s for part in value for s in sentences(part)]
    return []


def test_json_is_plain_and_tells_its_kinds(small: Brief) -> None:
    content = json.loads(render(small, "json"))
    assert content == small.to_dict()
    kinds = {
        block["kind"]
        for part in content["sections"] + content["annexes"]
        for block in part["blocks"]
    }
    assert kinds == {"heading", "text", "items", "table", "picture", "timeline"}


def test_markdown_tables_have_as_many_cells_in_every_row(make: Make) -> None:
    text = render(make(DILEMMA.replace("Alpha", '"A | l"')), "md")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_an_unknown_format_is_refused(small: Brief) -> None:
    with pytest.raises(CallError, match="docx"):
        render(small, "docx")  # type: ignore[arg-type]
