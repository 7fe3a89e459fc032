"""Many reports: taken in one after the other, read in several processes, resumed after a kill."""

from detente.reading.batch.reading import Progress, kept_reports, read_reports
from detente.reading.batch.result import ReadResult
from detente.reading.batch.rules import made_by
from detente.reading.batch.task import Cast, ReadTask

__all__ = ["Cast", "Progress", "ReadResult", "ReadTask", "kept_reports", "made_by", "read_reports"]
