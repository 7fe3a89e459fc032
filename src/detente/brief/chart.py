"""What packages give to whom, as a Vega-Lite chart drawn into the page.

The chart is written as a Vega-Lite specification [1]_ and turned into SVG on this machine, without
a browser and without any request. Each party has a line from what no deal is worth to it to what
the package is worth to it: a filled circle at the end is a gain, a hollow square a loss, so that
nothing hangs on colour.

References
----------
.. [1] Satyanarayan, Moritz, Wongsuphasawat & Heer (2017), "Vega-Lite: a grammar of interactive
   graphics", IEEE Transactions on Visualization and Computer Graphics 23.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import Any

from markupsafe import Markup, escape

from detente.brief.content import Bar, Cell, Chart, Line, Row, Table
from detente.brief.svg import width
from detente.words import say

PAGE, PHONE = 720, 340
_FONT = "Segoe UI, Helvetica Neue, Arial, Liberation Sans, sans-serif"
_INK, _QUIET, _RULE, _BLUE, _RUST = "#1a1a1a", "#4d4d4d", "#c9c9c9", "#123f6d", "#8a3b12"
_SIZE, _ROW = 13, 24
_VERSION = "5.21"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_HEAD = re.compile(r"^<svg[^>]*?viewBox=\"([^\"]*)\"[^>]*>")


def can_draw() -> bool:
    """Return whether the extra that draws charts is installed."""
    return find_spec("vl_convert") is not None


def chart_table(chart: Chart) -> Table:
    """Return the numbers of `chart` as a table, for where nothing can be drawn."""
    parties = tuple(dict.fromkeys(bar.party for group in chart.groups for bar in group.bars))
    rows = []
    for group in chart.groups:
        cells = {bar.party: _cell(bar) for bar in group.bars}
        rows.append(Row(Line(group.name), tuple(cells.get(one, Cell("")) for one in parties)))
    return Table(chart.axis, say("brief.deal.chart.corner"), parties, tuple(rows))


def _cell(bar: Bar) -> Cell:
    code = "better" if bar.value >= bar.no_deal else "worse"
    told = say(f"brief.deal.chart.{code}", no_deal=f"{bar.no_deal:.2f}")
    return Cell(f"{bar.value:.2f}", told, "held" if code == "better" else "open")


def chart_spec(chart: Chart, room: int = PAGE) -> dict[str, Any]:
    """Return `chart` as a Vega-Lite specification, `room` pixels wide."""
    parties = list(dict.fromkeys(bar.party for group in chart.groups for bar in group.bars))
    names = max((width(party, _SIZE) for party in parties), default=0.0)
    margin = int(min(names + 16, room * 0.42))
    better, worse = "gain", "loss"
    rows = [
        {
            "package": group.name,
            "party": bar.party,
            "value": bar.value,
            "no_deal": bar.no_deal,
            "change": better if bar.value >= bar.no_deal else worse,
            "shown": f"{bar.value:.2f}",
        }
        for group in chart.groups
        for bar in group.bars
    ]
    worth = [
        one for group in chart.groups for bar in group.bars for one in (bar.value, bar.no_deal)
    ]
    low, high = min([0.0, *worth]), max([1.0, *worth])
    tone = {"domain": [better, worse], "range": [_BLUE, _RUST]}
    shape = {"domain": [better, worse], "range": ["circle", "square"]}
    x: dict[str, Any] = {
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": False},
        "axis": {"title": chart.axis, "tickCount": 5, "grid": True},
    }
    y = {"field": "party", "type": "nominal", "sort": parties, "axis": {"title": None}}
    color = {"field": "change", "type": "nominal", "scale": tone, "legend": None}
    layers: list[dict[str, Any]] = [
        {
            "mark": {"type": "rule", "strokeWidth": 3},
            "encoding": {"x": {"field": "no_deal", **x}, "x2": {"field": "value"}, "color": color},
        },
        {
            "mark": {"type": "tick", "thickness": 2, "size": 16, "color": _INK},
            "encoding": {"x": {"field": "no_deal", **x}},
        },
        {
            "mark": {"type": "point", "size": 80, "strokeWidth": 2, "opacity": 1},
            "encoding": {
                "x": {"field": "value", **x},
                "shape": {"field": "change", "type": "nominal", "scale": shape, "legend": None},
                "color": color,
                "fill": {
                    "condition": {"test": "datum.value >= datum.no_deal", "value": _BLUE},
                    "value": "#ffffff",
                },
            },
        },
        {
            "mark": {"type": "text", "align": "center", "dy": -11, "fontSize": 11, "color": _INK},
            "encoding": {"x": {"field": "value", **x}, "text": {"field": "shown"}},
        },
    ]
    return {
        "$schema": _SCHEMA,
        "description": chart.alternative,
        "background": None,
        "data": {"values": rows},
        "facet": {
            "row": {
                "field": "package",
                "type": "nominal",
                "sort": [group.name for group in chart.groups],
                "title": None,
                "header": {
                    "labelAngle": 0, "labelOrient": "top", "labelAnchor": "start",
                    "labelAlign": "left", "labelFontWeight": "bold", "labelLimit": room - margin,
                },
            }
        },
        "spacing": 10,
        "spec": {
            "width": room - margin - 26, "height": {"step": _ROW},
            "encoding": {"y": y}, "layer": layers,
        },
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": _SIZE - 1, "titleFontSize": _SIZE - 1, "titleFontWeight": "normal",
                "labelColor": _INK, "titleColor": _QUIET, "gridColor": _RULE, "domain": False,
                "tickColor": _RULE, "labelLimit": margin - 8,
            },
            "axisY": {"grid": False, "ticks": False, "labelFontSize": _SIZE, "labelPadding": 8},
            "header": {"labelFontSize": _SIZE, "labelColor": _INK, "labelPadding": 4},
        },
    }  # fmt: skip


def draw_chart(chart: Chart) -> Markup:
    """Return two drawings of `chart`; style sheets show the one that fits the screen."""
    return _draw(chart, PAGE, "on-page") + _draw(chart, PHONE, "on-phone")


def _draw(chart: Chart, room: int, variant: str) -> Markup:
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(chart_spec(chart, room), allowed_base_urls=[])
    head = _HEAD.match(drawn)
    if head is None:
        raise ValueError("the drawing of the chart does not start as an SVG does")
    opening = Markup('<svg class="chart {}" viewBox="{}" role="img" aria-label="{}">').format(
        variant, head.group(1), escape(chart.alternative)
    )
    # names of clips must differ between the two drawings, which stand on one page
    body = drawn[head.end() :].replace("clip", f"{variant}-clip")
    return opening + Markup(body)  # noqa: S704 - vl_convert escapes all text
