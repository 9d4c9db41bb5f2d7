"""Report of the trial evening: what outsiders ask at a table of professionals."""

from config.demo.writing import Facts, Quote, Story, Text

STORY = Story(
    slug="wat-de-lasser-vroeg",
    title="Wat de lasser vroeg",
    kind="verslag",
    kicker="Verslag van de proefavond",
    lead=(
        "Op {trial} kwamen 22 duo’s naar Zwolle om te oefenen voor de hackathon. Naast elke vakgenoot zat "
        "iemand die van klantcontact alleen het wachtmuziekje kende. Dat was de bedoeling."
    ),
    theme="imago",
    topics=["beeldvorming", "bereikbaarheid"],
    days_ago=35,
    from_elsewhere=True,
    credits=[("tekst", "Milan Kuiper")],
    body=[
        Text("""
            ‘Mag ik iets doms vragen?’ zegt de man aan tafel 4. Hij is lasser, heet Geert Brouwer en is meegenomen
            door zijn schoonzus. ‘Als ik bel, moet ik kiezen. Toets 1, toets 2, toets 3. Maar ik weet niet waar
            mijn vraag bij hoort, daar bel ik juist voor. Waarom moet ik dat doen en niet jullie?’

            Aan tafel 4 zitten 3 duo’s. De vakgenoten hebben samen ruim 40 jaar ervaring. Ze geven 3 antwoorden.
            Omdat je dan bij de goede collega komt. Omdat we moeten weten hoeveel er per onderwerp gebeld wordt. En
            na een stilte, van een teamleider: ‘Omdat het er al was toen ik begon.’

            ## De opzet

            De proefavond in De Wagenmakerij was een oefening voor [de hackathon](/agenda/hackathon/). Dezelfde
            regel: je komt met z’n tweeën, en wie je meeneemt is jonger dan 30 of werkt in een andere sector. Er was
            plaats voor 24 duo’s en er kwamen er 22. Een verpleegkundige, een docent natuurkunde, een imker, 3
            studenten, een kapster, iemand die een escaperoom bouwt.

            Elke tafel kreeg een vraag van een werkgroep en een zandloper. De gast stelt de eerste vraag. Pas als het
            zand op is, mag de vakgenoot antwoorden. In het begin keken de vakgenoten naar hun handen.
        """),
        Facts(
            [
                ("Duo’s", "22 van de 24 plaatsen"),
                ("Gasten jonger dan 30", "9"),
                ("Gasten uit een andere sector", "13"),
                ("Vragen van gasten opgeschreven", "117"),
                ("Daarvan al eens beantwoord in een folder", "4"),
            ]
        ),
        Text("""
            ## Vragen die bleven liggen

            Aan het eind hing een muur vol. 117 vragen, in het handschrift van de gasten. Een paar die bleven
            hangen, in 2 betekenissen:

            - Waarom zeggen jullie dat het ‘drukker is dan normaal’, elke keer als ik bel?
            - Als iemand 4 jaar bij jullie werkt, mag die dan meer beslissen dan iemand van 4 weken?
            - Wie belt er terug als het gesprek wegvalt?
            - Weet degene die de brief schreef dat ik bel over de brief?
            - Zijn jullie wel eens gelukkig aan de telefoon?

            Die laatste kwam van een studente van 20. Er werd om gelachen en toen niet meer. Een klantadviseur vertelde
            over een meneer die elk jaar op dezelfde datum belt, met een vraag die hij niet heeft. Ze kent de datum.
            ‘Ja’, zei ze, ‘soms wel.’
        """),
        Quote(
            "Waarom moet ik kiezen waar mijn vraag bij hoort? Daar bel ik juist voor.",
            "Geert Brouwer",
            "lasser, gast aan tafel 4",
        ),
        Text("""
            ## Wat anders moet

            Niet alles liep. De zaal galmde, zodat wie slecht hoort na een uur moe was. In het verslag van de
            organisatie staat dat er in Amersfoort een ringleiding komt en een stille kamer. 2 tafels kregen een
            vraag die te groot was: hoe wordt de sector eerlijker? Daar kom je niet uit in 40 minuten. De werkgroepen
            maken hun vragen nu kleiner.

            En er waren gasten die vooral geruststellend wilden zijn. ‘Ik vind dat jullie het heel goed doen hoor’,
            zei een van hen. Lief, en je hebt er niets aan. De begeleiders vragen nu aan het begin: wat ergert je?

            ## En het keuzemenu?

            De teamleider van tafel 4 ging naar huis met een briefje. Bij haar op het werk bestaat het menu uit 7
            keuzes. Ze heeft uitgezocht hoeveel bellers er daarna nog werden doorverbonden. Het was bijna een derde.
            De zaterdag erna zette ze, als proef, het menu uit. Er wordt nu opgenomen met: ‘Waar
            kan ik je mee helpen?’ De uitslag is er nog niet. Geert Brouwer krijgt hem als eerste.

            ## Voor maandag

            Bel met iemand die niet in het vak zit je eigen nummer. Zet de telefoon op de luidspreker en laat de ander
            de keuzes maken. Noteer elke keer dat hij zucht.
        """),
    ],
)
