"""What the groups asked, what people answered, and the points that came of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """An improvement point, so many days ago."""

    group: str
    title: str
    text: str
    name: str
    days_ago: int
    supporters: int = 0
    state: str = "shown"
    status: str = "ingediend"
    answer: str = ""
    answered: int = 0  # days ago
    into: str = ""  # title of the point it went on in
    origin: str = "formulier"
    ground: str = ""
    reported: str = ""


FIRST = "Wat moet er beter in klantcontact?"
FIRST_INTRO = "Ruim 70 vakgenoten willen een nieuw geluid. Voordat we elkaar spreken, vragen we iedereen hetzelfde. Met twee van deze vragen beginnen we de online sessie."
IMPROVEMENTS = {
    "A": "Een norm die echt getoetst wordt",
    "B": "Een eerlijk beeld van het vak",
    "C": "Aandacht voor de mens: klant én medewerker",
    "D": "Tijd om te leren",
    "E": "Vaste banen met goede voorwaarden",
    "F": "Minder sturen op gesprekstijd",
    "G": "Techniek die meewerkt",
    "H": "Eén stem namens het hele vak",
}
REASONS = {
    "A": "Graag aanhaken",
    "B": "Mijn hart luchten",
    "C": "Nieuwsgierig",
    "D": "Anderen leren kennen",
}
MOST_NEEDED = "Wat zijn de drie belangrijkste verbeterpunten voor het vak?"
OWN_NEED = "Waar heb jij als professional de meeste behoefte aan?"
HEARD = "Ik voel me in mijn werk gehoord."
ANSWERS = [  # role, top three, heard (1 to 5), reasons, what is needed
    (
        "manager",
        "ACB",
        3,
        "AD",
        "Collega’s bij andere bedrijven met wie ik eerlijk kan praten.",
    ),
    ("manager", "ABC", 4, "A", ""),
    ("manager", "ACB", 2, "AC", ""),
    (
        "manager",
        "ABE",
        3,
        "A",
        "Een maat waarmee ik mijn directie laat zien dat goed werk tijd kost.",
    ),
    ("manager", "BAC", 3, "D", ""),
    ("manager", "ACD", 4, "AC", ""),
    ("manager", "CBA", 3, "A", ""),
    (
        "manager",
        "ABC",
        2,
        "AB",
        "Iemand die fluit als een ander zich niet aan de regels houdt.",
    ),
    (
        "teamleider",
        "CFD",
        2,
        "AB",
        "Tijd voor mijn mensen in plaats van voor lijstjes.",
    ),
    ("teamleider", "CAD", 2, "C", ""),
    ("teamleider", "FCD", 1, "B", "Dat er ook eens een teamleider aan tafel zit."),
    ("teamleider", "CDB", 3, "AC", ""),
    ("teamleider", "ACB", 2, "A", ""),
    ("teamleider", "ACF", 3, "AD", ""),
    ("kwaliteit", "ABD", 3, "A", "Een toets door iemand die er niets aan verdient."),
    ("kwaliteit", "ACB", 3, "AC", ""),
    ("kwaliteit", "ABG", 2, "A", ""),
    ("kwaliteit", "ADC", 4, "C", ""),
    ("kwaliteit", "ACB", 3, "A", ""),
    (
        "hr",
        "CED",
        3,
        "AC",
        "Verhalen waarmee ik mensen kan vertellen dat dit een vak is.",
    ),
    ("hr", "BCE", 3, "A", ""),
    ("hr", "BEC", 4, "D", ""),
    (
        "medewerker",
        "FCE",
        1,
        "B",
        "Dat mijn chef een keer meeluistert zonder stopwatch.",
    ),
    ("medewerker", "CEF", 2, "BC", ""),
    (
        "wfm",
        "GCF",
        2,
        "C",
        "Kennis die over mijn werk gaat, en geen verkooppraatje is.",
    ),
    ("wfm", "FCG", 2, "A", ""),
    ("leverancier", "BAH", 3, "C", ""),
    (
        "uitbesteder",
        "ABH",
        3,
        "C",
        "Een manier om te zien aan wie ik mijn klanten toevertrouw.",
    ),
    ("uitbesteder", "AHB", 4, "A", ""),
    ("", "BAC", 2, "C", ""),
]
NOT_SHOWN = {"Dat mijn chef een keer meeluistert zonder stopwatch."}
NOT_READ = {"Verhalen waarmee ik mensen kan vertellen dat dit een vak is."}
BECAME_A_POINT = "Een toets door iemand die er niets aan verdient."

NEXT = "Zit jouw rol aan tafel?"
NEXT_INTRO = "Over roosters, targets en thuiswerken beslissen vaak anderen dan wie het werk doet. We willen weten hoe dat bij jullie gaat. Met de uitslag beginnen we ons volgende kampvuur."
NEXT_QUESTIONS = [  # text, help, kind, options, required
    (
        "Wordt jou iets gevraagd voordat je rooster verandert?",
        "",
        "een",
        ["Altijd", "Meestal", "Soms", "Nooit"],
        True,
    ),
    (
        "Bij welke besluiten zou jij willen meepraten?",
        "Je mag er meer kiezen.",
        "meer",
        ["Roosters", "Gesprekstijd", "Thuiswerken", "Scholing", "Nieuwe systemen"],
        False,
    ),
    ("Ik voel me gehoord door wie over mijn werk beslist.", "", "schaal", [], True),
    (
        "Wat helpt het meest?",
        "Het belangrijkste eerst.",
        "top-drie",
        [
            "Een vaste plek in het overleg",
            "Een teamleider die meeluistert",
            "Inspraak op het rooster",
            "Eerlijk horen waarom iets niet kan",
            "Iemand die onze vragen verzamelt",
        ],
        False,
    ),
    (
        "Wat zou jij als eerste veranderen?",
        "In je eigen woorden. Een trekker leest het voordat het op de site komt.",
        "open",
        [],
        False,
    ),
]

RANKING = "Wat pakt de groep Kwaliteit het eerst op?"
RANKING_INTRO = "5 punten kwamen terug in de vragenlijst en in gesprekken. We kunnen er één tegelijk goed doen. De groep kiest, met de uitslag in de hand, en schrijft op waarom."
RANKED = [
    "Laat toetsen door iemand die er niets aan verdient",
    "Zeg wat er gebeurt als een norm niet wordt gehaald",
    "Maak meedoen betaalbaar voor een klein team",
    "Luister ook gesprekken terug die goed gingen",
    "Vraag de klant een maand later nog eens",
]
BALLOTS = [
    "ABC",
    "BAC",
    "ABD",
    "AB",
    "BAE",
    "ACB",
    "CAB",
    "BCA",
    "ABE",
    "BA",
    "ADB",
    "BAC",
    "ABC",
    "CBA",
]
CONCLUSION = "Een toets door een buitenstaander en een gevolg als het misgaat, horen bij elkaar: het een heeft zonder het ander geen zin. Het verschil tussen die twee was klein, dus we nemen ze samen. Betaalbaar meedoen komt daarna, omdat we eerst moeten weten wat een toets kost."
NEXT_STEP = "Els en Tjeerd schrijven op 2 bladzijden hoe een toets verloopt, en leggen dat aan 5 teams voor."

WISHES = [
    Wish(
        "kwaliteit",
        RANKED[0],
        "Wie de toets betaalt, mag niet ook de uitslag kiezen.",
        "",
        150,
        11,
        status="in-uitwerking",
        answer="Dit kwam bij de rangschikking bovenaan. Els en Tjeerd schrijven uit hoe zo’n toets verloopt.",
        answered=30,
        origin="antwoord",
    ),
    Wish(
        "kwaliteit",
        RANKED[1],
        "Een waarschuwing, hersteltijd, en daarna uit het register. Nu gebeurt er niets.",
        "Marlies, kwaliteit",
        140,
        10,
        status="gekozen",
        answer="We doen dit samen met de onafhankelijke toets: zonder gevolg is een norm een sticker.",
        answered=30,
    ),
    Wish(
        "kwaliteit",
        RANKED[2],
        "Een team van 8 mensen kan geen week vrijmaken voor een toets.",
        "Gijs, webwinkel",
        120,
        6,
        status="gekozen",
        answer="Komt na de toets zelf. We schrijven meteen op wat die een klein team kost.",
        answered=29,
    ),
    Wish(
        "kwaliteit",
        RANKED[3],
        "Daar leer je meer van dan van een fout.",
        "",
        110,
        4,
        status="uitgevoerd",
        answer="Staat nu in de toelichting bij de norm, met een voorbeeld van een uur per week.",
        answered=12,
    ),
    Wish(
        "kwaliteit",
        RANKED[4],
        "Direct na een gesprek is iedereen nog blij of boos.",
        "Wilma, teamleider",
        100,
        3,
        status="niet-gekozen",
        answer="Goed idee, maar niet voor een norm: niet ieder team mag klanten later nog benaderen. We geven het door aan de groep Mens.",
        answered=28,
    ),
    Wish(
        "kwaliteit",
        "Haal de toets weg bij wie het keurmerk verkoopt",
        "Dat zijn nu vaak dezelfde mensen.",
        "Bart, teamleider",
        95,
        0,
        status="gebundeld",
        answer="Dit zegt hetzelfde in andere woorden, en gaat daar verder.",
        answered=60,
        into=RANKED[0],
    ),
    Wish(
        "kwaliteit",
        "Maak het register leesbaar voor wie werk zoekt",
        "Nu staat er alleen een nummer en een datum.",
        "Yvette",
        9,
        2,
    ),
    Wish(
        "kwaliteit",
        "Vraag medewerkers mee te toetsen",
        "Zij horen als eerste dat een belofte niet klopt.",
        "Ahmet, medewerker",
        1,
        0,
        state="waiting",
    ),
    Wish(
        "imago",
        "Schrijf ook op wat misging",
        "Anders gelooft niemand de rest.",
        "Geert, planner",
        80,
        7,
        status="uitgevoerd",
        answer="Elk praktijkverhaal zegt nu ook wat niet werkte.",
        answered=40,
    ),
    Wish(
        "imago",
        "Noem het gewoon klantenservice",
        "Wie een ander woord zoekt, schaamt zich.",
        "",
        33,
        5,
        reported="aside",
    ),
    Wish(
        "imago",
        "Korting op onze belsoftware",
        "Nu tijdelijk.",
        "Bel Beter Trainingen",
        20,
        0,
        state="hidden",
        ground="advert",
    ),
    Wish(
        "mens",
        "Zet in elk overleg over roosters een planner en een medewerker",
        "Dan hoor je vooraf wat er niet kan.",
        "",
        60,
        8,
        status="in-uitwerking",
        answer="We proberen het bij 3 teams uit en vertellen hier in het voorjaar hoe het ging.",
        answered=21,
        origin="oogst",
    ),
    Wish(
        "mens",
        "Zeg aan het eind van een gesprek wie wat doet, en voor wanneer",
        "",
        "Esra Yildiz",
        23,
        3,
        status="uitgevoerd",
        answer="Elk kampvuur eindigt nu zo. Hoe het ging, staat in de uitkomst.",
        answered=11,
        origin="oogst",
    ),
    Wish(
        "mens",
        "Geef nieuwe mensen een maand zonder gesprekstijd op het scherm",
        "Je leert luisteren, of je leert op de klok kijken.",
        "Naima, trainer",
        15,
        4,
    ),
]

CAME_FROM = [  # slug of an outcome; title of a point, or none: the ranking; why
    (
        "wie-toetst-verdient-niet-aan-het-resultaat",
        RANKED[0],
        "Dit punt kwam uit de eerste vragenlijst.",
    ),
    (
        "een-keurmerk-zonder-gevolg-is-een-sticker",
        "",
        "Een gevolg kwam hier bijna gelijk met een eerlijke toets.",
    ),
    (
        "een-kampvuur-eindigt-met-een-besluit",
        "Zeg aan het eind van een gesprek wie wat doet, en voor wanneer",
        "Iemand zei dit aan een kampvuur.",
    ),
    (
        "geen-voorbeeld-zonder-wat-er-misging",
        "Schrijf ook op wat misging",
        "Zeven vakgenoten steunden dit punt.",
    ),
]
