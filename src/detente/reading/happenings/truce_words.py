"""Words of truces and agreements: what they are called, how they come about and how they end."""

from __future__ import annotations

from detente.reading.happenings.wording import word_set

TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "lull", "cessation", "calm"})
PAUSES = frozenset({"pause", "halt", "respite", "moratorium"})
PAUSE_MARKS = word_set(
    "humanitarian fighting hostility operation strike airstrike bombing violence tactical"
)
PACTS = word_set("agreement accord deal pact treaty settlement protocol memorandum arrangement")
PACT_MARKS = word_set(
    """peace truce ceasefire cease-fire cessation power-sharing reconciliation disengagement
    armistice withdrawal de-escalation demobilisation demobilization disarmament hostage"""
)
"""Words that make a pact one about a conflict."""

PACT_VERBS = frozenset({"end", "halt", "stop", "cease", "pause", "de-escalate"})
"""Verbs of "a deal to end the war"."""

FIGHTING = word_set("war conflict fighting hostility violence bloodshed insurgency rebellion siege")

DECLARING = frozenset({"declare", "announce", "proclaim", "unveil"})
REACHING = word_set(
    """reach sign agree broker negotiate conclude strike clinch secure seal accept approve ratify
    finalise finalize initial mediate make hammer forge ink endorse adopt arrange extend renew
    restore"""
)
STARTING = word_set("begin start take enter come go hold last be remain stay continue survive")
COLLAPSING = word_set(
    """collapse break fail unravel crumble shatter falter founder disintegrate violate breach
    abandon scrap renege unilaterally rupture wreck undermine derail tear flout ignore bury void
    cancel fall end suspend"""
)
"""Verbs that break a truce, which is their subject or object; "break" also with "down"."""

EXPIRING = frozenset({"expire", "lapse", "end", "run", "elapse"})
HOLDING = frozenset({"hold", "last", "observe", "respect", "honour", "honor", "survive", "endure"})
REPLACING = frozenset({"replace", "supersede", "succeed"})
BREAKDOWNS = word_set(
    """violation breach collapse breakdown failure end expiry expiration unravelling unraveling
    rupture infringement"""
)
BROKERS = frozenset({"broker", "mediate", "negotiate", "facilitate", "arrange", "sponsor",
                     "guarantee"})  # fmt: skip
WISHING = word_set(
    """call urge propose demand want hope seek need ask suggest discuss push press plan offer
    refuse reject consider await expect debate favour favor pursue demand insist prepare explore
    try support doubt rule oppose require back appeal negotiate welcome"""
)
WISHES = word_set(
    """talk negotiation call hope need proposal push demand effort plan prospect discussion chance
    bid appeal attempt draft idea possibility road way path condition pressure offer framework
    roadmap initiative meeting draft text mechanism dialogue campaign consultation round vote
    resolution basis timetable term outline"""
)
PLURAL = frozenset({"past", "previous", "earlier", "several", "prior", "successive", "former",
                    "repeated", "two", "three", "many", "various", "both"})  # fmt: skip
WHO_BREAKS = frozenset(
    {"violate", "breach", "break", "abandon", "scrap", "flout", "ignore", "suspend"}
)
