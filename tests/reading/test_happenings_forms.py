"""Ways of telling talks, truces, events and support that reports use less often."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from detente.reading.analysis import Analysis
from detente.reading.happenings import find_events, find_support, find_talks, find_truces

Analyse = Callable[..., Analysis]
FINDERS = {"T": find_talks, "A": find_truces, "E": find_events, "U": find_support}
FORMS: list[tuple[str, str, dict[str, Any] | None]] = [
    (
        "The rebels, backed by Iran and other allies (Iraq and Syria), took Homs in May.",
        "U",
        {"by": ["iran", "iraq", "syria"], "to": ["rebels"], "what": "backed"},
    ),
    ("The United States urged Israel and Hamas to meet in Cairo on Friday.", "T", None),
    (
        "Talks between Israel and Hamas, mediated by Egypt and hosted in Cairo, resumed on Sunday.",
        "T",
        {"parties": ["israel", "hamas"], "from": "2016-09-04", "status": "under way"},
    ),
    (
        "Hundreds of soldiers were killed by Russia in Ukraine in May.",
        "E",
        {
            "by": ["russia"],
            "place": "Ukraine",
            "plover": "ASSAULT",
            "what": "Hundreds of soldiers were killed",
        },
    ),
    (
        "The truce between Israel and Hamas has been violated.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "broken"},
    ),
    (
        "Iran and Iraq signed up to a ceasefire.",
        "A",
        {"parties": ["iran", "iraq"], "fate": "unknown"},
    ),
    ("Talks between Turkey and Greece in Izmir did not produce an agreement.", "T", None),
    (
        "Turkey and Greece met in Izmir and failed to agree (again) on gas.",
        "T",
        {
            "parties": ["turkey", "greece"],
            "place": "Izmir",
            "status": "held",
            "outcome": "failed to agree",
        },
    ),
    (
        "Turkey and Greece met in Izmir but failed to agree on gas, oil, or borders.",
        "T",
        {
            "parties": ["turkey", "greece"],
            "place": "Izmir",
            "status": "held",
            "outcome": "failed to agree on gas",
        },
    ),
    (
        "An earlier truce between Israel and Hamas began in March. The truce collapsed in April.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "broken", "ended": "2016-04"},
    ),
    (
        "Russia and Turkey met on the sidelines of a conference in the city of Sochi on Monday.",
        "T",
        {"parties": ["russia", "turkey"], "place": "Sochi", "from": "2016-09-05", "status": "held"},
    ),
    (
        "Turkish officials met Greek officials in the port of Izmir on Monday.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Izmir", "from": "2016-09-05", "status": "held"},
    ),
    (
        "Turkish and Greek officials met in the Izmir resort of Cesme on Monday.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Cesme", "from": "2016-09-05", "status": "held"},
    ),
    (
        "Israel opened fire on Hamas in Gaza.",
        "E",
        {
            "by": ["israel"],
            "to": ["hamas"],
            "place": "Gaza",
            "plover": "ASSAULT",
            "what": "opened fire",
        },
    ),
    (
        "Russia dispatched troops to Syria in May.",
        "E",
        {"by": ["russia"], "plover": "MOBILIZE", "what": "dispatched troops"},
    ),
    (
        "The rebels took hostages in Homs.",
        "E",
        {"by": ["rebels"], "to": ["hostages"], "plover": "ASSAULT", "what": "took hostages"},
    ),
    (
        "Ukraine agreed to a cease-fire with Russia on Monday.",
        "A",
        {"parties": ["russia", "ukraine"], "fate": "unknown", "declared": "2016-09-05"},
    ),
    (
        "Turkey was going to attack Syria.",
        "E",
        {"by": ["turkey"], "to": ["syria"], "plover": "ASSAULT", "what": "attack Syria"},
    ),
    (
        "Turkey is going to attack Syria.",
        "E",
        {"by": ["turkey"], "to": ["syria"], "plover": "ASSAULT", "what": "attack Syria"},
    ),
    (
        (
            "The third round of talks between Turkey and Greece opened in Izmir on Monday. "
            "Mevlut Cavusoglu said the third round would last two days."
        ),
        "T",
        {
            "parties": ["turkey", "greece"],
            "place": "Izmir",
            "from": "2016-09-05",
            "status": "under way",
        },
    ),
    ("Turkey and Greece have confirmed no date for talks in Izmir on 20 September.", "T", None),
    (
        "Turkey and Greece had held talks in Izmir.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Izmir", "status": "held"},
    ),
    (
        "Iran's proxy Hezbollah attacked Israel in May.",
        "E",
        {"by": ["hezbollah"], "to": ["israel"], "plover": "ASSAULT", "what": "attacked Israel"},
    ),
    ("Support groups for Syria met.", "T", None),
    ("Russia called for support for Syria.", "T", None),
    ("Iranian support for the Syrian peace plan is weak.", "T", None),
    ("Ukraine appealed for support from Turkey for Syria.", "T", None),
    (
        "UN talks on Syria were held in Geneva on Monday.",
        "T",
        {"place": "Geneva", "from": "2016-09-05", "status": "held"},
    ),
    (
        "One day of talks between Turkey and Greece ended on Friday.",
        "T",
        {"parties": ["turkey", "greece"], "from": "2016-09-02", "status": "held"},
    ),
    (
        "Turkey and Greece met in Izmir after a war had broken out in March.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Izmir", "status": "held"},
    ),
    (
        "A ceasefire agreement between Israel with Hamas was signed with Egypt.",
        "A",
        {"parties": ["israel", "hamas", "egypt"], "fate": "unknown"},
    ),
    (
        "The ceasefire was agreed on Monday between Israel and Hamas.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "unknown", "declared": "2016-09-05"},
    ),
    (
        "Egypt announced a ceasefire between Israel and Hamas on Monday.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "unknown", "declared": "2016-09-05"},
    ),
    (
        "An Egypt - brokered truce between Israel and Hamas began on Monday.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "unknown", "brokered_by": ["egypt"]},
    ),
    (
        "The end of the truce between Israel and Hamas came on Friday.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "expired", "ended": "2016-09-02"},
    ),
    ("Efforts to reach a truce between Israel and Hamas failed.", "T", None),
    ("Hezbollah is a proxy of Iran.", "U", {"by": ["iran"], "to": ["hezbollah"], "what": "proxy"}),
    (
        "Syria's government enjoys support from Russia.",
        "U",
        {"by": ["russia"], "to": ["syria"], "what": "support"},
    ),
    ("Iran called for support for the Houthis.", "T", None),
    (
        "The Houthis receive weapons from Iran.",
        "U",
        {"by": ["iran"], "to": ["houthis"], "what": "weapons"},
    ),
    (
        "Israel and Hamas declared a truce on 5 May. Israel and Hamas declared a truce on 20 May.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "unknown", "declared": "2016-05-05"},
    ),
    (
        "Israel and Hamas declared a truce on 5 May. Israel and Hamas declared a truce on 20 May.",
        "A",
        {"parties": ["israel", "hamas"], "fate": "unknown", "declared": "2016-05-20"},
    ),
    (
        "Turkey and Greece met in the village of Evros, in the hotel of the port.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Evros", "status": "held"},
    ),
    (
        "Turkey plans talks with Greece in Izmir on 20 September.",
        "T",
        {
            "parties": ["greece", "turkey"],
            "place": "Izmir",
            "from": "2016-09-20",
            "status": "scheduled",
        },
    ),
    (
        "Current talks between Turkey and Greece in Izmir are tense.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Izmir", "status": "under way"},
    ),
    (
        "Turkey and Greece are negotiating in Izmir.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Izmir", "status": "under way"},
    ),
    (
        "Talks between Turkey and Greece are being held in Izmir.",
        "T",
        {"parties": ["turkey", "greece"], "place": "Izmir", "status": "under way"},
    ),
    (
        "A meeting between Turkey and Greece in Izmir on 20 September has not been confirmed.",
        "T",
        {
            "parties": ["turkey", "greece"],
            "place": "Izmir",
            "from": "2016-09-20",
            "status": "unofficial",
        },
    ),
    (
        (
            "The US envoy and the mediators met Turkish and Greek negotiators for talks in "
            "Izmir on Monday."
        ),
        "T",
        {
            "parties": ["us", "turkey", "greece"],
            "place": "Izmir",
            "from": "2016-09-05",
            "status": "held",
        },
    ),
    (
        "Troops of Russia and Belarus, who invaded Ukraine, were repelled.",
        "E",
        {
            "by": ["russia", "belarus"],
            "to": ["ukraine"],
            "plover": "ASSAULT",
            "what": "invaded Ukraine",
        },
    ),
    (
        "Russia was accused by Ukraine of shelling Kharkiv.",
        "E",
        {"by": ["russia"], "place": "Kharkiv", "plover": "ASSAULT", "what": "shelling Kharkiv"},
    ),
    (
        "Turkey stopped Greece from arming Cyprus.",
        "U",
        {"by": ["greece"], "to": ["cyprus"], "what": "arming"},
    ),
    (
        "Israel ignored the ceasefire in May. The ceasefire was not replaced.",
        "A",
        {"parties": ["israel"], "fate": "broken", "ended": "2016-05"},
    ),
    ("Hamas refused to give up the truce with Israel.", "T", None),
]


def fits(fields: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(fields.get(key) == value for key, value in wanted.items())


@pytest.mark.parametrize(("text", "kind", "wanted"), FORMS)
def test_forms(text: str, kind: str, wanted: dict[str, Any] | None, analyse: Analyse) -> None:
    found = [one.fields for one in FINDERS[kind](analyse(text))]
    if wanted is None:
        assert found == []
    else:
        assert sum(fits(one, wanted) for one in found) == 1, found


def test_a_truce_and_the_next_stay_two(analyse: Analyse) -> None:
    old, new = find_truces(
        analyse(
            "A truce between Israel and Hamas expired on 1 March. "
            "Israel and Hamas declared a new truce on 5 May 2016."
        )
    )
    assert (old.fields["fate"], old.fields["ended"]) == ("expired", "2016-03-01")
    assert new.fields["declared"] == "2016-05-05"
    assert new.fields["fate"] == "unknown"


def test_a_round_that_is_joined_later_is_no_other(analyse: Analyse) -> None:
    text = (
        "Iran and the United States opened talks in Vienna on Friday. "
        "Sergei Lavrov joined the talks on Sunday."
    )
    (one,) = find_talks(analyse(text))
    assert one.fields["from"] == "2016-09-02"
    assert one.fields["parties"] == ["iran", "us"]


def test_talks_that_resume_later_are_another_round(analyse: Analyse) -> None:
    text = "Talks between Chad and Mali were adjourned on 1 August and will resume on 9 October."
    first, second = find_talks(analyse(text))
    assert first.fields["status"] == "held"
    assert (second.fields["from"], second.fields["status"]) == ("2016-10-09", "scheduled")
    assert second.fields["parties"] == ["chad", "mali"]


def test_a_very_long_sentence_is_not_read(analyse: Analyse) -> None:
    text = "Russia met Syria and Iran bombed Iraq with Russian support and the truce of " * 60
    analysis = analyse(text)
    assert max(len(one.words) for one in analysis.sentences) > 300
    assert list(analysis.readable()) == []
    for find in FINDERS.values():
        assert find(analysis) == []
