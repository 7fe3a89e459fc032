"""Every broken dossier is refused with the codes and lines that its first line expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossier import load
from detente.errors import DetenteError

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_is_refused_with_place(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    expected = sorted(first.removeprefix("# expect: ").split(", "))
    with pytest.raises(DetenteError) as caught:
        load(file)
    faults = caught.value.faults
    assert sorted(f"{fault.code}@{fault.line}" for fault in faults) == expected, str(caught.value)
    for fault in faults:
        assert fault.file == str(file)
        assert fault.column >= 1
        assert fault.message
        assert not fault.message.endswith(".")
        assert not fault.remedy.endswith(".")


def test_there_are_many() -> None:
    assert len(BROKEN) > 80
