"""Words of truces and agreements: what they are called, how they come about and how they end."""

from __future__ import annotations

from detente.reading.wordlists import words_of

TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "lull", "cessation", "calm"})
PAUSES = frozenset({"pause", "halt", "respite", "moratorium"})
PAUSE_MARKS = words_of(
    "humanitarian fighting hostility operation strike airstrike bombing violence tactical"
)
PACTS = words_of("agreement accord deal pact treaty settlement protocol memorandum arrangement")
PACT_MARKS = words_of(
    """peace truce ceasefire cease-fire cessation power-sharing reconciliation disengagement
    armistice withdrawal de-escalation demobilisation demobilization disarmament hostage"""
)
"""Words that make a pact one about a conflict."""

PACT_VERBS = words_of(
    "end halt stop cease pause de-escalate silence exchange swap free release share withdraw"
)
"""Verbs of "a deal to end the war"."""

FIGHTING = words_of(
    """war conflict fighting hostility violence bloodshed insurgency rebellion siege gun prisoner
    detainee captive hostage power troop weapon"""
)
PACKAGES = frozenset({"declaration", "package", "framework", "charter", "document"})
"""Papers that are agreements only when signed."""
SIGNING = frozenset({"sign", "initial", "ink", "conclude", "seal", "clinch"})
"""Verbs that make an agreement of two parties one worth recording, whatever it is about."""
OF_TRADE = words_of(
    """trade investment loan business commercial cooperation purchase sale tourism export marriage
    pay wage salary labour labor fishing tax tariff film aviation"""
)
FOLLOWING = frozenset({"follow", "answer", "respond", "reply", "reciprocate"})
"""Verbs of "answered with a ceasefire of its own"."""
KEEPING = frozenset({"observe", "respect", "honour", "honor", "extend", "renew", "prolong"})
"""Verbs of "agreed to observe a ceasefire"."""
OTHERS = words_of("previous earlier former prior past first second third last another new fresh")
"""Words that set one truce apart from another."""

DECLARING = frozenset({"declare", "announce", "proclaim", "unveil"})
REACHING = words_of(
    """reach sign agree broker negotiate conclude strike clinch secure seal accept approve ratify
    finalise finalize initial mediate make hammer forge ink endorse adopt arrange extend renew
    restore"""
)
COLLAPSING = words_of(
    """collapse break fail unravel crumble shatter falter founder disintegrate violate breach
    abandon scrap renege unilaterally rupture wreck undermine derail tear flout ignore bury void
    cancel fall end suspend"""
)
"""Verbs that break a truce, which is their subject or object; "break" also with "down"."""

EXPIRING = frozenset({"expire", "lapse", "end", "run", "elapse"})
HOLDING = frozenset({"hold", "last", "observe", "respect", "honour", "honor", "survive", "endure"})
ABIDING = frozenset({("keep", "object"), ("stand", "by"), ("abide", "by"), ("adhere", "to"),
                     ("stick", "to"), ("comply", "with")})  # fmt: skip
"""Verbs of keeping one's word, with what the agreement is to each."""
LEAVING = frozenset({("withdraw", "from"), ("walk", "from"), ("renounce", "object"),
                     ("repudiate", "object"), ("quit", "object"), ("pull", "of")})  # fmt: skip
"""Verbs of leaving an agreement."""
REPLACING = frozenset({"replace", "supersede", "succeed"})
BREAKDOWNS = words_of(
    """violation breach collapse breakdown failure end expiry expiration unravelling unraveling
    rupture infringement"""
)
BROKERS = frozenset({"broker", "mediate", "negotiate", "facilitate", "arrange", "sponsor",
                     "guarantee"})  # fmt: skip
WISHING = words_of(
    """call urge propose demand want hope seek need ask suggest discuss push press plan offer
    refuse reject consider await expect debate favour favor pursue demand insist prepare explore
    try support doubt rule oppose require back appeal negotiate welcome"""
)
WISHES = words_of(
    """talk negotiation call hope need proposal push demand effort plan prospect discussion chance
    bid appeal attempt draft idea possibility road way path condition pressure offer framework
    roadmap initiative meeting draft text mechanism dialogue campaign consultation round vote
    resolution basis timetable term outline"""
)
WHO_BREAKS = frozenset(
    {"violate", "breach", "break", "abandon", "scrap", "flout", "ignore", "suspend"}
)
