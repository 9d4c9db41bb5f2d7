"""News of the working group Mens: whoever does the work sits at the table."""

from config.demo.writing import File, Quote, Story, Text

STORY = Story(
    slug="wie-het-werk-doet-zit-aan-tafel",
    title="Wie het werk doet, zit aan tafel",
    kind="nieuws",
    kicker="Uit de werkgroep Mens",
    lead=(
        "De werkgroep Mens heeft een eerste uitkomst vastgesteld: geen besluit over het werk zonder "
        "iemand die het werk doet. Het klinkt vanzelfsprekend. In 3 van de 4 groepen was het niet zo."
    ),
    theme="mens",
    topics=["leidinggeven", "planning"],
    days_ago=97,
    credits=[("tekst", "Werkgroep Mens")],
    body=[
        Text("""
            Stel, je hebt een overleg over de pauzes. Aan tafel zitten een manager, iemand van HR, een
            projectleider en een adviseur. Samen hebben ze 60 jaar ervaring. Hun laatste pauze op de klok
            was ergens in de vorige eeuw.

            Zo ging het tot voor kort ook bij ons. Teamleiders, medewerkers en planners zijn in onze sector
            bijna nooit vertegenwoordigd waar over hen wordt gepraat. Toen de werkgroep Mens naar zichzelf
            keek, bleek dat niet anders: van de 14 leden namen er 2 zelf de telefoon op. In de groepen
            Kwaliteit en Imago was het niet veel beter. Alleen het clubje dat de hackathon voorbereidt, had
            het op orde, en dat kwam doordat er een planner bij zat die het rooster maakte.

            ## De regel

            De groep legde 4 maanden lang vast wie er bij elk overleg zat en wie er sprak. Daarna werd één
            regel opgeschreven en aan iedereen voorgelegd. Hij is nu vastgesteld en telt 3 zinnen:

            1. Geen besluit over het werk zonder iemand die het werk doet.
            2. Die persoon zit er in werktijd, krijgt de stukken op dezelfde dag als de rest en praat als
               eerste.
            3. Is er niemand, dan wordt er gepraat en niet besloten.

            De derde zin doet het werk. ‘De eerste 2 weken hebben we 3 besluiten moeten uitstellen’, zegt
            trekker Ilse van Dam. ‘Dat was pijnlijk en het hielp meteen. Ineens kon iedereen wel iemand
            vinden.’
        """),
        Quote(
            "Is er niemand, dan wordt er gepraat en niet besloten.",
            "Werkgroep Mens",
            "de derde zin van de regel",
        ),
        Text("""
            ## Als eerste praten

            Waarom die volgorde? Omdat een groep zich snel richt naar wie het hoogst in de boom zit. Begint
            de manager, dan hoor je daarna 6 keer hetzelfde. Begint degene aan de telefoon, dan moet de rest
            zich verhouden tot wat er echt gebeurt. Omar Bensaid, klantadviseur en sinds dit jaar lid, moest
            eraan wennen. ‘Ik dacht dat ik iets slims moest zeggen. Nu vertel ik gewoon wat er gisteren
            gebeurde. Dat blijkt genoeg.’

            Er kwamen ook bezwaren binnen. Een planner schreef dat hij geen zin had om ‘de stem van de
            vloer’ te worden. Daar had hij gelijk in, vond de groep. Iemand aan tafel spreekt voor zichzelf
            en niet namens 160 collega’s. Dat staat nu in de toelichting. Een manager van een klein team
            vroeg wat ze moest doen met 5 mensen en één telefoon. Haar antwoord staat er ook in: plan het
            overleg een half uur voordat de lijn opengaat.

            ## Wat het kost

            Tijd. Een medewerker die 2 uur aan tafel zit, neemt 2 uur niet op. De groep heeft dat niet
            weggeredeneerd. Wie de regel gebruikt, zet die uren in het rooster en vertelt de opdrachtgever
            waarom. Over een half jaar vraagt de groep aan iedereen die meedoet of het iets heeft opgeleverd,
            en het antwoord komt hier te staan.

            De volledige tekst vind je bij [de werkgroep Mens](/werkgroepen/mens/).

            ## Voor maandag

            Pak de agenda van de komende 2 weken. Zet bij elk overleg over het werk de naam van iemand die
            het werk doet. Staat er niemand, verander dan het woord ‘besluit’ in ‘gesprek’ en kijk wie er
            belt.
        """),
        File(
            "Wie er sprak in 31 bijeenkomsten",
            "Per rol: hoe vaak aanwezig, hoe vaak als eerste aan het woord.",
        ),
    ],
)
