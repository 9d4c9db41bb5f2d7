"""Sessions of the demo: what the groups planned."""

from config.demo.writing import Session

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
    goal="Voor het vak: een advies van één kant over zeggenschap over je rooster.",
    accessibility="Ondertiteling staat aan. Je camera mag uit blijven.",
    roles=["medewerker", "teamleider", "wfm"],
    format="kampvuur",
    question="Wie bepaalt het rooster, en wat gebeurt er als jij iets anders nodig hebt?",
    mode="een",
    decider="Ilse van Dam, trekker van Mens, na het luisteren",
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

SESSIONS = [CAMPFIRE, TABLE]
