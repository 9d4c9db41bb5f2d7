"""Who appears on the demo site: openly invented people and organisations."""

ORGANISATIONS = [  # slug, name, kind, sector, place, about
    (
        "een-nieuw-geluid",
        "Een Nieuw Geluid",
        "overig",
        "klantcontact",
        "Amersfoort",
        "De redactie van deze site.",
    ),
    (
        "vijfhoog",
        "Vijfhoog",
        "facilitair",
        "klantcontact",
        "Amersfoort",
        "Facilitair contactcenter met 200 mensen, ruim 10 jaar geleden begonnen voor webwinkels. Verzonnen organisatie.",
    ),
    (
        "de-wissel",
        "De Wissel",
        "facilitair",
        "klantcontact",
        "’s-Hertogenbosch",
        "Facilitair contactcenter dat voor anderen belt, mailt en chat. Verzonnen organisatie.",
    ),
    (
        "eikenrode",
        "Eikenrode Zorgverzekeringen",
        "inhouse",
        "financien",
        "Zutphen",
        "Zorgverzekeraar met een eigen klantenservice van 160 mensen. Verzonnen organisatie.",
    ),
    (
        "lichtmeer-energie",
        "Lichtmeer Energie",
        "inhouse",
        "industrie",
        "Lelystad",
        "Energieleverancier die zelf de telefoon opneemt. Verzonnen organisatie.",
    ),
    (
        "maasoever",
        "Alarmlijn Maasoever",
        "inhouse",
        "zorg",
        "Venlo",
        "Alarmknoppen voor mensen die op zichzelf wonen. Verzonnen organisatie.",
    ),
    (
        "tussen-de-rivieren",
        "Bibliotheken Tussen de Rivieren",
        "inhouse",
        "cultuur",
        "Tiel",
        "19 vestigingen, één klantenservice van 6 mensen. Verzonnen organisatie.",
    ),
    (
        "de-sluiswachter",
        "De Sluiswachter",
        "inhouse",
        "anders",
        "Gorinchem",
        "Woningcorporatie. Verzonnen organisatie.",
    ),
    (
        "bronveld",
        "Waterbedrijf Bronveld",
        "inhouse",
        "industrie",
        "Apeldoorn",
        "Drinkwaterbedrijf met 400 medewerkers, van wie 23 bij de klantenservice. Verzonnen organisatie.",
    ),
    (
        "oudewaard",
        "Gemeente Oudewaard",
        "inhouse",
        "overheid",
        "Oudewaard",
        "Gemeente met 41.000 inwoners, die de avonduren uitbesteedt. Verzonnen gemeente.",
    ),
    (
        "trapgoed",
        "Trapgoed",
        "inhouse",
        "winkel",
        "Deventer",
        "Webwinkel in fietsonderdelen. Verzonnen organisatie.",
    ),
    (
        "werkgroep-kwaliteit",
        "Werkgroep Kwaliteit",
        "overig",
        "klantcontact",
        "",
        "Een van de drie werkgroepen van Een Nieuw Geluid.",
    ),
    (
        "werkgroep-mens",
        "Werkgroep Mens",
        "overig",
        "klantcontact",
        "",
        "Een van de drie werkgroepen van Een Nieuw Geluid.",
    ),
]

FACTS = {  # slug: staff, founded, website
    "vijfhoog": ("50-249", 2010, "https://vijfhoog.example/"),
    "de-wissel": ("250-999", 1998, "https://dewissel.example/"),
    "eikenrode": ("1000", 1911, "https://eikenrode.example/"),
    "lichtmeer-energie": ("250-999", 2004, "https://lichtmeer.example/"),
    "maasoever": ("50-249", 1987, ""),
    "tussen-de-rivieren": ("50-249", 1956, ""),
    "de-sluiswachter": ("50-249", 1919, ""),
    "bronveld": ("250-999", 1893, "https://bronveld.example/"),
    "oudewaard": ("250-999", None, ""),
    "trapgoed": ("10-49", 2012, "https://trapgoed.example/"),
}

ROLES = {  # slug of the person: role in the trade
    "hanneke-zijlmans": "kwaliteit",
    "pim-ravesloot": "teamleider",
    "farida-boumans": "kwaliteit",
    "tjeerd-wiersma": "manager",
    "marlies-kok": "medewerker",
    "ravi-soekhoe": "andere-branche",
    "els-dijkman": "uitbesteder",
    "samira-haddad": "teamleider",
    "danique-wolters": "medewerker",
    "joris-veldkamp": "hr",
    "noor-adriaans": "andere-branche",
    "ilse-van-dam": "teamleider",
    "omar-bensaid": "medewerker",
    "jolien-prins": "wfm",
    "gerda-wouters": "medewerker",
    "henk-boersma": "klant",
}

PEOPLE = [  # slug, name, function, organisation, about
    (
        "lotte-brandsma",
        "Lotte Brandsma",
        "redacteur",
        "een-nieuw-geluid",
        "Schrijft portretten en gesprekken. Zit het liefst een hele dienst naast iemand. Verzonnen persoon.",
    ),
    (
        "milan-kuiper",
        "Milan Kuiper",
        "redacteur",
        "een-nieuw-geluid",
        "Schrijft over wat mislukte en wat daarvan bleef. Nam 4 jaar de telefoon op. Verzonnen persoon.",
    ),
    (
        "hanneke-zijlmans",
        "Hanneke Zijlmans",
        "kwaliteitsadviseur",
        "de-sluiswachter",
        "Columnist en begeleider van kampvuren. Verzonnen persoon.",
    ),
    (
        "pim-ravesloot",
        "Pim Ravesloot",
        "teamleider klantenservice",
        "trapgoed",
        "Columnist. Verzonnen persoon.",
    ),
    (
        "farida-boumans",
        "Farida Boumans",
        "kwaliteitsadviseur",
        "",
        "Trekt de werkgroep Kwaliteit. Verzonnen persoon.",
    ),
    (
        "tjeerd-wiersma",
        "Tjeerd Wiersma",
        "manager klantenservice, webwinkel",
        "",
        "Verzonnen persoon.",
    ),
    (
        "marlies-kok",
        "Marlies Kok",
        "klantexpert, zorgverzekeraar",
        "eikenrode",
        "Verzonnen persoon.",
    ),
    (
        "ravi-soekhoe",
        "Ravi Soekhoe",
        "student bedrijfskunde, 23 jaar",
        "",
        "Kwam mee als gast en bleef. Verzonnen persoon.",
    ),
    (
        "els-dijkman",
        "Els Dijkman",
        "inkoper, gemeente",
        "oudewaard",
        "Verzonnen persoon.",
    ),
    (
        "samira-haddad",
        "Samira Haddad",
        "teamleider, webwinkel",
        "",
        "Trekt de werkgroep Imago. Verzonnen persoon.",
    ),
    (
        "danique-wolters",
        "Danique Wolters",
        "klantadviseur, drinkwaterbedrijf",
        "bronveld",
        "Verzonnen persoon.",
    ),
    (
        "joris-veldkamp",
        "Joris Veldkamp",
        "wervingsadviseur",
        "",
        "Verzonnen persoon.",
    ),
    (
        "noor-adriaans",
        "Noor Adriaans",
        "documentairemaker",
        "",
        "Werkt niet in klantcontact en vraagt door. Verzonnen persoon.",
    ),
    (
        "ilse-van-dam",
        "Ilse van Dam",
        "teamleider, facilitair contactcenter",
        "de-wissel",
        "Trekt de werkgroep Mens. Verzonnen persoon.",
    ),
    (
        "omar-bensaid",
        "Omar Bensaid",
        "klantadviseur, telecom",
        "",
        "Verzonnen persoon.",
    ),
    (
        "jolien-prins",
        "Jolien Prins",
        "planner, zorgverzekeraar",
        "eikenrode",
        "Verzonnen persoon.",
    ),
    (
        "gerda-wouters",
        "Gerda Wouters",
        "centralist, nachtdienst",
        "maasoever",
        "Verzonnen persoon.",
    ),
    (
        "henk-boersma",
        "Henk Boersma",
        "klant, gepensioneerd buschauffeur",
        "",
        "Denkt mee namens niemand, zegt hij zelf. Verzonnen persoon.",
    ),
]

SERIES = [  # slug, title, lead, how often, text
    (
        "kloppend-hart",
        "Kloppend Hart",
        "Een reeks portretten van plekken waar klantcontact wordt gemaakt: een team, een dag, een nacht. Met namen, getallen en wat er nog niet lukt.",
        "elke eerste maandag van de maand",
        """
        We gaan langs en blijven lang genoeg om koffie te krijgen. Elk portret heeft een lijstje met
        feiten en cijfers en een stuk over wat schuurt. Wie geportretteerd wordt, leest mee op feiten.
        Aan de antwoorden veranderen we niets.
        """,
    ),
    (
        "aan-tafel",
        "Aan tafel",
        "Verslagen van gesprekken waar mensen met verschillend werk bij elkaar zitten. Wie er zat, staat erbij, met de functie van dat moment.",
        "na elk gesprek",
        """
        Een verslag is geen notulen. We schrijven op wat er werd gezegd, waar het stokte en wat er
        daarna gebeurde. Zat er iemand niet aan tafel die er had moeten zitten, dan schrijven we dat ook.
        """,
    ),
    (
        "eerlijk-verhaal",
        "Eerlijk verhaal",
        "Wat mislukte, wat het kostte en wat ervan overbleef. Verteld door de mensen die erbij waren.",
        "",
        """
        Verhalen over wat lukte, zijn er genoeg. In deze reeks staat het andere deel. Heb jij er een, dan
        lezen we graag mee voordat je het instuurt. Je houdt het laatste woord over de feiten.
        """,
    ),
]

TOPICS = [  # beside those that every installation has: slug, theme
    ("klachten", "kwaliteit"),
    ("techniek", "kwaliteit"),
    ("bereikbaarheid", "imago"),
    ("flexwerk", "mens"),
    ("leidinggeven", "mens"),
]
