"""Sessions of the demo: what the groups planned."""

from config.demo import asked
from config.demo.writing import Session

PEOPLE = [  # name, role, where, how long in the trade, why; fictional, as all of them
    ("Anja Verhoef", "teamleider", "webwinkel", "lang", "aanhaken"),
    ("Bart Lems", "manager", "verzekeraar", "lang", "frustraties"),
    ("Carla Mook", "medewerker", "energiebedrijf", "nieuw", "nieuwsgierig"),
    ("Dirk Postema", "wfm", "bank", "even", "aanhaken"),
    ("Esra Yildiz", "medewerker", "gemeente", "even", "vertellen"),
    ("Frank Oud", "manager", "facilitair bedrijf", "lang", "frustraties"),
    ("Greet Hoekstra", "manager", "facilitair bedrijf", "lang", "aanhaken"),
    ("Hugo Stam", "uitbesteder", "telecombedrijf", "even", "leren"),
    ("Imke Bos", "teamleider", "gemeente", "even", "nieuwsgierig"),
    ("Jaap Kooistra", "manager", "webwinkel", "lang", "aanhaken"),
    ("Kim Tran", "medewerker", "bank", "nieuw", "nieuwsgierig"),
    ("Leo Verbeek", "leverancier", "softwaremaker", "lang", "leren"),
    ("Mirjam Vos", "wfm", "energiebedrijf", "even", "frustraties"),
    ("Nico Braam", "manager", "verzekeraar", "lang", "aanhaken"),
    ("Olga Rietveld", "klant", "", "", "vertellen"),
    ("Peter Schut", "andere-branche", "ziekenhuis", "", "nieuwsgierig"),
]

NORM = "Een norm die echt wordt getoetst"
IMAGE = "Laten zien wat er goed gaat"
HUMAN = "Medewerkers en klanten aan tafel"

FIRST = Session(
    slug="zestien-mensen-twee-vragen",
    title="Zestien mensen, twee vragen",
    group="",
    days=-20,
    hour=16,
    minutes=120,
    capacity=16,
    lead=(
        "Wat moet er het eerst beter in het vak, en wat heb jij zelf het meest nodig? "
        "In kleine groepjes, rijp en groen door elkaar."
    ),
    goal="Voor het vak: drie punten om mee te beginnen.",
    starts_from=[asked.MOST_NEEDED, asked.OWN_NEED],
    people=PEOPLE,
    came=True,
    rankings=[
        (
            "Marlies",
            "Genoeg merken, en geen ervan heeft ooit iemand iets afgepakt.",
            NORM,
            HUMAN,
            IMAGE,
        ),
        (
            "Tjeerd",
            "We kwamen snel op toetsen uit, en bleven hangen bij wie dat betaalt.",
            NORM,
            IMAGE,
            HUMAN,
        ),
        (
            "Samira",
            "Drie van de vier zeggen op een feest niet wat ze doen.",
            IMAGE,
            NORM,
            "Een vast contract als gewoonte",
        ),
        (
            "Ilse",
            "De klant aan onze tafel was de eerste die vroeg waarom hij er was.",
            HUMAN,
            NORM,
            IMAGE,
        ),
    ],
    harvest=[  # what, by whom, under which heading, where it stands, what is answered
        (
            "Een merk zonder gevolg zegt een opdrachtgever niets.",
            "Frank Oud",
            "Kwaliteit",
            "opgepakt",
            "Hier is werkgroep Kwaliteit voor begonnen.",
        ),
        (
            "Ik zeg op verjaardagen niet wat ik doe.",
            "",
            "Imago",
            "opgepakt",
            "Imago begint met wat er wel goed gaat, en met wie dat durft te vertellen.",
        ),
        (
            "Waar zijn de teamleiders en de medewerkers in dit gesprek?",
            "Esra Yildiz",
            "Mens",
            "opgepakt",
            "In elke groep zoeken we ze nu met naam en rol.",
        ),
        (
            "Maak er een vereniging van.",
            "",
            "Hoe verder",
            "niet",
            "Nog een vereniging lost dit niet op. We kijken eerst hoever we zonder komen.",
        ),
        (
            "Ik wil met een planner van een ander bedrijf meelopen.",
            "Dirk Postema",
            "Mens",
            "later",
            "Een mooi plan. Het wacht tot Mens iemand heeft die het wil regelen.",
        ),
    ],
    report=(
        "We waren met zestien mensen: van medewerker tot manager, met een klant en "
        "iemand uit een ziekenhuis erbij. In vier groepjes praatten we over twee "
        "vragen, en elk groepje zette drie punten op een rij.\n\n"
        "Over het eerste punt was weinig twijfel: er zijn genoeg merken, maar er wordt "
        "niet getoetst en er volgt niets op wangedrag. Over het tweede en derde punt "
        "liepen de groepjes uiteen. Samen bleven er drie over.\n\n"
        "Wat mensen nodig hebben, was vaker hetzelfde dan we dachten: gehoord worden "
        "door wie besluit."
    ),
    decisions=(
        "Drie werkgroepen: Kwaliteit, Imago en Mens.\n"
        "Elke groep zoekt zelf een trekker, en werkt in het openbaar."
    ),
    correction=("Het waren er twee uit de planning, geen een.", "Verbeterd."),
)


DONE = "Zeg aan het eind van een gesprek wie wat doet, en voor wanneer"
HELD = Session(
    slug="kampvuur-wanneer-is-een-gesprek-klaar",
    title="Kampvuur: wanneer is een gesprek klaar?",
    group="mens",
    days=-24,
    hour=20,
    minutes=75,
    capacity=12,
    lead=(
        "Mensen voelen zich gehoord, en een week later is er niets gebeurd. Negen "
        "mensen praten over het eind van een gesprek: wat moet er dan liggen?"
    ),
    goal="Voor het vak: een advies over hoe je een gesprek afsluit.",
    format="kampvuur",
    question="Wanneer is een gesprek klaar?",
    mode="een",
    decider="Ilse van Dam, trekker van Mens, na het luisteren",
    starts_from=[asked.HEARD],
    people=PEOPLE[4:13],
    came=True,
    harvest=[
        (
            DONE,
            "Esra Yildiz",
            "Het eind",
            "opgepakt",
            "Dit staat nu bij de punten van Mens.",
        ),
        (
            "Ik wil vooraf weten of er iets te beslissen valt.",
            "",
            "Het begin",
            "opgepakt",
            "Daarom staat bij elk kampvuur vooraf hoe er wordt besloten, en door wie.",
        ),
        (
            "Laat iedereen een cijfer geven.",
            "Hugo Stam",
            "Het eind",
            "niet",
            "Een cijfer zegt hoe de avond was, en niet wat er daarna gebeurt.",
        ),
    ],
    report=(
        "Negen mensen rond een scherm, met een trekker die vooraf zei dat zij besluit. "
        "Een medewerker van een gemeente vertelde over een overleg waar iedereen knikte "
        "en niets veranderde. Dat herkenden alle rollen.\n\n"
        "Wat bleef: een gesprek is klaar als hardop is gezegd wie wat doet."
    ),
    decisions="Ilse besluit: elk kampvuur eindigt met wie, wat en wanneer.",
)


CAMPFIRE = Session(
    slug="kampvuur-wie-bepaalt-het-rooster",
    title="Kampvuur: wie bepaalt het rooster?",
    group="mens",
    days=12,
    hour=20,
    minutes=75,
    capacity=16,
    lead=(
        "Een klein gezelschap, één vraag, en iedereen komt aan het woord. Planners, "
        "medewerkers en teamleiders vertellen wat een rooster met hun week doet."
    ),
    goal="Voor het vak: een advies van één bladzijde over zeggenschap over je rooster.",
    accessibility="Ondertiteling staat aan. Je camera mag uit blijven.",
    roles=["medewerker", "teamleider", "wfm"],
    format="kampvuur",
    starts_from=[asked.NEXT_QUESTIONS[0][0], asked.NEXT_QUESTIONS[2][0]],
    question="Wie bepaalt het rooster, en wat gebeurt er als jij iets anders nodig hebt?",
    mode="een",
    decider="Ilse van Dam, trekker van Mens, na het luisteren",
    people=PEOPLE[2:11],
)

TABLE = Session(
    slug="aan-tafel-over-het-keurmerk",
    title="Aan tafel over het keurmerk",
    group="kwaliteit",
    days=2,
    hour=16,
    minutes=60,
    capacity=300,
    lead=(
        "Drie mensen aan tafel, en jij kijkt mee. Wat moet een norm meten, en wie mag "
        "dat nagaan? Een buzzmaster brengt in wat kijkers willen weten."
    ),
    goal="Voor wie meekijkt: antwoord. Voor de groep: de vragen die de norm mist.",
    accessibility="Met ondertiteling en een schrijftolk.",
    format="kennissessie",
    questions=[  # what, by whom, where it stands, how many support it
        ("Wie betaalt de mensen die toetsen?", "", "live", 14),
        ("Telt een klein team even zwaar als een groot?", "Pim", "shortlist", 9),
        ("Mag een klant meetoetsen?", "", "shortlist", 7),
        ("Wat gebeurt er met wie zakt?", "Gerda, medewerker", "new", 4),
        ("Hoe vaak word je opnieuw bekeken?", "", "new", 1),
    ],
)

SESSIONS = [FIRST, HELD, CAMPFIRE, TABLE]
BECAME_POINTS = {DONE: DONE}  # what was said; title of the point
