"""How a page is looked at: two widths, two colour schemes, and wide letters."""

import os
from collections.abc import Iterable, Iterator
from itertools import cycle

from playwright.sync_api import Page

type Look = tuple[int, str]

ALL: list[Look] = [(390, "light"), (1440, "dark"), (390, "dark"), (1440, "light")]
# pages take turns; EVERY_TURN=1 looks at each page in all four ways
TURNS = [ALL] if os.environ.get("EVERY_TURN") else [ALL[:1], ALL[1:2]]
NARROW = 320
TO_THE_EYE = 0.001  # half a pixel on a whole page, when a busy machine paints twice
AGAIN = 3  # times that a page that moves is opened once more
# WCAG 1.4.12: nothing may be lost when a reader sets text wider than we did
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# as a reader's own browser does it: no policy of ours speaks of that
WEAR = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}"""
WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth - innerWidth"
LAYOUT_SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const shift of list.getEntries())
      if (!shift.hadRecentInput) sum += shift.value;
  }).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
})"""

# padding that changes slowly changes slowly too when the style sheet is read
SLIDES = """() => [...document.querySelectorAll("body *")].filter(one => {
  const {transitionDuration, transitionProperty} = getComputedStyle(one);
  return /[1-9]/.test(transitionDuration) &&
    /all|padding|margin|border|width|height|size|inset|gap|font/.test(transitionProperty);
}).map(one => one.outerHTML.slice(0, 80))"""


def by_turns(paths: Iterable[str]) -> Iterator[tuple[Look, list[str]]]:
    """Which pages are looked at in which way, so that a way is set once."""
    turns = list(zip(paths, cycle(TURNS)))
    for look in ALL:
        if chosen := [path for path, looks in turns if look in looks]:
            yield look, chosen


def layout_shift(page: Page) -> float:
    """How much of what was on the screen moved by itself, as browsers count it.

    What is wrong with a page moves each time that it is opened; what a busy machine
    paints before it has read the whole page, once."""
    moved = page.evaluate(LAYOUT_SHIFT)
    for _ in range(AGAIN):
        if moved <= TO_THE_EYE:
            break
        page.reload()
        moved = min(moved, page.evaluate(LAYOUT_SHIFT))
    return moved


def sliding(page: Page) -> list[str]:
    """What would take its place slowly, and push the rest of the page along."""
    return page.evaluate(SLIDES)


def sticking_out(page: Page) -> tuple[int, int]:
    """Pixels wider than the window: as it is, and with text spacing."""
    plain = page.evaluate(WIDER_THAN_THE_WINDOW)
    page.evaluate(WEAR, SPACING)
    return plain, page.evaluate(WIDER_THAN_THE_WINDOW)
