"""The sentences that say what was derived again, and whether it agreed."""

from __future__ import annotations

SENTENCES = {
    "verify.stability.whole": (
        "All {verdicts:,} verdicts were derived again from the literal definitions."
    ),
    "verify.stability.part": (
        "{checked:,} of {verdicts:,} verdicts were derived again from the literal definitions: "
        "today's state, some equilibria of each concept and other states evenly spread "
        "({states_checked:,} of {states:,} states in full). The others were not checked."
    ),
    "verify.explanation.whole": (
        "All {verdicts:,} claims of the explanation were derived again from the literal "
        "definitions."
    ),
    "verify.explanation.part": (
        "{checked:,} of {verdicts:,} claims of the explanation were derived again from the literal "
        "definitions. The others were not checked."
    ),
    "verify.unfinished": (
        "{unfinished:,} of them were begun and given up, because they take too many steps."
    ),
    "verify.dossier": (
        "From the dossier, {patterns_checked:,} of {patterns:,} patterns and the places of "
        "{order_checked:,} states in every party's order were derived again."
    ),
    "verify.agrees": "Nothing differs from the answer.",
    "verify.differs": "The answer is wrong or doubtful in {wrong:,} places:",
    "verify.verdict": (
        "{state}, {party}, {concept}: the answer says {said}, the definitions say {literal}."
    ),
    "verify.property": "{state}, {concept}: the answer says {said}, the check says {literal}.",
    "verify.setting": "{concept}: the answer says {said}, the dossier says {literal}.",
    "verify.more": "and {count:,} more.",
    "verify.deals.whole": (
        "All {packages:,} packages were listed, and {checked:,} statements about the zone, the "
        "frontier and the solutions were derived again from the literal definitions."
    ),
    "verify.deals.part": (
        "There are too many packages ({packages:,}) to list them all. {listed:,} packages were "
        "looked at: those of the solutions, some of the frontier, and what changing one issue "
        "makes of them. About these, {checked:,} statements were derived again from the literal "
        "definitions. The others were not checked."
    ),
    "verify.deals.differs": "{what}: the answer says {said}, the definitions say {literal}.",
    "verify.yes": "yes",
    "verify.no": "no",
}
