"""Who is in the three working groups, and what they found."""

from config.demo import outcomes

MEMBERS = {  # per group: person, function, role at the time
    "kwaliteit": [
        ("farida-boumans", "trekker", ""),
        ("els-dijkman", "lid", ""),
        ("tjeerd-wiersma", "lid", ""),
        ("marlies-kok", "lid", ""),
        ("ravi-soekhoe", "notulist", ""),
        ("hanneke-zijlmans", "lid", "kwaliteitsadviseur, woningcorporatie"),
    ],
    "imago": [
        ("samira-haddad", "trekker", ""),
        ("pim-ravesloot", "lid", "teamleider klantenservice, webwinkel"),
        ("danique-wolters", "lid", ""),
        ("joris-veldkamp", "lid", ""),
        ("noor-adriaans", "notulist", ""),
    ],
    "mens": [
        ("ilse-van-dam", "trekker", ""),
        ("omar-bensaid", "lid", ""),
        ("jolien-prins", "lid", ""),
        ("gerda-wouters", "lid", ""),
        ("henk-boersma", "lid", ""),
    ],
}

SEATS = {  # roles that a group looks for, by slug
    "kwaliteit": ["teamleider", "uitbesteder", "klant"],
    "imago": ["medewerker", "hr"],
    "mens": ["klant", "wfm"],
}
PHASES = {  # phase and how many days ago it began
    "kwaliteit": [("verkennen", 190), ("uitwerken", 120), ("besluiten", 19)],
    "imago": [("verkennen", 170), ("uitwerken", 60)],
    "mens": [("verkennen", 80)],
}
MODES = {
    "kwaliteit": "We zoeken een voorstel waar niemand een overwegend bezwaar tegen heeft. Lukt dat in twee "
    "gesprekken niet, dan stemmen we, en staat erbij wie tegen was en waarom.",
    "imago": "Wie iets wil maken, maakt het. De groep beslist alleen over wat er onder haar naam "
    "naar buiten gaat.",
    "mens": "De trekker beslist, nadat iedereen is gehoord. Waarom het zo geworden is, schrijft ze op.",
}
JOIN_QUESTIONS = {
    "kwaliteit": "Wat heb je zelf met een keurmerk of norm meegemaakt?",
    "imago": "Wat ging er bij jullie goed, en wie mag dat weten?",
    "mens": "Wanneer voelde jij je in je werk gehoord?",
}

OUTCOMES = {
    "kwaliteit": outcomes.QUALITY,
    "imago": outcomes.IMAGE,
    "mens": outcomes.HUMAN,
}

TRACES = {  # slug of the outcome: kind, slug, why
    "een-keurmerk-zonder-gevolg-is-een-sticker": [
        (
            "verhaal",
            "wat-is-een-keurmerk-zonder-rode-kaart",
            "Dit bericht stelde de vraag.",
        ),
        (
            "uitkomst",
            "wie-toetst-verdient-niet-aan-het-resultaat",
            "Een toets moet eerst eerlijk zijn.",
        ),
    ],
    "wie-toetst-verdient-niet-aan-het-resultaat": [
        (
            "verhaal",
            "inkopen-op-meer-dan-de-minuutprijs",
            "Een inkoper vroeg wie er was komen kijken. Het bleef stil.",
        ),
    ],
    "een-kampvuur-eindigt-met-een-besluit": [
        (
            "verhaal",
            "een-kampvuur-zonder-rook",
            "Hier nam de leidinggevende na 50 minuten een besluit.",
        ),
    ],
}

REMARKS = [  # on the norm: paragraph, verdict, who, what, answer (or none yet)
    (
        2,
        "aanpassen",
        "Planner, energiebedrijf",
        "Twaalf weken is kort als je op een nieuw rooster wacht. Maak er een half jaar van, met een controle halverwege.",
        "We houden twaalf weken aan, maar wie halverwege laat zien dat het rooster besteld is, krijgt er twaalf bij.",
    ),
    (
        0,
        "vaststellen",
        "Inkoper, gemeente",
        "Eindelijk kan ik in een aanbesteding vragen om iets wat ik zelf kan nazoeken.",
        "",
    ),
]

JOINING = [  # who waits for an answer of a lead: group, name, function, role, answer
    (
        "kwaliteit",
        "Bram Oosting",
        "teamleider, waterbedrijf",
        "teamleider",
        "Wij haalden vorig jaar een keurmerk. De toets duurde een ochtend en niemand sprak met mijn team.",
    ),
    (
        "mens",
        "Sanne Kuipers",
        "klant",
        "klant",
        "Toen iemand me na drie keer bellen vroeg wat ik zelf had geprobeerd.",
    ),
]
