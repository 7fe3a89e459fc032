"""A dossier to run commands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossier import new_dossier


@pytest.fixture(scope="session")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small dossier in order."""
    home = tmp_path_factory.mktemp("dam")
    new_dossier(home, "The dam")
    return home
