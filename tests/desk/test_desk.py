"""The opened dossier: the same answers as the command line, frozen, and readable in a notebook."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import detente
from detente.cli import app
from detente.conflict.verify import Verification
from detente.desk import Desk
from detente.desk.checked import CheckResult
from detente.dossier import new_dossier
from detente.errors import CallError, DossierError, FileError, VerificationError

MERGED = """\
detente: 1
title: "A <b>quarrel</b>"
parties: {a: {name: Alpha}, b: {name: Beta}}
conflict:
  options: {a: {x: Do x, z: Do z}, b: {y: Do y}}
  same: [x]
  preferences:
    a: {statements: [z, not y]}
    b: {statements: [y]}
"""
BARE = "detente: 1\ntitle: Bare\nparties: {a: {name: Alpha}}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("dam")
    new_dossier(home, "The dam")
    return home


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return detente.open(folder)


def opened(tmp_path: Path, text: str) -> Desk:
    (tmp_path / "dossier.yaml").write_text(text, "utf-8")
    return detente.open(tmp_path)


def told(*call: str | Path) -> str:
    run = CliRunner().invoke(app, [str(part) for part in call])
    assert run.exit_code == 0, run.stderr
    return run.stdout_bytes.decode()


def test_a_folder_or_its_file_is_opened(folder: Path) -> None:
    for path in (folder, str(folder), folder / "dossier.yaml"):
        found = detente.open(path)
        assert found.dossier.title == "The dam"
        assert found.folder == folder
    with pytest.raises(FileError, match="no-dossier"):
        detente.open(folder / "none")


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_answers_are_those_of_the_command_line(desk: Desk, folder: Path, form: str) -> None:
    pairs = [
        (desk.check(), ["check", folder]),
        (desk.check(review=True), ["check", folder, "--review"]),
        (desk.stability(), ["stability", folder]),
        (desk.stability("fast"), ["stability", folder, "--kernel", "fast"]),
        (desk.stability(verify=True), ["stability", folder, "--verify"]),
        (desk.stability(verify="all"), ["stability", folder, "--verify-all"]),
        (desk.explain("today"), ["explain", folder, "today"]),
        (
            desk.explain("YNNY", ["Upstream government"], ["seq", "smr"], verify=True),
            ["explain", folder, "YNNY", "--party", "upstream", "--concept", "seq",
             "--concept", "smr", "--verify"],
        ),
    ]  # fmt: skip
    for answer, call in pairs:
        expected = {"text": answer.to_text, "json": answer.to_json, "csv": answer.to_csv}[form]()
        assert told(*call, "--format", form) == expected
        assert expected


def test_the_model_is_compiled_once(desk: Desk) -> None:
    assert desk.model is desk.model
    assert desk.stability().model is desk.model


def test_answers_name_the_dossier_they_are_made_from(desk: Desk) -> None:
    for answer in (desk.check(), desk.stability(), desk.explain("today")):
        assert answer.manifest.input == desk.dossier.digest
        assert len(desk.dossier.digest) == 64
    assert [a.manifest.method for a in (desk.check(), desk.stability(), desk.explain("NNNN"))] == [
        "check", "stability", "explain",
    ]  # fmt: skip


def test_answers_are_frozen_and_have_a_notebook_view(desk: Desk) -> None:
    answers: list[Any] = [desk.check(review=True), desk.stability(), desk.explain("YNNN")]
    for answer in answers:
        with pytest.raises(FrozenInstanceError):
            answer.model = None
        view = answer._repr_html_()
        assert view.startswith("<table>")
        assert view.endswith("</table>")
    assert desk._repr_html_() == desk.check()._repr_html_()


def test_the_view_of_a_hostile_title_is_escaped(tmp_path: Path) -> None:
    view = opened(tmp_path, MERGED)._repr_html_()
    assert "<b>" not in view
    assert "&lt;b&gt;quarrel" in view


def test_what_was_verified_is_told(desk: Desk) -> None:
    plain, checked = desk.stability(), desk.stability(verify=True)
    assert plain.manifest.verification is None
    assert checked.manifest.verification is not None
    assert checked.manifest.verification["checked"] == checked.manifest.verification["verdicts"] > 0
    assert checked.content() == plain.content()
    assert desk.explain("today", verify=True).manifest.verification is not None


def test_an_answer_that_is_wrong_is_never_given(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = desk.stability()
    wrong = replace(right, verdicts=right.verdicts ^ 1)
    monkeypatch.setattr("detente.conflict.stability", lambda *of: wrong)
    with pytest.raises(VerificationError, match="verification-failed") as error:
        Desk(desk.folder).stability(verify=True)
    assert error.value.exit_code == 1
    assert "report the defect" in error.value.faults[0].remedy


def test_a_false_explanation_is_never_given(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    right = desk.explain("today")
    upstream = right.entries[0]
    assert upstream.improvements
    wrong = replace(right, entries=(replace(upstream, improvements=()),))
    monkeypatch.setattr("detente.conflict.explain", lambda *of: wrong)
    with pytest.raises(VerificationError, match="verification-failed"):
        Desk(desk.folder).explain("today", verify=True)


def test_the_brief_is_verified_where_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    real = Desk.stability

    def noted(self: Desk, *of: Any, **more: Any) -> Any:
        seen.append(more.get("verify"))
        return real(self, *of, **more)

    monkeypatch.setattr(Desk, "stability", noted)
    desk.brief()
    desk.brief(verify=True)
    assert seen[0] is False
    assert seen[-1] is True


def test_without_a_conflict_a_dossier_is_checked_and_not_analysed(tmp_path: Path) -> None:
    bare = opened(tmp_path, BARE)
    found = bare.check(review=True)
    assert found.states is None
    assert found.counts()["states"] == found.counts()["options"] == 0
    assert "  1 party\n\nTo look at:" in found.to_text()
    for ask in (bare.stability, lambda: bare.explain("today"), bare.brief):
        with pytest.raises(DossierError, match="missing-section"):
            ask()


def test_what_is_asked_of_a_state_party_or_concept_that_is_not_there(desk: Desk) -> None:
    for call, code in (
        (lambda: desk.explain("YYYYY"), "wrong-pattern"),
        (lambda: desk.explain("today", ["nobody"]), "unknown-player"),
        (lambda: desk.explain("today", None, ["luck"]), "unknown-concept"),
    ):
        with pytest.raises(CallError, match=code):
            call()


def test_check_counts_what_the_dossier_holds(desk: Desk) -> None:
    found = desk.check()
    assert found.counts() == {
        "sources": 1, "parties": 2, "players": 2, "options": 4, "states": 12, "issues": 0,
        "packages": 0, "record": 3,
        "quotes": 4, "verified_quotes": 4,
    }  # fmt: skip
    assert list(found.content()) == ["ok", "title", "counts", "faults"]
    assert found.content()["faults"] == []
    text = found.to_text()
    assert text.startswith("“The dam” is in order.\n  1 source\n  2 parties\n")
    assert "  12 feasible states\n" in text
    assert "To look at" not in text
    first = next(iter(found.rows()))
    assert first == {"kind": "count", "code": "sources", "line": "", "text": 1}


def test_a_review_lists_what_to_look_at(tmp_path: Path) -> None:
    found = opened(tmp_path, MERGED).check(review=True)
    assert "To look at:" in found.to_text()
    codes = [remark.code for remark in found.remarks]
    assert "differing-members" in codes
    assert "unsupported" in codes
    entries = found.content()["review"]
    assert [entry["code"] for entry in entries] == codes
    assert [set(entry) for entry in entries] == [{"line", "column", "code", "message"}] * len(codes)
    lines = [entry["line"] for entry in entries]
    assert lines == sorted(lines)
    rows = [row for row in found.rows() if row["kind"] == "review"]
    assert [row["code"] for row in rows] == codes
    merged = next(entry for entry in entries if entry["code"] == "differing-members")
    assert f"  line {merged['line']}: {merged['message']} [differing-members]" in found.to_text()


def test_a_review_with_nothing_to_say_says_so(desk: Desk) -> None:
    found = CheckResult(desk.dossier, 12, (), reviewed=True)
    assert found.to_text().endswith("\n\nNothing stands out for a second reader.\n")
    assert found.content()["review"] == []


def test_one_of_each_is_told_in_the_singular(tmp_path: Path) -> None:
    text = (
        "detente: 1\ntitle: One\nsources: {s: {title: S, file: s.txt}}\n"
        "parties: {a: {name: Alpha}}\nconflict:\n  options: {a: {x: Do x}}\n"
        "  infeasible: [x]\n  preferences: {a: {indifferent: true}}\n"
        "record: {events: [{what: Rain, evidence: [{source: s, quote: It rains}]}]}\n"
    )
    (tmp_path / "s.txt").write_text("It rains.\n")
    assert opened(tmp_path, text).check().to_text().splitlines() == [
        "“One” is in order.",
        "  1 source",
        "  1 party",
        "  1 of them with options",
        "  1 option",
        "  1 feasible state",
        "  1 entry in the record",
        "  1 quote",
        "  1 of them found in the text of its source",
    ]


def test_direction_signs_of_a_title_are_not_printed(tmp_path: Path) -> None:
    text = BARE.replace("title: Bare", 'title: "B\\u202Eare"').replace("Alpha", '"A\\u202Elpha"')
    found = opened(tmp_path, text).check(review=True)
    assert "\u202e" not in found.to_text()
    assert found.remarks


def test_verdicts_checked_are_counted(desk: Desk) -> None:
    from detente.conflict.verify import check

    found: Verification = check(desk.stability(), desk.dossier)
    assert found.agrees
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()


def test_the_version_is_told() -> None:
    assert detente.__version__
    assert set(detente.__all__) == {"__version__", "open"}
