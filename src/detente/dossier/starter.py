"""A small dossier to start from: complete, commented, and ready to be analysed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path as FilePath

from detente.dossier.emit import flow
from detente.dossier.loading import FILE_NAME
from detente.errors import CallError, Fault, FileError, call_error
from detente.files import write_text

REPORT_NAME = "report.txt"

_REPORT = """\
Talks on the river dam adjourn

The upstream and the downstream government ended a third day of talks without a text.
"We will fill the reservoir this year, with or without a treaty," the upstream minister said.
Her colleague from downstream answered that his country "cannot accept any filling before
there is an agreement on dry years". Officials on both sides said that a shared table of
river levels could be signed within weeks.
"""

_DOSSIER = """\
# A dossier says who the parties are, what each can do and what each wants, and on
# which sentence of which source that rests. Change everything below; the command
# check tells what is missing or wrong, with its line.
detente: 1
title: {title}
as_of: 2024-03-04

sources:
  report: {{title: Talks on the river dam adjourn, publisher: Own desk, published: 2024-03-04,
           file: sources/report.txt}}

parties:
  upstream:   {{name: Upstream government, kind: government}}
  downstream: {{name: Downstream government, kind: government}}

conflict:
  # What each party can do. The order is the order of letters in a pattern: with
  # these four options, YNNN means that the reservoir is filled and nothing else is done.
  options:
    upstream:
      fill: Fill the reservoir this year
      share: Publish the river levels
    downstream:
      sign: Sign a treaty that allows the dam
      block: Block loans for the dam abroad

  # What is done today, and what cannot be.
  status_quo: [block]
  infeasible:
    - sign and block            # nobody does both
  one_way:
    upstream.fill: taken        # a filled reservoir stays filled

  names:
    "-NNY": No treaty
    "-YYN": A treaty with shared figures

  # What each party wants, the most important first. Every line cites a sentence of a
  # source, or says that it is the analyst's own judgement.
  preferences:
    upstream:
      statements:
        - want: fill
          because: The minister said so without conditions.
          evidence: [{{source: report, quote: "We will fill the reservoir this year"}}]
        - {{want: sign, because: A treaty ends the quarrel over loans., sure: 0.8, judgement: true}}
        - {{want: not block, because: The loans pay for the turbines., judgement: true}}
        - {{want: share if sign, because: Its officials would sign such a table., judgement: true}}
    downstream:
      statements:
        - want: share if fill
          because: Filling without figures is what it fears most.
          evidence:
            - {{source: report, quote: "cannot accept any filling before there is an agreement"}}
        - {{want: not fill, because: Its minister asks for an agreement first., judgement: true}}
        - {{want: sign if share, because: Officials said such a text is near., judgement: true}}
        - {{want: block if fill, because: Loans are its only lever., judgement: true}}

record:
  people:
    - {{name: The upstream minister, party: upstream, role: minister, judgement: true}}
  statements:
    - by: The upstream minister
      act: insist
      date: 2024-03-04
      about: upstream.fill
      content: The reservoir will be filled this year.
      evidence: [{{source: report, quote: "with or without a treaty"}}]
  talks:
    - parties: [upstream, downstream]
      level: ministers
      to: 2024-03-04
      status: held
      outcome: Adjourned without a text.
      evidence: [{{source: report, quote: "ended a third day of talks without a text"}}]
"""

_EMPTY = """\
# Nothing stands here yet. Let reports be read and go through what they say:
#   detente read FOLDER REPORTS
#   detente review FOLDER
# or write parties and a record by hand. The command check tells what is wrong, with its line.
detente: 1
title: {title}

sources: {{}}

parties: {{}}

record: {{}}
"""


def new_dossier(folder: str | os.PathLike[str], title: str, *, empty: bool = False) -> FilePath:
    """Write a small complete dossier and its source into `folder`.

    Parameters
    ----------
    folder : str or path-like
        Is made if it does not exist.
    title : str
        The dossier's title.
    empty : bool
        Whether to write a dossier without parties instead, into which reports can be read.

    Returns
    -------
    Path
        The ``dossier.yaml`` written.

    Raises
    ------
    CallError
        If `title` is empty, or one of the files exists already; nothing is written then.
    FileError
        If the folder or the files cannot be written.
    """
    text = (_EMPTY if empty else _DOSSIER).format(title=flow(checked_title(title)))
    if empty:
        return write_new(folder, {FILE_NAME: text})
    return write_new(folder, {f"sources/{REPORT_NAME}": _REPORT, FILE_NAME: text})


def checked_title(title: str) -> str:
    """Return `title` without space around it.

    Raises
    ------
    CallError
        If it is empty or not on one line.
    """
    if not title.strip() or not title.isprintable():
        raise call_error("bad-title", "the title is empty or not on one line", "Give it one line")
    return title.strip()


def write_new(folder: str | os.PathLike[str], texts: Mapping[str, str]) -> FilePath:
    """Write new files into `folder`, all or none.

    Parameters
    ----------
    folder : str or path-like
        Is made if it does not exist.
    texts : mapping
        What to write, by the file's path inside `folder`.

    Returns
    -------
    Path
        The last file written.

    Raises
    ------
    CallError
        If one of the files exists already; nothing is written then.
    FileError
        If the folder or the files cannot be written.
    """
    home = FilePath(folder)
    files = {home / name: text for name, text in texts.items()}
    for path in files:
        if os.path.lexists(path):
            raise CallError(
                [Fault(str(path), 0, 0, "exists", "the file is there already", "Name a new folder")]
            )
    folders = dict.fromkeys([home, *(path.parent for path in files)])
    made = [path for path in folders if not path.exists()]
    try:
        for path in folders:
            path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        message = f"the folder cannot be made ({reason})"
        raise FileError([Fault(str(home), 0, 0, "unwritable", message, "Name another")]) from error
    written: list[FilePath] = []
    try:
        for path, text in files.items():
            written.append(write_text(path, text))
    except FileError:
        for path in written:
            path.unlink(missing_ok=True)
        for path in reversed(made):
            path.rmdir()
        raise
    return written[-1]
