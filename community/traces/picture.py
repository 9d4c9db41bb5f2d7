"""The chain as a drawing: a column per step, the oldest on the left."""

from html import escape

from django.utils.text import Truncator

from community.traces.chain import Chain, Node

WIDTH, HEIGHT, GAP, ROW = 190, 64, 60, 84
MOST = 6  # of a column; the list has them all
LETTERS = 22  # that fit in a box


def svg(chain: Chain) -> str:
    """Only coordinates, class names and escaped titles; the list beside it says all."""
    columns = [column[:MOST] for column in chain.columns]
    tallest = max(len(column) for column in columns)
    width = len(columns) * (WIDTH + GAP) - GAP
    height = tallest * ROW - (ROW - HEIGHT)
    places = {
        node.key: (x * (WIDTH + GAP), y * ROW + (tallest - len(column)) * ROW // 2)
        for x, column in enumerate(columns)
        for y, node in enumerate(column)
    }
    lines = [
        _line(places[link.earlier], places[link.later])
        for link in chain.links
        if link.earlier in places and link.later in places
    ]
    boxes = [
        _box(node, *places[node.key], is_here=node.key == chain.here)
        for column in columns
        for node in column
    ]
    return (
        f'<svg class="chain" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" aria-hidden="true">{"".join(lines)}{"".join(boxes)}</svg>'
    )


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    x1, y1 = start[0] + WIDTH, start[1] + HEIGHT // 2
    x2, y2 = end[0], end[1] + HEIGHT // 2
    half = (x1 + x2) // 2
    return f'<path d="M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}"/>'


def _box(node: Node, x: int, y: int, *, is_here: bool) -> str:
    words = Truncator(node.title).chars(2 * LETTERS - 4).split()
    first = ""
    while words and len(first) + len(words[0]) < LETTERS:
        first = f"{first} {words.pop(0)}".strip()
    second = Truncator(" ".join(words)).chars(LETTERS)
    return (
        f'<g class="{"here" if is_here else ""}"><rect x="{x}" y="{y}" width="{WIDTH}" '
        f'height="{HEIGHT}"/><text class="kind" x="{x + 10}" y="{y + 18}">'
        f'{escape(node.kind)}</text><text x="{x + 10}" y="{y + 37}">{escape(first)}'
        f'</text><text x="{x + 10}" y="{y + 54}">{escape(second)}</text></g>'
    )
