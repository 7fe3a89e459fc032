"""Dossiers made on the spot, composed into briefs."""

from __future__ import annotations

import pytest

from detente.brief import Brief, compose
from detente.conflict import compile_model, stability
from detente.dossier import loads
from tests.brief.samples import SMALL, Make


@pytest.fixture
def make() -> Make:
    def compose_text(text: str) -> Brief:
        dossier = loads(text)
        model = compile_model(dossier)
        return compose(dossier, model, stability(model))

    return compose_text


@pytest.fixture
def small(make: Make) -> Brief:
    return make(SMALL)
