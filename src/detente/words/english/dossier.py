"""The sentences of the dossier room."""

from __future__ import annotations

SENTENCES = {
    "dossier.review.indifferent": (
        "{party} is taken to be indifferent between all states; say so only if it is known"
    ),
    "dossier.review.own-option-unmentioned": (
        "no statement or weight of {party} mentions its own option {option}"
    ),
    "dossier.review.option-unmentioned": "no party's preferences mention the option {option}",
    "dossier.review.unsupported": (
        "{what} cites no evidence and does not say that it is a judgement"
    ),
    "dossier.review.what.unseen": "that {party} does not see {option}",
    "dossier.review.what.seen": "{other} as {party} sees it",
    "dossier.review.perception-changes-nothing": (
        "the perception of {party} changes nothing: its game is the game as it is"
    ),
    "dossier.review.unsure": "{what} is only {sure} sure",
    "dossier.review.draft": "{what} is still a draft",
    "dossier.review.unverified": (
        "quotes from the source {source} cannot be verified, because it has no file ({count})"
    ),
    "dossier.review.party-unmentioned": (
        "{party} has no options and nothing in the record names it"
    ),
    "dossier.review.what.weights": "how {party} would weigh the issues",
    "dossier.review.what.values": "what the outcomes of {text} would be worth to {party}",
    "dossier.review.what.no_deal": "what no deal would be worth to {party}",
    "dossier.review.what.red_line": "the red line “{text}” of {party}",
    "dossier.review.what.linked": "what “{text}” would add for {party}",
    "dossier.review.what.group": "the group {text} of {party}",
    "dossier.review.no-reservation-value": (
        "what no deal would be worth to {party} is not written and counts as 0"
    ),
    "dossier.review.red-line-uncrossed": (
        "no package that can be crosses the red line “{text}” of {party}"
    ),
    "dossier.review.issue-without-weight": "the issue {issue} matters to no party at the table",
    "dossier.review.complier-without-options": (
        "{party} must comply with a package but has no options in the conflict"
    ),
    "dossier.review.outcome-without-needs": (
        "{outcome} takes nothing in the conflict, although another outcome of its issue does"
    ),
}
