"""Every example of README.md and docs/ runs, and prints what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import refresh


@pytest.mark.untraced
@pytest.mark.parametrize("page", refresh.pages(), ids=lambda p: str(p.relative_to(refresh.ROOT)))
def test_page_reads_as_its_examples_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Commands in processes of their own would be traced too, thrice as slowly.
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    text = page.read_text("utf-8")
    refresh.furnish(tmp_path)
    assert refresh.refreshed(text, tmp_path) == text


@pytest.mark.parametrize("page", refresh.pages(), ids=lambda p: str(p.relative_to(refresh.ROOT)))
def test_no_example_escapes(page: Path) -> None:
    text = page.read_text("utf-8")
    fences = re.findall(r"^ *```\w+", text, re.MULTILINE)
    found = [match["open"].strip() for match in refresh.BLOCK.finditer(text)]
    assert fences == found


def test_output_that_differs_is_replaced(tmp_path: Path) -> None:
    page = "```console\n$ echo one; echo two\none\nthree\n```\n"
    expected = "```console\n$ echo one; echo two\none\ntwo\n```\n"
    assert refresh.refreshed(page, tmp_path) == expected


def test_dots_stand_for_any_lines(tmp_path: Path) -> None:
    page = "```console\n$ printf 'a\\nb\\nc\\n'\na\n...\n```\n"
    assert refresh.refreshed(page, tmp_path) == page


def test_exit_code_that_differs_fails(tmp_path: Path) -> None:
    with pytest.raises(refresh.ExampleError):
        refresh.refreshed("```console\n$ exit 3\n```\n", tmp_path)


def test_python_session_shares_names(tmp_path: Path) -> None:
    page = "```python\nx = 41\n```\n\n```pycon\n>>> x + 1\n0\n```\n"
    assert refresh.refreshed(page, tmp_path).endswith("```pycon\n>>> x + 1\n42\n```\n")
