"""The drawings keep their text in their boxes, stay small, and never rely on colour alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.brief.content import Mark, Node, Picture, Timeline
from detente.brief.picture import draw_picture
from detente.brief.svg import width, wrap
from detente.brief.timeline import draw_mark, draw_timeline
from tests.brief.samples import Make
from tests.brief.test_degenerate import block, text_of

BOX = r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="3" class="box'


@given(st.text(max_size=200), st.floats(40, 400), st.integers(1, 8))
def test_wrapped_lines_fit_and_lose_nothing_unless_cut(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, 12, most)
    assert len(lines) <= most
    assert all(width(line, 12) <= room for line in lines)
    if not (lines and lines[-1].endswith("…")):
        assert "".join(text.split()) == "".join("".join(lines).split())


def tree(deep: int, wide: int) -> Node:
    children = tuple(tree(deep - 1, 1) for _ in range(wide)) if deep else ()
    return Node("step", "Somebody", "Do something " * 5, "YNYN", holds=not deep, children=children)


@pytest.mark.parametrize(("deep", "wide"), [(0, 1), (1, 6), (3, 2), (6, 1)])
def test_boxes_stay_on_the_canvas_and_apart(deep: int, wide: int) -> None:
    root = Node("start", "", "Today", "NNNN", today=True, children=tree(deep, wide).children)
    islands = tuple(Node("island", "", f"Outcome {k}", "YYYY", holds=True) for k in range(4))
    drawn = str(draw_picture(Picture("", "All of it", "Apart:", (root, *islands))))
    for one in re.findall(r"<svg.*?</svg>", drawn, re.S):
        room, high = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', one)[0])
        boxes = [tuple(map(float, found)) for found in re.findall(BOX, one)]
        assert len(boxes) >= 5
        for x, y, across, down in boxes:
            assert x >= 0
            assert x + across <= room
            assert y + down <= high
        for k, (x, y, across, down) in enumerate(boxes):
            for other_x, other_y, other_across, other_down in boxes[k + 1 :]:
                apart = (
                    x + across <= other_x
                    or other_x + other_across <= x
                    or y + down <= other_y
                    or other_y + other_down <= y
                )
                assert apart


def test_hundreds_of_outcomes_are_capped_and_the_rest_is_counted(make: Make) -> None:
    picture = block(make(text_of("hundreds hold")), Picture)[0]
    assert len(picture.roots) <= 7
    assert any("not drawn" in one for one in picture.left_out)
    assert len(str(draw_picture(picture))) < 60_000


def mark(what: str, shape: str, first: date, last: date | None = None) -> Mark:
    return Mark(
        what=what,  # type: ignore[arg-type]
        when="then",
        first=first.toordinal(),
        last=(last or first).toordinal(),
        word=shape,
        shape=shape,
        text="Talks",
    )


def test_every_fate_has_a_shape_of_its_own() -> None:
    for what, shapes in (
        ("truce", ("holds", "broken", "replaced", "expired", "unknown")),
        ("talks", ("held", "under way", "scheduled", "unofficial", "cancelled")),
    ):
        day = date(2016, 9, 5)
        bare = {
            re.sub(r'class="bar \w+"', "bar", str(draw_mark(mark(what, shape, day))))
            for shape in shapes
        }
        # an unknown fate differs by its broken outline, which stands in the style sheet
        assert len(bare) >= len(shapes) - (1 if what == "truce" else 0)


@pytest.mark.parametrize("days", [0, 1, 400, 40_000, 3_652_058])
def test_a_timeline_of_any_length_stays_on_its_canvas(days: int) -> None:
    first = date.min if days > 1_000_000 else date(1900, 1, 1)
    last = date.fromordinal(first.toordinal() + days)
    marks = tuple(mark("truce", "broken", first, last) for _ in range(9))
    marks += tuple(mark("talks", "held", last) for _ in range(9))
    drawn = str(draw_timeline(Timeline("", "All", marks, last.toordinal(), "this brief")))
    for one in re.findall(r"<svg.*?</svg>", drawn, re.S):
        room, high = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', one)[0])
        for x in re.findall(r' (?:x|cx|x1|x2)="(-?[\d.]+)"', one):
            assert 0 <= float(x) <= room
        for y in re.findall(r' (?:y|cy|y1|y2)="(-?[\d.]+)"', one):
            assert 0 <= float(y) <= high
