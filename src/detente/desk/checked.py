"""What ``check`` answers: that the dossier is in order, what it holds, what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.dossier import Dossier, Remark, review
from detente.results import Manifest, Result
from detente.results.tables import Row
from detente.words import say
from detente.words.naming import clean

if TYPE_CHECKING:
    from detente.conflict import ConflictModel
    from detente.negotiation.model import TableModel


@dataclass(frozen=True, eq=False)
class CheckResult(Result):
    """A dossier without faults.

    Parameters
    ----------
    dossier : Dossier
        The dossier.
    states : int or None
        The number of feasible states; `None` without a section ``conflict``.
    remarks : tuple of Remark
        What a second reader should look at; unless reviewed, only members of merged states
        that a preference tells apart.
    reviewed : bool
        Whether it was reviewed.
    packages : int or None
        The number of packages that can be; `None` without a section ``negotiation``, or where
        its rules tie so many issues together that they cannot be counted.
    """

    dossier: Dossier
    states: int | None
    remarks: tuple[Remark, ...]
    reviewed: bool
    packages: int | None = None

    @property
    def manifest(self) -> Manifest:
        """What the answer was made from."""
        return Manifest("check", self.dossier.digest, {"review": self.reviewed})

    def title(self) -> str:
        """Return one line that says that the dossier is in order."""
        return say("check.ok", title=clean(self.dossier.title))

    def counts(self) -> dict[str, int | None]:
        """Return how much of each kind the dossier holds; `None` where it cannot be counted."""
        dossier, standoff = self.dossier, self.dossier.standoff
        evidence = [piece for reason in dossier.reasons.values() for piece in reason.evidence] + [
            piece for item in dossier.record.items() for piece in item.evidence
        ]
        return {
            "sources": len(dossier.sources),
            "parties": len(dossier.parties),
            "players": 0 if standoff is None else len(standoff.players),
            "options": 0 if standoff is None else len(standoff.options),
            "states": self.states or 0,
            "issues": 0 if dossier.table is None else len(dossier.table.issues),
            "packages": 0 if dossier.table is None else self.packages,
            "record": len(list(dossier.record.items())),
            "quotes": len(evidence),
            "verified_quotes": sum(piece.span is not None for piece in evidence),
        }

    def content(self) -> dict[str, Any]:
        """Return the answer as a JSON object."""
        content: dict[str, Any] = {
            "ok": True,
            "title": self.dossier.title,
            "counts": self.counts(),
            "faults": [],
        }
        if self.reviewed or self.remarks:
            content["review"] = [
                {
                    "line": remark.line,
                    "column": remark.column,
                    "code": remark.code,
                    "message": remark.message,
                }
                for remark in self.remarks
            ]
        return content

    def rows(self) -> Iterator[Row]:
        """Yield a row a count, then a row a remark."""
        for name, number in self.counts().items():
            yield {"kind": "count", "code": name, "line": "", "text": number}
        for remark in self.remarks:
            yield {
                "kind": "review",
                "code": remark.code,
                "line": remark.line or "",
                "text": remark.message,
            }

    def to_text(self) -> str:
        """Return what the dossier holds, in words."""
        lines = [self.title()]
        lines += [
            say(f"check.count.{name}" if n > 1 else f"check.count.{name}.one", n=f"{n:,}")
            for name, n in self.counts().items()
            if n
        ]
        if self.reviewed or self.remarks:
            lines += ["", say("check.review" if self.remarks else "check.review_none")]
            for remark in self.remarks:
                place = say("check.line", line=remark.line) if remark.line else ""
                lines.append(f"  {place}{clean(remark.message)} [{remark.code}]")
        return "\n".join(lines) + "\n"


def remarks_of(
    dossier: Dossier,
    model: ConflictModel | None,
    reviewed: bool = True,
    table: TableModel | None = None,
) -> tuple[Remark, ...]:
    """Return the warnings that only the compiled models show, and what else a review finds."""
    found = list(review(dossier)) if reviewed else []
    if model is not None and model.merged is not None:
        from detente.conflict.differing import differing_members

        found += differing_members(dossier, model)
    if model is not None and reviewed:
        from detente.conflict.perceived import idle_perceptions

        found += idle_perceptions(dossier, model)
    if table is not None and reviewed:
        from detente.negotiation.idle import idle_red_lines

        found += idle_red_lines(dossier, table)
    return tuple(sorted(found))
