"""Peace agreements that were signed, and the plain verbs that tell who kept or left them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.happenings import find_truces

Analyse = Callable[..., Analysis]

PACTS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "The 2005 accord between Khartoum and the SPLM collapsed last year.",
        {"parties": {"sudan", "splm"}, "declared": "2005", "fate": "broken"},
    ),
    (
        "The 26 December agreement has been respected by both Iran and Iraq.",
        {"parties": {"iran", "iraq"}, "declared": "2015-12-26", "fate": "holds"},
    ),
    (
        "Iran and Iraq signed a protocol on borders in Algiers on 26 May. Iran and Iraq have kept "
        "the deal so far.",
        {"parties": {"iran", "iraq"}, "declared": "2016-05-26", "fate": "holds"},
    ),
    (
        "Iran and Iraq signed a peace package in Muscat on 26 May. They kept it for a while.",
        {"parties": {"iran", "iraq"}, "declared": "2016-05-26", "fate": "holds"},
    ),
    (
        "Baku and Yerevan signed a ceasefire agreement on 10 May. Both sides broke it within days.",
        {"parties": {"azerbaijan", "armenia"}, "fate": "broken"},
    ),
    (
        "Iran and Iraq signed a peace accord in May 2014. Iraq walked away from the deal in 2015.",
        {"declared": "2014-05", "ended": "2015", "fate": "broken"},
    ),
    (
        "Iran and Iraq signed a peace accord in May 2014. Iraq pulled out of the accord in 2015.",
        {"declared": "2014-05", "ended": "2015", "fate": "broken"},
    ),
    (
        "Iran and Iraq signed a peace accord in May 2014. Oman said it had held.",
        {"declared": "2014-05", "fate": "holds"},
    ),
    (
        "Iran and Iraq signed an agreement in May 2014. Iran said it had stood by the agreement.",
        {"declared": "2014-05", "fate": "holds"},
    ),
    (
        "Iran and Iraq signed a peace accord in May 2014. Iraq has not abided by the accord.",
        {"declared": "2014-05", "fate": "broken"},
    ),
)
NONE = (
    "The government and teachers signed a deal on pay on Friday. It collapsed on Monday.",
    "Kabul kept its trade agreement of 2010. The 2010 trade agreement collapsed.",
    "The framework of the talks collapsed on Friday.",
)


@pytest.mark.parametrize(("text", "wanted"), PACTS)
def test_a_pact_with_its_fate(analyse: Analyse, text: str, wanted: dict[str, Any]) -> None:
    (one,) = find_truces(analyse(text))
    fields = {
        key: set(value) if isinstance(value, list) else value for key, value in one.fields.items()
    }
    assert {key: fields.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("text", NONE)
def test_no_pact_of_a_conflict(analyse: Analyse, text: str) -> None:
    assert find_truces(analyse(text)) == []
