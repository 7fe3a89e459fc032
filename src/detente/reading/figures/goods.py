"""Aid and territory: amounts of money and of goods, and shares of a land that somebody holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.figures.amounts import Amount
from detente.reading.figures.counting import Counted
from detente.reading.figures.phrases import end_of, start_of
from detente.reading.figures.things import GIVE, GOODS, HELP, HOLD, LAND

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CURRENCIES = {
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP",
}  # fmt: skip
_NEAR = 9


def goods(words: Words, amount: Amount) -> tuple[Counted, str] | None:
    """Return what an amount of money, goods or land counts, with its unit; `None` for others."""
    doc, end = words.doc, words.end
    if amount.percent:
        thing = _land(words)
        return None if thing is None else (thing, "percent")
    unit = amount.money
    after = doc[end].lower_ if end < len(doc) else ""
    if unit is None and after in ("us", "u.s.") and end + 1 < len(doc):
        end, after = end + 1, doc[end + 1].lower_
    if unit is None and after in _CURRENCIES:
        unit, end = _CURRENCIES[after], end + 1
    if unit is None and after in GOODS:
        unit, end = "tonnes" if after.startswith("ton") else "trucks", end + 1
    if unit is None:
        return None
    thing = _help(words, end)
    return None if thing is None else (thing, unit)


def _help(words: Words, end: int) -> Counted | None:
    """Return the aid that money or goods are: "in humanitarian aid", "aid package"."""
    doc, stop = words.doc, end_of(words, end + _NEAR)
    run: list[Token] = []
    for i in range(end, stop):
        token = doc[i]
        if token.lower_ in HELP:
            run.append(token)
            ahead = doc[i + 1] if i + 1 < stop else None
            if ahead is None or ahead.lower_ not in HELP:
                name = "".join(one.text_with_ws for one in run).strip()
                return Counted(name, "", token, _verb(token), token.i)
        elif token.pos_ in ("ADJ", "NOUN", "PROPN"):
            run.append(token)
        elif token.lower_ in ("in", "of", "worth", "for", "as", "-", "a", "the") and i < end + 6:
            run = []
        else:
            break
    verb = _verb(words.root)
    if verb is not None and verb.lemma_ in GIVE:
        given = next((one for one in verb.subtree if one.lower_ in HELP), None)
        if given is not None:
            return Counted(given.text, "", given, verb, words.end - 1, "medium")
        if verb.lemma_ in ("pledge", "donate"):
            return Counted("aid pledged", "", verb, verb, words.end - 1, "medium")
    return None


def _land(words: Words) -> Counted | None:
    """Return the land of which somebody holds a share."""
    doc, stop = words.doc, end_of(words, words.end + 6)
    if words.end >= stop or doc[words.end].lower_ not in ("of", "territory", "territorial"):
        return None
    for i in range(words.end, stop):
        token = doc[i]
        named = token.pos_ == "PROPN" and token.ent_type_ in ("GPE", "LOC")
        if token.lower_ not in LAND and not named:
            continue
        verb = next(
            (one for one in (token, *token.ancestors) if one.lemma_ in HOLD),
            next(
                (
                    one
                    for one in doc[start_of(words, words.start - 20) : stop]
                    if one.lemma_ in ("control", "hold", "occupy")
                ),
                None,
            ),
        )
        if verb is None:
            return None
        land = doc[words.end + 1 : i + 1].text if doc[words.end].lower_ == "of" else token.text
        land = " ".join(land.split()).removeprefix("the ").removeprefix("its ")
        held = verb if verb.pos_ == "VERB" else None
        return Counted(f"share of {land} held", "", verb, held, max(i, words.end - 1), "medium")
    return None


def _verb(token: Token) -> Token | None:
    return next((one for one in (token, *token.ancestors) if one.pos_ == "VERB"), None)
