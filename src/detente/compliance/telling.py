"""Whether a package would hold by itself, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from detente.compliance.enforcement import (
    Breach,
    Carried,
    Contradiction,
    Desertion,
    Enforcement,
    Ground,
    Judged,
    Shortfall,
)
from detente.compliance.guarantees import CONCEPT
from detente.compliance.holding import STRENGTH
from detente.conflict.reach import Step
from detente.conflict.telling import Teller
from detente.conflict.unlock.told import measure_alone
from detente.negotiation.telling import TableTeller
from detente.words import say
from detente.words.naming import capital, clean, the

SIGN = {1: "better", 0: "same", -1: "worse"}
"""How a comparison of two states is called."""


class EnforcementTeller:
    """Tells the packages and contradictions of one answer.

    Parameters
    ----------
    told : Enforcement
        The answer.
    """

    def __init__(self, told: Enforcement) -> None:
        self.told = told
        self.model = told.model
        self.conflict = Teller(told.model, stops=True)
        self.table = TableTeller(told.table)
        self._names = dict(zip(told.table.parties, told.table.party_names, strict=True)) | dict(
            zip(told.model.parties, told.model.party_names, strict=True)
        )

    def name(self, party: str) -> str:
        """Return the name of a party, by its id, as it stands inside a sentence."""
        return the(self._names.get(party, party))

    def package(self, package: Judged) -> str:
        """Return how a package settles every issue."""
        return self.table.package(package.row)

    def beside(self, row: Sequence[int]) -> str:
        """Return a package as its difference from the first of the answer."""
        first = self.told.packages[0].row
        name = say("compliance.first_package")
        return capital(self.table.as_other(row, first, name))

    def where(self, state: int) -> str:
        """Return the pattern of a state just told as a change, with its name if it has one."""
        label = self.conflict.label(state)
        if self.conflict.state(state) == self.conflict.plain(state):
            return label
        return say("compliance.where", label=label, words=self.conflict.inside(state))

    def lines(self, package: Judged, clients: bool = True) -> list[str]:
        """Return everything that is said of a package, a sentence or two a line.

        Without `clients` it is left out what becomes of it if they do not follow.
        """
        if package.carried is None:
            return self.impossible(package.shortfall)
        carried = package.carried
        lines = [self.leads(carried), self.holds(carried)]
        lines += self.spoiled(carried)
        lines.append(self.reach(carried))
        lines += self.breaks(carried)
        lines += self.guarantee(carried)
        state = carried.chosen.state
        if clients:
            lines += [self.without(state, desertion) for desertion in carried.desertions]
        return lines

    def leads(self, carried: Carried) -> str:
        """Return where a package leads."""
        state = carried.chosen.state
        label = self.conflict.label(state)
        if state == self.model.status_quo:
            told = say("compliance.today", label=label)
        else:
            told = say("compliance.leads", label=label, words=self.conflict.inside(state))
        if len(carried.targets) > 1:
            told += " " + say("compliance.several", n=len(carried.targets))
        return told

    def holds(self, carried: Carried) -> str:
        """Return under which concepts it holds for those who sign or comply."""
        if not carried.holds:
            return say("compliance.open")
        return say("compliance.holds", concepts=self._concepts(carried.holds))

    def spoiled(self, carried: Carried) -> list[str]:
        """Return who could end it from outside, under the concept under which it holds best."""
        concept = next((c for c in STRENGTH if c in carried.holds), CONCEPT)
        outside = [self.conflict.party(party) for party in carried.spoilers[concept]]
        name = say(f"conflict.concept.{concept}")
        return [say("compliance.spoiled", concept=name, who=outside)] if outside else []

    def reach(self, carried: Carried) -> str:
        """Return whether the parties can get there from today."""
        if carried.by_improvements:
            return say("compliance.by_improvements")
        return say("compliance.by_moves" if carried.by_moves else "compliance.unreachable")

    def breaks(self, carried: Carried) -> list[str]:
        """Return who would break it first, by which move, and what deters that."""
        if not carried.breaches:
            return [say("compliance.settled")]
        state = carried.chosen.state
        return [self._breach(state, one, n == 0) for n, one in enumerate(carried.breaches)]

    def _breach(self, state: int, breach: Breach, first: bool) -> str:
        move = breach.to
        told = say(
            "compliance.first" if first else "compliance.or",
            who=self.conflict.party(breach.party),
            change=self.conflict.change(state, move, breach.party),
            where=self.where(move),
        )
        sanction = breach.sanction
        if sanction is None:
            return f"{told} {say('compliance.deterred.0')}"
        answer = say(
            "compliance.answer",
            steps=say("words.and", items=[self._step(step) for step in sanction.steps]),
            where=self.where(sanction.end),
        )
        return f"{told} {say(f'compliance.deterred.{breach.level}', answer=answer)}"

    def _step(self, step: Step) -> str:
        change = self.conflict.change(step.from_, step.to, step.party)
        return say("compliance.step", who=self.conflict.party(step.party), change=change)

    def guarantee(self, carried: Carried) -> list[str]:
        """Return the least guarantee that makes it hold, if it takes one."""
        concept = say(f"conflict.concept.{CONCEPT}")
        if CONCEPT in carried.holds:
            return []
        if carried.guarantees is None:
            return [say("compliance.too_large")]
        if not carried.guarantees:
            return [say("compliance.no_guarantee", concept=concept)]
        measure = measure_alone(self.conflict, carried.guarantees[0])
        told = say("compliance.guarantee", concept=concept, measure=measure)
        more = len(carried.guarantees) - 1
        if more:
            code = "compliance.guarantee.more.one" if more == 1 else "compliance.guarantee.more"
            told += " " + say(code, n=more)
        return [told]

    def without(self, target: int, desertion: Desertion) -> str:
        """Return what becomes of it when clients do not follow their sponsors.

        Parameters
        ----------
        target : int
            The state that carries the package out.
        """
        state = desertion.state
        sponsors = [self.name(one) for backing in desertion.sponsors for one in backing]
        told = [
            say(
                "compliance.without" if state is not None else "compliance.without.impossible",
                clients=[self.conflict.party(client) for client in desertion.clients],
                sponsors=list(dict.fromkeys(sponsors)),
            )
        ]
        if state is None:
            return told[0]
        left = [
            say(
                "compliance.step",
                who=self.conflict.party(client),
                change=self.conflict.change(target, state, client),
            )
            for client in desertion.clients
        ]
        told.append(say("compliance.left", left=left, where=self.where(state)))
        for party, sign in desertion.against_package.items():
            code = f"compliance.against.{SIGN[sign]}.{SIGN[desertion.against_today[party]]}"
            told.append(capital(say(code, who=self.conflict.party(party))))
        for leaving in desertion.departures:
            told.append(
                say(
                    "compliance.departs.held" if leaving.stable else "compliance.departs",
                    who=self.conflict.party(leaving.party),
                    change=self.conflict.change(state, leaving.to, leaving.party),
                    where=self.where(leaving.to),
                    concepts=self._concepts(leaving.stable),
                )
            )
        if desertion.against_package and not desertion.departures:
            told.append(say("compliance.stay"))
        return " ".join(told)

    def impossible(self, shortfall: Shortfall | None) -> list[str]:
        """Return why a package cannot be carried out, and what it would also take."""
        lines = [say("compliance.impossible")]
        if shortfall is None:
            return lines
        if shortfall.wants:
            wants = "; ".join(self.conflict.fact(want.expression) for want in shortfall.wants)
            one = len(shortfall.wants) == 1
            lines.append(say(f"compliance.clash{'.one' if one else ''}", wants=wants))
        if shortfall.rules:
            rules = "; ".join(self.conflict.fact(rule.expression) for rule in shortfall.rules)
            lines.append(say("compliance.rules", rules=rules))
        if shortfall.nearest is None:
            return [*lines, say("compliance.no_nearest")]
        state, pattern = shortfall.nearest.state, shortfall.nearest.pattern
        changes = "; ".join(self.changed(option, pattern) for option in shortfall.further)
        label, words = self.conflict.label(state), self.conflict.inside(state)
        return [*lines, say("compliance.also", changes=changes, label=label, words=words)]

    def changed(self, option: int, pattern: int) -> str:
        """Return that an option is taken in `pattern`, or is no longer."""
        what = (
            say("conflict.do.would", what=self.conflict.texts[option])
            if pattern >> option & 1
            else self.conflict.ended("would", option)
        )
        who = self.conflict.party(int(self.model.owner[option]))
        return say("conflict.do.clause", who=who, what=what)

    def contradiction(self, found: Contradiction, whole: bool = True) -> list[str]:
        """Return a contradiction: what it is, then both sentences with their reasons.

        Parameters
        ----------
        whole : bool
            Tell a package issue by issue, not as its difference from the first of the answer.
        """
        who = capital(self.name(found.party))
        if found.row is None:
            head = say(
                "compliance.against.outcomes",
                who=who,
                better=self._outcome(found.better),
                worse=self._outcome(found.worse),
            )
        else:
            code = f"compliance.against.{found.better}"
            package = self.table.package(found.row) if whole else self.beside(found.row)
            head = say(code, who=who, package=package)
            if found.packages > 1:
                one = ".one" if found.packages == 2 else ""
                head += " " + say(f"compliance.also_packages{one}", n=found.packages - 1)
        worse, better = found.states
        table, conflict = found.table, found.conflict
        return [
            head,
            say(
                "compliance.ground.table",
                line=table.line,
                words=table.words,
                because=self._because(table),
            ),
            say(
                "compliance.ground.conflict",
                line=conflict.line,
                words=conflict.words,
                label=self.conflict.label(better),
                other=self.conflict.label(worse),
                because=self._because(conflict),
            ),
        ]

    def _outcome(self, outcome: str) -> str:
        for ids, texts in zip(self.told.table.outcomes, self.told.table.outcome_texts, strict=True):
            if outcome in ids:
                return clean(texts[ids.index(outcome)]).rstrip(".")
        return outcome

    def _because(self, ground: Ground) -> str:
        told = say("compliance.because", text=clean(ground.because)) if ground.because else ""
        for quote in ground.evidence[:1]:
            told += say("compliance.quote", source=quote.source, text=clean(quote.quote))
        return told

    def _concepts(self, concepts: Sequence[str]) -> str:
        return say("words.and", items=[say(f"conflict.concept.{c}") for c in concepts])
