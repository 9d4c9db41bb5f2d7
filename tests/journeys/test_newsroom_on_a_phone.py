"""The lists of the newsroom on a phone: all of them can be reached with a thumb."""

from tests.journeys.cms import log_in

PERSON = "from home.models import Person as P; print(P.objects.first().pk)"
# Wagtail cuts off what is too wide, unless something around it scrolls
CUT_OFF = """() => [
  ...document.querySelectorAll("main :is(td, input, .bulk-action-btn)")
]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .filter(one => {
    let above = one.parentElement;
    while (above.tagName !== "MAIN" && getComputedStyle(above).overflowX === "visible")
      above = above.parentElement;
    return above.tagName === "MAIN";
  })
  .map(one => one.innerText || one.name)"""


def test_nothing_of_the_newsroom_is_cut_off_on_a_phone(site, open_page):
    page = open_page(scheme="dark")
    log_in(page, site, "eindredactie")
    page.set_viewport_size({"width": 390, "height": 844})
    lists = ["nieuwsbrief/", "pages/", "documents/", "bijdragen/schrijvers/"]

    found = []
    for path in [*lists, f"samenvoegen/{int(site.run(PERSON))}/"]:
        page.goto(site.url(f"/cms/{path}"))
        found += [f"{path}: {what}" for what in page.evaluate(CUT_OFF)]

    assert found == []
