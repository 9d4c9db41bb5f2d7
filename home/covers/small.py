"""The small pictures of the two voices: seam, memo, voice print, places."""

from functools import lru_cache

from home.covers.waveform import THEMES, digest_of, loudness


@lru_cache(maxsize=256)
def seam_svg(text: str, *, small: bool = False) -> str:
    """Teeth across a page; `small` fits a box beside a form."""
    width, height, count = (460, 90, 17) if small else (2400, 300, 41)
    pitch = width / count
    voices: tuple[list[str], list[str]] = ([], [])
    for i, v in enumerate(loudness(text, count)):
        x, meet = (i + 0.5) * pitch, height * (0.27 + 0.5 * v)
        start, end = (height, meet - pitch / 4) if i % 2 else (0, meet + pitch / 4)
        voices[i % 2].append(f"M{x:.0f} {start}V{end:.0f}")
    return (
        f'<svg viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMax slice" '
        f'aria-hidden="true"><g stroke-width="{pitch * 0.78:.0f}">'
        f'<path class="a" d="{"".join(voices[0])}"/>'
        f'<path class="b" d="{"".join(voices[1])}"/></g></svg>'
    )


@lru_cache(maxsize=256)
def memo_svg(name: str) -> str:
    """26 bars, as a voice message has them."""
    bars = "".join(
        f"M{4 + 12 * i} {22 - 18 * v:.0f}V{30 + 18 * v:.0f}"
        for i, v in enumerate(loudness(name, 26))
    )
    return (
        '<svg class="memo" viewBox="0 0 308 52" preserveAspectRatio="xMinYMid" '
        f'aria-hidden="true"><path d="{bars}"/></svg>'
    )


@lru_cache(maxsize=512)
def voice_print_svg(name: str) -> str:
    """5 teeth and one of 4 colours: enough to tell two people apart at 48 pixels."""
    theme = ("", *THEMES)[digest_of(name)[0] % 4]
    coloured = f' data-theme="{theme}"' if theme else ""
    a = b = ""
    for i, v in enumerate(loudness(name, 5)):
        x, meet = round((i + 0.5) * 19.2), 96 * (0.25 + 0.5 * v)
        if i % 2:
            b += f"M{x} 96V{meet - 6:.0f}"
        else:
            a += f"M{x} 0V{meet + 6:.0f}"
    return (
        f'<svg class="voice-print"{coloured} viewBox="0 0 96 96" aria-hidden="true">'
        f'<path class="a" d="{a}"/><path class="b" d="{b}"/></svg>'
    )


# more teeth than this can not be told apart, and a page must stay light
MOST_TEETH = 120


def places_svg(left: int, total: int) -> str:
    """Taken places in ink, free ones in colour, in two rows that meet."""
    total = max(total, 1)
    left = min(max(left, 0), total)
    shown = min(total, MOST_TEETH)
    # one free place stays visible, however many there are in all
    free = -(-left * shown // total)
    columns = -(-shown // 2)
    taken = open_ = ""
    for i in range(shown):
        row, column = divmod(i, columns)
        tooth = f"M{column * 10 + 4} {4 + 32 * row}v22"
        if i < shown - free:
            taken += tooth
        else:
            open_ += tooth
    return (
        f'<svg class="teeth" viewBox="0 0 {columns * 10 - 2} 62" '
        f'preserveAspectRatio="xMinYMid" aria-hidden="true">'
        f'<path class="a" d="{taken}"/><path class="b" d="{open_}"/></svg>'
    )
