"""Profiles as GENIUS reads them; see :mod:`detente.negotiation.genius.domain`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.dossier.wording import shown, suggest
from detente.negotiation.genius.domain import GeniusDomain, GeniusIssue, GeniusReader, issues_in
from detente.negotiation.genius.xml import Element, XmlFile, read_xml

NOTHING = 0.00001
"""GENIUS takes a discrete issue whose largest evaluation is below this to be worth nothing."""

_NOT_ADDITIVE = ("nonlinear", "constraint")


@dataclass(frozen=True, slots=True)
class GeniusProfile:
    """What one side wants.

    Parameters
    ----------
    name : str
        What the file calls it, or else the file's name without its ending.
    weights : mapping
        By issue index, as written.
    evaluations : mapping
        By issue index, one an item, 0 to 1, as GENIUS scales them.
    reservation : float
        As written; 0 where absent.
    discount : float or None
        As written.
    """

    file: Path
    name: str
    weights: Mapping[int, float]
    evaluations: Mapping[int, tuple[float, ...]]
    reservation: float
    discount: float | None


def read_profile(path: str | os.PathLike[str], domain: GeniusDomain) -> GeniusProfile:
    """Return the profile in the file at `path`, a utility space over `domain`.

    Raises
    ------
    FileError
        If it is no profile of GENIUS, is not additive, does not fit the domain, leaves out a
        weight or an evaluation, or has a number that is negative or not finite.
    """
    return _ProfileReader(read_xml(path), domain).read()


class _ProfileReader(GeniusReader):
    def __init__(self, file: XmlFile, domain: GeniusDomain) -> None:
        super().__init__(file)
        self.issues = {issue.index: issue for issue in domain.issues}

    def read(self) -> GeniusProfile:
        space = self.space(wrapped=False)
        kind = space.attributes.get("type", "")
        if kind.lower() in _NOT_ADDITIVE:
            self.refuse(
                space, "xml-not-additive",
                f"its utility space is of the kind {shown(kind)}, in which issues do not add up",
                "Name a profile with a weight for each issue",
            )  # fmt: skip
        weights: dict[int, float] = {}
        evaluations: dict[int, tuple[float, ...]] = {}
        for around, element in issues_in(space):
            index = self.whole(element, "index")
            if index in evaluations:
                self.repeated(element, f"the issue with the index {index}")
            issue = self.issues.get(index)
            if issue is None:
                self.refuse(
                    element, "xml-mismatch", f"the domain has no issue with the index {index}",
                    "Name a profile of this domain",
                )  # fmt: skip
            if (self.kind(element) == "integer") != (issue.lowest is not None):
                self.refuse(
                    element, "xml-mismatch",
                    f"the issue {shown(issue.name)} is of another kind in the domain",
                    "Name a profile of this domain",
                )  # fmt: skip
            evaluations[index] = self._evaluations(element, issue)
            weights[index] = self._weight(around, element, index)
        for issue in self.issues.values():
            if issue.index not in evaluations:
                self.refuse(
                    space, "xml-incomplete", f"the issue {shown(issue.name)} is left out",
                    "Add it, or name a profile of this domain",
                )  # fmt: skip
        if not any(weights.values()):
            self.refuse(space, "xml-number", "all weights are 0", "Give one issue a weight")
        return GeniusProfile(
            file=self.file.path,
            name=space.attributes.get("name", "").strip() or self.file.path.stem,
            weights=weights,
            evaluations=evaluations,
            reservation=self._single(space, "reservation") or 0.0,
            discount=self._single(space, "discount_factor"),
        )

    def _single(self, space: Element, tag: str) -> float | None:
        found = space.named(tag)
        return self.number(found[0], "value") if found else None

    def _weight(self, around: Element, issue: Element, index: int) -> float:
        """Return the weight beside `issue`."""
        found = [
            element
            for element in around.named("weight")
            if element.attributes.get("index", "").strip() == str(index)
        ]
        if len(found) > 1:
            self.repeated(found[1], f"the weight of the issue with the index {index}")
        if not found:
            self.refuse(
                issue, "xml-incomplete", f"no weight with the index {index} stands beside it",
                "Add the weight",
            )  # fmt: skip
        return self.number(found[0], "value")

    def _evaluations(self, element: Element, issue: GeniusIssue) -> tuple[float, ...]:
        if issue.lowest is not None:
            return self._linear(element, issue)
        found: dict[str, float] = {}
        for item in element.named("item"):
            value = self.text(item, "value")
            if value not in issue.items:
                self.refuse(
                    item, "xml-unknown-item",
                    f"the issue {shown(issue.name)} of the domain has no item {shown(value)}",
                    suggest(value, issue.items, "Name a profile of this domain"),
                )  # fmt: skip
            if value in found:
                self.repeated(item, f"the item {shown(value)} of {shown(issue.name)}")
            found[value] = self.number(item, "evaluation")
        missing = [value for value in issue.items if value not in found]
        if missing:
            self.refuse(
                element, "xml-incomplete",
                f"the item {shown(missing[0])} of {shown(issue.name)} has no evaluation",
                "Add it with its evaluation",
            )  # fmt: skip
        largest = max(found.values())
        if largest < NOTHING:
            return (0.0,) * len(issue.items)
        return tuple(found[value] / largest for value in issue.items)

    def _linear(self, element: Element, issue: GeniusIssue) -> tuple[float, ...]:
        """Return what each whole number is worth."""
        slope = offset = 0.0
        for evaluator in element.named("evaluator")[:1]:
            slope = self.number(evaluator, "slope", negative=True)
            offset = self.number(evaluator, "offset", negative=True)
        lowest = self.whole(element, "lowerbound")
        return tuple(
            min(1.0, max(0.0, offset + slope * (int(value) - lowest))) for value in issue.items
        )
