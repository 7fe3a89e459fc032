"""Who speaks: the subject of a verb of saying, however far away, and whom it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis
from detente.reading.mentions import Who, possessor, principals, who
from detente.reading.speech.cues import PAPERS, VERBS
from detente.reading.speech.phrases import STEPS, child, noun_phrase, prepositions
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = words_of("he she they")
_VOID = words_of(
    "it there this that which what who i we you one these those everything nothing all nobody "
    "none anyone everyone something us me them him her"
)
_NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_ENDINGS = ("er", "or", "ist", "yst", "man", "woman", "ian", "ant", "crat", "ee", "eer")
_BODIES = words_of(
    "government ministry army group party council committee court police union agency "
    "commission opposition side delegation team movement office authority parliament network "
    "church family people resident villager witness source monitor expert critic aide ally "
    "envoy chief head leader rebel militia junta regime body coalition alliance bloc camp "
    "faction guerrilla country organisation organization charity watchdog campaign "
    "administration department embassy cleric company bank news newspaper daily member "
    "supporter king queen prince bishop imam sheikh cadre pope judge mayor spokesperson "
    "deputy hardliner insider veteran scholar tribe elder general presidency palace cabinet "
    "command military navy force state nation republic official colonel civilian refugee "
    "survivor relative friend colleague neighbour neighbor youth student teacher resident "
    "president dissident insurgent agent correspondent opponent incumbent patriarch emissary "
    "secretary dignitary functionary representative relative executive delegate guard troop "
    "militant jihadist delegate captain separatist loyalist nationalist islamist"
)
_PERSONAL = words_of(
    "say tell add write tweet insist accuse blame urge vow pledge warn deny announce declare "
    "argue believe hope fear think doubt ask call appeal note criticise criticize condemn "
    "praise thank welcome hail acknowledge admit concede claim explain complain reply respond "
    "describe"
)
_THINGS = words_of(
    "rule law deal agreement plan proposal accord text treaty resolution constitution war "
    "crisis move attack event fact word figure number data evidence result decision step "
    "article clause map order border number letter paper matter power water river winter "
    "summer weather corner chapter danger center centre quarter disaster murder offer answer "
    "prayer trigger barrier chamber sector factor corridor terror error door floor minor "
    "major restaurant grant warrant situation conflict violence silence history experience "
    "scenario theory logic sign idea"
)
_GOING_ON = words_of(
    "add say note stress call insist warn cite claim argue describe maintain emphasise "
    "emphasize explain underline label brand point reiterate reject dismiss deny urge demand "
    "accuse blame"
)
_ONE = words_of(
    "official source diplomat spokesman spokeswoman envoy chief head president aide adviser "
    "general colonel king queen pope bishop judge mayor witness analyst expert critic resident"
)
_SIDES = words_of("side party camp")
_EACH = words_of("each both either two")
_SOME = words_of("some others many several few both most")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever says something.

    Parameters
    ----------
    by : tuple of str
        Full names of people, else ids of parties, else the words of the report.
    parties : tuple of str
        The parties that speak, those of people among them.
    token : Token
        The head of the words that name the speaker.
    vague : bool
        Whether nobody could say who is meant, as with a pronoun without antecedent.
    """

    by: tuple[str, ...]
    parties: tuple[str, ...]
    token: Token
    vague: bool = False

    @property
    def alone(self) -> bool:
        """Whether it is one person: someone for "he" or "she" to mean."""
        lemma = self.token.lemma_.lower()
        if len(self.by) != 1 or self.vague or self.token.tag_ not in ("NN", "NNP"):
            return False
        named = self.by[0] not in self.parties and " " in self.by[0] and self.by[0][0].isupper()
        return (named and self.token.tag_ == "NNP") or lemma in _ONE or lemma.endswith(_ENDINGS)


def subject(verb: Token) -> Token | None:
    """Return who does `verb`: its own subject, or the one it shares with the verb it hangs on."""
    here = verb
    for _ in range(STEPS):
        own = child(here, "nsubj")
        if own is not None:
            if own.tag_ in ("WDT", "WP") and here.dep_ == "relcl":
                return here.head
            return own
        patient = child(here, "nsubjpass")
        if patient is not None:
            return None if here == verb else patient
        above = here.head
        if above == here:
            return None
        if here.dep_ in ("conj", "xcomp") or (here.dep_ == "ccomp" and here.tag_ in ("VBG", "TO")):
            if here.dep_ == "xcomp":
                object_ = child(above, "dobj")
                if object_ is not None and object_.i < here.i and here.tag_ != "VBG":
                    return object_
            here = above
            if torn_off(verb) and verb.head == above:
                here = above.head
        elif here.dep_ in ("advcl", "pcomp", "prep", "dep") and verb.tag_ == "VBG":
            here = _reporting(above) if goes_on(verb) else above
        elif here.dep_ == "acl" and here.tag_ == "VBG":
            return above if above.pos_ in ("NOUN", "PROPN", "PRON") else None
        else:
            return None
        if here.pos_ in ("NOUN", "PROPN") and here.dep_ != "conj":
            return None
    return None


def goes_on(verb: Token) -> bool:
    """Tell whether a participle goes on with what the one who speaks says: ", adding that"."""
    return (
        verb.tag_ == "VBG" and verb.lemma_ in _GOING_ON and verb.left_edge.i > verb.sent.start
        and verb.doc[verb.left_edge.i - 1].lower_ in (",", "and", "”", '"', "–", "-", "while")
    )  # fmt: skip


def _reporting(verb: Token) -> Token:
    """Return the verb of saying whose clause `verb` heads, or `verb` itself."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_ in VERBS and child(above, "nsubj") is not None:
        return above
    return verb


def torn_off(verb: Token) -> bool:
    """Tell whether a finite verb is joined to an infinitive: it goes with the verb above that.

    "Wants B to leave and refuses", "said it would not talk, and described".
    """
    above = verb.head
    wanted = above.dep_ == "ccomp" and above.tag_ in ("VB", "VBP") and above.head.tag_ == "VBD"
    if wanted and verb.dep_ == "conj" and verb.tag_ == "VBD" and child(verb, "nsubj") is None:
        return True
    return (
        verb.dep_ == "conj" and verb.tag_ in ("VBZ", "VBD", "VBP")
        and above.tag_ == "VB" and child(above, "aux") is not None
        and above.dep_ in ("xcomp", "ccomp", "advcl")
    )  # fmt: skip


def outer(verb: Token) -> Token:
    """Return the verb of saying that `verb` goes with where the parser joined it to what was said.

    "X said the sanctions were a provocation and vowed that ...": it is X who vowed.
    """
    inner, above = verb.head, verb.head.head
    escapes = (
        verb.dep_ == "conj" and inner.dep_ == "ccomp" and above.i < inner.i < verb.i
        and verb.tag_ == above.tag_ and above.lemma_ in VERBS and verb.lemma_ in VERBS
        and child(verb, "nsubj") is None
    )  # fmt: skip
    if not escapes:
        return verb
    doer = child(inner, "nsubj", "nsubjpass")
    return above if doer is not None and doer.pos_ == "NOUN" and not _can_speak(doer) else verb


def speaker_at(analysis: Analysis, token: Token, verb: str = "") -> Speaker | None:
    """Return whom the noun phrase headed by `token` means as a speaker.

    `verb` is the base form of the verb whose subject it is: of some verbs only people are subject.
    """
    meant = who(analysis, token)
    if meant:
        return _with_owner(analysis, speaker_of(meant, token))
    if token.lemma_.lower() in _SIDES and any(one.lower_ in _EACH for one in token.children):
        pair = principals(analysis)
        if len(pair) == 2:
            return Speaker(pair, pair, token)
    if token.lower_ in _SOME and token.pos_ != "VERB":
        return Speaker((noun_phrase(analysis, token, most=60),), (), token, vague=True)
    if token.lower_ in _PRONOUNS or (token.lower_ == "it" and verb in _PERSONAL):
        return Speaker((token.lower_,), (), token, vague=True)
    if token.lower_ in _VOID or token.pos_ not in ("NOUN", "PROPN"):
        return None
    if token.lemma_.lower() in PAPERS:
        owner = owner_of(analysis, token)
        if owner is not None:
            return owner
    lemma = token.lemma_.lower()
    if not _can_speak(token) and (verb not in _PERSONAL or lemma in _THINGS):
        return None
    words = noun_phrase(analysis, token, most=60)
    return Speaker((words,), possessor(analysis, token).parties, token) if words else None


def speaker_of(meant: Who, token: Token) -> Speaker:
    """Return the speaker that `meant` is."""
    by = tuple(dict.fromkeys(meant.speakers_all or meant.speakers))
    return Speaker(by, tuple(meant.parties), token)


def _with_owner(analysis: Analysis, one: Speaker) -> Speaker:
    """Return a source with whose it is: "spokesman for the alliance"."""
    told = len(one.by) == 1 and not one.parties and " " not in one.by[0]
    if not told or not any(word in ("for", "of") for word, _ in prepositions(one.token)):
        return one
    words = noun_phrase(analysis, one.token, most=60)
    return replace(one, by=(words,)) if words else one


def owner_of(analysis: Analysis, noun: Token) -> Speaker | None:
    """Return whose `noun` of speech is: "Iran's claim", "a statement by the army"."""
    for one in noun.children:
        if one.dep_ == "poss" and one.lower_ not in ("my", "our", "your"):
            found = speaker_at(analysis, one)
            if found is not None and not found.vague:
                return found
    for word, inner in prepositions(noun):
        if word in ("by", "from"):
            found = speaker_at(analysis, inner)
            if found is not None:
                return found
    meant = possessor(analysis, noun)
    if meant:
        return speaker_of(meant, noun)
    for one in noun.children:
        if one.dep_ in ("compound", "amod", "nmod") and one.i < noun.i:
            compound = who(analysis, one)
            if compound:
                return speaker_of(compound, one)
    return None


def addressees(analysis: Analysis, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return those whom the noun phrases headed by `tokens` mean, as ids, names or words."""
    found: dict[str, None] = {}
    for token in tokens:
        one = speaker_at(analysis, token)
        if one is not None and not one.vague:
            found.update(dict.fromkeys(one.by))
    return tuple(found)


def _can_speak(token: Token) -> bool:
    """Tell whether a noun without known meaning can be somebody who speaks."""
    lemma = token.lemma_.lower()
    if token.ent_type_ in _NAMED or lemma in PAPERS or lemma in _BODIES:
        return True
    if token.pos_ == "PROPN":
        return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT", "EVENT", "LAW")
    return (
        token.pos_ == "NOUN"
        and len(lemma) > 4
        and lemma.endswith(_ENDINGS)
        and lemma not in _THINGS
    )
