"""Truces and agreements with their fate, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.happenings import find_truces

Analyse = Callable[..., Analysis]

ONE: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (
        "A cease-fire between Armenia and Azerbaijan came into force on 12 May 1994.",
        {"parties": {"armenia", "azerbaijan"}, "in_effect": "1994-05-12", "fate": "unknown"},
    ),
    (
        "Sudan declared a unilateral ceasefire on Sunday. It collapsed within hours.",
        {"parties": {"sudan"}, "declared": "2016-09-04", "terms": "unilateral", "fate": "broken"},
    ),
    (
        "The truce between India and Pakistan expired on Friday.",
        {"parties": {"india", "pakistan"}, "ended": "2016-09-02", "fate": "expired"},
    ),
    (
        "The 2015 peace agreement between Mali and the rebels has been violated repeatedly.",
        {"declared": "2015", "ended": None, "fate": "broken"},
    ),
    (
        "A US-brokered truce between Israel and Lebanon is holding.",
        {"parties": {"israel", "lebanon"}, "brokered_by": {"us"}, "fate": "holds"},
    ),
    (
        "Egypt brokered a truce between Israel and Lebanon on 21 May 2016.",
        {"parties": {"israel", "lebanon"}, "brokered_by": {"egypt"}, "declared": "2016-05-21"},
    ),
    (
        "The ceasefire that Russia and Turkey brokered in December 2015 has collapsed.",
        {"brokered_by": {"russia", "turkey"}, "declared": "2015-12", "fate": "broken"},
    ),
    (
        "Fighting resumed after the truce between Armenia and Azerbaijan broke down on Sunday.",
        {"parties": {"armenia", "azerbaijan"}, "ended": "2016-09-04", "fate": "broken"},
    ),
    (
        "The humanitarian pause in Yemen ended on Sunday without an extension.",
        {"ended": "2016-09-04", "fate": "expired"},
    ),
    (
        "Ethiopia and Eritrea signed a peace deal in Algiers in December 2000. The accord ended a "
        "two-year war.",
        {"parties": {"ethiopia", "eritrea"}, "declared": "2000-12", "fate": "unknown"},
    ),
    (
        "The cessation of hostilities in Syria took effect on 27 February 2016.",
        {"in_effect": "2016-02-27", "fate": "unknown"},
    ),
    ("The ceasefire has largely held despite violations.", {"fate": "holds"}),
    (
        "India and Pakistan agreed to a ceasefire along the Line of Control.",
        {"parties": {"india", "pakistan"}, "fate": "unknown"},
    ),
    (
        "In the past truces were reached by diplomats but failed on the ground.",
        {"fate": "broken", "parties": None},
    ),
    ("Three earlier ceasefires broke down within hours.", {"fate": "broken"}),
    (
        "Armenia and Azerbaijan signed a deal on Friday to end six weeks of fighting. Russia "
        "brokered the agreement.",
        {"parties": {"armenia", "azerbaijan"}, "brokered_by": {"russia"}},
    ),
    (
        "Ecuador and Peru signed a ceasefire agreement on 22 February 2016 that was mediated by "
        "Norway. The truce is holding.",
        {"parties": {"ecuador", "peru"}, "brokered_by": {"norway"}, "declared": "2016-02-22",
         "fate": "holds"},
    ),
    (
        "Israel and Lebanon signed a truce in May. The collapse of the ceasefire in June led to "
        "war.",
        {"parties": {"israel", "lebanon"}, "declared": "2016-05", "fate": "broken"},
    ),
    (
        "A 72-hour ceasefire between Israel and Lebanon took effect on Sunday.",
        {"terms": "72-hour", "in_effect": "2016-09-04"},
    ),
)  # fmt: skip

NONE = (
    "The United Nations called for an immediate ceasefire in Yemen.",
    "Ethiopia rejected a proposed truce.",
    "Israel and Lebanon could agree on a ceasefire next week.",
    "No ceasefire was reached between Israel and Lebanon.",
    "Hopes for a truce between Israel and Lebanon faded.",
    "The United States and Russia are negotiating a ceasefire.",
    "There is no truce in Sudan.",
    "Russia and Ukraine have yet to agree on a truce.",
    "Talks for a ceasefire between Israel and Lebanon continue in Cairo.",
    "Ukraine wants a ceasefire before talks with Russia.",
    "Canada signed a trade agreement with Mexico.",
    "Israel and Lebanon failed to reach a ceasefire.",
    "Syria will not sign an agreement.",
)


@pytest.mark.parametrize(("text", "wanted"), ONE)
def test_one_truce(text: str, wanted: Mapping[str, Any], analyse: Analyse) -> None:
    (one,) = find_truces(analyse(text))
    fields = {
        key: set(value) if isinstance(value, list) else value for key, value in one.fields.items()
    }
    assert {key: fields.get(key) for key in wanted} == wanted
    assert one.kind == "truces"
    assert one.cue is not None
    assert text[slice(*one.cue.span)] == one.cue.word


@pytest.mark.parametrize("text", NONE)
def test_no_truce(text: str, analyse: Analyse) -> None:
    assert find_truces(analyse(text)) == []


def test_a_truce_to_come_is_proposed_with_little_confidence(analyse: Analyse) -> None:
    (one,) = find_truces(analyse("Israel and Lebanon will sign a ceasefire on Friday."))
    assert "will" in one.flags
    assert one.confidence == "low"


def test_a_violation_that_is_only_alleged_breaks_no_truce(analyse: Analyse) -> None:
    text = "Iran and Iraq signed a ceasefire in July. Iran accuses Iraq of violating the ceasefire."
    (one,) = find_truces(analyse(text))
    assert one.fields["fate"] == "unknown"
    assert len(one.also) == 1


def test_two_truces_with_their_dates_stay_two(analyse: Analyse) -> None:
    text = (
        "India and Pakistan signed a ceasefire in January 1949. India and Pakistan agreed to a new "
        "ceasefire in November 2003."
    )
    first, second = find_truces(analyse(text))
    assert first.fields["declared"] == "1949-01"
    assert second.fields["declared"] == "2003-11"


def test_a_title_repeats_the_body(analyse: Analyse) -> None:
    text = (
        "Israel and Lebanon agree ceasefire\n"
        "Israel and Lebanon agreed to a ceasefire on Sunday, officials said."
    )
    (one,) = find_truces(analyse(text))
    assert text[slice(*one.span)].endswith("said.")


FATES = (
    ("Iran called a truce with Iraq on Sunday.", "unknown"),
    ("Iran committed itself to a truce with Iraq in May.", "unknown"),
    ("Iran and Iraq respected the truce.", "holds"),
    ("The truce between Iran and Iraq held the whole summer.", "holds"),
    ("The truce between Iran and Iraq failed to stop the war.", "unknown"),
    ("The announcement of a truce between Iran and Iraq surprised Oman.", "unknown"),
    ("An agreement on a ceasefire was signed by Iran and Iraq.", "unknown"),
    ("Iran and Iraq signed an agreement to end the war in May.", "unknown"),
    ("The truce between Iran and Iraq lapsed on Friday.", "expired"),
    ("The ceasefire between Iran and Iraq ran out on Sunday.", "expired"),
    ("Israel ended the truce with Lebanon.", "broken"),
    ("The ceasefire between Iran and Iraq fell apart.", "broken"),
    ("Israel tore up the ceasefire with Lebanon.", "broken"),
    ("Russia called off the truce with Ukraine.", "broken"),
    ("The truce between Iran and Iraq remained in force.", "holds"),
    ("The ceasefire between Iran and Iraq is observed by both.", "holds"),
    ("The truce between Iran and Iraq did not hold.", "broken"),
    ("The truce between Iran and Iraq failed to hold.", "broken"),
    ("The truce between Iran and Iraq has not been violated.", "holds"),
    ("Russia withdrew from the ceasefire with Ukraine.", "broken"),
    ("The ceasefire between Iran and Iraq was replaced by a peace treaty.", "replaced"),
    ("The ceasefire between Iran and Iraq has not expired.", "unknown"),
    ("Iraq violated the truce with Iran.", "broken"),
    ("Iran and Iraq suspended their ceasefire.", "broken"),
    ("A truce between Iran and Iraq, which was signed in May, has broken down.", "broken"),
    ("A ceasefire violation by Iraq ended the calm in Iran.", "broken"),
    ("A truce signed by Iran and Iraq in May was never implemented.", "unknown"),
    ("Iran and Iraq extended the truce by a week.", "unknown"),
    ("After the expiry of the truce between Iran and Iraq fighting resumed.", "expired"),
)


@pytest.mark.parametrize(("text", "fate"), FATES)
def test_fates(text: str, fate: str, analyse: Analyse) -> None:
    assert fate in {one.fields["fate"] for one in find_truces(analyse(text))}


SIDES = (
    ("A truce observed by Iran and Iraq since May collapsed.", {"iran", "iraq"}, set()),
    ("A ceasefire agreed with Iraq by Iran in May collapsed.", {"iran", "iraq"}, set()),
    ("A ceasefire was signed in May between Iran and Iraq.", {"iran", "iraq"}, set()),
    ("Iran signed a ceasefire with Iraq in May.", {"iran", "iraq"}, set()),
    ("Iran and Iraq signed a ceasefire under the mediation of Oman.", {"iran", "iraq"}, set()),
    ("A truce mediated by Norway between Ecuador and Peru holds.", {"ecuador", "peru"},
     {"norway"}),
    ("A truce between Ecuador and Peru that Norway brokered holds.", {"ecuador", "peru"},
     {"norway"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "parties", "brokers"), SIDES)
def test_sides(text: str, parties: set[str], brokers: set[str], analyse: Analyse) -> None:
    (one,) = find_truces(analyse(text))
    assert set(one.fields["parties"]) == parties
    assert set(one.fields.get("brokered_by", ())) == brokers
