"""What the picture of the conflict shows: the part of it that matters from today.

Drawn are the improvements out of today's state with the answers that take them away; where
a party has none, the step that would hurt it least; the nearest ways to outcomes that hold;
and outcomes that hold though none of these ways leads there. Everything is capped, and what
is left out is counted and said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from detente.brief.annexes import annex_letters, back
from detente.brief.content import Block, EdgeKind, Heading, Node, Picture, Section
from detente.brief.listing import Entry
from detente.brief.phrases import amount, line
from detente.brief.situation import HOLDS, Situation
from detente.brief.standing import Answer
from detente.brief.stuck import refused
from detente.conflict import moves
from detente.words import say
from detente.words.naming import capital

_GAINS_A_PARTY, _GAINS, _LOSSES = 2, 6, 6
_ISLANDS = 6
_ANSWERS = 3
_STROKES = {
    "solid": {"improvement", "step"},
    "dashed": {"answer"},
    "dotted": {"against", "idle"},
}
_EDGES: dict[str, EdgeKind] = {"suits": "step", "indifferent": "idle", "against": "against"}


@dataclass(slots=True)
class _Branch:
    state: int
    edge: EdgeKind
    by: int | None
    before: int
    children: list[_Branch] = field(default_factory=list)


def picture(it: Situation) -> Section:
    """Return the annex with the picture of the conflict, drawn and then in words."""
    title, letter = say("brief.section.picture"), annex_letters(it)["picture"]
    roots: list[Node] = []
    left_out: list[str] = []
    reached: set[int] = set()
    if it.today is not None:
        root = _Branch(it.today, "start", None, it.today)
        drawn = _add_gains(it, root)
        _add_ways(it, root)
        _add_losses(it, root)
        reached = {branch.state for branch in _branches(root)}
        total = sum(len(one.gains) for one in it.standings)
        if total > drawn:
            count = amount("brief.n.gains", total - drawn)
            left_out.append(line("brief.picture.more_gains", count=count).text)
        roots.append(_node(it, root))
    islands = [e for e in it.listing.entries if not reached & set(e.states.tolist())]
    roots += [
        Node(
            "island",
            "",
            _island_text(it, entry),
            entry.pattern,
            holds=True,
        )
        for entry in islands[:_ISLANDS]
    ]
    if len(islands) > _ISLANDS:
        count = amount("brief.n.further_entries", len(islands) - _ISLANDS)
        left_out.append(line("brief.picture.more_holding", count=count).text)
    block = Picture(
        caption=_caption(it, roots),
        alternative=say("brief.picture.alternative"),
        islands=say("brief.picture.islands" if it.today is not None else "brief.picture.all"),
        roots=tuple(roots),
        left_out=tuple(left_out),
    )
    words = Heading(say("brief.picture.words"))
    blocks: list[Block] = [back(it, "picture"), block, words, replace(block, in_words=True)]
    if it.today is not None and it.deadlock.circle and (apart := refused(it)):
        blocks += [Heading(say("brief.picture.apart")), *apart]
    return Section("annex-picture", title, tuple(blocks), letter)


def _caption(it: Situation, roots: list[Node]) -> str:
    """Return what the strokes mean, naming only those that were drawn."""
    if it.today is None:
        return line("brief.picture.caption_no_today").text
    drawn: set[str] = set()
    todo = list(roots)
    while todo:
        node = todo.pop()
        drawn.add(node.edge)
        todo.extend(node.children)
    told = [
        say(f"brief.picture.stroke.{code}") for code, edges in _STROKES.items() if drawn & edges
    ]
    caption = [line("brief.picture.caption", strokes="; ".join(told)).text] if told else []
    return " ".join([*caption, line("brief.picture.frames").text])


def _island_text(it: Situation, entry: Entry) -> str:
    """Return an entry of the list in a few words: the list itself tells it in full."""
    if entry.single is None:
        told = amount("brief.n.outcomes", entry.states.size)
    else:
        told = it.tell.name(entry.single) or ""
    code = "outcome" if told else "outcome_only"
    return say(f"brief.picture.{code}", number=entry.number, state=told)


def _add_gains(it: Situation, root: _Branch) -> int:
    drawn = 0
    for standing in it.standings:
        for gain in standing.gains[:_GAINS_A_PARTY]:
            if drawn >= _GAINS:
                return drawn
            branch = _Branch(gain.to, "improvement", standing.party, root.state)
            root.children.append(branch)
            drawn += 1
            answer = gain.answers.get(HOLDS)
            if answer is not None:
                _add_answer(branch, answer)
    return drawn


def _add_answer(branch: _Branch, answer: Answer) -> None:
    here = branch
    for mover, before, after in answer.steps[:_ANSWERS]:
        step = _Branch(after, "answer", mover, before)
        here.children.append(step)
        here = step


def _add_ways(it: Situation, root: _Branch) -> None:
    """Add the nearest ways to outcomes that hold."""
    for way in it.ways:
        here = root
        for step in way.steps:
            known = (c for c in here.children if c.state == step.after and c.by == step.party)
            branch = next((c for c in known if c.edge != "answer"), None)
            if branch is None:
                branch = _Branch(step.after, _EDGES[step.fit], step.party, step.before)
                here.children.append(branch)
            here = branch


def _branches(branch: _Branch) -> Iterator[_Branch]:
    """Yield every branch drawn from `branch` on."""
    yield branch
    for child in branch.children:
        yield from _branches(child)


def _add_losses(it: Situation, root: _Branch) -> None:
    """Add, for parties that have nothing better and are not drawn yet, the least bad step."""
    drawn = {branch.by for child in root.children for branch in _branches(child)}
    idle = [one.party for one in it.standings if not one.gains and one.party not in drawn]
    for party in idle[:_LOSSES]:
        found = moves(it.model, root.state, party).tolist()
        if found:
            ranks = it.model.ranks[party]
            best = int(max(found, key=lambda s: (int(ranks[s]), -s)))
            edge: EdgeKind = "idle" if ranks[best] == ranks[root.state] else "against"
            root.children.append(_Branch(best, edge, party, root.state))


def _node(it: Situation, branch: _Branch) -> Node:
    text = it.tell.name(branch.state) or say("brief.picture.as_it_is")
    if branch.by is not None:
        text = it.tell.action(branch.before, branch.state, branch.by)
        name = it.tell.name(branch.state)
        if branch.state == it.today:
            text = say("brief.picture.back", what=text)
        elif name:
            text = say("brief.picture.called", what=text, name=name)
    number = it.listing.number_of(branch.state) if it.holds(branch.state) else None
    return Node(
        edge=branch.edge,
        by=capital(it.who(branch.by)) if branch.by is not None else "",
        text=text,
        pattern=it.tell.label(branch.state),
        holds=it.holds(branch.state),
        today=branch.edge == "start",
        number=number or 0,
        children=tuple(_node(it, child) for child in branch.children),
    )
