"""Adding entries to a dossier as long as it stays without faults; what would spoil it waits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from detente.dossier.editing import with_values
from detente.dossier.model import Dossier
from detente.dossier.reasons import Path
from detente.dossier.splicing import spliced
from detente.dossier.tree import grow
from detente.dossier.unfold import unfold
from detente.errors import DossierError, Fault
from detente.reading.review.needs import Parties
from detente.reading.review.proposals import Proposal

Sources = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Addition:
    """What one proposal adds.

    Parameters
    ----------
    proposal : Proposal
        The proposal.
    entry : mapping or None
        The new entry of the record; `None` of a party.
    number : int or None
        The position of the entry in its list to which only `evidence` is added; `None` for a new
        entry.
    evidence : tuple of mapping
        Pieces of evidence for an entry that is there.
    party : str or None
        The id of the party that is added or gets further names.
    """

    proposal: Proposal
    entry: Mapping[str, Any] | None = None
    number: int | None = None
    evidence: tuple[Mapping[str, str], ...] = ()
    party: str | None = None


Refused = tuple[Addition, str]


def settled(
    dossier: Dossier, additions: Sequence[Addition], parties: Parties, sources: Sources
) -> tuple[Dossier, list[Addition], list[Refused]]:
    """Return the dossier with all that can be added, what that is, and what is not, with why.

    Parameters
    ----------
    parties : Parties
        What is known of the parties that additions need.
    sources : mapping
        The entries of sources that are not in the dossier, their texts already beside it.
    """
    kept, refused = list(additions), list[Refused]()
    while kept:
        changes = [*_changes(dossier, kept, parties, sources)]
        try:
            return with_values(dossier, [change for _, change in changes]), kept, refused
        except DossierError as error:
            blamed = _blamed(dossier.text, changes, error.faults)
            if not blamed and len(kept) == 1:
                blamed = {0: error.faults[0]}
            if not blamed:
                return _halved(dossier, kept, parties, sources, refused)
            refused += [(kept[number], _why(fault)) for number, fault in sorted(blamed.items())]
            kept = [one for number, one in enumerate(kept) if number not in blamed]
    return dossier, kept, refused


def _halved(
    dossier: Dossier,
    additions: Sequence[Addition],
    parties: Parties,
    sources: Sources,
    refused: list[Refused],
) -> tuple[Dossier, list[Addition], list[Refused]]:
    """Return the same as :func:`settled` where a fault stands outside all that was added.

    One half is settled without the other; what is left of it is then tried with the other half.
    """
    middle = len(additions) // 2
    _, first, bad = settled(dossier, additions[:middle], parties, sources)
    refused = refused + bad
    _, second, bad = settled(dossier, additions[middle:], parties, sources)
    refused += bad
    if len(first) + len(second) < len(additions):
        changed, kept, bad = settled(dossier, [*first, *second], parties, sources)
        return changed, kept, refused + bad
    changed, kept, _ = settled(dossier, first, parties, sources)
    waits = "it does not go together with another accepted entry"
    return changed, kept, refused + [(one, waits) for one in second]


def _why(fault: Fault) -> str:
    return f"{fault.message}. {fault.remedy}" if fault.remedy else fault.message


def _changes(
    dossier: Dossier, additions: Sequence[Addition], parties: Parties, sources: Sources
) -> Iterator[tuple[frozenset[int], tuple[Path, Any]]]:
    """Yield each change with the numbers of the additions that it is made for."""
    cited: dict[str, set[int]] = {}
    named: dict[str, set[int]] = {}
    for number, one in enumerate(additions):
        pieces = one.evidence if one.number is not None else (one.entry or {}).get("evidence", ())
        for piece in pieces:
            cited.setdefault(piece["source"], set()).add(number)
        for party in parties.named(one.entry) if one.entry is not None else [one.party]:
            named.setdefault(str(party), set()).add(number)
    for source, fields in sources.items():
        if source in cited:
            yield frozenset(cited[source]), (("sources", source), fields)
    for party, fields in parties.new.items():
        if party in named:
            yield frozenset(named[party]), (("parties", party), fields)
    for party, names in parties.also.items():
        wanted = {n for n in named.get(party, ()) if additions[n].party == party}
        if wanted:
            every = [*dossier.parties[party].also, *names]
            yield frozenset(wanted), (("parties", party, "also"), every)
    ends: dict[tuple[str, int], int] = {}
    for number, one in enumerate(additions):
        if one.entry is None:
            continue
        name = one.proposal.kind
        entries = getattr(dossier.record, name)
        if one.number is None:
            end = ends.setdefault((name, -1), len(entries))
            ends[name, -1] += 1
            yield frozenset([number]), (("record", name, end), one.entry)
            continue
        for piece in one.evidence:
            end = ends.setdefault((name, one.number), len(entries[one.number].evidence))
            ends[name, one.number] += 1
            path: Path = ("record", name, one.number, "evidence", end)
            yield frozenset([number]), (path, piece)


def _blamed(
    text: str,
    changes: Sequence[tuple[frozenset[int], tuple[Path, Any]]],
    faults: Sequence[Fault],
) -> dict[int, Fault]:
    """Return for each addition in which a fault stands the first such fault."""
    changed = spliced(text, [change for _, change in changes])
    root, _ = grow(changed)
    if root is None:
        return {}
    nodes = unfold(root).nodes
    starts = [0, *accumulate(len(line) for line in changed.splitlines(keepends=True))]
    stretches = sorted(
        (node.start, node.end, sorted(numbers))
        for numbers, (path, _) in changes
        if (node := nodes.get(path)) is not None
    )
    blamed: dict[int, Fault] = {}
    for fault in faults:
        if not 0 < fault.line < len(starts):
            continue
        at = starts[fault.line - 1] + fault.column - 1
        # a fault at a key stands before the value
        found = bisect_right(stretches, at, key=lambda one: one[0]) - 1
        if found >= 0 and at < stretches[found][1]:
            for number in stretches[found][2]:
                blamed.setdefault(number, fault)
    return blamed
