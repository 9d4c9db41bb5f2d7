"""What the pages of the events tell; dates, prices and places are elsewhere."""

from config.demo.writing import Occasion

HACKATHON = Occasion(
    slug="hackathon",
    name="Hackathon Een Nieuw Geluid",
    slogan="Kom niet alleen.",
    lead=(
        "Eén dag, 3 lastige vragen, 60 duo’s. Geen podium vol voorbeelden, wel tafels met mensen die het "
        "werk doen, naast mensen die er nog nooit over hebben nagedacht."
    ),
    intro="""
        Aan het eind van de dag ligt er per vraag iets wat je kunt proberen: een criterium, een spelregel, een
        afspraak. De werkgroepen nemen het mee en schrijven binnen 6 weken op deze site wat ze ermee deden. Ook wat
        ze lieten liggen, en waarom.

        Je kunt je gast nu noemen of later uitnodigen. Hoe je iemand vraagt die niets van het vak weet, lees je in
        [de oproep](/verhalen/wie-neem-jij-mee/).
    """,
    venue="Het Seinhuis",
    address="Seinpad 5, 3812 AA Amersfoort",
    city="Amersfoort",
    day_note="daarna borrel tot 18.30 uur",
    venue_note="6 minuten lopen van het station",
    audience_note="teamleiders, planners, medewerkers, managers en hun gasten",
    programme=[
        (
            "09.30",
            "Binnen",
            "Koffie, een naamkaart zonder functie, en je zoekt samen met je gast je tafel.",
        ),
        (
            "10.00",
            "Drie vragen op tafel",
            "Elke werkgroep vertelt in 7 minuten waar ze niet uit komt. Vragen mag, oplossen nog niet.",
        ),
        (
            "10.40",
            "Eerste ronde",
            "Teams van 3 duo’s, gemengd op rol en leeftijd. De gasten stellen een kwartier lang vragen. Daarna mag je antwoorden.",
        ),
        (
            "12.30",
            "Lunch",
            "Een uur, en niemand presenteert iets.",
        ),
        (
            "13.30",
            "Tweede ronde",
            "Van een gedachte naar iets wat je maandag kunt proberen, met wie het doet en wat het kost.",
        ),
        (
            "15.45",
            "Laten zien",
            "Elk team krijgt 3 minuten. De jury oordeelt op 4 punten die ’s ochtends al aan de muur hangen.",
        ),
        (
            "16.45",
            "Wie gaat ermee verder?",
            "De zaal bespreekt hoe het initiatief zich organiseert en wie wat oppakt. Nee zeggen telt ook.",
        ),
        (
            "17.15",
            "Borrel",
            "Tot 18.30 uur, met en zonder alcohol.",
        ),
    ],
    questions=[
        (
            "Wat hoef ik van tevoren te doen?",
            "Je gast uitnodigen, meer niet. Je hoeft geen idee mee te nemen en niets te lezen. Wel handig: denk aan één moment van de afgelopen maand waarop je dacht dat het anders moest.",
        ),
        (
            "Mijn gast kan niet. Wat nu?",
            "Op je bestelpagina of je eigen kaartje kies je ‘Een andere gast meenemen’, tot en met {guest_deadline}. Je nieuwe gast krijgt een eigen link; die van je eerste gast werkt dan niet meer. Na die dag regelt de organisatie het voor je, dus bel of mail gerust.",
        ),
        (
            "Mijn gast wordt op de dag zelf 30. Mag dat?",
            "Op leeftijd niet: de grens is jonger dan 30 op de eerste dag van het evenement. Werkt je gast in een andere sector, dan is hij of zij op elke leeftijd welkom.",
        ),
        (
            "Wat telt als een andere sector?",
            "Alles buiten klantcontact. Een verpleegkundige, een lasser, een docent, een boekhouder. Wie studeert of nu geen werk heeft, telt ook mee.",
        ),
        (
            "Bewaren jullie de geboortedatum van mijn gast?",
            "Nee. We rekenen er één keer mee en vergeten hem daarna. Wat we bewaren, is de uitkomst: toegelaten of niet, op welke grond en wanneer.",
        ),
        (
            "Kan ik de bestelling annuleren?",
            "Ja, op je bestelpagina. Tot en met {cancel_free} krijg je alles terug, tot en met {cancel_until} de helft. Je plaats aan een ander geven mag altijd, zonder kosten, tot en met {guest_deadline}.",
        ),
        (
            "Kan ik bestellen namens mijn werkgever?",
            "Ja. Je vult bij het bestellen de naam en het adres van je organisatie in. Met de bevestiging krijg je een factuur met de btw erop.",
        ),
        (
            "Kan ik met meer collega’s komen?",
            "Ja, tot 5 duo’s per bestelling. Elk duo heeft een eigen gastheer en een eigen gast. Jullie zitten niet bij elkaar aan tafel, want dat kan op kantoor ook.",
        ),
    ],
    accessibility=[
        (
            "Binnenkomen",
            "Alles is op de begane grond. De deuren zijn 1 meter breed, er is een toilet voor rolstoelen en er zijn 2 parkeerplaatsen voor de deur.",
        ),
        (
            "Horen en lezen",
            "In de zaal ligt een ringleiding. Wil je een schrijftolk of een tolk gebarentaal, laat het dan minstens 3 weken van tevoren weten. Die is voor onze rekening.",
        ),
        (
            "Rust",
            "Er is een stille kamer met gedimd licht, de hele dag open. Je kunt elk onderdeel overslaan zonder uitleg.",
        ),
        (
            "Eten",
            "De lunch is plantaardig. Eet je iets niet, geef het dan door via het contactformulier.",
        ),
        (
            "Begeleiding",
            "Heb je een begeleider of een hulphond nodig, dan is die welkom. Een begeleider heeft geen kaartje nodig.",
        ),
    ],
    jury=[
        ("noor-adriaans", ""),
        ("henk-boersma", ""),
        ("tjeerd-wiersma", "de vraag van Kwaliteit"),
    ],
)

TRIAL = Occasion(
    slug="proefavond-zwolle",
    name="Proefavond Zwolle",
    slogan="Oefenen met 24 duo’s",
    lead=(
        "Een avond om te oefenen voor de hackathon: komt er iets bruikbaars uit als je een vakgenoot naast een "
        "buitenstaander zet? Er deden 22 duo’s mee."
    ),
    intro="""
        De avond is geweest. Wat er gebeurde en wat er anders moest, lees je in
        [het verslag](/verhalen/wat-de-lasser-vroeg/).
    """,
    venue="De Wagenmakerij",
    address="Achter de Werkplaats 12, 8011 AA Zwolle",
    city="Zwolle",
    day_note="",
    venue_note="10 minuten lopen van het station",
    audience_note="24 vakgenoten en wie ze meenemen",
    programme=[
        (
            "19.00",
            "Soep",
            "Je gast zoekt de tafel, jij volgt.",
        ),
        (
            "19.30",
            "De gast vraagt",
            "20 minuten lang stelt alleen de gast vragen. Een zandloper telt mee.",
        ),
        (
            "20.15",
            "Samen aan het werk",
            "Elke tafel kiest één vraag en schrijft op wat je ermee kunt doen.",
        ),
        (
            "21.30",
            "De muur",
            "Alle vragen komen aan de muur. Wie er een wil meenemen, zet zijn naam erbij.",
        ),
    ],
    questions=[
        (
            "Komt er nog een proefavond?",
            "Nee. De volgende keer is de hackathon in Amersfoort.",
        ),
    ],
    accessibility=[
        (
            "Binnenkomen",
            "De zaal is op de begane grond, zonder drempel.",
        ),
        (
            "Horen",
            "De zaal galmt. Dat weten we nu, en daarom is er in Amersfoort een ringleiding.",
        ),
    ],
)

OPEN_DAY = Occasion(
    slug="meeloopdag-deventer",
    name="Meeloopdag Deventer",
    slogan="Een dag naast de telefoon",
    lead=(
        "4 weken na de hackathon lopen 10 duo’s een dag mee op de vloer van een klantenservice. Luisteren, "
        "vragen, en aan het eind zeggen wat je zou veranderen."
    ),
    intro="""
        Je krijgt een koptelefoon en een plek naast iemand die het werk doet. ’s Middags leg je samen op tafel wat je
        hoorde. De teamleider belooft niets, behalve dat hij reageert.
    """,
    venue="Contacthuis Oost",
    address="Havenkade 40, 7417 DB Deventer",
    city="Deventer",
    day_note="",
    venue_note="15 minuten fietsen van het station",
    audience_note="10 vakgenoten en wie ze meenemen",
    programme=[
        ("09.00", "Koffie", "Je hoort naast wie je zit en wat die vandaag doet."),
        ("09.30", "Meeluisteren", "2 uur naast elkaar, met pauzes als jij dat wilt."),
        ("12.00", "Lunch", "Met het hele team, in de kantine."),
        (
            "13.00",
            "Op tafel",
            "Elk duo noemt één ding dat beter kan en één ding dat zo moet blijven.",
        ),
    ],
    questions=[
        (
            "Mag ik met klanten praten?",
            "Nee, je luistert mee. Klanten horen dat aan het begin en mogen het weigeren.",
        ),
        (
            "Het is vol. Heeft de wachtlijst zin?",
            "Ja. Komt er een plaats vrij, dan bieden we die in volgorde aan. Je hoeft niets te verversen.",
        ),
    ],
    accessibility=[
        (
            "Binnenkomen",
            "De vloer is op de eerste verdieping. Er is een lift en een toilet voor rolstoelen.",
        ),
        ("Horen", "De koptelefoons werken samen met een ringleiding."),
    ],
)
