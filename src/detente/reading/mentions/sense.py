"""Whether the name of a country or a city means its government here, or the place.

The rules look at the word on which the name hangs: "in Damascus" and "bombed Damascus" are places,
"Damascus said", "between Washington and Moscow" and "pressure on Tehran" are governments. Where
nothing tells, a country is a party and a city is a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.mentions.lexicon import (
    AT_SOMEBODY,
    MOTION,
    PLACED_NOUNS,
    PLACING,
    TOPICS,
    TWO_SIDED,
)
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRUST = words_of("confidence trust interest faith belief mistrust distrust stake interests")
_PATHS = words_of("road route flight flights distance train highway kilometres miles bus")
_JOURNEYS = words_of("""
    visit visits trip return flight flights travel journey access way road route ambassador
    delivery deliveries exile shipment shipments deployment convoy convoys passage entry
    tour transfer exports envoy
    envoys ambassadors mission mediator emissary
    """)
_DEPARTURES = words_of("""
    refugee refugees withdrawal troops return exit reporter correspondent people evacuation flight
    exodus migrants departure retreat pullout forces exiles kilometres miles km scenes images
    """)
_LEAVING = words_of("""
    flee return withdraw come travel arrive fly expel evacuate report live pull retreat escape go
    drive emerge deport hail import
    """)
_ISSUED = words_of("""
    support pressure statement statements signal signals approval demand demands response help aid
    backing assurances guarantees order orders offer reaction criticism message messages weapons
    arms call calls denial word threat threats agreement consent permission blessing recognition
    commitments permission pledge pledges proposal concession concessions commitment
    """)
_SOUGHT = words_of("demand seek get receive want obtain win expect secure hear require")
_BORN = words_of("""
    support position backing help side allies ally view approval stance demands policy part behalf
    hands interests proxies influence pressure role aims patience envoy representatives blessing
    refusal decision intentions enemy friend enemies friends rejection insistence acceptance
    envoys delegates delegation delegations negotiators emissaries diplomats governments
    """)
_LAND = TOPICS | words_of("""
    part parts half most much areas rest heart occupation map control centre center outskirts
    suburb fall siege streets edge capture bombardment bombing shelling whole swathes state name
    status future
    """)
_PRESSED = words_of("""
    pressure sanction sanctions attack attacks embargo demand demands war assault blame finger
    strikes strike influence leverage reliance dependence ultimatum dependent reliant
    """)
_AIMED = words_of("point aim direct lash hit rage finger anger fury swipe accusation gun")
_GIVEN = words_of("""
    support backing victory blow message threat praise concession defeat setback boost gift win
    warning contempt sympathy admiration loss losses gains guarantees humiliation
    """)
_MEETINGS = words_of(
    "talks conference summit meeting round agreement accord accords process declaration protocol"
)
_STRUCK = words_of("siege attack fire control bombardment curfew ruins flames hands chaos range")
_BEFALLING = words_of("""
    fall lie burn shake wake suffer witness erupt explode see celebrate awake mourn sleep empty
    stretch house sit starve brace
    """)
_SHOOTING = words_of("fire launch shoot lob throw hurl")
_SHOTS = words_of(
    "rocket rockets missile missiles drone drones mortars shells fire strike strikes raid"
)
_STRIKING = words_of("bomb shell attack strike hit storm raid bombard besiege")
"""Of a country what is struck is the party; of a city the place."""

_SENDING = words_of("send dispatch ship deliver carry take")
_SENT = frozenset({"dobj", "nsubjpass"})
_TRAVELLERS = words_of("""
    troops soldiers forces fighters advisers envoy envoys delegation team men monitors peacekeepers
    diplomats minister mission observers mercenaries negotiators police
    """)
_SHUTTLING = MOTION | frozenset({"shuttle", "commute"})
_SUMMONING = frozenset({"invite", "summon", "lure", "airlift"})
_STANDING_IN = frozenset({"speak", "sign", "act", "negotiate", "vote", "answer", "spy"})
_BORDERS = frozenset({"border", "frontier", "borders"})
_BEING = frozenset({"be", "become", "seem", "appear", "look", "feel"})


def is_place(token: Token, city: bool) -> bool:
    """Tell whether the name headed by `token` means a place.

    Parameters
    ----------
    city : bool
        Whether it is a capital; a country is taken for a party more easily.
    """
    top = token
    for _ in range(8):
        if top.dep_ != "conj":
            break
        top = top.head
    role, head = top.dep_, top.head
    if role in ("nsubj", "nsubjpass", "csubj"):
        return city and not _acts(top, role)
    if role == "poss":
        return head.lower_ in PLACED_NOUNS - _MEETINGS or (city and head.lower_ in TOPICS)
    if role in ("compound", "nmod", "amod"):
        return _locates(top, head, city)
    if role == "pobj":
        return _after(head, city)
    if role in ("dobj", "dative", "oprd", "advmod", "npadvmod"):
        verb = head.lemma_.lower()
        if verb in AT_SOMEBODY:
            return False
        return city or verb in MOTION - _STRIKING
    if role == "appos":
        return _beside(top, head, city)
    if role in ("attr", "agent"):
        return False
    return city


def _acts(token: Token, role: str) -> bool:
    """Tell whether the subject does what only a government does."""
    verb = token.head
    lemma = verb.lemma_.lower()
    if role == "nsubjpass":
        return lemma in AT_SOMEBODY
    if lemma in _BEING:
        return any(
            child.dep_ in ("acomp", "attr", "ccomp", "xcomp")
            or (child.dep_ == "prep" and not any(one.lower_ in _STRUCK for one in child.children))
            for child in verb.children
        )
    return lemma not in _BEFALLING


def _locates(token: Token, head: Token, city: bool) -> bool:
    """Tell whether a name before a noun says where."""
    noun = head.lower_
    if noun in PLACED_NOUNS or noun in TOPICS:
        return True
    return city and noun not in _ISSUED and noun not in _BORN


def _beside(token: Token, head: Token, city: bool) -> bool:
    """Tell whether a name in apposition says where its head lies: "Hangzhou, China"."""
    if head.ent_type_ in ("GPE", "LOC", "FAC"):
        opened = token.i > 0 and token.nbor(-1).text == ","
        return opened or city
    return city and head.lower_ not in ("allies", "ally", "powers", "backers", "governments")


def _after(prep: Token, city: bool) -> bool:
    """Tell whether a name after a preposition is a place."""
    word, over = prep.lower_, prep.head
    noun, lemma = over.lower_, over.lemma_.lower()
    verbal = over.pos_ in ("VERB", "AUX")
    if word in PLACING:
        return not (word in ("in", "into") and noun in _TRUST)
    if word == "between":
        if verbal:
            return city and lemma in _SHUTTLING
        return noun in _PATHS or (city and noun not in TWO_SIDED)
    if word in ("with", "by", "against", "like", "unlike", "than", "as", "despite", "without"):
        return noun in _BORDERS or (prep.i > 0 and prep.nbor(-1).lower_ in _BORDERS)
    if word == "to":
        if lemma in _SENDING:
            sent = {child.lower_ for child in over.children if child.dep_ in _SENT}
            return not sent & _ISSUED if city else bool(sent & _TRAVELLERS)
        return lemma in MOTION | _SUMMONING or noun in _JOURNEYS
    if word == "from":
        if city:
            return not (noun in _ISSUED or (verbal and lemma in _SOUGHT))
        return noun in _DEPARTURES or (verbal and lemma in _LEAVING)
    if word == "of":
        return noun not in _BORN if city else noun in _LAND
    if word == "on":
        return noun not in _PRESSED and not (
            verbal
            and (
                lemma in ("press", "call", "impose", "rely")
                or any(child.dep_ == "dobj" and child.lower_ in _PRESSED for child in over.children)
            )
        )
    if word == "at":
        shot = not city and (lemma in _SHOOTING or noun in _SHOTS)
        return not shot and noun not in _AIMED and lemma not in _AIMED
    if word == "for":
        return not (noun in _GIVEN or (verbal and (not city or lemma in _STANDING_IN)))
    if word in ("about", "over", "regarding", "concerning"):
        return True
    return city
