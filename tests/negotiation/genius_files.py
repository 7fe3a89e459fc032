"""Small files of the kind that GENIUS writes, made for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

Issues = Mapping[str, Sequence[str]]


def domain_xml(issues: Issues, name: str = "talks", first: int = 1) -> str:
    """Return a domain in the form of the distribution: a template around the utility space."""
    body = "".join(_issue(k, name, items) for k, (name, items) in enumerate(issues.items(), first))
    return (
        f'<negotiation_template number_of_sessions="1"><agent name="A"/>\n'
        f'<utility_space number_of_issues="0"><objective index="0" name={quoteattr(name)}'
        f' type="objective" etype="objective">\n{body}</objective></utility_space>\n'
        "</negotiation_template>\n"
    )


def profile_xml(
    issues: Issues,
    weights: Sequence[object],
    evaluations: Sequence[Sequence[object]],
    *,
    reservation: object = None,
    discount: object = None,
    kind: str | None = None,
    first: int = 1,
    nested: bool = True,
) -> str:
    """Return a utility space; its issues stand in an objective, or bare where not `nested`."""
    body = "".join(
        _issue(k, name, items, evaluations[k - first])
        for k, (name, items) in enumerate(issues.items(), first)
    )
    body += "".join(
        f'<weight index="{k}" value="{weight}">\n</weight>\n'
        for k, weight in enumerate(weights, first)
    )
    if nested:
        body = f'<objective index="0" name="root" type="objective">\n{body}</objective>\n'
    if discount is not None:
        body += f'<discount_factor value="{discount}"/>\n'
    if reservation is not None:
        body += f'<reservation value="{reservation}"/>\n'
    space = "utility_space" if kind is None else f'utility_space type="{kind}"'
    return f"<{space}>\n{body}</utility_space>\n"


def _issue(k: int, name: str, items: Sequence[str], values: Sequence[object] = ()) -> str:
    given = [f' evaluation="{value}"' for value in values] or [""] * len(items)
    inside = "".join(
        f'<item index="{j}" value={quoteattr(item)}{more}>\n</item>\n'
        for j, (item, more) in enumerate(zip(items, given, strict=True), 1)
    )
    return f'<issue index="{k}" name={quoteattr(name)} type="discrete">\n{inside}</issue>\n'


def written(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write `texts` by name into `folder`."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]
