"""The table of actors and people: who is meant by a name on a day."""

from __future__ import annotations

from datetime import date

import pytest

from detente.reading.cast import Cast, build_cast
from detente.reading.cast.actors import KINDS, Actor, Tenure, merged, plural
from detente.reading.cast.bundled import bundled
from detente.reading.cast.linking import GOVERNMENTS
from detente.reading.cast.people import People, short_names
from detente.reading.cast.roles import office
from detente.reading.cast.surface import cut, fits, fold

DAY = date(2016, 9, 5)


@pytest.fixture(scope="module")
def cast() -> Cast:
    return build_cast({})


@pytest.mark.parametrize(
    ("surface", "ids"),
    [
        ("United States", ("us",)),
        ("US", ("us",)),
        ("U.S.", ("us",)),
        ("us", ()),
        ("Us", ()),
        ("Washington", ("us",)),
        ("White House", ("us",)),
        ("State Department", ("us",)),
        ("American", ("us",)),
        ("Americans", ("us",)),
        ("Kremlin", ("russia",)),
        ("MOSCOW", ("russia",)),
        ("Russians", ("russia",)),
        ("Downing Street", ("uk",)),
        ("Élysée", ("france",)),
        ("Elysee Palace", ("france",)),
        ("Foggy Bottom", ("us",)),
        ("Türkiye", ("turkey",)),
        ("Turks", ("turkey",)),
        ("Damascus", ("syria",)),
        ("Sana'a", ("yemen",)),
        ("Kyiv", ("ukraine",)),
        ("Kiev", ("ukraine",)),
        ("Congolese", ("drc", "congo")),
        ("DR Congo", ("drc",)),
        ("Zaire", ("drc",)),
        ("Burma", ("myanmar",)),
        ("Tatmadaw", ("myanmar",)),
        ("Artsakh", ("nagorno_karabakh",)),
        ("al-Qaeda", ("al_qaeda",)),
        ("al Qaida", ("al_qaeda",)),
        ("Al-Qa'ida", ("al_qaeda",)),
        ("ISIL", ("isis",)),
        ("Daesh", ("isis",)),
        ("is", ()),
        ("Jabhat Fateh al-Sham", ("nusra",)),
        ("Tamil Tigers", ("ltte",)),
        ("GAM", ("gam",)),
        ("Free Aceh Movement", ("gam",)),
        ("Nato", ("nato",)),
        ("Ansar Allah", ("houthis",)),
        ("SPLM-in-Opposition", ("splm_io",)),
        ("M23", ("m23",)),
        ("Sinn Féin", ("sinn_fein",)),
        ("who", ()),
        ("Model", ()),
        ("Fact", ()),
        ("JEM", ("jem",)),
        ("JeM", ("jaish_e_mohammed",)),
        ("Poles", ("poland",)),
        ("polish", ()),
        ("turkey", ()),
        ("Atlantis", ()),
        ("", ()),
        ("...", ()),
    ],
)
def test_a_surface_means_its_actors_and_capitals_count(
    cast: Cast, surface: str, ids: tuple[str, ...]
) -> None:
    assert cast.find(surface) == ids
    assert cast.find(surface, DAY) == ids


@pytest.mark.parametrize(
    ("text", "day", "name", "role", "former"),
    [
        ("Kerry", "2016-09-05", "John Kerry", "Secretary of State", False),
        ("Kerry", "2025-01-01", "John Kerry", "Secretary of State", True),
        ("Kerry", "1999-01-01", "John Kerry", None, False),
        ("Lavrov", "2016-09-05", "Sergei Lavrov", "foreign minister", False),
        ("Sergey Lavrov", "2016-09-05", "Sergei Lavrov", "foreign minister", False),
        ("Obama", "2016-09-05", "Barack Obama", "President", False),
        ("Putin", "2009-01-01", "Vladimir Putin", "Prime Minister", False),
        ("Putin", "2016-09-05", "Vladimir Putin", "President", False),
        ("Assad", "1995-01-01", "Hafez al-Assad", "President", False),
        ("Assad", "2016-09-05", "Bashar al-Assad", "President", False),
        ("al-Assad", "2016-09-05", "Bashar al-Assad", "President", False),
        ("Bush", "1991-02-01", "George H. W. Bush", "President", False),
        ("George Bush", "2003-02-01", "George W. Bush", "President", False),
        ("Kim", "2018-06-12", "Kim Jong-un", "leader", False),
        ("Kim Jong Un", "2018-06-12", "Kim Jong-un", "leader", False),
        ("Clinton", "2011-06-01", "Hillary Clinton", "Secretary of State", False),
        ("Erdoğan", "2016-09-05", "Recep Tayyip Erdogan", "President", False),
        ("Zelenskyy", "2022-03-01", "Volodymyr Zelensky", "President", False),
        ("Abu Mazen", "2014-03-01", "Mahmoud Abbas", "President", False),
        ("Hemedti", "2023-06-01", "Mohamed Hamdan Dagalo", "leader", False),
        ("de Mistura", "2016-09-05", "Staffan de Mistura", "special envoy for Syria", False),
        ("Annan", "2012-05-01", "Kofi Annan", "UN-Arab League special envoy for Syria", False),
        ("Annan", "2000-05-01", "Kofi Annan", "Secretary-General", False),
        ("Machar", "2014-05-01", "Riek Machar", "leader", False),
    ],
)
def test_a_name_means_a_person_with_the_office_of_the_day(
    cast: Cast, text: str, day: str, name: str, role: str | None, former: bool
) -> None:
    person = cast.person(text, date.fromisoformat(day))
    assert person is not None
    assert (person.name, person.role, person.former) == (name, role, former)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bush", "2016-09-05"),  # both are out of office
        ("Barzani", "2019-09-01"),  # president and prime minister of the same name
        ("Kim", None),
        ("Nobody", "2016-09-05"),
        ("kerry", "2016-09-05"),
    ],
)
def test_a_name_that_could_be_several_means_nobody(cast: Cast, text: str, day: str | None) -> None:
    assert cast.person(text, None if day is None else date.fromisoformat(day)) is None


def test_a_party_narrows_a_name_and_people_come_with_those_in_office_first(cast: Cast) -> None:
    day = date(2016, 1, 1)
    king = cast.person("King Abdullah", day, party="jordan")
    assert king is not None
    assert king.name == "Abdullah II"
    assert cast.person("King Abdullah", day) == king
    assert cast.person("King Abdullah", day, party="france") is None
    sharifs = [one.name for one in cast.people("Sharif", day)]
    assert sharifs[0] == "Nawaz Sharif"
    assert {"Shehbaz Sharif", "Sharif Sheikh Ahmed"} <= set(sharifs)


def test_a_person_knows_names_gender_and_dates(cast: Cast) -> None:
    person = cast.person("Albright", date(1999, 1, 1))
    assert person is not None
    assert person.gender == "f"
    assert person.from_ == date(1997, 1, 23)
    assert person.to == date(2001, 1, 20)
    assert person.names == ("Madeleine Albright", "Albright")
    assert person.party == "us"


@pytest.mark.parametrize(
    ("role", "party", "day", "name"),
    [
        ("foreign minister", "russia", "2016-09-05", "Sergei Lavrov"),
        ("Secretary of State", "us", "2016-09-05", "John Kerry"),
        ("foreign minister", "us", "2003-03-01", "Colin Powell"),
        ("top diplomat", "uk", "2017-01-01", "Boris Johnson"),
        ("the Turkish president", "turkey", "2016-09-05", None),
        ("president", "turkey", "2016-09-05", "Recep Tayyip Erdogan"),
        ("King", "saudi_arabia", "2016-09-05", "King Salman"),
        ("premier", "china", "2015-01-01", "Li Keqiang"),
        ("chancellor", "germany", "2010-01-01", "Angela Merkel"),
        ("leader", "north_korea", "2018-01-01", "Kim Jong-un"),
        ("leader", "hezbollah", "2006-07-12", "Hassan Nasrallah"),
        ("leader", "lna", "2019-04-04", "Khalifa Haftar"),
        ("chief", "un", "2003-01-01", "Kofi Annan"),
        ("president", "ukraine", "2019-05-20", "Volodymyr Zelensky"),
        ("president", "ivory_coast", "2011-02-01", None),
        ("leader", "farc_dissidents", "2023-01-01", None),
        ("astronaut", "us", "2016-09-05", None),
        ("president", "atlantis", "2016-09-05", None),
    ],
)
def test_an_office_is_held_by_one_person_on_a_day(
    cast: Cast, role: str, party: str, day: str, name: str | None
) -> None:
    person = cast.holder(role, party, date.fromisoformat(day))
    assert (person and person.name) == name
    assert cast.holder(role, party) is None


def test_who_opposes_a_state_and_who_lives_in_it(cast: Cast) -> None:
    assert cast.opposition_of("syria")[0] == "syrian_opposition"
    assert cast.opposition_of("syria", "opposition")[0] == "syrian_opposition"
    assert "isis" in cast.opposition_of("syria", "armed group")
    assert "isis" not in cast.opposition_of("syria", "opposition")
    assert cast.opposition_of("indonesia", "armed group")[0] == "gam"
    assert cast.opposition_of("monaco") == ()
    assert "houthis" in cast.groups_in("yemen")
    assert cast.groups_in("monaco") == ()
    assert cast.government_of("syria") == "syria"
    assert cast.government_of("atlantis") == "atlantis"


@pytest.mark.parametrize(
    ("state", "day", "there", "absent"),
    [
        ("south_sudan", date(2014, 1, 10), "splm_io", "ssoma"),
        ("south_sudan", date(2019, 1, 10), "ssoma", "afdl"),
        ("sudan", date(2012, 1, 10), "jem", "sudan_ffc"),
        ("drc", date(1997, 1, 10), "afdl", "m23"),
        ("drc", date(2013, 1, 10), "m23", "afdl"),
    ],
)
def test_opponents_are_those_of_the_day(
    cast: Cast, state: str, day: date, there: str, absent: str
) -> None:
    found = cast.opposition_of(state, on=day)
    assert there in found
    assert absent not in found
    assert absent in cast.opposition_of(state) or absent == "afdl"
    assert set(cast.groups_in(state, day)) <= set(cast.groups_in(state))
    assert "us" not in found


def test_members_carry_their_names(cast: Cast) -> None:
    member = cast.member("hezbollah")
    assert member is not None
    assert (member.kind, member.state, member.against) == ("armed group", "lebanon", ("israel",))
    assert not member.known
    assert "Hizbollah" in member.names
    russia = cast.member("russia")
    assert russia is not None
    assert russia.capitals == ("Moscow",)
    assert russia.adjectives == ("Russian",)
    assert "Kremlin" in russia.seats
    assert cast.member("atlantis") is None


def test_every_row_of_the_table_is_sound() -> None:
    actors = {actor.id: actor for actor in bundled()}
    assert len(actors) == len(bundled()) >= 600
    for actor in bundled():
        assert actor.kind in KINDS
        assert {*actor.against, *([actor.state] if actor.state else [])} <= actors.keys()
        assert set(actor.risky) <= {text for text, _ in actor.surfaces()}, actor.id
        for tenure in actor.people:
            assert tenure.name == tenure.name.strip()
            assert tenure.gender in ("f", "m")
            assert tenure.from_ is None or tenure.to is None or tenure.from_ <= tenure.to


def test_every_state_has_a_name_an_adjective_and_nearly_all_a_capital() -> None:
    states = [actor for actor in bundled() if actor.kind == "state"]
    assert len(states) >= 193
    assert sum(bool(state.adjectives) for state in states) >= len(states) - 8
    assert sum(bool(state.capitals) for state in states) >= len(states) - 25


def test_one_name_is_spelt_one_way_in_the_table() -> None:
    names: dict[tuple[str, ...], set[str]] = {}
    for actor in bundled():
        for tenure in actor.people:
            names.setdefault(fold(cut(tenure.name)), set()).add(tenure.name)
    assert [spellings for spellings in names.values() if len(spellings) > 1] == []


def test_pieces_capitals_and_plurals() -> None:
    assert cut("Nagorno-Karabakh") == ("Nagorno", "Karabakh")
    assert cut("Øst-Łódź") == ("Ost", "Lodz")
    assert fits(cut("Free Syrian Army"), cut("FREE SYRIAN ARMY"))
    assert not fits(cut("Free Syrian Army"), cut("free Syrian army"))
    assert plural("Iraqi") == "Iraqis"
    assert plural("Chinese") is None
    assert office("Minister for Foreign Affairs") == office("Secretary of State")
    assert office("Chief Astronomer") == "chief astronomer"
    assert "government" in GOVERNMENTS


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Linda Thomas-Greenfield", ("Thomas-Greenfield",)),
        ("Bashar al-Assad", ("al-Assad", "Assad")),
        ("Mohammed bin Salman", ("bin Salman",)),
        ("Sergio Vieira de Mello", ("de Mello",)),
        ("Ursula von der Leyen", ("von der Leyen",)),
        ("Suharto", ()),
    ],
)
def test_short_names_keep_their_particles(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


def test_a_person_without_dates_holds_the_office_always() -> None:
    people = People(
        [
            ("a", Tenure("Ann Lee", "envoy")),
            ("a", Tenure("Bea Lee", "judge", date(2001, 1, 1), date(2001, 12, 31))),
            ("b", Tenure("...", "nobody")),
        ]
    )
    named = people.one("Lee", date(2010, 1, 1), None)
    assert named is not None
    assert (named.name, named.role, named.former) == ("Ann Lee", "envoy", False)
    assert people.one("Lee", date(2001, 6, 1), None) is None
    assert people.called("...", None) == ()


def test_a_later_table_extends_an_earlier_one() -> None:
    old = Actor(id="gam", name="GAM", kind="armed group", state="indonesia", also=("A",))
    new = Actor(id="gam", name="Free Aceh Movement", kind="opposition", also=("B", "A"))
    both = merged([[old], [new]])["gam"]
    assert both.name == "Free Aceh Movement"
    assert both.kind == "opposition"
    assert both.state == "indonesia"
    assert both.also == ("A", "B", "GAM")
