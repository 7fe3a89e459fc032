"""Domains and profiles as GENIUS reads them.

GENIUS is the General Environment for Negotiation with Intelligent multi-purpose Usage Simulation
(Lin, Kraus, Baarslag, Tykhonov, Hindriks, Jonker 2014, Computational Intelligence 30:48-70). How
it reads its files was taken from the code of version 10.4: a package is worth the sum over issues
of the weight, as it is written, times the evaluation of the outcome. A discrete issue divides its
evaluations by the largest of them, and counts as 0 throughout where that is below 0.00001; an
integer issue is worth ``offset + slope * (value - lowerbound)``, kept within 0 and 1. The sum is
cut off at 1, and the reservation value is on its scale. Issues are matched by their index, items
by their value.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from detente.dossier.table_reading import MAX_ISSUES, MAX_OUTCOMES
from detente.dossier.wording import shown
from detente.negotiation.genius.xml import AttributeReader, Element, read_xml


@dataclass(frozen=True, slots=True)
class GeniusIssue:
    """An issue of a domain: its index, its name, and its items in order.

    `lowest` is the lower bound of an issue of whole numbers, `None` of a discrete one.
    """

    index: int
    name: str
    items: tuple[str, ...]
    lowest: int | None = None


@dataclass(frozen=True, slots=True)
class GeniusDomain:
    """What is on the table: a name and the issues in the order of the file."""

    name: str
    issues: tuple[GeniusIssue, ...]


def read_domain(path: str | os.PathLike[str]) -> GeniusDomain:
    """Return the domain in the file at `path`.

    Raises
    ------
    FileError
        If it is no domain of GENIUS, or one that cannot be read whole: issues of real numbers,
        too many issues or outcomes, an index or item that stands there twice.
    """
    return _DomainReader(read_xml(path)).read()


class GeniusReader(AttributeReader):
    """What reading a domain and reading a profile share."""

    def kind(self, issue: Element) -> str:
        """Return whether `issue` is discrete or of whole numbers."""
        kind = issue.attributes.get("type", "discrete").lower()
        if kind not in ("discrete", "integer"):
            self.refuse(
                issue, "xml-issue-kind",
                f"the issue {shown(issue.attributes.get('name', ''))} is of the kind {shown(kind)},"
                " and packages are made of outcomes that can be counted",
                "Write the values that matter as a discrete issue",
            )  # fmt: skip
        return kind

    def space(self, wrapped: bool) -> Element:
        """Return the utility space of the file, which a domain wraps into another element."""
        root = self.file.root
        inside = root.named("utility_space") if wrapped else []
        if root.tag != "utility_space" and not inside:
            what = "domain" if wrapped else "profile"
            self.refuse(
                root, "xml-not-genius", f"it is no {what} of GENIUS: it has no utility_space"
                f" {'in' if wrapped else 'as'} its outermost element {shown(root.tag)}",
                f"Name the file of a {what}",
            )  # fmt: skip
        return inside[0] if inside else root


class _DomainReader(GeniusReader):
    def read(self) -> GeniusDomain:
        space = self.space(wrapped=True)
        issues: dict[int, GeniusIssue] = {}
        for _, element in issues_in(space):
            issue = self._issue(element)
            if issue.index in issues:
                self.repeated(element, f"the issue with the index {issue.index}")
            issues[issue.index] = issue
            if len(issues) > MAX_ISSUES:
                self.refuse(
                    element, "too-many-issues", f"there are more than {MAX_ISSUES} issues",
                    "Leave out issues that nobody disagrees on",
                )  # fmt: skip
        if not issues:
            self.refuse(space, "xml-not-genius", "it has no issue", "Name the file of a domain")
        names = [child.attributes.get("name", "") for child in space.named("objective")]
        return GeniusDomain(next(iter(names), "") or self.file.path.stem, tuple(issues.values()))

    def _issue(self, element: Element) -> GeniusIssue:
        index, name = self.whole(element, "index"), self.text(element, "name")
        if self.kind(element) == "integer":
            low, high = self.whole(element, "lowerbound"), self.whole(element, "upperbound")
            if high < low:
                self.refuse(
                    element, "xml-number", f"the range of {shown(name)} runs from {low} to {high}",
                    "Put the bounds in order",
                )  # fmt: skip
            self._count(element, name, high - low + 1)
            return GeniusIssue(index, name, tuple(map(str, range(low, high + 1))), low)
        items: dict[str, None] = {}
        for item in element.named("item"):
            value = self.text(item, "value")
            if value in items:
                self.repeated(item, f"the item {shown(value)} of {shown(name)}")
            items[value] = None
        if not items:
            self.refuse(
                element, "xml-incomplete", f"the issue {shown(name)} has no item", "Add its items"
            )
        self._count(element, name, len(items))
        return GeniusIssue(index, name, tuple(items))

    def _count(self, element: Element, name: str, count: int) -> None:
        if count > MAX_OUTCOMES:
            self.refuse(
                element, "too-many-outcomes",
                f"{shown(name)} has {count:,} outcomes; at most {MAX_OUTCOMES:,} can be read",
                "Write coarser steps",
            )  # fmt: skip


def issues_in(space: Element) -> list[tuple[Element, Element]]:
    """Return every issue in `space` with the element around it, in the order of the file."""
    found = []
    waiting = [(space, child) for child in reversed(space.children)]
    while waiting:
        around, element = waiting.pop()
        if element.tag == "issue":
            found.append((around, element))
        elif element.tag == "objective":
            waiting.extend((element, child) for child in reversed(element.children))
    return found
