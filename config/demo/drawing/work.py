"""At work: the window, the contact centre, the wall with the rota."""

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
    recording,
    sheet,
    stroke,
)
from config.demo.drawing.people import (
    BROWN,
    DARK,
    LIGHT,
    WARM,
    Look,
    behind,
    profile,
)
from config.demo.drawing.things import TOWER, cup

BLUE_SHIRT = Look(WARM, "bun", "#5a2f22", BLUE, headset=CREAM)
WHITE_SHIRT = Look(LIGHT, "bald", "#7a4b2a", CREAM, headset=INK, beard=True)
GOLDEN_SHIRT = Look(DARK, "curls", shirt=GOLD, headset=CREAM)
SCARF = Look(BROWN, "scarf", VOICE, INK, dots="voice")
NOTES = [VOICE, BLUSH, GOLD, SKY, MINT, WINE]


def coffee_table() -> str:
    """Two people by the window on the fifth floor."""
    roofs = "M-20 720V560h90v-70l45-50 45 50v70h60v-36h22v-22h22v-22h40v22h22v22h22v60h90v-90h120v90h60V470l46-52 46 52v90h60V520h90v60h80v-70h70v-60h40l40-44 40 44v110h90v-90h60v-40h80v280z"
    return sheet(
        ground("#fbf1e2", "voice"),
        disc(1120, 230, 124, VOICE),
        area(roofs, WINE, "ink"),
        at(880, 360, area(TOWER, WINE, "ink")),
        box(0, 690, 1500, 310, PEACH),
        *(box(x, 0, w, 700, INK) for x, w in ((60, 36), (690, 44), (1404, 36))),
        box(60, 680, 1380, 26, INK),
        at(330, 520, profile(Look(shirt=WINE, hair="short"))),
        at(
            1150,
            520,
            profile(
                Look(skin=BROWN, hair="crop", shirt=VOICE, dots="ink", headset=CREAM)
            ),
            flip=True,
        ),
        box(0, 884, 1500, 116, INK),
        box(0, 884, 1500, 14, CREAM),
        at(660, 884, cup(CREAM)),
        at(840, 884, cup(WINE, flip=True)),
        bars(626, 770, [50, 86, 56], [INK]),
        bars(808, 770, [36, 96, 70], [VOICE]),
    )


def _desk(
    x: float, y: float, size: float, look: Look, screen: str, voices: list[str]
) -> str:
    """Somebody at work, looking right at a screen on which a voice is seen."""
    speech = [30, 70, 110, 60, 130, 90, 40, 100, 60]
    return at(
        x,
        y,
        at(-250, -470, profile(look)),
        box(190, -430, 330, 230, INK, 14),
        box(206, -414, 298, 198, screen),
        recording(240, -315, speech, voices, 14, 14),
        area("M330-200h50l16 130h-82z", INK),
        box(280, -82, 150, 18, INK, 9),
        box(-560, -64, 1160, 26, CREAM),
        box(-540, -38, 1120, 400, "#0e3f3a"),
        size=size,
    )


def _lamp(x: float, y: float) -> str:
    return (
        stroke(f"M{x} 0v{y}", INK, 6)
        + area(f"M{x - 70} {y + 70}a70 70 0 0 1 140 0z", VOICE)
        + area(f"M{x - 60} {y + 80}h120l90 240h-300z", "#ffffff22")
    )


def contact_centre() -> str:
    """A contact centre on Monday morning."""
    return sheet(
        ground(MINT, "green", "up"),
        *(
            box(x, 160, 200, 270, CREAM) + box(x + 96, 160, 8, 270, MINT)
            for x in (110, 410, 710, 1010, 1310)
        ),
        box(0, 520, 1500, 480, "#0b6b5e"),
        *(_lamp(x, y) for x, y in ((300, 90), (760, 40), (1220, 90))),
        _desk(205, 660, 0.42, BLUE_SHIRT, SKY, [BLUE]),
        _desk(735, 660, 0.42, WHITE_SHIRT, SAND, [INK]),
        _desk(1250, 660, 0.42, GOLDEN_SHIRT, BLUSH, [WINE]),
        _desk(660, 960, 0.98, SCARF, "#fbf1e2", [VOICE, GREEN]),
        at(180, 896, cup(VOICE), size=0.9),
        bars(146, 790, [40, 80, 50], [CREAM], 13, 13),
    )


def planner() -> str:
    """The planner before the wall with next week."""
    return sheet(
        ground(BLUSH, "wine"),
        box(90, 60, 1330, 780, CREAM),
        *(recording(190 + i * 180, 88, [18, 30, 22], [INK], 8, 8) for i in range(7)),
        *(_day(row, column) for row in range(5) for column in range(7)),
        at(
            1010,
            540,
            stroke("M170 250C330 190 330 60 216-60", GREEN, 84),
            disc(206, -80, 44, WARM[0]),
            stroke("M206-90l-26-50", WARM[0], 22),
        ),
        at(
            980,
            440,
            behind(
                Look(
                    skin=WARM,
                    hair="bun",
                    shirt=GREEN,
                    dots="cream",
                    hair_colour="#3a2018",
                )
            ),
        ),
        at(
            420,
            600,
            behind(Look(skin=DARK, hair="curls", shirt=BLUE, headset=CREAM)),
            size=0.92,
        ),
    )


def _day(row: int, column: int) -> str:
    """A box of the rota, with no, one or two notes in it."""
    x, y = 130 + column * 180, 120 + row * 138
    pick = (row * 5 + column * 3) % 8
    parts = [box(x, y, 164, 122, "#fffdf8")]
    if pick < len(NOTES):
        note = box(-34, -36, 70, 72, NOTES[pick])
        parts.append(at(x + 50, y + 62, note, turn=(row * 7 + column * 11) % 9 - 4))
    if (row + column) % 3 == 0:
        note = box(-26, -28, 54, 56, NOTES[(pick + 2) % len(NOTES)])
        parts.append(at(x + 116, y + 66, note, turn=3))
    return "".join(parts)
