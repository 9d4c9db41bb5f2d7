"""What axe, a test engine for accessibility, has to say about a page."""

from weakref import WeakSet

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            "best-practice",
        ],
    },
    "resultTypes": ["violations"],
    "preload": False,  # no rule of ours reads style sheets; fetching them is slow
}
# axe tries styles on, of which our policy speaks, sooner or later: not the page's doing
tested: WeakSet[Page] = WeakSet()
_axe = Axe()
# halfway a transition a button has the colour of neither of its states; and a page that
# the browser does not draw has no frames to wait for
AT_REST = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const ends = one => one.effect?.getComputedTiming().endTime < Infinity;
  const runs = one => one.playState === "running" && ends(one);
  const rest = async () => {
    await frame(); await frame();
    const running = document.getAnimations().filter(runs);
    await Promise.allSettled(running.map(one => one.finished));
  };
  await Promise.race([rest(), new Promise(over => setTimeout(over, 10_000))]);
}"""


def violations(page: Page) -> list[str]:
    """One line for every element that breaks a rule of WCAG 2.0 to 2.2, level AA."""
    tested.add(page)
    page.wait_for_load_state()  # a label may follow what it names
    page.evaluate(AT_REST)
    found = _axe.run(page, options=RULES).response["violations"]
    return [
        f"{page.url} {rule['id']}: {' '.join(map(str, node['target']))}"
        for rule in found
        for node in rule["nodes"]
    ]
