"""A review at a terminal: one key a proposal; or a line each, where input is piped."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from detente.cli.output import deliver
from detente.reading.review.checking import told_against, value_of
from detente.reading.review.entries import is_date, keys_of
from detente.reading.review.needs import known_parties
from detente.reading.review.proposals import Proposal, Wanted, proposals
from detente.reading.review.session import Session
from detente.reading.review.showing import Line, Shown, Style, quoted, wrapped
from detente.words import say
from detente.words.folding import WIDTH, fold
from detente.words.naming import clean

if TYPE_CHECKING:
    from detente.desk.reviewing import Reviewing
    from detente.reading.review import Written

_PAINTS: Mapping[Style, Mapping[str, Any]] = {
    "head": {"bold": True},
    "dim": {"dim": True},
    "focus": {"bold": True, "underline": True},
    "warning": {"fg": "yellow"},
}


Check = Callable[[Proposal], tuple[str, ...]]
"""Tells what keeps a proposal from standing in the dossier."""


def terminal_width() -> int:
    """Return how many letters a line of a review has."""
    return min(max(shutil.get_terminal_size((WIDTH, 24)).columns, 40), WIDTH) - 1


class Ended(Exception):  # noqa: N818
    """There is no more input."""


def walk(desk: Reviewing, which: Wanted, named: Path) -> None:
    """Go through the proposals asked for, then write what was accepted.

    What a session that was cut off had accepted is written first. The end of the input and an
    interruption stop it as the key for it does.
    """
    if (before := desk.write_accepted()).anything:
        tell_written(before, named)
    with desk.store() as store:
        found = proposals(store, which)
        if not found:
            deliver(say("review.none") + "\n", None)
            return
        check = partial(told_against, desk.dossier, known_parties(desk.dossier, store))
        table = _Terminal(Session(store, found), _shown(desk, store), check)
        try:
            table.run()
        except (Ended, EOFError, KeyboardInterrupt):
            deliver("\n", None)
        session = table.session
        left = len(found) - session.accepted - session.rejected
    told = say("review.done", accepted=session.accepted, rejected=session.rejected, left=left)
    deliver(told + "\n", None)
    tell_written(desk.write_accepted(), named)


def tell_written(written: Written, named: Path) -> None:
    """Say what was written and what was not, and why."""
    parts = [
        say("review.part.entries", n=n, kind=say(f"review.kinds.{kind}"))
        for kind, n in written.entries.items()
    ]
    if written.evidence:
        parts.append(say("review.part.evidence", n=written.evidence))
    for name in ("parties", "sources"):
        if names := getattr(written, name):
            parts.append(say(f"review.part.{name}", names=list(names)))
    told = say("review.nothing_new")
    if parts:
        told = say("review.written", file=clean(str(written.file)), what="; ".join(parts))
    lines = [told]
    waiting: dict[str, list[Proposal]] = {}
    for proposal, why in written.pending:
        waiting.setdefault(clean(why).rstrip("."), []).append(proposal)
    for why, found in waiting.items():
        kind = ", ".join(dict.fromkeys(say(f"review.kind.{one.kind}") for one in found))
        source = clean(found[0].leader.source)
        code = "review.pending" if len(found) == 1 else "review.pending.many"
        lines.append(say(code, n=f"{len(found):,}", kind=kind, source=source, why=why))
    told = fold(lines)
    if waiting:
        told += say("review.next.waiting", folder=clean(str(named))) + "\n"
    if parts:
        told += say("review.next", folder=clean(str(named))) + "\n"
    deliver(told, None)


def _shown(desk: Reviewing, store: Any) -> Shown:
    from detente.reading.cast import build_cast
    from detente.reading.review.against import sentences_against

    cast = build_cast(desk.dossier.parties)
    names = {party.id: party.name for party in cast.members.values()}
    names |= {
        str(item.fields["id"]): str(item.fields["name"]) for item in store.items(kind="parties")
    }
    names |= {party.id: party.name for party in desk.dossier.parties.values()}
    return Shown(store, names, sentences_against(store))


class _Terminal:
    """Shows proposals and takes keys; a line's first letter is the key where input is piped."""

    def __init__(self, session: Session, shown: Shown, check: Check) -> None:
        self.session, self.shown, self.check = session, shown, check
        self.by_key = sys.stdin.isatty() and sys.stdout.isatty()
        self.colours = (
            sys.stdout.isatty()
            and "NO_COLOR" not in os.environ
            and os.environ.get("TERM") != "dumb"
        )

    def run(self) -> None:
        """Go through all proposals, until they end or the person stops."""
        does = {
            "a": self.accept, "r": self.reject, "e": self.edit, "s": self.session.skip,
            "A": self.accept_like_this, "b": self.back,
        }  # fmt: skip
        while (proposal := self.session.current) is not None:
            number, total = self.session.position + 1, len(self.session.proposals)
            self.tell(self.shown.lines(proposal, number, total))
            while True:
                key = self.key()
                if key == "q":
                    return
                if key in does:
                    does[key]()
                    break
                if key == "?":
                    deliver(say("review.help"), None)
                else:
                    deliver(say("review.no_key", key=clean(key) or "-") + "\n", None)

    def tell(self, lines: Iterable[Line]) -> None:
        """Write the lines of a proposal, painted where the terminal can."""
        width = terminal_width()
        broken = (part for line in lines for part in wrapped(line, width))
        text = "\n".join("".join(map(self.painted, line)) for line in broken)
        deliver(f"\n{text}\n", None)

    def painted(self, piece: Any) -> str:
        """Return a piece of text in its colours, or with marks."""
        if self.colours and piece.style in _PAINTS:
            return typer.style(piece.text, **_PAINTS[piece.style])
        if piece.style == "focus":
            inner = piece.text.strip()
            return str(piece.text.replace(inner, f">>{inner}<<", 1))
        return str(piece.text)

    def key(self) -> str:
        """Return the key that the person presses."""
        deliver(say("review.keys") + " ", None)
        if self.by_key:
            key = typer.getchar()
            deliver("\n", None)
            return key
        return (self.line("").strip() or " ")[0]

    def line(self, prompt: str) -> str:
        """Return the line that the person types."""
        deliver(prompt, None)
        line = sys.stdin.readline()
        if not line:
            raise Ended
        line = line.rstrip("\r\n")
        if not sys.stdin.isatty():  # nobody else shows what came through a pipe
            deliver(clean(line) + "\n", None)
        return line

    def accept(self) -> None:
        """Accept the proposal if the dossier could hold it; else say why not."""
        proposal = self.session.current
        assert proposal is not None  # noqa: S101
        told = self.check(proposal)
        if not told:
            self.session.accept()
            return
        deliver(say("review.cannot") + "\n", None)
        self.complain(told)

    def complain(self, told: Iterable[str]) -> None:
        """Say what is wrong, a line each."""
        for mistake in told:
            deliver(say("review.bad_value", mistake=clean(mistake)) + "\n", None)

    def reject(self) -> None:
        """Reject the proposal, with a reason if the person gives one."""
        self.session.reject(self.line(say("review.reason")).strip())

    def back(self) -> None:
        """Take the last decision back."""
        if not self.session.back():
            deliver(say("review.no_way_back") + "\n", None)

    def accept_like_this(self) -> None:
        """Accept all of the kind from here on, if the person is sure."""
        found, left_out = self.session.like_this()
        proposal = self.session.current
        assert proposal is not None  # noqa: S101
        kind = say(f"review.kind.{proposal.kind}")
        told = say("review.left_out", n=left_out) + "\n" if left_out else ""
        answer = self.line(told + say("review.sure", n=len(found), kind=kind))
        if answer.strip().lower() in ("y", "yes") and found:
            deliver(say("review.bulk", n=self.session.accept_like_this()) + "\n", None)

    def edit(self) -> None:
        """Ask for each field, and accept the proposal if the dossier could hold it."""
        proposal = self.session.current
        assert proposal is not None  # noqa: S101
        deliver(say("review.edit") + "\n", None)
        fields = dict(proposal.fields)
        for key in keys_of(proposal.kind):
            fields[key] = self.value(proposal, key, fields)
        fields = {key: value for key, value in fields.items() if value is not None}
        quote = self.quote(proposal)
        told = self.check(replace(proposal, fields=fields))
        if told:
            deliver(say("review.cannot") + "\n", None)
            self.complain(told)
        else:
            self.session.accept(fields, quote)

    def value(self, proposal: Proposal, key: str, fields: Mapping[str, Any]) -> Any:
        """Return the value of a field as the person wants it; ask until it can stand there."""
        kind, old = proposal.kind, fields.get(key)
        written = ", ".join(map(str, old)) if isinstance(old, list | tuple) else str(old or "")
        name = "to_date" if key == "to" and is_date(kind, key) else key
        prompt = _prompt(name, written)
        while True:
            typed = self.line(prompt).strip()
            if not typed:
                return old
            value = None if typed == "-" else value_of(kind, key, typed)
            told = self.check(replace(proposal, fields={**fields, key: value}))
            known = self.check(replace(proposal, fields=dict(fields)))
            new = [mistake for mistake in told if mistake not in known]
            if not new:
                return value
            self.complain(new)

    def quote(self, proposal: Proposal) -> str | None:
        """Return a shorter quote, if the person wants one; it must stand in the sentence."""
        whole = " ".join(proposal.leader.quote.split())
        while True:
            typed = " ".join(self.line(_prompt("quote", quoted(proposal))).split())
            if not typed:
                return None
            if typed in whole:
                return typed
            deliver(say("review.bad_quote") + "\n", None)


def _prompt(key: str, value: str) -> str:
    label = say(f"review.field.{key}")
    if not value:
        return say("review.ask_empty", label=label)
    return say("review.ask", label=label, value=clean(value))
