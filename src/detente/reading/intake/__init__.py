"""Reports in: files of every usual form become reports, or are refused with the reason."""

from detente.reading.intake.files import gather, list_files, read_file
from detente.reading.intake.refusal import Given, Refused

__all__ = ["Given", "Refused", "gather", "list_files", "read_file"]
