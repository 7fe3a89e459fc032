"""Expressions, options and patterns of one conflict, read with their mistakes put in the file."""

from __future__ import annotations

from collections.abc import Iterable

from detente.dossier.expressions import Expression, Pattern
from detente.dossier.grammar import parse
from detente.dossier.names import ExpressionMistake, Names
from detente.dossier.reader import Reader
from detente.dossier.reasons import Path, Place
from detente.dossier.standoff import Clause
from detente.dossier.wording import shown, suggest


class ClauseReader:
    """Parses the expressions of one conflict and puts their mistakes in the file."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self.reader, self.names = reader, names

    def clause(self, text: str, path: Path, place: Place | None = None) -> Clause:
        """Return `text` parsed; where it has a mistake, a clause that is never used."""
        place = place or self.reader.place(path)
        expression: Expression = Pattern("")
        try:
            expression = parse(text, self.names)
        except ExpressionMistake as error:
            self.tell(error, text, place)
        return Clause(text, expression, place, self.reader.reason(path))

    def clauses(self, texts: Iterable[str], path: Path) -> tuple[Clause, ...]:
        """Return every one of `texts`, a list at `path`, parsed."""
        return tuple(self.clause(text, (*path, i)) for i, text in enumerate(texts))

    def option(self, name: str, place: Place) -> str | None:
        """Return the full id of the option `name`, or `None` with a fault."""
        try:
            return self.names.find(name)
        except ExpressionMistake as error:
            self.tell(error, name, place)
            return None

    def pattern(self, label: str, place: Place) -> bool:
        """Tell whether `label` is a pattern; a fault if not."""
        try:
            self.names.pattern(label)
        except ExpressionMistake as error:
            self.tell(error, label, place)
            return False
        return True

    def tell(self, error: ExpressionMistake, text: str, place: Place) -> None:
        """Add a mistake in `text` to the faults."""
        message = error.message if len(text) > 60 else f"in “{shown(text)}”, {error.message}"
        self.reader.fault(place, error.code, message, error.remedy)


def unknown_party(reader: Reader, party: str, place: Place, known: tuple[str, ...]) -> None:
    """Add the fault that there is no such party."""
    reader.fault(
        place, "unknown-party", f"there is no party {shown(party)}",
        suggest(party, known, "Add it to parties"),
    )  # fmt: skip
