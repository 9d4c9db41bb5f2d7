"""Who of the demo has an account, what they declare, and who says to be somebody."""

LOGS_IN = ("jolien@een-nieuw-geluid.example", "jolien-prins")

CLAIMS = ("noor@een-nieuw-geluid.example", "noor-adriaans")
CLAIMS_BECAUSE = (
    "Ik ben de notulist van de werkgroep Imago. Samira kent me, en dit is het adres "
    "waarop ik de stukken krijg."
)

INTERESTS = [  # person, what, with whom, days ago it began, days ago it ended
    (
        "farida-boumans",
        "lid van de raad van advies",
        "een maker van software voor contactcenters",
        700,
        None,
    ),
    (
        "tjeerd-wiersma",
        "schrijft mee aan normen, betaald per dag",
        "een normalisatie-instituut",
        400,
        None,
    ),
    ("jolien-prins", "aandelen", "haar vorige werkgever, een uitbesteder", 1200, 90),
    (
        "jolien-prins",
        "partner werkt er als teamleider",
        "een energiebedrijf",
        300,
        None,
    ),
]
