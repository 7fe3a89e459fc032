"""Amounts in a text: numbers with the words that bound them, "at least", "up to", "between"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.reading.figures.numbers import MANY, NUMBER, many, number, scale, unscaled

_S = "[ \u00a0\u2009\u202f]{1,3}"
_LOW = (
    "at least", "more than", "over", "no fewer than", "no less than", "not less than",
    "upwards of", "well over", "a minimum of", "in excess of", "above", "exceeding", "exceeds",
    "exceeded", "surpassed", "passed", "upward of", "well above", "not fewer than", "topped",
)  # fmt: skip
_HIGH = (
    "up to", "fewer than", "less than", "as many as", "as much as", "no more than",
    "not more than", "at most", "under", "below", "a maximum of",
)  # fmt: skip
_AROUND = (
    "about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated",
    "close to", "just over", "just under", "estimated", "an additional", "another", "exactly",
    "the first", "about an", "nearly an",
)  # fmt: skip


def _phrases(words: tuple[str, ...]) -> str:
    return "|".join(one.replace(" ", _S) for one in sorted(words, key=len, reverse=True))


_MONEY = "US\\$|[$€£]"
_PATTERN = re.compile(
    f"(?:\\b(?:(?P<low>(?i:{_phrases(_LOW)}))|(?P<high>(?i:{_phrases(_HIGH)}))"
    f"|(?P<around>(?i:{_phrases(_AROUND)}))|(?P<between>(?i:between))|(?P<from>(?i:from))){_S})?"
    f"(?:(?i:the|about|an?{_S}estimated|some){_S})?(?P<money>{_MONEY})?"
    f"(?:(?P<many>{MANY})|(?<![\\w.,/:$€£-])(?P<one>{NUMBER})|(?<=[$€£])(?P<paid>{NUMBER}))"
    f"(?:(?P<join>(?:{_S})?[-–—](?:{_S})?|{_S}(?:to|and|or){_S}(?:up{_S}to{_S})?)"
    f"(?:{_MONEY})?(?P<two>{NUMBER}))?"
    "(?![\\w/:]|[.,][0-9]|-(?!year|strong)[0-9])"
    f"(?P<percent>(?:{_S})?%|{_S}(?i:per(?:{_S})?cent)\\b)?"
    f"(?:{_S}(?P<more>or{_S}more|or{_S}so)\\b)?"
)


class Amount(NamedTuple):
    """An amount: its place in the text, what it bounds, and whether only its size is told."""

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    vague: bool = False
    money: str | None = None
    percent: bool = False


_CURRENCY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text, in order."""
    at = 0
    while (found := _PATTERN.search(text, at)) is not None:
        amount, at = _amount(found), max(found.end(), at + 1)
        if found["two"] and amount is not None and amount.end < found.end():
            at = amount.end
        if amount is not None:
            yield amount


def _amount(found: re.Match[str]) -> Amount | None:
    start, end = found.span()
    money = _CURRENCY.get(found["money"] or "")
    percent = found["percent"] is not None
    if found["many"]:
        if found["two"]:
            end = found.start("join")
        return Amount(start, end, many(found["many"]), None, None, True, money, percent)
    words = found["one"] or found["paid"]
    first = number(words)
    join = (found["join"] or "").strip().casefold()
    if found["two"] and (join.startswith("to") or not join.isalpha() or found["between"]):
        return _range(found, words, first, money, percent)
    if found["two"] and join == "or" and not found["low"] and not found["high"]:
        return _range(found, words, first, money, percent)
    if found["two"]:
        end = found.start("join")
    low = found["low"] or (found["more"] or "").endswith("more")
    if low:
        return Amount(start, end, first, None, None, False, money, percent)
    if found["high"]:
        return Amount(start, end, None, None, first, False, money, percent)
    return Amount(start, end, None, first, None, False, money, percent)


def _range(
    found: re.Match[str], words: str, first: float, money: str | None, percent: bool
) -> Amount | None:
    start, end = found.span()
    second = number(found["two"])
    if scale(words) == 1 and scale(found["two"]) > 1 and first <= unscaled(found["two"]):
        first *= scale(found["two"])
    if found["from"]:
        return Amount(start, end, None, second, None, False, money, percent)
    if first > second:
        return Amount(start, found.start("join"), None, first, None, False, money, percent)
    return Amount(start, end, first, None, second, False, money, percent)
