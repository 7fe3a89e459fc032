"""Reading a dossier: the file, its sources, and every check; all faults told at once."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path as FilePath

from detente.dossier.conflict_reading import read_conflict
from detente.dossier.model import Dossier, Party
from detente.dossier.nodes import Mapping as TreeMapping
from detente.dossier.nodes import Node, TreeFault
from detente.dossier.partial import whole_parts
from detente.dossier.reader import Reader
from detente.dossier.reasons import Reason
from detente.dossier.record_reading import read_evidence, read_record
from detente.dossier.shapes import (
    DossierShape,
    PartyShape,
    ReasonShape,
    SourceShape,
)
from detente.dossier.sources import Source, SourceMistake, read_source
from detente.dossier.standoff import Standoff
from detente.dossier.table import Table
from detente.dossier.table_reading import read_negotiation
from detente.dossier.tree import MAX_BYTES, grow
from detente.dossier.unfold import REASON, unfold
from detente.dossier.wording import shown, suggest
from detente.errors import DossierError, Fault, FileError

FILE_NAME = "dossier.yaml"


def load(path: str | os.PathLike[str]) -> Dossier:
    """Return the dossier at `path`, checked in full.

    Parameters
    ----------
    path : str or path-like
        The folder, or its ``dossier.yaml``.

    Raises
    ------
    FileError
        If the file cannot be read, is too large or is no UTF-8 text.
    DossierError
        With every fault of the dossier and its sources.
    """
    file = FilePath(path)
    if os.path.isdir(file):
        file = file / FILE_NAME
    text = _read(file)
    return loads(text, file.parent, str(file))


def _read(file: FilePath) -> str:
    """Return the text of `file`, without a byte order mark."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(file, "not-a-file", "it is not a regular file", "Name a dossier.yaml")
        if status.st_size > MAX_BYTES:
            raise _unreadable(
                file,
                "yaml-too-large",
                f"it is larger than {MAX_BYTES:,} bytes",
                "Split the dossier",
            )
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise _unreadable(
            file, "no-dossier", "there is no such file", "Start one with: detente new FOLDER"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise _unreadable(
            file, "unreadable", f"it cannot be read ({reason})", "Mend its name or its permissions"
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(
            file, "not-text", f"it is not UTF-8 text (byte {error.start + 1})",
            "Save it as plain text in UTF-8",
        ) from error  # fmt: skip


def _unreadable(file: FilePath, code: str, message: str, remedy: str) -> FileError:
    return FileError([Fault(shown(str(file), 300), 0, 0, code, message, remedy)])


def loads(text: str, folder: FilePath | None = None, file: str | None = None) -> Dossier:
    """Return the dossier that `text` writes.

    Parameters
    ----------
    text : str
        The content of a ``dossier.yaml``.
    folder : Path, optional
        Where the files of its sources are looked up.
    file : str, optional
        The path to show in faults; ``dossier.yaml`` in `folder` unless given.

    Raises
    ------
    DossierError
        With every fault of the dossier and its sources.
    """
    if file is None:
        file = FILE_NAME if folder is None else str(folder / FILE_NAME)
    return _parse(text.removeprefix("\ufeff"), file, lambda name: read_source(folder, name))


def reread(dossier: Dossier) -> Dossier:
    """Return the dossier that the text of `dossier` writes, with the sources as it holds them."""
    texts = {source.file: source.text for source in dossier.sources.values()}
    return _parse(dossier.text, str(dossier.file), lambda name: texts.get(name) or "")


def _parse(text: str, file: str, fetch: Callable[[str], str]) -> Dossier:
    """Return the dossier that `text` writes; `fetch` returns the text of a source's file."""
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise DossierError(
            [Fault(file, 0, 0, "not-text", "the text holds half a character", "Save it as UTF-8")]
        ) from error
    if size > MAX_BYTES:
        message = f"it is larger than {MAX_BYTES:,} bytes"
        raise DossierError([Fault(file, 0, 0, "yaml-too-large", message, "Split the dossier")])
    root, tree_faults = grow(text)
    if not isinstance(root, TreeMapping):
        raise DossierError(_faults(file, tree_faults) or [_no_mapping(file, root)])
    unfolded = unfold(root)
    reader = Reader(file, unfolded, faults=_faults(file, [*tree_faults, *unfolded.faults]))
    dossier = _assemble(reader, text, file, fetch)
    if reader.faults or dossier is None:
        raise DossierError(dict.fromkeys(reader.faults))
    return dossier


def _faults(file: str, faults: list[TreeFault]) -> list[Fault]:
    return [Fault(file, f.place.line, f.place.column, f.code, f.message, f.remedy) for f in faults]


def _no_mapping(file: str, root: Node | None) -> Fault:
    line, column = (root.place.line, root.place.column) if root is not None else (1, 1)
    return Fault(
        file, line, column, "wrong-type", "a dossier is a mapping of keys to values",
        "Start with the lines detente: 1, title: and parties:",
    )  # fmt: skip


def _assemble(reader: Reader, text: str, file: str, fetch: Callable[[str], str]) -> Dossier | None:
    shape = reader.check(DossierShape, reader.source.data, ())
    if shape is None:
        shape = whole_parts(reader)
    sources = _sources(reader, shape.sources, fetch)
    _reasons(reader, sources)
    parties = _parties(reader, shape.parties)
    standoff = None
    if shape.conflict is not None:
        standoff = read_conflict(reader, shape.conflict, parties)
    table = None
    if shape.negotiation is not None:
        table = read_negotiation(reader, shape.negotiation, parties, standoff)
    subjects = _subjects(reader, standoff, table)
    record = read_record(reader, shape.record, sources, parties, subjects)
    if reader.faults:
        return None
    digest = hashlib.sha256(text.encode())
    for source in sources.values():
        digest.update(f"\0{source.id}\0{source.text or ''}".encode())
    return Dossier(
        title=shape.title,
        as_of=shape.as_of,
        sources=sources,
        parties=parties,
        standoff=standoff,
        table=table,
        record=record,
        reasons=reader.reasons,
        file=FilePath(file),
        text=text,
        places={path: node.place for path, node in reader.source.nodes.items()},
        digest=digest.hexdigest(),
    )


def _subjects(
    reader: Reader, standoff: Standoff | None, table: Table | None
) -> tuple[str, ...] | None:
    """Return the options and outcomes that entries can be about; `None` if some are not known."""
    written = reader.source.data
    if (standoff is None and "conflict" in written) or (table is None and "negotiation" in written):
        return None
    options = standoff.options if standoff is not None else ()
    outcomes = table.outcomes if table is not None else ()
    return (*(option.id for option in options), *(outcome.id for outcome in outcomes))


def _sources(
    reader: Reader, shapes: Mapping[str, SourceShape], fetch: Callable[[str], str]
) -> dict[str, Source]:
    found = {}
    for name, shape in shapes.items():
        text = None
        if shape.file is not None:
            try:
                text = fetch(shape.file)
            except SourceMistake as error:
                place = reader.place(("sources", name, "file"))
                reader.fault(place, error.code, error.message, error.remedy)
        found[name] = Source(id=name, text=text, **dict(shape))
    return found


def _reasons(reader: Reader, sources: Mapping[str, Source]) -> None:
    for path, data in reader.source.reasons.items():
        inner = (*path, REASON)
        shape = reader.check(ReasonShape, data, inner)
        if shape is None or not data:
            continue
        reader.reasons[path] = Reason(
            because=shape.because,
            sure=shape.sure,
            evidence=read_evidence(reader, shape.evidence, sources, (*inner, "evidence")),
            judgement=shape.judgement,
            draft=shape.draft,
        )


def _parties(reader: Reader, shapes: Mapping[str, PartyShape]) -> dict[str, Party]:
    """Return the parties; no two may have a name in common."""
    found: dict[str, Party] = {}
    names = {name.casefold(): name for name in shapes}
    for party, shape in shapes.items():
        path = ("parties", party)
        for i, name in enumerate([shape.name, *shape.also]):
            other = names.setdefault(name.casefold(), party)
            if other != party:
                where = (*path, "name") if i == 0 else (*path, "also", i - 1)
                reader.fault(
                    reader.place(where), "name-taken", f"{shown(name)} already stands for {other}",
                    "Give each party names of its own",
                )  # fmt: skip
        for i, backed in enumerate(shape.backs):
            if backed not in shapes:
                reader.fault(
                    reader.place((*path, "backs", i)), "unknown-party",
                    f"there is no party {shown(backed)}",
                    suggest(backed, shapes, "Add it to parties"),
                )  # fmt: skip
        found[party] = Party(
            party, shape.name, shape.kind, tuple(shape.also), tuple(shape.backs), shape.note
        )
    return found
