"""Words of the trade, in the words of somebody who does it."""

TERMS = [  # word, meaning
    ("Afhandeltijd", "Hoe lang een gesprek duurt, met het werk erna."),
    (
        "Buzzmaster",
        "Wie bij een gesprek met publiek de vragen van de kijkers thuis stelt.",
    ),
    (
        "Facilitair contactcenter",
        "Een bedrijf dat voor andere organisaties de telefoon, mail en chat beantwoordt.",
    ),
    (
        "Inhouse",
        "Klantcontact door eigen mensen, in tegenstelling tot een ingehuurd bedrijf.",
    ),
    (
        "Nawerk",
        "Wat je na een gesprek nog doet: opschrijven, doorsturen, iets uitzoeken.",
    ),
    (
        "Servicelevel",
        "De afspraak hoeveel van de telefoontjes binnen hoeveel tijd wordt opgenomen.",
    ),
    ("Uitbesteden", "Je klantcontact door een ander bedrijf laten doen."),
    (
        "WFM",
        "Workforce management: het vak dat zorgt dat er genoeg mensen zijn op het "
        "juiste uur. Wie het doet, heet planner.",
    ),
]
