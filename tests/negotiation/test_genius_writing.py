"""What is written for GENIUS means there what it means here, and what it cannot say is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossier import Dossier, loads
from detente.errors import CallError, DossierError
from detente.negotiation.compile import compile_table
from detente.negotiation.genius import GeniusFiles, read_genius, write_genius
from detente.negotiation.genius.domain import read_domain
from detente.negotiation.genius.profile import read_profile
from detente.negotiation.model import UNIT
from detente.negotiation.packages import blocks, worth
from tests.negotiation.genius_files import domain_xml, profile_xml, written

HEAD = """\
detente: 1
title: 'Talks: "A" & <B>'
parties: {us: {name: United States}, domain: {name: "Домен"}, ru: {name: Russia}}
"""
TABLE = """\
negotiation:
  issues:
    land: {question: 'Whose is "it" > all?', outcomes: {north: "North & south", south: South}}
    truce: {outcomes: {short: A truce, long: A truce, none: None}}
  parties:
    us: {weights: {land: 3, truce: 1}, no_deal: 0.25,
      values: {land: {north: 0.5, south: 0.25}, truce: {short: 0, long: 1, none: 0.5}}}
    domain: {weights: {land: 1, truce: 0}, values: {land: {north: 0, south: 1}}}
"""


def dossier_of(text: str = TABLE) -> Dossier:
    return loads(HEAD + text)


def back(files: GeniusFiles) -> Dossier:
    return loads(read_genius(files.domain, list(files.profiles.values())))


def test_the_files(tmp_path: Path) -> None:
    files = write_genius(dossier_of(), tmp_path / "deep" / "out")
    assert files.domain == tmp_path / "deep" / "out" / "domain.xml"
    assert [file.name for file in files.profiles.values()] == ["us.xml", "domain_profile.xml"]
    assert files.remarks == ()
    domain = read_domain(files.domain)
    assert domain.name == 'Talks: "A" & <B>'
    assert [(issue.name, issue.items) for issue in domain.issues] == [
        ('Whose is "it" > all?', ("North & south", "South")), ("truce", ("short", "long", "none")),
    ]  # fmt: skip
    us = read_profile(files.profiles["us"], domain)
    assert us.name == "United States"
    assert (us.reservation, us.discount) == (0.25, 1)
    assert us.weights == {1: 0.375, 2: 0.25}
    assert us.evaluations == {1: (1, 0.5), 2: (0, 1, 0.5)}
    other = read_profile(files.profiles["domain"], domain)
    assert (other.name, other.weights[2], other.evaluations[2]) == ("Домен", 0, (0, 0, 0))
    text = files.to_text()
    assert text.startswith(f"Written for GENIUS: {files.domain} and ")
    assert "left out" not in text
    for file in (files.domain, *files.profiles.values()):
        for line in file.read_text("utf-8").splitlines():
            assert line.index(">") == len(line) - 1


def test_a_utility_there_is_a_worth_here(tmp_path: Path) -> None:
    dossier = dossier_of()
    files = write_genius(dossier, tmp_path / "out")
    domain, model = read_domain(files.domain), compile_table(dossier)
    choices = next(blocks(model, 100))
    for k, file in enumerate(files.profiles.values()):
        profile = read_profile(file, domain)
        utility = [
            sum(profile.weights[i] * profile.evaluations[i][a] for i, a in enumerate(row, 1))
            for row in choices.tolist()
        ]
        assert utility == pytest.approx((worth(model, choices)[:, k] / UNIT).tolist(), abs=1e-12)


def test_read_and_written_and_read_again(tmp_path: Path) -> None:
    issues = {"What? & who": ["$1", "a < b", "Être"], "b": ["x", "y"]}
    values = (((1, 3, 7), (2, 1)), ((9, 1, 1), (0, 5)))
    domain, *profiles = written(
        tmp_path,
        {
            "d.xml": domain_xml(issues, name="Talks"),
            "one.xml": profile_xml(issues, (0.3, 0.7), values[0], reservation=0.123456789),
            "two.xml": profile_xml(issues, (0.5, 0.5), values[1]),
        },
    )
    first = loads(read_genius(domain, profiles))
    again = back(write_genius(first, tmp_path / "out"))
    assert again.title == first.title
    assert again.table == first.table
    assert [p.name for p in again.parties.values()] == ["one", "two"]


fractions = st.integers(0, 1000).map(lambda k: k / 1000)


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_read_again_is_worth_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    shape = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    text = "negotiation:\n  issues:\n"
    for i, size in enumerate(shape):
        outcomes = ", ".join(f"o{j}: Outcome {j}" for j in range(size))
        text += f"    i{i}: {{outcomes: {{{outcomes}}}}}\n"
    weights = ", ".join(f"i{i}: {data.draw(fractions) + (i == 0)}" for i in range(len(shape)))
    values = ", ".join(
        f"i{i}: {{" + ", ".join(f"o{j}: {data.draw(fractions)}" for j in range(size)) + "}"
        for i, size in enumerate(shape)
    )
    text += f"  parties:\n    us: {{weights: {{{weights}}}, values: {{{values}}}}}\n"
    dossier = dossier_of(text)
    folder = tmp_path_factory.mktemp("out")
    files = write_genius(dossier, folder)
    read = read_profile(files.profiles["us"], read_domain(files.domain))
    here = compile_table(dossier)
    total = sum(read.weights.values())
    if all(max(row) == 0 for row in read.evaluations.values()):
        assert not np.any([part.any() for part in here.worth])
        return
    there = compile_table(back(files))
    choices = next(blocks(here, 100))
    assert (worth(there, choices) / UNIT * total) == pytest.approx(
        worth(here, choices) / UNIT, abs=1e-12
    )


def test_what_the_format_cannot_say_is_told(tmp_path: Path) -> None:
    text = TABLE.replace("    us: {", "    us: {red_lines: [land.south, truce.none], ")
    text = text.replace("no_deal: 0.25", "no_deal: [0.2, 0.3], linked: {north: 0.1}")
    text = text.replace("{short: 0, long: 1, none: 0.5}", "{order: [short, long, none]}")
    text = text.replace("    domain: {", "    domain: {groups: {army: {share: 1}}, ")
    text = text.replace("south: 1}}}", "south: {is: 1, sure: 0.5}}}}")
    text = text.replace("  parties:\n", '  infeasible: ["south and none"]\n  parties:\n', 1)
    text += "  must_sign: [us]\n  must_comply: [ru]\n  needs: {north: us.go}\n"
    text += "conflict:\n  options: {us: {go: Go}}\n  preferences: {us: {indifferent: true}}\n"
    files = write_genius(dossier_of(text), tmp_path)
    assert files.remarks == (
        "  infeasible: GENIUS would also offer the packages that cannot be (1)",
        "  red lines of United States (2)",
        "  what outcomes add together for United States (1)",
        "  ranges of United States: the middle was written (1)",
        "  orders of United States: written as equal steps from 1 to 0 (1)",
        "  groups inside Домен (1)",
        "  that these need not sign: Домен",
        "  who must comply: Russia",
        "  what outcomes take in the conflict (1)",
        "  how sure entries are (1)",
    )
    assert files.to_text().splitlines()[1:] == [
        "What its format cannot say was left out:", *files.remarks,
    ]  # fmt: skip
    profile = read_profile(files.profiles["us"], read_domain(files.domain))
    assert (profile.reservation, profile.evaluations[2]) == (0.25, (1, 0.5, 0))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "us.xml").write_text("mine", encoding="utf-8")
    with pytest.raises(CallError, match="there already"):
        write_genius(dossier_of(), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["us.xml"]
    assert (tmp_path / "us.xml").read_text("utf-8") == "mine"


def test_without_a_table(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no section negotiation"):
        write_genius(loads(HEAD), tmp_path)
