"""From a dossier to the plan of its draws: every entry visited, every guess noted."""

from __future__ import annotations

from fractions import Fraction

from detente.conflict.model import ConflictModel
from detente.conflict.telling import Teller
from detente.dossier import Dossier
from detente.dossier.reasons import Path, Reason
from detente.dossier.standoff import AnyOrder, ByRanking, ByStatements, ByWeights, Clause, OneOf
from detente.ensemble.guesses import MOST_ORDERED, About, Guess, GuessBook
from detente.ensemble.plan import Entry, Guards, PartyPlan, Plan, Slot
from detente.errors import DossierError
from detente.words import say
from detente.words.naming import capital

TOP: Path = ("conflict",)


def make_plan(dossier: Dossier, model: ConflictModel) -> Plan:
    """Return the plan of the standoff of `dossier`, whose central reading is `model`.

    Raises
    ------
    DossierError
        If `sure` stands on something that a draw cannot leave out, or too many entries stand in
        one ``any_order``.
    """
    return _Planner(dossier, model).plan()


class _Planner:
    """Walks a standoff and collects its guesses."""

    def __init__(self, dossier: Dossier, model: ConflictModel) -> None:
        self.dossier = dossier
        self.standoff = dossier.require_standoff()
        self.teller = Teller(model)
        self.party_index = {party: i for i, party in enumerate(model.parties)}
        self.book = GuessBook(dict(dossier.reasons), dict(dossier.places))

    def plan(self) -> Plan:
        self._refuse()
        standoff = self.standoff
        texts = dict(zip(self.teller.model.options, self.teller.texts, strict=True))
        options = []
        for option in standoff.options:
            path = (*TOP, "options", option.party, option.name)
            who = self.teller.party(self.party_index[option.party])
            words = say("ensemble.guess.option", who=who, what=texts[option.id])
            options.append(
                (option.id, self._guards(path, "option", option.text, words, option.party))
            )
        status_quo: Guards = ()
        taken = []
        if standoff.status_quo is not None:
            path = (*TOP, "status_quo")
            words = say("ensemble.guess.status_quo")
            status_quo = self._guards(path, "status_quo", "status_quo", words)
            for i, name in enumerate(standoff.status_quo.written):
                party = name.split(".")[0]
                who = self.teller.party(self.party_index[party])
                words = say("ensemble.guess.taken", who=who, what=texts[name])
                taken.append((name, self._guards((*path, i), "taken", name, words, party)))
        infeasible = [
            self._rule(clause, (*TOP, "infeasible", i), "infeasible")
            for i, clause in enumerate(standoff.infeasible)
        ]
        one_way = []
        for option_id, rule in standoff.one_way.items():
            path = self._written((*TOP, "one_way"), option_id)
            who = self.teller.party(self.party_index[option_id.split(".")[0]])
            code = f"ensemble.guess.one_way.{rule.direction}"
            words = say(code, who=who, what=texts[option_id])
            one_way.append((option_id, self._guards(path, "one_way", option_id, words)))
        same = [
            self._rule(clause, (*TOP, "same", i), "same") for i, clause in enumerate(standoff.same)
        ]
        parties = tuple(self._party(p) for p in standoff.players)
        return Plan(
            tuple(self.book.found), parties, tuple(options), tuple(one_way), tuple(infeasible),
            tuple(same), status_quo, tuple(taken),
        )  # fmt: skip

    def _refuse(self) -> None:
        """Refuse what a draw cannot leave out."""
        faults = []
        for path, reason in self.dossier.reasons.items():
            tier = path[:2] == (*TOP, "preferences") and len(path) > 4 and path[3] == "ranking"
            if reason.sure < 1 and (path == TOP or tier):
                what = "a place in a ranking" if tier else "the whole conflict"
                faults.append(
                    self.dossier.fault(
                        self.dossier.places.get(path),
                        "sure-misplaced",
                        f"`sure` stands on {what}, which no draw can leave out",
                        "Put it on the whole ranking, on a statement, an option or a rule",
                    )
                )
        for party, preference in self.standoff.preferences.items():
            for entry in preference.entries if isinstance(preference, ByStatements) else ():
                if isinstance(entry, AnyOrder) and len(entry.entries) > MOST_ORDERED:
                    faults.append(
                        self.dossier.fault(
                            entry.place,
                            "any-order-too-long",
                            f"{len(entry.entries)} statements of {party} stand in one `any_order`; "
                            f"the orders of at most {MOST_ORDERED} can be drawn",
                            "Split it into groups, the more important first",
                        )
                    )
        if faults:
            raise DossierError(faults)

    def _written(self, above: Path, option: str) -> Path:
        """Return the path of an entry whose key is `option`, written in full or by its name."""
        full = (*above, option)
        return full if full in self.dossier.places else (*above, option.split(".", 1)[1])

    def _guards(
        self, path: Path, about: About, text: str, words: str, party: str | None = None
    ) -> Guards:
        """Return the guards of the entry at `path`, which are noted where new."""
        return self.book.guards(
            path,
            lambda one: (
                self._presence(one, about, text, words, party)
                if one == path
                else self._above(one, party)
            ),
        )

    def _presence(
        self, path: Path, about: About, text: str, words: str, party: str | None
    ) -> Guess:
        return self.book.presence(path, _short(path), about, text, words, party)

    def _above(self, path: Path, party: str | None) -> Guess:
        """Return the guess about a list or a whole preference that holds other entries."""
        inside = len(path) > 2 and path[1] == "preferences"
        if inside and len(path) <= 4:
            who = self.teller.party(self.party_index[str(path[2])])
            words = say("ensemble.guess.preference", who=who)
            return self._presence(path, "preference", str(path[2]), words, str(path[2]))
        if inside:
            words = say("ensemble.guess.group", text=_short(path))
            return self._presence(path, "group", _short(path), words, party)
        words = say("ensemble.guess.list", text=_short(path))
        return self._presence(path, "list", _short(path), words, None)

    def _rule(self, clause: Clause, path: Path, about: About) -> Guards:
        words = say(f"ensemble.guess.{about}", fact=self.teller.fact(clause.expression))
        return self._guards(path, about, clause.text, words)

    def _party(self, party: str) -> PartyPlan:
        path = (*TOP, "preferences", party)
        preference = self.standoff.preferences[party]
        match preference:
            case ByStatements(entries):
                clauses: list[Clause] = []
                found = [
                    self._entry(party, entry, (*path, "statements", i), clauses)
                    for i, entry in enumerate(entries)
                ]
                return PartyPlan(preference, tuple(clauses), tuple(found))
            case ByWeights(terms):
                found = [
                    self._weight(party, i, term.clause, term.low, term.high, path)
                    for i, term in enumerate(terms)
                ]
                return PartyPlan(preference, tuple(term.clause for term in terms), tuple(found))
            case ByRanking():
                who = self.teller.party(self.party_index[party])
                words = say("ensemble.guess.preference", who=who)
                guards = self._guards((*path, "ranking"), "preference", party, words, party)
                return PartyPlan(preference, guards=guards)
        return PartyPlan(preference)

    def _wish(self, clause: Clause, party: str) -> str:
        return self.teller.wish(clause.expression, self.party_index[party])

    def _statement(self, clause: Clause, party: str, path: Path, clauses: list[Clause]) -> Slot:
        who = self.teller.party(self.party_index[party])
        words = say("ensemble.guess.statement", who=who, wish=self._wish(clause, party))
        clauses.append(clause)
        guards = self._guards(path, "statement", clause.text, words, party)
        return Slot(len(clauses) - 1, guards)

    def _entry(
        self, party: str, entry: Clause | AnyOrder | OneOf, path: Path, clauses: list[Clause]
    ) -> Entry:
        if isinstance(entry, Clause):
            return Entry((self._statement(entry, party, path, clauses),))
        key = "any_order" if isinstance(entry, AnyOrder) else "one_of"
        who = self.teller.party(self.party_index[party])
        told = tuple(self._wish(clause, party) for clause in entry.entries)
        code = "order" if key == "any_order" else "reading"
        if len(told) > 1 or self.book.unsure(path):
            words = say(f"ensemble.guess.{code}", who=who, wishes="; ".join(told))
            self._guards(path, "group", ", ".join(c.text for c in entry.entries), words, party)
        slots = tuple(
            self._statement(clause, party, (*path, key, i), clauses)
            for i, clause in enumerate(entry.entries)
        )
        if len(slots) == 1:
            return Entry(slots)
        guess = self._of_group(entry, party, path, told)
        return Entry(slots, guess, reading=key == "one_of")

    def _of_group(
        self, entry: AnyOrder | OneOf, party: str, path: Path, told: tuple[str, ...]
    ) -> int:
        code = "order" if isinstance(entry, AnyOrder) else "reading"
        reasons: list[Reason] = [entry.reason, *(clause.reason for clause in entry.entries)]
        evidence = dict.fromkeys(piece for reason in reasons for piece in reason.evidence)
        who = self.teller.party(self.party_index[party])
        return self.book.add(
            Guess(
                id=f"{_short(path)}.{code}",
                kind="order" if code == "order" else "reading",
                about="group",
                path=path,
                line=self.book.line(path),
                party=party,
                text=", ".join(clause.text for clause in entry.entries),
                words=say(f"ensemble.guess.{code}", who=who, wishes="; ".join(told)),
                evidence=tuple(evidence),
                because=entry.reason.because,
                judgement=any(reason.judgement for reason in reasons),
                parts=tuple(clause.text for clause in entry.entries),
                told=tuple(capital(one) for one in told),
            )
        )

    def _weight(
        self, party: str, i: int, clause: Clause, low: float, high: float, above: Path
    ) -> Entry:
        path = (*above, "weights", clause.text)
        who = self.teller.party(self.party_index[party])
        fact = self.teller.fact(clause.expression)
        words = say("ensemble.guess.weight", who=who, fact=fact)
        guards = self._guards(path, "weight", clause.text, words, party)
        guess = None
        least, most = Fraction(repr(low)), Fraction(repr(high))
        if least < most:
            reason = self.book.reason(path)
            words = say(
                "ensemble.guess.range", who=who, fact=fact, low=f"{low:g}", high=f"{high:g}"
            )
            guess = self.book.add(
                Guess(
                    id=f"{_short(path)}.range", kind="range", about="weight", path=path,
                    line=self.book.line(path), party=party, text=clause.text, words=words,
                    evidence=reason.evidence, because=reason.because,
                    judgement=reason.judgement, low=least, high=most,
                )
            )  # fmt: skip
        return Entry((Slot(i, guards),), guess, low=least, high=most)


def _short(path: Path) -> str:
    """Return where `path` leads: without the section, and entries counted from 1."""
    steps = path[2:] if path[1] == "preferences" and len(path) > 2 else path[1:]
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
