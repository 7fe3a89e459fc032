"""The words by which reports mean somebody without a name, and what stands around names.

The lists are the project's own, written from the vocabulary of agency reports on wars and talks.
All words are in small letters.
"""

from __future__ import annotations

from detente.reading.wordlists import words_of

BODIES = words_of("""
    government governments regime junta administration cabinet leadership authorities presidency
    army military navy airforce troops soldiers forces warplanes jets aircraft planes helicopters
    bombers guards peacekeepers paratroopers commandos gunships artillery tanks gunboats police
    gendarmerie intelligence marines
    ministry mission embassy parliament senate congress diplomacy delegation negotiators side
    officials diplomats command officers commanders envoys representatives defence defense
    """)
"""Bodies and people of a state or group: "Russian warplanes" are Russia."""

AMBIGUOUS_BODIES = frozenset({"side", "defence", "defense", "mission", "intelligence", "tanks"})
"""Bodies only with somebody's name before them, never by themselves."""

FORCES = words_of("""
    rebel rebels insurgent insurgents guerrilla guerrillas guerilla guerillas militant militants
    separatist separatists opposition insurgency militia militias paramilitary paramilitaries
    fighters gunmen faction factions dissidents secessionists mujahideen jihadists extremists
    islamists resistance revolutionaries oppositionists
    """)
"""Agent nouns for those who fight or oppose a state."""

FORCE_WORDS = FORCES | frozenset({"armed", "opposition", "movement", "group", "groups", "forces"})
"""What can stand before such a noun: "opposition guerrillas", "rebel militias"."""

ARMS = words_of("""
    forces fighters militia militias guerrillas rebels insurgents militants gunmen troops
    movement group army separatists leadership delegation negotiators commanders leaders
    representatives officials side wing cadres units positions
    """)
"""What can follow a group's name within one mention: "Houthi rebels", "FARC guerrillas"."""


RULERS = words_of("government regime junta authorities army police military administration cabinet")
"""Bodies that by themselves are those of the state that the report is about."""

TOPICS = words_of("""
    conflict conflicts war wars crisis civil people peoples civilian civilians refugee refugees
    city cities town towns village villages capital border borders frontier coast province
    provinces region regions territory territories soil airspace population citizens citizen
    children women men families family nationals society economy peace history revolution
    uprising question issue dossier file island islands peninsula desert sea waters river
    mountains countryside heartland north south east west state stalemate tragedy language
    culture media press newspaper newspapers television dead victims expatriates exiles
    diaspora market oilfields migrants pilgrims tourists restaurant cease ceasefire truce
    process talks settlement businessman businesswoman businessmen soldier journalist journalists
    reporter hostage hostages prisoner prisoners worker workers student students company companies
    firm tourist writer writers academic passport mercenary mercenaries volunteers citizenship
    parents prisoner-of-war teacher priest nun missionary missionaries contractor contractors
    fighters
    """)
"""What an adjective of a country merely locates: "the Syrian conflict", "Sudanese refugees"."""

SOURCES_ALWAYS = words_of("""
    source sources official officials diplomat diplomats spokesman spokeswoman spokesperson
    spokesmen spokespersons spokespeople aide aides negotiator negotiators mediator mediators
    adviser advisers advisor advisors envoy envoys commander commanders insider insiders
    facilitator facilitators interlocutor interlocutors minister ministers lawmaker lawmakers
    delegate delegates general generals officer officers
    """)
"""Those who speak without a name."""

SOURCES_SPEAKING = words_of("""
    analyst analysts observer observers witness witnesses resident residents activist activists
    monitor monitors expert experts leader leaders politician politicians elder elders
    eyewitness eyewitnesses doctor doctors medic medics survivor survivors report reports media
    agency agencies newspaper newspapers radio television academic academics campaigner
    campaigners chief chiefs fighter fighters lawyer lawyers
    """)
"""Those who are sources only where they are heard to speak."""

SIDES = words_of("sides parties camps belligerents combatants foes rivals enemies adversaries")
POWERS = words_of(
    "countries nations powers superpowers states governments neighbours neighbors capitals"
)
LEADERS = words_of(
    "leaders presidents ministers men statesmen diplomats negotiators premiers generals"
)
WARRING = frozenset({"warring", "fighting", "combatant", "belligerent"})
PAIRING = frozenset({"two", "both", "three", "four"})

SPEECH = words_of("""
    say tell announce declare state insist demand accuse blame claim warn add argue deny confirm
    call urge reject refuse agree pledge vow promise threaten condemn criticise criticize welcome
    praise admit acknowledge concede suggest propose offer ask request want wish hope expect fear
    believe think see consider describe stress reiterate repeat note explain comment respond reply
    report reveal disclose predict charge allege complain protest denounce deplore dismiss doubt
    question favour favor oppose support back endorse hail appeal plead order decide seek try plan
    intend prefer approve sign ratify negotiate mediate broker host invite send withdraw pull
    recall suspend resume halt stop continue begin start launch attack bomb shell strike raid fire
    kill capture seize advance retreat mobilise mobilize deploy impose lift arm supply fund
    finance train release free exchange swap recognise recognize accept point signal hint
    indicate push press pressure lobby approach provide give deliver cut sever expel ban veto
    block boycott join quit leave abandon break violate breach respect honour honor observe keep
    meet visit discuss talk hold attend reach strike conclude fail threaten hit retaliate respond
    face need fight wage play help let allow make take put set rule walk drop change maintain show
    get have do remain stand apologise apologize write tweet speak brand label mean know
    """)
"""What governments and people do and places do not, by lemma."""

TELLING = words_of("""
    say tell announce declare insist claim warn add argue deny confirm admit acknowledge suggest
    stress reiterate repeat note explain comment respond reply report reveal disclose predict
    allege complain describe state think believe estimate write tweet accuse urge speak put
    """)
"""Verbs with which somebody is heard to speak."""

AT_SOMEBODY = words_of("""
    accuse blame urge press pressure tell warn ask back arm support supply fund finance criticise
    criticize condemn threaten sanction invite persuade convince force compel oblige allow want host
    expect help embarrass anger praise thank inform brief consult engage isolate punish deter
    provoke irritate please pledge charge denounce trust lobby give offer provide expel sue
    represent betray appease reassure assure congratulate court defy remind caution advise commend
    applaud mock scold slam lambast castigate rebuke alarm infuriate upset dismay embolden outrage
    rebuff snub placate punish bind
    """)
"""Verbs whose object is a government even where its name is a city's."""

MOTION = words_of("""
    go travel fly arrive return come visit leave move flee head land reach enter tour depart drive
    drag cross bring transfer deploy escape transport hold bomb shell attack capture seize besiege
    strike hit storm surround raid take retake enter bombard rock shake control
    """)
"""Verbs whose object or goal is a place."""

TWO_SIDED = words_of("""
    talks talk negotiation negotiations agreement agreements deal deals accord accords pact treaty
    ceasefire cease truce armistice dialogue round meeting meetings summit consultations contacts
    cooperation dispute disputes contention conflict war fighting clashes hostilities tension
    tensions relations ties rivalry differences gap gulf rift exchange exchanges interests border
    understanding rapprochement settlement peace channel call conversation discussions battle
    confrontation standoff stand-off mistrust trust partnership alliance mediation mediator
    mediate broker cooperation divide split row shuttle feud quarrel reconciliation agreed
    """)
"""What stands between two parties."""

NEGOTIATION = words_of("""
    talks talk negotiation negotiations agreement deal accord pact treaty ceasefire truce armistice
    dialogue round meeting summit consultations contacts settlement discussions peace contention
    """)

HOSTING = words_of("""
    host mediate broker facilitate sponsor chair moderate guarantee monitor oversee welcome shuttle
    convene
    """)
"""What those do who help others to talk, by lemma."""

PLACING = words_of("""
    in inside across near throughout within around into outside over through toward towards
    beyond north south east west off along
    """)
"""Prepositions that make a country or city a place."""

PLACED_NOUNS = words_of("""
    street streets suburb suburbs airport outskirts neighbourhood neighbourhoods neighborhood
    neighborhoods centre center skyline residents hotel university district districts mayor
    bazaar market port region area zoo stadium hospital citadel countryside siege fall talks
    conference summit meeting round agreement accord accords process declaration communique
    communiqué protocol
    """)
"""What belongs to a city as a city: "Damascus suburbs", "the Geneva talks"."""

PARTITIVES = words_of("""
    both some many most all none neither either each several members member number part
    majority leaders leader representatives representative delegations delegation one two elements
    units supporters backers allies handful dozens hundreds thousands leaders fighters remnants
    factions commanders
    """)
THE_GROUP = words_of(
    "coalition alliance movement group organisation organization front union bloc militia"
)
"""What points back to a group that was named: "the coalition"."""

LISTING = words_of("""
    allies ally countries states powers backers nations groups parties governments sponsors
    neighbours neighbors donors mediators guarantors organisations organizations members partners
    factions supporters patrons militias others actors sides rebels
    """)
"""Nouns after which those meant are often listed by name."""

OF_THEM = frozenset({"of", "by", "from"})
ATTACHED = words_of("""
    backed led brokered mediated sponsored supported funded financed armed trained allied aligned
    controlled held proposed supplied drafted dominated based run occupied
    """)

PRONOUNS_HE = frozenset({"he", "him", "his", "himself"})
PRONOUNS_SHE = frozenset({"she", "her", "hers", "herself"})
PRONOUNS_THEY = frozenset({"they", "their", "them", "themselves"})
PRONOUNS_IT = frozenset({"it", "its", "itself"})

ORG_HEADS: dict[str, str] = {
    "front": "armed group",
    "army": "armed group",
    "brigade": "armed group",
    "brigades": "armed group",
    "battalion": "armed group",
    "battalions": "armed group",
    "militia": "armed group",
    "militias": "armed group",
    "guard": "armed group",
    "guards": "armed group",
    "fighters": "armed group",
    "forces": "armed group",
    "force": "armed group",
    "resistance": "armed group",
    "rebels": "armed group",
    "movement": "opposition",
    "party": "opposition",
    "coalition": "opposition",
    "council": "opposition",
    "congress": "opposition",
    "alliance": "alliance",
    "league": "alliance",
    "union": "organisation",
    "organisation": "organisation",
    "organization": "organisation",
    "committee": "organisation",
    "commission": "organisation",
    "mission": "organisation",
    "group": "organisation",
    "network": "organisation",
    "observatory": "organisation",
    "foundation": "organisation",
    "association": "organisation",
    "syndicate": "organisation",
    "forum": "organisation",
    "society": "organisation",
    "watch": "organisation",
    "institute": "organisation",
    "centre": "organisation",
    "center": "organisation",
    "agency": "organisation",
    "federation": "organisation",
    "authority": "government",
    "government": "government",
}
"""Nouns that make a capitalised phrase a body of people, with the kind that they suggest."""

LOCAL_GROUPS = words_of("""
    front army brigade brigades battalion battalions militia militias fighters rebels movement
    resistance party coalition alliance league observatory
    """)
"""Those that prove a new actor by the name alone; the others must be heard to speak or act."""

ARMED_WORDS = frozenset(
    {"liberation", "armed", "revolutionary", "resistance", "defence", "guerrilla"}
)

NOT_ACTORS = words_of("""
    agreement accord accords treaty resolution conference summit plan initiative declaration
    protocol roadmap war cup award prize act law bill constitution times post tribune herald
    journal news daily street square airport hotel university church mosque bridge river valley
    day week month process pact talks memorandum communique communiqué framework charter
    convention dialogue statement hospital palace hall school province city state region district
    """)
"""Heads of capitalised phrases that are no actors."""
