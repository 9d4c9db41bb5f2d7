"""The ways in which two voices can stand against each other in a cover.

Each takes the spoken line and how far it leans (from -0.5 to 0.5), and gives two
paths of strokes with round ends. All coordinates are whole numbers on a canvas of
300 by 200: a cover is inlined in the page, and must weigh next to nothing."""

import math
from collections.abc import Callable
from dataclasses import dataclass

WIDTH, HEIGHT = 300, 200
Voices = tuple[str, str]


@dataclass(frozen=True)
class Layout:
    """One way to draw, with the numbers of teeth that suit it."""

    draw: Callable[[list[float], float], Voices]
    counts: tuple[int, ...]
    stroke: Callable[[int], int]
    turns: tuple[str, ...] = ()


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    if round(x1) == round(x2):
        return f"M{x1:.0f} {y1:.0f}V{y2:.0f}"
    if round(y1) == round(y2):
        return f"M{x1:.0f} {y1:.0f}H{x2:.0f}"
    return f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}"


def _arc(cx: float, cy: float, radius: float, start: float, end: float) -> str:
    """Clockwise on the screen, angles in degrees from three o'clock."""
    a, b = math.radians(start), math.radians(end)
    return (
        f"M{cx + radius * math.cos(a):.0f} {cy + radius * math.sin(a):.0f}"
        f"A{radius:.0f} {radius:.0f} 0 {int(end - start > 180)} 1 "
        f"{cx + radius * math.cos(b):.0f} {cy + radius * math.sin(b):.0f}"
    )


def _meeting(v: float, share: float, lean: float) -> float:
    """Where two voices meet: the line itself, on a slope that leans one way."""
    return min(max(0.5 + 0.46 * (v - 0.5) + 1.3 * lean * (share - 0.5), 0.1), 0.9)


def _shift(lean: float) -> float:
    """Up to 2 teeth to one side, so that two combs of one size do not coincide."""
    return lean * 13 % 2


def comb(values: list[float], lean: float, over: float = 0) -> Voices:
    """Teeth from above and from below, interlocking; `over` makes room to turn."""
    pitch = (WIDTH + 2 * over) / (len(values) - 2)
    voices: tuple[list[str], list[str]] = ([], [])
    for i, v in enumerate(values):
        x = (i + 0.5 - _shift(lean)) * pitch - over
        meet = HEIGHT * _meeting(v, i / len(values), lean)
        if i % 2:
            voices[1].append(_line(x, HEIGHT + over, x, meet - 6))
        else:
            voices[0].append(_line(x, -over, x, meet + 6))
    return "".join(voices[0]), "".join(voices[1])


def slant(values: list[float], lean: float) -> Voices:
    """A comb, to be turned."""
    return comb(values, lean, over=75)


def rows(values: list[float], lean: float) -> Voices:
    """Teeth from the left and from the right."""
    pitch = HEIGHT / (len(values) - 2)
    voices: tuple[list[str], list[str]] = ([], [])
    for i, v in enumerate(values):
        y = (i + 0.5 - _shift(lean)) * pitch
        meet = WIDTH * _meeting(v, i / len(values), lean)
        if i % 2:
            voices[1].append(_line(WIDTH, y, meet - 10, y))
        else:
            voices[0].append(_line(0, y, meet + 10, y))
    return "".join(voices[0]), "".join(voices[1])


def ring(values: list[float], lean: float) -> Voices:
    """A round table: one voice from the middle, one from outside."""
    cx = 150 + 110 * lean
    voices: tuple[list[str], list[str]] = ([], [])
    for i, v in enumerate(values):
        turn = 2 * math.pi * i / len(values) - math.pi / 2
        meet = 60 + 38 * v
        near, far = (meet - 14, 260) if i % 2 else (24, meet)
        voices[i % 2].append(
            _line(
                *(cx + near * math.cos(turn), 100 + near * math.sin(turn)),
                *(cx + far * math.cos(turn), 100 + far * math.sin(turn)),
            )
        )
    return "".join(voices[0]), "".join(voices[1])


def ripple(values: list[float], lean: float) -> Voices:
    """Circles from a corner, like a voice through a room; the other one answers."""
    pitch = 350 / len(values)
    voices: tuple[list[str], list[str]] = ([], [])
    for i, v in enumerate(values):
        radius = (i + 0.7) * pitch
        # the round ends need room, and the more so near the corner
        gap = math.degrees(0.82 * pitch / radius)
        meet = -90 + gap / 2 + (90 - gap) * _meeting(v, i / len(values), lean)
        voices[0].append(_arc(0, HEIGHT, radius, -94, meet - gap / 2))
        voices[1].append(_arc(0, HEIGHT, radius, meet + gap / 2, 4))
    return "".join(voices[0]), "".join(voices[1])


def wave(values: list[float], lean: float) -> Voices:
    """A recording: bars around two lines, the one rising while the other falls."""
    pitch = WIDTH / len(values)
    voices: tuple[list[str], list[str]] = ([], [])
    for i, v in enumerate(values):
        x, reach = (i + 0.5) * pitch, 8 + 62 * v
        drift = 16 + 56 * lean * (2 * i / len(values) - 1)
        middle = 100 + (drift if i % 2 else -drift)
        voices[i % 2].append(_line(x, middle - reach, x, middle + reach))
    return "".join(voices[0]), "".join(voices[1])


def duet(values: list[float], lean: float) -> Voices:
    """Two speakers opposite each other, each with circles of sound."""
    half = len(values) // 2
    # who leans in speaks further, and a little lower
    reach, height = 132 + 104 * lean, 100 + 90 * lean
    near, far = reach / half, (264 - reach) / half
    left = [
        _arc(0, height, (i + 0.75) * near, -20 - 66 * v, 20 + 66 * v)
        for i, v in enumerate(values[:half])
    ]
    right = [
        _arc(WIDTH, HEIGHT - height, (i + 0.75) * far, 160 - 66 * v, 200 + 66 * v)
        for i, v in enumerate(values[half : 2 * half])
    ]
    return "".join(left), "".join(right)


def lines(values: list[float], lean: float) -> Voices:
    """A page of talk: in every line the voices take turns."""
    count = len(values) // 6
    pitch = HEIGHT / count
    voices: tuple[list[str], list[str]] = ([], [])
    turn = 0
    for row in range(count):
        x, y = -30 + 50 * lean * (row % 2), (row + 0.5) * pitch
        for v in values[row * 6 : row * 6 + 6]:
            length = 14 + 74 * v
            voices[turn % 2].append(_line(x, y, x + length, y))
            x += length + 0.82 * pitch
            turn += 1
    return "".join(voices[0]), "".join(voices[1])


def _of(run: float, share: float = 0.78, hidden: int = 0) -> Callable[[int], int]:
    """A stroke that fills `share` of the room that a tooth has."""
    return lambda count: round(run / (count - hidden) * share)


LAYOUTS = {
    "comb": Layout(comb, (11, 13, 15, 19, 23), _of(WIDTH, hidden=2)),
    "rows": Layout(rows, (7, 9, 11, 13, 17), _of(HEIGHT, hidden=2)),
    "ring": Layout(ring, (20, 26, 34), _of(340)),
    "slant": Layout(
        slant,
        (15, 19, 25),
        _of(WIDTH + 150, hidden=2),
        ("rotate(28 150 100)", "rotate(-28 150 100)", "rotate(52 150 100)"),
    ),
    "ripple": Layout(
        ripple,
        (5, 6, 8, 11),
        _of(350, 0.66),
        ("translate(0 200) scale(1 -1)", "rotate(180 150 100)"),
    ),
    "wave": Layout(wave, (11, 17, 25), _of(WIDTH, 0.7)),
    "duet": Layout(duet, (8, 10, 12, 16), _of(264, 0.56)),
    "lines": Layout(lines, (24, 30, 42), _of(HEIGHT * 6, 0.66)),
}
