"""A reading of many reports as a process of its own, with the stand-in for the rules.

``python -m tests.reading.called FOLDER COUNT '{"on": "processes", "workers": 2}'`` reads COUNT
reports and prints what came of it as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from detente.errors import DetenteError
from detente.reading.batch import read_reports
from tests.reading.standin import StandIn, prose, report


def main() -> None:
    """Read as the arguments say."""
    folder, count, options = Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
    slow = options.pop("slow", 0.0)
    reports = (report(prose(k), f"{k}.txt", publisher="A") for k in range(count))
    try:
        found = read_reports(folder, reports, cast=StandIn(slow), **options)
    except DetenteError as error:
        print(json.dumps({"codes": [fault.code for fault in error.faults]}))
        return
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "read": found.read,
                "unread": found.unread,
                "outcomes": found.outcomes,
                "interrupted": found.interrupted,
                "megabytes": held,
            }
        )
    )


if __name__ == "__main__":
    main()
