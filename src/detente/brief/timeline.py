"""Talks and truces to scale of time, as SVG, for a page and for a phone.

Truces are bars above the axis, talks are round marks below it. What became of each is told
by the shape of its mark and, in the list under the drawing, by a word.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from detente.brief.content import Mark, Timeline
from detente.brief.svg import canvas, number, text_at, width

PAGE, PHONE = 720.0, 340.0
_SIDE = 16.0
_LANE = 24.0
_LANES = 6
_RADIUS = 6.0
_TICKS = 25


def draw_timeline(timeline: Timeline) -> Markup:
    """Return two drawings of `timeline`; style sheets show the one that fits the screen."""
    return _draw(timeline, PAGE, "on-page") + _draw(timeline, PHONE, "on-phone")


def draw_mark(mark: Mark) -> Markup:
    """Return the mark alone, as large as a line of text, for the list and the legend."""
    body = _bar(2, 19, 8, mark.shape) if mark.what == "truce" else _round(12, 8, mark.shape)
    return Markup(
        '<svg class="glyph" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">{}</svg>'
    ).format(body)


def _draw(timeline: Timeline, room: float, variant: str) -> Markup:
    marks = list(enumerate(timeline.marks, 1))
    days = [day for _, mark in marks for day in (mark.first, mark.last)]
    if timeline.today is not None:
        days.append(timeline.today)
    low, high = min(days), max(days)
    spare = max(20, (high - low) // 30)
    low, high = max(1, low - spare), min(date.max.toordinal(), high + spare)

    def at(day: int) -> float:
        return _SIDE + (day - low) / (high - low) * (room - 2 * _SIDE)

    truces, lanes_above = _lanes([(k, m) for k, m in marks if m.what == "truce"], at)
    talks, lanes_below = _lanes([(k, m) for k, m in marks if m.what == "talks"], at)
    axis = 10 + lanes_above * _LANE + 6
    foot = axis + 24 + lanes_below * _LANE
    body = Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="axis"/>').format(
        number(_SIDE / 2), number(axis), number(room - _SIDE / 2), number(axis)
    )
    body += _ticks(low, high, at, axis, room)
    if timeline.today is not None:
        x = at(timeline.today)
        body += Markup('<line x1="{}" y1="4" x2="{}" y2="{}" class="now"/>').format(
            number(x), number(x), number(foot)
        )
        wide = width(timeline.today_word, 11.5)
        body += text_at(
            min(x - wide / 2, room - wide - 2), foot + 14, timeline.today_word, "nowword"
        )
    for k, mark, lane in truces:
        y = axis - 14 - lane * _LANE
        start, end = at(mark.first), max(at(mark.last), at(mark.first) + 14)
        body += _bar(start, end, y, mark.shape)
        body += text_at(start, y - 7, str(k), "count")
    for k, mark, lane in talks:
        y = axis + 32 + lane * _LANE
        body += _round(at(mark.first), y, mark.shape)
        body += text_at(at(mark.first) + 9, y + 4, str(k), "count")
    return canvas(room, foot + 20, body, timeline.alternative, variant)


def _lanes(
    marks: list[tuple[int, Mark]], at: Callable[[int], float]
) -> tuple[list[tuple[int, Mark, int]], int]:
    """Give each mark the lowest lane in which it touches no other."""
    ends: list[float] = []
    placed = []
    for k, mark in marks:
        start = at(mark.first) - _RADIUS
        end = max(at(mark.last), at(mark.first) + 14) + 14
        lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        lane = min(lane, _LANES - 1)
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = max(ends[lane], end)
        placed.append((k, mark, lane))
    return placed, max(1, len(ends))


def _ticks(low: int, high: int, at: Callable[[int], float], axis: float, room: float) -> Markup:
    """Return ticks for years, few enough to tell apart, or months in less than two years."""
    first, last = date.fromordinal(low), date.fromordinal(high)
    months = high - low < 2 * 366
    years = last.year - first.year
    apart = next(step for step in (1, 2, 5, 10, 50, 100, 500, 1000) if years <= step * _TICKS)
    body = Markup("")
    filled = -100.0
    for year in range(first.year + -first.year % apart, last.year + 1, apart):
        for month in range(1, 13) if months else (1,):
            day = date(year, month, 1)
            if not low <= day.toordinal() <= high:
                continue
            x = at(day.toordinal())
            body += Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="tick"/>').format(
                number(x), number(axis - 4), number(x), number(axis + 4)
            )
            word = day.strftime("%m/%Y") if months else str(year)
            wide = width(word, 11.5)
            if x - wide / 2 > filled + 6 and x + wide / 2 < room:
                body += text_at(x - wide / 2, axis + 17, word, "year")
                filled = x + wide / 2
    return body


def _bar(start: float, end: float, y: float, shape: str) -> Markup:
    bar = Markup('<rect x="{}" y="{}" width="{}" height="8" class="bar {}"/>').format(
        number(start), number(y - 4), number(end - start), shape
    )
    if shape == "broken":
        return bar + _cross(end, y)
    if shape == "expired":
        return bar + _stroke(f"M{number(end)} {number(y - 7)}V{number(y + 7)}")
    if shape == "replaced":
        return bar + _stroke(f"M{number(end - 2)} {number(y - 6)}l6 6l-6 6")
    if shape == "holds":
        return bar + Markup('<circle cx="{}" cy="{}" r="5" class="dot held"/>').format(
            number(end), number(y)
        )
    return bar


def _round(x: float, y: float, shape: str) -> Markup:
    dot = Markup('<circle cx="{}" cy="{}" r="{}" class="dot {}"/>').format(
        number(x), number(y), number(_RADIUS), shape.replace(" ", "-")
    )
    if shape == "cancelled":
        return dot + _cross(x, y)
    if shape == "under way":
        return dot + Markup('<path d="M{} {}a6 6 0 0 1 0 12z" class="half"/>').format(
            number(x), number(y - 6)
        )
    return dot


def _cross(x: float, y: float) -> Markup:
    return _stroke(f"M{number(x - 5)} {number(y - 5)}l10 10M{number(x - 5)} {number(y + 5)}l10 -10")


def _stroke(path: str) -> Markup:
    return Markup('<path d="{}" class="stroke"/>').format(path)
