"""The first text of the pages that every installation has; editors take over from here."""

from typing import NamedTuple

from home.contact.pages import ContactPage
from home.pages.content_page import ContentPage
from home.pages.home_page import HomePage


class FixedPage(NamedTuple):
    """A page as it is made the first time."""

    slug: str
    title: str
    lead: str
    body: str
    shows_details: bool = False


COLOPHON = FixedPage(
    slug="colofon",
    title="Colofon",
    lead="Wie deze site maakt, en hoe.",
    shows_details=True,
    body="""
<h2>Wie we zijn</h2>
<p>Een Nieuw Geluid is een initiatief van mensen die in klantcontact werken. We schrijven over
het vak, organiseren bijeenkomsten en werken in drie groepen aan kwaliteit, aan het imago
en aan de mens achter het contact.</p>
<h2>Hoe een verhaal ontstaat</h2>
<p>Een redacteur schrijft of bewerkt het stuk. De eindredactie leest mee en plaatst het. Wie
geïnterviewd is, leest de tekst vooraf op feiten. Onder elk verhaal staat wie eraan
meewerkte, en bij elke foto wie hem maakte.</p>
<h2>Niet te koop</h2>
<p>Verhalen zijn niet te koop. Heeft iemand toch een zakelijk belang bij een stuk, dan staat dat
erbij.</p>
<h2>Een fout gezien?</h2>
<p>Laat het weten via <a href="/contact/">contact</a>. We verbeteren fouten in het stuk zelf en
zeggen erbij wat er veranderd is.</p>
<h2>Overnemen</h2>
<p>Een citaat of een samenvatting met een link naar het verhaal mag altijd. Wil je een heel
verhaal of een foto gebruiken, vraag het dan eerst: het recht ligt bij de maker.</p>
""",
)

TERMS = FixedPage(
    slug="voorwaarden",
    title="Voorwaarden",
    lead="Wat we afspreken als je een duoticket bestelt.",
    body="""
<h2>Een kaartje voor twee</h2>
<p>Een duoticket geldt voor twee personen: een gastheer en een gast. Het wordt niet gesplitst,
ook niet bij een terugbetaling. De gast is jonger dan de leeftijdsgrens van het evenement op
de eerste dag ervan, of werkt in een andere sector. De grens en de sector staan op de
pagina van het evenement. Wie studeert of geen werk heeft, telt als iemand uit een andere
sector.</p>
<h2>Bestellen en betalen</h2>
<ul>
<li>De prijs die je ziet, is per duo en inclusief btw. Er komen geen kosten bij.</li>
<li>Zodra je begint met bestellen, houden we je plaatsen 20 minuten vast.</li>
<li>De overeenkomst komt tot stand als je op ‘Bestellen en betalen’ klikt en de betaling
lukt. Je krijgt daarna een mail met je bestelling en je kaartje.</li>
<li>De betaling loopt via Stripe. Je betaalgegevens komen niet bij ons.</li>
<li>Komt een betaling binnen nadat je plaatsen al waren vrijgegeven, dan krijg je die plaatsen
terug. Zijn ze weg, dan krijg je het hele bedrag terug.</li>
</ul>
<h2>Je gast</h2>
<p>Je noemt je gast bij het bestellen of later. De gast krijgt een persoonlijke link en
bevestigt zelf. Tot dat is gebeurd, is de helft van de gast niet geldig aan de deur. Tot de
uiterste dag van het evenement kun je een andere gast noemen of je eigen plaats overdragen.
Daarna doet de organisator dat. Wordt een gast vervangen, dan vervalt de oude link
meteen.</p>
<h2>Bedenktijd</h2>
<p>Voor een vrijetijdsactiviteit op een vaste dag geldt geen bedenktijd (artikel 6:230p,
onder e, BW). Geldt er voor een evenement wel een bedenktijd van 14 dagen, dan staat dat bij
het bestellen en in je bevestiging. Daar lees je altijd welke van de twee het is.</p>
<h2>Als een evenement verandert</h2>
<p>Gaat een evenement niet door, dan krijg je het hele bedrag terug. Verschuift de datum, dan
mag je kiezen: je kaartje houden of je geld terug. Een gast die is toegelaten op leeftijd,
vragen we bij een nieuwe datum opnieuw.</p>
<h2>Op de dag zelf</h2>
<p>Neem je kaartje mee, op papier of op je telefoon. De code op het kaartje is van jou; deel
hem niet. Volg de aanwijzingen van de organisatie en van de locatie.</p>
<h2>Klachten</h2>
<p>Is er iets niet goed gegaan, zeg het ons via <a href="/contact/">contact</a>. Je krijgt
binnen 14 dagen een inhoudelijk antwoord. Op onze overeenkomst is Nederlands recht van
toepassing. Wat de wet jou als consument geeft, blijft altijd gelden.</p>
""",
)

PRIVACY = FixedPage(
    slug="privacy",
    title="Privacy: wat we bewaren",
    lead="Wat we van je vragen, waarom, en hoelang we het hooguit bewaren.",
    body="""
<h2>Als je alleen leest</h2>
<p>Dan bewaren we niets over jou. Er is geen statistiek die je volgt, er staan geen knoppen of
lettertypen van anderen op deze site en je krijgt geen cookie. Vul je een formulier in, dan
zet je browser een of twee cookies die alleen dat formulier laten werken. Daarvoor is geen
toestemming nodig, en daarom vragen we er niet om.</p>
<h2>Als je ons een bericht stuurt</h2>
<p>We bewaren je naam, je e-mailadres en je bericht om je te kunnen antwoorden. Hooguit
tot een jaar nadat het is afgehandeld.</p>
<h2>Als je een duoticket bestelt</h2>
<ul>
<li><b>Van de koper</b>: naam, e-mailadres en, voor de factuur, adres en bedrijfsgegevens. Dit
hoort bij onze boekhouding en bewaren we 7 jaar, omdat de wet dat vraagt (artikel 52
AWR).</li>
<li><b>Van elke gastheer</b>: naam en e-mailadres, voor het kaartje. Tot hooguit 30 dagen na
het evenement, behalve als de gastheer ook de koper is.</li>
<li><b>Betaalgegevens</b>: die zien wij niet. De betaling gebeurt bij Stripe. Wij bewaren
alleen het nummer, het bedrag en de uitkomst.</li>
</ul>
<h2>Als je gast bent</h2>
<p>Je naam en e-mailadres kregen we van de gastheer of de koper, om jou uit te nodigen. In de
uitnodiging staat van wie. Kun of wil je niet, zeg dat dan op de pagina achter je link: we
vergeten je dan meteen.</p>
<ul>
<li><b>Je geboortedatum bewaren we nooit.</b> Kom je op leeftijd binnen, dan vragen we de datum
één keer. We kijken of je onder de grens blijft en vergeten hem daarna. Wat blijft, is de
uitkomst, de grond (leeftijd of sector) en het moment.</li>
<li><b>Een uitnodiging die niemand beantwoordt</b>, bewaren we hooguit tot 14 dagen na het
evenement.</li>
<li><b>Naam en e-mailadres van een gast</b> bewaren we hooguit tot 30 dagen na het
evenement.</li>
</ul>
<h2>Als je in een verhaal of werkgroep staat</h2>
<p>Je naam, functie en soms een foto staan op de site omdat je daaraan meewerkte. Wil je dat iets
verandert of verdwijnt, laat het weten.</p>
<h2>Wie er nog bij kan</h2>
<p>De mensen die deze site beheren, en de bedrijven die de server, de mail en de betaling
verzorgen. Zij mogen er niets anders mee doen dan hun werk voor ons. We verkopen niets
door.</p>
<h2>Wat je mag vragen</h2>
<p>Je mag je gegevens inzien, laten verbeteren, laten wissen of meenemen, en je mag bezwaar
maken. Stuur een bericht via <a href="/contact/">contact</a>; je krijgt binnen een maand
antwoord. Komen we er samen niet uit, dan kun je klagen bij de Autoriteit
Persoonsgegevens.</p>
""",
)

ACCESSIBILITY = FixedPage(
    slug="toegankelijkheid",
    title="Toegankelijkheid",
    lead="Iedereen moet hier kunnen lezen, bestellen en meedoen.",
    body="""
<h2>Waar we ons aan houden</h2>
<p>We bouwen deze site naar WCAG 2.2, niveau A en AA, de norm achter EN 301 549 en de Europese
toegankelijkheidswet.</p>
<h2>Wat dat betekent</h2>
<ul>
<li>Alles werkt met alleen een toetsenbord, en zonder JavaScript.</li>
<li>Tekst laat zich vergroten en de regels mogen ruimer, zonder dat er iets wegvalt. Op een smal
scherm hoef je niet opzij te schuiven.</li>
<li>Kleur is nooit het enige teken: er staat altijd een woord bij.</li>
<li>De site volgt de lichte of donkere instelling van je apparaat, en niets beweegt
vanzelf.</li>
<li>Gaat er iets mis in een formulier, dan staat bij het veld wat je kunt doen. Wat je had
getypt, blijft staan, behalve een geboortedatum.</li>
<li>Bij het bestellen houden we plaatsen een beperkte tijd vast. Hoelang staat erbij, en je
kunt daarna opnieuw beginnen.</li>
</ul>
<h2>Hoe we het controleren</h2>
<p>Bij elke verandering kijkt een automatische toets de pagina’s na, licht en donker, op een
telefoon en op een groot scherm. Zo’n toets vindt lang niet alles. Een onderzoek door een
onafhankelijke partij en een test met mensen die een schermlezer gebruiken, zijn nog niet
gedaan.</p>
<h2>Wat we weten dat beter moet</h2>
<ul>
<li>De betaalpagina is van Stripe; daar hebben we weinig over te zeggen.</li>
<li>Kaartjes in pdf zijn nog niet met een schermlezer getest. Alles wat erop staat, vind je
ook op de pagina van je bestelling.</li>
<li>Documenten van anderen, waar we naar linken, zijn niet altijd toegankelijk.</li>
</ul>
<h2>Loop je ergens vast?</h2>
<p>Laat het weten via <a href="/contact/">contact</a>, en zeg op welke pagina het was en wat je
gebruikte. We antwoorden binnen 5 werkdagen en zoeken intussen een andere weg voor
je.</p>
""",
)

ORIGIN = FixedPage(
    slug="hoe-het-begon",
    title="Hoe het begon",
    lead="Van één bericht in december 2020 naar drie werkgroepen en een hackathon.",
    body="""
<h2>Een onderzoek, en stilte</h2>
<p>In december 2020 verscheen een journalistiek onderzoek naar de marges die grote facilitaire
contactcenters verdienden aan werk voor de volksgezondheid. De brancheverenigingen
zwegen.</p>
<h2>Eén bericht</h2>
<p>De manager van de klantenservice van een sportwinkel zweeg niet. Zij schreef een bericht en
vroeg om een nieuw, positief geluid in klantcontact, met menselijkheid, integriteit,
kwaliteit en innovatie als maat. Het werd meer dan 18.000 keer gelezen. Ruim 70 vakgenoten
wilden meedoen.</p>
<h2>Twee vragen</h2>
<p>Ongeveer 30 van hen vulden een vragenlijst in. In januari 2021 schoven er 16 aan bij het
eerste gesprek, online, in kleine groepjes. Op tafel lagen twee vragen: wat zijn de drie
belangrijkste verbeteringen voor de branche, en wat heb jij als professional het hardst
nodig?</p>
<h2>Drie thema’s</h2>
<p>Drie antwoorden kwamen steeds terug. Het zijn nu onze werkgroepen.</p>
<ul>
<li><b>Kwaliteit.</b> Keurmerken en prijzen zijn er genoeg, maar niemand is er tevreden over:
er wordt niets getoetst en wangedrag heeft geen gevolg. De groep werkt aan een norm met
criteria, echte toetsing, gevolgen en een openbaar register.</li>
<li><b>Imago.</b> De grote facilitaire bedrijven bepalen het beeld, en goede eigen afdelingen
mijden zelfs het woord klantenservice. De groep wil laten zien wat goed gaat, eerlijk, en een
prijs waarvan je de uitslag kunt nameten.</li>
<li><b>Mens.</b> De klant is een begrip geworden, en teamleiders, medewerkers en planners
zitten niet aan tafel. De groep wil aandacht voor klant én medewerker, en een echt gesprek
met elke rol erbij.</li>
</ul>
<h2>De hackathon</h2>
<p>De volgende stap was een hackathon, op 10 maart 2021. Meedoen kon met een kaartje voor twee:
wie je meebrengt, is jonger dan 30 of komt uit een andere sector. Want wie een nieuw geluid
wil, moet het meebrengen. Hoe het initiatief zelf georganiseerd wordt, beslist de groep op
zo’n dag. Elke stap in de goede richting is er een.</p>
""",
)

CONTACT = {
    "slug": "contact",
    "title": "Contact",
    "lead": (
        "Een vraag over je bestelling, een fout in een verhaal, of een idee waar je mee "
        "rondloopt: schrijf het op. Je krijgt meestal binnen 3 werkdagen antwoord."
    ),
}

PAGES = [ORIGIN, COLOPHON, PRIVACY, ACCESSIBILITY, TERMS]


def lay(home: HomePage) -> None:
    """Make what is missing; a page that exists is the editors' own."""
    if not ContactPage.objects.exists():
        home.add_child(instance=ContactPage(**CONTACT))
    there = set(home.get_children().values_list("slug", flat=True))
    for page in PAGES:
        if page.slug not in there:
            home.add_child(instance=_content_page(page))


def _content_page(page: FixedPage) -> ContentPage:
    return ContentPage(
        slug=page.slug,
        title=page.title,
        lead=page.lead,
        shows_details=page.shows_details,
        body=[("text", " ".join(page.body.split()))],
    )
