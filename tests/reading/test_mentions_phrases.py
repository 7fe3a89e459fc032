"""Single phrases within short reports: whom each means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.reading.analysis import Analysis

CASES = [
    ("GAM's self-styled premier, Malik Adan, spoke.", "Malik Adan", "gam"),
    ("Peter Wako, who leads the Kenyan delegation, spoke. Wako left.", "Wako", "Peter Wako"),
    ("Amos Ndege, adviser of President Salva Kiir, spoke.", "Amos Ndege", "south_sudan"),
    ("Its leader, Amos Ndege of the Houthis, spoke.", "Amos Ndege", "houthis"),
    ("A Houthi official spoke. The rebels left.", "rebels", "houthis"),
    ("Pro-Russian separatists in Ukraine met.", "Pro-Russian separatists", "ukraine_separatists"),
    ("Syrian rebels rejected it.", "Syrian rebels", "syrian_opposition"),
    ("Hamas and Israel met. The Palestinian group left.", "Palestinian group", "hamas"),
    ("Hamas spoke. The group left.", "group", "hamas"),
    ("The Saudi-led coalition spoke. The coalition left.", "coalition", "saudi_led_coalition"),
    ("FARC leader Amos Ndege said his fighters agreed.", "fighters", "farc"),
    ("The war in Sudan goes on. The security forces left.", "security forces", "sudan"),
    ("The war in Sudan goes on. Officials in Khartoum spoke.", "Officials", ""),
    ("The conflict in Mali goes on. The president left.", "president", "Ibrahim Boubacar Keita"),
    ("Jordan's King Abdullah met his Egyptian counterpart.", "Egyptian counterpart", "egypt"),
    ("The Russians rejected the plan.", "Russians", "russia"),
    ("Talks with the Americans failed.", "Americans", "us"),
    ("Negotiators from Kenya and Uganda met. The two sides left.", "two sides", "kenya uganda"),
    ("Kenya's talks with Uganda failed. Both sides left.", "Both sides", "kenya uganda"),
    ("Talks between Kenya and Uganda failed. Neither side left.", "Neither side", "kenya uganda"),
    ("Officials from Kenya and Uganda said they would meet.", "they", "kenya uganda"),
    ("Kampala is ready for talks.", "Kampala", "uganda"),
    ("Kampala is under pressure.", "Kampala", "uganda"),
    ("Kampala is under siege.", "Kampala", ""),
    ("Pressure on Kampala grew.", "Kampala", "uganda"),
    ("They demand concessions from Kampala.", "Kampala", "uganda"),
    ("He pointed at Kampala.", "Kampala", "uganda"),
    ("He went to Kampala.", "Kampala", ""),
    ("Refugees from Uganda came.", "Uganda", ""),
    ("They feel contempt for Uganda.", "Uganda", "uganda"),
    ("They have no confidence in Uganda.", "Uganda", "uganda"),
    ("The position of Kampala is clear.", "Kampala", "uganda"),
    ("The road between Kampala and Nairobi is closed.", "Kampala", ""),
    ("They met in Kampala, Uganda.", "Uganda", ""),
]


@pytest.mark.parametrize(("text", "words", "meaning"), CASES)
def test_a_phrase_means(
    analyse: Callable[..., Analysis], text: str, words: str, meaning: str
) -> None:
    analysis = analyse(text)
    found = [one for one in analysis.mentions if analysis.text[one.start : one.end] == words]
    if not meaning:
        assert all(not one.parties and not one.people for one in found)
        return
    one = found[-1]
    assert meaning in (" ".join(sorted(one.parties)), " ".join(one.people))
