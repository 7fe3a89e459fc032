"""How many mentions of whole reports are found and right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from detente.reading.analysis import Analysis, Mention
from detente.reading.cast import Cast, build_cast
from tests.reading import marked

GOLD = Path(__file__).with_name("mentions_gold.txt")
"""Own reports: a day after ``#``, sentences, and indented below each who is mentioned in it and by
which words: a party's names with ``|`` between them, people after ``@``, anybody as ``?``."""


def reports() -> list[tuple[str, list[tuple[str, list[tuple[str, str]]]]]]:
    """Return the reports of :data:`GOLD`."""
    found: list[tuple[str, list[tuple[str, list[tuple[str, str]]]]]] = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append((line[2:], []))
        elif line.startswith("    "):
            words, _, meaning = line.strip().partition(" = ")
            found[-1][1][-1][1].append((words, meaning))
        else:
            found[-1][1].append((line, []))
    return found


def right(mention: Mention, meaning: str, cast: Cast, day: date) -> bool:
    """Tell whether a mention means those who are written down."""
    if meaning == "?":
        return True
    if meaning.startswith("@"):
        return sorted(mention.people) == sorted(meaning[1:].split("|"))
    wanted = [cast.find(name, day) for name in meaning.split("|")]
    return len(wanted) == len(mention.parties) and all(
        any(party in ids for ids in wanted) for party in mention.parties
    )


def test_mentions_of_sixteen_reports(analyse: Callable[..., Analysis]) -> None:
    cast = build_cast({})
    count: Counter[str] = Counter()
    for published, sentences in reports():
        text = "\n\n".join(sentence for sentence, _ in sentences)
        analysis = analyse(text, published=published)
        day = date.fromisoformat(published)
        start = 0
        for sentence, gold in sentences:
            start = text.index(sentence, start)
            end = start + len(sentence)
            left = [
                one
                for one in analysis.mentions
                if start <= one.start < end and (one.parties or one.people or one.sort == "source")
            ]
            for words, meaning in gold:
                match = re.search(rf"\b{re.escape(words)}\b", sentence)
                assert match is not None, words
                first, last = start + match.start(), start + match.end()
                near = [one for one in left if one.start < last and one.end > first]
                found = next((one for one in near if right(one, meaning, cast, day)), None)
                if found is not None:
                    left.remove(found)
                count["found" if found is not None else "missed"] += 1
            count["wrong"] += len(left)
            start = end
    precision = count["found"] / (count["found"] + count["wrong"])
    recall = count["found"] / (count["found"] + count["missed"])
    assert precision > 0.9, count
    assert recall > 0.88, count


def test_mentions_of_marked_reports(analyse: Callable[..., Analysis]) -> None:
    cast = build_cast({})
    count: Counter[str] = Counter()
    for day, text, marks in marked.reports():
        analysis = analyse(text, published=day)
        count += marked.compared(analysis, marks, cast, date.fromisoformat(day))
    assert sum(count.values()) > 850
    assert count["found"] / (count["found"] + count["wrong"]) > 0.98, count
    assert count["found"] / (count["found"] + count["missed"]) > 0.95, count
