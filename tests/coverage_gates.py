"""The coverage gates: lines and branches are measured apart, so that neither hides the other.

Run after the tests, on the data file that they leave.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coverage import Coverage
from coverage.exceptions import NoDataError

GATES = {"lines": 95.0, "branches": 95.0}


def main() -> int:
    """Print what was missed and both shares; return 1 where one is below its gate."""
    coverage = Coverage()
    coverage.load()
    try:
        coverage.report()
    except NoDataError:
        print("coverage: nothing was measured; run the tests first", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        coverage.json_report(outfile=str(report))
        found = shares(json.loads(report.read_text("utf-8"))["totals"])
    for what, gate in GATES.items():
        note = "" if found[what] >= gate else ": too low"
        print(f"coverage: {found[what]:.2f} % of {what}, at least {gate:g} % wanted{note}")
    return int(any(found[what] < gate for what, gate in GATES.items()))


def shares(totals: dict[str, Any]) -> dict[str, float]:
    """Return the shares of lines and of branches that ran, in per cent."""
    return {
        "lines": 100.0 * totals["covered_lines"] / totals["num_statements"],
        "branches": 100.0 * totals["covered_branches"] / totals["num_branches"],
    }


if __name__ == "__main__":
    sys.exit(main())
