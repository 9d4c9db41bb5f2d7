"""Aan tafel: how a digital campfire went, minute by minute."""

from config.demo.writing import AtTable, Facts, Quote, Story, Text

STORY = Story(
    slug="een-kampvuur-zonder-rook",
    title="Een kampvuur zonder rook",
    kind="verslag",
    kicker="Een uur, één vraag, 34 mensen",
    lead=(
        "Mag een medewerker een klant gelijk geven als het systeem nee zegt? Woningcorporatie De "
        "Sluiswachter legde die vraag voor aan 34 collega’s, rond een vuur dat alleen op het scherm brandde."
    ),
    theme="mens",
    topics=["leidinggeven", "thuiswerken"],
    series="aan-tafel",
    organisation="de-sluiswachter",
    days_ago=60,
    photo="kampvuur",
    credits=[("tekst", "Milan Kuiper"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            Een digitaal kampvuur is geen vergadering. Je hebt een groep online en je neemt één thema. Iedereen
            brengt iets in, de begeleider haalt op wat de groep weet, en aan het eind neemt de leidinggevende een
            besluit. Dat laatste weet iedereen vooraf. Het kan met 4 mensen en het kan met 100. Bij De Sluiswachter
            waren het er 34, op een donderdag om 16.00 uur.
        """),
        AtTable(
            [
                ("Annelies Vroom", "manager wonen, zij beslist", "De Sluiswachter"),
                ("Hanneke Zijlmans", "begeleider", "De Sluiswachter"),
                (
                    "Dilan Aksoy",
                    "klantadviseur, zij brengt de vraag in",
                    "De Sluiswachter",
                ),
                ("Rob Hendriks", "vakman onderhoud", "De Sluiswachter"),
            ],
            title="Rond het vuur",
        ),
        Text("""
            ## 16.00 uur: de vraag

            Dilan Aksoy krijgt 5 minuten. Vorige week belde een huurder van wie de vriezer was uitgevallen door
            een kapot stopcontact. De reparatie werd vergoed, de boodschappen niet. ‘Hij had voor € 62 in de
            vriezer liggen. Het systeem zei nee. Ik vond dat hij gelijk had en heb nee gezegd. Daar heb ik 2
            nachten over liggen denken.’

            Begeleider Hanneke Zijlmans herhaalt de vraag in één zin en zet hem in beeld. Daar blijft hij staan.

            ## 16.10 uur: iedereen schrijft

            5 minuten lang typt ieder voor zich. Wat heb jij meegemaakt? Pas als de tijd om is, worden de berichten
            zichtbaar, allemaal tegelijk. Zo schrijft niemand de manager na. Er staan er 41. Opvallend veel gaan
            over kleine bedragen en lange gesprekken. Vakman Rob Hendriks schrijft: ‘Ik neem soms een kraantje mee
            uit de bus en zeg niks. Al jaren. Is dat fout?’

            ## 16.20 uur: in kleine kringen

            De groep gaat in 8 kringen uiteen, gemengd op functie. Opdracht: maak er één zin van die wij zouden
            durven. Na 15 minuten komen er 8 zinnen terug. 3 ervan noemen een bedrag. 2 zeggen dat het niet om geld
            gaat maar om uitleg. Eén kring is het niet eens geworden en zegt dat gewoon.
        """),
        Quote(
            "Ik vond dat hij gelijk had en heb nee gezegd. Daar heb ik 2 nachten over liggen denken.",
            "Dilan Aksoy",
            "klantadviseur bij De Sluiswachter",
        ),
        Text("""
            ## 16.40 uur: de oogst

            Zijlmans legt de zinnen naast elkaar en vraagt naar wat ontbreekt. Het duurt even. Dan zegt iemand van
            de administratie: de collega die nee zei en daarna hoort dat een ander ja zei. Die komt erbij als
            negende zin.

            ## 16.50 uur: het besluit

            Nu is manager Annelies Vroom aan de beurt. Ze heeft 50 minuten niets gezegd, dat hoort bij de vorm. Ze
            leest 2 zinnen voor en besluit. Iedere klantadviseur en iedere vakman mag een klant tot € 75 gelijk
            geven, zonder vooraf te vragen. Je schrijft achteraf in één zin op waarom. Die zinnen worden elke maand
            in het team gelezen, niet om te controleren maar om te zien of er een patroon in zit. Het geldt voor een
            half jaar, daarna kijkt ze opnieuw.

            Ze zegt ook wat ze niet overneemt. 3 kringen wilden helemaal geen grens. Vroom: ‘Dat durf ik niet. Dat
            ligt aan mij en niet aan jullie.’
        """),
        Facts(
            [
                ("Deelnemers", "34, van 7 afdelingen"),
                ("Bijdragen", "41, plus 9 zinnen"),
                ("Van vraag tot besluit", "50 minuten"),
                ("Sindsdien", "58 keer gebruikt, gemiddeld € 31"),
                ("Niet gelukt", "7 mensen zeiden niets hardop"),
            ]
        ),
        Text("""
            ## Wat niet werkte

            De techniek hield het, op één kring na. Maar 7 mensen zeiden de hele sessie niets. Zijlmans heeft ze de
            dag erna gebeld. 4 vonden het prima zo, want ze hadden geschreven. 3 vonden de groep te groot. De
            volgende keer begint ze met de kringen en pas daarna met het scherm vol berichten.

            En de huurder met de vriezer? Die kreeg een telefoontje, € 62 en de vraag of het stopcontact het nog
            deed. Het deed het nog.

            ## Voor maandag

            Kies een vraag waar je zelf over beslist en die je niet alleen wilt beantwoorden. Vraag 4 mensen om een
            half uur. Laat ze eerst schrijven, dan praten, en zeg zelf niets tot het eind. Vertel daarna wat je
            besluit, wat je niet overneemt en waarom.
        """),
    ],
)
