"""Who backs whom, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.reading.analysis import Analysis
from detente.reading.happenings import find_support

Analyse = Callable[..., Analysis]

ONE = (
    ("Iran supports Syria with weapons and money.", "iran", "syria", "weapons and money"),
    ("Rwanda backs the rebels in Congo.", "rwanda", None, "backs"),
    ("Russia, a close ally of Syria, vetoed the resolution.", "russia", "syria", "ally"),
    ("Russia is Syria's main ally.", "russia", "syria", "ally"),
    ("Pakistan received weapons from China.", "china", "pakistan", "weapons"),
    ("Russia supplied missiles to Syria in 2013.", "russia", "syria", "missiles"),
    ("Moscow's military support for Syria continued.", "russia", "syria", "military support"),
    ("Turkey has backed Azerbaijan throughout the war.", "turkey", "azerbaijan", "backed"),
    ("The rebels, armed and financed by Sudan, crossed the border.", "sudan", None, "armed"),
    ("Egypt bombed Libya with French support.", "france", "egypt", "support"),
    ("Israel is armed by the United States.", "us", "israel", "armed"),
    ("The United States provides Israel with weapons.", "us", "israel", "weapons"),
    ("India gave training to Nepal.", "india", "nepal", "training"),
    ("Iran-backed militias attacked troops in Iraq.", "iran", None, "backed"),
    ("Weapons were sent to Syria by Iran.", "iran", "syria", "Weapons"),
    ("Syria enjoys the support of Russia.", "russia", "syria", "support"),
    ("Iran lends support to Syria.", "iran", "syria", "support"),
    ("The Russian-backed army of Syria entered the town.", "russia", "syria", "backed"),
    ("Syria's ally Russia vetoed it.", "russia", "syria", "ally"),
    ("The Turkish-funded rebels hold the town.", "turkey", None, "funded"),
    ("Syria is backed by Russia, Iran and other allies, including China.", None, "syria", "backed"),
    ("The United States has given Colombia helicopters and training.", "us", "colombia",
     "helicopters"),
)  # fmt: skip

NONE = (
    "The United States supports the peace talks.",
    "Ukraine called for support from Germany.",
    "Germany backed away from the plan.",
    "Washington backed the call for a ceasefire.",
    "Britain voiced support for Ukraine.",
    "The UN supports a negotiated solution.",
    "Support for the president has fallen.",
    "France should arm Ukraine.",
    "If Iran arms Syria, Israel will act.",
    "Japan sent humanitarian aid to Syria.",
    "Turkey backed down.",
    "Without Russian support Syria would have collapsed.",
)

FLAGGED = (
    ("Sudan accused Chad of arming the rebels in Darfur.", {"hearsay"}),
    ("Ethiopia accuses Eritrea of supporting rebels in Somalia.", {"hearsay"}),
    ("France denied supporting Libya.", {"negated"}),
    ("Iran does not arm Yemen.", {"negated"}),
    ("France will arm Ukraine.", {"will"}),
)


@pytest.mark.parametrize(("text", "by", "to", "what"), ONE)
def test_one_backer(
    text: str, by: str | None, to: str | None, what: str | None, analyse: Analyse
) -> None:
    (one,) = find_support(analyse(text))
    assert by is None or one.fields["by"] == [by]
    assert to is None or one.fields["to"] == [to]
    assert one.fields["to"]
    assert what is None or one.fields["what"] == what
    assert one.flags == frozenset()


@pytest.mark.parametrize("text", NONE)
def test_no_backer(text: str, analyse: Analyse) -> None:
    assert find_support(analyse(text)) == []


@pytest.mark.parametrize(("text", "flags"), FLAGGED)
def test_what_is_not_simply_so_is_flagged(text: str, flags: set[str], analyse: Analyse) -> None:
    (one,) = find_support(analyse(text))
    assert one.flags == flags


def test_allies_in_brackets_back_too(analyse: Analyse) -> None:
    text = (
        "The guerrillas, backed by Washington and other allies in the region (Saudi Arabia, Qatar "
        "and Turkey in particular), hold the town."
    )
    (one,) = find_support(analyse(text))
    assert one.fields["by"] == ["us", "saudi_arabia", "qatar", "turkey"]


def test_a_backer_told_twice_is_one(analyse: Analyse) -> None:
    text = "Iran supports Syria. Iran's support for Syria is old."
    (one,) = find_support(analyse(text))
    assert len(one.also) == 1
