"""A member logs in with a code and says which person they are; an editor decides."""

import re

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in

ADDRESS, NAME = "marlies@voorbeeld.example", "Marlies Kok"


def test_a_member_logs_in_with_a_code_and_claims_a_person(site, open_page):
    member = open_page(width=390, java_script_enabled=False)
    editor = open_page()

    # a code by mail, and no password
    member.goto(site.url("/mensen/marlies-kok/"))
    with member.expect_navigation():  # both pages ask for an address
        member.get_by_role("link", name="Ben jij dit?").click()
    member.get_by_label("Je e-mailadres").first.fill(ADDRESS)
    member.get_by_role("button", name="Mail me een code").click()
    code = site.mail(ADDRESS, "Je code")["Subject"].split()[-1]
    member.get_by_label("De code uit de mail").fill(code)
    member.get_by_role("button", name="Verder").click()

    # they say who they are
    member.get_by_label("Waaraan zien wij").fill("Farida kent me van de werkgroep.")
    member.get_by_role("button", name="Ja, dit ben ik").click()
    expect(member.get_by_text("De redactie kijkt ernaar")).to_be_visible()

    # an editor confirms it
    log_in(editor, site, "redactie")
    editor.goto(site.url("/cms/dit-ben-ik/"))
    asked = editor.get_by_role("article").filter(has_text=ADDRESS)
    asked.get_by_role("button", name="Bevestig").click()
    expect(editor.get_by_text("Besloten.")).to_be_visible()

    # and from then on the page is theirs
    member.goto(site.url("/account/"))
    expect(member.locator("main")).to_contain_text(NAME)
    member.get_by_role("link", name="Pas je profiel aan").click()
    member.get_by_label("Schuilnaam").fill("De Uil")
    with member.expect_navigation():
        member.get_by_role("button", name="Bewaar").click()
    member.goto(site.url("/werkgroepen/kwaliteit/leden/"))
    expect(member.get_by_role("link", name="De Uil")).to_be_visible()
    expect(member.get_by_text(NAME)).to_have_count(0)

    # each page as axe sees it
    watcher = open_page(width=390, scheme="dark")
    watcher.context.add_cookies(member.context.cookies())
    for path in ("", "profiel/", "belangen/", "berichten/", "veilig/"):
        watcher.goto(site.url(f"/account/{path}"))
        expect(watcher).to_have_title(re.compile("Een Nieuw Geluid"))
        assert violations(watcher) == []
    stranger = open_page()
    stranger.goto(site.url("/account/inloggen/"))
    assert violations(stranger) == []
