"""Words that give away that somebody says something, by what they do in saying it.

The lists are our own, ordered by the acts of the record; that speech is told by verbs with a
clause, a quote or an object of their own follows Quirk and others, *A Comprehensive Grammar of the
English Language* (1985), chapters 14 and 16.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from detente.reading.wordlists import words_of

Act = Literal[
    "say", "insist", "demand", "accuse", "refuse", "promise", "threaten", "praise", "doubt"
]

_SAY = words_of(
    "say tell add note state announce declare explain write tweet post report acknowledge "
    "admit concede confirm claim argue suggest hint indicate mention observe recall remark "
    "reply respond answer reveal disclose comment predict forecast estimate joke quip testify "
    "conclude inform brief signal propose recommend think believe hope expect fear feel deny "
    "ask inquire wonder describe caution warn assure remind boast lament speculate elaborate "
    "clarify interject tell read regret advise explain retort counter surmise opine telegraph "
    "repeat agree express voice consider anticipate worry"
)
_INSIST = words_of(
    "insist stress emphasise emphasize maintain reiterate underline underscore reaffirm "
    "assert contend affirm"
)
_DEMAND = words_of(
    "demand urge call request appeal press order require implore beg plead exhort petition"
)
_ACCUSE = words_of(
    "accuse blame charge criticise criticize condemn denounce fault slam blast decry lambast "
    "rebuke deplore allege complain protest castigate chide reproach deride berate assail "
    "bemoan fume ridicule"
)
_REFUSE = words_of("refuse reject decline dismiss rebuff spurn oppose")
_PROMISE = words_of("promise pledge vow commit guarantee undertake swear offer")
_PRAISE = words_of("praise welcome hail laud applaud commend thank congratulate salute")
_DOUBT = words_of("doubt question")

_ACTS: tuple[tuple[Act, frozenset[str]], ...] = (
    ("say", _SAY),
    ("insist", _INSIST),
    ("demand", _DEMAND),
    ("accuse", _ACCUSE),
    ("refuse", _REFUSE),
    ("promise", _PROMISE),
    ("threaten", words_of("threaten")),
    ("praise", _PRAISE),
    ("doubt", _DOUBT),
)

VERBS: Mapping[str, Act] = {lemma: act for act, lemmas in _ACTS for lemma in lemmas}
"""Act of each verb, before what is said is looked at."""

SHARED = words_of("show find see know want mean read call")
"""Verbs that tell speech only with a person or a paper as subject, and a clause."""

WITH_OBJECT = (
    _ACCUSE
    | _PRAISE
    | _DOUBT
    | words_of(
        "reject dismiss rebuff spurn oppose refuse demand request promise pledge offer guarantee "
        "announce threaten propose deny decline confirm admit acknowledge declare reiterate "
        "reaffirm stress emphasise emphasize underline underscore predict claim fear express "
        "voice repeat regret recommend advise suggest signal"
    )
)
"""Verbs whose object alone can be what is said."""

NAMING = words_of("call describe label brand dub characterise characterize portray")
"""Verbs that speak by giving something a name."""

NEEDS_PEER = words_of("charge fault press order require commit counter")
"""Verbs of many senses: speech only if they are addressed to somebody."""

ADDRESSED = words_of(
    "tell accuse blame charge criticise criticize urge ask warn thank praise assure inform "
    "remind promise threaten press order implore beg exhort petition brief advise caution "
    "chide rebuke castigate reproach berate commend congratulate request applaud fault slam "
    "blast condemn denounce lambast want offer hail laud welcome assail deride"
)
"""Verbs whose object can be the one spoken to or of."""

PARTICLES: Mapping[tuple[str, str], Act] = {
    ("rule", "out"): "refuse",
    ("turn", "down"): "refuse",
    ("hit", "out"): "accuse",
    ("lash", "out"): "accuse",
    ("shrug", "off"): "refuse",
    ("brush", "aside"): "refuse",
    ("brush", "off"): "refuse",
    ("point", "out"): "say",
    ("spell", "out"): "say",
}
"""Verbs that are speech with a particle."""

IDIOMS: Mapping[tuple[str, str], Act] = {
    ("point", "finger"): "accuse",
    ("lay", "blame"): "accuse",
    ("put", "blame"): "accuse",
    ("pin", "blame"): "accuse",
    ("cast", "doubt"): "doubt",
    ("throw", "doubt"): "doubt",
    ("pour", "cold water"): "doubt",
    ("take", "aim"): "accuse",
    ("pay", "tribute"): "praise",
}
"""Verbs that are speech with this object."""

_NOUNS: tuple[tuple[Act, frozenset[str]], ...] = (
    (
        "accuse",
        words_of(
            "accusation allegation condemnation denunciation criticism complaint recrimination"
        ),
    ),
    ("demand", words_of("demand call appeal request plea")),
    ("insist", words_of("insistence assertion")),
    ("refuse", words_of("refusal rejection")),
    ("promise", words_of("pledge promise vow offer assurance guarantee")),
    ("threaten", words_of("threat warning")),
    ("praise", words_of("praise")),
    ("doubt", words_of("doubt scepticism skepticism")),
    (
        "say",
        words_of(
            "claim denial announcement statement declaration admission belief hope fear concern "
            "regret view argument contention suggestion comment remark confidence optimism"
        ),
    ),
)
NOUNS: Mapping[str, Act] = {lemma: act for act, lemmas in _NOUNS for lemma in lemmas}
"""Act of each noun."""

STRONG_NOUNS = words_of(
    "accusation allegation condemnation denunciation criticism recrimination demand call "
    "appeal request plea insistence refusal rejection pledge promise vow offer assurance "
    "threat warning assertion claim denial"
)
"""Nouns that are speech with an owner alone; the others only with a clause or a verb of saying."""

LIGHT = words_of(
    "express voice issue make raise repeat renew reiterate give offer level deliver put trade "
    "exchange cast hurl fling share swap air convey"
)
"""Verbs that add nothing to the noun of speech that is their object."""

ADJECTIVES: Mapping[str, Act] = {
    "sceptical": "doubt", "skeptical": "doubt", "doubtful": "doubt", "pessimistic": "doubt",
    "dubious": "doubt", "unconvinced": "doubt", "adamant": "insist", "confident": "say",
    "convinced": "say", "optimistic": "say", "hopeful": "say", "certain": "say", "sure": "say",
    "concerned": "say", "worried": "say", "critical": "accuse", "clear": "insist",
}  # fmt: skip
"""Act of each adjective of attitude."""

PAPERS = words_of(
    "statement report communique communiqué letter tweet post document study survey poll "
    "paper declaration message memo article editorial cable source review note filing text "
    "broadcast investigation inquiry email e-mail transcript indictment complaint lawsuit "
    "ruling treaty resolution constitution bill draft"
)
"""What speaks in somebody's name."""

PUBLIC = words_of(
    "reporter journalist correspondent tv television radio newspaper agency magazine news "
    "crowd interviewer audience anchor parliament lawmaker press media cabinet rally "
    "conference viewer congress assembly paper station broadcaster cnn bbc reuters times post "
    "journal guardian afp troop soldier supporter follower voter delegate tass xinhua "
    "interfax npr nbc abc cbs msnbc al-jazeera jazeera"
)
"""Those who are spoken to but not addressed."""

VIOLENCE = words_of(
    "attack strike retaliate punish bomb invade destroy crush kill avenge hit target expel "
    "block veto boycott suspend quit sanction annihilate eliminate shoot burn wipe escalate "
    "resume storm flatten pay regret"
)
"""Verbs of what is threatened."""

HARM = words_of(
    "attack strike war revenge retaliation consequence response force sanction offensive "
    "bloodshed reprisal fire hell price"
)
"""Nouns of what is threatened."""

BREACH = words_of(
    "violate breach break sabotage undermine renege obstruct lie cheat betray shell derail "
    "provoke stall"
)
"""Verbs of what somebody is accused of."""

UNLIKELY = words_of(
    "difficult hard unlikely doubtful impossible slim remote sceptical skeptical pessimistic "
    "bleak dim improbable uncertain unrealistic premature"
)
"""Words that doubt."""
