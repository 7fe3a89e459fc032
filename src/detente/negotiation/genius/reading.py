"""From a GENIUS domain and its profiles to the text of a dossier.

What a package is worth here is what GENIUS makes of it, divided by the sum of the profile's
weights, since a dossier's weights are relative; the reservation value is divided by the same sum.
With weights that sum to 1, as GENIUS writes them, both are the same.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from pathlib import Path

from detente.dossier.emit import flow
from detente.dossier.fields import ORDER, RESERVED
from detente.dossier.loading import FILE_NAME
from detente.dossier.starter import checked_title, write_new
from detente.errors import Fault, FileError, call_error
from detente.negotiation.genius.domain import GeniusDomain, GeniusIssue, read_domain
from detente.negotiation.genius.profile import GeniusProfile, read_profile
from detente.negotiation.genius.xml import one_line
from detente.words import say

NEAR_ONE = 1e-9
"""Sums of weights so near to 1 are taken to be 1, as their digits were cut off."""

MAX_ID = 40


def read_genius(
    domain: str | os.PathLike[str],
    profiles: Sequence[str | os.PathLike[str]],
    title: str | None = None,
) -> str:
    """Return the text of a dossier with the table of a GENIUS domain.

    Parameters
    ----------
    domain : str or path-like
        The XML file of the domain.
    profiles : sequence of str or path-like
        The XML files of the utility spaces, one a party.
    title : str, optional
        The title of the dossier; what the domain calls itself, if not given.

    Raises
    ------
    CallError
        If no profile is named, or the title is empty or not on one line.
    FileError
        If a file cannot be read as GENIUS reads it.
    """
    named = None if title is None else checked_title(title)
    if not profiles:
        raise call_error(
            "no-profiles", "no profile is named, so there is no party",
            "Name the XML files of the utility spaces after the domain",
        )  # fmt: skip
    table = read_domain(domain)
    return _text(table, [read_profile(profile, table) for profile in profiles], named)


def new_from_genius(
    folder: str | os.PathLike[str],
    domain: str | os.PathLike[str],
    profiles: Sequence[str | os.PathLike[str]],
    title: str | None = None,
) -> Path:
    """Write the dossier of :func:`read_genius` into `folder` and return its file.

    Raises
    ------
    CallError
        If no profile is named, or `folder` holds a dossier already.
    FileError
        If a file cannot be read or written.
    """
    return write_new(folder, {FILE_NAME: read_genius(domain, profiles, title)})


def _text(domain: GeniusDomain, profiles: Sequence[GeniusProfile], title: str | None) -> str:
    issues = dict(zip(ids(issue.name for issue in domain.issues), domain.issues, strict=True))
    outcomes = {name: _outcomes(issue) for name, issue in issues.items()}
    parties = dict(zip(ids(p.file.stem for p in profiles), profiles, strict=True))
    lines = [
        *(f"# {line}" for line in say("genius.made").split("\n")),
        "detente: 1",
        f"title: {flow(title or one_line(domain.name))}",
        "",
        "parties:",
        *(f"  {flow(name)}: {flow(_party(profile))}" for name, profile in parties.items()),
        "",
        "negotiation:",
        "  issues:",
    ]
    for name, issue in issues.items():
        written = {"question": one_line(issue.name), "outcomes": outcomes[name]}
        lines.append(f"    {flow(name)}: {flow(written)}")
    lines.append("  parties:")
    for name, profile in parties.items():
        lines += _side(name, profile, issues, outcomes)
    return "\n".join(lines) + "\n"


def _party(profile: GeniusProfile) -> dict[str, str]:
    note = say("genius.note", file=one_line(profile.file.name))
    if profile.discount not in (None, 1.0):
        note += " " + say("genius.note.discount", discount=f"{profile.discount:g}")
    total = fsum(profile.weights.values())
    if abs(total - 1) > NEAR_ONE:
        note += " " + say("genius.note.weights", sum=f"{total:.12g}")
    return {"name": one_line(profile.name), "note": note}


def _side(
    name: str,
    profile: GeniusProfile,
    issues: Mapping[str, GeniusIssue],
    outcomes: Mapping[str, Mapping[str, str]],
) -> list[str]:
    weights = {issue: profile.weights[read.index] for issue, read in issues.items()}
    lines = [f"    {flow(name)}:", f"      weights: {flow(weights)}", "      values:"]
    for issue, read in issues.items():
        values = dict(zip(outcomes[issue], profile.evaluations[read.index], strict=True))
        lines.append(f"        {flow(issue)}: {flow(values)}")
    return [*lines, f"      no_deal: {flow(_no_deal(profile))}"]


def _no_deal(profile: GeniusProfile) -> float:
    """Return the reservation value on the scale of a dossier."""
    total = fsum(profile.weights.values())
    value = profile.reservation / (1 if abs(total - 1) <= NEAR_ONE else total)
    if value > 1:
        raise FileError(
            [
                Fault(
                    str(profile.file), 0, 0, "xml-number",
                    f"the reservation value {profile.reservation:g} is above what the best package"
                    f" can be worth, {total:g}",
                    "Mend the reservation value or the weights",
                )
            ]
        )  # fmt: skip
    return value


def _outcomes(issue: GeniusIssue) -> dict[str, str]:
    """Return the texts of the outcomes by their ids."""
    if issue.lowest is None:
        names = ids(issue.items)
    else:
        names = [f"n{item}" if item[0] != "-" else f"minus_{item[1:]}" for item in issue.items]
    return dict(zip(names, map(one_line, issue.items), strict=True))


def ids(texts: Iterable[str]) -> list[str]:
    """Return an id for each of `texts`, all different, the same for the same texts.

    >>> ids(["$10 billion", "No", "no", "Être", "order", "!"])
    ['x_10_billion', 'no', 'no_2', 'etre', 'order_1', 'x']
    """
    found: dict[str, None] = {}
    counts: dict[str, int] = {}
    for text in texts:
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        name = re.sub("[^a-z0-9_]+", "_", plain)[:MAX_ID].strip("_") or "x"
        if not name[0].isalpha():
            name = f"x_{name}"
        if name in RESERVED or name == ORDER:
            name += "_1"
        stem = name
        while name in found:
            counts[stem] = counts.get(stem, 1) + 1
            name = f"{stem}_{counts[stem]}"
        found[name] = None
    return list(found)
