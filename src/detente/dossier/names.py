"""What an expression can name, and how a name or a pattern in it is found or refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.dossier.wording import shown, suggest

_UNKNOWN = {"option": "unknown-option", "outcome": "unknown-outcome"}
_AMBIGUOUS = {"option": "ambiguous-option", "outcome": "ambiguous-outcome"}


class ExpressionMistake(ValueError):  # noqa: N818
    """A text that is no expression over these options.

    `offset` counts characters from the start of the text, from 0.
    """

    def __init__(self, offset: int, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.offset, self.code, self.message, self.remedy = offset, code, message, remedy


@dataclass(frozen=True, slots=True)
class Names:
    """What an expression can name: options in the order of a pattern's letters, or outcomes.

    Parameters
    ----------
    options : tuple of str
        The full ids.
    noun : {"option", "outcome"}
        What they are called. Of outcomes there are no patterns.
    """

    options: tuple[str, ...]
    noun: Literal["option", "outcome"] = "option"

    def find(self, name: str, offset: int = 0) -> str:
        """Return the full id of the option or outcome that `name` stands for.

        Raises
        ------
        ExpressionMistake
            If none has the name, or several have.
        """
        if name in self.options:
            return name
        found = [option for option in self.options if option.partition(".")[2] == name]
        if len(found) == 1:
            return found[0]
        if found:
            raise ExpressionMistake(
                offset,
                _AMBIGUOUS[self.noun],
                f"{name} can mean {' or '.join(found)}",
                f"Write {found[0]} or {found[-1]}",
            )
        if self.noun == "outcome":
            own = [outcome for outcome in self.options if outcome.startswith(f"{name}.")]
            if own:
                raise ExpressionMistake(
                    offset, "unknown-outcome", f"{name} is an issue and no outcome",
                    f"Write which outcome, such as {own[0]}",
                )  # fmt: skip
        bare = [option.partition(".")[2] for option in self.options]
        known = self.options if "." in name else (*bare, *self.options)
        raise ExpressionMistake(
            offset, _UNKNOWN[self.noun], f"there is no {self.noun} {shown(name)}",
            suggest(name, dict.fromkeys(known)) if len(self.options) > 8
            else suggest(name, self.options),
        )  # fmt: skip

    def pattern(self, letters: str, offset: int = 0) -> str:
        """Return `letters` if they are a pattern over the options.

        Raises
        ------
        ExpressionMistake
            If a letter is none of Y, N and ``-``, or there is not one letter an option, or the
            names are those of outcomes.
        """
        if self.noun == "outcome":
            raise ExpressionMistake(
                offset, "pattern-of-outcomes",
                f"{shown(letters)} reads as a pattern of options, but here outcomes are named",
                "Name outcomes, as issue.outcome, with not, and, or between them",
            )  # fmt: skip
        strange = next((i for i, letter in enumerate(letters) if letter not in "YN-"), None)
        if strange is not None:
            raise ExpressionMistake(
                offset + strange,
                "bad-pattern",
                f"{shown(letters)} is no pattern: it holds {letters[strange]}",
                "Write one letter an option: Y taken, N not taken, - either",
            )
        if len(letters) != len(self.options):
            raise ExpressionMistake(
                offset,
                "pattern-length",
                f"the pattern {shown(letters)} has {len(letters)} letters"
                f" for {len(self.options)} options",
                f"Write one letter an option, in this order: {shown(', '.join(self.options), 200)}",
            )
        return letters
