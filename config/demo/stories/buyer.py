"""Interview: a municipal buyer about tendering for more than the price per minute."""

from config.demo.writing import Ask, Facts, Quote, Story, Text

STORY = Story(
    slug="inkopen-op-meer-dan-de-minuutprijs",
    title="Inkopen op meer dan de minuutprijs",
    kind="interview",
    kicker="Aan de andere kant van de aanbesteding",
    lead=(
        "Els Dijkman koopt klantcontact in voor de gemeente Oudewaard. De eerste keer koos ze op prijs en "
        "kreeg ze spijt. De tweede keer belde ze eerst zelf."
    ),
    theme="kwaliteit",
    topics=["uitbesteden", "keurmerk", "klantfeedback"],
    organisation="oudewaard",
    days_ago=90,
    credits=[("interview", "Lotte Brandsma")],
    body=[
        Text("""
            Wie de gemeente Oudewaard belt na 17.00 uur, krijgt een contactcenter aan de lijn dat voor 6 gemeenten
            werkt. Inkoper Els Dijkman schreef de aanbesteding, 2 keer. Ze zit ook in de werkgroep Kwaliteit. ‘Ik
            ben daar de enige die betaalt’, zegt ze. ‘Dat wil ik graag anders.’
        """),
        Ask(
            "Hoe ging de eerste keer?",
            """
            ‘Volgens het boekje. Prijs telde voor 70 procent, kwaliteit voor 30. Bij kwaliteit vroegen we om een plan
            van aanpak van 20 pagina’s. Ik kreeg 5 plannen die op elkaar leken als familie. In alle 5 stond dat de
            inwoner voorop staat. Als iedereen hetzelfde belooft, beslist de prijs. Dat is geen keuze, dat is
            rekenen.’
            """,
        ),
        Ask(
            "Wanneer kreeg je spijt?",
            """
            ‘Na 4 maanden, in de bus. Achter me vertelde een vrouw aan haar vriendin hoe ze 3 keer had gebeld over
            het grafrecht van haar moeder. Elke keer een andere stem en elke keer hetzelfde rijtje. Ik ben
            uitgestapt zonder iets te zeggen. Op kantoor heb ik de rapportage opgezocht. Alles groen. We betaalden
            voor korte gesprekken en die kregen we.’
            """,
        ),
        Ask(
            "Wat heb je veranderd?",
            """
            ‘Eerst heb ik gebeld. Zelf, 10 avonden lang, met vragen die ik van de balie had gekregen. Daarna ben ik
            langsgegaan, op een woensdagavond om 19.00 uur en niet bij de rondleiding. Ik heb naast iemand gezeten
            die mijn gemeente vertegenwoordigt en nog nooit in Oudewaard was geweest. Die wilde best, dat had alleen
            niemand gevraagd. We hebben een busje gehuurd.’
            """,
        ),
        Quote(
            "We betaalden voor korte gesprekken en die kregen we.",
            "Els Dijkman",
            "inkoper bij de gemeente Oudewaard",
        ),
        Ask(
            "En op papier?",
            """
            ‘De tweede keer telde prijs voor 40 procent. Er zat een bodem in: onder een bepaald uurloon hoefde je
            niet mee te doen. We betalen nu per opgeloste vraag, met een vast bedrag per maand eronder, zodat een
            rustige avond niemand zijn baan kost. En we kijken 3 dingen na: hoeveel mensen er na een jaar nog
            werken, hoeveel inwoners binnen een week terugbellen over hetzelfde en wat er met klachten is gedaan.
            Dat laatste met 3 voorbeelden erbij.’
            """,
        ),
        Ask(
            "Werd het duurder?",
            """
            ‘Per gesprek 22 procent. Over het hele jaar 6, want er wordt minder teruggebeld. De wethouder vroeg of
            ik die 6 procent kon uitleggen. Ik heb verteld over de vrouw in de bus. Dat is geen onderbouwing, ik
            weet het. Het werkte beter dan de onderbouwing, en die had ik ook bij me.’
            """,
        ),
        Facts(
            [
                ("Inwoners", "41.000"),
                ("Uitbesteed", "avond en zaterdag, ongeveer 900 gesprekken per maand"),
                ("Prijs telde mee voor", "eerst 70, nu 40 procent"),
                ("Terugbellers binnen een week", "van 28 naar 17 procent"),
                ("Wat nog niet kan", "nazoeken of een mooi verhaal klopt"),
            ]
        ),
        Ask(
            "Er bestaan keurmerken. Waarom vraag je daar niet om?",
            """
            ‘Dat deed ik. Alle 5 hadden er een. Toen ik vroeg wie er was komen kijken en wat er was opgeschreven,
            bleef het stil. Ik wil een register waar ook in staat wie het merk is kwijtgeraakt. Dat klinkt streng.
            Voor wie het goed doet, is het een verademing, want nu staat die in hetzelfde rijtje als de rest.’
            """,
        ),
        Ask(
            "Wat kun je als opdrachtgever morgen al doen?",
            """
            ‘Naar jezelf kijken. Een derde van de vragen die wij uitbestedden, hadden we zelf veroorzaakt. Brieven
            zonder datum, een formulier dat op een telefoon niet te openen was. Ik stuurde anderen op pad om onze
            rommel uit te leggen en klaagde dat het zo lang duurde. We hebben nu een keer per maand een uur met de
            mensen van de avondlijn. Zij vertellen, wij schrijven. Vorige maand stond er een vraag op de lijst die
            er een jaar geleden ook op stond. Die schaamte is nuttig.’
            """,
        ),
        Text("""
            ## Voor maandag

            Bel de lijn die je hebt uitbesteed. Neem een vraag die echt gesteld wordt en bel op het uur waarop hij
            gesteld wordt. Vraag aan het eind aan je gesprekspartner wat jij als opdrachtgever anders kunt doen. Zeg
            erbij dat je het niet doorvertelt, en doe dat dan ook niet.
        """),
    ],
)
