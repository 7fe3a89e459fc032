"""Contradictions, the timeline and the table of positions: what is shown, and what is not."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from detente.reading.across import (
    Told,
    contradictions,
    facts,
    positions_table,
    timeline,
)
from tests.reading.test_across_facts import DAY, told

ROUND = {"parties": ["us", "russia"], "status": "held", "date": "2016-09-05"}
TRUCE = {"parties": ["gov", "farc"], "in_effect": "2015-07-20"}
STRIKES = {"party": "us", "about": "joint strikes"}


def codes(*items: Told) -> list[str]:
    return [one.code for one in contradictions(facts(items)).found]


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        ("talks", ROUND | {"outcome": "no agreement"}, ROUND | {"outcome": "an accord was signed"},
         ["outcome"]),
        ("talks", ROUND | {"outcome": "no agreement"}, ROUND | {"outcome": "ended in failure"}, []),
        ("talks", ROUND | {"outcome": "no agreement", "place": "Hangzhou"},
         ROUND | {"outcome": "an accord", "place": "Geneva"}, []),
        ("talks", ROUND, ROUND | {"status": "cancelled"}, ["status"]),
        ("talks", ROUND | {"status": "scheduled", "date": "2016-09-18", "place": "New York"},
         ROUND | {"status": "unofficial", "date": "2016-09-19", "place": "New York"}, ["date"]),
        ("talks", ROUND | {"status": "scheduled", "date": "2016-09-18", "place": "New York"},
         ROUND | {"status": "scheduled", "date": "2016-12-01", "place": "New York"}, []),
        ("talks", ROUND | {"place": "Hangzhou"},
         ROUND | {"place": "Hangzhou", "date": "2016-09-07"}, ["date"]),
        ("figures", {"what": "deaths", "best": 250_000, "counted_by": "un"},
         {"what": "people killed", "low": 289_000}, ["figure"]),
        ("figures", {"what": "deaths", "best": 300_000}, {"what": "killed", "low": 289_000}, []),
        ("figures", {"what": "deaths", "best": 9, "as_of": "2014"},
         {"what": "deaths", "best": 12, "as_of": "2016"}, []),
        ("figures", {"what": "deaths", "best": 9}, {"what": "refugees", "best": 12}, []),
        ("truces", TRUCE | {"fate": "holds"}, TRUCE | {"fate": "broken"}, ["fate"]),
        ("truces", TRUCE | {"fate": "holds"}, TRUCE | {"fate": "unknown"}, []),
        ("truces", TRUCE | {"fate": "holds"}, TRUCE | {"fate": "broken", "in_effect": "2014-01"},
         []),
        ("positions", STRIKES | {"stance": "accepts joint strikes"},
         STRIKES | {"stance": "rejects joint strikes"}, ["position"]),
        ("positions", STRIKES | {"stance": "accepts joint strikes", "until": "June"},
         STRIKES | {"stance": "rejects joint strikes"}, []),
        ("positions", STRIKES | {"stance": "accepts joint strikes"},
         STRIKES | {"stance": "rejects joint strikes", "unless": "they end"}, []),
        ("positions", STRIKES | {"stance": "accepts joint strikes"},
         STRIKES | {"stance": "will not share intelligence"}, []),
        ("positions", {"party": "us", "stance": "accepts joint strikes"},
         {"party": "us", "stance": "rejects joint strikes"}, ["position"]),
        ("positions", {"party": "us", "stance": "wants talks"},
         {"party": "us", "stance": "rejects the plan"}, []),
        ("talks", ROUND, ROUND | {"status": "scheduled"}, []),
        ("figures", {"what": "deaths", "best": 9, "as_of": "9999-12-31"},
         {"what": "deaths", "best": 12, "as_of": "9999-12-31"}, ["figure"]),
        ("figures", {"what": "deaths"}, {"what": "deaths", "best": 12}, []),
        ("positions", STRIKES | {"stance": "accepts joint strikes"},
         {"party": "russia", "about": "joint strikes", "stance": "rejects joint strikes"}, []),
    ],
)  # fmt: skip
def test_what_contradicts(
    kind: str, one: dict[str, Any], other: dict[str, Any], expected: list[str]
) -> None:
    assert codes(told("1", kind, "a", **one), told("2", kind, "b", **other)) == expected
    assert codes(told("2", kind, "b", **one), told("1", kind, "a", **other)) == expected


def test_a_change_over_time_is_no_contradiction() -> None:
    first = told("1", "positions", "a", DAY, **STRIKES, stance="rejects joint strikes")
    later = told("2", "positions", "b", date(2017, 2, 1), **STRIKES, stance="accepts joint strikes")
    assert codes(first, later) == []
    table = positions_table(facts([first, later]))
    ((stance, change),) = table.cells.values()
    assert (stance.turned, change.turned) == (False, True)
    assert "the opposite of what it held before" in table.to_text()


def test_what_nobody_can_date_contradicts_nothing() -> None:
    undated = {"parties": ["us", "russia"], "status": "held"}
    for kind, one, other in (
        ("talks", undated | {"outcome": "no agreement"}, undated | {"outcome": "an accord"}),
        ("figures", {"what": "deaths", "best": 9}, {"what": "deaths", "best": 12}),
        ("positions", STRIKES | {"stance": "accepts strikes"},
         STRIKES | {"stance": "rejects strikes"}),
    ):  # fmt: skip
        assert codes(told("1", kind, "a", None, **one), told("2", kind, "b", None, **other)) == []


def test_of_very_many_only_those_that_are_told_most_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(contradictions.__globals__, "MOST_ALIKE", 6)

    def figure(name: str, number: int) -> Told:
        return told(name, "figures", name, what="deaths", best=number, counted_by="un")

    often = [figure("a", 9), figure("b", 9), figure("c", 7), figure("d", 7)]
    once = [figure(f"z{number}", number) for number in range(100, 106)]
    found = contradictions(facts([*often, *once])).found
    pairs = [{one.one.id, one.other.id} for one in found]
    assert {"a", "c"} in pairs
    assert {"a", "z105"} not in pairs


def test_what_is_denied_contradicts_nothing() -> None:
    one = told("1", "talks", **ROUND, outcome="no agreement")
    other = told("2", "talks", **ROUND, outcome="an accord was signed", flags=["may"])
    assert codes(one, other) == []


def test_both_sentences_are_shown_in_every_form() -> None:
    one = told("1", "talks", "a", **ROUND, outcome="no agreement")
    other = told("2", "talks", "b", **ROUND, outcome="an accord was signed")
    found = contradictions(facts([one, other]))
    text = found.to_text()
    assert "Words of 1." in text
    assert "Words of 2." in text
    assert "2016-09-05" in text
    (entry,) = json.loads(found.to_json())["contradictions"]
    assert [side["evidence"][0]["quote"] for side in entry["sides"]] == [
        "Words of 1.", "Words of 2.",
    ]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(found.to_csv(), newline="")))
    assert [row["contradiction"] for row in rows] == ["1", "1"]
    assert contradictions([]).title() == "No two facts contradict each other."
    assert found.title().startswith("One contradiction")


def test_the_timeline_goes_by_the_event_and_not_by_its_report() -> None:
    found = timeline(
        facts(
            [
                told("1", "talks", "a", DAY, **ROUND),
                told("2", "truces", "a", DAY, declared="2016-02-22", in_effect="2016-02-27",
                     ended="2016-04", fate="broken"),
                told("3", "events", "b", DAY, by=["gov"], what="raid", plover="ASSAULT"),
                told("4", "support", "b", DAY, by=["us"], to=["rebels"]),
                told("5", "talks", "b", DAY, parties=["us", "russia"], date="2016-09-18",
                     status="unofficial", place="New York", flags=["will"]),
                told("6", "events", "c", None, by=["gov"], what="siege", plover="COERCE"),
            ]
        )
    )  # fmt: skip
    told_dates = [(str(one.when), one.point, one.fact.kind) for one in found.entries]
    assert told_dates == [
        ("2016-02-22", "declared", "truces"),
        ("2016-02-27", "in_effect", "truces"),
        ("2016-04", "ended", "truces"),
        ("2016-09-05", "", "talks"),
        ("2016-09-05", "reported", "events"),
        ("2016-09-18", "", "talks"),
    ]
    assert [fact.id for fact in found.undated] == ["6"]
    text = found.to_text()
    assert text.index("2016-02-22") < text.index("2016-09-18") < text.index("Without a date:")
    assert "(will)" in text
    content = json.loads(found.to_json())
    assert content["timeline"][0]["point"] == "declared"
    assert content["undated"][0]["evidence"][0]["source"] == "c"
    assert len(list(csv.DictReader(io.StringIO(found.to_csv(), newline="")))) == 7
    assert found.manifest.method == "timeline"


def test_a_round_of_several_days_is_one_interval() -> None:
    (entry,) = timeline(
        facts([told("1", "talks", parties=["a", "b"], from_="2012-08-01", to="2012-08-03")])
    ).entries
    assert str(entry.when) == "2012-08-01/2012-08-03"


def test_positions_by_party_and_issue() -> None:
    table = positions_table(
        facts(
            [
                told("1", "positions", "a", party="us", about="fate of Bashar al-Assad",
                     stance="in dispute"),
                told("2", "positions", "b", party="russia", about="Assad's future",
                     stance="only Syrians decide", until="the war is over"),
                told("3", "positions", "b", party="us", about="aid", stance="wants more",
                     date="2016-08"),
                told("4", "positions", "c", None, party="us", about="aid", stance="no comment"),
                told("5", "talks", "c", **ROUND),
            ]
        )
    )  # fmt: skip
    assert table.parties == ("russia", "us")
    assert table.issues[1] == "aid"
    assert {key[1] for key in table.cells if key[0] == "russia"} == {0}
    assert [one.text for one in table.cells["us", 1]] == ["wants more", "no comment"]
    text = table.to_text()
    assert "only Syrians decide, until the war is over" in text
    assert "2016-08-01" in text
    assert "undated" in text
    content = json.loads(table.to_json())
    assert content["issues"] == list(table.issues)
    assert content["positions"][0]["stances"][0]["evidence"]
    assert len(list(csv.DictReader(io.StringIO(table.to_csv(), newline="")))) == 4
    assert positions_table([]).cells == {}


def test_two_counters_whom_one_sentence_sets_against_each_other_are_shown() -> None:
    figures = [
        told("1", "figures", what="civilians killed", low=34, counted_by="the mission"),
        told("2", "figures", what="deaths", best=12, counted_by="the army"),
    ]
    found = contradictions(facts(figures))
    assert [one.code for one in found.found] == ["figure"]
    apart = [figures[0], replace(figures[1], span=(900, 950))]
    assert not contradictions(facts(apart)).found


def test_parties_are_called_by_their_names_in_words_and_by_id_in_json() -> None:
    known = facts([told("1", "positions", party="us", about="the siege", stance="wants it ended")])
    names = {"us": "United States"}
    for result in (timeline(known, names=names), positions_table(known, names=names)):
        assert "United States" in result.to_text()
        assert "United States" not in result.to_json()


def test_figures_in_words() -> None:
    from detente.reading.across.telling import fields_text

    shown = [
        fields_text(facts([told("1", "figures", what="refugees", **numbers)])[0])
        for numbers in ({"low": 2_000_000}, {"best": 4.5}, {"low": 3, "high": 5}, {"high": 7})
    ]
    assert shown == [
        "at least 2,000,000; refugees", "4.5; refugees", "3 to 5; refugees", "at most 7; refugees",
    ]  # fmt: skip


def test_many_sentences_of_one_fact_are_counted() -> None:
    items = [told(str(k), "support", f"s{k}", by=["us"], to=["rebels"]) for k in range(6)]
    from detente.reading.across.telling import evidence_text

    (fact,) = facts(items)
    lines = evidence_text(fact)
    assert len(lines) == 4
    assert lines[-1] == "and 3 more sentences"


def test_without_a_common_issue_only_the_same_words_are_opposed() -> None:
    from detente.reading.across.contradictions import opposite

    assert not opposite("rejected the demand", "wanted to discuss democracy", one_issue=False)
    assert opposite("accepts autonomy", "rejects autonomy", one_issue=False)
