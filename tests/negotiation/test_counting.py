"""Packages are counted as if all were listed, and `check` tells what rules go too far."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from detente.desk import Desk
from detente.dossier import loads
from detente.errors import DossierError
from detente.negotiation import counting
from detente.negotiation.compile import compile_table
from detente.negotiation.counting import count_packages
from detente.negotiation.idle import idle_red_lines
from detente.negotiation.model import TableModel
from detente.negotiation.packages import blocks, feasible, permitted
from tests.dossier.example import EXAMPLE
from tests.dossier.table_example import NEGOTIATION
from tests.negotiation.tables import random_model

BARE = EXAMPLE.replace("file: sources/wire.txt", "note: A")


def table_text(shape: Sequence[int], infeasible: str = "", red_lines: str = "") -> str:
    """Return a dossier with one party, its issues called i0, i1, ... and outcomes o0, o1, ..."""
    text = "detente: 1\ntitle: A\nparties: {us: {name: US}}\nnegotiation:\n  issues:\n"
    for i, size in enumerate(shape):
        outcomes = ", ".join(f"o{j}: O" for j in range(size))
        text += f"    i{i}: {{outcomes: {{{outcomes}}}}}\n"
    weights = ", ".join(f"i{i}: 1" for i in range(len(shape)))
    values = ", ".join(
        f"i{i}: {{order: [[" + ", ".join(f"o{j}" for j in range(size)) + "]]}"
        for i, size in enumerate(shape)
    )
    text += f"  infeasible: [{infeasible}]\n"
    text += f"  parties: {{us: {{weights: {{{weights}}}, values: {{{values}}},"
    return f"{text} red_lines: [{red_lines}]}}}}\n"


def model_of(text: str) -> TableModel:
    return compile_table(loads(text))


@pytest.mark.parametrize("part", range(4))
def test_counts_as_a_list_does(part: int) -> None:
    rng, uneven = Random(part), 0
    for _ in range(100):
        model = random_model(rng)
        listed = sum(int(feasible(model, choices).sum()) for choices in blocks(model, 1000))
        assert count_packages(model) == listed
        uneven += listed < model.combinations
    assert uneven > 10


def test_many_issues_are_counted_in_parts() -> None:
    shape = [3] * 60
    model = model_of(table_text(shape, "i0.o0 and i1.o0, i1.o1 and i2.o1, i5.o0 and i9.o0"))
    tied = sum(
        not (a == b == 0) and not (b == c == 1)
        for a in range(3) for b in range(3) for c in range(3)
    )  # fmt: skip
    assert count_packages(model) == tied * 8 * 3**55


def test_what_cannot_be_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = table_text([3] * 3, "i0.o0 and i1.o0, i1.o0 and i2.o0")
    assert count_packages(model_of(text)) == 22
    monkeypatch.setattr(counting, "COUNTED", 26)
    assert count_packages(model_of(text)) is None
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    found = Desk(tmp_path).check()
    assert found.counts()["packages"] is None
    assert "packages" not in found.to_text()
    assert '"packages": null' in found.to_json()


def test_red_lines_that_rule_nothing_out() -> None:
    text = table_text([2, 2], "i0.o0 and i1.o0", "i0.o0 and i1.o0, i0.o1, i0.o0 and i0.o1")
    found = idle_red_lines(loads(text), model_of(text))
    assert [(remark.code, remark.message) for remark in found] == [
        ("red-line-uncrossed",
         f"no package that can be crosses the red line “{line}” of US")
        for line in ("i0.o0 and i1.o0", "i0.o0 and i0.o1")
    ]  # fmt: skip


@pytest.mark.parametrize("part", range(2))
def test_idle_red_lines_are_those_that_no_package_crosses(part: int) -> None:
    rng, idle = Random(part), 0
    for _ in range(30):
        lines = ", ".join(
            f"i{rng.randrange(3)}.o{rng.randrange(2)} and i{rng.randrange(3)}.o{rng.randrange(2)}"
            for _ in range(3)
        )
        rules = f"i{rng.randrange(3)}.o{rng.randrange(2)} and i{rng.randrange(3)}.o0"
        for line in lines.split(", "):
            text = table_text([2, 2, 2], rules, line)
            model = compile_table_leniently(text)
            if model is None:
                continue
            crossed = any(
                (feasible(model, choices) & ~permitted(model, choices)).any()
                for choices in blocks(model, 100)
            )
            assert bool(idle_red_lines(loads(text), model)) is not crossed
            idle += not crossed
    assert idle > 5


def compile_table_leniently(text: str) -> TableModel | None:
    try:
        return model_of(text)
    except DossierError:
        return None


def opened(folder: Path, text: str) -> Desk:
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    return Desk(folder)


def test_check_counts_issues_and_packages(tmp_path: Path) -> None:
    text = BARE + NEGOTIATION
    found = opened(tmp_path, text).check(review=True)
    assert (found.counts()["issues"], found.counts()["packages"]) == (2, 8)
    assert "  2 issues on the table\n  8 packages that can be\n" in found.to_text()
    assert "red-line-uncrossed" not in {remark.code for remark in found.remarks}
    text = text.replace('red_lines: ["assad.leaves"]', "red_lines: [leaves and truce.none]")
    codes = [remark.code for remark in opened(tmp_path, text).check(review=True).remarks]
    assert codes.count("red-line-uncrossed") == 1
    assert "red-line-uncrossed" not in [r.code for r in opened(tmp_path, text).check().remarks]
    one = opened(tmp_path, table_text([1])).check()
    assert "  1 issue on the table\n  1 package that can be\n" in one.to_text()


def test_check_tells_the_faults_of_both_sections(tmp_path: Path) -> None:
    text = (BARE + NEGOTIATION).replace("[rebels.split, not damascus.bomb]", '"NNNN and YNNN"')
    text = text.replace('["assad.leaves and truce.none"]', "[not assad.leaves, assad.leaves]")
    with pytest.raises(DossierError) as caught:
        opened(tmp_path, text).check()
    assert [fault.code for fault in caught.value.faults] == [
        "no-feasible-package", "impossible-needs",
    ]  # fmt: skip
