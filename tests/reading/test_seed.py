"""The report that the reading began with: every item of it, in our words and in its own.

The same expectations hold for a report of our own words with the same facts, which everybody can
run, and for the report itself where it lies beside the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from detente.reading.cast import build_cast
from detente.reading.found import Found
from detente.reading.pipeline import Parser
from detente.reading.read import Reader, Reading
from detente.reading.report import Report

OWN = """\
Kerry and Lavrov part in China without a truce for Syria

BEIRUT (Wire services) - Talks between the United States and Russia on a truce
for Syria broke up once more without a result on Monday, as the bombs went on
falling.

US Secretary of State John Kerry and Russian Foreign Minister Sergei Lavrov met
this morning in Hangzhou, where the leaders of the G-20 are gathered, but failed
to reach an agreement.

On Sunday the White House accused Moscow of having walked back on parts of the
text that had seemed settled, which ruled out any common operations.

The main stumbling block between Washington and Moscow remains the fate of
Syrian President Bashar al-Assad.

The Syrian air force, meanwhile, keeps bombing rebel positions with Russian
support. Washington calls these rebels moderate.

President Barack Obama and his Russian counterpart Vladimir Putin are to meet
later today. Western diplomats doubt that the two can strike a deal.

Washington does not want to sign an agreement that the warring parties will not
respect. Earlier truces, negotiated by diplomats abroad, collapsed on the
ground. The Obama administration also refuses to give Putin international
legitimacy as long as he stands by Assad.

Moscow insists that no deal is possible until the rebels, who are backed by
the United States, Saudi Arabia, Qatar and Turkey, are treated like the
militias of al-Qaeda.

The next round of talks between the two powers is planned, though not yet
officially, for 18 September in New York, where the UN General Assembly opens.

The war has killed at least 289,000 people since March 2011, and millions of
refugees have left the country.
"""

PEOPLE = {
    "John Kerry": ("us", "Secretary of State"),
    "Sergei Lavrov": ("russia", "Foreign Minister"),
    "Barack Obama": ("us", "President"),
    "Vladimir Putin": ("russia", "President"),
    "Bashar al-Assad": ("syria", "President"),
}


def _beside() -> Path | None:
    """Return the report itself, from the folders above this file."""
    for folder in Path(__file__).resolve().parents:
        found = sorted(folder.glob("shared/seed/*.txt"))
        if found:
            return found[0]
    return None


@pytest.fixture(scope="module")
def readings(parser: Parser) -> Mapping[str, Reading]:
    texts = {"own": OWN}
    seed = _beside()
    if seed is not None:
        texts["seed"] = seed.read_text(encoding="utf-8")
    reports = [
        Report(text=text, origin=name, published=date(2016, 9, 5)) for name, text in texts.items()
    ]
    reader = Reader(build_cast({}), parser)
    return dict(zip(texts, reader.read(reports), strict=True))


@pytest.fixture(params=["own", "seed"])
def reading(request: pytest.FixtureRequest, readings: Mapping[str, Reading]) -> Reading:
    name: str = request.param
    if name not in readings:
        pytest.skip("the report itself does not lie beside the project")
    return readings[name]


def the(reading: Reading, kind: str, **fields: Any) -> Found:
    """Return the one item of `kind` with these fields; lists are compared as sets."""
    alike = [
        one
        for one in reading.found
        if one.kind == kind
        and all(_plain(one.fields.get(key)) == _plain(wanted) for key, wanted in fields.items())
    ]
    assert len(alike) == 1, (
        kind,
        fields,
        [one.fields for one in reading.found if one.kind == kind],
    )
    return alike[0]


def _plain(value: object) -> object:
    return frozenset(value) if isinstance(value, list) else value


def stands(reading: Reading, one: Found, *words: str) -> None:
    """Assert that the item's span is exactly the sentence with `words`."""
    text = reading.report.text
    sentence = " ".join(text[slice(*one.span)].split())
    assert sentence[-1] in '."”'
    assert one.span[0] == 0 or text[one.span[0] - 1] in "\n -"
    for word in words:
        assert word in sentence


def test_the_principals_and_the_five_people(reading: Reading) -> None:
    for party in ("us", "russia"):
        assert the(reading, "parties", id=party).fields["kind"] == "state"
    for name, (party, role) in PEOPLE.items():
        person = the(reading, "people", name=name)
        assert (person.fields["party"], person.fields["role"]) == (party, role)
    assert sum(one.kind == "people" for one in reading.found) == len(PEOPLE)


def test_the_three_meetings_and_no_other(reading: Reading) -> None:
    ministers = the(reading, "talks", level="ministers")
    assert ministers.fields["parties"] == ["us", "russia"]
    assert ministers.fields["people"] == ["John Kerry", "Sergei Lavrov"]
    assert ministers.fields["place"] == "Hangzhou"
    assert (ministers.fields["from"], ministers.fields["status"]) == ("2016-09-05", "held")
    assert any(word in ministers.fields["outcome"] for word in ("stalemate", "fail", "without"))
    stands(reading, ministers, "John Kerry", "this morning", "Hangzhou")
    presidents = the(reading, "talks", level="presidents")
    assert presidents.fields["people"] == ["Barack Obama", "Vladimir Putin"]
    assert (presidents.fields["from"], presidents.fields["status"]) == ("2016-09-05", "scheduled")
    stands(reading, presidents, "Barack Obama", "are to meet", "today")
    later = the(reading, "talks", status="unofficial")
    assert (later.fields["from"], later.fields["place"]) == ("2016-09-18", "New York")
    assert later.fields["parties"] == ["us", "russia"]
    stands(reading, later, "officially", "New York")
    assert sum(one.kind == "talks" for one in reading.found) == 3


def test_the_accusation(reading: Reading) -> None:
    one = the(reading, "statements", act="accuse", by=["us"], to=["russia"])
    assert one.fields["date"] == "2016-09-04"
    assert "having" in one.fields["content"]
    stands(reading, one, "Moscow", "having")


def test_the_main_issue(reading: Reading) -> None:
    for party in ("us", "russia"):
        one = the(
            reading, "positions", party=party, about="fate of Bashar al-Assad", stance="in dispute"
        )
        assert one.rule == "speech.main-issue"
        stands(reading, one, "between", "fate of Syrian President Bashar al-Assad")


def test_the_condition_of_one_side(reading: Reading) -> None:
    (one,) = [
        x
        for x in reading.found
        if x.kind == "positions" and x.fields["party"] == "russia" and "until" in x.fields
    ]
    assert "possible" in one.fields["stance"]
    assert "Qaeda" in one.fields["until"]
    assert "until" not in one.fields["stance"]
    stands(reading, one, "insists", "until", "Qaeda")


def test_the_reluctance_of_the_other(reading: Reading) -> None:
    mine = [x for x in reading.found if x.kind == "positions" and x.fields["party"] == "us"]
    (kept,) = [one for one in mine if "respect" in one.fields["stance"]]
    stands(reading, kept, "agreement", "warring parties")
    (legitimacy,) = [one for one in mine if "legitimacy" in one.fields["stance"]]
    stands(reading, legitimacy, "legitimacy", "Putin", "Assad")


def test_the_doubts(reading: Reading) -> None:
    (one,) = [
        x
        for x in reading.found
        if x.kind == "statements" and x.fields["act"] == "doubt" and x.fields["by"] != ["us"]
    ]
    stands(reading, one, "diplomat")


def test_who_backs_the_rebels_and_the_government(reading: Reading) -> None:
    rebels = the(
        reading,
        "support",
        by=["us", "saudi_arabia", "qatar", "turkey"],
        to=["syrian_opposition"],
    )
    stands(reading, rebels, "backed by", "Qatar")
    stands(reading, the(reading, "support", by=["russia"], to=["syria"]), "with Russian support")


def test_the_bombing(reading: Reading) -> None:
    one = the(reading, "events", by=["syria"], to=["syrian_opposition"], plover="ASSAULT")
    stands(reading, one, "air force", "with Russian support")


def test_the_earlier_truces_and_their_failure(reading: Reading) -> None:
    one = the(reading, "truces", fate="broken")
    assert "parties" not in one.fields
    stands(reading, one, "ruces", "on the ground")


def test_the_dead_and_the_refugees(reading: Reading) -> None:
    dead = next(x for x in reading.found if x.kind == "figures" and x.fields.get("low") == 289_000)
    assert (dead.fields["low"], dead.fields["since"]) == (289_000, "2011-03")
    stands(reading, dead, "at least", "March 2011")
    gone = the(reading, "figures", what="refugees")
    assert gone.fields["low"] == 2_000_000
    assert "vague" in gone.flags
    stands(reading, gone, "millions of refugees")


def test_every_item_stands_in_a_sentence_of_the_report(reading: Reading) -> None:
    for one in reading.found:
        for start, end in (one.span, *one.also):
            assert 0 <= start < end <= len(reading.report.text)
        if one.focus is not None:
            assert one.span[0] <= one.focus[0] < one.focus[1] <= one.span[1]
