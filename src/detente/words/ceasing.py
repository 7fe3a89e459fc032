"""How to say that something done today would end."""

from __future__ import annotations

import re

_WITH = re.compile(r"^(?:go|keep|carry) on with (?=\S)")
_ON = re.compile(r"^(?:go|keep|carry) on (?=\w+ing\b)")
_KEEP = re.compile(
    r"^(?:keep|continue) (?=(?:insist|refus|ask|demand|bomb|shell|attack|fight|arm|fund|strik|"
    r"block|occupy|hold|build|support|import|export|test|deny|station|send)\w*ing\b)"
)


def ceasing(text: str) -> str | None:
    """Return an instruction to go on as an instruction to stop; `None` where it is not one.

    >>> ceasing("go on bombing the town"), ceasing("go on with air strikes")
    ('stop bombing the town', 'stop air strikes')
    >>> ceasing("keep insisting on a vote"), ceasing("keep the bridge closed")
    ('stop insisting on a vote', None)
    """
    for shape in (_WITH, _ON, _KEEP):
        told, found = shape.subn("stop ", text)
        if found:
            return told
    return None
