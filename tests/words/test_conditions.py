"""Whether a condition is told with *if* or with *unless*."""

from __future__ import annotations

import pytest

from detente.words.conditions import is_warning, limit_word


@pytest.mark.parametrize(
    ("stance", "quote", "word"),
    [
        ("is ready to talk", "They are ready to talk if the road is open.", "if"),
        ("will sign", "They will sign once the prisoners are free.", "if"),
        ("will not talk", "They will not talk if the road is shut.", "unless"),
        ("refuses to talk", "They refuse to talk if not heard.", "unless"),
        ("will fight", "They will fight unless the road is open.", "unless"),
        ("will fight", "", "unless"),
        (None, "Talks, if the road is open.", "if"),
    ],
)
def test_the_word_keeps_the_sense_of_the_sentence(
    stance: str | None, quote: str, word: str
) -> None:
    assert limit_word(stance, [quote] if quote else []) == word


@pytest.mark.parametrize(
    ("stance", "warns"),
    [("warned that it would cut aid", True), ("has threatened to leave", True),
     ("will cut aid", False), (None, False)],
)  # fmt: skip
def test_warnings_are_known(stance: str | None, warns: bool) -> None:
    assert is_warning(stance) is warns
