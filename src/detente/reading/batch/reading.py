"""Reading reports into the store: in, then parsed and read chunk by chunk, each kept at once.

Whatever is in the file is done. A call that was killed is resumed by calling again: its files are
looked at once more, and only reports that nobody has read are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.dossier.sources import Source
from detente.reading.batch.intake import Taken, take_in
from detente.reading.batch.lock import alone
from detente.reading.batch.result import ReadResult
from detente.reading.batch.rules import made_by, model_name
from detente.reading.batch.task import CHUNK, CastParts, ReadTask, one_thread_each, unpacked
from detente.reading.intake import Refused
from detente.reading.report import Report
from detente.reading.store import FAILED, Refusal, Store, StoredReport, open_store
from detente.results import Manifest
from detente.runs import Run, Watcher
from detente.runs.place import check_place
from detente.runs.processes import processors

FEW = 2 * CHUNK
"""Up to so many reports, starting processes takes longer than they save."""

MOST_ASKED = 5
"""Reports for whose date a person is asked one by one."""

Ask = Callable[[StoredReport], date | None]
Progress = Watcher


def read_reports(
    folder: Path,
    reports: Iterable[Report | Refused],
    *,
    sources: Mapping[str, Source] | None = None,
    cast: CastParts = CastParts(),  # noqa: B008 - frozen
    model: str | None = None,
    on: str | None = None,
    workers: int | None = None,
    again: bool = False,
    progress: Progress | None = None,
    ask: Ask | None = None,
    digest: str = "",
) -> ReadResult:
    """Read `reports` into the store of a dossier, and return what became of them.

    Parameters
    ----------
    folder : Path
        The dossier's folder.
    reports : iterable of Report or Refused
        As :func:`detente.reading.intake.gather` gives them.
    sources : mapping, optional
        The dossier's sources by id.
    cast : CastParts
        Who can be meant.
    model : str, optional
        The parser; the small English one, if not given.
    on : str, optional
        ``"here"`` or ``"processes"``; if not given, processes for more than :data:`FEW` reports.
    workers : int, optional
        How many processes.
    again : bool
        Read reports again that were read before by the same rules, such as after parties have
        been added; what is decided stays.
    progress : Watcher, optional
        Is told how far it is.
    ask : callable, optional
        Is asked for the day of publication where nobody knows it, for :data:`MOST_ASKED` reports.
    digest : str
        The digest of the dossier, for the manifest.

    Raises
    ------
    CallError
        If spaCy or the model is missing, or there is no such place.
    FileError
        If the store cannot be used, or another call is reading.
    RunError
        If workers die again and again; what is read stays.
    """
    _check(on, workers)
    name = model_name(model)
    mark = made_by(name)
    with alone(folder), open_store(folder, sources) as store:
        taken, interrupted, read = Taken(), True, 0
        with suppress(KeyboardInterrupt):
            taken = take_in(store, reports, progress)
            if ask is not None:
                _ask(store, taken, ask)
            store.read_again("" if again else mark, taken.numbers)
            interrupted = False
        if not interrupted:
            task = ReadTask(folder, store.unread(), cast, name)
            read, interrupted = _read(store, task, mark, (on, workers), progress, taken)
        return ReadResult(
            folder=folder,
            numbers=tuple(taken.numbers),
            outcomes=dict(taken.outcomes),
            refused=tuple(taken.refused),
            undated=tuple(one.origin for one in store.undated(taken.numbers)),
            read=read,
            unread=len(store.unread()),
            counts=store.tally(taken.numbers),
            interrupted=interrupted,
            source=Manifest("read", digest, {"rules": mark, "language": "en"}),
        )


def kept_reports(folder: Path, digest: str = "") -> ReadResult:
    """Return everything that the store of a dossier holds, without reading anything.

    Raises
    ------
    FileError
        If nothing has been read yet, or the store cannot be used.
    """
    with open_store(folder, create=False) as store:
        numbers = tuple(report.number for report in store.reports())
        return ReadResult(
            folder=folder,
            numbers=numbers,
            outcomes={"same": len(numbers)},
            refused=store.refused(),
            undated=tuple(one.origin for one in store.undated(numbers)),
            read=0,
            unread=len(store.unread()),
            counts=store.tally(),
            interrupted=False,
            source=Manifest("read", digest, {}),
        )


def _check(on: str | None, workers: int | None) -> None:
    """Refuse a place where reports cannot be read."""
    if on is not None and on not in ("here", "processes"):
        from detente.errors import call_error

        raise call_error(
            "unknown-place", f"reports cannot be read on {on}", "Choose here or processes"
        )
    check_place(on or ("here" if workers is None else "processes"), workers)


def _ask(store: Store, taken: Taken, ask: Ask) -> None:
    """Ask a person when reports were published of which nobody knows it."""
    for report in store.undated(taken.numbers)[:MOST_ASKED]:
        published = ask(report)
        if published is not None:
            store.set_published(report.number, published, "asked")


def _read(
    store: Store,
    task: ReadTask,
    mark: str,
    place: tuple[str | None, int | None],
    progress: Progress | None,
    taken: Taken,
) -> tuple[int, bool]:
    """Read what is unread; return how many reports were, and whether a person stopped it."""
    if not task.chunks:
        return 0, False
    on, workers = place
    if on is None:
        many = task.chunks > FEW // CHUNK and (workers or processors()) > 1
        on = "processes" if many or workers is not None else "here"
    read = 0
    watcher = None if progress is None else _Exact(progress, len(store.unread()))
    run = Run(task, on=on, workers=workers, most=task.chunks, progress=watcher, units=CHUNK)
    with suppress(KeyboardInterrupt), one_thread_each(), run:
        for chunk in run:
            with store.transaction():
                for outcome in unpacked(chunk.tables):
                    if outcome.reading is not None:
                        store.save(outcome.number, outcome.reading, mark)
                        read += 1
                    else:
                        taken.refused.append(_failed(store, outcome.number, outcome.error, mark))
        return read, False
    return read, True


@dataclass(slots=True)
class _Exact:
    """Tells how many reports are read, though the last chunk holds fewer than the others."""

    watcher: Watcher
    left: int

    def start(self, total: int | None) -> None:
        self.watcher.start(self.left)

    def advance(self, units: int, made: bool) -> None:
        units = min(units, self.left)
        self.left -= units
        self.watcher.advance(units, made)

    def stop(self) -> None:
        self.watcher.stop()


def _failed(store: Store, number: int, error: str, mark: str) -> Refusal:
    """Note that the rules failed on a report, and do not try it again until they are newer."""
    (report,) = store.numbered([number])
    refusal = Refusal(
        report.origin, FAILED, f"the rules failed on this report ({error})",
        "Read it yourself, and report the defect",
    )  # fmt: skip
    store.refuse(refusal)
    store.mark_read(number, mark)
    return refusal
