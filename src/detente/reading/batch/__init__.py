"""Many reports: taken in one after the other, read in several processes, resumed after a kill."""

from detente.reading.batch.reading import kept_reports, read_reports
from detente.reading.batch.result import ReadResult
from detente.reading.batch.rules import made_by
from detente.reading.batch.task import CastParts

__all__ = ["CastParts", "ReadResult", "kept_reports", "made_by", "read_reports"]
