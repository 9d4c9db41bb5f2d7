"""Who bought duo tickets in the demo: invented people, in every state of an order."""

from dataclasses import dataclass, field

AGE, INVITED, LATER, DECLINED = "age", "invited", "later", "declined"


@dataclass(frozen=True)
class Duo:
    """The two people of a pair, and how far the guest is.

    `ends` is AGE, INVITED, LATER, DECLINED or the slug of the guest's sector.
    """

    guest: str = ""
    ends: str = LATER
    host: str = ""  # empty: the buyer for the first pair, somebody later for the rest
    same_domain: bool = False  # as the buyer: for the organiser to look at


@dataclass(frozen=True)
class Sale:
    """One order, so many days ago."""

    days_ago: int
    buyer: str
    duos: list[Duo] = field(default_factory=list)
    organisation: str = ""


# What was sold when the hall held 20 pairs.
FIRST = [
    Sale(38, "Iris de Wit", [Duo("Daan Okafor", AGE)], "Trapgoed"),
    Sale(37, "Marlies Kok", [Duo("Ineke Vlasblom", "onderwijs")], "Eikenrode"),
    Sale(
        36,
        "Sander Vermeij",
        [
            Duo("Yara Pieterse", AGE),
            Duo("Bram Kuijper", "bouw", host="Naima El Idrissi"),
            Duo("Fenna Postma", AGE, host="Joost van Alphen"),
            Duo("Ruth Amoah", "zorg", host="Tamara Dijk"),
        ],
        "Vijfhoog",
    ),
    Sale(34, "Tjeerd Wiersma", [Duo("Geert Brouwer", "industrie")]),
    Sale(
        33,
        "Esther Molenaar",
        [
            Duo("Sem van Loon", AGE),
            Duo("Halima Yusuf", "studie", host="Farid Amrani"),
            Duo("Jet Scholten", AGE, host="Ilse van Dam"),
        ],
        "De Wissel",
    ),
    Sale(31, "Pim Ravesloot", [Duo("Ties Ravesloot", AGE)], "Trapgoed"),
    Sale(
        30,
        "Anouk Siebelink",
        [
            Duo("Cor Willemse", "cultuur"),
            Duo("Mila Verhoef", AGE, host="Ben Okafor"),
        ],
        "Bibliotheken Tussen de Rivieren",
    ),
    Sale(
        28,
        "Bas Terpstra",
        [
            Duo("Wies Terpstra", "horeca"),
            Duo("Amir Hosseini", AGE, host="Soraya Lachman"),
        ],
        "Lichtmeer Energie",
    ),
    Sale(
        27, "Carla Blom", [Duo("Thijs Rademaker", "transport")], "Alarmlijn Maasoever"
    ),
    Sale(
        26,
        "Els Dijkman",
        [
            Duo("Noah Bakker", AGE),
            Duo("Petra Lindeman", "overheid", host="Rik Stam"),
        ],
        "Gemeente Oudewaard",
    ),
    Sale(25, "Samira Haddad", [Duo("Noor Adriaans", "cultuur")]),
    Sale(24, "Joris Veldkamp", [Duo("Luca Moretti", AGE)]),
]

# Paid when those 20 places were gone: the money went back (rule 8).
TOO_LATE = Sale(24, "Kees Ouwehand", [Duo("Roel Ouwehand")])

# What was sold since the hall holds 60.
SINCE = [
    Sale(
        21,
        "Annet de Rooij",
        [Duo("Sjoerd Hiemstra", "financien", same_domain=True)],
        "Eikenrode",
    ),
    Sale(
        18,
        "Annelies Vroom",
        [
            Duo("Lieke Vroom", AGE),
            Duo("Rob Hendriks", "bouw", host="Dilan Aksoy"),
            Duo("Imke Barends", INVITED, host="Hanneke Zijlmans"),
        ],
        "De Sluiswachter",
    ),
    Sale(15, "Wim Oosterling", [Duo("Fatima Zahri", DECLINED)]),
    Sale(12, "Danique Wolters", [Duo("Jesse Wolters", AGE)], "Waterbedrijf Bronveld"),
    Sale(
        10,
        "Ruben Kaspers",
        [
            Duo("Vera Kaspers", "zorg"),
            Duo("Milou Stegeman", INVITED, host="Daphne Roos"),
            Duo(host="Achmed Talbi"),
            Duo(),
            Duo(),
        ],
        "Contacthuis Oost",
    ),
    Sale(7, "Gerda Wouters", [Duo("Rosa Wouters", AGE)]),
    Sale(5, "Omar Bensaid", [Duo("Kaan Demir", INVITED)]),
    Sale(3, "Linda Faber", [Duo()], "Webwinkel De Knop"),
    Sale(2, "Geerte Hollander", [Duo("Bo Hollander", AGE)]),
    Sale(1, "Henk Boersma", [Duo("Sanne Boersma", "onderwijs")]),
]

# Came to nothing: one never filled in the form, one turned back at the bank.
LEFT_HALFWAY = Sale(16, "", [Duo(), Duo()])
TURNED_BACK = Sale(6, "Tonnie Versteeg", [Duo("Puck Versteeg")])
CHANGED_MIND = Sale(13, "Hanneke Bos", [Duo("Ruben Bos")])

# Now: one is filling in the form, one is at the bank.
FILLING_IN = Sale(0, "", [Duo()])
AT_THE_BANK = Sale(0, "Mirjam Okkerse", [Duo("Teun Okkerse")])

# The trial evening: how many pairs, and how many of the guests came on age.
TRIAL = [
    ("Farid Amrani", "De Wissel", 5, 2),
    ("Annet de Rooij", "Eikenrode", 5, 2),
    ("Pim Ravesloot", "Trapgoed", 4, 2),
    ("Esra Tekin", "", 4, 1),
    ("Anouk Siebelink", "Bibliotheken Tussen de Rivieren", 3, 1),
    ("Jolien Prins", "", 1, 1),
]

# The open day, which is full: the first pairs were cheaper, the last is put back.
OPEN_DAY = [
    Sale(
        17,
        "Femke Huisman",
        [
            Duo("Otis Huisman", AGE),
            Duo("Gijs Laan", "bouw", host="Karin Smeets"),
        ],
        "Eikenrode",
    ),
    Sale(
        14,
        "Driss Bennani",
        [
            Duo("Lara Bennani", AGE),
            Duo("Tygo Mulder", INVITED, host="Willy Kramer"),
        ],
        "De Wissel",
    ),
    Sale(9, "Nienke Overbeek", [Duo("Joep Overbeek", "zorg"), Duo()], "Trapgoed"),
    Sale(6, "Sjoerd Hofman", [Duo("Mees Hofman", AGE), Duo()]),
]
WAITING = ["Marga Teunissen", "Iwan Prakken", "Sylvia de Boer"]  # in this order
