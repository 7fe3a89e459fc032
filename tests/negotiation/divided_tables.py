"""Small random tables whose parties are divided inside: groups, vetoes, thresholds, ties."""

from __future__ import annotations

from random import Random

from detente.dossier.expressions import And, Count, Expression, If, Iff, Not, Or, Taken
from detente.dossier.reasons import Place
from detente.dossier.standoff import Clause
from detente.dossier.table import (
    Amount,
    ByNumbers,
    ByOrder,
    Group,
    Issue,
    Linked,
    Member,
    Outcome,
    Side,
    Table,
    Values,
)

HERE = Place(1, 1)


def random_table(rng: Random) -> Table:
    """Return a table of two to four parties, most of them with one to four groups."""
    issues = tuple(
        Issue(f"i{k}", None, tuple(_outcome(k, n) for n in range(rng.randint(1, 3))), HERE)
        for k in range(rng.choice([1, 2, 2, 3]))
    )
    names = [f"p{n}" for n in range(rng.randint(2, 4))]
    rules = rng.random() < 0.5
    sides = {name: _side(rng, name, issues, rules) for name in names}
    signing = rng.sample(names, rng.randint(1, len(names))) if rng.random() < 0.5 else []
    return Table(
        issues=issues,
        sides=sides,
        place=HERE,
        infeasible=_clauses(rng, issues, 2) if rules else (),
        must_sign=tuple(Member(name, HERE) for name in signing),
    )


def _outcome(issue: int, number: int) -> Outcome:
    return Outcome(f"i{issue}.o{number}", f"i{issue}", f"o{number}", f"Outcome {number}", HERE)


def _amount(rng: Random, scale: int = 10) -> Amount:
    low, high = sorted(rng.randint(0, scale) / scale for _ in range(2))
    return Amount(low, high, HERE) if rng.random() < 0.2 else Amount(low, low, HERE)


def _values(rng: Random, issue: Issue) -> Values:
    ids = [outcome.id for outcome in issue.outcomes]
    if rng.random() < 0.3:
        rng.shuffle(ids)
        cuts = sorted(rng.sample(range(1, len(ids)), rng.randint(0, len(ids) - 1)))
        tiers = zip([0, *cuts], [*cuts, len(ids)], strict=True)
        return ByOrder(tuple(tuple(ids[a:b]) for a, b in tiers), HERE)
    return ByNumbers({one: _amount(rng, rng.choice([2, 3, 10])) for one in ids}, HERE)


def _side(rng: Random, name: str, issues: tuple[Issue, ...], rules: bool) -> Side:
    weights = {issue.id: Amount(n := rng.randint(0, 3), n, HERE) for issue in issues}
    weights[issues[0].id] = Amount(1, 2, HERE)
    many = rng.choice([0, 1, 2, 2, 3, 4])
    shares = rng.choice(SHARES[many]) if many else ()
    return Side(
        party=name,
        weights=weights,
        values={
            issue.id: _values(rng, issue)
            for issue in issues
            if weights[issue.id].high or rng.random() < 0.5
        },
        place=HERE,
        red_lines=_clauses(rng, issues, 1) if rules else (),
        no_deal=_amount(rng) if rng.random() < 0.8 else None,
        linked=tuple(
            Linked(clause, Amount(n := rng.choice([-0.2, 0.1, 0.3]), n, HERE))
            for clause in (_clauses(rng, issues, 1) if rules else ())
        ),
        groups=tuple(
            Group(
                id=f"g{n}",
                share=share,
                veto=rng.random() < 0.3,
                values={issue.id: _values(rng, issue) for issue in issues if rng.random() < 0.6},
                no_deal=_amount(rng) if rng.random() < 0.5 else None,
                place=HERE,
            )
            for n, share in enumerate(shares)
        ),
        threshold=rng.choice([0.5, 0.5, 0.6, 0.7, 1.0, 0.0]),
    )


SHARES = {
    1: [(1.0,)],
    2: [(0.5, 0.5), (0.3, 0.7), (1.0, 0.0)],
    3: [(0.3333333333, 0.3333333333, 0.3333333334), (0.5, 0.3, 0.2), (0.1, 0.2, 0.7)],
    4: [(0.25, 0.25, 0.25, 0.25), (0.1, 0.2, 0.3, 0.4), (0.3, 0.3, 0.2, 0.2)],
}


def _clauses(rng: Random, issues: tuple[Issue, ...], most: int) -> tuple[Clause, ...]:
    return tuple(
        Clause("a rule", _expression(rng, issues), HERE) for _ in range(rng.randint(0, most))
    )


def _expression(rng: Random, issues: tuple[Issue, ...]) -> Expression:
    taken = [Taken(rng.choice(rng.choice(issues).outcomes).id) for _ in range(2)]
    return rng.choice(
        [
            taken[0],
            And(tuple(taken)),
            Not(Or(tuple(taken))),
            Not(If(taken[0], taken[1])),
            Not(Iff(taken[0], taken[1])),
            Count(1, 1, tuple(taken)),
            Count(2, None, tuple(taken)),
        ]
    )
