"""From the record to deeds and wants: positions with their conditions, and what was said."""

from __future__ import annotations

import re

from detente.dossier import Dossier
from detente.dossier.record import Position, Statement
from detente.reading.draft.actors import Actors
from detente.reading.draft.asking import Asked, asked
from detente.reading.draft.deeds import Basis, Deeds, Ground, Want
from detente.reading.draft.ongoing import gather_ongoing
from detente.reading.draft.wish import Wish, as_own, plain, read_wish
from detente.words import say
from detente.words.conditions import is_warning, limit_word
from detente.words.naming import capital, clean, the

_LIMIT = re.compile(r",?\s+(?:unless|until|till)\s+", re.IGNORECASE)
_BASIS: dict[str, Basis] = {
    "demand": "demand", "insist": "demand", "refuse": "refusal", "promise": "promise",
}  # fmt: skip


class Gatherer:
    """Gathers deeds and wants from the record of a dossier.

    Parameters
    ----------
    dossier : Dossier
        Whose record is read, entry by entry in its order.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier, self.actors, self.deeds = dossier, Actors(dossier), Deeds(_own_words(dossier))
        self.missing: list[str] = []
        self._open: list[tuple[str, str, Ground]] = []
        gather_ongoing(dossier, self.actors, self.deeds)
        for position in dossier.record.positions:
            if not self._mediates(position.party):
                self._position(position)
        for statement in dossier.record.statements:
            for party in self.actors.all_of(statement.by):
                if not self._mediates(party):
                    self._statement(party, statement)
        for party, words, ground in self._open:
            self._settle(party, words, ground)
        self._deeds()

    def _settle(self, party: str, words: str, ground: Ground) -> None:
        """Take in a demand that names nobody: as one for the deed that someone else refuses."""
        deed = self.deeds.like(words, but=party)
        if deed is None:
            self._doer(party, words)
        else:
            self._want(party, Asked(deed, True), "demand", ground)

    def _deeds(self) -> None:
        """Let each party go on with what it does, last of all, unless its words say otherwise."""
        spoken = {(want.party, want.deed.id) for want in self.deeds.wants}
        for deed in self.deeds.deeds:
            if deed.ongoing and (deed.party, deed.id) not in spoken:
                because = say("draft.because.deed", who=capital(self.who(deed.party)))
                pieces = tuple(piece for ground in deed.grounds for piece in ground.evidence)
                self.deeds.want(
                    Want(deed.party, deed, True, "deed", grounds=[Ground(because, pieces)])
                )

    def _mediates(self, party: str) -> bool:
        """Tell whether a party stands between the others: its words are no wishes of its own."""
        return "mediat" in (self.dossier.parties[party].kind or "").casefold()

    def who(self, party: str) -> str:
        """Return a party's name as it stands inside a sentence."""
        return the(self.dossier.parties[party].name)

    def _doer(self, party: str, words: str) -> None:
        """Note that nobody is named who could do what a party asks for."""
        told = say("draft.missing.doer", who=self.who(party), words=words)
        if told not in self.missing:
            self.missing.append(told)

    def _position(self, position: Position) -> None:
        party, stance = position.party, plain(clean(position.stance))
        wish = read_wish(stance)
        limit = plain(clean(position.until or position.unless))
        if is_warning(stance):
            because = say("draft.because.position", who=self.who(party), stance=stance)
            self._own(party, wish, Ground(because, position.evidence), "threat")
            return
        if limit:
            quotes = (piece.quote for piece in position.evidence)
            code = "until" if position.until else limit_word(stance, quotes)
            because = say(f"draft.because.{code}", who=self.who(party), stance=stance, limit=limit)
            self._condition(party, wish, limit, Ground(because, position.evidence))
            return
        if wish.sense == "dispute" or not stance:
            return
        because = say("draft.because.position", who=self.who(party), stance=stance)
        ground = Ground(because, position.evidence)
        if wish.sense == "refuse":
            self._refusal(party, wish, ground)
        else:
            self._demand(party, wish, ground, None)

    def _condition(self, party: str, wish: Wish, limit: str, ground: Ground) -> None:
        """Take in that `party` does or does not do something until or unless something is done."""
        named = self.actors.subject(limit) or next(iter(self.actors.named(limit)), None)
        doer = None if named is None else named.party
        given = None
        if doer is not None:
            given = asked(self.deeds, self.actors, limit, ground, doer, party, "demand")
        if given is None:
            self._doer(party, limit)
            return
        own = None
        if wish.rest and wish.sense != "dispute":
            own = self._own(party, wish, ground)
        if own is None:
            self._want(party, given, "demand", ground)
            return
        refused = wish.sense == "refuse"
        goes_on = not refused and any(_LIMIT.search(one.quote) for one in ground.evidence)
        self.deeds.want(
            Want(
                party,
                own.deed,
                own.done if goes_on else not own.done,
                "condition",
                given.deed,
                not given.done,
                [ground],
            )
        )
        self._want(party, given, "demand", ground)

    def _own(self, party: str, wish: Wish, ground: Ground, thing: str = "accept") -> Asked | None:
        """Return the deed of `party` itself that a wish names."""
        form = None if wish.sense == "none" else wish.form
        return asked(self.deeds, self.actors, wish.rest, ground, party, thing=thing, form=form)

    def _statement(self, party: str, statement: Statement) -> None:
        content = plain(clean(statement.content))
        if not content or statement.act not in (*_BASIS, "threaten"):
            return
        who = capital(self.who(party))
        because = say(f"draft.because.{statement.act}", who=who, content=content)
        ground = Ground(because, statement.evidence)
        wish = read_wish(content)
        if statement.act == "refuse":
            wish = wish._replace(sense="refuse")
        limit = _LIMIT.search(wish.rest)
        if limit and statement.act != "threaten":
            shorter = wish._replace(rest=plain(wish.rest[: limit.start()]))
            self._condition(party, shorter, plain(wish.rest[limit.end() :]), ground)
        elif statement.act == "threaten":
            self._own(party, wish, ground, "threat")
        elif wish.sense == "refuse":
            self._refusal(party, wish, ground)
        elif statement.act == "promise":
            found = self._own(party, wish, ground, "give")
            self._want(party, found, "promise", ground)
        else:
            addressed: list[str | None] = [
                one for one in self.actors.all_of(statement.to) if one != party
            ]
            for to in addressed or [None]:
                self._demand(party, wish, ground, to, own=statement.act == "insist")

    def _refusal(self, party: str, wish: Wish, ground: Ground) -> None:
        found = self._own(party, wish, ground)
        if found is not None:
            self._want(party, found._replace(done=not found.done), "refusal", ground)

    def _demand(
        self, party: str, wish: Wish, ground: Ground, to: str | None, own: bool = True
    ) -> None:
        by = party if own and to is None else None
        sides, rest = self.actors.both(wish.rest)
        if sides and to is None:
            for side in sides:
                self._demand(party, Wish("want", "deed", rest), ground, side, own)
            return
        own_deed = as_own(wish.rest) if to is None else ""
        if own_deed:
            found = asked(self.deeds, self.actors, own_deed, ground, party, form="deed")
            self._want(party, found, "promise", ground)
            return
        form = None if wish.sense == "none" else wish.form
        found = asked(self.deeds, self.actors, wish.rest, ground, to, by, "demand", form)
        if found is None:
            self._open.append((party, wish.rest, ground))
            return
        self._want(party, found, "promise" if found.deed.party == party else "demand", ground)

    def _want(self, party: str, found: Asked | None, basis: Basis, ground: Ground) -> None:
        if found is not None:
            self.deeds.want(Want(party, found.deed, found.done, basis, grounds=[ground]))


def _own_words(dossier: Dossier) -> dict[str, frozenset[str]]:
    names = {party.id: [party.id, party.name, *party.also] for party in dossier.parties.values()}
    for person in dossier.record.people:
        if person.party in names:
            names[person.party] += [person.name, person.role or ""]
    return {
        party: frozenset(word for name in found for word in name.lower().split())
        for party, found in names.items()
    }
