"""The bundled example holds what a reader of its day must find in it, and nothing later."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from detente.dossier import Date, Dossier, Item, load
from detente.dossier.reasons import Reason
from detente.dossier.standoff import AnyOrder, ByStatements, Clause, OneOf, Standoff
from tests.examples.literal import feasible_states, holds

FOLDER = Path(__file__).parents[2] / "examples" / "syria-2016"
TODAY = date(2016, 9, 5)
NEXT_ROUND = date(2016, 9, 18)
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}


@pytest.fixture(scope="module")
def syria() -> Dossier:
    return load(FOLDER)


@pytest.fixture(scope="module")
def standoff(syria: Dossier) -> Standoff:
    return syria.require_standoff()


def clauses(preference: ByStatements) -> Iterator[Clause]:
    """Yield every statement, those in groups too."""
    for entry in preference.entries:
        if isinstance(entry, Clause):
            yield entry
        else:
            yield from entry.entries


def said(standoff: Standoff, party: str | None = None) -> list[Clause]:
    """Return the statements of `party`, or of all."""
    found = []
    for player, preference in standoff.preferences.items():
        assert isinstance(preference, ByStatements), player
        if party in (None, player):
            found += list(clauses(preference))
    return found


def items(dossier: Dossier) -> Iterator[tuple[str, Item]]:
    """Yield every entry of the record with the name of its list."""
    for name in dossier.record.__dataclass_fields__:
        for item in getattr(dossier.record, name):
            yield name, item


@pytest.fixture(scope="module")
def feasible(standoff: Standoff) -> list[frozenset[str]]:
    return feasible_states(standoff)


class TestConflict:
    def test_players_and_options(self, syria: Dossier, standoff: Standoff) -> None:
        assert {"us", "russia", "damascus", "opposition", "backers", "nusra"} == set(
            standoff.players
        )
        assert 10 <= len(standoff.options) <= 14
        backers = " ".join((syria.parties["backers"].name, *syria.parties["backers"].also))
        assert all(name in backers for name in ("Saudi Arabia", "Qatar", "Turkey"))
        assert "Jabhat Fateh al-Sham" in syria.parties["nusra"].also

    def test_the_choices_that_people_asked_for_are_open(self, standoff: Standoff) -> None:
        texts = {option.id: option.text for option in standoff.options}
        assert "jointly" in texts["us.join"]
        assert "Assad" in texts["us.insist"]
        assert "ground its aircraft" in texts["russia.press"]
        assert "bombing opposition areas" in texts["damascus.bomb"]
        assert "siege" in texts["damascus.siege"]
        assert "transition" in texts["damascus.transition"]
        assert "Nusra" in texts["opposition.split"]
        assert "truce" in texts["opposition.truce"]
        assert "talks" in texts["opposition.talks"]
        assert "arming" in texts["backers.arm"]
        assert "attacking" in texts["nusra.attack"]

    def test_an_option_reads_after_takes_up(self, standoff: Standoff) -> None:
        for option in standoff.options:
            assert len(option.text) <= 60
            assert option.text[0].isupper()
            assert not option.text.endswith(".")
        assert len({option.text for option in standoff.options}) == len(standoff.options)

    def test_states(self, standoff: Standoff, feasible: list[frozenset[str]]) -> None:
        assert len(feasible) == 3328
        assert standoff.status_quo is not None
        assert standoff.status_quo.taken in feasible

    def test_a_broken_promise_is_possible(self, feasible: list[frozenset[str]]) -> None:
        assert any({"us.join", "damascus.bomb"} <= s for s in feasible)
        assert any({"us.join", "russia.bomb"} <= s for s in feasible)
        assert any({"opposition.truce", "damascus.bomb"} <= s for s in feasible)
        assert any({"russia.press", "damascus.bomb"} <= s for s in feasible)

    def test_today_as_reported(self, standoff: Standoff) -> None:
        assert standoff.status_quo is not None
        assert {"damascus.bomb", "russia.bomb", "backers.arm"} <= standoff.status_quo.taken
        assert not {"us.join", "opposition.split", "opposition.truce"} & standoff.status_quo.taken

    def test_each_name_tells_one_state(
        self, standoff: Standoff, feasible: list[frozenset[str]]
    ) -> None:
        order = tuple(option.id for option in standoff.options)
        named = []
        for name in standoff.names:
            covered = [s for s in feasible if holds(name.clause.expression, s, order)]
            assert len(covered) == 1, name.name
            named += covered
        assert len(named) == len(set(named)) >= 4
        assert standoff.status_quo is not None
        assert standoff.status_quo.taken in named

    def test_reasons_of_what_cannot_be(self, standoff: Standoff) -> None:
        assert standoff.infeasible
        assert standoff.one_way
        reasons = [c.reason for c in standoff.infeasible]
        reasons += [way.reason for way in standoff.one_way.values()]
        assert all(r.because and (r.evidence or r.judgement) for r in reasons)


class TestPreferences:
    def test_statements_with_reasons(self, standoff: Standoff) -> None:
        for party, preference in standoff.preferences.items():
            assert isinstance(preference, ByStatements), party
            assert 5 <= len(preference.entries) <= 10
            for clause in clauses(preference):
                assert clause.reason.because, clause.text
                assert clause.reason.evidence or clause.reason.judgement, clause.text

    def test_why_each_order_was_chosen(self, standoff: Standoff) -> None:
        for party, preference in standoff.preferences.items():
            assert preference.reason.because, party
            assert len(preference.reason.because) > 100
            assert preference.reason.judgement or preference.reason.evidence

    def test_doubt_is_shown(self, standoff: Standoff) -> None:
        entries = [e for p in standoff.preferences.values() for e in getattr(p, "entries", ())]
        assert any(isinstance(entry, AnyOrder) for entry in entries)
        assert any(isinstance(entry, OneOf) for entry in entries)
        assert sum(clause.reason.sure < 1 for clause in said(standoff)) >= 5

    def test_every_option_matters_to_somebody(self, standoff: Standoff) -> None:
        text = " ".join(clause.text for clause in said(standoff))
        assert all(re.search(rf"\b{option.id}\b", text) for option in standoff.options)

    def test_the_two_conditions_that_wait_for_each_other(self, standoff: Standoff) -> None:
        russia = [clause.text for clause in said(standoff, "russia")]
        opposition = [clause.text for clause in said(standoff, "opposition")]
        assert "not russia.press if not opposition.split" in russia
        assert "not opposition.split if (damascus.bomb or russia.bomb)" in opposition


class TestRecord:
    def test_every_entry_rests_on_something(self, syria: Dossier) -> None:
        found = list(items(syria))
        assert {name for name, _ in found} == set(syria.record.__dataclass_fields__)
        for name, item in found:
            assert item.evidence or item.judgement, (name, item)

    def test_every_quote_stands_in_its_source(self, syria: Dossier, standoff: Standoff) -> None:
        reasons: list[Reason | Item] = [*syria.reasons.values(), *(i for _, i in items(syria))]
        evidence = [e for reason in reasons for e in reason.evidence]
        assert len(evidence) > 80
        assert all(e.span is not None for e in evidence)
        assert {e.source for e in evidence} == set(syria.sources)

    def test_people(self, syria: Dossier) -> None:
        people = {p.name: (p.party, p.role) for p in syria.record.people}
        assert people["John Kerry"] == ("us", "Secretary of State")
        assert people["Sergei Lavrov"] == ("russia", "Foreign Minister")
        assert people["Barack Obama"] == ("us", "President of the United States")
        assert people["Vladimir Putin"] == ("russia", "President of Russia")
        assert people["Bashar al-Assad"] == ("damascus", "President of Syria")

    def test_ministers_failed_at_hangzhou(self, syria: Dossier) -> None:
        found = [
            t
            for t in syria.record.talks
            if t.level == "ministers" and t.from_ and t.from_.first == TODAY
        ]
        (talks,) = found
        assert set(talks.parties) == {"us", "russia"}
        assert set(talks.people) == {"John Kerry", "Sergei Lavrov"}
        assert "Hangzhou" in (talks.where or "")
        assert "G20" in (talks.where or "")
        assert talks.status == "held"
        assert "No agreement" in (talks.outcome or "")

    def test_presidents_were_to_meet(self, syria: Dossier) -> None:
        (talks,) = [t for t in syria.record.talks if t.level == "presidents"]
        assert set(talks.people) == {"Barack Obama", "Vladimir Putin"}
        assert talks.from_ is not None
        assert talks.from_.first == TODAY
        assert talks.status == "scheduled"
        assert "very difficult" in (talks.outcome or "")
        assert "diplomats" in (talks.by_way_of or "")

    def test_next_round(self, syria: Dossier) -> None:
        (talks,) = [t for t in syria.record.talks if t.status == "unofficial"]
        assert talks.from_ is not None
        assert talks.from_.first == NEXT_ROUND
        assert set(talks.parties) == {"us", "russia"}
        assert "New York" in (talks.where or "")
        assert "General Assembly" in (talks.where or "")

    def test_accusation_of_backing_off(self, syria: Dossier) -> None:
        accusations = [s for s in syria.record.statements if s.act == "accuse"]
        (backing_off,) = [s for s in accusations if "backing off" in (s.content or "")]
        assert backing_off.by == ("us",)
        assert backing_off.to == ("russia",)
        assert backing_off.date is not None
        assert backing_off.date.first == date(2016, 9, 4)
        assert any(set(s.by) == {"us", "russia"} for s in accusations)

    def test_fate_of_assad_is_the_main_quarrel(self, syria: Dossier) -> None:
        about = [p for p in syria.record.positions if p.about == "the fate of President Assad"]
        assert {p.party for p in about} == {"us", "russia", "damascus", "opposition", "backers"}
        quotes = [e.quote for p in about for e in p.evidence]
        assert any(quote.startswith("The main quarrel is over the fate") for quote in quotes)

    def test_who_is_moderate_and_who_is_al_qaeda(self, syria: Dossier) -> None:
        about = {
            p.party: p
            for p in syria.record.positions
            if p.about == "who is moderate and who is al-Qaeda"
        }
        assert "moderate" in (about["us"].stance or "")
        assert about["russia"].stance == "No agreement"
        assert "al-Qaeda" in (about["russia"].until or "")

    def test_who_backs_whom(self, syria: Dossier) -> None:
        pairs = {(by, to) for s in syria.record.support for by in s.by for to in s.to}
        backs = {(p.id, other) for p in syria.parties.values() for other in p.backs}
        expected = {
            ("us", "opposition"), ("backers", "opposition"), ("russia", "damascus"),
            ("iran", "damascus"), ("hezbollah", "damascus"),
        }  # fmt: skip
        assert expected <= pairs
        assert expected <= backs

    def test_air_campaigns(self, syria: Dossier) -> None:
        campaigns = [e for e in syria.record.events if e.plover == "ASSAULT" and e.date]
        for party, start in (("us", date(2014, 9, 1)), ("russia", date(2015, 9, 30))):
            (campaign,) = [e for e in campaigns if e.by == (party,)]
            assert campaign.date is not None
            assert (campaign.date.first, campaign.date.last) == (start, TODAY)
        assert any(e.by == ("damascus",) and "Russian support" in (e.what or "") for e in campaigns)

    def test_the_opposition_side_fires_and_besieges_too(self, syria: Dossier) -> None:
        (event,) = [e for e in syria.record.events if "Kafraya" in (e.what or "")]
        assert (event.by, event.to) == (("opposition",), ("damascus",))
        assert any("government-held areas" in e.quote for e in event.evidence)

    def test_two_meetings_in_vienna(self, syria: Dossier) -> None:
        vienna = [t for t in syria.record.talks if t.where == "Vienna"]
        days = [t.from_.first for t in vienna if t.from_]
        assert days == [date(2015, 10, 30), date(2015, 11, 14)]

    def test_truces_were_agreed_and_broken(self, syria: Dossier) -> None:
        fates = [t.fate for t in syria.record.truces]
        assert fates.count("broken") >= 3
        assert "holds" not in fates
        (february,) = [t for t in syria.record.truces if t.declared]
        assert february.brokered_by == ("us", "russia")
        assert february.in_effect is not None
        assert february.in_effect.first == date(2016, 2, 27)
        assert any("broken on the ground" in e.quote for e in february.evidence)

    def test_reluctance_to_sign_and_to_honour(self, syria: Dossier) -> None:
        american = [s for s in syria.record.statements if s.by == ("us",)]
        said = [s.content or "" for s in american if s.act == "say"]
        assert any(
            "does not want to sign" in c and "warring parties will not respect" in c for c in said
        )
        assert any("honour his support of President Assad" in c for c in said)
        (doubt,) = [s.content or "" for s in american if s.act == "doubt"]
        assert "worth trying" in doubt
        stances = [p for p in syria.record.positions if p.party == "us"]
        assert any("does not want to sign" in (p.stance or "") and p.unless for p in stances)

    def test_deaths_name_their_counter(self, syria: Dossier) -> None:
        deaths = [f for f in syria.record.figures if f.what == "deaths"]
        assert all(f.counted_by and f.since and f.since.text == "2011-03" for f in deaths)
        (agencies,) = [f for f in deaths if f.low == 289_000]
        assert "not named" in (agencies.counted_by or "")
        assert len({f.counted_by for f in deaths}) >= 3

    def test_refugees_and_displaced(self, syria: Dossier) -> None:
        figures = {f.what: f for f in syria.record.figures}
        assert figures["registered refugees"].best == 4_800_000
        assert figures["people displaced inside Syria"].best == 6_500_000
        assert all(f.counted_by for f in figures.values())


class TestSources:
    def test_four_short_notes_marked_as_written_for_the_example(self, syria: Dossier) -> None:
        assert len(syria.sources) == 4
        for source in syria.sources.values():
            assert source.text is not None
            assert 200 <= len(source.text.split()) <= 420
            assert "Written for this example from public facts" in source.text
            assert source.publisher == "Détente example desk"
            assert source.published is not None
            assert source.published.first == TODAY


def dates_in(text: str) -> Iterator[date]:
    """Yield the last day of every date that `text` writes out, in figures or in words.

    A day and month without a year is taken to be of 2016.
    """
    for year, month, day in re.findall(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b", text):
        yield date(int(year), int(month), int(day or 1))
    text, names = " ".join(text.split()), "|".join(MONTHS)
    for day, name, year in re.findall(rf"\b(\d{{1,2}}) ({names})(?: (\d{{4}}))?", text):
        yield date(int(year or 2016), MONTHS[name], int(day))
    for year in re.findall(r"(?<![\d,.-])((?:19|20)\d{2})(?![\d-]|[,.]\d)", text):
        yield date(int(year), 1, 1)


class TestNothingLater:
    def test_the_finder_of_dates_finds(self) -> None:
        found = set(
            dates_in("2016-09-12, on 9 September and 19 September\n 2016, till 2017; 2,016")
        )
        expected = {(2016, 9, 12), (2016, 9, 9), (2016, 9, 19), (2016, 1, 1), (2017, 1, 1)}
        assert found == {date(*parts) for parts in expected}

    def test_no_date_after_the_day_but_the_next_round(self, syria: Dossier) -> None:
        texts = [syria.text, *(source.text or "" for source in syria.sources.values())]
        later = {found for text in texts for found in dates_in(text) if found > TODAY}
        assert later == {NEXT_ROUND}

    def test_no_month_after_the_day(self, syria: Dossier) -> None:
        texts = " ".join([syria.text, *(s.text or "" for s in syria.sources.values())])
        for month in ("November", "December"):
            assert not re.search(rf"{month}(?! 201[0-5]\b)", texts), month

    def test_every_date_of_the_record(self, syria: Dossier) -> None:
        fields = ("date", "from_", "to", "declared", "in_effect", "ended", "since", "as_of")
        last = [
            (value.first, value.last, value.precision)
            for _, item in items(syria)
            for value in (getattr(item, field, None) for field in fields)
            if isinstance(value, Date)
        ]
        assert len(last) > 60
        days = {end for _, end, precision in last if precision in ("day", "interval")}
        assert {day for day in days if day > TODAY} == {NEXT_ROUND}
        assert all(start <= TODAY for start, _, precision in last if precision != "day")
        assert syria.as_of is not None
        assert syria.as_of.first == TODAY

    @pytest.mark.parametrize("word", ["Deir", "convoy", "Astana", "Sochi", "Trump", "evacuat"])
    def test_no_word_of_what_came_after(self, syria: Dossier, word: str) -> None:
        texts = " ".join([syria.text, *(s.text or "" for s in syria.sources.values())])
        assert word.casefold() not in texts.casefold()
