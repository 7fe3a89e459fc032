"""Domains and profiles are read as GENIUS reads them; hostile and broken ones are refused."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.desk import Desk
from detente.dossier import Dossier, loads
from detente.dossier.table import ByNumbers
from detente.errors import CallError, DetenteError, FileError
from detente.negotiation.compile import compile_table
from detente.negotiation.genius import xml as genius_xml
from detente.negotiation.genius.reading import ids, new_from_genius, read_genius
from detente.negotiation.model import UNIT, TableModel
from detente.negotiation.packages import blocks, worth
from tests.cli.calls import run
from tests.negotiation.genius_files import domain_xml, profile_xml, written

CASES = [
    path.with_name("dossier.yaml")
    for path in sorted((Path(__file__).parents[2] / "cases").glob("*/expected.yaml"))
    if "GENIUS" in path.read_text("utf-8")
]
ISSUES = {"Size of Fund": ["$100 Billion", "No agreement", "A & B > C"], "Forum": ["Yes", "No"]}
WEIGHTS, VALUES = (0.25, 0.75), ((5.0, 1.0, 10.0), (0, 3))


def imported(folder: Path, texts: dict[str, str]) -> Dossier:
    domain, *profiles = written(folder, texts)
    return loads(read_genius(domain, profiles))


def model_of(dossier: Dossier) -> TableModel:
    return compile_table(dossier)


def utilities(dossier: Dossier, choices: list[tuple[int, ...]]) -> list[list[float]]:
    return (worth(model_of(dossier), np.array(choices, np.int16)) / UNIT).tolist()


def small(**more: Any) -> dict[str, str]:
    return {
        "domain.xml": domain_xml(ISSUES),
        "Side A.xml": profile_xml(ISSUES, WEIGHTS, VALUES, **more),
    }


def test_a_domain_and_a_profile(tmp_path: Path) -> None:
    dossier = imported(tmp_path, small(reservation=0.5, discount=0.9))
    table = dossier.require_table()
    assert dossier.title == "talks"
    assert [(i.id, i.question) for i in table.issues] == [
        ("size_of_fund", "Size of Fund"), ("forum", "Forum"),
    ]  # fmt: skip
    assert [(o.name, o.text) for o in table.outcomes] == [
        ("x_100_billion", "$100 Billion"), ("no_agreement", "No agreement"), ("a_b_c", "A & B > C"),
        ("yes", "Yes"), ("no", "No"),
    ]  # fmt: skip
    party = dossier.parties["side_a"]
    assert party.name == "Side A"
    assert party.note == "From Side A.xml. Its discount factor, 0.9, is not used."
    side = table.sides["side_a"]
    assert side.no_deal is not None
    assert side.no_deal.low == 0.5
    choices = list(product(range(3), range(2)))
    assert [u for (u,) in utilities(dossier, choices)] == pytest.approx(
        [0.25 * (5, 1, 10)[a] / 10 + 0.75 * (0, 3)[b] / 3 for a, b in choices], abs=1e-12
    )


def test_words_that_yaml_takes_for_something_else(tmp_path: Path) -> None:
    issues = {"False": ["yes", "No", "null", "1.10", "12:30", "a: b"], "not": ["- x", "#y", "'"]}
    texts = {
        "domain.xml": domain_xml(issues, name="no"),
        "null.xml": profile_xml(issues, (1, 1), ((1,) * 6, (1,) * 3)),
    }
    table = imported(tmp_path, texts).require_table()
    assert [issue.id for issue in table.issues] == ["false", "not_1"]
    assert [o.text for o in table.outcomes] == [*issues["False"], *issues["not"]]
    assert list(table.sides) == ["null"]


def test_issues_without_an_objective_and_weights_without_zeros(tmp_path: Path) -> None:
    texts = {
        "domain.xml": domain_xml(ISSUES, first=2),
        "a.xml": profile_xml(ISSUES, (".5", "5e-1"), ((1, 1, "2."), (1, 0)), first=2, nested=False),
    }
    assert utilities(imported(tmp_path, texts), [(2, 0), (0, 1)]) == [[1.0], [0.25]]


def test_weights_that_do_not_sum_to_one(tmp_path: Path) -> None:
    texts = small(reservation=0.5)
    texts["Side A.xml"] = profile_xml(ISSUES, (1, 3), VALUES, reservation=2)
    dossier = imported(tmp_path, texts)
    no_deal = dossier.require_table().sides["side_a"].no_deal
    assert no_deal is not None
    assert no_deal.low == 0.5
    assert "sum to 4" in (dossier.parties["side_a"].note or "")
    assert utilities(dossier, [(2, 0)]) == [[0.25]]


def test_an_issue_whose_evaluations_are_all_nothing(tmp_path: Path) -> None:
    for nothing in (0, 0.000009):
        texts = small()
        texts["Side A.xml"] = profile_xml(ISSUES, WEIGHTS, ((nothing,) * 3, (1, 2)))
        assert utilities(imported(tmp_path, texts), [(0, 1), (2, 0)]) == [[0.75], [0.375]]


def test_whole_numbers(tmp_path: Path) -> None:
    issue = '<issue index="1" name="price" type="integer" lowerbound="-1" upperbound="3"{}</issue>'
    domain = domain_xml({}).replace(
        'etype="objective">\n', 'etype="objective">' + issue.format(">")
    )
    evaluator = '><evaluator ftype="linear" slope="0.5" offset="-0.25"/>'
    weight = '<weight index="1" value="1"/>'
    texts = {
        "domain.xml": domain,
        "a.xml": f"<utility_space>{issue.format(evaluator)}{weight}</utility_space>",
        "b.xml": f"<utility_space>{issue.format('>')}{weight}</utility_space>",
    }
    dossier = imported(tmp_path, texts)
    assert [(o.name, o.text) for o in dossier.require_table().outcomes] == [
        ("minus_1", "-1"), ("n0", "0"), ("n1", "1"), ("n2", "2"), ("n3", "3"),
    ]  # fmt: skip
    assert utilities(dossier, [(k,) for k in range(5)]) == [
        [0, 0], [0.25, 0], [0.75, 0], [1, 0], [1, 0],
    ]  # fmt: skip
    texts["domain.xml"] = domain.replace('upperbound="3"', 'upperbound="999"')
    with pytest.raises(FileError, match="at most 1,000"):
        imported(tmp_path, texts)
    texts["domain.xml"] = domain.replace('upperbound="3"', 'upperbound="-2"')
    with pytest.raises(FileError, match="in order"):
        imported(tmp_path, texts)
    texts["domain.xml"] = domain_xml({"price": ["1", "2"]})
    with pytest.raises(FileError, match="of another kind"):
        imported(tmp_path, texts)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_published_domains_are_worth_the_same(tmp_path: Path, path: Path) -> None:
    table = loads(path.read_text("utf-8")).require_table()
    issues = {issue.id: [outcome.text for outcome in issue.outcomes] for issue in table.issues}
    texts = {"domain.xml": domain_xml(issues)}
    for party, side in table.sides.items():
        values = [side.values[issue] for issue in issues]
        assert all(isinstance(value, ByNumbers) for value in values)
        evaluations = [
            [36 * amount.middle for amount in value.amounts.values()]
            for value in values
            if isinstance(value, ByNumbers)
        ]
        weights = [amount.middle for amount in side.weights.values()]
        reservation = side.no_deal.middle if side.no_deal is not None else None
        texts[f"{party}.xml"] = profile_xml(issues, weights, evaluations, reservation=reservation)
    found, published = imported(tmp_path, texts), compile_table(loads(path.read_text("utf-8")))
    choices = next(blocks(published, 1 << 12))
    assert worth(model_of(found), choices) / UNIT == pytest.approx(
        worth(published, choices) / UNIT, abs=1e-12
    )
    assert model_of(found).no_deal.tolist() == published.no_deal.tolist()


def test_there_are_published_domains() -> None:
    assert len(CASES) >= 4


HOSTILE = [
    ("xml-hostile", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ("xml-hostile", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
    ("xml-hostile", '<?xml version="1.0"?>\n<!DOCTYPE a><a/>'),
    ("xml-bad", ""),
    ("xml-bad", "no XML"),
    ("xml-bad", "<a><b></a>"),
    ("xml-bad", '<a b="&c;"/>'),
    ("xml-bad", '<a b="A & B"/>'),
    ("xml-bad", '<?xml version="1.0" encoding="no-such"?><a/>'),
    ("xml-bad", '<?xml version="1.0" encoding="utf-16"?><a/>'),
    ("xml-bad", "<a/><b/>"),
    ("xml-too-deep", "<a>" * 60 + "</a>" * 60),
    ("xml-not-genius", "<a/>"),
    ("xml-not-genius", "<html><utility_space/></html>"),
]


@pytest.mark.parametrize(("code", "text"), HOSTILE)
def test_hostile_and_strange_files(tmp_path: Path, code: str, text: str) -> None:
    for name in ("domain.xml", "Side A.xml"):
        if name != "domain.xml" and text.startswith("<html>"):
            text = "<html/>"
        with pytest.raises(FileError) as caught:
            imported(tmp_path, {**small(), name: text})
        (fault,) = caught.value.faults
        assert fault.code == code
        assert fault.file == str(tmp_path / name)
        assert fault.message
        assert fault.remedy


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xml").write_bytes(b" " * (genius_xml.MAX_BYTES + 1))
    with pytest.raises(FileError, match="larger than 8,000,000 bytes"):
        genius_xml.read_xml(tmp_path / "a.xml")
    monkeypatch.setattr(genius_xml, "MAX_ELEMENTS", 3)
    (tmp_path / "a.xml").write_text("<a><b/><b/><b/></a>", encoding="utf-8")
    with pytest.raises(FileError, match="more than 3 elements"):
        genius_xml.read_xml(tmp_path / "a.xml")


def test_what_is_no_file(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "not-a-file"), (tmp_path / "none.xml", "unreadable"), ("\0", "unreadable"),
    ):  # fmt: skip
        with pytest.raises(FileError) as caught:
            genius_xml.read_xml(path)
        assert caught.value.faults[0].code == code


DOMAIN_FAULTS = [
    ("xml-incomplete", ' index="2" name="Forum"', ' name="Forum"', 11),
    ("xml-incomplete", 'value="Yes"', "", 12),
    ("xml-incomplete", 'name="Forum"', 'name=" "', 11),
    ("xml-repeated", 'index="2" name', 'index="1" name', 11),
    ("xml-repeated", 'value="Yes"', 'value="No"', 14),
    ("xml-number", 'index="2" name', 'index="2.5" name', 11),
    ("xml-number", 'index="2" name', 'index="two" name', 11),
    ("xml-issue-kind", 'name="Forum" type="discrete"', 'name="Forum" type="real"', 11),
    ("xml-incomplete", 'name="Forum" type="discrete"', 'name="Forum" type="integer"', 11),
]


@pytest.mark.parametrize(("code", "old", "new", "line"), DOMAIN_FAULTS)
def test_faults_of_a_domain(tmp_path: Path, code: str, old: str, new: str, line: int) -> None:
    texts = small()
    texts["domain.xml"] = changed(texts["domain.xml"], old, new)
    told(tmp_path, texts, code, line)


PROFILE_FAULTS = [
    ("xml-incomplete", ' evaluation="5.0"', ""),
    ("xml-number", 'evaluation="5.0"', 'evaluation="NaN"'),
    ("xml-number", 'evaluation="5.0"', 'evaluation="Infinity"'),
    ("xml-number", 'evaluation="5.0"', 'evaluation="-1"'),
    ("xml-number", 'evaluation="5.0"', 'evaluation="null"'),
    ("xml-number", 'evaluation="5.0"', 'evaluation="1e999"'),
    ("xml-number", 'evaluation="5.0"', 'evaluation="1_0"'),
    ("xml-number", 'evaluation="5.0"', 'evaluation="٣"'),
    ("xml-number", 'value="0.25"', 'value="-0.25"'),
    ("xml-number", 'value="0.75"', 'value="nan"'),
    ("xml-number", '<reservation value="0.5"', '<reservation value="-1"'),
    ("xml-number", '<reservation value="0.5"', '<reservation value="1.5"'),
    ("xml-number", '<discount_factor value="1"', '<discount_factor value="x"'),
    ("xml-unknown-item", 'value="Yes"', 'value="Yeah"'),
    ("xml-repeated", 'value="Yes"', 'value="No"'),
    ("xml-repeated", '<issue index="2"', '<issue index="1"'),
    ("xml-repeated", '<weight index="2"', '<weight index="1"'),
    ("xml-mismatch", '<issue index="2"', '<issue index="3"'),
    ("xml-incomplete", '<weight index="2"', '<weight index="3"'),
    ("xml-incomplete", '<item index="2" value="No" evaluation="3">\n</item>', ""),
    ("xml-not-additive", "<utility_space>", '<utility_space type="NONLINEAR">'),
    ("xml-issue-kind", 'name="Forum" type="discrete"', 'name="Forum" type="real"'),
    ("xml-mismatch", 'name="Forum" type="discrete"', 'name="Forum" type="integer"'),
]


@pytest.mark.parametrize(("code", "old", "new"), PROFILE_FAULTS)
def test_faults_of_a_profile(tmp_path: Path, code: str, old: str, new: str) -> None:
    texts = small(reservation=0.5, discount=1)
    texts["Side A.xml"] = changed(texts["Side A.xml"], old, new)
    told(tmp_path, texts, code)


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def told(folder: Path, texts: dict[str, str], code: str, line: int | None = None) -> None:
    with pytest.raises(FileError) as caught:
        imported(folder, texts)
    (fault,) = caught.value.faults
    assert fault.code == code, fault
    assert line in (None, fault.line)
    assert not fault.message.endswith(".")


def test_a_profile_that_leaves_an_issue_out_or_weighs_nothing(tmp_path: Path) -> None:
    first = {"Size of Fund": ISSUES["Size of Fund"]}
    texts = {**small(), "Side A.xml": profile_xml(first, (1,), VALUES[:1])}
    told(tmp_path, texts, "xml-incomplete")
    texts = {**small(), "Side A.xml": profile_xml(ISSUES, (0, 0), VALUES)}
    told(tmp_path, texts, "xml-number")
    told(tmp_path, {**small(), "domain.xml": domain_xml({})}, "xml-not-genius", 2)
    told(tmp_path, {**small(), "domain.xml": domain_xml({"Forum": []})}, "xml-incomplete")


def test_too_many_issues_and_outcomes(tmp_path: Path) -> None:
    many = {f"i{k}": ["a"] for k in range(201)}
    told(tmp_path, {**small(), "domain.xml": domain_xml(many)}, "too-many-issues")
    many = {"i": [f"o{k}" for k in range(1001)]}
    told(tmp_path, {**small(), "domain.xml": domain_xml(many)}, "too-many-outcomes")


def test_uncertain_spaces_are_additive(tmp_path: Path) -> None:
    assert imported(tmp_path, small(kind="UNCERTAIN")).table is not None


def test_ids_are_valid_and_different() -> None:
    texts = ["A b", "a-b", "a b", "a_b_2", "not", "order", "", "中", "9", "_x", "A" * 90]
    assert ids(texts) == [
        "a_b", "a_b_2", "a_b_3", "a_b_2_2", "not_1", "order_1", "x", "x_2", "x_9", "x_3", "a" * 40,
    ]  # fmt: skip


names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12
).filter(str.strip)


@given(data=st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_things_are_called(tmp_path: Path, data: st.DataObject) -> None:
    issues = data.draw(
        st.dictionaries(
            names, st.lists(names, min_size=1, max_size=4, unique=True), min_size=1, max_size=3
        )
    )
    numbers = st.floats(0, 1e6, allow_subnormal=False)
    values = [[data.draw(numbers) for _ in items] for items in issues.values()]
    weights = [data.draw(st.floats(0.001, 5)) for _ in issues]
    texts = {"d.xml": domain_xml(issues), "p.xml": profile_xml(issues, weights, values)}
    dossier = imported(tmp_path, texts)
    best = tuple(row.index(max(row)) for row in values)
    expected = sum(w for w, row in zip(weights, values, strict=True) if max(row) >= 1e-5)
    assert utilities(dossier, [best])[0][0] == pytest.approx(expected / sum(weights), abs=1e-9)


@given(data=st.data())
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_broken_files_never_end_in_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    texts = small(reservation=0.5)
    name = data.draw(st.sampled_from(sorted(texts)))
    text = texts[name]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 15)))
        piece = st.sampled_from(["", "<", ">", '"', "&amp;", "<!--", "issue", "1e9", "<item/>"])
        text = text[:start] + data.draw(piece) + text[end:]
    try:
        imported(tmp_path, {**texts, name: text})
    except DetenteError as error:
        faults = error.faults
    else:
        return
    assert all(fault.code and fault.message for fault in faults)


def test_from_the_command_line(tmp_path: Path) -> None:
    domain, profile = written(tmp_path, small(reservation=0.5))
    home = tmp_path / "talks"
    told = run("new", home, "--genius", domain, profile)
    assert told.code == 0
    assert told.out == f"Written to {home / 'dossier.yaml'}. Next: detente check {home}\n"
    found = Desk(home).check()
    assert (found.counts()["issues"], found.counts()["packages"]) == (2, 6)
    again = run("new", home, "--genius", domain, profile)
    assert (again.code, again.out) == (2, "")
    titled = run("new", tmp_path / "b", "--genius", domain, profile, "--title", "Mine: all")
    assert titled.code == 0
    assert Desk(tmp_path / "b").dossier.title == "Mine: all"
    assert run("new", tmp_path / "c", "--genius", domain).code == 2
    assert run("new", tmp_path / "c", profile).code == 2
    assert run("new", tmp_path / "c", "--genius", domain, profile, "--title", " ").code == 2
    assert run("new", tmp_path / "c", "--genius", tmp_path / "none.xml", profile).code == 1
    assert not (tmp_path / "c").exists()


def test_no_profile(tmp_path: Path) -> None:
    (domain,) = written(tmp_path, {"domain.xml": domain_xml(ISSUES)})
    with pytest.raises(CallError, match="no profile"):
        new_from_genius(tmp_path / "new", domain, [])
