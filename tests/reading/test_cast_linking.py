"""Parties of a dossier in the place of actors, and the user's own table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from detente.dossier.dates import read_date
from detente.dossier.model import Party
from detente.dossier.reasons import Place
from detente.dossier.record import Person as RecordPerson
from detente.errors import DetenteError, DossierError, FileError
from detente.reading.cast import Cast, build_cast
from detente.reading.cast.own import find_actors, read_actors

DAY = date(2016, 9, 5)


def cast_of(*parties: Party) -> Cast:
    return build_cast({party.id: party for party in parties})


def test_a_party_takes_the_place_of_the_state_of_which_it_is_the_government() -> None:
    cast = cast_of(Party("damascus", "Syrian government", also=("Damascus",)))
    for surface in ("Damascus", "Syria", "Syrian", "Syrian government", "Syrian Arab Republic"):
        assert cast.find(surface) == ("damascus",)
    member = cast.member("damascus")
    assert member is not None
    assert member.known
    assert member.name == "Syrian government"
    assert member.kind == "state"
    assert cast.member("syria") is None
    assert "syrian_opposition" in cast.opposition_of("damascus")
    assert cast.government_of("damascus") == "damascus"
    person = cast.person("Assad", DAY)
    assert person is not None
    assert person.party == "damascus"
    holder = cast.holder("foreign minister", "damascus", DAY)
    assert holder is not None
    assert holder.name == "Walid Muallem"


@pytest.mark.parametrize(
    ("party", "actor_surface"),
    [
        (Party("a", "United States"), "White House"),
        (Party("a", "The United States"), "Pentagon"),
        (Party("a", "Washington"), "American"),
        (Party("a", "the Americans"), "Washington"),
        (Party("a", "Government of Sudan"), "Khartoum"),
        (Party("a", "Kremlin"), "Russia"),
        (Party("a", "Assad regime"), "Syria"),
        (Party("a", "Insurgents", also=("Free Aceh Movement",)), "GAM"),
        (Party("russia", "The northern power"), "Moscow"),
    ],
)
def test_a_party_is_linked_by_any_of_its_names(party: Party, actor_surface: str) -> None:
    assert cast_of(party).find(actor_surface) == ("a" if party.id == "a" else "russia",)


def test_two_parties_are_never_swallowed_by_one_actor() -> None:
    cast = cast_of(
        Party("president", "White House"),
        Party("us", "United States", also=("Washington",)),
        Party("congress", "US Congress"),
        Party("pentagon", "Pentagon"),
    )
    assert cast.find("White House") == ("president",)
    assert cast.find("American") == ("us",)
    assert cast.find("US Congress") == ("congress",)
    assert cast.find("Pentagon") == ("pentagon",)
    assert [cast.members[one].known for one in ("president", "us", "congress", "pentagon")] == [
        True
    ] * 4


def test_a_body_alone_does_not_claim_its_state() -> None:
    cast = cast_of(Party("guards", "Revolutionary Guards"))
    assert cast.find("Revolutionary Guards") == ("guards",)
    assert cast.find("Iran") == ("iran",)


def test_of_a_state_and_its_government_each_keeps_its_own() -> None:
    cast = cast_of(Party("syria", "Syria"), Party("rulers", "Syrian government"))
    assert cast.find("Syrian") == ("syria",)
    assert cast.government_of("syria") == "rulers"


def test_a_party_may_stand_for_several_actors() -> None:
    cast = cast_of(Party("allies", "Western allies of the rebels", also=("US", "UK", "France")))
    assert {cast.find(one) for one in ("Washington", "London", "Paris")} == {("allies",)}


def test_words_that_could_be_several_actors_claim_none() -> None:
    cast = cast_of(Party("band", "Congolese"))
    assert cast.find("Kinshasa") == ("drc",)
    assert cast.find("Congolese") == ("band",)


def test_an_unknown_party_joins_and_takes_no_actors_id() -> None:
    cast = cast_of(Party("us", "Union of Smallholders", kind="union"), Party("x", "Hill Folk"))
    assert cast.find("Union of Smallholders") == ("us",)
    assert cast.find("hill folk") == ()
    assert cast.find("hill Folk") == ("x",)
    assert cast.find("Hill Folk") == ("x",)
    assert cast.find("White House") == ("us_elsewhere",)
    member = cast.member("us")
    assert member is not None
    assert (member.kind, member.known) == ("union", True)


def test_a_capital_among_a_partys_names_stays_a_capital() -> None:
    cast = cast_of(Party("a", "United States", also=("Washington",)))
    (hit,) = cast.matcher().find(["Washington"])
    assert (hit.sort, hit.ids) == ("capital", ("a",))


def test_common_words_that_name_a_party_are_found_in_small_letters_and_marked() -> None:
    cast = cast_of(Party("men", "Rebels", also=("???", "RFX")), Party("tr", "Turkey"))
    (small,) = cast.matcher().find(["the", "rebels"])
    (large,) = cast.matcher().find(["the", "Rebels"])
    assert (small.ids, small.risky) == (("men",), True)
    assert (large.ids, large.risky) == (("men",), False)
    assert cast.find("rfx") == ()
    assert cast.find("turkey") == ()
    assert cast.find("Turkey") == ("tr",)


def test_the_first_of_two_parties_of_one_name_has_it() -> None:
    cast = cast_of(Party("a", "Hill Folk"), Party("b", "Plain Folk", also=("Hill Folk",)))
    assert cast.find("Hill Folk") == ("a",)


def test_a_person_who_is_a_party_acts_for_it() -> None:
    cast = cast_of(Party("strongman", "Khalifa Haftar"))
    person = cast.person("Haftar", date(2019, 4, 4))
    assert person is not None
    assert person.party == "strongman"
    assert cast.find("Khalifa Haftar") == ("strongman",)


def test_people_of_the_record_go_before_the_table() -> None:
    place = Place(1, 1)
    parties = {"gov": Party("gov", "Syrian government"), "us": Party("us", "United States")}
    people = [
        RecordPerson(
            place=place, name="John Kerry", party="gov", role="guest", from_=read_date("2016")
        ),
        RecordPerson(place=place, name="Ann Nobody", party="us", to=read_date("2017-02")),
        RecordPerson(place=place, name="Sergei Lavrov"),
    ]
    cast = build_cast(parties, people=people)
    kerry = cast.person("Kerry", DAY)
    assert kerry is not None
    assert (kerry.party, kerry.role, kerry.from_) == ("gov", "guest", date(2016, 1, 1))
    nobody = cast.person("Ann Nobody", DAY)
    assert nobody is not None
    assert nobody.to == date(2017, 2, 28)
    lavrov = cast.person("Lavrov", DAY)
    assert lavrov is not None
    assert lavrov.party == "russia"


OWN = """\
# what we know better
river_front:
  name: River Front
  kind: armed group
  also: [RFX, Front of the River]
  state: kenya
  against: kenya
  people:
    - {name: Amina Odhiambo, role: leader, from: 2015-02, to: 2019, gender: f}
    - name: Otieno Were
      short: Otieno
      role: spokesman
russia:
  seats: The Old Fort
  people:
    - {name: Pyotr Novak, role: special envoy, from: 2016-01-01}
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "actors.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_users_table_extends_the_bundled_one(tmp_path: Path) -> None:
    assert find_actors(tmp_path) is None
    file = written(tmp_path, OWN)
    assert find_actors(tmp_path) == file
    cast = build_cast({}, file)
    assert cast.find("RFX") == ("river_front",)
    assert cast.find("The Old Fort") == ("russia",)
    assert cast.find("Moscow") == ("russia",)
    russia = cast.member("russia")
    assert russia is not None
    assert (russia.name, russia.kind) == ("Russia", "state")
    assert "river_front" in cast.opposition_of("kenya", "armed group")
    leader = cast.holder("leader", "river_front", date(2019, 12, 31))
    assert leader is not None
    assert (leader.name, leader.gender) == ("Amina Odhiambo", "f")
    assert cast.holder("leader", "river_front", date(2020, 1, 1)) is None
    envoy = cast.person("Novak", DAY)
    assert envoy is not None
    assert (envoy.party, envoy.role) == ("russia", "special envoy")
    assert cast.person("Otieno", DAY) is not None
    assert cast.person("Were", DAY) is None


def test_a_group_of_the_users_table_is_of_its_time(tmp_path: Path) -> None:
    table = tmp_path / "actors.yaml"
    table.write_text(
        "river_front: {name: River Front, against: kenya, from: 2015, to: 2019}\n",
        "utf-8",
    )
    cast = build_cast({}, table)
    days = (date(2014, 12, 31), date(2015, 1, 1), date(2019, 12, 31), date(2020, 1, 1))
    there = ["river_front" in cast.opposition_of("kenya", on=day) for day in days]
    assert there == [False, True, True, False]


def test_a_name_of_the_users_table_goes_before_the_bundled_one(tmp_path: Path) -> None:
    file = written(tmp_path, "relief_fund: {name: Rapid Support Fund, also: RSF}\n")
    cast = build_cast({}, file)
    assert cast.find("RSF") == ("relief_fund",)
    assert cast.find("Rapid Support Forces") == ("rsf",)
    both = build_cast({"paper": Party("paper", "RSF")}, file)
    assert both.find("RSF") == ("paper",)


def test_an_empty_table_is_no_table(tmp_path: Path) -> None:
    assert read_actors(written(tmp_path, "# nothing yet\n")) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a1:\n  kind: state\n", (1, 1, "missing-key")),
        ("a1: {name: A, knd: state}\n", (1, 15, "unknown-key")),
        ("a1:\n  name: A\n  kind: clan\n", (3, 9, "unknown-word")),
        ("a1: {name: 7}\n", (1, 12, "needs-quotes")),
        ("a1: {name: A, also: {b: c}}\n", (1, 21, "wrong-type")),
        ("A1: {name: A}\n", (1, 1, "bad-id")),
        ("not: {name: A}\n", (1, 1, "bad-id")),
        ("a1: {name: A, state: atlantis}\n", (1, 22, "unknown-actor")),
        ("a1: {name: A, against: [iran, atlantis]}\n", (1, 24, "unknown-actor")),
        ("a1: {name: A, people: [{role: x}]}\n", (1, 24, "missing-key")),
        ("a1: {name: A, people: [{name: B, from: soon}]}\n", (1, 40, "bad-date")),
        ("a1: {name: A, people: [{name: B, from: 2016, to: 2015}]}\n", (1, 50, "date-order")),
        ("a1: {name: A, from: 2016, to: 2015}\n", (1, 31, "date-order")),
        ("a1: {name: A, people: [{name: B, gender: x}]}\n", (1, 42, "unknown-word")),
        ("a1: &x {name: A}\nb1: *x\n", (1, 5, "yaml-alias")),
        ("a1: !thing {name: A}\n", (1, 5, "yaml-tag")),
        ("a1: {name: A}\na1: {name: B}\n", (2, 1, "duplicate-key")),
        ("- a\n", (1, 1, "wrong-type")),
        ("a1: [\n", (2, 1, "yaml-syntax")),
        ("a1: {is: 1, want: 2}\n", (1, 13, "two-values")),
    ],
)
def test_every_fault_of_the_table_is_told_at_its_place(
    tmp_path: Path, text: str, told: tuple[int, int, str]
) -> None:
    with pytest.raises(DossierError) as caught:
        read_actors(written(tmp_path, text))
    places = [(one.line, one.column, one.code) for one in caught.value.faults]
    assert told in places
    assert all(fault.file.endswith("actors.yaml") for fault in caught.value.faults)


def test_a_remedy_names_the_nearest_actor(tmp_path: Path) -> None:
    with pytest.raises(DossierError) as caught:
        read_actors(written(tmp_path, "a1: {name: A, state: colombai}\n"))
    assert caught.value.faults[0].remedy == "Did you mean colombia"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "missing.yaml", "no-actors"),
        (lambda folder: folder, "not-a-file"),
        (lambda folder: _bytes(folder, b"a\xff"), "not-text"),
        (lambda folder: _bytes(folder, b"#" * 8_000_001), "yaml-too-large"),
        (lambda folder: folder / "a\0b", "unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    with pytest.raises(FileError) as caught:
        read_actors(make(tmp_path))
    assert [fault.code for fault in caught.value.faults] == [code]
    assert isinstance(caught.value, DetenteError)


def _bytes(folder: Path, data: bytes) -> Path:
    file = folder / "actors.yaml"
    file.write_bytes(data)
    return file
