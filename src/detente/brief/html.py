"""A brief as one HTML file that asks nothing of any network and runs no script."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.brief.chart import can_draw, chart_table, draw_chart
from detente.brief.document import Brief
from detente.brief.picture import draw_picture, holds_word
from detente.brief.timeline import draw_mark, draw_timeline
from detente.words import say


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("detente.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tools: dict[str, Any] = {
        "say": say,
        "can_draw": can_draw,
        "chart_table": chart_table,
        "draw_chart": draw_chart,
        "draw_picture": draw_picture,
        "draw_timeline": draw_timeline,
        "draw_mark": draw_mark,
        "holds_word": holds_word,
    }
    environment.globals.update(tools)
    return environment


def write_page_one(brief: Brief) -> str:
    """Return the title, findings and questions as a fragment for a notebook, escaped."""
    return _environment().get_template("page_one.html.j2").render(brief=brief)


def write_html(brief: Brief) -> str:
    """Return `brief` as a self-contained page; every text from the dossier is escaped."""
    page = _environment().get_template("brief.html.j2").render(brief=brief)
    return page if page.endswith("\n") else page + "\n"
