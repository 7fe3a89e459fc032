"""How well reports are read: ten reports that the rules were not written on, item by item.

Run ``python -m tests.reading.measure`` from the root of the project. ``--misses`` lists what was
proposed wrongly and what was not found. How an item counts as right is told in
``docs/explanation/how-well-it-reads.md``; :func:`agrees` is the same as code.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from detente.reading.cast import Cast, build_cast
from detente.reading.pipeline import Parser, load_parser
from detente.reading.read import Reader, Reading
from detente.reading.report import Report, Span

REPORTS = Path(__file__).with_name("reports")

KINDS = (
    "parties",
    "people",
    "statements",
    "positions",
    "talks",
    "truces",
    "events",
    "support",
    "figures",
    "dates",
)

WHOLE = ("parties", "people")
"""Kinds that a report tells once, wherever it names them: the sentence is not compared."""

BESIDE = ("parties", "dates")
"""Kinds that proposals rest on; nobody decides on each of them."""

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and as at be been by for from had has have his in is it its no not of on or our s"
        " that the their them they this to was were which who will with would",
    )
)
"""Words too small to show that two texts speak of the same."""


@dataclass(frozen=True, slots=True)
class Item:
    """A proposal or an item that should be proposed, with the places it rests on."""

    report: str
    kind: str
    fields: Mapping[str, Any]
    spans: tuple[Span, ...]
    optional: bool = False

    def __str__(self) -> str:
        told = ", ".join(f"{key}: {value}" for key, value in self.fields.items())
        return f"{self.report} [{self.kind}] {told}"


@dataclass(slots=True)
class Score:
    """Counts of one kind: right, proposed wrongly, missed, and found in the right sentence."""

    right: int = 0
    wrong: list[Item] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)
    seen: int = 0

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right."""
        return self.right / (self.right + len(self.wrong)) if self.right else 0.0

    @property
    def recall(self) -> float:
        """The share of what should be proposed that was."""
        return self.right / (self.right + len(self.missed)) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def wanted(self) -> int:
        """How many items should be proposed."""
        return self.right + len(self.missed)

    def add(self, other: Score) -> None:
        """Count another score in."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.seen += other.seen


# The reports and what they should give


def reports() -> Iterator[Report]:
    """Yield the reports, dated by the names of their files."""
    for path in sorted(REPORTS.glob("*.txt")):
        day = date.fromisoformat(path.stem[-10:])
        yield Report(text=path.read_text(encoding="utf-8"), origin=path.name, published=day)


def gold(report: Report) -> dict[str, Any]:
    """Return the list of what an informed reader wants of `report`, as written."""
    written: dict[str, Any] = YAML(typ="safe", pure=True).load(
        (REPORTS / f"{report.origin[:-15]}.yaml").read_text(encoding="utf-8")
    )
    return written


def places(text: str, words: str) -> tuple[Span, ...]:
    """Return where `words` stand in `text`, white space aside."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return tuple(found.span() for found in re.finditer(pattern, text))


def wanted(report: Report) -> Iterator[Item]:
    """Yield the items that should be proposed of `report`."""
    for kind, entries in gold(report).items():
        for entry in entries:
            entry = {"name": entry} if isinstance(entry, str) else dict(entry)
            optional = entry.pop("optional", False)
            at = entry.pop("at", [])
            starts = [at] if isinstance(at, str) else at
            spans = [span for words in starts for span in places(report.text, words)]
            yield Item(report.origin, kind, entry, tuple(spans), optional)


def proposed(reading: Reading) -> Iterator[Item]:
    """Yield what was found in a report: proposals, parties that are meant, and dates."""
    origin = reading.report.origin
    parties: dict[str, Span] = {}
    for one in reading.found:
        if one.kind == "parties":
            parties.setdefault(one.fields["id"], one.span)
        else:
            yield Item(origin, one.kind, one.fields, (one.span, *one.also))
    for note in reading.noted:
        if note.kind == "mentions":
            for party in note.fields.get("parties", ()):
                parties.setdefault(party, note.sentence)
        elif "value" in note.fields:
            yield Item(origin, "dates", note.fields, (note.sentence,))
    for party, span in parties.items():
        yield Item(origin, "parties", {"id": party}, (span,))


# When an item is right


def tokens(text: object) -> frozenset[str]:
    """Return the words of `text` that carry meaning, folded."""
    plain = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall(r"[a-z0-9]+", plain)) - _SMALL


def choices(text: object) -> list[str]:
    """Return the alternatives of a value written ``one | another``."""
    return [part.strip() for part in str(text).split("|")]


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares names: the cast, the day, and further names that a report's parties go by."""

    cast: Cast
    day: date | None
    names: Mapping[str, str]

    def means(self, name: str, value: str) -> bool:
        """Whether `value`, an id, a person or the words of a source, is who `name` says."""
        return any(self._is(one, value) for one in choices(self.names.get(name, name)))

    def _is(self, name: str, value: str) -> bool:
        if name == "*":
            return True
        ids = self.cast.find(name, self.day)
        if ids:
            return value in ids or value in map(self.cast.government_of, ids)
        left, right = tokens(name), tokens(value)
        if not left or not right:
            return False
        if left <= right or right <= left:
            return True
        return " " in value and _last(name) == _last(value)

    def same(self, names: object, values: Sequence[str]) -> bool:
        """Whether `values` are exactly those whom `names` lists."""
        if isinstance(names, list):
            return self._pairs(names, values)
        return any(
            one == "*" or self._pairs([] if one == "-" else one.split(" & "), values)
            for one in choices(names)
        )

    def _pairs(self, names: Sequence[str], values: Sequence[str]) -> bool:
        if names == ["*"]:
            return bool(values)
        if len(names) != len(values):
            return False
        return len(_paired(names, values, self.means)) == len(names)


def _last(name: str) -> str:
    words = re.findall(r"[^\W_]+", name)
    return str(min(tokens(words[-1]), default="")) if words else ""


def _paired(
    left: Sequence[Any], right: Sequence[Any], fits: Callable[[Any, Any], bool]
) -> dict[int, int]:
    """Return a largest one to one matching, from `left` to `right`; earlier ones stay matched."""
    owner: dict[int, int] = {}
    edges = [[j for j, other in enumerate(right) if fits(one, other)] for one in left]

    def place(one: int, tried: set[int]) -> bool:
        for other in edges[one]:
            if other not in tried:
                tried.add(other)
                if other not in owner or place(owner[other], tried):
                    owner[other] = one
                    return True
        return False

    for one in range(len(left)):
        place(one, set())
    return {one: other for other, one in owner.items()}


def _one_of(want: object, value: object) -> bool:
    """Whether `value` is one of those allowed; ``-`` allows none, ``*`` everything."""
    allowed = choices(want)
    return "*" in allowed or ("-" in allowed if value in (None, "") else str(value) in allowed)


def _shares(want: object, value: object) -> bool:
    """Whether the words have one in common; ``-`` allows none."""
    allowed = choices(want)
    if "*" in allowed:
        return True
    if not value:
        return "-" in allowed
    return bool(tokens(want) & tokens(value))


def _within(want: object, value: object) -> bool:
    """Whether all words of the one stand in the other; ``-`` allows anything."""
    if "-" in choices(want):
        return True
    right = tokens(value or "")
    return bool(right) and any(
        tokens(one) <= right or right <= tokens(one) for one in choices(want)
    )


def _people(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    return (
        judge.means(want["name"], has["name"])
        and judge.same(want["party"], [has["party"]] if has.get("party") else [])
        and _within(want["role"], has.get("role"))
    )


def _statements(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    cue = {word[:4] for word in tokens(has.get("cue", ""))}
    return (
        judge.same(want["by"], has.get("by", []))
        and judge.same(want.get("to", []), has.get("to", []))
        and _one_of(want["act"], has.get("act"))
        and bool({word[:4] for word in tokens(want["cue"])} & cue)
    )


def _positions(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    told = " ".join(str(has.get(key, "")) for key in ("about", "stance"))
    limit = " ".join(str(has[key]) for key in ("until", "unless") if has.get(key))
    wanted_limit = want.get("until", want.get("unless"))
    return (
        judge.same(want["party"], [has["party"]] if has.get("party") else [])
        and _shares(want["about"], told)
        and (_shares(wanted_limit, limit) if wanted_limit else not limit)
    )


def _talks(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    return (
        judge.same(want["parties"], has.get("parties", []))
        and ("place" not in want or _shares(want["place"], has.get("place")))
        and (
            "from" not in want
            or any(_one_of(want["from"], has.get(key)) for key in ("from", "date"))
        )
        and _one_of(want["status"], has.get("status"))
        and ("level" not in want or _one_of(want["level"], has.get("level")))
    )


def _truces(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    return (
        judge.same(want["parties"], has.get("parties", []))
        and _one_of(want["fate"], has.get("fate", "unknown"))
        and all(
            key not in want or _one_of(want[key], has.get(key, has.get("date")))
            for key in ("declared", "ended")
        )
    )


def _events(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    by, to = has.get("by", []), has.get("to", [])
    if has.get("plover") == "AGREE":
        by, to = [*by, *to], []
    return (
        judge.same(want["by"], by)
        and judge.same(want.get("to", []), to)
        and _one_of(want["plover"], has.get("plover"))
    )


def _support(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    return judge.same(want["by"], has.get("by", [])) and judge.same(want["to"], has.get("to", []))


def _figures(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    keys = ("low", "best", "high")
    if want.get("loose"):
        numbers = any(has.get(key) in {want[k] for k in keys if k in want} for key in keys)
    else:
        numbers = all(_number(want.get(key), has.get(key)) for key in keys)
    counter = has.get("counted_by")
    counted = want.get("counted_by", "-")
    return (
        numbers
        and _shares(want["what"], f"{has.get('what', '')} {has.get('unit', '')}")
        and (judge.same(counted, [counter] if counter else []) or _shares(counted, counter))
    )


def _number(want: object, value: object) -> bool:
    return value is None if want is None else value is not None and str(value) in _plain(want)


def _plain(want: object) -> set[str]:
    return {form for one in choices(want) for form in (one, str(float(one)))}


def _dates(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    return _shares(want["words"], has["surface"]) and _one_of(want["value"], has["value"])


def _parties(judge: Judge, want: Mapping[str, Any], has: Mapping[str, Any]) -> bool:
    return judge.means(want["name"], has["id"])


_RULES: dict[str, Callable[[Judge, Mapping[str, Any], Mapping[str, Any]], bool]] = {
    "parties": _parties,
    "people": _people,
    "statements": _statements,
    "positions": _positions,
    "talks": _talks,
    "truces": _truces,
    "events": _events,
    "support": _support,
    "figures": _figures,
    "dates": _dates,
}


def near(want: Item, has: Item) -> bool:
    """Whether the proposal rests on a sentence in which the item stands."""
    return any(a < d and c < b for a, b in want.spans for c, d in has.spans)


def agrees(judge: Judge, want: Item, has: Item) -> bool:
    """Whether a proposal is the item: its sentence and all fields that count."""
    here = want.kind in WHOLE or near(want, has)
    return here and _RULES[want.kind](judge, want.fields, has.fields)


# Counting


def score(judge: Judge, want: Sequence[Item], has: Sequence[Item]) -> Score:
    """Count the proposals of one kind in one report against what should be proposed.

    What is optional counts neither for nor against: found, it is no error; not found, no miss.
    """
    must = [one for one in want if not one.optional]
    ordered = [*must, *(one for one in want if one.optional)]
    pairs = _paired(ordered, has, lambda one, other: agrees(judge, one, other))
    taken = set(pairs.values())
    right = [number for number in pairs if number < len(must)]
    seen = _paired(must, has, near) if must and must[0].kind not in WHOLE else dict.fromkeys(right)
    return Score(
        len(right),
        [one for number, one in enumerate(has) if number not in taken],
        [one for number, one in enumerate(must) if number not in pairs],
        len(seen),
    )


def measure(parser: Parser) -> dict[str, Score]:
    """Return the scores of each kind over the ten reports."""
    cast = build_cast({})
    scores = {kind: Score() for kind in KINDS}
    for reading in Reader(cast, parser).read(reports()):
        want, has = list(wanted(reading.report)), list(proposed(reading))
        names = {}
        for one in want:
            if one.kind == "parties":
                names[choices(one.fields["name"])[0]] = one.fields["name"]
        judge = Judge(cast, reading.report.published, names)
        for kind, total in scores.items():
            total.add(
                score(
                    judge,
                    [one for one in want if one.kind == kind],
                    [one for one in has if one.kind == kind],
                )
            )
    return scores


def table(scores: Mapping[str, Score]) -> str:
    """Return the scores as a table, what a person decides on together in its last row."""
    total = Score()
    for kind, one in scores.items():
        if kind not in BESIDE:
            total.add(one)
    lines = [
        "| Kind | Wanted | Proposed | Right | Precision | Recall | F1 | Sentence found |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for kind, one in [*scores.items(), ("all but parties and dates", total)]:
        counts = f"{one.wanted} | {one.right + len(one.wrong)} | {one.right}"
        shares = f"{one.precision:.2f} | {one.recall:.2f} | {one.f1:.2f}"
        lines.append(f"| {kind} | {counts} | {shares} | {one.seen} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table, and with ``--misses`` each error."""
    scores = measure(load_parser())
    print(table(scores))
    if "--misses" in arguments:
        for one in scores.values():
            print(*("wrong:  " + str(item) for item in one.wrong), sep="\n")
            print(*("missed: " + str(item) for item in one.missed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
