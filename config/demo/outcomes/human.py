"""Mens: who sits at the table, how a decision is made and who reads a letter first."""

from config.demo.writing import Outcome

HUMAN = [
    Outcome(
        slug="wie-het-werk-doet-zit-aan-tafel",
        title="Wie het werk doet, zit aan tafel",
        number=1,
        version="1.0",
        status="uitvoering",
        kind="norm",
        responsible="ilse-van-dam",
        next_step="Bij 3 overleggen tellen wie er aan tafel zit.",
        due_days=35,
        progress=40,
        value_for="beide",
        days_ago=98,
        lead=(
            "Geen besluit over het werk zonder iemand die het werk doet. Die persoon zit er in werktijd, kent de "
            "stukken en praat als eerste."
        ),
        question=(
            "Teamleiders, medewerkers en planners zijn bijna nooit vertegenwoordigd waar over hun werk wordt "
            "besloten. Wat moet er gebeuren om dat te veranderen?"
        ),
        work="""
            4 maanden lang legden we bij onszelf vast wie er aan tafel zat en wie er sprak: in de 3 werkgroepen
            en in de voorbereiding van de hackathon. Dat waren 31 bijeenkomsten. Daarna schreven we één regel en
            legden we die voor aan iedereen die erbij was.

            Er kwamen 44 reacties. De tekst is er 3 keer door veranderd.
        """,
        result="""
            De regel telt 3 zinnen:

            1. Geen besluit over het werk zonder iemand die het werk doet.
            2. Die persoon zit er in werktijd, krijgt de stukken op dezelfde dag als de rest en praat als eerste.
            3. Is er niemand, dan wordt er gepraat en niet besloten.

            In de toelichting staat wat de reacties opleverden. Wie aan tafel zit, spreekt voor zichzelf en niet
            namens alle collega’s. Een klein team plant het overleg voordat de lijn opengaat. De uren staan in het
            rooster.

            Over een half jaar vragen we aan iedereen die de regel gebruikt of hij iets opleverde. Het antwoord
            komt hier te staan.
        """,
        evidence=[
            (
                "Wie er sprak in 31 bijeenkomsten",
                "document:wie-er-sprak.csv",
                "csv, geteld per rol",
            ),
            (
                "De planner schuift aan",
                "/verhalen/de-planner-schuift-aan/",
                "een dag bij een planner die meebeslist",
            ),
        ],
    ),
    Outcome(
        slug="een-kampvuur-eindigt-met-een-besluit",
        title="Een kampvuur eindigt met een besluit",
        number=2,
        version="1.0",
        status="gedaan",
        kind="hulpmiddel",
        responsible="omar-bensaid",
        next_step="",
        due_days=0,
        progress=100,
        value_for="deelnemers",
        days_ago=11,
        lead=(
            "Een digitaal kampvuur haalt op wat een groep weet. Daarna beslist één persoon, die vooraf bekend is. "
            "Met 5 afspraken komt niemand achteraf bedrogen uit."
        ),
        question=(
            "Mensen kunnen ertegen dat ze hun zin niet krijgen. Ze kunnen er slecht tegen dat niemand luisterde. "
            "Hoe organiseer je een gesprek waarin dat goed gaat, met 4 mensen of met 100?"
        ),
        work="""
            We hielden 6 kampvuren: 2 met een heel team, 3 met een gemengde groep en één met alleen planners. Er deden 4 tot 87
            mensen mee. Na afloop belden we van elk kampvuur 3 deelnemers, onder wie
            steeds iemand die weinig had gezegd.
        """,
        result="""
            De afspraken:

            - Eén thema, als vraag, in één zin. Hij blijft in beeld.
            - Vooraf staat vast wie beslist en waarover. Die persoon zwijgt tot het eind.
            - Eerst schrijft iedereen voor zichzelf. Daarna wordt er gepraat.
            - Alles wat wordt opgehaald, krijgt antwoord: dit nemen we over, dit niet en waarom, dit later.
            - Na 6 weken wordt gekeken wat ervan kwam.

            Het werkte niet altijd. Bij het kampvuur met 87 mensen bleef een derde stil. En één keer was het
            besluit al genomen voordat het vuur aanging. Dat merkten de deelnemers binnen 10 minuten.

            Op het concept kwamen 26 reacties. De vijfde afspraak komt uit een daarvan: iemand vroeg wie er na
            afloop eigenlijk ging kijken.
        """,
        evidence=[
            (
                "Een kampvuur zonder rook",
                "/verhalen/een-kampvuur-zonder-rook/",
                "verslag van een kampvuur met 34 mensen",
            ),
        ],
    ),
    Outcome(
        slug="wie-de-telefoon-opneemt-leest-de-brief-eerst",
        title="Wie de telefoon opneemt, leest de brief eerst",
        number=3,
        version="0.2",
        status="consultatie",
        kind="advies",
        responsible="gerda-wouters",
        next_step="Met een verzekeraar 10 brieven nalopen.",
        due_days=30,
        progress=20,
        value_for="branche",
        days_ago=27,
        consultation_days=16,
        lead=(
            "Een brief aan veel klanten gaat pas op de bus als 2 mensen van de klantenservice hem hebben gelezen. Ze "
            "krijgen er een half uur voor en mogen nee zeggen."
        ),
        question=(
            "Veel telefoontjes gaan over brieven die niemand van de klantenservice vooraf zag. Wat verandert er als "
            "dat wel gebeurt?"
        ),
        work="""
            Bij 3 organisaties lezen sinds kort 2 medewerkers mee, telkens andere. Ze schrijven erbij welke vraag ze
            aan de telefoon verwachten. 2 weken na de verzending tellen we wat er binnenkwam.
        """,
        result="""
            Er zijn nu 11 brieven geteld. Bij 8 kwam de verwachte vraag inderdaad bovenaan. Bij 5 is de brief vooraf
            aangepast, en daar werd minder over gebeld dan over een vergelijkbare brief van vorig jaar. Hoeveel minder
            verschilt zo sterk dat we er nog geen getal aan durven hangen.

            Wat we nog uitzoeken: wie mag er nee zeggen als de brief van de wet morgen de deur uit moet? Weet jij
            hoe dat bij jullie gaat, vertel het ons dan hieronder.
        """,
        evidence=[
            (
                "Wie het werk doet, zit aan tafel",
                "/werkgroepen/mens/wie-het-werk-doet-zit-aan-tafel/",
                "de regel waar dit uit voortkomt",
            ),
        ],
    ),
]
