"""What a party at the table wants, from its shape to frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from detente.dossier.clause_reading import ClauseReader
from detente.dossier.reasons import Path
from detente.dossier.table import Amount, Group, Issue, Linked, Side, Values
from detente.dossier.table_shapes import SideShape, ValuesShape
from detente.dossier.values_reading import read_amount, read_values
from detente.dossier.wording import shown, suggest

SHARES_TOLERANCE = 1e-9


class SideReader:
    """Reads one party of the section ``negotiation``; faults go to the reader of `reading`."""

    def __init__(
        self, reading: ClauseReader, issues: tuple[Issue, ...], party: str, path: Path
    ) -> None:
        self.reading, self.reader, self.party, self.path = reading, reading.reader, party, path
        self.issues = {issue.id: issue for issue in issues}

    def read(self, shape: SideShape) -> Side:
        """Return what `shape` writes."""
        path, weights = self.path, self._weights(shape)
        return Side(
            party=self.party,
            weights=weights,
            values=self._values(shape, weights),
            place=self.reader.key_place(path),
            red_lines=self.reading.clauses(shape.red_lines, (*path, "red_lines")),
            no_deal=self._no_deal(shape.no_deal, path),
            linked=self._linked(shape),
            groups=self._groups(shape),
            threshold=shape.threshold,
            reason=self.reader.reason(path),
        )

    def _weights(self, shape: SideShape) -> dict[str, Amount]:
        path, found = (*self.path, "weights"), dict[str, Amount]()
        for issue, numbers in shape.weights.items():
            inner = (*path, issue)
            if self._known(issue, inner):
                found[issue] = read_amount(self.reader, numbers, inner)
        for issue in self.issues:
            if issue not in shape.weights:
                self.reader.fault(
                    self.reader.key_place(path), "missing-weight",
                    f"{self.party} gives {issue} no weight",
                    f"Add {issue} to its weights, with 0 if the issue does not matter to it",
                )  # fmt: skip
        if len(found) == len(self.issues) and not any(amount.high for amount in found.values()):
            self.reader.fault(
                self.reader.key_place(path), "no-weight",
                f"all weights of {self.party} are 0, so every package would be worth nothing to it",
                "Give at least one issue a weight above 0",
            )  # fmt: skip
        return {issue: found[issue] for issue in self.issues if issue in found}

    def _known(self, issue: str, path: Path) -> bool:
        """Tell whether there is such an issue; a fault at the key of `path` if not."""
        if issue in self.issues:
            return True
        self.reader.fault(
            self.reader.key_place(path), "unknown-issue", f"there is no issue {shown(issue)}",
            suggest(issue, self.issues, "Add it to issues"),
        )  # fmt: skip
        return False

    def _values(self, shape: SideShape, weights: Mapping[str, Amount]) -> dict[str, Values]:
        path = (*self.path, "values")
        found = self._values_at(shape.values, path)
        for issue in self.issues:
            matters = issue not in weights or weights[issue].high > 0
            if issue not in shape.values and matters:
                self.reader.fault(
                    self.reader.key_place(path), "missing-value",
                    f"{self.party} gives the outcomes of {issue} no values",
                    f"Add {issue} to its values, or give it the weight 0",
                )  # fmt: skip
        return found

    def _values_at(self, shapes: Mapping[str, ValuesShape], path: Path) -> dict[str, Values]:
        found: dict[str, Values] = {}
        for issue, shape in shapes.items():
            inner = (*path, issue)
            if self._known(issue, inner):
                values = read_values(self.reader, self.issues[issue], shape, inner)
                if values is not None:
                    found[issue] = values
        return {issue: found[issue] for issue in self.issues if issue in found}

    def _no_deal(self, numbers: tuple[float, float] | None, path: Path) -> Amount | None:
        if numbers is None:
            return None
        return read_amount(self.reader, numbers, (*path, "no_deal"))

    def _linked(self, shape: SideShape) -> tuple[Linked, ...]:
        path, found = (*self.path, "linked"), []
        for text, numbers in shape.linked.items():
            inner = (*path, text)
            clause = self.reading.clause(text, inner, self.reader.key_place(inner))
            found.append(Linked(clause, read_amount(self.reader, numbers, inner)))
        return tuple(found)

    def _groups(self, shape: SideShape) -> tuple[Group, ...]:
        path, found = (*self.path, "groups"), []
        for name, group in shape.groups.items():
            inner = (*path, name)
            found.append(
                Group(
                    id=name,
                    share=group.share,
                    veto=group.veto,
                    values=self._values_at(group.values, (*inner, "values")),
                    no_deal=self._no_deal(group.no_deal, inner),
                    place=self.reader.key_place(inner),
                    reason=self.reader.reason(inner),
                )
            )
        whole = fsum(group.share for group in found)
        if found and abs(whole - 1) > SHARES_TOLERANCE:
            self.reader.fault(
                self.reader.key_place(path), "shares-sum",
                f"the shares of the groups of {self.party} come to {whole:.12g}, not to 1",
                "Mend the shares, or add the group that is missing",
            )  # fmt: skip
        return tuple(found)
