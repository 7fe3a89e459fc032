"""What somebody does in saying something: by the word of saying and by what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.analysis import Analysis, offset
from detente.reading.mentions import who
from detente.reading.speech.cues import BREACH, HARM, UNLIKELY, VIOLENCE, Act
from detente.reading.speech.phrases import child, helpers, negated
from detente.reading.speech.speakers import Speaker
from detente.reading.wordlists import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = words_of("we i he she it they")
_OURS = words_of(
    "government army force group country side party movement organisation organization "
    "ministry delegation team people administration troop fighter nation forces military"
)
_OWN = words_of("we i")
_REFUSE = words_of("refuse reject oppose decline")
_MINDS = words_of("believe think hope expect fear feel deny find show worry wonder")
_STATES = words_of("be have know see need like seem think believe mean")
_DUTY = frozenset(("must", "should", "ought"))
_WILL = frozenset(("will", "would", "shall"))
_CAN = frozenset(("can", "could"))
_ABLE = words_of("ready prepared willing committed")


def own(analysis: Analysis, root: Token, speaker: Speaker) -> bool:
    """Tell whether the subject of the clause of `root` is the one who speaks."""
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if subject.lower_ in _OWN:
        return True
    lemma = subject.lemma_.lower()
    if lemma in _OURS and any(one.tag_ == "PRP$" for one in subject.children):
        return True
    meant = who(analysis, subject)
    if meant:
        if not speaker.parties and any(one.lower_ == "its" for one in speaker.token.children):
            return bool(meant.parties)
        return bool(
            set(meant.parties) & set(speaker.parties) or set(meant.speakers) & set(speaker.by)
        )
    if lemma in _OURS and any(one.lower_ == "the" for one in subject.children):
        return True
    if subject.lower_ == "it" and helpers(root) & _DUTY:
        return False
    if subject.lower_ == "it" and root.lemma_ == "be":
        return any(one.lower_ in _ABLE for one in root.children)
    return subject.lower_ in _SELF and not _quoted(analysis, subject)


def _quoted(analysis: Analysis, token: Token) -> bool:
    """Tell whether a word stands between quote marks, where "they" is not the one who speaks."""
    place = offset(token)
    before = analysis.text[place - token.idx : place]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def act_of(
    analysis: Analysis,
    lemma: str,
    act: Act,
    root: Token | None,
    speaker: Speaker,
    thing: Token | None = None,
) -> Act:
    """Return the act of a statement.

    Parameters
    ----------
    lemma : str
        The base form of the word of saying.
    act : str
        What the word does by itself.
    root : Token or None
        The head of the clause that is said.
    thing : Token or None
        The object of the word of saying, where no clause is.
    """
    if root is None:
        harm = thing is not None and thing.lemma_.lower() in HARM
        return "threaten" if harm and act == "promise" else act
    if lemma == "warn":
        mine = own(analysis, root, speaker) and bool(helpers(root) & _WILL)
        return "threaten" if mine or (_hostile(root) and bool(speaker.parties)) else "say"
    if act == "promise" or (lemma == "agree" and child(root, "aux") is not None):
        infinitive = child(root, "aux")
        if negated(root) and infinitive is not None and infinitive.lower_ == "to":
            return "refuse"
        if act == "promise":
            hostile = lemma != "offer" and _hostile(root) and not negated(root)
            return "threaten" if hostile else "promise"
        return "promise" if infinitive is not None and infinitive.lower_ == "to" else "say"
    if act != "say" or lemma in _MINDS:
        return act
    return _by_content(analysis, root, speaker)


def _by_content(analysis: Analysis, root: Token, speaker: Speaker) -> Act:
    modal = helpers(root)
    mine = own(analysis, root, speaker)
    if mine:
        if negated(root) and (modal & (_WILL | _CAN) or root.tag_ == "VBG"):
            return "refuse"
        if root.lemma_ in _REFUSE:
            return "refuse"
        if modal & _WILL:
            if _hostile(root):
                return "threaten"
            if root.lemma_ not in _STATES:
                return "promise"
        ready = child(root, "acomp")
        if ready is not None and ready.lower_ in _ABLE and child(ready, "xcomp") is not None:
            return "say" if negated(root) else "threaten" if _hostile(ready) else "promise"
    if child(root, "expl") is not None and modal & (_WILL | _CAN) and negated(root):
        return "refuse" if speaker.parties else "say"
    if _unlikely(root):
        return "doubt"
    if not mine:
        subject = child(root, "nsubj", "nsubjpass")
        if subject is not None and subject.dep_ != "expl" and _duty(root, modal):
            return "demand"
        if _breach(root) and subject is not None and who(analysis, subject).parties:
            return "accuse"
    return "say"


def _duty(root: Token, modal: frozenset[str]) -> bool:
    if modal & _DUTY:
        return True
    if root.lemma_ in ("have", "need"):
        inner = child(root, "xcomp")
        return inner is not None and inner.i > root.i and not negated(root)
    return False


def _hostile(root: Token) -> bool:
    """Tell whether a clause speaks of doing harm."""
    near = [root, *(one for one in root.children if one.dep_ in ("dobj", "prep", "xcomp", "conj"))]
    for one in near:
        lemma = one.lemma_.lower()
        if one.pos_ == "VERB" and lemma in VIOLENCE:
            return True
        if one.pos_ == "NOUN" and lemma in HARM and one.dep_ == "dobj":
            return True
        if one.dep_ == "prep" and any(inner.lemma_.lower() in HARM for inner in one.children):
            return one.lower_ in ("with", "by", "to", "in")
    return root.lemma_ == "walk" and child(root, "prt") is not None


def _unlikely(root: Token) -> bool:
    complement = child(root, "acomp", "attr", "advmod")
    words = {one.lower_ for one in root.children if one.dep_ in ("acomp", "attr", "oprd")}
    if words & UNLIKELY:
        return not negated(root)
    if complement is not None and complement.dep_ == "acomp":
        return complement.lower_ in ("optimistic", "confident", "convinced", "likely") and negated(
            root
        )
    attribute = child(root, "attr")
    if attribute is not None and attribute.lemma_ in ("hope", "chance", "prospect", "sign"):
        return any(one.lower_ in ("little", "no", "scant", "slim") for one in attribute.children)
    return False


def _breach(root: Token) -> bool:
    return root.lemma_ in BREACH and not negated(root) and not helpers(root) & (_WILL | _CAN)
