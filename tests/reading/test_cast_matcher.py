"""Finding all names in a sequence of words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.cast import Cast, Matcher, Named, build_cast


@pytest.fixture(scope="module")
def cast() -> Cast:
    return build_cast({})


def found(cast: Cast, text: str) -> list[tuple[str, str, str]]:
    words = text.split()
    return [
        (" ".join(words[hit.start : hit.end]), hit.sort, "/".join(hit.ids or hit.people))
        for hit in cast.matcher().find(words)
    ]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        (
            "Talks between the US and Russia , said Kerry",
            [
                ("US", "name", "us"),
                ("Russia", "name", "russia"),
                ("Kerry", "surname", "John Kerry"),
            ],
        ),
        ("they told us that", []),
        ("al - Qaeda 's men", [("al - Qaeda", "name", "al_qaeda")]),
        ("Al-Qaeda men", [("Al-Qaeda", "name", "al_qaeda")]),
        ("the Nusra Front in South Sudan", [
            ("Nusra Front", "name", "nusra"), ("South Sudan", "name", "south_sudan"),
        ]),
        ("Sudan 's army", [("Sudan", "name", "sudan")]),
        ("Papua New Guinea", [("Papua New Guinea", "name", "papua_new_guinea")]),
        ("in Latin America and the West Bank", []),
        ("the Minsk agreements and Minsk", [("Minsk", "capital", "belarus")]),
        ("the Washington Post in Washington", [("Washington", "capital", "us")]),
        ("Israeli - Palestinian talks", [
            ("Israeli", "adjective", "israel"), ("Palestinian", "adjective", "palestine"),
        ]),
        ("pro - Assad forces", [("Assad", "surname", "Hafez al-Assad/Bashar al-Assad")]),
        ("UN envoy Staffan de Mistura", [
            ("UN", "name", "un"), ("Staffan de Mistura", "person", "Staffan de Mistura"),
        ]),
        ("KIM JONG UN met MOON JAE-IN", [
            ("KIM JONG UN", "person", "Kim Jong-un"), ("MOON JAE-IN", "person", "Moon Jae-in"),
        ]),
        ("the US-led coalition", [("US-led coalition", "name", "international_coalition")]),
        ("Russia , Syria", [("Russia", "name", "russia"), ("Syria", "name", "syria")]),
        ("the People 's Protection Units", [("People 's Protection Units", "name", "ypg")]),
        ("the People's Protection Units", [("People's Protection Units", "name", "ypg")]),
        ("Lord ’s Resistance Army", [("Lord ’s Resistance Army", "name", "lra")]),
        ("Kurdistan Workers ' Party", [("Kurdistan Workers ' Party", "name", "pkk")]),
        ("UN . Security Council", [
            ("UN", "name", "un"), ("Security Council", "name", "un_security_council"),
        ]),
        ("", []),
        (". - '", []),
    ],
)  # fmt: skip
def test_the_longest_names_are_found(
    cast: Cast, text: str, hits: list[tuple[str, str, str]]
) -> None:
    assert found(cast, text) == hits


@pytest.mark.parametrize("word", ["Jordan", "Georgia", "Chad", "Turkey", "May", "Brown", "Polish"])
def test_words_that_are_often_something_else_are_marked(cast: Cast, word: str) -> None:
    (hit,) = cast.matcher().find([word])
    assert hit.risky


def test_a_rare_word_is_not_marked(cast: Cast) -> None:
    (hit,) = cast.matcher().find(["Lavrov"])
    assert not hit.risky
    assert hit.ids == ()


def test_white_space_within_a_name_does_not_part_it() -> None:
    matcher = Matcher([Named("Red Front", "name", ("red",))])
    (hit,) = matcher.find(["the", "Red", "  ", "Front", "  "])
    assert (hit.start, hit.end, hit.ids) == (1, 4, ("red",))


def test_the_better_sort_wins_and_equals_stand_together() -> None:
    matcher = Matcher(
        [
            Named("Acre", "capital", ("east",)),
            Named("Acre", "name", ("north",), risky=True),
            Named("Acre", "name", ("south",), risky=True),
            Named("--", "name", ("nothing",)),
        ]
    )
    hit = matcher.exact("Acre")
    assert hit is not None
    assert (hit.ids, hit.risky, hit.sort) == (("north", "south"), True, "name")
    assert matcher.exact("acre") is None
    assert matcher.exact("Acre Land") is None
    assert matcher.exact("--") is None


def test_a_text_of_names_that_nearly_match_takes_time_in_its_length() -> None:
    matcher = Matcher([Named("A " * 20 + "B", "name", ("long",))])
    started = time.process_time()
    assert matcher.find(["A"] * 10_000) == ()
    assert time.process_time() - started < 8


def test_the_matcher_is_made_once(cast: Cast) -> None:
    assert cast.matcher() is cast.matcher()
    assert build_cast({}) is build_cast({})


WORDS = st.lists(st.sampled_from(["Ab", "ab", "Cd", "E", "-", ",", "'s"]), max_size=8)


@given(names=st.lists(WORDS, max_size=5), words=WORDS)
def test_the_matcher_finds_what_trying_every_name_finds(
    names: list[list[str]], words: list[str]
) -> None:
    named = [Named(" ".join(name), "name", (f"n{at}",)) for at, name in enumerate(names)]
    matcher = Matcher(named)
    expected = []
    start = 0
    while start < len(words):
        ends = [
            end
            for end in range(start + 1, len(words) + 1)
            if "," not in words[start:end]
            and any(letter.isalnum() for letter in words[start])
            and any(letter.isalnum() for letter in words[end - 1])
            and Matcher(named).exact(" ".join(words[start:end])) is not None
        ]
        if ends:
            expected.append((start, max(ends)))
        start = max(ends, default=start + 1)
    assert [(hit.start, hit.end) for hit in matcher.find(words)] == expected
