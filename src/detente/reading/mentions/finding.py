"""The stages of looking for mentions, in the order in which each builds on the ones before."""

from __future__ import annotations

from detente.reading.analysis import Analysis, Mention
from detente.reading.cast import Cast
from detente.reading.found import Found
from detente.reading.mentions.board import Board, turned
from detente.reading.mentions.facing import facing_of_report
from detente.reading.mentions.groups import mark_groups
from detente.reading.mentions.names import mark_names
from detente.reading.mentions.newcomers import mark_newcomers
from detente.reading.mentions.nominals import mark_nominals
from detente.reading.mentions.people import mark_people
from detente.reading.mentions.pronouns import mark_pronouns
from detente.reading.mentions.proposals import propose
from detente.reading.mentions.scene import principals_of_report, state_of_report
from detente.reading.mentions.settling import settle
from detente.reading.mentions.who import ENDLESS, MENTIONED

_SCENE = "scene"


def find_mentions(analysis: Analysis, cast: Cast) -> tuple[tuple[Mention, ...], list[Found]]:
    """Return who is mentioned in a report, and whom it proposes for the dossier.

    Parameters
    ----------
    analysis : Analysis
        A parsed report.
    cast : Cast
        Everybody who can be meant.

    Returns
    -------
    mentions : tuple of Mention
        In the order of the text; none overlaps another.
    proposals : list of Found
        Of kind ``parties`` (actors that the dossier lacks) and ``people``.
    """
    board = turned(analysis, cast)
    mark_newcomers(board)
    board.state = state_of_report(board)
    mark_people(board)
    mark_names(board)
    board.principals = principals_of_report(board)
    mark_nominals(board)
    if not board.principals:
        board.principals = principals_of_report(board) or facing_of_report(board)
    settle(board)
    mark_groups(board)
    mark_pronouns(board)
    settle(board)
    _keep(board)
    return tuple(one for _, one in board.mentions()), propose(board)


def _keep(board: Board) -> None:
    """Leave with each block which word belongs to which mention, for `who` to look up."""
    for page in board.pages:
        data = page.block.doc.user_data
        data[MENTIONED] = {i: one for i, one in enumerate(page.taken) if one is not None}
        data[ENDLESS] = page.endless
        data[_SCENE] = (board.state, board.principals)


def principals(analysis: Analysis) -> tuple[str, ...]:
    """Return the pair, or more, who negotiate or are at odds in this report; () if not told."""
    found: tuple[str, ...] = _scene(analysis)[1]
    return found


def state_of(analysis: Analysis) -> str | None:
    """Return the id of the state whose conflict the report is about; `None` if none stands out."""
    return _scene(analysis)[0]


def _scene(analysis: Analysis) -> tuple[str | None, tuple[str, ...]]:
    for block in analysis.blocks:
        scene: tuple[str | None, tuple[str, ...]] | None = block.doc.user_data.get(_SCENE)
        if scene is not None:
            return scene
    return None, ()
