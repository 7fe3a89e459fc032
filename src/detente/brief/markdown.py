"""A brief as Markdown: the same sentences, lists and tables, pictures told as lists.

Text from a dossier is escaped, so that nothing in it becomes a heading, a link, an image
or a tag of the page that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.brief.chart import chart_table
from detente.brief.content import (
    Block,
    Chart,
    Heading,
    Item,
    Items,
    Line,
    Node,
    Picture,
    Table,
    Text,
    Timeline,
)
from detente.brief.document import Brief
from detente.brief.picture import holds_word
from detente.words import say

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
_LIST_HEAD = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def write_markdown(brief: Brief) -> str:
    """Return `brief` as Markdown with its notes as a numbered list at the end."""
    return "\n".join(_parts(brief)).rstrip("\n") + "\n"


def _parts(brief: Brief) -> Iterator[str]:
    yield f"# {_safe(brief.title)}\n"
    if brief.as_of:
        yield _safe(say("brief.page.as_of", date=brief.as_of)) + "\n"
    yield f"## {say('brief.page.findings')}\n"
    for k, finding in enumerate(brief.findings, 1):
        yield f"{k}. {_line(finding)}"
    yield f"\n## {say('brief.page.questions')}\n"
    for k, question in enumerate(brief.questions, 1):
        yield f"{k}. {_line(question.ask)} {_line(question.why)}"
    if not brief.questions:
        yield say("brief.page.no_questions")
    yield f"\n## {say('brief.page.doubt')}\n"
    yield " ".join(map(_line, brief.doubt))
    if brief.guesses:
        yield ""
        yield from (f"{k}. {_line(guess)}" for k, guess in enumerate(brief.guesses, 1))
    for k, section in enumerate((*brief.sections, *brief.annexes), 1):
        number = say("brief.page.annex", letter=section.letter) if section.letter else f"{k}."
        yield f"\n## {number} {_safe(section.title)}\n"
        for block in section.blocks:
            yield from _block(block)
    if brief.notes:
        yield f"\n## {say('brief.page.notes')}\n"
        yield say("brief.page.notes_are") + "\n"
    for note in brief.notes:
        quote = f"“{_safe(note.quote)}” " if note.quote else ""
        remark = f" {_safe(note.remark)}" if note.remark else ""
        yield f"{note.number}. {quote}{_safe(note.source)}.{remark}"
    if brief.sources:
        yield f"\n## {say('brief.page.sources')}\n"
        yield from (f"- {_line(source)}" for source in brief.sources)
    made = brief.manifest
    yield "\n---\n"
    tail = "".join(f" {name}: {value}." for name, value in made.parameters)
    yield _safe(
        say("brief.page.made", version=made.version, input=made.input, kernel=made.kernel) + tail
    )


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        aside = f" ({_safe(block.aside)})" if block.aside else ""
        yield f"### {_safe(block.text)}{aside}\n"
    elif isinstance(block, Text):
        yield " ".join(map(_line, block.lines)) + "\n"
    elif isinstance(block, Items):
        yield from (_item(item, k, block.ordered) for k, item in enumerate(block.items, 1))
        yield ""
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Chart):
        yield from _table(chart_table(block))
    elif isinstance(block, Picture):
        yield f"*{_safe(block.caption)}*\n"
        if block.in_words:
            for root in block.roots:
                yield from _branch(root, 0)
            yield ""
        yield from (_safe(one) + "\n" for one in block.left_out)
    elif isinstance(block, Timeline):
        yield f"*{_safe(block.caption)}*\n"
        for k in block.told:
            mark = block.marks[k - 1]
            text = f"**{_safe(mark.when)}** ({_safe(mark.word)}). {_safe(mark.text)}"
            yield f"- {k}: {text}{_refs(mark.notes)}"
        yield ""
        if block.rest:
            yield _safe(block.rest) + "\n"


def _item(item: Item, number: int, ordered: bool) -> str:
    head = f"{number}." if ordered else "-"
    told = [f"{head} " + " ".join(map(_line, item.lines))]
    told += [
        f"   {f'{k}.' if item.steps else '-'} {_line(one)}" for k, one in enumerate(item.under, 1)
    ]
    return "\n".join(told)


def _table(table: Table) -> Iterator[str]:
    yield f"*{_safe(table.caption)}*\n"
    yield "| " + " | ".join(_safe(one) for one in (table.corner, *table.columns)) + " |"
    yield "|" + "---|" * (1 + len(table.columns))
    for row in table.rows:
        cells = [
            _safe(cell.text) + (f" ({_safe(cell.detail)})" if cell.detail else "")
            for cell in row.cells
        ]
        yield "| " + " | ".join([_line(row.head), *cells]) + " |"
    yield ""


def _branch(node: Node, level: int) -> Iterator[str]:
    head = ""
    if node.today:
        head = say("brief.picture.today") + ": "
    elif node.by:
        head = say(f"brief.picture.{node.edge}", by=node.by) + ": "
    pattern = f" `{node.pattern}`" if node.pattern else ""
    holds = f" – {holds_word(node)}" if node.holds else ""
    yield f"{'  ' * level}- {_safe(head + node.text)}{pattern}{holds}"
    for child in node.children:
        yield from _branch(child, level + 1)


def _line(line: Line) -> str:
    told = _safe(line.text)
    if line.pattern:
        told += f" `{line.pattern}`"
    if line.mark:
        told += f" \\[{_safe(line.mark)}\\]"
    return told + _refs(line.notes)


def _refs(notes: tuple[int, ...]) -> str:
    return (
        f" ({say('brief.page.notes_short', numbers=', '.join(map(str, notes)))})" if notes else ""
    )


def _safe(text: str) -> str:
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LIST_HEAD.sub(lambda m: m[1] + m[2][:-1] + "\\" + m[2][-1], escaped)
