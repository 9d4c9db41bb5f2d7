"""Together: a round table, and a campfire on a screen."""

from math import cos, pi, sin

from config.demo.drawing.paper import (
    BLUE,
    BLUSH,
    CREAM,
    GOLD,
    GREEN,
    INK,
    MINT,
    PEACH,
    SAND,
    SKY,
    VOICE,
    WINE,
    area,
    at,
    bars,
    box,
    disc,
    ground,
    sheet,
    stroke,
)
from config.demo.drawing.people import (
    BROWN,
    DARK,
    LIGHT,
    WARM,
    Look,
    above,
    portrait,
)
from config.demo.drawing.things import cup

AT_THE_TABLE = [
    Look(shirt=VOICE),
    Look(skin=BROWN, shirt=SKY, hair="bun"),
    Look(skin=WARM, shirt=CREAM, hair_colour="#7a4b2a"),
    Look(skin=DARK, shirt=WINE, dots="cream"),
    Look(shirt=BLUE, hair_colour=GOLD, hair="bun"),
    Look(skin=BROWN, shirt=INK, hair_colour="#3a2018"),
    Look(skin=LIGHT, shirt=GOLD, hair_colour="#b9562b"),
    Look(skin=WARM, shirt=WINE, hair_colour=INK),
]
ON_THE_TABLE = (
    (
        0.35,
        box(-44, -60, 88, 120, CREAM)
        + stroke("M-26-34h52M-26-10h52M-26 14h30", INK, 6),
    ),
    (1.25, disc(0, 0, 40, CREAM) + disc(0, 0, 27, "#6e3b2b")),
    (2.0, box(-34, -34, 68, 68, GOLD)),
    (
        2.75,
        box(-44, -60, 88, 120, CREAM)
        + stroke("M-26-34h52M-26-10h30M-26 14h52", INK, 6),
    ),
    (3.6, disc(0, 0, 40, VOICE) + disc(0, 0, 27, "#6e3b2b")),
    (4.3, box(-34, -34, 68, 68, BLUSH) + box(-10, -6, 68, 68, SKY)),
    (5.1, disc(0, 0, 40, CREAM) + disc(0, 0, 27, GREEN)),
    (5.75, box(-60, -42, 120, 84, INK, 8) + box(-50, -32, 100, 64, SKY)),
)
ON_THE_SCREEN = [
    (Look(skin=BROWN, shirt=WINE, hair="curls", headset=CREAM), SKY),
    (
        Look(skin=LIGHT, shirt=INK, hair="short", hair_colour="#b9562b", beard=True),
        BLUSH,
    ),
    (Look(skin=WARM, shirt=GREEN, hair="scarf", hair_colour=BLUE), SAND),
    (Look(skin=DARK, shirt=VOICE, hair="bald", glasses=True), MINT),
    (
        Look(skin=LIGHT, shirt=BLUE, hair="long", hair_colour=GOLD, headset=INK),
        PEACH,
    ),
    (
        Look(skin=WARM, shirt=GOLD, hair="bun", hair_colour="#3a2018", glasses=True),
        SKY,
    ),
]
STARS = (
    (90, 120),
    (190, 330),
    (120, 560),
    (1400, 90),
    (1310, 260),
    (1420, 470),
    (60, 740),
    (1450, 700),
    (250, 70),
    (1230, 60),
)


def round_table() -> str:
    """A round table, seen from the lamp above it."""
    return sheet(
        ground(GREEN, "ink", "up"),
        *(stroke(f"M{x} 0V1000", "#0b6b5e", 4) for x in range(60, 1500, 120)),
        disc(772, 528, 362, "#00443c"),
        disc(750, 500, 360, MINT),
        disc(750, 500, 340, "#e4f1ea"),
        *(
            at(750 + 236 * cos(t), 500 + 236 * sin(t), part, turn=t * 180 / pi + 70)
            for t, part in ON_THE_TABLE
        ),
        *(_ray(i) for i in range(28)),
        *(_seated(i, look) for i, look in enumerate(AT_THE_TABLE)),
    )


def _ray(number: int) -> str:
    """One of the voices that meet in the middle."""
    turn = 2 * pi * number / 28
    near, far, colour = 40, 110 + 26 * (number % 3), INK
    if number % 2:
        near, far, colour = 62, 152, VOICE
    x, y = cos(turn), sin(turn)
    line = (
        f"M{750 + near * x:.0f} {500 + near * y:.0f}"
        f"L{750 + far * x:.0f} {500 + far * y:.0f}"
    )
    return stroke(line, colour, 15)


def _seated(number: int, look: Look) -> str:
    turn = 2 * pi * (number + 0.5) / len(AT_THE_TABLE)
    x, y = 750 + 418 * cos(turn), 500 + 418 * sin(turn)
    return at(x, y, above(look), size=0.94, turn=turn * 180 / pi - 90)


def campfire() -> str:
    """An online campfire: six faces around a fire, on a laptop at night."""
    flame = bars(
        622,
        842,
        [36, 66, 100, 134, 158, 128, 96, 62, 34],
        [VOICE, GOLD, VOICE],
        20,
        12,
    )
    return sheet(
        ground("#17182b", "blue"),
        *(disc(x, y, 5, CREAM) for x, y in STARS),
        disc(1290, 150, 84, CREAM),
        disc(1322, 128, 76, INK),
        box(300, 150, 900, 580, "#0c0d1a", 26),
        box(322, 172, 856, 536, INK),
        *(_tile(i, *face) for i, face in enumerate(ON_THE_SCREEN)),
        box(0, 838, 1500, 162, WINE),
        box(0, 838, 1500, 14, BLUSH),
        area("M210 820h1080l40 46a26 26 0 0 1-20 42H190a26 26 0 0 1-20-42z", "#c9c5cf"),
        area("M640 820h220l-14 24H654z", "#a4a0ae"),
        box(300, 730, 900, 92, "#0c0d1a"),
        at(0, -38, flame),
        at(0, 0, stroke("M600 842l300-26M600 816l300 26", "#6e3b2b", 24)),
        at(1370, 940, cup(VOICE), size=1.1),
        bars(1336, 810, [40, 84, 56], [CREAM], 14, 14),
        at(120, 950, box(-70, -20, 180, 24, SKY, 4), box(-60, -44, 170, 24, GOLD, 4)),
    )


def _tile(number: int, look: Look, colour: str) -> str:
    """One face of the video call."""
    row, column = divmod(number, 3)
    x, y = 338 + column * 280, 190 + row * 262
    return (
        f'<clipPath id="tile-{number}">'
        f'<rect x="{x}" y="{y}" width="264" height="246"/></clipPath>'
        f'<g clip-path="url(#tile-{number})">{box(x, y, 264, 246, colour)}'
        f"{at(x + 132, y + 118, portrait(look), size=0.78)}</g>"
    )
