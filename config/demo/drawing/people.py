"""People: in profile, from the front, from behind, from above."""

from dataclasses import dataclass

from config.demo.drawing.paper import CREAM, INK, area, at, box, disc, stroke

# skin and its shade
LIGHT = ("#f4bfa0", "#e9a888")
WARM = ("#d99b74", "#c48560")
BROWN = ("#a65c40", "#8a4a33")
DARK = ("#6e3b2b", "#5a2f22")


@dataclass(frozen=True)
class Look:
    """What somebody looks like; `hair` names a cut below."""

    skin: tuple[str, str] = LIGHT
    hair: str = "short"
    hair_colour: str = INK
    shirt: str = INK
    dots: str = ""
    headset: str = ""
    glasses: bool = False
    beard: bool = False


_PROFILE_HAIR = {
    "short": "M-118 50c-44-150 20-232 122-232 78 0 120 46 118 92-60 34-116 30-150 24-6 60-30 106-90 116z",
    "crop": "M-116 -10c-10-110 56-170 128-170 66 0 106 40 104 78-50-18-90-18-130-12-22 36-40 74-102 104z",
    "long": "M-104 260c-60-120-70-420 100-442 84-6 124 46 122 92-60 30-106 30-140 24-14 60 10 180-6 320z",
    "curls": "",
    "bun": "M-112 30c-40-140 24-212 116-212 78 0 120 46 118 92-60 26-116 24-150 20-10 50-34 84-84 100z",
    "scarf": "M-160 250c20-80 0-130-6-220-10-140 60-222 172-222 84 0 120 60 112 108-40-30-96-24-128 14-30 60-10 140 44 170-10 80-60 130-194 150z",
}


def profile(look: Look) -> str:
    """Looks to the right; the middle of the head is 0, 0, the shoulders end at 490."""
    skin, shade = look.skin
    shoulders = "M-218 490V350c0-120 84-196 208-196s208 76 208 196v140z"
    parts = [area(shoulders, look.shirt, look.dots)]
    if look.hair == "long":
        parts.append(area(_PROFILE_HAIR["long"], look.hair_colour))
    parts += [
        area("M-50 100h92v96a46 46 0 0 1-92 0z", shade),
        disc(0, 0, 112, skin, 134),
        area("M98-24l36 44-34 12z", skin),
    ]
    if look.beard:
        parts.append(
            area(
                "M-70 40c30 30 70 20 90 6 40 8 70 4 90-10 0 70-40 116-108 116-60 0-90-50-72-112z",
                look.hair_colour,
            )
        )
    parts += [_hair(look), disc(68, -18, 8, INK)]
    mouth = CREAM if look.beard else INK
    parts.append(stroke("M52 62q26 12 46-6", mouth, 7))
    if look.glasses:
        parts.append(
            f'<circle cx="72" cy="-16" r="32" fill="none" stroke="{INK}" stroke-width="7"/>'
            + stroke("M40-20L-60-34", INK, 7)
        )
    if look.headset:
        parts.append(_headset(look.headset))
    return "".join(parts)


def _hair(look: Look) -> str:
    if look.hair == "long":
        return area(
            "M-112 40c-44-140 14-222 116-222 78 0 120 46 118 92-60 34-116 30-150 24-6 60-24 96-84 106z",
            look.hair_colour,
        )
    if look.hair == "curls":
        spots = (
            (-90, -40, 58),
            (-96, 30, 48),
            (-60, -110, 66),
            (10, -136, 66),
            (76, -110, 48),
            (-20, -70, 60),
            (-84, 84, 36),
        )
        return "".join(disc(x, y, r, look.hair_colour) for x, y, r in spots)
    if look.hair == "bald":
        return area(
            "M-112 40c-16-30-10-60 0-80 30 0 44 20 40 60-6 20-20 30-40 20z",
            look.hair_colour,
        )
    knot = disc(-116, -110, 62, look.hair_colour) if look.hair == "bun" else ""
    return knot + area(_PROFILE_HAIR[look.hair], look.hair_colour)


def _headset(colour: str) -> str:
    return (
        stroke("M-54-10C-70-150 0-210 66-168", colour, 16)
        + box(-86, -36, 62, 96, colour, 31)
        + stroke("M-54 56c8 56 62 66 108 52", colour, 10)
        + box(46, 92, 50, 28, colour, 14)
    )


def portrait(look: Look) -> str:
    """From the front, for a video call; head at 0, 0, shoulders end at 260."""
    skin, shade = look.skin
    parts = [
        area("M-190 270c0-110 80-150 190-150s190 40 190 150z", look.shirt, look.dots)
    ]
    if look.hair in {"long", "scarf"}:
        parts.append(
            area("M-118 150c-40-150-30-290 118-290s158 140 118 290z", look.hair_colour)
        )
    parts += [area("M-38 80h76v60a38 38 0 0 1-76 0z", shade), disc(0, 0, 92, skin, 108)]
    if look.beard:
        parts.append(
            area(
                "M-92 6c20 50 50 20 92 20s72 30 92-20c6 80-40 116-92 116s-98-36-92-116z",
                look.hair_colour,
            )
        )
    parts.append(_fringe(look))
    mouth = CREAM if look.beard else INK
    parts += [
        disc(-34, -2, 7, INK),
        disc(34, -2, 7, INK),
        stroke("M-26 46q26 22 52 0", mouth, 6),
    ]
    if look.glasses:
        parts.append(
            f'<g fill="none" stroke="{INK}" stroke-width="6"><circle cx="-36" cy="0" r="28"/><circle cx="36" cy="0" r="28"/><path d="M-8 0H8"/></g>'
        )
    if look.headset:
        parts.append(
            stroke("M-96 0C-100-160 100-160 96 0", look.headset, 13)
            + box(-114, -30, 34, 66, look.headset, 17)
            + box(80, -30, 34, 66, look.headset, 17)
            + stroke("M-96 34c4 40 30 54 60 56", look.headset, 8)
        )
    return "".join(parts)


def _fringe(look: Look) -> str:
    """The hair around a face that looks at us."""
    cuts = {
        "curls": "".join(
            disc(x, y, 46, look.hair_colour)
            for x, y in ((-78, -50), (-44, -92), (4, -106), (50, -90), (80, -48))
        ),
        "bald": "",
        "bun": disc(0, -126, 44, look.hair_colour)
        + area(
            "M-96-10c-6-80 30-110 96-110s102 30 96 110c-30-50-60-60-96-60s-66 10-96 60z",
            look.hair_colour,
        ),
        "scarf": f'<path d="M-100 30c-10-110 30-160 100-160s110 50 100 160c10 60-20 100-60 120 50-60 44-180-40-186-84 6-90 126-40 186-40-20-70-60-60-120z" fill="{look.hair_colour}"/>',
    }
    plain = area(
        "M-98 0c-14-90 30-124 98-124s112 40 98 124c-20-50-36-62-50-70-50 16-90 10-110-4-14 20-26 40-36 74z",
        look.hair_colour,
    )
    return cuts.get(look.hair, plain)


def behind(look: Look) -> str:
    """From behind; head at 0, 0, shoulders end at 560."""
    _, shade = look.skin
    crown = {
        "curls": "".join(
            disc(x, y, 56, look.hair_colour)
            for x, y in (
                (-70, -50),
                (-30, -100),
                (36, -100),
                (74, -46),
                (80, 20),
                (-78, 20),
                (0, 10),
                (0, -50),
                (-40, 60),
                (44, 60),
            )
        ),
        "bun": disc(0, 0, 112, look.hair_colour, 126)
        + disc(0, -126, 52, look.hair_colour),
        "long": area(
            "M-118 190c-10-160-20-330 118-330s128 170 118 330z", look.hair_colour
        ),
    }.get(look.hair, disc(0, 0, 112, look.hair_colour, 126))
    return (
        area(
            "M-230 560V330c0-120 90-180 230-180s230 60 230 180v230z",
            look.shirt,
            look.dots,
        )
        + area("M-48 90h96v90a48 48 0 0 1-96 0z", shade)
        + crown
        + (
            stroke("M-112 10C-120-180 120-180 112 10", look.headset, 15)
            + box(-134, -20, 40, 84, look.headset, 20)
            + box(94, -20, 40, 84, look.headset, 20)
            if look.headset
            else ""
        )
    )


def above(look: Look) -> str:
    """From above, looking up the sheet; the hands reach for the table."""
    skin, _ = look.skin
    return (
        stroke("M-70 0q-40-60-14-104M70 0q40-60 14-104", look.shirt, 40)
        + disc(-84, -112, 20, skin)
        + disc(84, -112, 20, skin)
        + area("M-112 20a112 62 0 0 1 224 0 112 62 0 0 1-224 0z", look.shirt, look.dots)
        + disc(0, 6, 58, look.hair_colour)
        + (disc(0, 40, 30, look.hair_colour) if look.hair == "bun" else "")
        + at(0, 6, disc(0, -40, 16, skin, 9))
    )
