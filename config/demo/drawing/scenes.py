"""The scenes: what a photographer would have brought back."""

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
    above,
    behind,
    portrait,
    profile,
)

TOWER = "M-92 370V0h24v-60h20v-70h14v-46l18-64 18 64v46h14v70h20v60h24v370z"


def _cup(colour: str, *, flip: bool = False) -> str:
    return at(
        0,
        0,
        area("M-52-84h104v50a34 34 0 0 1-34 34h-36a34 34 0 0 1-34-34z", colour),
        stroke("M54-62h10a22 22 0 0 1 0 44H50", colour, 12),
        flip=flip,
    )


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
        at(660, 884, _cup(CREAM)),
        at(840, 884, _cup(WINE, flip=True)),
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


def contact_centre() -> str:
    """A contact centre on Monday morning."""
    lamps = "".join(
        stroke(f"M{x} 0v{y}", INK, 6)
        + area(f"M{x - 70} {y + 70}a70 70 0 0 1 140 0z", VOICE)
        + area(f"M{x - 60} {y + 80}h120l90 240h-300z", "#ffffff22")
        for x, y in ((300, 90), (760, 40), (1220, 90))
    )
    return sheet(
        ground(MINT, "green", "up"),
        *(
            box(x, 160, 200, 270, CREAM) + box(x + 96, 160, 8, 270, MINT)
            for x in (110, 410, 710, 1010, 1310)
        ),
        box(0, 520, 1500, 480, "#0b6b5e"),
        lamps,
        _desk(
            330,
            660,
            0.42,
            Look(
                skin=WARM, hair="bun", shirt=BLUE, headset=CREAM, hair_colour="#5a2f22"
            ),
            SKY,
            [BLUE],
        ),
        _desk(
            800,
            660,
            0.42,
            Look(
                skin=LIGHT,
                hair="bald",
                shirt=CREAM,
                headset=INK,
                beard=True,
                hair_colour="#7a4b2a",
            ),
            SAND,
            [INK],
        ),
        _desk(
            1250,
            660,
            0.42,
            Look(skin=DARK, hair="curls", shirt=GOLD, headset=CREAM),
            BLUSH,
            [WINE],
        ),
        _desk(
            660,
            960,
            0.98,
            Look(skin=BROWN, hair="scarf", hair_colour=VOICE, shirt=INK, dots="voice"),
            "#fbf1e2",
            [VOICE, GREEN],
        ),
        at(180, 896, _cup(VOICE), size=0.9),
        bars(146, 790, [40, 80, 50], [CREAM], 13, 13),
    )


def round_table() -> str:
    """A round table, seen from the lamp above it."""
    looks = [
        Look(shirt=VOICE),
        Look(skin=BROWN, shirt=GREEN, hair="bun"),
        Look(skin=WARM, shirt=CREAM, hair_colour="#7a4b2a"),
        Look(skin=DARK, shirt=WINE, dots="cream"),
        Look(shirt=BLUE, hair_colour=GOLD, hair="bun"),
        Look(skin=BROWN, shirt=INK, hair_colour="#3a2018"),
        Look(skin=LIGHT, shirt=GOLD, hair_colour="#b9562b"),
        Look(skin=WARM, shirt=WINE, hair_colour=INK),
    ]
    count = len(looks)
    around = "".join(
        at(
            750 + 452 * cos(turn),
            500 + 452 * sin(turn),
            above(look),
            turn=turn * 180 / pi - 90,
        )
        for look, turn in (
            (look, 2 * pi * (i + 0.5) / count) for i, look in enumerate(looks)
        )
    )
    rays = "".join(
        stroke(
            f"M{750 + a * cos(t):.0f} {500 + a * sin(t):.0f}L{750 + b * cos(t):.0f} {500 + b * sin(t):.0f}",
            VOICE if i % 2 else INK,
            15,
        )
        for i, t, a, b in (
            (
                i,
                2 * pi * i / 28,
                62 if i % 2 else 40,
                152 if i % 2 else 110 + 26 * (i % 3),
            )
            for i in range(28)
        )
    )
    things = "".join(
        at(750 + 252 * cos(t), 500 + 252 * sin(t), part, turn=t * 180 / pi + 70)
        for t, part in (
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
    )
    return sheet(
        ground(GREEN, "ink", "up"),
        *(stroke(f"M{x} 0V1000", "#0b6b5e", 4) for x in range(60, 1500, 120)),
        disc(772, 528, 392, "#00443c"),
        disc(750, 500, 390, MINT),
        disc(750, 500, 370, "#e4f1ea"),
        things,
        rays,
        around,
    )


def campfire() -> str:
    """An online campfire: six faces around a fire, on a laptop at night."""
    looks = [
        (Look(skin=BROWN, shirt=WINE, hair="curls", headset=CREAM), SKY),
        (
            Look(
                skin=LIGHT, shirt=INK, hair="short", hair_colour="#b9562b", beard=True
            ),
            BLUSH,
        ),
        (Look(skin=WARM, shirt=GREEN, hair="scarf", hair_colour=BLUE), SAND),
        (Look(skin=DARK, shirt=VOICE, hair="bald", glasses=True), MINT),
        (
            Look(skin=LIGHT, shirt=BLUE, hair="long", hair_colour=GOLD, headset=INK),
            PEACH,
        ),
        (
            Look(
                skin=WARM, shirt=GOLD, hair="bun", hair_colour="#3a2018", glasses=True
            ),
            SKY,
        ),
    ]
    tiles = ""
    for i, (look, colour) in enumerate(looks):
        row, column = divmod(i, 3)
        x, y = 338 + column * 280, 190 + row * 262
        clip = f'<clipPath id="tile-{i}"><rect x="{x}" y="{y}" width="264" height="246"/></clipPath>'
        tiles += f'{clip}<g clip-path="url(#tile-{i})">{box(x, y, 264, 246, colour)}{at(x + 132, y + 118, portrait(look), size=0.78)}</g>'
    flame = bars(
        622,
        850,
        [70, 130, 190, 250, 300, 240, 180, 120, 60],
        [VOICE, GOLD, VOICE],
        20,
        12,
    )
    stars = "".join(
        disc(x, y, 5, CREAM)
        for x, y in (
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
    )
    return sheet(
        ground("#17182b", "blue"),
        stars,
        disc(1290, 150, 84, CREAM),
        disc(1322, 128, 76, INK),
        box(300, 150, 900, 580, "#0c0d1a", 26),
        box(322, 172, 856, 536, INK),
        tiles,
        box(0, 838, 1500, 162, WINE),
        box(0, 838, 1500, 14, BLUSH),
        area("M210 820h1080l40 46a26 26 0 0 1-20 42H190a26 26 0 0 1-20-42z", "#c9c5cf"),
        area("M640 820h220l-14 24H654z", "#a4a0ae"),
        box(300, 730, 900, 92, "#0c0d1a"),
        at(0, -38, flame),
        at(0, 0, stroke("M600 842l300-26M600 816l300 26", "#6e3b2b", 24)),
        at(1370, 940, _cup(VOICE), size=1.1),
        bars(1336, 810, [40, 84, 56], [CREAM], 14, 14),
        at(120, 950, box(-70, -20, 180, 24, SKY, 4), box(-60, -44, 170, 24, GOLD, 4)),
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
    houses = ""
    plan = (
        (0, 150, 300, WINE),
        (150, 110, 250, INK),
        (260, 140, 330, "#7a1242"),
        (1060, 120, 300, INK),
        (1180, 150, 350, WINE),
        (1330, 170, 290, "#7a1242"),
    )
    for x, w, h, colour in plan:
        step = w / 6
        gable = f"M{x} 720V{720 - h}h{step}v-30h{step}v-30h{step / 2}v-24h{step}v24h{step / 2}v30h{step}v30h{step}V720z"
        houses += area(gable, colour)
        houses += "".join(
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
    gate = (
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
    water = "".join(
        stroke(f"M{x} {y}h{w}", colour, 14)
        for x, y, w, colour in (
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
    )
    cyclist = at(
        310,
        690,
        f'<g fill="none" stroke="{CREAM}" stroke-width="7"><circle cx="-46" cy="0" r="32"/><circle cx="52" cy="0" r="32"/></g>',
        stroke("M-46 0l26-48h54l18 48M-20-48l24 48h-50M34-48l-6-22h22", CREAM, 7),
        stroke("M-16-60l14-66 40 40", VOICE, 20),
        stroke("M-14-56l24 24-8 32", INK, 14),
        disc(4, -152, 20, "#a65c40"),
        stroke("M-12-158C-12-180 20-182 20-160", INK, 10),
    )
    return sheet(
        ground("#fbe3cd", "voice", "down"),
        disc(700, 330, 190, GOLD),
        disc(700, 330, 150, "#f8d08a"),
        at(
            1010,
            330,
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
        houses,
        gate,
        box(0, 712, 1500, 288, "#33407f"),
        box(0, 700, 430, 18, INK),
        box(1010, 700, 490, 18, INK),
        water,
        cyclist,
    )


def planner() -> str:
    """The planner before the wall with next week."""
    colours = [VOICE, BLUSH, GOLD, SKY, MINT, WINE]
    wall = ""
    for row in range(5):
        for column in range(7):
            x, y = 130 + column * 180, 120 + row * 138
            wall += box(x, y, 164, 122, "#fffdf8")
            pick = (row * 5 + column * 3) % 8
            if pick < 6:
                wall += at(
                    x + 50,
                    y + 62,
                    box(-34, -36, 70, 72, colours[pick]),
                    turn=(row * 7 + column * 11) % 9 - 4,
                )
            if (row + column) % 3 == 0:
                wall += at(
                    x + 116,
                    y + 66,
                    box(-26, -28, 54, 56, colours[(pick + 2) % 6]),
                    turn=3,
                )
    return sheet(
        ground(BLUSH, "wine"),
        box(90, 60, 1330, 780, CREAM),
        *(recording(190 + i * 180, 88, [18, 30, 22], [INK], 8, 8) for i in range(7)),
        wall,
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
