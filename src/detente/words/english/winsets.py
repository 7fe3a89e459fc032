"""Sentences about who would accept which packages, at the table and at home."""

SENTENCES = {
    "winsets.party": "{party} would accept {n} of {total} packages.",
    "winsets.party.groups": "Inside {party}, {n} of {total} packages would win enough votes.",
    "winsets.party.none": "{party} would accept no package at all.",
    "winsets.party.groups.none": "Inside {party}, no package at all would win enough votes.",
    "winsets.party.unknown": "How many packages {party} would accept is not counted: they are too "
    "many.",
    "winsets.party.plain": "So many packages {party} would accept: {n}.",
    "winsets.levels": "Of the {zone} packages in the zone of agreement, {n} would also win enough "
    "votes inside {parties}.",
    "winsets.levels.one": "The one package in the zone of agreement would also win enough votes "
    "inside {parties}.",
    "winsets.levels.all": "All {zone} packages in the zone of agreement would also win enough "
    "votes inside {parties}.",
    "winsets.levels.none": "No package in the zone of agreement would also win enough votes inside "
    "{parties}.",
    "winsets.levels.unknown": "Which packages would also win enough votes inside {parties} is not "
    "counted: they are too many.",
    "winsets.group": "the {name}",
    "winsets.passes": "All who must sign would accept it.",
    "winsets.passes.levels": "All who must sign would accept it, and it would win enough votes "
    "inside {parties}.",
    "winsets.short": "To {party} it would be worth {amount} less than no deal.",
    "winsets.line": "It crosses a red line of {party}: {line}.",
    "winsets.votes": "Inside {party}, {groups} would say no: {yes} of the votes are for it, and "
    "{threshold} are needed.",
    "winsets.votes.vetoed": "Inside {party}, {groups} would say no. The other votes would be "
    "enough, but not against a veto.",
    "winsets.veto": "{group} (with a veto)",
    "winsets.pivotal": "The yes of {group} alone would turn that.",
    "winsets.pivotal.any": "The yes of any one of these alone would turn that: {groups}.",
    "winsets.pivotal.together": "Nobody's yes alone would turn that; it would take {groups} "
    "together.",
    "winsets.pivotal.or": "Nobody's yes alone would turn that; it would take {groups} together, "
    "or another of {n} sets as small.",
    "winsets.payment": "To say yes, {groups} would need {amount} more in value.",
    "winsets.payment.sum": "To say yes, {groups} would need {amount} more in value in sum.",
    "winsets.change": "{party} would accept it with this change: {change}.",
    "winsets.change.none": "No change of it would satisfy {party}.",
    "winsets.change.unknown": "No change of {n} issues or fewer would satisfy {party}; more were "
    "not tried.",
    "winsets.change.unknown.one": "No change of a single issue would satisfy {party}; more were "
    "not tried.",
    "winsets.loss": "That would cost {others} {amount}.",
    "winsets.loss.sum": "That would cost {others} {amount} in sum.",
    "winsets.loss.none": "That would cost {others} nothing.",
    "winsets.nearest": "Changed least, it would pass with all who must sign with this: {change}.",
    "winsets.nearest.none": "No package passes with all who must sign.",
    "winsets.nearest.unknown": "No change of {n} issues or fewer makes it pass with all who must "
    "sign; more were not tried.",
    "winsets.nearest.unknown.one": "No change of a single issue makes it pass with all who must "
    "sign; more were not tried.",
}
