"""What a second reader should look at in the section ``negotiation``."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dossier.model import Dossier
from detente.dossier.reasons import NO_REASON, Path, Place
from detente.dossier.remarks import Remark, remark, supported
from detente.dossier.table import ByOrder, Side, Table, Values
from detente.dossier.wording import shown
from detente.words import say

TOP: Path = ("negotiation",)


def review_table(dossier: Dossier, table: Table) -> Iterator[Remark]:
    """Yield what a second reader of `table` should look at.

    Parties without a reservation value; weights, values, red lines, reservation values and groups
    that rest on neither evidence nor a stated judgement; entries less than sure; issues that
    matter to nobody; parties that must comply and have no options; outcomes whose needs were left
    out although another outcome of their issue has some.
    """
    for side in table.sides.values():
        yield from _Side(dossier, side).review()
    yield from _unsure(dossier)
    for issue in table.issues:
        if not any(side.weights[issue.id].high for side in table.sides.values()):
            yield remark(issue.place, "issue-without-weight", issue=issue.id)
    players = dossier.standoff.players if dossier.standoff is not None else ()
    for member in table.must_comply:
        if dossier.standoff is not None and member.party not in players:
            name = dossier.party_name(member.party)
            yield remark(member.place, "complier-without-options", party=name)
    needed = {need.outcome for need in table.needs}
    for issue in table.issues:
        left = [outcome for outcome in issue.outcomes if outcome.id not in needed]
        if len(left) < len(issue.outcomes):
            for outcome in left:
                yield remark(outcome.place, "outcome-without-needs", outcome=outcome.id)


def _unsure(dossier: Dossier) -> Iterator[Remark]:
    for path, reason in dossier.reasons.items():
        if path[:1] == TOP and reason.sure < 1:
            what, sure = ".".join(map(str, path)), f"{reason.sure:.0%}"
            yield remark(dossier.places.get(path), "unsure", what=what, sure=sure)


class _Side:
    """Looks at one party of the table."""

    def __init__(self, dossier: Dossier, side: Side) -> None:
        self.dossier, self.side = dossier, side
        self.name, self.path = dossier.party_name(side.party), (*TOP, "parties", side.party)

    def review(self) -> Iterator[Remark]:
        side = self.side
        if side.no_deal is None:
            yield remark(side.place, "no-reservation-value", party=self.name)
        else:
            yield from self._weigh("no_deal", side.no_deal.place, (*self.path, "no_deal"))
        weights = (*self.path, "weights")
        if not all(self._rests((*weights, issue)) for issue in side.weights):
            yield from self._weigh("weights", self.dossier.places.get(weights), weights)
        for issue, values in side.values.items():
            yield from self._values(issue, values, (*self.path, "values", issue))
        for i, clause in enumerate(side.red_lines):
            path = (*self.path, "red_lines", i)
            yield from self._weigh("red_line", clause.place, path, shown(clause.text))
        for linked in side.linked:
            path = (*self.path, "linked", linked.clause.text)
            yield from self._weigh("linked", linked.clause.place, path, shown(linked.clause.text))
        for group in side.groups:
            yield from self._weigh("group", group.place, (*self.path, "groups", group.id), group.id)

    def _values(self, issue: str, values: Values, path: Path) -> Iterator[Remark]:
        if isinstance(values, ByOrder):
            parts = [(*path, "order")]
        else:
            parts = [(*path, outcome.partition(".")[2]) for outcome in values.amounts]
        if not all(self._rests(part) for part in parts):
            yield from self._weigh("values", values.place, path, issue)

    def _weigh(
        self, what: str, place: Place | None, path: Path, text: str = ""
    ) -> Iterator[Remark]:
        """Yield that what stands at `path` rests on nothing, if so."""
        if not self._rests(path):
            told = say(f"dossier.review.what.{what}", party=self.name, text=text)
            yield remark(place, "unsupported", what=told)

    def _rests(self, path: Path) -> bool:
        """Tell whether the value at `path`, or one that it is a part of, is supported."""
        reasons = self.dossier.reasons
        return any(supported(reasons.get(path[:end], NO_REASON)) for end in range(1, len(path) + 1))
