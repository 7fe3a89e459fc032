"""From the section ``negotiation`` to the plan of its draws: every number visited, every guess."""

from __future__ import annotations

from collections.abc import Callable

from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.dossier import Dossier
from detente.dossier.reasons import Path
from detente.dossier.standoff import Clause
from detente.dossier.table import Amount, ByOrder, Group, Issue, Linked, Need, Side, Values
from detente.dossier.table import Member as Written
from detente.ensemble.guesses import About, GuessBook
from detente.ensemble.plan import Guards
from detente.ensemble.table.noting import TOP, Noting
from detente.ensemble.table.plan import (
    NOTHING,
    Bonus,
    GroupPlan,
    Ladder,
    Line,
    Member,
    Mind,
    Quantity,
    TablePlan,
    Wanted,
)
from detente.ensemble.table.refusing import refuse
from detente.negotiation.home.telling import group_name
from detente.negotiation.model import TableModel
from detente.negotiation.rules import where_outcomes
from detente.negotiation.telling import TableTeller
from detente.words import say
from detente.words.naming import the


def make_table_plan(
    dossier: Dossier, model: TableModel, conflict: ConflictModel | None
) -> TablePlan:
    """Return the plan of the table of `dossier`.

    Parameters
    ----------
    dossier : Dossier
        With a section ``negotiation``.
    model : TableModel
        Its central reading.
    conflict : ConflictModel or None
        That of the conflict, whose options needs speak of; `None` where there is none.

    Raises
    ------
    DossierError
        If `sure` stands on something that a draw cannot leave out, or an order has too many tiers.
    """
    refuse(dossier)
    return _Planner(dossier, model, conflict).plan()


class _Planner:
    """Walks a table and collects its guesses."""

    def __init__(self, dossier: Dossier, model: TableModel, conflict: ConflictModel | None) -> None:
        self.dossier = dossier
        self.table = dossier.require_table()
        self.model = model
        self.tell = TableTeller(model)
        self.note = Noting(GuessBook(dict(dossier.reasons), dict(dossier.places)))
        self.fact = None if conflict is None else Teller(conflict).fact
        self.number = where_outcomes(model)

    def plan(self) -> TablePlan:
        outcomes = tuple(self._outcomes(issue) for issue in self.table.issues)
        infeasible = tuple(
            (clause, self._rule(clause, (*TOP, "infeasible", i), "infeasible"))
            for i, clause in enumerate(self.table.infeasible)
        )
        parties, groups, bonuses, lines = [], [], [], []
        for n, side in enumerate(self.table.sides.values()):
            path = (*TOP, "parties", side.party)
            parties.append(self._mind(side, n, path))
            lines += self._lines(side, n, path)
            bonuses += [self._bonus(one, n, path) for one in side.linked]
            groups += [
                self._group(group, side, n, parties[-1], (*path, "groups", group.id))
                for group in side.groups
            ]
        signers = self._members(self.table.must_sign, "must_sign")
        compliers = self._members(self.table.must_comply, "must_comply")
        wants = tuple(want for need in self.table.needs for want in self._wants(need))
        return TablePlan(
            tuple(self.note.book.found), tuple(parties), tuple(groups),
            tuple(side.threshold for side in self.table.sides.values()), outcomes, infeasible,
            tuple(bonuses), tuple(lines), signers, compliers, wants,
        )  # fmt: skip

    def _outcomes(self, issue: Issue) -> tuple[Guards, ...]:
        found = []
        for outcome in issue.outcomes:
            path = (*TOP, "issues", issue.id, "outcomes", outcome.name)
            words = say("ensemble_table.guess.outcome", point=self._point(outcome.id))
            found.append(self.note.guards(path, "outcome", outcome.id, words))
        return tuple(found)

    def _point(self, outcome: str) -> str:
        return self.tell.point(*self.number[outcome])

    def _rule(self, clause: Clause, path: Path, about: About) -> Guards:
        words = say("ensemble_table.guess.infeasible", fact=self.tell.expression(clause.expression))
        return self.note.guards(path, about, clause.text, words)

    def _lines(self, side: Side, party: int, path: Path) -> list[Line]:
        who, found = self.tell.party(party), []
        for i, clause in enumerate(side.red_lines):
            words = say(
                "ensemble_table.guess.red_line",
                who=who, fact=self.tell.expression(clause.expression),
            )  # fmt: skip
            where = (*path, "red_lines", i)
            guards = self.note.guards(where, "red_line", clause.text, words, side.party)
            found.append(Line(party, clause, guards))
        return found

    def _bonus(self, linked: Linked, party: int, path: Path) -> Bonus:
        who, fact = self.tell.party(party), self.tell.expression(linked.clause.expression)
        amount = self._quantity(
            linked.amount, (*path, "linked", linked.clause.text), "linked", linked.clause.text,
            self.model.parties[party],
            lambda code, **more: say(code, who=who, fact=fact, **more),
        )  # fmt: skip
        return Bonus(party, linked.clause, amount)

    def _mind(self, side: Side, party: int, path: Path) -> Mind:
        who = self.tell.party(party)
        weights, values = [], []
        for k, issue in enumerate(self.table.issues):
            told = self.tell.issue(k)
            weights.append(
                self._quantity(
                    side.weights.get(issue.id), (*path, "weights", issue.id), "weight", issue.id,
                    side.party,
                    lambda code, told=told, **more: say(code, who=who, issue=told, **more),
                )
            )  # fmt: skip
        for issue in self.table.issues:
            where = (*path, "values", issue.id)
            values.append(self._values(side.values.get(issue.id), issue, who, side.party, where))
        return Mind(tuple(weights), tuple(values), self._no_deal(side.no_deal, side, who, path))

    def _group(self, group: Group, side: Side, party: int, whole: Mind, path: Path) -> GroupPlan:
        who = say("ensemble_table.group", group=group_name(group.id), who=self.tell.party(party))
        values = tuple(
            self._values(group.values[issue.id], issue, who, side.party,
                         (*path, "values", issue.id))
            if issue.id in group.values
            else whole.values[k]
            for k, issue in enumerate(self.table.issues)
        )  # fmt: skip
        no_deal = whole.no_deal
        if group.no_deal is not None:
            no_deal = self._no_deal(group.no_deal, side, who, path)
        mind = Mind(whole.weights, values, no_deal)
        return GroupPlan(party, mind, group.share, group.veto)

    def _no_deal(self, amount: Amount | None, side: Side, who: str, path: Path) -> Quantity:
        told = "" if amount is None else f"{amount.middle:g}"
        return self._quantity(
            amount, (*path, "no_deal"), "no_deal", "no_deal", side.party,
            lambda code, **more: say(code, who=who, amount=told, **more),
        )  # fmt: skip

    def _values(
        self, values: Values | None, issue: Issue, who: str, party: str, path: Path
    ) -> tuple[Quantity, ...] | Ladder:
        if values is None:
            return (NOTHING,) * len(issue.outcomes)
        if isinstance(values, ByOrder):
            return self._ladder(values, issue, who, party, path)
        found = []
        for outcome in issue.outcomes:
            point = self._point(outcome.id)
            found.append(
                self._quantity(
                    values.amounts[outcome.id],
                    (*path, outcome.name),
                    "value",
                    outcome.id,
                    party,
                    lambda code, point=point, **more: say(code, who=who, point=point, **more),
                )
            )
        return tuple(found)

    def _ladder(self, values: ByOrder, issue: Issue, who: str, party: str, path: Path) -> Ladder:
        at = {outcome: tier for tier, names in enumerate(values.tiers) for outcome in names}
        tier = tuple(at[outcome.id] for outcome in issue.outcomes)
        guess = None
        if len(values.tiers) > 2:
            told = tuple(
                say("words.and", items=[self.tell.outcome(*self.number[name]) for name in names])
                for names in values.tiers
            )
            words = say("ensemble_table.guess.value.tiers", who=who, tiers="; ".join(told))
            parts = tuple(", ".join(names) for names in values.tiers)
            guess = self.note.tiers(path, values.reason, words, party, parts, told)
        return Ladder(tier, len(values.tiers), guess)

    def _quantity(
        self,
        amount: Amount | None,
        path: Path,
        about: About,
        text: str,
        party: str,
        words: Callable[..., str],
    ) -> Quantity:
        """Return a number, with the guesses that it is present, and where in its range it lies."""
        if amount is None:
            return NOTHING
        code = f"ensemble_table.guess.{about}"
        guards: Guards = ()
        if about != "value":
            guards = self.note.guards(path, about, text, lambda: words(code), party)
        return self.note.quantity(amount, path, about, text, party, guards, words, code)

    def _members(self, members: tuple[Written, ...], key: About) -> tuple[Member, ...]:
        path = (*TOP, key)
        written = path in self.dossier.places and (*path, 0) in self.dossier.places
        found = []
        for i, member in enumerate(members):
            who = the(self.dossier.party_name(member.party))
            words = say(f"ensemble_table.guess.{key}", who=who)
            guards = (
                self.note.guards((*path, i), key, member.party, words, member.party)
                if written
                else ()
            )
            found.append(Member(member.party, guards))
        return tuple(found)

    def _wants(self, need: Need) -> list[Wanted]:
        if self.fact is None:
            return []
        issue, outcome = self.number[need.outcome]
        point = self.tell.point(issue, outcome)
        path = (*TOP, "needs", need.outcome)
        if path not in self.dossier.places:
            path = (*TOP, "needs", need.outcome.split(".", 1)[1])
        words = say("ensemble_table.guess.needs", point=point)
        self.note.guards(path, "needs", need.outcome, words)
        found = []
        for i, clause in enumerate(need.wants):
            where: Path = (*path, i)
            where = where if where in self.dossier.places else path
            words = say("ensemble_table.guess.want", point=point, fact=self.fact(clause.expression))
            guards = self.note.guards(where, "needs", clause.text, words)
            found.append(Wanted(issue, outcome, clause, guards))
        return found
