"""Interview: a young agent who says at birthdays what she does."""

from config.demo.writing import Ask, Facts, Quote, Story, Text

STORY = Story(
    slug="op-verjaardagen-zeg-ik-gewoon-wat-ik-doe",
    title="Op verjaardagen zeg ik gewoon wat ik doe",
    kind="interview",
    kicker="In gesprek met een klantadviseur",
    lead=(
        "Danique Wolters (26) werkt bij de klantenservice van een drinkwaterbedrijf. Ze zou er een zomer "
        "blijven en zit er nu 5 jaar. Een gesprek over bruin water, schelden en het woord ‘maar’."
    ),
    theme="imago",
    topics=["beeldvorming", "werving", "opleiden"],
    organisation="bronveld",
    days_ago=53,
    credits=[("interview", "Milan Kuiper")],
    body=[
        Text("""
            Op het scherm van Danique Wolters hangt een briefje met één woord: ‘maar’, met een streep erdoor.
            Het is haar herinnering aan zichzelf. Bij Waterbedrijf Bronveld beantwoordt ze vragen van mensen die
            pas merken dat ze een waterbedrijf hebben als er iets mis is.
        """),
        Ask(
            "Wat zeg je op een verjaardag als iemand vraagt wat je doet?",
            """
            ‘Dat ik bij de klantenservice werk. Dan valt er een stilte en zegt iemand: oh, en wat wil je later?
            In het begin zei ik dat het tijdelijk was. Nu vraag ik terug wanneer ze voor het laatst iemand blij
            hebben gemaakt op hun werk. Dat klinkt brutaler dan ik het bedoel. Ik wil het echt weten.’
            """,
        ),
        Ask(
            "Waarom ben je gebleven?",
            """
            ‘Door een bruin bad. In mijn tweede week belde een vader in paniek: het badwater van zijn baby was
            bruin geworden. Ik wist het antwoord niet. Ik mocht met de monteur bellen, die legde uit dat er
            verderop een leiding was gespoeld en dat het ijzer was. Niet lekker, niet gevaarlijk. Ik heb die vader
            teruggebeld en hoorde hem gaan zitten. Letterlijk, je hoorde de stoel. Toen dacht ik: dit is dus een
            beroep.’
            """,
        ),
        Ask(
            "Wat moet je ervoor kunnen?",
            """
            ‘Veel tegelijk, en dat zie je niet van buiten. Ik moet weten hoe water werkt, hoe een rekening werkt
            en hoe iemand denkt die net van zijn werk is weggelopen om mij te bellen. Ik moet kiezen wat ik zeg en
            wat ik weglaat. En ik moet typen terwijl ik luister, zonder dat jij het hoort. Daar heb ik een jaar
            over gedaan.’
            """,
        ),
        Quote(
            "Ik hoorde hem gaan zitten. Toen dacht ik: dit is dus een beroep.",
            "Danique Wolters",
            "klantadviseur bij Waterbedrijf Bronveld",
        ),
        Ask(
            "Waarom hangt daar het woord ‘maar’?",
            """
            ‘Omdat alles voor “maar” niet meer telt. Ik begrijp dat het vervelend is, maar. Wat de ander hoort, is:
            je begrijpt het niet. Mijn coach liet me een week lang bijhouden hoe vaak ik het zei. 34 keer op
            maandag. Nu zet ik er een punt. Ik begrijp dat het vervelend is. Punt. Dan wacht ik even en vertel ik
            wat ik ga doen. Het is zo simpel dat ik het stom vond. Het scheelt me elke dag een ruzie.’
            """,
        ),
        Ask(
            "Word je vaak uitgescholden?",
            """
            ‘Een paar keer per maand, en vaker als de rekening hoger is. We mogen ophangen na één waarschuwing. Dat
            weet ik, en toch deed ik het de eerste 2 jaar nooit, want dan stond er een afgebroken gesprek in mijn
            cijfers. Dat heb ik bij de teamleider neergelegd. Nu telt een gesprek dat je om die reden afbreekt niet
            mee. Dat was één vinkje in een instelling. Daar heb ik dus 2 jaar voor zitten luisteren.’
            """,
        ),
        Ask(
            "Heb je nooit gedacht: ik ga iets anders doen?",
            """
            ‘Jawel. Vorig jaar kon ik bij communicatie beginnen, met een eigen bureau en minder diensten. Ik heb er
            een week meegelopen. Ze schreven een folder over bruin water. Er stond 3 keer in dat je je geen zorgen
            hoeft te maken en nergens wat je moet doen. Ik zei: laat de kraan een kwartier lopen en doe in die tijd
            geen was. Dat zeg ik 10 keer per week. Het staat er nu in. Ik ben teruggegaan, en een middag in de
            maand lees ik hun teksten. Zo heb ik het allebei.’
            """,
        ),
        Facts(
            [
                ("Begonnen", "op haar 21e, voor een zomer"),
                ("Team", "23 mensen, van 19 tot 63 jaar"),
                ("Per dag", "ongeveer 45 gesprekken en een stapel mail"),
                ("Geleerd in werktijd", "een mbo-diploma, in 18 maanden"),
                ("Zegt ze zo min mogelijk", "maar"),
            ]
        ),
        Ask(
            "Wat zou je willen dat mensen van je werk wisten?",
            """
            ‘Dat we niet de muur zijn tussen jou en het bedrijf. Ik ben de enige hier die jou vandaag aan de lijn
            heeft. Als jij het mij vertelt, weet het bedrijf het. Als je schreeuwt, weet ik vooral dat je
            schreeuwt. Ik zou ook willen dat mijn eigen bedrijf dat wist. Er werken hier 400 mensen. Er kwamen er
            vorig jaar 9 een uur meeluisteren.’
            """,
        ),
        Text("""
            ## Voor maandag

            Tel een dag lang hoe vaak je ‘maar’ zegt in een gesprek met iemand die ontevreden is. Zet er de volgende
            dag een punt voor in de plaats en wacht 2 tellen. Schrijf op wat de ander dan doet.
        """),
    ],
)
