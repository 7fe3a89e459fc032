"""Rounds of talks, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.happenings import find_talks
from detente.reading.happenings.rounds import same_place
from detente.reading.happenings.talk_words import level_of_role, level_of_words

Analyse = Callable[..., Analysis]

ONE: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (
        "Turkish and Russian officials met in Moscow on 2 May 2016 to discuss Idlib.",
        {"parties": {"turkey", "russia"}, "level": "officials", "place": "Moscow",
         "from": "2016-05-02", "status": "held"},
    ),
    (
        "The third round of talks between India and Pakistan was held in Agra from 14 to 16 July "
        "2001 and ended without agreement.",
        {"parties": {"india", "pakistan"}, "place": "Agra", "from": "2001-07-14",
         "to": "2001-07-16", "status": "held", "outcome": "ended without agreement"},
    ),
    (
        "The meeting between the presidents of Serbia and Kosovo, planned for Tuesday in Brussels, "
        "has been postponed.",
        {"parties": {"serbia", "kosovo"}, "level": "presidents", "status": "cancelled"},
    ),
    (
        "Serbia and Kosovo postponed their talks until 12 September.",
        {"parties": {"serbia", "kosovo"}, "status": "scheduled", "from": "2016-09-12"},
    ),
    (
        "China hosted secret talks between Iran and Saudi Arabia in Beijing last week.",
        {"parties": {"iran", "saudi_arabia"}, "place": "Beijing", "status": "held"},
    ),
    (
        "The talks between Egypt and Ethiopia broke down on Friday.",
        {"parties": {"egypt", "ethiopia"}, "outcome": "broke down", "from": "2016-09-02"},
    ),
    (
        "India and Pakistan are holding talks in Islamabad.",
        {"parties": {"india", "pakistan"}, "place": "Islamabad", "status": "under way"},
    ),
    (
        "Talks for a ceasefire between Israel and Lebanon continue in Cairo.",
        {"parties": {"israel", "lebanon"}, "place": "Cairo", "status": "under way"},
    ),
    (
        "The foreign ministers of Greece and Turkey met in Athens on Thursday. The meeting lasted "
        "three hours but produced no result.",
        {"parties": {"greece", "turkey"}, "level": "ministers", "place": "Athens",
         "status": "held", "outcome": "produced no result"},
    ),
    (
        "Talks between India and China opened in Beijing on Monday. The two sides failed to reach "
        "an agreement.",
        {"parties": {"india", "china"}, "place": "Beijing",
         "outcome": "failed to reach an agreement"},
    ),
    (
        "Azerbaijan and Armenia agreed to resume talks in Vienna next month.",
        {"parties": {"azerbaijan", "armenia"}, "place": "Vienna", "from": "2016-10",
         "status": "scheduled"},
    ),
    (
        "The presidents of Colombia and Venezuela will meet on the sidelines of the UN General "
        "Assembly in New York on 25 September.",
        {"parties": {"colombia", "venezuela"}, "level": "presidents", "place": "New York",
         "from": "2016-09-25", "status": "scheduled"},
    ),
    (
        "Israel and Syria held indirect talks in Istanbul in 2008, mediated by Turkey.",
        {"parties": {"israel", "syria"}, "place": "Istanbul", "from": "2008", "status": "held"},
    ),
    (
        "Iran and Iraq cancelled a meeting that was planned for Sunday.",
        {"parties": {"iran", "iraq"}, "status": "cancelled"},
    ),
    (
        "North Korea and South Korea have agreed to meet at Panmunjom on 27 October.",
        {"parties": {"north_korea", "south_korea"}, "place": "Panmunjom", "from": "2016-10-27",
         "status": "scheduled"},
    ),
    (
        "Talks in Geneva between Georgia, Russia and Abkhazia are scheduled for 15 October.",
        {"parties": {"georgia", "russia", "abkhazia"}, "place": "Geneva", "from": "2016-10-15",
         "status": "scheduled"},
    ),
    (
        "A planned summit between Israel and Jordan in Amman was called off on Sunday.",
        {"parties": {"israel", "jordan"}, "place": "Amman", "level": "presidents",
         "status": "cancelled"},
    ),
    (
        "Talks between Serbia and Kosovo in Brussels ended on Monday with an agreement on number "
        "plates.",
        {"parties": {"serbia", "kosovo"}, "place": "Brussels",
         "outcome": "ended with an agreement on number plates"},
    ),
    (
        "The talks between Greece and Turkey are due to begin in Thailand in October.",
        {"parties": {"greece", "turkey"}, "place": "Thailand", "status": "scheduled",
         "from": "2016-10"},
    ),
    (
        "The next meeting between Iran and Iraq is planned, still unofficially, for 20 September "
        "in Muscat.",
        {"parties": {"iran", "iraq"}, "place": "Muscat", "status": "unofficial",
         "from": "2016-09-20"},
    ),
)  # fmt: skip

NONE = (
    "No talks were held between Cyprus and Turkey.",
    "Turkey called for talks with Greece.",
    "Greece refused to hold talks with Turkey.",
    "The Security Council met on Monday.",
    "The press conference between the two sides was short. The cabinet meeting was long.",
    "Britain and Argentina have not met since 1982.",
    "He met the demands of Argentina.",
    "Negotiations on the nuclear programme will resume on Thursday.",
    "The meeting of foreign ministers of the Arab League ended in Cairo.",
    "Iran wants to hold talks with Iraq.",
    "There was talk of war in Greece and Turkey.",
    "The summit of the mountain is in Nepal.",
    "France and Germany could meet.",
)


def shown(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: set(value) if isinstance(value, list) else value for key, value in fields.items()}


@pytest.mark.parametrize(("text", "wanted"), ONE)
def test_one_round(text: str, wanted: Mapping[str, Any], analyse: Analyse) -> None:
    (one,) = find_talks(analyse(text))
    fields = shown(one.fields)
    assert {key: fields.get(key) for key in wanted} == wanted
    assert one.kind == "talks"
    assert one.cue is not None
    assert text[slice(*one.cue.span)] == one.cue.word


@pytest.mark.parametrize("text", NONE)
def test_no_round(text: str, analyse: Analyse) -> None:
    assert find_talks(analyse(text)) == []


def test_a_series_is_kept_apart(analyse: Analyse) -> None:
    text = (
        "Egypt and Ethiopia held a second round of talks in Khartoum in May 2016. A third round "
        "will be held in Cairo on 20 September. The talks are mediated by the African Union."
    )
    second, third = find_talks(analyse(text))
    assert (second.fields["place"], second.fields["status"]) == ("Khartoum", "held")
    assert (third.fields["place"], third.fields["status"]) == ("Cairo", "scheduled")
    assert set(third.fields["parties"]) == {"egypt", "ethiopia"}


def test_one_round_told_five_times_is_one(analyse: Analyse) -> None:
    text = (
        "Iran and Iraq hold talks in Muscat\n"
        "Talks between Iran and Iraq took place in Muscat on Sunday. The two sides met behind "
        "closed doors. The meeting in Muscat was the first since May. The negotiations ended in "
        "stalemate."
    )
    (one,) = find_talks(analyse(text))
    assert one.fields["outcome"] == "ended in stalemate"
    assert one.fields["from"] == "2016-09-04"
    assert text[slice(*one.span)].startswith("Talks between Iran")
    assert len(one.also) >= 2
    assert one.span not in one.also


def test_ministers_and_presidents_on_one_day_are_two_rounds(analyse: Analyse) -> None:
    text = (
        "US Secretary of State John Kerry and Russian Foreign Minister Sergei Lavrov met this "
        "morning in Hangzhou. Presidents Barack Obama and Vladimir Putin will meet later today."
    )
    ministers, presidents = find_talks(analyse(text))
    assert ministers.fields["level"] == "ministers"
    assert ministers.fields["people"] == ["John Kerry", "Sergei Lavrov"]
    assert presidents.fields["level"] == "presidents"
    assert presidents.fields["status"] == "scheduled"


def test_a_supposed_round_with_a_date_is_flagged(analyse: Analyse) -> None:
    found = find_talks(analyse("Turkey proposed talks with Greece in Izmir on 20 September."))
    assert all("may" in one.flags and "status" not in one.fields for one in found)


def test_general_talks_are_no_round_beside_a_certain_one(analyse: Analyse) -> None:
    text = (
        "Negotiations between Greece and Turkey have been difficult. Greek and Turkish ministers "
        "met in Athens on Thursday."
    )
    (one,) = find_talks(analyse(text))
    assert one.fields["place"] == "Athens"


@pytest.mark.parametrize(
    ("role", "level"),
    [
        ("President", "presidents"),
        ("prime minister", "presidents"),
        ("King", "presidents"),
        ("Vice President", "officials"),
        ("Secretary of State", "ministers"),
        ("foreign minister", "ministers"),
        ("deputy foreign minister", "officials"),
        ("special envoy", "officials"),
        ("chief negotiator", "officials"),
    ],
)
def test_level_of_role(role: str, level: str) -> None:
    assert level_of_role(role) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("the foreign ministers", "ministers"),
        ("deputy ministers", "officials"),
        ("the two leaders", "presidents"),
        ("UN envoy", "mediator"),
        ("Swiss mediators", "mediator"),
        ("the delegations", "officials"),
        ("heads of state", "presidents"),
        ("the talks", None),
    ],
)
def test_level_of_words(text: str, level: str | None) -> None:
    assert level_of_words(text) == level


def test_same_place() -> None:
    assert same_place("Geneva", "Geneva, Switzerland")
    assert not same_place("Geneva", "Vienna")


PLACES = (
    ("Iran and Iraq held talks in the city Basra on Sunday.", "Basra"),
    ("Iran and Iraq met on Sunday during a session of the Assembly in Geneva.", "Geneva"),
    ("Iran and Iraq held talks on Sunday at the embassy of Oman.", None),
    ("Iran and Iraq held talks in the Qatari capital Doha on Sunday.", "Doha"),
    ("Iran and Iraq held talks in the Kenyan capital, Nairobi, on Sunday.", "Nairobi"),
    ("Iran and Iraq held talks in the Swiss city of Geneva.", "Geneva"),
    ("Iran and Iraq met at a hotel in Vienna on Sunday.", "Vienna"),
    ("Iran and Iraq met on the margins of a conference in Munich on Sunday.", "Munich"),
    ("Talks between Iran and Iraq took place in New York on Sunday.", "New York"),
    ("Norway hosted talks between Iran and Iraq on Sunday.", "Norway"),
    ("The Geneva talks between Iran and Iraq ended on Sunday.", "Geneva"),
    ("Iran and Iraq met for talks in Baku on Sunday.", "Baku"),
    ("Iranian officials travelled to Baku for talks with Iraq on Sunday.", "Baku"),
    ("Iran and Iraq held talks in May.", None),
)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_places(text: str, place: str | None, analyse: Analyse) -> None:
    (one,) = find_talks(analyse(text))
    assert one.fields.get("place") == place


OUTCOMES = (
    ("Iran and Iraq met in Baku but failed to agree on prisoners.", "failed to agree on prisoners"),
    ("Iran and Iraq met in Baku without reaching agreement.", "without reaching agreement"),
    ("Iran and Iraq met in Baku. No agreement was reached.", "No agreement was reached"),
    ("Iran and Iraq met in Baku. The two sides made no progress.", "made no progress"),
    ("Iran and Iraq met in Baku. They agreed to exchange prisoners.",
     "agreed to exchange prisoners"),
    ("Talks between Iran and Iraq in Baku collapsed on Sunday.", "collapsed"),
    ("Fruitless talks between Iran and Iraq were held in Baku.", "Fruitless"),
    ("Talks between Iran and Iraq in Baku led to a breakthrough.", "led to a breakthrough"),
    ("Iran and Iraq met in Baku. An agreement could be reached soon.", None),
    ("Iran and Iraq met in Baku.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "outcome"), OUTCOMES)
def test_outcomes(text: str, outcome: str | None, analyse: Analyse) -> None:
    (one,) = find_talks(analyse(text))
    assert one.fields.get("outcome") == outcome


STATUS = (
    ("Iran negotiated with Iraq in Baku last week.", "held"),
    ("Iran met with Iraq in Baku last week.", "held"),
    ("Talks involving Iran and Iraq were held in Baku.", "held"),
    ("Informal talks between Iran and Iraq are planned for 20 September in Baku.", "unofficial"),
    ("Iran and Iraq meet in Baku.", "held"),
    ("Iran, after holding talks with Iraq in Baku, was pleased.", "held"),
    ("A meeting between Iran and Iraq in Baku on 20 September is not officially confirmed.",
     "unofficial"),
    ("Next talks between Iran and Iraq: Baku, in October.", "scheduled"),
    ("Talks between Iran and Iraq are under way in Baku.", "under way"),
    ("Talks between Iran and Iraq are being held in Baku.", "under way"),
    ("Ongoing talks between Iran and Iraq in Baku are difficult.", "under way"),
    ("Talks between Iran and Iraq resumed in Baku in 2011.", "held"),
    ("Iran and Iraq meet in Baku on 20 September.", "scheduled"),
    ("The cancelled meeting between Iran and Iraq in Baku angered Turkey.", "cancelled"),
    ("Talks between Iran and Iraq in Baku were put off.", "cancelled"),
    ("Iran and Iraq have held talks in Baku.", "held"),
    ("A meeting between Iran and Iraq in Baku on 20 September has not been confirmed.",
     "unofficial"),
    ("The upcoming talks between Iran and Iraq in Baku are important.", "scheduled"),
    ("A round of talks scheduled between Iran and Iraq for 20 September in Baku is in doubt.",
     "scheduled"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str, analyse: Analyse) -> None:
    (one,) = find_talks(analyse(text))
    assert one.fields["status"] == status


def test_talks_of_nobody_named_are_of_the_principals(analyse: Analyse) -> None:
    text = "Iran and Iraq are at war. Iran and Iraq met in May. The next round is on 20 September."
    found = find_talks(analyse(text))
    assert all(set(one.fields["parties"]) == {"iran", "iraq"} for one in found)
    assert found[-1].fields["from"] == "2016-09-20"


def test_a_round_is_filled_from_all_its_mentions(analyse: Analyse) -> None:
    text = (
        "Iran and Iraq will hold talks in Baku on 20 September. The meeting in Baku was cancelled. "
        "A third round of talks between Iran and Iraq in Oslo was useless. The third round of "
        "talks in Oslo collapsed without agreement."
    )
    baku, oslo = find_talks(analyse(text))
    assert (baku.fields["status"], baku.fields["from"]) == ("cancelled", "2016-09-20")
    assert oslo.fields["outcome"].startswith("collapsed")


def test_other_people_make_another_round(analyse: Analyse) -> None:
    text = "Barack Obama met Vladimir Putin in Hangzhou. John Kerry met Sergei Lavrov in Hangzhou."
    assert len(find_talks(analyse(text))) == 2
