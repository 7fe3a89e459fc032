"""Who is mentioned in a report, and who is meant: names, offices, agent nouns, pronouns.

:func:`find_mentions` marks a report up; :func:`who` and :func:`possessor` answer the rules that
come after it.
"""

from detente.reading.mentions.finding import find_mentions, principals, state_of
from detente.reading.mentions.who import Who, possessor, who

__all__ = ["Who", "find_mentions", "possessor", "principals", "state_of", "who"]
