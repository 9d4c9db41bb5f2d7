"""Charts as coordinates; a template draws them, and a table beside it says the same."""

from dataclasses import dataclass

from events.organiser.dashboard.figures import Week

WIDTH, HEIGHT = 690, 230
LEFT, TOP, FLOOR = 34, 24, 200
STEP = 64.0  # at most from week to week: the first ones stand where a phone begins
NAMES = 10  # more names of weeks do not fit beside each other


@dataclass(frozen=True)
class Bar:
    """One week; all in pixels of the drawing."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    name: str
    value: int


@dataclass(frozen=True)
class Chart:
    """Bars, and two lines to measure them by."""

    bars: list[Bar]
    lines: list[tuple[float, int]]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR
    left: int = LEFT


def sales_chart(weeks: list[Week], *, capacity: int) -> Chart:
    """The highest line is the number of places, so that one sees how full it is."""
    most = max([capacity, *(week.sold for week in weeks), 1])
    step = min(STEP, (WIDTH - LEFT) / max(len(weeks), 1))
    width = min(26.0, step * 0.7)
    every = -(-len(weeks) // NAMES) or 1
    bars = []
    for number, week in enumerate(weeks):
        height = round((FLOOR - TOP) * week.sold / most, 1)
        middle = round(LEFT + step * (number + 0.5), 1)
        is_named = (len(weeks) - 1 - number) % every == 0
        bars.append(
            Bar(
                x=round(middle - width / 2, 1),
                y=round(FLOOR - height, 1),
                width=round(width, 1),
                height=height,
                middle=middle,
                name=week.name if is_named else "",
                value=week.sold,
            )
        )
    half = most // 2
    lines = [(TOP, most), (round(FLOOR - (FLOOR - TOP) * half / most, 1), half)]
    return Chart(bars, lines)
