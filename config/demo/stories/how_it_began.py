"""How it began: only what really happened, without names and without quotes."""

from config.demo.writing import Facts, Note, Story, Text

STORY = Story(
    slug="hoe-het-begon-een-bericht-en-70-antwoorden",
    title="Hoe het begon: één bericht en 70 antwoorden",
    kind="verslag",
    kicker="De oproep",
    lead=(
        "In december 2020 bleef het stil na een kritisch artikel over de sector. Eén manager van een "
        "klantenservice vond dat te weinig en schreef een bericht. Wat er daarna gebeurde, in 5 "
        "getallen."
    ),
    theme="imago",
    topics=["beeldvorming"],
    days_ago=118,
    credits=[("tekst", "Een Nieuw Geluid")],
    body=[
        Text("""
            In december 2020 verscheen een artikel van onderzoeksjournalisten. Het ging over de marges
            die grote, uitbestede contactcenters maakten op werk voor de publieke gezondheid. Het was
            een stuk over geld. Wie in klantcontact werkte, las er nog iets in: zo kijkt men dus naar
            ons.

            Van de brancheverenigingen kwam geen weerwoord. Dat kan verstandig zijn, want wie zwijgt,
            zegt niets verkeerds. Maar zwijgen is ook een geluid, en het werd gehoord.

            ## Het bericht

            Een manager van de klantenservice van een winkelbedrijf in sportartikelen zweeg niet. Er kwam een
            bericht, met de vraag om een nieuw, positief geluid in klantcontact. Er stonden 4 woorden bij:
            menselijkheid, integriteit, kwaliteit en innovatie. Het bericht werd meer dan 18.000 keer
            gelezen. Meer dan 70 vakgenoten wilden meedoen.

            Zet die getallen naast elkaar en je ziet hoe zoiets gaat. Op ongeveer elke 250 keer
            dat het bericht werd gelezen, was er één iemand die zei: ik wil meedoen. Dat is weinig en het is genoeg. Je
            hebt geen menigte nodig om te beginnen, je hebt mensen nodig die terugschrijven.
        """),
        Facts(
            [
                ("18.000+", "keer werd de oproep gelezen"),
                ("70+", "vakgenoten wilden meedoen"),
                ("Ongeveer 30", "vulden de vragenlijst in"),
                ("16", "schoven aan bij het eerste gesprek"),
                ("3", "thema’s kwamen bovenaan"),
            ]
        ),
        Text("""
            ## De vragen

            Er kwam een vragenlijst, die ongeveer 30 mensen invulden. In januari 2021 schoven 16
            vakgenoten online aan, verdeeld over kleine groepjes. Er lagen 2 vragen op tafel. Wat zijn
            de 3 belangrijkste verbeteringen voor de sector? En waar heb jij, als vakgenoot, behoefte
            aan?

            Die tweede vraag lijkt een beleefdheid. Dat is hij niet. Vraag alleen wat de sector moet
            verbeteren en je krijgt een lijst voor anderen. Vraag ook wat iemand zelf nodig heeft en je
            hoort waar het wringt.

            ## De antwoorden

            **Kwaliteit.** Er bestaan normen, stempels, prijzen en beloften. Niemand is er tevreden
            mee. Er wordt niet getoetst, wie zich misdraagt merkt daar niets van en kleine partijen
            betalen mee aan het imago van de grote.

            **Imago.** Grote uitbesteders bepalen hoe de buitenwereld naar het vak kijkt. Goede teams
            binnen bedrijven vermijden zelfs het woord klantenservice. Verhalen die als voorbeeld worden
            gebracht, worden niet geloofd, en er zijn prijzen waarvoor iedereen iedereen mag voordragen.

            **Mens.** De klant wordt behandeld als een begrip. Teamleiders, medewerkers en planners
            zitten niet aan tafel. Mensen voelen zich niet gezien of gehoord.

            Deze 3 antwoorden zijn nu de [3 werkgroepen](/werkgroepen/). Wat ze vinden, komt op deze site
            te staan: eerst als concept, dan ter consultatie, dan vastgesteld. Zo kan iedereen zien hoe
            iets tot stand kwam, en wie eraan meewerkte.

            ## Neem iemand mee

            De volgende stap was een hackathon, op 10 maart 2021, met een regel die je zelden op een
            kaartje ziet. Je koopt er één voor 2 mensen. Wie je meeneemt, is jonger dan 30 of komt uit
            een andere sector. De gedachte erachter past op een bierviltje: als je een nieuw geluid wilt,
            moet je het zelf meebrengen.

            Hoe het initiatief zich zou organiseren, lag van tevoren niet vast. Dat was aan de groep, op
            de dag zelf. Wie van plannen houdt, wordt daar onrustig van. Toch zit er een idee in: elke
            stap in de goede richting is er een.

            ## Voor maandag

            Leg dezelfde 2 vragen voor aan je eigen team, op papier en zonder naam. Wat moet er bij ons
            als eerste beter? En wat heb jij nodig? Leg de antwoorden naast elkaar. Gaan ze niet over
            hetzelfde, dan heb je iets om over te praten.
        """),
        Note(
            "Anders dan de andere verhalen op deze site is hier niets verzonnen. We noemen met opzet geen namen."
        ),
    ],
)
