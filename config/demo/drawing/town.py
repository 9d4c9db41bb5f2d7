"""Around the work: the headset on its desk, the town in the morning."""

from config.demo.drawing.paper import (
    BLUE,
    BLUSH,
    CREAM,
    GOLD,
    INK,
    SKY,
    VOICE,
    WINE,
    area,
    at,
    box,
    disc,
    ground,
    recording,
    sheet,
    stroke,
)
from config.demo.drawing.things import TOWER

# left side, width, height and colour of each house; then of each light on the water
HOUSES = (
    (0, 150, 300, WINE),
    (150, 110, 250, INK),
    (260, 140, 330, "#7a1242"),
    (1060, 120, 300, INK),
    (1180, 150, 350, WINE),
    (1330, 170, 290, "#7a1242"),
)
WATER = (
    (80, 800, 160, SKY),
    (300, 850, 260, BLUSH),
    (620, 790, 120, GOLD),
    (760, 830, 300, VOICE),
    (700, 880, 180, GOLD),
    (1100, 800, 180, BLUSH),
    (1240, 870, 200, SKY),
    (140, 920, 220, WINE),
    (480, 930, 160, SKY),
    (900, 940, 260, WINE),
    (1320, 950, 140, BLUSH),
)


def headset() -> str:
    """A headset on a desk; its cord goes on as a voice."""
    speech = [40, 90, 150, 220, 130, 260, 180, 90, 200, 120, 60, 150, 90, 40]
    return sheet(
        ground(BLUE, "ink"),
        area("M0 720L1500 560V1000H0z", "#2431a0"),
        '<g opacity=".45">'
        + at(
            660,
            500,
            stroke("M-250 150C-270-330 290-330 270 150", INK, 54),
            box(-330, 70, 150, 250, INK, 75),
            box(196, 70, 150, 250, INK, 75),
        )
        + "</g>",
        at(
            600,
            440,
            stroke("M-250 150C-270-330 270-330 250 150", CREAM, 54),
            stroke("M-176-120C-90-250 90-250 176-120", VOICE, 26),
            box(-330, 60, 140, 250, VOICE, 60),
            box(-220, 40, 76, 290, INK, 38),
            box(190, 60, 140, 250, VOICE, 60),
            box(144, 40, 76, 290, INK, 38),
            stroke("M-260 300c10 130 130 150 270 140", CREAM, 22),
            box(-6, 408, 130, 66, INK, 33),
            *(disc(22 + 26 * i, 441, 7, CREAM) for i in range(4)),
        ),
        stroke("M860 750c60 90 110 60 150 20", CREAM, 14),
        recording(1040, 760, speech, [CREAM, VOICE], 15, 15),
        at(
            1260,
            330,
            box(-120, -170, 260, 340, CREAM),
            box(-120, -170, 260, 60, VOICE),
            stroke("M-80-60h180M-80-10h180M-80 40h120M-80 90h160", INK, 10),
            turn=8,
        ),
    )


def amersfoort() -> str:
    """Amersfoort at the start of a working day: tower, water gate, canal."""
    return sheet(
        ground("#fbe3cd", "voice", "down"),
        disc(700, 330, 190, GOLD),
        disc(700, 330, 150, "#f8d08a"),
        at(
            1096,
            318,
            area(TOWER, WINE, "ink"),
            box(-12, 20, 24, 60, GOLD),
            box(-12, -40, 24, 34, GOLD),
            disc(0, 130, 26, CREAM),
            size=1.05,
        ),
        area(
            "M-10 720V560l80-30 90 30 120-50 140 50 160-40 180 40 200-50 190 40 140-30 220 40v160z",
            "#c9708a",
        ),
        *(_house(*house) for house in HOUSES),
        _gate(),
        box(0, 712, 1500, 288, "#33407f"),
        box(0, 700, 430, 18, INK),
        box(1010, 700, 490, 18, INK),
        *(stroke(f"M{x} {y}h{w}", colour, 14) for x, y, w, colour in WATER),
        _cyclist(),
    )


def _house(x: float, w: float, h: float, colour: str) -> str:
    """A canal house with a stepped gable."""
    step = w / 6
    gable = f"M{x} 720V{720 - h}h{step}v-30h{step}v-30h{step / 2}v-24h{step}v24h{step / 2}v30h{step}v30h{step}V720z"
    windows = "".join(
        box(
            x + w * fx - 12,
            720 - h + 30 + r * 70,
            24,
            40,
            GOLD if (r + int(x)) % 3 else CREAM,
        )
        for fx in (0.3, 0.7)
        for r in range(int(h / 80))
    )
    return area(gable, colour) + windows


def _gate() -> str:
    """The water gate, with its two towers."""
    return (
        box(440, 470, 560, 250, INK)
        + "".join(
            box(x, 380, 110, 340, INK)
            + area(f"M{x - 14} 380l69-150 69 150z", VOICE)
            + box(x + 45, 440, 20, 60, GOLD)
            for x in (440, 890)
        )
        + area("M550 470l170-90 170 90z", VOICE)
        + area(
            "M600 720V610a60 60 0 0 1 120 0v110zM740 720V610a60 60 0 0 1 120 0v110z",
            "#f3a36b",
        )
        + "".join(box(x, 510, 16, 40, GOLD) for x in (590, 660, 730, 800, 860))
    )


def _cyclist() -> str:
    return at(
        310,
        690,
        f'<g fill="none" stroke="{CREAM}" stroke-width="7"><circle cx="-46" cy="0" r="32"/><circle cx="52" cy="0" r="32"/></g>',
        stroke("M-46 0l26-48h54l18 48M-20-48l24 48h-50M34-48l-6-22h22", CREAM, 7),
        stroke("M-16-60l14-66 40 40", VOICE, 20),
        stroke("M-14-56l24 24-8 32", INK, 14),
        disc(4, -152, 20, "#a65c40"),
        stroke("M-12-158C-12-180 20-182 20-160", INK, 10),
    )
