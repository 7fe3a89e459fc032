"""The judge of compliance: packages asked of the written-out conflict, definition by definition.

Slow, plain Python over labels and fractions that shares no code with the methods; verdicts come
from :mod:`detente.conflict.verify`.
"""

from detente.compliance.verify.check import check_enforcement
from detente.compliance.verify.opposed import opposed
from detente.compliance.verify.standing import Standing

__all__ = ["Standing", "check_enforcement", "opposed"]
