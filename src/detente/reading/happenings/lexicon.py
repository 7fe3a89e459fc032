"""Verbs and nouns by event type, written from the definitions of the PLOVER ontology.

Sixteen types (Open Event Data Alliance; Halterman et al. 2023). Two decisions where words and
codebook pull apart: to impose sanctions is SANCTION, as analysts call it; to sign or ratify is
SUPPORT, as the codebook has it.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.wordlists import words_of


def _table(**rows: str) -> Mapping[str, str]:
    return {word: kind for kind, row in rows.items() for word in row.split()}


VERBS = _table(
    AGREE="agree pledge promise vow undertake offer consent commit volunteer accept",
    CONSULT="""meet negotiate consult discuss confer visit talk mediate host telephone phone convene
        parley""",
    SUPPORT="""endorse praise welcome hail applaud commend defend recognise recognize ratify sign
        support apologise apologize back forgive congratulate laud salute thank initial""",
    CONCEDE="""yield concede relent acquiesce compromise reinstate legalise legalize resign
        abdicate""",
    COOPERATE="cooperate co-operate collaborate trade coordinate share",
    AID="""donate arm finance fund supply equip subsidise subsidize shelter feed evacuate
        resettle rearm bankroll treat aid assist train""",
    RETREAT="""withdraw retreat release free disarm demobilise demobilize surrender repatriate
        disband de-escalate unblock decommission pull-out demilitarise demilitarize""",
    REQUEST="""demand call urge ask request appeal insist exhort implore beg press plead""",
    ACCUSE="""accuse blame condemn denounce criticise criticize charge decry deplore investigate
        lambast indict slam blast fault chide castigate sue convict probe""",
    REJECT="""reject refuse decline veto rebuff defy spurn dismiss deny oppose snub violate breach
        flout""",
    THREATEN="threaten warn menace",
    PROTEST="""protest demonstrate rally riot picket march""",
    SANCTION="""sanction boycott embargo blacklist expel suspend recall sever""",
    MOBILIZE="mobilise mobilize deploy redeploy mass reinforce amass conscript",
    COERCE="""arrest detain jail imprison seize occupy confiscate blockade besiege encircle deport
        ban censor outlaw evict annex capture impound intern banish
        intercept expropriate raid demolish siege""",
    ASSAULT="""attack bomb bombard shell strike assault kill murder assassinate massacre execute
        ambush abduct kidnap torture rape invade storm shoot behead hijack slaughter stab wound
        injure bombed airstrike overrun clash fight battle destroy raze torch strafe
        pound torpedo gas maim mortar shot burn recapture retake fire
        conquer sink ram scuttle""",
)
"""Types by the lemma of a verb."""

PARTICLES: Mapping[tuple[str, str], str] = {
    ("pull", "out"): "RETREAT", ("pull", "back"): "RETREAT", ("back", "down"): "CONCEDE",
    ("back", "off"): "RETREAT", ("lay", "down"): "RETREAT", ("hand", "over"): "RETREAT",
    ("give", "up"): "RETREAT", ("give", "in"): "CONCEDE", ("step", "down"): "CONCEDE",
    ("set", "free"): "RETREAT", ("let", "go"): "RETREAT", ("stand", "down"): "RETREAT",
    ("break", "off"): "SANCTION", ("call", "off"): "SANCTION", ("cut", "off"): "SANCTION",
    ("walk", "out"): "SANCTION", ("pull", "of"): "SANCTION", ("call", "up"): "MOBILIZE",
    ("round", "up"): "COERCE", ("lock", "up"): "COERCE", ("blow", "up"): "ASSAULT",
    ("shoot", "down"): "ASSAULT", ("open", "fire"): "ASSAULT", ("call", "for"): "REQUEST",
    ("call", "on"): "REQUEST", ("rule", "out"): "REJECT", ("turn", "down"): "REJECT",
    ("gun", "down"): "ASSAULT", ("push", "back"): "ASSAULT", ("drive", "out"): "ASSAULT",
    ("hit", "back"): "ASSAULT", ("side", "with"): "SUPPORT",
    ("move", "into"): "MOBILIZE", ("take", "prisoner"): "COERCE", ("take", "hostage"): "ASSAULT",
    ("trade", "blame"): "ACCUSE", ("trade", "accusation"): "ACCUSE",
    ("seal", "off"): "COERCE", ("trade", "fire"): "ASSAULT", ("exchange", "fire"): "ASSAULT",
}  # fmt: skip
"""Types by a verb and the word that goes with it."""

NOUNS = _table(
    AGREE="pledge promise commitment",
    CONSULT="talk negotiation meeting consultation visit summit mediation",
    SUPPORT="endorsement praise ratification recognition",
    CONCEDE="concession amnesty",
    COOPERATE="cooperation exercise manoeuvre maneuver drill swap exchange",
    AID="""aid assistance relief convoy airdrop airlift donation weapon arm ammunition
        munition asylum loan grant funding missile supply food medicine fund shipment""",
    RETREAT="""withdrawal retreat release pullout pull-out pullback disarmament demobilisation
        demobilization surrender repatriation evacuation""",
    REQUEST="demand appeal request plea",
    ACCUSE="accusation condemnation criticism investigation indictment probe lawsuit",
    REJECT="refusal rejection veto",
    THREATEN="threat ultimatum",
    PROTEST="protest demonstration riot march rally unrest sit-in",
    SANCTION="sanction embargo boycott expulsion tariff",
    MOBILIZE="mobilisation mobilization deployment build-up buildup reinforcement",
    COERCE="""arrest detention siege blockade occupation annexation curfew crackdown seizure
        deportation raid capture incursion""",
    ASSAULT="""attack airstrike air-strike strike bombing bombardment shelling offensive assault
        raid massacre killing assassination ambush abduction kidnapping execution invasion clash
        barrage rocket counteroffensive counter-offensive fighting incursion artillery
        murder shooting rape blast bomb shell fire air-raid hostage""",
)
"""Types by the lemma of a noun."""

LIGHT = words_of(
    """carry launch conduct stage mount make take hold give deliver provide send impose lift
    declare offer order inflict perform execute commit step intensify resume begin start unleash
    open stop halt end continue announce grant wage undertake sign ease remove reach reopen
    close escalate fire lob drop exchange suspend cut freeze express voice issue reject expand
    extend set enforce pursue engage join lead organise organize increase join tighten trade
    plant detonate throw hurl rain allow transfer ship"""
)
"""Verbs that say little themselves: their object tells the type."""

LIFTING = words_of("lift ease remove relax end suspend loosen waive")
STOPPING = words_of("stop halt end suspend cease pause freeze cut")
BURDENS = words_of(
    """sanction embargo blockade siege curfew restriction ban tariff checkpoint closure boycott law
    state"""
)
RELATIONS = words_of("relation tie aid assistance talk negotiation contact cooperation")
GOODS = words_of(
    """aid food medicine fuel weapon arm supply ammunition relief assistance tent money fund rifle
    tank missile drone shelter training loan grant equipment vaccine convoy rocket munition help
    water troop"""
)
GIVING = words_of(
    "provide send deliver give supply ship grant offer transfer distribute channel airlift"
)
FORCES = words_of(
    """troop soldier force tank army warship ship unit brigade battalion reservist police
    peacekeeper fighter convoy jet aircraft reinforcement artillery"""
)
HELD = words_of("prisoner hostage detainee captive soldier journalist activist remains")
GROUND = words_of(
    """town city village territory position base airport area district border bridge checkpoint
    hill province capital crossing road land island outpost building port region stronghold
    neighbourhood neighborhood airbase airfield"""
)
MATERIAL = words_of("CONCEDE COOPERATE AID RETREAT PROTEST SANCTION MOBILIZE COERCE ASSAULT")
"""Types of things done, rather than said."""
