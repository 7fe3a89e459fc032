"""The noun phrase after an amount, and the words for what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.figures.things import ARMED, FILLERS, PEOPLE, STANDING, STATES

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


_SKIPPED = frozenset(("of", "the", "their", "its", "these", "those", "his", "our"))


NEAR = 6


def end_of(words: Words, limit: int) -> int:
    """Return the index up to which words can be looked at: `limit`, or the sentence's end."""
    numbers: list[int] = words.doc.user_data["sentences"]
    here, i = numbers[words.start], words.end
    while i < min(limit, len(numbers)) and numbers[i] == here:
        i += 1
    return i


def start_of(words: Words, limit: int) -> int:
    """Return the index from which words can be looked at: `limit`, or the sentence's start."""
    numbers: list[int] = words.doc.user_data["sentences"]
    here, i = numbers[words.start], words.start
    while i > max(limit, 0) and numbers[i - 1] == here:
        i -= 1
    return i


def run_after(words: Words) -> list[Token]:
    """Return the words after an amount, up to the end of the noun phrase that it opens."""
    doc, i = words.doc, words.end
    run: list[Token] = []
    skipped = 0
    while i < len(doc) and doc[i].lower_ in _SKIPPED and skipped < 3:
        i, skipped = i + 1, skipped + 1
    stop = min(i + NEAR, end_of(words, i + NEAR))
    while i < stop:
        token = doc[i]
        ahead = doc[i + 1] if i + 1 < stop else None
        if token.lower_ in FILLERS and not run:
            pass
        elif (
            token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ == "VBN" or _is_state(token, ahead)
        ):
            if run and is_known(run[-1]) and not is_known(token):
                break
            if run and run[-1].lower_ in STANDING and token.lower_ in STATES:
                break
            run.append(token)
            if token.tag_ == "VBN" and token.lower_ in STATES and not _leads(ahead):
                break
        elif token.lower_ in ("-", "internally", "newly", "seriously", "badly", "critically") or (
            token.lower_ == "and" and run and _joins(run[-1], ahead)
        ):
            run.append(token)
        else:
            break
        i += 1
    return run


def _is_state(token: Token, ahead: Token | None) -> bool:
    """Tell whether a past tense is a participle after all: "4,000 dead and 300 displaced"."""
    if token.tag_ != "VBD" or token.lower_ not in STATES:
        return False
    return ahead is None or ahead.pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ")


def is_known(token: Token) -> bool:
    """Tell whether a word can end what is counted."""
    return token.lower_ in PEOPLE or token.lower_ in STANDING or token.lower_ in ARMED


def _joins(token: Token, ahead: Token | None) -> bool:
    """Tell whether "and" goes on: "Syrian and Iraqi refugees", "women and children"."""
    if ahead is None or is_known(token) != is_known(ahead):
        return False
    return is_known(ahead) or _leads(ahead)


def _leads(token: Token | None) -> bool:
    return token is not None and token.pos_ in ("NOUN", "ADJ", "PROPN")


def noun_of(run: list[Token]) -> tuple[Token | None, str]:
    """Return the noun that ends a phrase, with the phrase's words."""
    for place in range(len(run) - 1, -1, -1):
        token = run[place]
        known = is_known(token) or token.lower_ in STATES
        plural = place == len(run) - 1 and token.tag_ in ("NNS", "NNPS")
        if known or plural:
            return token, name_of(run[: place + 1])
    return None, ""


def name_of(run: list[Token]) -> str:
    """Return the words of a phrase, with single spaces."""
    text = "".join(token.text_with_ws for token in run[:-1]) + run[-1].text
    return " ".join(text.split())


def people_who(fate: str, name: str) -> str:
    """Return "people killed", "soldiers killed", or "deaths" for the dead of no kind."""
    last = name.casefold().split(" ")[-1]
    plain = last in STATES or last in ("people", "persons", "lives", "others", "souls", "person")
    if fate == "dead":
        if plain:
            return "deaths"
        if last in ("civilian", "civilians"):
            return "civilian deaths"
    if plain:
        name = "people"
    return f"{_plural(name)} {fate}".strip()


_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people",
            "policeman": "policemen"}  # fmt: skip


def _plural(name: str) -> str:
    head, _, last = name.rpartition(" ")
    if (last not in PEOPLE and last not in STANDING) or last in ("children", "people", "police"):
        return name
    if last.endswith(("s", "men", "staff", "personnel")):
        return name
    last = _PLURALS.get(last, f"{last}s")
    return f"{head} {last}".strip()


def standing(noun: Token, name: str) -> str:
    """Return how a noun that says by itself what is counted is written: "deaths", "refugees"."""
    named = noun.lower_
    if named == "dead":
        return "deaths" if " " not in name else name
    if named in ("wounded", "injured", "missing", "displaced"):
        return f"people {named}" if " " not in name else f"{name} people"
    return _plural(name)
