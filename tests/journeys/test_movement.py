"""How the movement went: asked, met in small groups, ranked, decided, and told.

Strangers and time are the only ones that do not come through the screens."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in
from tests.journeys.tickets import confirm, link_in

GROUP = "/werkgroepen/imago/"
SPACE = f"{GROUP}werkruimte/"
ASKED = "Wat moet het eerst anders?"
QUESTION = "Welke drie punten komen eerst?"
PRIORITIES = ["Een toets met gevolgen", "Een eerlijk beeld", "Elke rol aan tafel"]
SESSION = "Een middag, drie punten"
DESK = "/bijeenkomsten/een-middag-drie-punten/regie/"
PERSON, EMAIL = "Wietske Andela", "wietske@voorbeeld.example"
SAID = [
    "Zeg erbij wat er misging",
    "Laat een medewerker vertellen",
    "Vraag de klant om een reactie",
]
AFTERWARDS, INVITED = "Hoe was de middag?", "genodigde@voorbeeld.example"
RANKING = "Wat doen we eerst?"
CAMPFIRE = "Kampvuur: wie vertelt het verhaal?"
OUTCOMES = ["Een verhaal heeft twee kanten", "De klant leest mee"]

STRANGERS_ANSWER = f"""
from django.utils import timezone
from community.models import Questionnaire
from community.questionnaires.services import Given, Sender, begin, keep, send
found, now = Questionnaire.objects.get(title={ASKED!r}), timezone.now()
question = found.questions.get()
first, second, third = question.options.all()
for number in range(29):
    chosen = (first, second, third) if number % 3 else (second, first)
    response = begin(questionnaire=found, now=now)
    keep(response=response, given={{question: Given(options=chosen)}}, now=now)
    send(response=response, sender=Sender(), now=now)
"""
STRANGERS_COME = f"""
from django.utils import timezone
from community.models import Session
from community.sessions.registration.participant import Participant
from community.sessions.registration.services import register
from home.models import Role
session, roles = Session.objects.get(page__title={SESSION!r}), Role.objects.all()
for number in range(15):
    who = Participant(f"Gast {{number}}", roles[number % 3], why="leren")
    email = f"gast-{{number}}@voorbeeld.example"
    register(session=session, email=email, who=who, is_known=True, now=timezone.now())
"""
TIME_GOES_BY = """
from datetime import timedelta
from django.utils import timezone
from community.models import Session
now = timezone.now()
Session.objects.filter(page__title={title!r}).update(
    starts_at=now - timedelta(hours=2), ends_at=now + timedelta(minutes={left})
)
"""


def fill(page: Page, fields: dict[str, str]) -> None:
    for label, text in fields.items():
        page.get_by_label(label).first.fill(text)


def day(ahead: int) -> str:
    return f"{timezone.localdate() + timedelta(days=ahead):%Y-%m-%d}"


def choose_three(person: Page, names: list[str]) -> None:
    person.get_by_role("button", name="Begin").click()
    for place, name in enumerate(names, start=1):
        person.get_by_label(f"Nummer {place}").select_option(name)
    with person.expect_navigation():
        person.get_by_role("button", name="Verder").click()


def close(lead: Page) -> None:
    """The last day was yesterday."""
    lead.get_by_role("link", name="Wijzig", exact=True).click()
    fill(lead, {"Open tot en met": day(-1)})
    lead.get_by_role("button", name="Bewaar").click()
    expect(lead.get_by_text("gesloten", exact=True)).to_be_visible()


def publish_questions(
    lead: Page, site, title: str, agreed: tuple[str, ...], question: dict[str, str]
) -> None:
    """One question, and what is said before it."""
    lead.goto(site.url(f"{SPACE}vragenlijsten/nieuw/"))
    fill(lead, {"Titel": title, "Inleiding": "Een vraag van de werkgroep."})
    fill(lead, {"Open vanaf": day(-2), "Open tot en met": day(7)})
    for choice in (*agreed, "Als de vragenlijst gesloten is"):
        lead.get_by_label(re.compile(f"^{choice}")).check()
    lead.get_by_role("button", name="Bewaar").click()
    lead.get_by_role("link", name="Voeg een vraag toe").click()
    fill(lead, {"De vraag": question["text"]})
    lead.get_by_role("textbox", name="Keuzes").fill(question.get("options", ""))
    lead.get_by_label(re.compile(f"^{question['kind']}")).check()
    lead.get_by_role("button", name="Bewaar de vraag").click()
    lead.get_by_role("button", name="Publiceer").click()
    expect(lead.get_by_text("De vragenlijst staat klaar.")).to_be_visible()


def ask(lead: Page, person: Page, site) -> None:
    """Thirty people answer one question."""
    top = {"text": QUESTION, "kind": "Top drie", "options": "\n".join(PRIORITIES)}
    publish_questions(lead, site, ASKED, ("Iedereen", "Anoniem"), top)

    person.goto(site.url("/vragenlijsten/wat-moet-het-eerst-anders/"))
    choose_three(person, PRIORITIES)
    person.get_by_role("button", name="Verstuur mijn antwoorden").click()
    expect(person.get_by_role("heading", level=1)).to_contain_text("Dank")
    site.run(STRANGERS_ANSWER)
    close(lead)


def plan(lead: Page, person: Page, site) -> str:
    """Sixteen people come; returns the own page of one of them."""
    lead.goto(site.url("/bijeenkomsten/nieuw/?groep=imago"))
    fill(lead, {"Titel": SESSION, "Waar gaat het over?": "Wat komt er eerst?"})
    fill(lead, {"Begint": f"{day(7)}T16:00", "Eindigt": f"{day(7)}T18:00"})
    lead.get_by_label(re.compile(f"^{re.escape(QUESTION)}")).check()
    lead.get_by_role("checkbox", name="klant", exact=True).check()
    assert violations(lead) == []
    lead.get_by_role("button", name="Zet in de agenda").click()
    expect(lead).to_have_url(site.url(DESK))

    person.goto(site.url("/agenda/een-middag-drie-punten/"))
    expect(person.get_by_text("30 mensen antwoordden")).to_be_visible()
    expect(person.get_by_text("We zoeken nog:")).to_be_visible()
    assert violations(person) == []
    person.get_by_role("link", name="Meld je aan").click()
    fill(person, {"Je naam": PERSON, "Je e-mailadres": EMAIL})
    person.get_by_label("Wat doe je in het vak").select_option(label="klant")
    person.get_by_role("button", name="Meld me aan").click()
    confirm(person, site, EMAIL, "Ja, meld me aan", about="bijeenkomst")
    expect(person.get_by_role("heading", level=1)).to_have_text("Je doet mee")
    site.run(STRANGERS_COME)
    return person.url


def meet(lead: Page, person: Page, guide: Page, site) -> None:
    """In groups of four, of which the rankings become one list."""
    site.run(TIME_GOES_BY.format(title=SESSION, left=60))
    lead.goto(site.url(f"{DESK}groepjes/"))
    lead.get_by_role("button", name="Maak groepjes").click()
    expect(lead.get_by_role("heading", name="Groepje 4")).to_be_visible()
    links = lead.get_by_role("link", name="Pagina van de begeleider")
    expect(links).to_have_count(4)
    for number, link in enumerate(links.all()):
        guide.goto(site.url(link.get_attribute("href")))
        fill(guide, {"Wie begeleidt?": f"Begeleider {number}"})
        fill(guide, {"Wat is er gezegd?": "Er werd lang over gevolgen gepraat."})
        order = PRIORITIES if number else PRIORITIES[::-1]
        fill(guide, {f"Op {place}": name for place, name in enumerate(order, 1)})
        guide.get_by_role("button", name="Bewaar").click()
        expect(guide.get_by_text("Bewaard.")).to_be_visible()
    assert violations(guide) == []
    lead.reload()
    expect(lead.get_by_role("rowheader")).to_contain_text(PRIORITIES)
    assert violations(lead) == []
    person.reload()
    expect(person.get_by_role("heading", name="Je zit in groepje")).to_be_visible()


def bring_in(lead: Page, person: Page, site) -> None:
    """What is said gets an answer, and goes on as a point."""
    person.get_by_role("link", name="Naar de oogst").click()
    fill(person, {"Wat neem je mee": SAID[0]})
    person.get_by_role("button", name="Voeg toe").click()
    expect(person.get_by_text("Het staat erbij.")).to_be_visible()
    assert violations(person) == []
    lead.goto(site.url("/bijeenkomsten/een-middag-drie-punten/oogst/"))
    for text in SAID[1:]:
        fill(lead, {"Wat neem je mee": text})
        lead.get_by_role("button", name="Voeg toe").click()
        expect(lead.get_by_role("listitem").filter(has_text=text)).to_be_visible()
    for text in SAID:
        lead.goto(site.url(f"{DESK}oogst/"))
        row = lead.get_by_role("listitem").filter(has_text=text)
        row.get_by_label("Onder de kop").fill("Verhalen")
        row.get_by_label("Wat gebeurt ermee?").select_option("opgepakt")
        row.get_by_label("Antwoord").fill("Dit nemen we mee.")
        row.get_by_role("button", name="Bewaar").click()
        expect(row.get_by_text("opgepakt").first).to_be_visible()
        row.get_by_role("button", name="Maak er een verbeterpunt van").click()
        expect(lead.get_by_role("heading", level=1)).to_have_text(text)


def report(lead: Page, person: Page, own: str, site) -> None:
    """A concept, then to be corrected by who was there, then final."""
    site.run(TIME_GOES_BY.format(title=SESSION, left=-1))
    lead.goto(site.url(DESK))
    for box in lead.get_by_role("checkbox").all():
        box.check()
    with lead.expect_navigation():
        lead.get_by_role("button", name="Bewaar wie er was").click()
    with lead.expect_navigation():
        lead.get_by_role("link", name="Verslag").click()
    fill(lead, {"Verslag": "We zetten drie punten op een rij."})
    fill(lead, {"Besluiten": "Een toets met gevolgen komt eerst."})
    lead.get_by_role("button", name="Leg voor aan wie er waren").click()
    expect(lead.get_by_role("button", name="Maak definitief")).to_be_visible()

    site.pass_a_minute()
    site.mail(EMAIL, "Klopt het verslag")
    person.goto(own)
    person.get_by_role("link", name="Lees het verslag na").click()
    fill(person, {"Wat klopt er niet?": "Het waren er vier."})
    person.get_by_role("button", name="Stuur je verbetering").click()
    expect(person.get_by_text("Nog geen antwoord.")).to_be_visible()
    assert violations(person) == []

    lead.reload()
    fill(lead, {"Wat deed je ermee?": "Het blijven er drie: twee zeiden hetzelfde."})
    assert violations(lead) == []
    with lead.expect_navigation():
        lead.get_by_role("button", name="Antwoord").click()
    lead.get_by_role("button", name="Maak definitief").click()
    expect(lead.get_by_text("Er waren 16 mensen.")).to_be_visible()


def ask_who_came(lead: Page, guest: Page, site) -> None:
    """By name, and by invitation: a link of one's own in the mail, for once."""
    agreed = ("Alleen wie een uitnodiging krijgt", "Op naam")
    said = {"text": "Wat miste je?", "kind": "Open vraag"}
    publish_questions(lead, site, AFTERWARDS, agreed, said)
    lead.get_by_role("link", name="Nodig uit").click()
    fill(lead, {"E-mailadressen": INVITED})
    lead.get_by_role("button", name="Stuur de uitnodigingen").click()
    expect(lead.get_by_text("1 uitgenodigd.")).to_be_visible()
    assert violations(lead) == []

    site.pass_a_minute()
    guest.goto(link_in(site.mail(INVITED, "Vul je dit in"), "/uitgenodigd/"))
    with guest.expect_navigation():
        guest.get_by_role("button", name="Begin").click()
    fill(guest, {"Wat miste je?": "Meer tijd voor de klant."})
    with guest.expect_navigation():
        guest.get_by_role("button", name="Verder").click()
    fill(guest, {"Je naam": "Genodigde"})
    assert violations(guest) == []
    guest.get_by_role("button", name="Verstuur mijn antwoorden").click()
    expect(guest.get_by_role("heading", level=1)).to_contain_text("Dank")


def rank(lead: Page, person: Page, site) -> None:
    """The points beside each other, and what follows from it."""
    lead.goto(site.url(f"{SPACE}rangschikkingen/nieuw/"))
    fill(lead, {"Titel": RANKING, "Inleiding": "Samira beslist, met de uitslag."})
    fill(lead, {"Open vanaf": day(-2), "Open tot en met": day(7)})
    for text in SAID:
        lead.get_by_role("checkbox", name=text).check()
    with lead.expect_navigation():
        lead.get_by_role("button", name="Zet de rangschikking klaar").click()
    desk = lead.url
    person.goto(
        site.url(lead.get_by_role("link", name="Op de site").get_attribute("href"))
    )
    public = person.url
    person.get_by_role("link", name="Kies jouw drie").click()
    choose_three(person, SAID)
    fill(person, {"Je e-mailadres": EMAIL})
    person.get_by_role("button", name="Verstuur mijn antwoorden").click()
    confirm(person, site, EMAIL, "Ja, dit zijn mijn antwoorden", about="vragenlijst")

    lead.get_by_role("link", name="Dagen en antwoorden").click()
    close(lead)
    lead.goto(desk)
    lead.get_by_role("button", name="Zet het op de site").click()
    expect(lead.get_by_role("link", name="Kies wie het oppakt.")).to_be_visible()
    assert violations(lead) == []
    fill(lead, {"Wat volgt hieruit?": "We beginnen met wat er misging."})
    fill(lead, {"De volgende stap": "Bij 3 verhalen proberen."})
    lead.get_by_label("Wie pakt het op?").select_option("Samira Haddad")
    with lead.expect_navigation():
        lead.get_by_role("button", name="Zet het op de site").click()
    person.goto(public)
    expect(person.get_by_text("Bij 3 verhalen proberen.")).to_be_visible()


def light_a_fire(lead: Page, person: Page, site) -> None:
    """Who decides is said before anybody speaks."""
    lead.goto(site.url("/bijeenkomsten/nieuw/?groep=imago"))
    fill(lead, {"Titel": CAMPFIRE, "Waar gaat het over?": "Wie mag vertellen?"})
    fill(lead, {"Begint": f"{day(9)}T20:00", "Eindigt": f"{day(9)}T21:00"})
    lead.get_by_label("Soort").select_option("kampvuur")
    lead.get_by_role("button", name="Zet in de agenda").click()
    expect(lead.get_by_role("link", name="Zeg vooraf wie besluit.")).to_be_visible()
    fill(lead, {"Het ene thema": "Wie vertelt het?", "Wie besluit?": "Samira"})
    lead.get_by_label("Zo besluiten we").select_option("een")
    lead.get_by_role("button", name="Zet in de agenda").click()
    with lead.expect_navigation():
        lead.get_by_role("link", name=CAMPFIRE).click()
    person.goto(lead.url)
    expect(person.get_by_text("Dit staat vast voordat het begint.")).to_be_visible()


def publish(lead: Page, title: str, kind: str, source: str, site) -> None:
    """An outcome, and where it comes from."""
    lead.goto(site.url(f"{SPACE}uitkomsten/nieuw/"))
    fill(lead, {"Titel": title, "In het kort": "Kort.", "De vraag": "Hoe?"})
    fill(lead, {"Wat we deden": "We spraken.", "Wat het opleverde": "Een regel."})
    fill(lead, {"Volgende stap": "Proberen."})
    lead.get_by_label("Eigenaar").select_option("Samira Haddad")
    lead.get_by_role("button", name="Plaats voor iedereen").click()
    lead.get_by_role("link", name=f"Herkomst van {title}").click()
    offered = lead.locator(f"optgroup[label={kind}] option", has_text=source)
    lead.get_by_label("Waar komt het vandaan?").select_option(
        offered.get_attribute("value")
    )
    fill(lead, {"Waarom?": "Hier begon het."})
    lead.get_by_role("button", name="Zet erbij").click()
    expect(lead.get_by_text("Het staat erbij.")).to_be_visible()


def join(lead: Page, person: Page, site) -> None:
    """Who came goes on: the group asks a question, the lead lets them in."""
    person.goto(site.url(f"{GROUP}meedoen/"))
    fill(person, {"Wat ging er bij jullie goed": "Wij bellen iedereen terug."})
    fill(person, {"Je naam": PERSON, "Je e-mailadres": EMAIL})
    person.get_by_role("button", name="Meld me aan").click()
    confirm(person, site, EMAIL, "Ja, ik wil meedoen", about="werkgroep")
    expect(person.get_by_role("heading", level=1)).to_contain_text(
        "ligt bij de trekker"
    )
    lead.goto(site.url(f"{SPACE}aanmeldingen/"))
    lead.get_by_role("link", name=f"Antwoord {PERSON}").click()
    lead.get_by_role("button", name=f"{PERSON} doet mee").click()
    expect(lead.get_by_text("Er is een lid bij.")).to_be_visible()
    person.goto(site.url(f"{GROUP}leden/"))
    expect(person.get_by_text(PERSON)).to_be_visible()


def read_back(reader: Page, site) -> None:
    """From the answers to what came of them, and step by step back again."""
    reader.goto(site.url("/vragenlijsten/wat-moet-het-eerst-anders/uitslag/"))
    reader.get_by_role("link", name=OUTCOMES[0]).click()
    heading = reader.get_by_role("heading", level=1)
    expect(heading).to_have_text(OUTCOMES[0])
    step = reader.get_by_role("listitem").filter(
        has_text=f"Uitkomst {OUTCOMES[0]} komt uit verbeterpunt"
    )
    step.get_by_role("link", name=SAID[0]).click()
    expect(reader.get_by_text("Kwam binnen via:")).to_be_visible()
    reader.get_by_role("link", name="de oogst van een bijeenkomst").click()
    expect(heading).to_have_text(SESSION)
    for name in ("Verslag", "Wat de groepjes vooraan zetten", "Oogst"):
        expect(reader.get_by_role("region", name=name, exact=True)).to_be_visible()
    assert violations(reader) == []
    reader.get_by_role("link", name=OUTCOMES[0]).click()
    chain = reader.get_by_role("region", name="Waar komt dit vandaan?")
    expect(chain.get_by_role("listitem")).to_contain_text(
        [
            f"Bijeenkomst {SESSION} komt uit vragenlijst {ASKED}",
            f"Bijdrage {SAID[0]} komt uit bijeenkomst {SESSION}",
            f"Verbeterpunt {SAID[0]} komt uit bijdrage {SAID[0]}",
            f"Uitkomst {OUTCOMES[0]} komt uit verbeterpunt {SAID[0]}",
        ]
    )
    assert violations(reader) == []
    reader.goto(site.url(f"{GROUP}de-klant-leest-mee/"))
    expect(chain.get_by_text(f"komt uit rangschikking {RANKING}")).to_be_visible()


def test_from_a_question_to_two_outcomes_with_their_chain(site, open_page):
    lead, person, guide = open_page(), open_page(width=390), open_page(width=390)
    reader = open_page(width=1440, scheme="dark")
    log_in(lead, site, "trekker-imago")

    ask(lead, person, site)
    own = plan(lead, person, site)
    meet(lead, person, guide, site)
    bring_in(lead, person, site)
    report(lead, person, own, site)
    ask_who_came(lead, guide, site)
    rank(lead, person, site)
    light_a_fire(lead, person, site)
    publish(lead, OUTCOMES[0], "Verbeterpunt", SAID[0], site)
    publish(lead, OUTCOMES[1], "Rangschikking", RANKING, site)
    join(lead, person, site)
    read_back(reader, site)
