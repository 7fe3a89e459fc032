"""The section ``negotiation`` is read whole, and whatever stands in it nothing else comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.conflict import compile_model
from detente.dossier import Dossier, load, loads, review, with_value
from detente.dossier.expressions import And, Not, Taken
from detente.dossier.loading import reread
from detente.dossier.table import Amount, ByNumbers, ByOrder, Table
from detente.errors import DetenteError, DossierError
from tests.dossier.example import EXAMPLE, RECORD
from tests.dossier.table_example import NEGOTIATION
from tests.dossier.test_schema import SCHEMA, as_json, fits

WHOLE = EXAMPLE + NEGOTIATION + RECORD
SMALL = """\
detente: 1
title: A
parties: {us: {name: US}, ru: {name: Russia}, un: {name: UN}}
negotiation:
  issues:
    land: {outcomes: {north: North, south: South}}
    truce: {outcomes: {short: Short, none: None}}
  parties:
    us: {weights: {land: 1, truce: 0}, values: {land: {north: 1, south: 0}}}
    ru: {weights: {land: 1, truce: 1}, values: {land: {order: [south, north]}, truce: {order: [[short, none]]}}}
"""  # noqa: E501


def table_of(text: str) -> Table:
    return loads(text).require_table()


@pytest.fixture
def whole(folder: Path) -> Dossier:
    """The example with all its sections."""
    (folder / "dossier.yaml").write_text(WHOLE, encoding="utf-8")
    return load(folder)


def range_of(amount: Amount | None) -> tuple[float, float]:
    assert amount is not None
    return amount.low, amount.high


def test_the_design_is_read(whole: Dossier) -> None:
    table = whole.require_table()
    assert [issue.id for issue in table.issues] == ["assad", "truce"]
    assert table.issues[0].question == "What becomes of the president?"
    assert [(o.id, o.issue, o.name, o.text) for o in table.outcomes][1] == (
        "assad.interim", "assad", "interim", "Stays for a transition",
    )  # fmt: skip
    assert table.infeasible[0].expression == And((Taken("assad.leaves"), Taken("truce.none")))
    us, russia = table.sides["us"], table.sides["russia"]
    assert range_of(us.weights["assad"]) == (0.3, 0.5)
    assert us.weights["assad"].middle == 0.4
    assert isinstance(us.values["truce"], ByNumbers)
    assert {o: range_of(a) for o, a in us.values["truce"].amounts.items()} == {
        "truce.none": (0, 0), "truce.local": (0.3, 0.3), "truce.nationwide": (1, 1),
    }  # fmt: skip
    assert (range_of(us.no_deal), us.red_lines, us.groups) == ((0.35, 0.35), (), ())
    assert range_of(us.linked[0].amount) == (0.1, 0.1)
    assert us.linked[0].clause.text == "assad.interim and truce.nationwide"
    order = (("assad.stays",), ("assad.interim",), ("assad.leaves",))
    assert isinstance(russia.values["assad"], ByOrder)
    assert russia.values["assad"].tiers == order
    assert russia.red_lines[0].expression == Taken("assad.leaves")
    assert russia.threshold == 0.5
    army, ministry = russia.groups
    assert (army.id, army.share, army.veto, army.no_deal) == ("army", 0.5, True, None)
    assert isinstance(army.values["assad"], ByOrder)
    assert (ministry.veto, dict(ministry.values)) == (False, {})
    assert [member.party for member in table.must_sign] == ["us", "russia"]
    assert [member.party for member in table.must_comply] == ["rebels", "damascus"]
    assert table.needs[0].outcome == "truce.nationwide"
    assert [want.expression for want in table.needs[0].wants] == [
        Taken("rebels.split"), Not(Taken("damascus.bomb")),
    ]  # fmt: skip
    assert compile_model(whole).size == 9
    assert reread(whole) == whole


def test_what_is_not_written() -> None:
    table = table_of(SMALL)
    assert [member.party for member in table.must_sign] == ["us", "ru"]
    assert (table.must_comply, table.needs, table.infeasible) == ((), (), ())
    us, ru = table.sides.values()
    assert (us.no_deal, us.linked, us.red_lines, us.threshold) == (None, (), (), 0.5)
    assert list(us.values) == ["land"]
    assert isinstance(ru.values["truce"], ByOrder)
    assert ru.values["truce"].tiers == (("truce.short", "truce.none"),)
    assert table.issues[0].question is None


def test_names_of_outcomes_may_be_short_where_they_are_unique() -> None:
    text = SMALL.replace(
        "  parties:\n    us", '  infeasible: ["north and none"]\n  parties:\n    us'
    )
    assert table_of(text).infeasible[0].expression == And(
        (Taken("land.north"), Taken("truce.none"))
    )


def test_reasons_stand_where_values_do() -> None:
    text = SMALL.replace("{north: 1,", "{north: {is: [0.5, 1], sure: 0.5, because: A guess},")
    text = text.replace("land: {outcomes", "land: {question: {is: Who, draft: true}, outcomes")
    text = text.replace("{order: [south, north]}", "{is: {order: [south, north]}, judgement: true}")
    text = text.replace("{order: [[short, none]]}", "{order: {is: [[short, none]], sure: 0.9}}")
    text = text.replace(
        "    us: {weights: {land: 1, truce: 0}",
        "    us: {no_deal: {is: 0.1, sure: 0.7}, red_lines: [{is: land.south, sure: 0.6}],\n"
        "      weights: {land: {is: 1, because: So}, truce: 0}",
    )
    text += "  must_sign: [{is: us, sure: 0.3}]\n"
    table = table_of(text)
    us, ru = table.sides.values()
    assert isinstance(us.values["land"], ByNumbers)
    north = us.values["land"].amounts["land.north"]
    assert (north.reason.sure, north.reason.because, range_of(north)) == (0.5, "A guess", (0.5, 1))
    assert us.no_deal is not None
    assert (us.no_deal.reason.sure, us.red_lines[0].reason.sure) == (0.7, 0.6)
    assert us.weights["land"].reason.because == "So"
    assert ru.values["land"].reason.judgement
    assert ru.values["truce"].reason.sure == 0.9
    assert [(member.party, member.reason.sure) for member in table.must_sign] == [("us", 0.3)]


def test_needs_in_a_line_or_a_list(whole: Dossier) -> None:
    text = WHOLE.replace("[rebels.split, not damascus.bomb]", "rebels.split")
    (need,) = loads(text, whole.file.parent).require_table().needs
    assert [want.text for want in need.wants] == ["rebels.split"]
    line = WHOLE[: WHOLE.index("needs:")].count("\n") + 1
    assert (need.place.line, need.wants[0].place.line) == (line, line)
    text = WHOLE.replace(
        "[rebels.split, not damascus.bomb]", '{is: [split, {is: "--N-", sure: 0.5}], draft: true}'
    )
    (need,) = loads(text, whole.file.parent).require_table().needs
    assert [want.reason.sure for want in need.wants] == [1, 0.5]
    assert need.reason.draft


def test_needs_that_cannot_be_met_together(whole: Dossier) -> None:
    text = WHOLE.replace("[rebels.split, not damascus.bomb]", "[russia.ground, damascus.bomb]")
    with pytest.raises(DossierError) as caught:
        compile_model(loads(text, whole.file.parent))
    (fault,) = caught.value.faults
    assert fault.code == "impossible-needs"
    assert "truce.nationwide" in fault.message
    assert fault.line == WHOLE[: WHOLE.index("needs:")].count("\n") + 1


def test_without_the_section() -> None:
    bare = loads("detente: 1\ntitle: A\nparties: {us: {name: US}}\n")
    assert bare.table is None
    with pytest.raises(DossierError, match="no section negotiation") as caught:
        bare.require_table()
    assert caught.value.faults[0].code == "missing-section"
    assert loads(SMALL).standoff is None


def test_all_parties_may_have_to_comply_without_a_conflict() -> None:
    assert [m.party for m in table_of(SMALL + "  must_comply: [un, us]\n").must_comply] == [
        "un", "us",
    ]  # fmt: skip


def test_two_sections_are_compared_as_they_say() -> None:
    assert loads(SMALL) == loads(SMALL.replace("  issues:", "\n  issues:  # the table"))
    assert loads(SMALL) != loads(SMALL.replace("{north: 1,", "{north: 0.9,"))


def test_a_value_is_changed_in_its_place(whole: Dossier) -> None:
    path = ("negotiation", "parties", "us", "values", "assad", "interim")
    changed = with_value(whole, path, 0.7)
    values = changed.require_table().sides["us"].values["assad"]
    assert isinstance(values, ByNumbers)
    assert range_of(values.amounts["assad.interim"]) == (0.7, 0.7)
    assert changed.text != whole.text
    assert "# absent: all parties of this section" in changed.text
    changed = with_value(whole, ("negotiation", "parties", "russia", "no_deal"), [0.1, 0.2])
    assert range_of(changed.require_table().sides["russia"].no_deal) == (0.1, 0.2)
    with pytest.raises(DossierError, match="twice"):
        with_value(whole, ("negotiation", "must_sign", 1), "us")


EXTRA = [
    ("assad: [0.3, 0.5]", "assad: {is: [0.3, 0.5], sure: 0.5}", True),
    ("assad: [0.3, 0.5]", "assad: [0.3, 0.4, 0.5]", False),
    ("assad: [0.3, 0.5]", "assad: -1", False),
    ("{stays: 0, interim: 0.6", "{stays: 0, interim: 1.6", False),
    ("{stays: 0, interim: 0.6", "{stays: [0, 0.1], interim: {is: 0.6, because: A}", True),
    ("{order: [stays, interim, leaves]}", "{order: [[stays, interim], leaves]}", True),
    ("{order: [stays, interim, leaves]}", "{order: [stays], best: 1}", False),
    ("{order: [stays, interim, leaves]}", "{is: {order: [{is: stays}, leaves]}, sure: 1}", True),
    ("truce.nationwide\": 0.1", "truce.nationwide\": -0.1", True),
    ("truce.nationwide\": 0.1", "truce.nationwide\": 2", False),
    ("no_deal: 0.35", "no_deal: [0.1, 0.35]", True),
    ("no_deal: 0.35", "no_deal: 3.5", False),
    ("no_deal: 0.35", "no_dael: 0.35", False),
    ("share: 0.5, veto: true", "share: 1.5, veto: true", False),
    ("share: 0.5, veto: true", "share: 0.5, veto: maybe", False),
    ("must_sign: [us, russia]", "must_sign: []", False),
    ("must_sign: [us, russia]", "must_sign: [{is: us, sure: 0.5}]", True),
    ("[rebels.split, not damascus.bomb]", "rebels.split", True),
    ("outcomes: {none: None", "outcomes: {order: None", False),
    ("outcomes: {none: None", "outcomes: {no-ne: None", False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "accepted"), EXTRA)
def test_the_schema_for_editors_knows_the_section(old: str, new: str, accepted: bool) -> None:
    assert fits(SCHEMA, as_json(WHOLE))
    assert old in WHOLE
    assert fits(SCHEMA, as_json(WHOLE.replace(old, new, 1))) is accepted


def test_what_the_schema_accepts_is_read(whole: Dossier) -> None:
    for old, new, accepted in EXTRA:
        try:
            loads(WHOLE.replace(old, new, 1), whole.file.parent)
            codes = set()
        except DossierError as error:
            codes = {fault.code for fault in error.faults}
        assert codes <= {"missing-value"} if accepted else codes, (old, new)


def told(text: str, folder: Path | None = None) -> list[tuple[int, str]]:
    return [(remark.line, remark.code) for remark in review(loads(text, folder))]


def test_review_of_a_table() -> None:
    assert told(SMALL) == [
        (3, "party-unmentioned"), (9, "no-reservation-value"), (9, "unsupported"),
        (9, "unsupported"), (10, "no-reservation-value"), (10, "unsupported"),
        (10, "unsupported"), (10, "unsupported"),
    ]  # fmt: skip
    text = SMALL.replace("truce: 1}, values", "truce: {is: 0, judgement: true}}, values")
    assert (7, "issue-without-weight") in told(text)
    assert (3, "party-unmentioned") not in told(SMALL + "  must_comply: [un]\n")


def test_review_of_what_rests_on_a_reason() -> None:
    whole = SMALL.replace("    us: {", "    us: {is: {no_deal: 0.2, ")
    whole = whole.replace("south: 0}}}\n", "south: 0}}}, judgement: true}\n")
    assert [line for line, _ in told(whole)] == [3, 10, 10, 10, 10]
    parts = "{north: {is: 1, judgement: true}, south: {is: 0, judgement: true}}"
    text = SMALL.replace("{north: 1, south: 0}", parts)
    assert told(text).count((9, "unsupported")) == 1


def test_review_tells_what_rests_on_nothing() -> None:
    more = (
        "weights: {is: {land: 1, truce: 0}, sure: 0.5, judgement: true}, no_deal: 0,"
        " red_lines: [land.south], linked: {north: 0.1}, groups: {army: {share: 1}}"
    )
    text = SMALL.replace("weights: {land: 1, truce: 0}", more)
    nothing = " cites no evidence and does not say that it is a judgement"
    assert sorted(remark.message for remark in review(loads(text)) if remark.line == 9) == [
        "negotiation.parties.us.weights is only 50% sure",
        f"the group army of US{nothing}",
        f"the red line “land.south” of US{nothing}",
        f"what no deal would be worth to US{nothing}",
        f"what the outcomes of land would be worth to US{nothing}",
        f"what “north” would add for US{nothing}",
    ]


def test_review_of_needs_and_of_those_who_must_comply(whole: Dossier) -> None:
    text = WHOLE.replace("must_comply: [rebels, damascus]", "must_comply: [un]")
    text = text.replace("conflict:\n", "  un: {name: United Nations}\nconflict:\n", 1)
    found = {remark.code: remark.message for remark in review(loads(text, whole.file.parent))}
    assert found["complier-without-options"] == (
        "United Nations must comply with a package but has no options in the conflict"
    )
    assert "truce.local takes nothing" in found["outcome-without-needs"]
    assert "party-unmentioned" not in found


KEYS = sorted(set(re.findall(r"[a-z_]+", NEGOTIATION)))
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats(-2, 2, allow_nan=False)
    | st.sampled_from([*KEYS, "assad.leaves", "not leaves", "truce.none if stays", "YN--", ""])
)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=15,
)


def survives(text: str) -> None:
    try:
        dossier = loads(text)
    except DetenteError as error:
        faults = error.faults
    else:
        review(dossier)
        return
    assert faults
    assert all(fault.code and fault.message for fault in faults)


@pytest.mark.untraced
@given(st.dictionaries(st.sampled_from(["issues", "parties", "infeasible", "needs", *KEYS]), trees))
@settings(max_examples=80)
def test_random_sections(section: dict[str, Any]) -> None:
    survives(
        EXAMPLE.replace("file: sources/wire.txt", "note: A") + "negotiation: " + json.dumps(section)
    )


@pytest.mark.untraced
@given(data=st.data())
@settings(max_examples=80)
def test_mutations_of_a_whole_section(data: st.DataObject) -> None:
    tree: Any = {**as_json(EXAMPLE), **as_json(NEGOTIATION)}
    del tree["sources"]["wire"]["file"]
    for _ in range(data.draw(st.integers(1, 3))):
        inner = tree["negotiation"]
        for _ in range(data.draw(st.integers(0, 5))):
            choices = [*inner] if isinstance(inner, dict) else [*range(len(inner))]
            deeper = [k for k in choices if isinstance(inner[k], dict | list) and inner[k]]
            if not deeper:
                break
            inner = inner[data.draw(st.sampled_from(deeper))]
        places = [*inner] if isinstance(inner, dict) else [*range(len(inner))]
        at = data.draw(st.sampled_from(places))
        if isinstance(inner, dict) and len(inner) > 1 and data.draw(st.booleans()):
            inner[data.draw(st.sampled_from(KEYS))] = inner.pop(at)
        else:
            inner[at] = data.draw(trees)
    survives(json.dumps(tree))
