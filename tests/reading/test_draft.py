"""Drafts: what a record implies, with a sentence behind each entry and nothing beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict import compile_model
from detente.dossier import Dossier, loads
from detente.dossier.standoff import ByStatements, Clause, Indifferent, OneOf
from detente.errors import CallError
from detente.negotiation.compile import compile_table
from detente.reading.draft import draft, with_draft
from detente.reading.draft.conflict import MOST_OPTIONS
from detente.reading.draft.verbs import base_form, third
from detente.reading.draft.wish import read_wish, shorter

HEAD = """\
# The analyst's notes stay.
detente: 1
title: Talks in the hills
as_of: 2011-05-20
sources:
  wire: {title: Wire, published: 2011-05-20}
  old: {title: Old wire, published: 2009-01-02}
parties:
  gov: {name: Hill government, kind: government, also: [Marrow]}
  front: {name: Hill Front, kind: armed group, also: [the guerrillas, guerrillas]}
  union: {name: United Union, kind: organisation}
  envoy: {name: Special Envoy, kind: mediator}
"""


def dossier(record: str, head: str = HEAD) -> Dossier:
    return loads(f"{head}record:\n{record}")


def drafted(record: str) -> Dossier:
    """Return the dossier with its draft, read again by the strict reader."""
    before = dossier(record)
    return with_draft(before, draft(before))


def options(made: Dossier) -> dict[str, str]:
    assert made.standoff is not None
    return {option.id: option.text for option in made.standoff.options}


def wishes(made: Dossier, party: str) -> list[str]:
    assert made.standoff is not None
    preference = made.standoff.preferences[party]
    if isinstance(preference, Indifferent):
        return []
    assert isinstance(preference, ByStatements)
    return [
        one.text if isinstance(one, Clause) else " | ".join(c.text for c in one.entries)
        for one in preference.entries
    ]


BOMBING = """\
  events:
    - {by: gov, to: front, plover: ASSAULT, what: continues to shell the valley,
       evidence: [{source: wire, quote: continues to shell the valley}]}
"""


def test_what_goes_on_is_an_option_and_done_today() -> None:
    made = drafted(
        BOMBING
        + "    - {by: front, to: gov, plover: ASSAULT, what: ambushed a convoy, date: 2011-05}\n"
        + "    - {by: front, plover: COERCE, what: holds hostages, date: 2011-04}\n"
        + "    - {by: gov, to: front, plover: ASSAULT, what: burned a camp, date: 2008}\n"
        + "    - {by: gov, plover: AGREE, what: signed}\n"
        + "    - {by: union, plover: SANCTION, to: gov, evidence: [{source: old, quote: x}]}\n"
        + "  support:\n    - {by: union, to: gov, what: money}\n"
    )
    assert options(made) == {
        "gov.shell_valley": "Continue to shell the valley",
        "front.attack_gov": "Go on attacking the Hill government",
        "front.coerce": "Go on using force",
        "union.back_gov": "Go on backing the Hill government",
    }
    assert made.standoff is not None
    assert made.standoff.status_quo is not None
    assert made.standoff.status_quo.taken == set(options(made))
    assert wishes(made, "gov") == ["gov.shell_valley"]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("goes on shelling the valley", "Go on shelling the valley"),
        ("continues with its raids", "Go on with its raids"),
        ("continued shelling the valley", "Go on shelling the valley"),
        ("keeps on with raids", "Go on with raids"),
        ("shelling the valley", "Go on shelling the valley"),
        ("shelled the valley", "Go on attacking the Hill Front"),
    ],
)
def test_what_goes_on_in_the_words_of_the_record(what: str, text: str) -> None:
    made = drafted(f"  events:\n    - {{by: gov, to: front, plover: ASSAULT, what: {what}}}\n")
    assert list(options(made).values()) == [text]


def test_a_demand_to_stop_is_about_what_goes_on() -> None:
    made = drafted(
        BOMBING
        + """\
  statements:
    - {by: front, to: gov, act: demand, content: stop shelling the valley}
    - {by: union, act: demand, content: an end to the shelling by Marrow, to: [gov]}
    - {by: gov, act: refuse, content: to halt its attacks}
"""
    )
    assert list(options(made)) == ["gov.shell_valley"]
    assert wishes(made, "gov") == ["gov.shell_valley"]


def test_demands_belong_to_whom_they_are_addressed() -> None:
    made = drafted(
        """\
  people:
    - {name: Ana Ruiz, party: front, role: spokeswoman}
    - {name: Tomas Bel, party: gov, role: president}
  statements:
    - {by: Ana Ruiz, to: gov, act: demand, content: release all prisoners}
    - {by: Ana Ruiz, to: gov, act: demand, content: the release of all prisoners}
    - {by: front, act: demand, content: that Marrow withdraws its troops}
    - {by: front, act: demand, content: Bel must step down}
    - {by: front, act: insist, content: the guerrillas will keep their arms}
    - {by: gov, act: demand, content: "the guerrillas' disarmament"}
    - {by: gov, act: demand, content: "an immediate ceasefire"}
    - {by: gov, act: say, content: hopes for peace}
"""
    )
    assert options(made) == {
        "gov.release_prisoners": "Release all prisoners",
        "gov.withdraw_troops": "Withdraw its troops",
        "gov.steps_down": "Make sure that Bel steps down",
        "front.arms": "Keep their arms",
        "front.disarmament": "Meet the demand for disarmament",
    }
    assert wishes(made, "front") == [
        "gov.release_prisoners", "gov.withdraw_troops", "gov.steps_down", "front.arms",
    ]  # fmt: skip
    assert wishes(made, "gov") == ["front.disarmament"]
    (asked,) = [line for line in draft(made).missing if "ceasefire" in line]
    assert "what the Hill government asks for: “an immediate ceasefire”" in asked


def test_a_condition_is_no_refusal() -> None:
    made = drafted(
        """\
  positions:
    - {party: gov, about: talks, stance: will not sit down, until: the guerrillas lay down arms}
    - {party: front, about: arms, stance: will fight, until: Marrow withdraws its troops,
       evidence: [{source: wire, quote: will fight until Marrow withdraws its troops}]}
    - {party: front, about: vote, stance: will take part, unless: Marrow opens the roads,
       evidence: [{source: wire, quote: will take part only if Marrow opens the roads}]}
"""
    )
    assert wishes(made, "gov")[:2] == [
        "not gov.sit_down if not front.lay_arms",
        "front.lay_arms",
    ]
    assert "front.fight if not gov.withdraw_troops" in wishes(made, "front")
    assert "not front.take_part if not gov.opens_roads" not in wishes(made, "front")
    assert "not front.take_part if not gov.open_roads" in wishes(made, "front")


def test_a_condition_inside_a_statement() -> None:
    made = drafted(
        """\
  statements:
    - {by: gov, act: insist,
       content: it is not possible to sign until the guerrillas leave the capital}
"""
    )
    assert wishes(made, "gov") == ["not gov.sign if not front.leave_capital", "front.leave_capital"]


def test_a_noun_names_the_only_party_of_its_kind() -> None:
    record = """\
  positions:
    - {party: gov, about: law, stance: refuses to free Ruiz, until: the rebels hand over arms}
  talks: [{parties: [gov, front], status: held}]
"""
    assert wishes(drafted(record), "gov")[0] == "not gov.ruiz if not front.hand_arms"
    other = HEAD + "  north: {name: North Army, kind: armed group}\n"
    two = loads(f"{other}record:\n{record}".replace("[gov, front]", "[gov, front, north]"))
    assert any("“the rebels hand over arms”" in line for line in draft(two).missing)


def test_a_refusal_under_a_condition_and_a_clause() -> None:
    made = drafted(
        """\
  statements:
    - {by: gov, act: refuse, content: to free our prisoners until the guerrillas hand over arms}
    - {by: front, act: insist, content: the roads will stay shut unless Marrow stops the trials}
"""
    )
    assert wishes(made, "gov")[0] == "not gov.prisoners if not front.hand_arms"
    assert options(made)["gov.prisoners"] == "Free its prisoners"
    assert options(made)["front.roads_shut"] == "Make sure that the roads stay shut"


def test_nobody_named_who_could_meet_a_condition() -> None:
    made = draft(
        dossier(
            "  positions:\n"
            "    - {party: gov, about: talks, stance: will not talk, until: the rains are over}\n"
        )
    )
    assert "conflict" not in made.sections
    assert any("“the rains are over”" in line for line in made.missing)


def test_refusals_promises_and_threats() -> None:
    made = drafted(
        """\
  positions:
    - {party: gov, about: autonomy, stance: rejects full autonomy}
    - {party: gov, about: amnesty, stance: is ready to grant an amnesty}
  statements:
    - {by: front, act: promise, content: to free the hostages}
    - {by: front, act: threaten, content: to block the road}
    - {by: front, act: refuse, content: a share of the mines}
    - {by: union, act: promise, content: a grant for the villages}
    - {by: envoy, act: demand, to: gov, content: open the archives}
"""
    )
    assert options(made) == {
        "gov.autonomy": "Accept full autonomy",
        "gov.grant_amnesty": "Grant an amnesty",
        "front.hostages": "Free the hostages",
        "front.block_road": "Block the road",
        "front.share_mines": "Accept a share of the mines",
        "union.grant_villages": "Provide a grant for the villages",
    }
    assert wishes(made, "gov") == ["not gov.autonomy", "gov.grant_amnesty"]
    assert wishes(made, "front") == ["not front.share_mines", "front.hostages"]
    assert made.standoff is not None
    assert made.standoff.status_quo is None


def test_who_says_both_is_read_both_ways() -> None:
    made = drafted(
        """\
  statements:
    - {by: gov, act: promise, content: to withdraw its troops}
    - {by: gov, act: refuse, content: to withdraw its troops}
"""
    )
    assert made.standoff is not None
    preference = made.standoff.preferences["gov"]
    assert isinstance(preference, ByStatements)
    (entry,) = preference.entries
    assert isinstance(entry, OneOf)
    assert {one.text for one in entry.entries} == {
        "gov.withdraw_troops", "not gov.withdraw_troops",
    }  # fmt: skip


def test_who_only_threatens_is_taken_as_indifferent() -> None:
    made = drafted("  statements: [{by: front, act: threaten, content: to block the road}]\n")
    assert made.standoff is not None
    preference = made.standoff.preferences["front"]
    assert isinstance(preference, Indifferent)
    assert preference.reason.draft
    assert preference.reason.because == "The record tells no wish of it about these options."


def test_few_options_are_kept_and_the_rest_named() -> None:
    names = [
        "road",
        "mine",
        "dam",
        "school",
        "market",
        "bridge",
        "port",
        "church",
        "tower",
        "palace",
        "mill",
        "farm",
        "quay",
        "fort",
    ]
    lines = "".join(
        f"    - {{by: front, to: gov, act: demand, content: open the {name}}}\n" for name in names
    )
    again = "    - {by: union, to: gov, act: demand, content: open the fort}\n"
    made = draft(dossier(f"  statements:\n{lines}{again}"))
    kept = made.sections["conflict"]["options"]["gov"]
    assert len(kept) == MOST_OPTIONS
    assert any(one["is"] == "Open the fort" for one in kept.values())
    (left,) = [line for line in made.missing if line.startswith("Options left out, 2")]
    assert "Open the quay" in left


POSITIONS = """\
  positions:
    - {party: gov, about: fate of Ana Ruiz, stance: in dispute,
       evidence: [{source: wire, quote: What divides them is her fate}]}
    - {party: front, about: Ruiz's future, stance: in dispute}
    - {party: gov, about: autonomy, stance: rejects full autonomy}
    - {party: front, about: autonomy, stance: demands full autonomy}
    - {party: front, about: the mines, stance: wants a share of the mines}
"""


def test_issues_and_orders() -> None:
    made = drafted(POSITIONS)
    assert made.table is not None
    assert [issue.id for issue in made.table.issues] == ["ruiz", "autonomy", "mines"]
    assert [o.name for o in made.table.issues[1].outcomes] == ["autonomy", "as_today"]
    orders = {
        party: [getattr(values, "tiers", None) for values in side.values.values()]
        for party, side in made.table.sides.items()
    }
    assert orders["gov"][1] == (("autonomy.as_today",), ("autonomy.autonomy",))
    assert orders["front"][1] == (("autonomy.autonomy",), ("autonomy.as_today",))
    assert orders["gov"][2] == (("mines.share_mines", "mines.as_today"),)
    assert compile_table(made) is not None
    missing = " ".join(draft(made).missing)
    assert "No way to settle “fate of Ana Ruiz” is named" in missing
    assert "What no deal would be worth is not told" in missing


def test_a_demand_that_names_nobody_meets_a_refusal() -> None:
    made = drafted(POSITIONS)
    assert wishes(made, "gov") == ["not gov.autonomy"]
    found = draft(dossier(POSITIONS))
    assert not any("full autonomy" in line for line in found.missing)
    assert any("a share of the mines" in line for line in found.missing)
    both = POSITIONS + "    - {party: union, about: autonomy, stance: rejects full autonomy}\n"
    assert any("“full autonomy”" in line for line in draft(dossier(both)).missing)


def test_one_party_alone_makes_no_table() -> None:
    made = draft(
        dossier("  positions: [{party: gov, about: autonomy, stance: rejects autonomy}]\n")
    )
    assert list(made.sections) == ["conflict"]
    assert "No table: of the Hill government alone positions are told." in made.missing


def test_conditions_are_outcomes() -> None:
    made = drafted(
        """\
  positions:
    - {party: gov, about: talks, stance: will not sit down, until: the guerrillas lay down arms}
    - {party: front, about: talks, stance: will fight on, unless: Marrow leaves}
"""
    )
    assert made.table is not None
    assert [one.text for one in made.table.issues[0].outcomes] == [
        "The Hill government to sit down, once the guerrillas lay down arms",
        "The Hill Front to fight on, unless Marrow leaves", "As today",
    ]  # fmt: skip


def walk(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_every_entry_is_a_draft_with_its_reason_and_quotes_are_those_of_the_record() -> None:
    before = dossier(BOMBING + POSITIONS)
    known = {piece.quote for item in before.record.items() for piece in item.evidence}
    made = draft(before)
    entries = [one for one in walk(dict(made.sections)) if "because" in one]
    assert len(entries) > 15
    for one in entries:
        assert one["draft"] is True
        assert one["because"]
        for piece in one.get("evidence", ()):
            assert piece["quote"] in known


def test_the_rest_of_the_file_stays_as_it_was() -> None:
    before = dossier(BOMBING + POSITIONS)
    made = with_draft(before, draft(before))
    assert made.text.startswith(before.text)
    again = with_draft(made, draft(made))
    assert again.text == made.text


def test_a_section_that_is_there_is_never_overwritten() -> None:
    own = "conflict:\n  options: {gov: {talk: Talk}}\n  preferences: {gov: {statements: [talk]}}\n"
    before = loads(HEAD + own + "record:\n" + BOMBING + POSITIONS)
    with pytest.raises(CallError) as caught:
        with_draft(before, draft(before))
    (fault,) = caught.value.faults
    assert fault.code == "section-there"
    assert "--section negotiation" in fault.remedy
    made = with_draft(before, draft(before, "negotiation"))
    assert made.table is not None
    with pytest.raises(CallError) as caught:
        with_draft(before, draft(before, "conflict"))
    assert "by hand" in caught.value.faults[0].remedy


def test_nothing_to_draft() -> None:
    empty = dossier("  talks: [{parties: [gov, front], status: held}]\n")
    made = draft(empty)
    assert made.sections == {}
    assert made.title().startswith("The record tells too little for a draft. Accept ")
    assert len(made.missing) == 2
    with pytest.raises(CallError) as caught:
        with_draft(empty, made)
    assert caught.value.faults[0].code == "nothing-to-draft"


def test_the_forms_of_a_draft() -> None:
    made = draft(dossier(BOMBING + POSITIONS))
    again = loads(dossier("  talks: []\n").text + made.to_text())
    assert again.standoff is not None
    content = json.loads(made.to_json())
    assert list(content) == ["conflict", "negotiation", "missing", "meta"]
    paths = [row["path"] for row in made.rows()]
    assert "conflict.options.gov.shell_valley" in paths
    assert paths.count("") == len(made.missing)
    assert made.to_csv().startswith("path,value,because,quotes")


@pytest.mark.parametrize(
    ("text", "sense", "form", "rest"),
    [
        ("will not withdraw its troops", "refuse", "deed", "withdraw its troops"),
        ("it is not possible to reach a deal", "refuse", "deed", "reach a deal"),
        ("refuses to meet", "refuse", "deed", "meet"),
        ("won't sign", "refuse", "deed", "sign"),
        ("does not want to provide legitimacy", "refuse", "deed", "provide legitimacy"),
        ("rejects a no-fly zone", "refuse", "thing", "a no-fly zone"),
        ("rules out talks", "refuse", "thing", "talks"),
        ("no amnesty", "refuse", "thing", "amnesty"),
        ("is ready to grant an amnesty", "want", "deed", "grant an amnesty"),
        ("demands the release of prisoners", "want", "thing", "the release of prisoners"),
        ("insists on guarantees", "want", "thing", "guarantees"),
        ("to free the hostages", "want", "deed", "free the hostages"),
        ("in dispute", "dispute", "thing", ""),
        ("remains under dispute", "dispute", "thing", ""),
        ("Assad must go", "none", "thing", "Assad must go"),
    ],
)
def test_what_a_stance_asks_for(text: str, sense: str, form: str, rest: str) -> None:
    found = read_wish(text)
    assert (found.sense, found.rest) == (sense, rest)
    if rest:
        assert found.form == form


def test_asides_are_left_out_of_options() -> None:
    assert shorter("the rebels, backed by others (A, B), should leave") == "the rebels should leave"
    long = shorter("leave " + "the valley and " * 40)
    assert len(long) <= 162
    assert long.endswith(" …")


def test_hostile_words_take_no_time(tmp_path: Path) -> None:
    nasty = "(" * 3000 + ", which " * 3000 + "will not " * 3000
    made = draft(
        dossier(f'  positions: [{{party: gov, about: "{nasty[:9000]}", stance: "{nasty}"}}]\n')
    )
    assert made.missing


def test_words_of_several_scripts_get_an_id() -> None:
    made = drafted("  statements: [{by: front, to: gov, act: demand, content: открыть дорогу}]\n")
    assert all(name.isascii() for name in options(made))


WORDS = st.lists(
    st.sampled_from(
        ["will", "not", "until", "unless", "the", "guerrillas", "Marrow", "stop", "shelling", "to",
         "an", "end", "of", "order", "is", "free", "prisoners", "…", "#", "no", "it's", "Bel's",
         "must", "continues", "and", "(x", "y)", ",", "who", "12:30", "null", "or", "если"]
    ),
    min_size=1,
    max_size=7,
).map(" ".join)  # fmt: skip
PARTY = st.sampled_from(["gov", "front", "union", "envoy"])
POSITION = st.fixed_dictionaries(
    {"party": PARTY, "about": WORDS, "stance": WORDS}, optional={"until": WORDS, "unless": WORDS}
)
STATEMENT = st.fixed_dictionaries(
    {
        "by": st.lists(PARTY, min_size=1, max_size=2),
        "act": st.sampled_from(["demand", "insist", "refuse", "promise", "threaten", "say"]),
        "content": WORDS,
    },
    optional={"to": st.lists(PARTY, max_size=2)},
)
EVENT = st.fixed_dictionaries(
    {"by": st.lists(PARTY, max_size=2), "what": WORDS},
    optional={"to": st.lists(PARTY, max_size=2), "plover": st.sampled_from(["ASSAULT", "AID"])},
)
SUPPORT = st.fixed_dictionaries(
    {"by": st.lists(PARTY, min_size=1, max_size=2), "to": st.lists(PARTY, max_size=2)}
)


@given(
    st.fixed_dictionaries(
        {
            "positions": st.lists(POSITION, max_size=6),
            "statements": st.lists(STATEMENT, max_size=6),
            "events": st.lists(EVENT, max_size=3),
            "support": st.lists(SUPPORT, max_size=2),
        }
    )
)
@settings(max_examples=25)
@pytest.mark.untraced
def test_whatever_the_record_says_the_draft_loads_and_compiles(record: dict[str, Any]) -> None:
    before = loads(HEAD + "record: " + json.dumps(record) + "\n")
    proposed = draft(before)
    if not proposed.sections:
        return
    made = with_draft(before, proposed)
    assert made.text.startswith(before.text)
    if made.standoff is not None:
        assert len(made.standoff.options) <= MOST_OPTIONS
        compile_model(made)
    if made.table is not None:
        compile_table(made)
    assert draft(made).sections == proposed.sections


def test_demands_on_both_sides_and_on_whom_they_are_said_to() -> None:
    made = drafted(
        """\
  talks: [{parties: [gov, front], status: held}]
  statements:
    - {by: envoy, act: demand, content: both sides must stop the raids}
    - {by: union, act: demand, content: both sides must stop the raids}
    - {by: front, act: demand, to: gov, content: that the government should free the prisoners}
    - {by: front, act: demand, to: gov, content: that the army withdraws its troops}
    - {by: front, act: demand, to: gov, content: that roses bloom}
    - {by: front, act: demand, to: gov, content: its proposal}
"""
    )
    told = options(made)
    assert told["gov.prisoners"] == "Free the prisoners"
    assert told["gov.withdraw_troops"] == "Withdraw its troops"
    assert [text for name, text in told.items() if "raids" in name] == ["Stop the raids"] * 2
    missing = " ".join(draft(made).missing)
    assert "“that roses bloom”" in missing
    assert "“its proposal”" in missing


def test_whose_a_thing_is_and_what_a_party_is_told_to_do() -> None:
    made = drafted(
        """\
  statements:
    - {by: front, act: insist, content: Marrow's release of the prisoners}
    - {by: union, act: demand, content: the guerrillas shelling the valley}
    - {by: union, act: demand, content: Marrow (who fled)}
"""
    )
    assert list(options(made)) == ["gov.release_prisoners", "front.shell_valley"]
    assert wishes(made, "front")[0] == "gov.release_prisoners"
    assert any("“Marrow (who fled)”" in line for line in draft(made).missing)


def test_threats_are_options_and_no_positions() -> None:
    made = drafted(
        """\
  positions:
    - {party: gov, about: roads, stance: will open the roads}
    - {party: front, about: roads, stance: Marrow should open the roads}
    - {party: union, about: roads, stance: threatens to block the roads}
    - {party: gov, about: talks, stance: in dispute, until: the guerrillas lay down arms}
"""
    )
    assert options(made)["union.block_roads"] == "Block the roads"
    assert "front.lay_arms" in options(made)
    assert wishes(made, "union") == []
    assert wishes(made, "gov") == ["front.lay_arms", "gov.open_roads"]
    assert made.table is not None
    assert list(made.table.sides) == ["gov", "front"]


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ("{by: gov, plover: ASSAULT, what: shelling the valley}",
         {"gov.shelling_valley": "Go on shelling the valley"}),
        ("{by: gov, plover: ASSAULT, what: shell the valley, evidence: [{source: wire, quote: goes"
         " on to shell the valley}]}", {"gov.shell_valley": "Continue to shell the valley"}),
        ("{by: gov, plover: ASSAULT, what: raided a post}",
         {"gov.attack": "Go on with its attacks"}),
        ("{by: gov, to: front, plover: ASSAULT, what: raided a post, evidence: [{source: bare,"
         " quote: raided a post}]}", {"gov.attack_front": "Go on attacking the Hill Front"}),
        ("{by: gov, to: front, plover: ASSAULT, date: 2007, what: raided a post}", {}),
    ],
)  # fmt: skip
def test_what_goes_on_is_told_in_the_words_of_the_record(events: str, told: dict[str, str]) -> None:
    head = HEAD.replace("as_of: 2011-05-20\n", "").replace(
        "sources:\n", "sources:\n  bare: {title: Bare}\n"
    )
    made = draft(dossier(f"  events: [{events}]\n", head))
    kept = made.sections.get("conflict", {"options": {"gov": {}}})["options"]["gov"]
    assert {f"gov.{name}": one["is"] for name, one in kept.items()} == told


def test_the_issues_that_most_differ_about_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.reading.draft.table.MOST_ISSUES", 1)
    made = draft(
        dossier(
            """\
  positions:
    - {party: gov, about: roads, stance: demands the roads}
    - {party: gov, about: mines, stance: demands the mines}
    - {party: front, about: mines, stance: rejects the mines}
"""
        )
    )
    assert list(made.sections["negotiation"]["issues"]) == ["mines"]
    assert any("roads" in line for line in made.missing)


@pytest.mark.parametrize(
    ("told", "deed"),
    [
        ("withdraws troops", "withdraw troops"),
        ("carries on", "carry on"),
        ("launches raids", "launch raids"),
        ("misses it", "miss it"),
        ("left the city", "leave the city"),
        ("denied it", "deny it"),
        ("stopped the raids", "stop the raids"),
        ("shelled a town", "shell a town"),
        ("released prisoners", "release prisoners"),
        ("agreed to talks", "agree to talks"),
        ("shelling a town", None),
        ("12 towns", None),
    ],
)
def test_what_was_done_is_told_as_a_deed_to_do(told: str, deed: str | None) -> None:
    assert base_form(told) == deed


def test_what_one_person_does() -> None:
    assert [third(deed) for deed in ("have a say", "be quiet", "carry on", "go", "step down")] == [
        "has a say", "is quiet", "carries on", "goes", "steps down",
    ]  # fmt: skip


def test_an_issue_named_after_somebody_and_an_outcome_that_two_ask_for() -> None:
    made = drafted(
        """\
  positions:
    - {party: gov, about: Bel's future, stance: demands his exit}
    - {party: front, about: Bel's future, stance: demands his exit}
    - {party: union, about: Bel's future, stance: rejects his exit}
"""
    )
    assert made.table is not None
    (one,) = made.table.issues
    assert [outcome.text for outcome in one.outcomes] == ["His exit", "As today"]
    assert list(made.table.sides) == ["gov", "front", "union"]


SIDES = """\
  talks:
    - {parties: [gov, front], status: held, outcome: no result}
"""


def test_both_sides_are_the_two_that_sit_at_the_table() -> None:
    made = drafted(
        """\
  positions:
    - {party: union, about: truce, stance: called on both sides to stop the fighting}
"""
        + SIDES
    )
    assert options(made) == {
        "gov.stop_fighting": "Stop the fighting", "front.stop_fighting": "Stop the fighting",
    }  # fmt: skip


def test_what_is_done_to_others_is_for_the_other_side_to_grant() -> None:
    made = drafted(
        """\
  positions:
    - {party: gov, about: pact, stance: it is not possible to sign a pact,
       until: the United Union should not be treated as a party}
"""
        + SIDES
    )
    (text,) = [text for name, text in options(made).items() if name.startswith("front.")]
    assert text == "Make sure that the United Union is not treated as a party"


def test_a_condition_with_if_is_told_with_if() -> None:
    made = drafted(
        """\
  positions:
    - {party: front, about: oil, stance: is ready to open the wells,
       unless: Marrow lowered its fees,
       evidence: [{source: wire, quote: is ready to open the wells if Marrow lowered its fees}]}
    - {party: gov, about: oil, stance: wants its share of the oil}
"""
    )
    assert "not front.open_wells if not gov.lower_fees" in wishes(made, "front")
    assert made.table is not None
    assert made.table.issues[0].outcomes[0].text == (
        "The Hill Front to open the wells, if Marrow lowered its fees"
    )
