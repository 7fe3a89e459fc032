"""Who can be meant: states, organisations, armed groups and people, by all their names and dates.

:func:`build_cast` joins the bundled table, the user's own ``actors.yaml`` and the parties of a
dossier into a :class:`Cast`; its :class:`Matcher` finds every name in a text.
"""

from detente.reading.cast.building import build_cast
from detente.reading.cast.cast import Cast, Member
from detente.reading.cast.matcher import Hit, Matcher, Named
from detente.reading.cast.people import Person

__all__ = ["Cast", "Hit", "Matcher", "Member", "Named", "Person", "build_cast"]
