"""The example of the design, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossier.example import EXAMPLE, RECORD, WIRE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example, a record, and its source."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_bytes(WIRE.encode())
    (tmp_path / "dossier.yaml").write_text(EXAMPLE + RECORD, encoding="utf-8")
    return tmp_path
