"""The sheet that a scene is drawn on: colours, dots, plain shapes."""

WIDTH, HEIGHT = 1500, 1000

INK, CREAM, VOICE = "#17182b", "#f6f2e9", "#f8521b"
GREEN, MINT = "#00584d", "#cfe6dc"
BLUE, SKY = "#2c3bb8", "#d8dcf8"
WINE, BLUSH = "#94164f", "#f8d6e3"
SAND, PEACH, GOLD = "#ece5d5", "#f3dfcf", "#f0b35a"


def sheet(*parts: str) -> str:
    """A whole drawing; the dots of every colour stand ready as patterns."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}"><defs>{_FADES}{_PATTERNS}</defs>'
        f"{''.join(parts)}</svg>"
    )


def _pattern(name: str, colour: str, size: int, dot: float, turn: int) -> str:
    return (
        f'<pattern id="{name}" width="{size}" height="{size}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate({turn})">'
        f'<circle cx="{size / 2}" cy="{size / 2}" r="{dot}" fill="{colour}"/></pattern>'
    )


_PATTERNS = "".join(
    _pattern(f"dots-{name}", colour, 13, 3.4, turn)
    for name, colour, turn in (
        ("voice", VOICE, 35),
        ("ink", INK, -20),
        ("cream", CREAM, 20),
        ("green", GREEN, 35),
        ("blue", BLUE, -35),
        ("wine", WINE, 20),
    )
)
_FADES = "".join(
    f'<linearGradient id="fade-{name}" x1="0" y1="{a}" x2="0" y2="{b}">'
    '<stop offset=".1" stop-color="#fff" stop-opacity="0"/>'
    '<stop offset="1" stop-color="#fff"/></linearGradient>'
    f'<mask id="{name}"><rect width="{WIDTH}" height="{HEIGHT}" '
    f'fill="url(#fade-{name})"/></mask>'
    for name, a, b in (("down", 0, 1), ("up", 1, 0))
)


def ground(colour: str, dots: str = "", fade: str = "down") -> str:
    """The colour of the whole sheet, with dots that thicken to one side."""
    plain = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colour}"/>'
    if not dots:
        return plain
    return (
        f'{plain}<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#dots-{dots})" '
        f'mask="url(#{fade})"/>'
    )


def box(x: float, y: float, w: float, h: float, fill: str, rx: float = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{rx}" fill="{fill}"/>'


def disc(x: float, y: float, r: float, fill: str, ry: float | None = None) -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{ry or r}" fill="{fill}"/>'


def area(path: str, fill: str, dots: str = "") -> str:
    """A filled shape; with dots over it, for a cloth or a shadow."""
    plain = f'<path d="{path}" fill="{fill}"/>'
    return plain + (
        f'<path d="{path}" fill="url(#dots-{dots})" opacity=".5"/>' if dots else ""
    )


def stroke(path: str, colour: str, width: float) -> str:
    """A line with round ends, like every voice on the site."""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def at(
    x: float,
    y: float,
    *parts: str,
    size: float = 1,
    flip: bool = False,
    turn: float = 0,
) -> str:
    """Parts, moved; `flip` looks the other way."""
    moved = f"translate({x} {y}) rotate({turn}) scale({-size if flip else size} {size})"
    return f'<g transform="{moved}">{"".join(parts)}</g>'


def bars(
    x: float,
    y: float,
    heights: list[int],
    colours: list[str],
    width: float = 16,
    gap: float = 14,
) -> str:
    """Rounded bars that stand on a line: a voice, steam, a flame."""
    return "".join(
        stroke(
            f"M{x + i * (width + gap)} {y}v{-height}", colours[i % len(colours)], width
        )
        for i, height in enumerate(heights)
    )


def recording(
    x: float,
    y: float,
    heights: list[int],
    colours: list[str],
    width: float = 10,
    gap: float = 10,
) -> str:
    """Rounded bars around a line: somebody is speaking."""
    return "".join(
        stroke(
            f"M{x + i * (width + gap)} {y - height / 2}v{height}",
            colours[i % len(colours)],
            width,
        )
        for i, height in enumerate(heights)
    )
