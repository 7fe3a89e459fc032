"""Words of talks: what a round is called, what becomes of it, who sits there."""

from __future__ import annotations

from detente.reading.wordlists import words_of

NOUNS = words_of(
    """talk negotiation meeting round summit session conference dialogue consultation encounter
    discussion parley gathering"""
)
"""What a round of talks is called, as lemmas; "talk" only in the plural."""

WEAK = frozenset({"session", "conference", "encounter", "discussion", "gathering", "round"})
"""Nouns that mean talks only with somebody who takes part, or with a word of talks beside."""

GROUPS = frozenset({"round", "series", "session", "day", "set", "bout", "cycle", "resumption"})
"""Nouns that go before "of talks"."""

NOT_TALKS = words_of(
    """press news cabinet party party's parliamentary committee council family donor donors board
    staff training court emergency council commission closed-door election fund-raising media
    editorial"""
)
"""What makes a conference, meeting or session something else, right before the noun."""


SITTING = words_of(
    """hold have attend join begin start open resume conclude finish conduct enter continue
    complete end boycott schedule plan launch restart suspend cancel postpone skip leave quit
    abandon reopen"""
)
"""Verbs whose object can be a round and whose subject takes part."""

TAKING_PART = words_of(
    """meet sit gather arrive return come travel fly participate take engage convene agree go
    withdraw walk head send pull"""
)
"""Verbs with "talks" behind a preposition whose subject takes part."""

MEETING = frozenset({"meet", "negotiate", "confer", "parley", "sit"})
"""Verbs of meeting; "sit" only with "down"."""

INHERITING = frozenset({"talk", "negotiation", "consultation", "dialogue", "parley", "round"})
"""Nouns that mean the principals of a report where nobody else is named."""

LEADING = words_of(
    """led brokered mediated hosted sponsored backed facilitated chaired moderated convened
    supervised supported"""
)
"""Participles behind a hyphen before which the one stands who brings others together."""

TALKERS = words_of(
    """delegation envoy negotiator official commander leader minister president side party
    representative general rival foe enemy team adviser expert delegate chief diplomat
    mediator premier man"""
)
"""Plural nouns whose meeting is one of the principals where nobody else is named."""

NOT_MET = words_of(
    """demand need condition target deadline resistance goal challenge requirement criterion
    standard obligation expectation opposition fate death end"""
)

CLOSING = frozenset({"end", "conclude", "finish", "close", "complete", "wrap"})
JOINING = frozenset({"join", "attend"})
"""Verbs of those who come to a round that is known: "had joined the negotiations"."""
TRAVELLING = frozenset({"fly", "travel", "go", "return", "come", "arrive", "head"})
RESUMING = frozenset({"resume", "restart", "reconvene", "reopen", "continue"})
CONFIRMING = frozenset({"confirm", "finalise", "finalize"})
CANCELLING = frozenset({"cancel", "scrap", "abandon", "abort"})
POSTPONING = frozenset({"postpone", "delay", "defer", "reschedule"})
STOPPING = frozenset({"suspend", "adjourn", "interrupt", "halt", "boycott"})
SCHEDULING = words_of(
    "schedule plan set expect slate due agree propose arrange prepare intend announce"
)
RUNNING = frozenset({"continue", "proceed", "drag", "resume", "enter", "begin", "open", "start"})
ENDING = words_of(
    """end conclude fail collapse break finish close produce yield result lead stall founder falter
    succeed deadlock adjourn make achieve bring reach deliver unravel wrap flounder stalemate
    suspend"""
)
"""Verbs that tell the outcome of a round that is their subject."""

REACHING = words_of(
    """reach agree sign strike make clinch conclude achieve seal bridge overcome resolve settle
    pledge"""
)
"""Verbs that tell an outcome with the parties as their subject."""

RESULTS = words_of(
    """agreement deal breakthrough progress accord compromise result consensus stalemate impasse
    deadlock failure success understanding declaration solution roadmap settlement framework gap
    difference headway"""
)
FRUITLESS = words_of(
    """fruitless inconclusive useless failed unsuccessful successful abortive productive
    constructive deadlocked stalled"""
)
UNOFFICIAL = words_of(
    "unofficial unofficially informal informally unconfirmed backchannel back-channel"
)
FUTURE = frozenset({"next", "upcoming", "coming", "forthcoming", "planned", "scheduled", "future"})
ANAPHORIC = frozenset({"the", "this", "these", "both", "their", "its", "that", "those"})
ORDINALS = {
    "first": 1, "1st": 1, "inaugural": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
    "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8,
    "8th": 8, "ninth": 9, "9th": 9, "tenth": 10, "10th": 10, "11th": 11, "12th": 12, "13th": 13,
    "eleventh": 11, "twelfth": 12, "14th": 14, "15th": 15,
}  # fmt: skip

PRESIDENTS = (
    "president", "prime minister", "premier", "king", "emir", "sultan", "head of state",
    "heads of state", "leader of state", "chancellor", "crown prince", "taoiseach",
    "head of government", "heads of government", "monarch", "supreme leader",
)  # fmt: skip
MINISTERS = (
    "minister", "secretary of state", "foreign secretary", "ministers", "defence secretary",
    "defense secretary", "top diplomat", "secretary of defense",
)  # fmt: skip
MEDIATORS = ("mediator", "mediators", "mediated", "proximity talks", "shuttle", "go-between")
OFFICIALS = (
    "official", "officials", "delegation", "delegations", "negotiator", "negotiators", "expert",
    "experts", "envoy", "envoys", "representative", "representatives", "diplomat", "diplomats",
    "adviser", "advisers", "commander", "commanders", "ambassador", "ambassadors", "technical",
    "delegates", "generals", "spokesman",
)  # fmt: skip


def level_of_role(role: str) -> str:
    """Return the level at which someone of this office talks.

    >>> level_of_role("Secretary of State"), level_of_role("deputy foreign minister")
    ('ministers', 'officials')
    """
    text = role.lower()
    if any(word in text for word in ("deputy", "vice", "assistant", "envoy", "adviser", "former")):
        return "officials"
    if "prime minister" in text or text.startswith(("premier", "president")):
        return "presidents"
    if any(word in text for word in MINISTERS):
        return "ministers"
    if any(word in text.split() or (" " in word and word in text) for word in PRESIDENTS):
        return "presidents"
    return "officials"


def level_of_words(text: str) -> str | None:
    """Return the level that the words around a round tell, if any."""
    row = text.lower().replace("-", " ").replace("'s", " 's").split()
    joined = f" {' '.join(row)} "
    if any(f" {word} " in joined for word in MEDIATORS):
        return "mediator"
    if ("envoy" in row or "envoys" in row) and ("un" in row or "u.n." in row or "nations" in row):
        return "mediator"
    if "deputy" in row or "vice" in row:
        return "officials"
    if any(f" {word} " in joined or f" {word}s " in joined for word in PRESIDENTS):
        return "presidents"
    if any(f" {word} " in joined or f" {word}s " in joined for word in MINISTERS):
        return "ministers"
    if "leaders" in row:
        return "presidents"
    if any(f" {word} " in joined for word in OFFICIALS):
        return "officials"
    return None
