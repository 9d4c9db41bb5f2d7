"""Kloppend Hart: a night beside two people who answer an alarm line."""

from config.demo.writing import Facts, Quote, Story, Text

STORY = Story(
    slug="ook-de-nacht-heeft-een-lijn",
    title="Ook de nacht heeft een lijn",
    kind="portret",
    kicker="Van 23.00 tot 07.00 uur",
    lead=(
        "’s Nachts zitten bij Alarmlijn Maasoever 2 mensen in een kamer met één lamp. Ze nemen op als "
        "iemand valt, en als iemand wakker ligt. Een dienst naast Gerda en Youssef."
    ),
    theme="mens",
    topics=["vitaliteit", "leidinggeven"],
    series="kloppend-hart",
    organisation="maasoever",
    days_ago=83,
    interest="betaald door Alarmlijn Maasoever",
    credits=[("tekst", "Lotte Brandsma")],
    body=[
        Text("""
            ## 23.00 uur

            Gerda Wouters zet haar tas naast het bureau en haalt er 3 dingen uit: een thermosfles, een
            vest en een kaartje. Op het kaartje staan de mensen die ze vannacht verwacht. ‘Mevrouw T.
            belt meestal rond 01.00 uur om te vragen of haar knop het nog doet. Die doet het altijd. Daar
            belt ze niet voor.’

            Maasoever levert alarmknoppen aan 6.200 mensen die op zichzelf wonen. Wie drukt, hoort binnen
            30 seconden een stem. Overdag zit er een team van 14. ’s Nachts zijn ze met z’n tweeën:
            Wouters, die het 17 jaar doet, en Youssef Haddou, die vorig jaar uit de bediening kwam.
            ‘Hetzelfde werk’, zegt hij. ‘Je hoort aan de eerste zin of iemand honger heeft of gezelschap
            zoekt.’

            ## 00.40 uur

            De eerste val. Een man van 81 is naast zijn bed gegleden en kan niet omhoog. Haddou praat
            zacht, kijkt wie de sleutel heeft en belt de wijkverpleegkundige. Dan blijft hij aan de lijn,
            22 minuten. Ze praten over duiven. ‘Ik weet niets van duiven’, zegt hij als de verpleegkundige
            er is. ‘Maar als ik ophang, ligt hij alleen op een koude vloer.’

            Overdag zou dat gesprek opvallen. De norm is 4 minuten. ’s Nachts geldt die norm niet, en dat
            is geen vergissing. ‘8 jaar geleden hebben we gevraagd of de teller uit mocht’, zegt Wouters.
            ‘De manager zei: laat maar zien dat het goed gaat. Toen zijn we gaan bijhouden hoe vaak er een
            ambulance nodig was. Als je langer praat, weet je beter wat er aan de hand is. Het werden er
            minder. En als we er een stuurden, was het raak.’
        """),
        Facts(
            [
                ("Aangesloten", "6.200 mensen"),
                ("Team", "14 overdag, 2 in de nacht"),
                ("Rooster", "3 nachten op, 4 vrij"),
                ("Norm per gesprek", "overdag 4 minuten, ’s nachts geen"),
                ("Toeslag", "40 procent"),
            ]
        ),
        Text("""
            ## 02.15 uur

            Stil. Het lichaam wil nu slapen. Haddou loopt een rondje door de gang, Wouters breit. Ze
            praten over het rooster: 3 nachten op, 4 vrij. Nooit meer dan 3, dat heeft het team zelf zo
            afgesproken. ‘Bij de vierde word je kortaf’, zegt Haddou. ‘Dat hoor je zelf niet. De ander
            wel.’

            Er is een toeslag van 40 procent. Daar gaat het Wouters niet om. ‘Ik wil vooral dat iemand
            overdag weet dat ik besta.’ Eén keer stond het kerstpakket tot 8 januari klaar, omdat niemand
            eraan had gedacht dat de nachtploeg niet langs de receptie komt. De teamvergadering is om
            14.00 uur. Wie om 08.00 uur naar bed gaat, staat daarvoor midden in zijn nacht op. ‘Ik heb het
            uitgelegd. Ze zeiden: je mag ook inbellen.’
        """),
        Quote(
            "Ik wil vooral dat iemand overdag weet dat ik besta.",
            "Gerda Wouters",
            "centralist bij Alarmlijn Maasoever",
        ),
        Text("""
            Sinds vorig jaar is er iets kleins veranderd. Teamleider Carla Blom begint op dinsdag om 06.00
            uur, een uur voordat de nacht naar huis gaat. Ze brengt broodjes mee en stelt 2 vragen. Wat
            heb je gehoord? En wie moet dat weten? Uit een van die gesprekken kwam een ander
            sleutelkastje voort, een dat ook opengaat met koude vingers. Uit een ander bleek dat de
            brandmelder van een heel flatgebouw elke woensdag om 03.00 uur een testsignaal gaf. Overdag
            had niemand dat ooit gemerkt.

            ## 04.50 uur

            Mevrouw T. belt. Ze is laat vandaag. Haar knop doet het nog. Wouters vraagt of ze de
            eerste trein al hoort. Nog niet. Ze wachten er samen op, aan elke kant van de lijn iemand in
            het donker. Om 04.56 uur komt hij. Het gesprek duurt 6 minuten en in het verslag komt te staan: knop getest, in orde.

            ‘Dat is waar’, zegt Wouters. ‘Het is alleen niet alles.’

            ## 07.00 uur

            De dagploeg komt binnen met natte jassen. Er waren 31 gesprekken, 3 keer moest er een
            verpleegkundige naartoe en één keer een ambulance. De overdracht duurt 10 minuten en begint
            niet met de aantallen. ‘Meneer P. is gevallen’, zegt Haddou. ‘En hij houdt van duiven.’ Iemand
            schrijft het op.

            ## Voor maandag

            Zoek uit wie er bij jou werkt als jij slaapt. Ga er één keer een uur naast zitten, aan het
            begin of het eind van de dienst, en neem iets te eten mee. Vraag wat ze overdag niet weten.
        """),
    ],
)
