"""Column: what a complaint brings in, and why nobody counts it."""

from config.demo.writing import Quote, Story, Text

STORY = Story(
    slug="van-kostenpost-naar-kompas",
    title="Van kostenpost naar kompas",
    kind="column",
    kicker="Pagina 31 van de begroting",
    lead=(
        "Elke klacht is gratis onderzoek, zolang iemand hem doorgeeft aan wie er iets aan kan "
        "veranderen. Hanneke Zijlmans over 23 telefoontjes en één dakrand."
    ),
    theme="kwaliteit",
    topics=["klachten", "klantfeedback"],
    days_ago=46,
    source=("Klantwaarde", "https://klantwaarde.example/van-kostenpost-naar-kompas/"),
    credits=[("tekst", "Hanneke Zijlmans")],
    body=[
        Text("""
            In de begroting van mijn werkgever, een woningcorporatie, staat klantcontact op pagina
            31, tussen de schoonmaak en het wagenpark. Kosten: zoveel per gesprek. Doel voor
            volgend jaar: minder per gesprek. Ik snap dat wel. Wie alleen ziet wat iets kost, wil
            dat het minder wordt.

            Maar nu dit. Op een dinsdag in februari belden 14 huurders over een lekkende regenpijp.
            Ze woonden op 14 adressen, kregen 14 keer netjes een afspraak en stonden 14 keer groen
            in het overzicht. Op woensdag kwamen er 9 bij. Op donderdag zei Dilan, die bij ons al 3
            jaar aan de telefoon zit: ‘Het is allemaal hetzelfde dak.’ En zo was het. In 2 straten,
            in hetzelfde jaar gebouwd, zat dezelfde fout in de dakrand. Het ging om 140 woningen.
            De garantie liep nog 5 weken.

            De kosten van die 23 gesprekken staan op pagina 31. De opbrengst staat nergens.

            ## Wat niemand hoeft in te kopen

            Bedrijven kopen onderzoek in. Ze betalen voor panels, vragenlijsten en een bureau met
            een kleurige presentatie. Intussen bellen er elke dag mensen die uit zichzelf vertellen
            wat er stuk is, in hun eigen woorden, zonder cadeaubon. Je hoeft het alleen op te
            schrijven en te laten lezen door iemand die er iets aan kan doen.

            Bij dat laatste gaat het mis. Op veel plekken die ik ken, wordt de klacht een code. Code
            412: overig. De code wordt een staafje, het staafje komt in een overzicht en het
            overzicht gaat naar een vergadering waar niemand zit die ooit een regenpijp heeft
            vastgehouden. Aan het eind van het jaar weten we precies hoe vaak ‘overig’ voorkwam.

            Een kostenpost beoordeel je op wat erin gaat. Een kompas beoordeel je op de koers die
            je erdoor verlegt. Dus stel ik een ander getal voor. Niet: wat kost een gesprek? Wel:
            hoeveel dingen hebben we deze maand veranderd door iets wat een klant zei? Bij ons was
            het antwoord in de eerste maand 2. Dat was gênant, en nuttig. Nu zitten we rond de 9.
            Een ervan was een brief. Een andere was een dak.
        """),
        Quote(
            "Patronen kosten tijd. Begin dus met blijven.",
            "Hanneke Zijlmans",
        ),
        Text("""
            ## Wie leest het kompas?

            Er zit een voorwaarde aan. Dilan zag het dak omdat ze de straten kent. Ze heeft een vast
            contract, een salaris waar ze van kan leven en een teamleider die niet vroeg waarom ze 10
            minuten boven een plattegrond hing. Iemand die er 4 maanden zit en na de zomer weg moet,
            ziet 14 losse gesprekken. Niet omdat hij minder slim is, maar omdat patronen tijd kosten.
            Je moet het dak van vorig jaar gezien hebben om dat van dit jaar te herkennen.

            Wie van klantcontact een kompas wil maken, hoeft dus niet te beginnen met software. Begin
            met blijven. Een vaste baan en fatsoenlijke voorwaarden zijn geen cadeau aan de
            medewerker. Het is wat het instrument kost.

            Vakgenoten noemen dit graag een profit center. Dat mag van mij, als het helpt in de
            directiekamer. Alleen is winst iets wat je achteraf telt, en daar zit ook de verleiding:
            dan gaan we verkopen aan iemand die belt omdat het lekt. Een kompas gebruik je onderweg.
            Het zegt niet hoeveel je hebt verdiend. Het zegt waar je loopt.

            ## Voor maandag

            Vraag je collega’s aan de telefoon wat ze deze week voor de derde keer hoorden. Schrijf
            het op een kaart. Loop ermee naar degene die erover gaat en vraag wanneer je het antwoord
            mag komen halen. Eén kaart is genoeg. Het gaat om het lopen.
        """),
    ],
)
