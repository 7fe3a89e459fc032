"""What reports count: the dead, refugees, prisoners, troops, and the words that say so."""

from __future__ import annotations

from detente.reading.wordlists import words_of

PEOPLE = words_of(
    "people persons person civilians civilian men man women woman children child boys girls "
    "residents villagers inhabitants citizens families journalists reporters workers staff "
    "officers officer policemen police protesters demonstrators students worshippers passengers "
    "bystanders others lives souls officials aid-workers medics doctors teachers nationals "
    "christians muslims kurds palestinians israelis ukrainians russians syrians yemenis sudanese "
    "farmers minors migrants households personnel rescuers activists leaders commanders "
    "peacekeeper soldier fighter rebel militant commander girl boy relatives youths youth "
    "attackers gunmen members individuals victims"
)
"""Nouns of which a number is told only where something befell them."""

STANDING = words_of(
    "deaths death fatalities casualties killings dead wounded injured injuries refugees refugee "
    "idps returnees prisoners prisoner detainees detainee captives hostages hostage abductees "
    "disappearances evacuees deserters orphans executions missing displaced abductions "
    "kidnappings arrests asylum-seekers exiles"
)
"""Nouns that say by themselves what is counted."""

ARMED = words_of(
    "troops soldiers fighters militants combatants peacekeepers observers monitors mercenaries "
    "guerrillas rebels insurgents militiamen jihadists servicemen conscripts reservists settlers "
    "paramilitaries gunmen policemen marines forces"
)
"""Armed men and those who watch them: counted by themselves where there are many."""
MANY_ARMED = 50

BEFALL = {
    "kill": "killed", "slay": "killed", "massacre": "killed", "murder": "killed",
    "execute": "executed", "wound": "wounded", "injure": "injured", "hurt": "injured",
    "maim": "wounded", "displace": "displaced", "uproot": "displaced", "detain": "detained",
    "arrest": "arrested", "imprison": "imprisoned", "jail": "imprisoned", "release": "released",
    "free": "released", "exchange": "exchanged", "swap": "exchanged", "abduct": "abducted",
    "kidnap": "abducted", "capture": "captured", "deploy": "deployed", "station": "deployed",
    "evacuate": "evacuated", "besiege": "besieged", "trap": "trapped", "demobilize": "demobilised",
    "demobilise": "demobilised", "disarm": "disarmed", "withdraw": "withdrawn",
    "recruit": "recruited", "behead": "killed", "strand": "stranded", "expel": "expelled",
    "affect": "affected", "resettle": "resettled", "hold": "held", "repatriate": "repatriated",
    "send": "sent", "lose": "lost", "shoot": "shot", "assassinate": "killed", "dispatch": "sent",
    "relocate": "relocated", "deport": "deported", "bury": "buried", "hang": "executed",
    "martyr": "killed", "leave": "",
}  # fmt: skip
"""Verbs for what befalls people, and how it is written after them."""
RARE = words_of("hold send lose shoot dispatch affect leave")
"""Of these the ones that say enough only of armed men, prisoners or the like."""

DO = {
    "die": "dead", "perish": "dead", "flee": "who fled", "disappear": "missing",
    "return": "who returned", "surrender": "who surrendered", "starve": "starving",
    "vanish": "missing", "defect": "who defected", "succumb": "dead", "drown": "drowned",
}  # fmt: skip
"""Verbs for what people do or suffer by themselves."""

STATES = {
    "dead": "dead", "missing": "missing", "homeless": "homeless", "displaced": "displaced",
    "wounded": "wounded", "injured": "injured", "killed": "killed", "trapped": "trapped",
    "detained": "detained", "captive": "captive", "hostage": "held hostage", "hurt": "injured",
    "unaccounted": "missing", "arrested": "arrested", "besieged": "besieged",
    "abducted": "abducted", "slain": "killed", "stranded": "stranded", "imprisoned": "imprisoned",
    "jailed": "imprisoned", "freed": "released", "released": "released", "martyred": "killed",
    "starving": "starving", "martyrs": "killed",
}  # fmt: skip
"""Adjectives and participles that stand after a number or after "are"."""

ACTS = {
    "death": "dead", "deaths": "dead", "killing": "killed", "killings": "killed",
    "displacement": "displaced", "release": "released", "evacuation": "evacuated",
    "deployment": "deployed", "abduction": "abducted", "kidnapping": "abducted",
    "arrest": "arrested", "arrests": "arrested", "execution": "executed", "exodus": "who fled",
    "murder": "killed", "massacre": "killed", "detention": "detained", "lives": "killed",
    "exchange": "exchanged", "swap": "exchanged", "withdrawal": "withdrawn", "loss": "killed",
    "capture": "captured", "flight": "who fled", "return": "who returned",
    "expulsion": "expelled", "repatriation": "repatriated", "slaughter": "killed",
}  # fmt: skip
"""Nouns of deeds: "the release of 300 prisoners"."""

HELP = words_of(
    "aid assistance relief grant grants loan loans package donation donations funding support "
    "reconstruction compensation weapons arms fund reparations ransom food supplies "
    "equipment investment credits subsidies damage damages pledges rebuilding"
)
GIVE = words_of("pledge donate give provide send promise contribute release approve allocate offer")
LAND = words_of(
    "territory country land province region city island area districts towns coast peninsula "
    "republic capital governorate state territories"
)
HOLD = words_of(
    "control hold occupy seize capture retake recapture take govern administer rule lose "
    "regain liberate cede return conquer annex overrun"
)
GOODS = words_of("tonnes tons tonne trucks truckloads lorries")
FILLERS = words_of(
    "other more additional further new estimated such own first only different same total "
    "alleged suspected fellow innocent unarmed at least of the their its"
)
"""Words before a noun that do not belong to what is counted."""
