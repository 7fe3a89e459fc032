"""Dossiers made on the spot, composed into briefs."""

from __future__ import annotations

import pytest

from detente.brief import Brief, compose
from detente.brief.gathering import own_views
from detente.conflict import compile_model, stability
from detente.dossier import Dossier, loads
from detente.ensemble import EnsembleResult, robust
from tests.brief.samples import SMALL, Make

READINGS = 100


def tested(dossier: Dossier) -> EnsembleResult:
    """Return how a dossier fares in a few other readings."""
    return robust(dossier, draws=READINGS, evaluations=READINGS)


@pytest.fixture
def make() -> Make:
    def compose_text(text: str) -> Brief:
        dossier = loads(text)
        model = compile_model(dossier)
        result = stability(model)
        views = own_views(dossier, model, result)
        return compose(dossier, model, result, tested=tested(dossier), views=views)

    return compose_text


@pytest.fixture
def small(make: Make) -> Brief:
    return make(SMALL)
