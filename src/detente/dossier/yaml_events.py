"""The events of a YAML text, with every mistake of it told in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from detente.dossier.reasons import Place
from detente.dossier.yaml_quick import quick_yaml

_PLAIN_WORDS = (
    ("cannot start any token", "a sign stands here that cannot start a value",
     "Put the text in quotes; indent with spaces, never tabs"),
    ("mapping values are not allowed", "a colon stands where it cannot",
     "Put text that holds a colon in quotes"),
    ("expected <block end>", "this line does not fit the indentation above it",
     "Align it with its neighbours, with spaces only"),
    ("could not find expected ':'", "a key here has no colon after it",
     "Write the key, a colon and a space, then the value"),
    ("could not find", "something that was opened is not closed", "Close the quote or bracket"),
    ("found unexpected end of stream", "a quote is opened and not closed", "Close the quote"),
    ("found undefined tag", "a tag asks for a special kind of value",
     "Take the tag out; put text in quotes"),
    ("undefined alias", "an alias repeats another part of the file",
     "Write the value out again; a dossier has no aliases"),
    ("expected ',' or", "a list or mapping in brackets is not closed, or lacks a comma",
     "Put commas between the entries and close the bracket"),
    ("escape", "a backslash in double quotes is not followed by a known sign",
     "Write two backslashes for one, or use single quotes"),
    ("block scalar", "a text block after | or > is not well formed",
     "Start the text on the next line, indented"),
)  # fmt: skip


class YamlFault(Exception):  # noqa: N818
    """The text is no YAML; `place` is where reading stopped."""

    def __init__(self, place: Place, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.place, self.message, self.remedy = place, message, remedy


def events(text: str) -> Iterator[Any]:
    """Yield the events of `text` in order, without resolving or expanding anything.

    Raises
    ------
    YamlFault
        At the first place that is no YAML.
    """
    reader = quick_yaml()
    place = Place(1, 1)
    try:
        for event in reader.parse(text):
            yield event
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
    except ReaderError as error:
        raise YamlFault(
            _place_at(text, error.position),
            f"the character U+{_code_point(error.character):04X} cannot stand in a dossier",
            "Take the character out",
        ) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            place = Place(mark.line + 1, mark.column + 1)
        raise YamlFault(place, *_in_plain_words(str(error.problem or error.context))) from error
    except (YAMLError, ValueError, OverflowError, IndexError, AttributeError, AssertionError,
            NotImplementedError, TypeError, KeyError) as error:  # fmt: skip
        raise YamlFault(
            place, "what follows cannot be read as YAML", "Put text with unusual signs in quotes"
        ) from error


def _code_point(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "?")


def _place_at(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _in_plain_words(problem: str) -> tuple[str, str]:
    for part, message, remedy in _PLAIN_WORDS:
        if part in problem:
            return message, remedy
    return f"this cannot be read as YAML ({problem})", "Put text with unusual signs in quotes"
