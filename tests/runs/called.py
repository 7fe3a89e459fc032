"""A run as a process of its own.

``python -m tests.runs.called '{"on": "processes", ...}'`` runs the small task and prints what came
of it as JSON: one line for each chunk that was taken and one at the end.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path

from detente.errors import DetenteError
from detente.runs import Run
from tests.runs.fake import Fake


def main() -> None:
    """Run as the argument says."""
    call = json.loads(sys.argv[1])
    stop = call.pop("stop", None)
    task = Fake(**call.pop("task", {}))
    if "folder" in call:
        call["folder"] = Path(call["folder"])
    try:
        with Run(task, **call) as run:
            try:
                for chunk in run:
                    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                    print(json.dumps({"chunk": chunk.number, "megabytes": held}), flush=True)
                    if chunk.number == stop:
                        break
            except KeyboardInterrupt:
                print(json.dumps({"interrupted": run.taken}), flush=True)
    except DetenteError as error:
        faults = [asdict(fault) for fault in error.faults]
        print(json.dumps({"faults": faults, "exit": error.exit_code}), flush=True)
        return
    end = {"digest": run.digest, "taken": run.taken, "resumed": run.resumed}
    print(json.dumps({**end, "remarks": run.remarks}), flush=True)


if __name__ == "__main__":
    main()
