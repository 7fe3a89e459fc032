"""One fact from several reports: what is joined, what is kept apart, and in whatever order."""

from __future__ import annotations

import random
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.across import Fact, Told, facts
from detente.reading.across.sameness import agree, sign
from detente.reading.across.wording import denies, issue

DAY = date(2016, 9, 5)


def told(name: str, kind: str, source: str = "a", day: date | None = DAY, /, **fields: Any) -> Told:
    flags = frozenset(fields.pop("flags", ()))
    fields = {key.rstrip("_"): value for key, value in fields.items()}
    return Told(
        id=name, kind=kind, fields=fields, source=source, published=day, quote=f"Words of {name}.",
        flags=flags,
    )  # fmt: skip


def joined(found: tuple[Fact, ...]) -> set[frozenset[str]]:
    return {frozenset(one.id for one in fact.members) for fact in found}


def pair(kind: str, one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two items become one fact."""
    return len(facts([told("1", kind, "a", **one), told("2", kind, "b", **other)])) == 1


TALKS = {"parties": ["us", "russia"], "status": "held", "date": "2016-09-05"}


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("talks", TALKS | {"place": "Hangzhou, China"}, TALKS | {"place": "Hangzhou"}, True),
        ("talks", TALKS, TALKS | {"date": "2016-09"}, True),
        ("talks", TALKS, {"parties": ["us", "russia", "un"], "status": "held"}, True),
        ("talks", TALKS, TALKS | {"status": "under way"}, True),
        ("talks", TALKS, TALKS | {"place": "Geneva", "date": "2016-09-05"}, True),
        ("talks", TALKS | {"place": "Hangzhou"}, TALKS | {"place": "Geneva"}, False),
        ("talks", TALKS, TALKS | {"date": "2016-09-09"}, False),
        ("talks", TALKS, TALKS | {"status": "scheduled"}, False),
        ("talks", TALKS, TALKS | {"parties": ["us", "iran"]}, False),
        ("talks", TALKS | {"level": "ministers"}, TALKS | {"level": "presidents"}, False),
        ("talks", TALKS | {"outcome": "no agreement"}, TALKS | {"outcome": "stalemate"}, True),
        ("talks", TALKS | {"outcome": "no agreement"}, TALKS | {"outcome": "a deal"}, False),
        ("figures", {"what": "deaths", "low": 289_000}, {"what": "people killed", "low": 289_000},
         True),
        ("figures", {"what": "deaths", "low": 289_000}, {"what": "deaths", "low": 290_000}, False),
        ("figures", {"what": "deaths", "best": 9, "counted_by": "A"},
         {"what": "deaths", "best": 9, "counted_by": "B"}, False),
        ("figures", {"what": "deaths", "best": 9}, {"what": "wounded", "best": 9}, False),
        ("figures", {"what": "deaths", "best": 9, "as_of": "2016-01-01"},
         {"what": "deaths", "best": 9, "as_of": "2016-02-01"}, False),
        ("support", {"by": ["us"], "to": ["rebels"], "what": "arms"},
         {"by": ["us"], "to": ["rebels"], "what": "backed"}, True),
        ("support", {"by": ["us"], "to": ["rebels"]}, {"by": ["qatar"], "to": ["rebels"]}, False),
        ("people", {"name": "Ana Ruiz", "party": "eln"}, {"name": "Ana Ruiz", "party": "eln",
         "role": "negotiator"}, True),
        ("people", {"name": "Ana Ruiz", "party": "eln", "role": "commander"},
         {"name": "Ana Ruiz", "party": "eln", "role": "negotiator"}, False),
        ("parties", {"id": "eln", "name": "ELN"}, {"id": "eln", "name": "National Liberation Army"},
         True),
        ("statements", {"by": ["us"], "act": "accuse", "content": "backed off on some points"},
         {"by": ["us"], "act": "accuse", "content": "having backed off on points"}, True),
        ("statements", {"by": ["us"], "act": "accuse", "content": "backed off on some points"},
         {"by": ["us"], "act": "accuse", "content": "bombed a convoy of aid"}, False),
        ("statements", {"by": ["us"], "act": "say", "content": "the convoy will pass"},
         {"by": ["us"], "act": "say", "content": "the convoy will not pass"}, False),
        ("positions", {"party": "us", "about": "fate of Bashar al-Assad", "stance": "in dispute"},
         {"party": "us", "about": "Assad's future", "stance": "in dispute"}, True),
        ("positions", {"party": "us", "about": "a truce", "stance": "wants it"},
         {"party": "us", "about": "a truce", "stance": "wants it", "until": "they leave"}, False),
        ("truces", {"parties": ["gov", "farc"], "in_effect": "2015-07-20", "fate": "holds"},
         {"parties": ["gov", "farc"], "in_effect": "2015-07"}, True),
        ("truces", {"parties": ["gov", "farc"], "in_effect": "2015-07-20", "fate": "holds"},
         {"parties": ["gov", "farc"], "in_effect": "2015-07-20", "fate": "broken"}, False),
        ("events", {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "what": "raid on a village"},
         {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "what": "village raid"}, True),
        ("events", {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "date": "2004-05-03",
         "what": "raid"}, {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "date": "2004-05",
         "what": "raid"}, False),
        ("events", {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "date": "2004-05-03",
         "what": "raid", "place": "Pidie"}, {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT",
         "date": "2004-05-03", "what": "killing", "place": "Pidie"}, True),
        ("events", {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "date": "2004-05-03",
         "what": "raid", "place": "Pidie"}, {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT",
         "date": "2004-05-03", "what": "raid", "place": "Bireuen"}, False),
        ("events", {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "date": "2004-05-03",
         "what": "raid"}, {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "date": "2004-05-04",
         "what": "raid"}, False),
        ("truces", {"parties": ["gov", "farc"], "in_effect": "2015-07-20", "terms": "no raids"},
         {"parties": ["gov", "farc"], "in_effect": "2015-07-20", "terms": "guns silent"}, True),
        ("talks", TALKS, TALKS | {"date": "9999-12-31"}, False),
        ("events", {"by": ["gov"], "to": ["gam"], "plover": "AID", "what": "rice"},
         {"by": ["gov"], "to": ["gam"], "plover": "ASSAULT", "what": "rice"}, False),
    ],
)  # fmt: skip
def test_what_is_one(kind: str, one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    assert pair(kind, one, other) is same
    assert pair(kind, other, one) is same


def test_what_is_denied_or_may_be_is_another_claim() -> None:
    plain = told("1", "events", by=["a"], to=["b"], plover="ASSAULT", what="raid")
    for flag in ("negated", "may", "conditional", "should"):
        other = told("2", "events", by=["a"], to=["b"], plover="ASSAULT", what="raid", flags=[flag])
        assert len(facts([plain, other])) == 2


def test_the_most_precise_of_values_that_agree() -> None:
    (fact,) = facts(
        [
            told("1", "talks", "a", parties=["us", "russia"], status="held", date="2016-09",
                 place="Hangzhou", outcome="no agreement"),
            told("2", "talks", "b", parties=["us", "russia", "un"], date="2016-09-05",
                 status="held", level="ministers", outcome="ended in stalemate"),
            told("3", "talks", "c", parties=["us", "russia"], date="2016-09-05", status="held",
                 outcome="no agreement"),
        ]
    )  # fmt: skip
    assert fact.fields["date"] == "2016-09-05"
    assert set(fact.fields["parties"]) == {"us", "russia", "un"}
    assert fact.fields["outcome"] == "no agreement"
    assert (fact.fields["level"], fact.fields["place"]) == ("ministers", "Hangzhou")
    assert (fact.id, fact.sources) == ("1", ("a", "b", "c"))


def test_an_item_without_a_date_belongs_near_its_report() -> None:
    plain = {"parties": ["us", "russia"], "status": "held"}
    near = told("2", "talks", "b", date(2016, 9, 8), **plain)
    far = told("3", "talks", "c", date(2017, 9, 8), **plain)
    nobody_knows = told("4", "talks", "d", None, **plain)
    found = facts([told("1", "talks", **TALKS), near, far, nobody_knows])
    assert joined(found) == {frozenset("12"), frozenset("3"), frozenset("4")}


def test_flags_of_a_fact_are_those_of_all_its_items() -> None:
    sure = told("1", "support", by=["us"], to=["rebels"])
    unsure = told("2", "support", "b", by=["us"], to=["rebels"], flags=["hearsay"])
    (fact,) = facts([sure, unsure])
    assert fact.flags == frozenset()
    (alone,) = facts([unsure])
    assert alone.flags == {"hearsay"}


def test_names_of_an_issue() -> None:
    names = ["fate of Assad", "the fate of Bashar al-Assad", "Assad's future", "Assad"]
    assert len({issue(name) for name in names}) == 1
    assert issue("prisoner exchange") == issue("exchange of prisoners")
    assert issue("humanitarian access") != issue("humanitarian corridors")
    assert issue("the status") != frozenset()


def test_two_denials_are_none() -> None:
    assert denies("will not sign")
    assert denies("rejects the plan")
    assert not denies("does not reject the plan")


PARTIES = st.lists(st.sampled_from(["us", "russia", "un", "iran"]), min_size=1, max_size=3,
                   unique=True)  # fmt: skip
WORDS = st.lists(st.sampled_from("raid siege convoy truce border camp".split()), max_size=4)  # noqa: SIM905
DATES = st.sampled_from(
    [None, "2016", "2016-09", "2016-09-05", "2016-09-06", "2016-09-01/2016-09-07"]
)


@st.composite
def items(draw: st.DrawFn) -> Told:
    kind = draw(st.sampled_from(["talks", "events", "statements", "truces", "positions"]))
    words = " ".join(draw(WORDS))
    fields: dict[str, Any] = {"date": draw(DATES)}
    if kind in ("talks", "truces"):
        fields |= {"parties": draw(PARTIES), "status": draw(st.sampled_from(["held", "scheduled"])),
                   "place": draw(st.sampled_from([None, "Geneva", "Geneva, Switzerland", "Oslo"])),
                   "fate": draw(st.sampled_from([None, "holds", "broken", "unknown"]))}  # fmt: skip
    elif kind == "positions":
        fields |= {"party": "us", "about": "a truce", "stance": words}
    else:
        fields |= {"by": ["us"], "act": "say", "content": words, "what": words, "plover": "AID"}
    given_fields = {key: value for key, value in fields.items() if value is not None}
    day = draw(st.sampled_from([None, DAY, date(2016, 9, 7)]))
    return told("x", kind, "a", day, **given_fields)


@pytest.mark.untraced
@given(st.lists(items(), max_size=14), st.randoms(use_true_random=False))
def test_facts_do_not_depend_on_the_order_of_reports(
    found: list[Told], chance: random.Random
) -> None:
    named = [
        told(str(k), one.kind, f"s{k % 3}", one.published, **one.fields)
        for k, one in enumerate(found)
    ]
    first = facts(named)
    chance.shuffle(named)
    again = facts(named)
    assert joined(first) == joined(again)
    assert [(one.id, one.fields) for one in first] == [(one.id, one.fields) for one in again]
    assert sorted(item.id for one in first for item in one.members) == sorted(
        item.id for item in named
    )
    for one in first:
        for a, b in combinations(one.members, 2):
            assert sign(a).key == sign(b).key
            assert agree(sign(a), sign(b))


def test_reading_a_report_twice_tells_nothing_twice() -> None:
    one = told("1", "talks", **TALKS)
    (fact,) = facts([one, one])
    assert fact.members == (one,)


def test_many_items_take_a_few_comparisons_each(monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.reading.across import candidates

    calls = 0

    def counting(one: Any, other: Any) -> bool:
        nonlocal calls
        calls += 1
        return agree(one, other)

    monkeypatch.setattr(candidates, "agree", counting)
    chance = random.Random(5)
    names = [f"p{k}" for k in range(30)]
    words = [f"word{k}x" for k in range(2000)]
    made = []
    for k in range(1500):
        a, b = chance.sample(names, 2)
        day = date(2014, 1 + k % 12, 1 + k % 28)
        fields: dict[str, Any] = (
            {"parties": [a, b], "date": day.isoformat(), "status": "held"}
            if k % 2
            else {"by": [a], "act": "say", "content": " ".join(chance.sample(words, 8))}
        )
        made.append(told(str(k), "talks" if k % 2 else "statements", "a", day, **fields))
    facts(made)
    assert calls < 20 * len(made)


def test_reports_from_the_ends_of_time_are_compared_too() -> None:
    undated = {"parties": ["us", "russia"], "place": "Geneva"}
    for day, status in ((date.max, "scheduled"), (date.min, "held")):
        pair = [told(name, "talks", name, day, **undated, status=status) for name in ("1", "2")]
        assert joined(facts(pair)) == {frozenset("12")}


WHO_WHERE = [
    {"parties": names, "status": "held", "fate": "holds", "place": place}
    for names in ([], ["us"], ["russia"], ["us", "russia"], ["iran", "us"], ["iran", "un", "us"])
    for place in ("", "Hangzhou", "Hangzhou, China", "the")
]


@pytest.mark.parametrize("kind", ["talks", "truces"])
def test_whatever_agrees_is_found(kind: str) -> None:
    some = [told(str(number), kind, **fields) for number, fields in enumerate(WHO_WHERE)]
    for one, other in combinations(some, 2):
        a, b = sign(one), sign(other)
        assert (len(facts([one, other])) == 1) is (a.key == b.key and agree(a, b))
