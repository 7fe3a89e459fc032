"""A slow reading of many reports as a process of its own, with the stand-in for the rules.

``python -m tests.reading.called FOLDER COUNT SECONDS`` reads COUNT reports, each for SECONDS, in
one process beside this one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from detente.reading.batch import read_reports
from tests.reading.standin import StandIn, prose, report


def main() -> None:
    """Read as the arguments say."""
    folder, count, slow = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    reports = (report(prose(k), f"{k}.txt", publisher="A") for k in range(count))
    read_reports(folder, reports, cast=StandIn(slow), on="processes", workers=1)


if __name__ == "__main__":
    main()
