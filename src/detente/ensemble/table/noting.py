"""Noting the guesses of a table in a book of guesses."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from detente.dossier.reasons import Path, Reason
from detente.dossier.table import Amount
from detente.ensemble.guesses import About, Guess, GuessBook
from detente.ensemble.plan import Guards
from detente.ensemble.table.plan import Quantity
from detente.words import say
from detente.words.naming import capital

TOP: Path = ("negotiation",)


class Noting:
    """Notes guesses in `book`, each once."""

    def __init__(self, book: GuessBook) -> None:
        self.book = book

    def guards(
        self,
        path: Path,
        about: About,
        text: str,
        words: str | Callable[[], str],
        party: str | None = None,
    ) -> Guards:
        """Return the guards of the entry at `path`, which are noted where new."""

        def noted(one: Path) -> Guess:
            if one == path:
                told = words() if callable(words) else words
                return self.book.presence(one, short(one), about, text, told, party)
            told = say("ensemble_table.guess.list", text=short(one))
            return self.book.presence(one, short(one), "list", short(one), told, party)

        return self.book.guards(path, noted)

    def tiers(
        self,
        path: Path,
        reason: Reason,
        words: str,
        party: str,
        parts: tuple[str, ...],
        told: tuple[str, ...],
    ) -> int:
        """Note how far apart the tiers of an order of outcomes stand; return the number."""
        return self.book.add(
            Guess(
                id=f"{short(path)}.order", kind="tiers", about="value", path=path,
                line=self.book.line(path), party=party, text="; ".join(parts), words=words,
                evidence=reason.evidence, because=reason.because, judgement=reason.judgement,
                parts=parts, told=tuple(map(capital, told)),
            )
        )  # fmt: skip

    def quantity(
        self,
        amount: Amount,
        path: Path,
        about: About,
        text: str,
        party: str,
        guards: Guards,
        words: Callable[..., str],
        code: str,
    ) -> Quantity:
        """Return `amount` as a quantity; where it is a range, where it lies is noted."""
        low, high = Fraction(str(amount.low)), Fraction(str(amount.high))
        if low == high:
            return Quantity(low, high, None, guards)
        reason = self.book.reason(path)
        told = words(f"{code}.range", low=f"{amount.low:g}", high=f"{amount.high:g}")
        guess = self.book.add(
            Guess(
                id=f"{short(path)}.range", kind="range", about=about, path=path,
                line=self.book.line(path), party=party, text=text, words=told,
                evidence=reason.evidence, because=reason.because, judgement=reason.judgement,
                low=low, high=high,
            )
        )  # fmt: skip
        return Quantity(low, high, guess, guards)


def short(path: Path) -> str:
    """Return where `path` leads: without ``parties``, and entries counted from 1.

    >>> short(("negotiation", "parties", "us", "red_lines", 0))
    'negotiation.us.red_lines.1'
    """
    steps = (path[0], *path[2:]) if path[1] == "parties" else path
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
