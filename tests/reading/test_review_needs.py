"""Which parties join a dossier with the entries that name them, and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

import detente
from detente.dossier import loads
from detente.reading.cast import build_cast
from detente.reading.review.needs import Parties
from tests.reading.reviewing import empty_dossier, first

KNOWN = "detente: 1\ntitle: A\nparties:\n  north: {name: Norrland, also: [The North]}\n"


@pytest.fixture
def parties() -> Parties:
    dossier = loads(KNOWN)
    found = Parties(dossier, build_cast(dossier.parties))
    found.proposed["gulf_union"] = {"id": "gulf_union", "name": "Gulf Union"}
    return found


def test_a_party_joins_once(parties: Parties) -> None:
    assert parties.join({"id": "sudland", "name": "Sudland", "also": ["The South"]}) == "sudland"
    assert parties.join({"id": "sudland", "name": "Sudland", "also": ["South", "The North"]})
    assert parties.new == {"sudland": {"name": "Sudland", "also": ["The South", "South"]}}
    assert parties.join({"id": "norrland", "name": "norrland"}) == "north"
    assert parties.also == {}
    assert parties.join({"id": "most", "name": "Most"}) == "most_1"


def test_a_party_that_was_written_before_is_found_or_gone(parties: Parties) -> None:
    parties.known({"id": "norrland", "name": "Norrland"})
    parties.known({"id": "gone", "name": "Gone"})
    assert parties.ids == {"norrland": "north"}


def test_who_is_needed_joins_as_somebody_knows_it(parties: Parties) -> None:
    parties.need({"by": ["gulf_union", "russia", "north"], "to": "officials", "party": "no_one"})
    parties.need({"by": ["gulf_union"]})
    assert {name: fields["name"] for name, fields in parties.new.items()} == {
        "gulf_union": "Gulf Union",
        "russia": "Russia",
    }
    assert parties.ids["officials"] == "Officials"
    assert "no_one" not in parties.ids
    assert parties.named({"by": ["russia", "north"]}) == ["russia"]


def test_what_parties_are_called(parties: Parties) -> None:
    assert parties.called("gulf_union") == "Gulf Union"
    parties.join({"id": "sudland", "name": "Sudland"})
    names = [parties.called(one) for one in ("north", "sudland", "russia", "an aide")]
    assert names == ["Norrland", "Sudland", "Russia", "an aide"]


def test_the_desk_decides_writes_and_measures(tmp_path: Path) -> None:
    desk = detente.open(empty_dossier(tmp_path, [first()]))
    assert len(desk.proposals(kind="parties").found) == 2
    written = desk.accept_all(kind="talks")
    assert written.entries == {"talks": 1}
    assert set(desk.dossier.parties) == {"norrland", "sudland"}
    assert not desk.write_accepted().anything
    assert (desk.precision().measured, desk.precision().bulk) == ((), 1)
    assert "do not count" in desk.precision().to_text()
