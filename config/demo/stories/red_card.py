"""News of the working group Kwaliteit: a mark that begins with the consequence."""

from config.demo.writing import Call, Quote, Story, Text

STORY = Story(
    slug="wat-is-een-keurmerk-zonder-rode-kaart",
    title="Wat is een keurmerk zonder rode kaart?",
    kind="nieuws",
    kicker="Uit de werkgroep Kwaliteit",
    lead=(
        "Normen en stempels zijn er genoeg, en toch is niemand er tevreden mee. De werkgroep Kwaliteit "
        "draait het om: eerst afspreken wat er gebeurt als het misgaat, dan pas waaraan je moet voldoen."
    ),
    theme="kwaliteit",
    topics=["keurmerk", "uitbesteden"],
    days_ago=18,
    credits=[("tekst", "Werkgroep Kwaliteit")],
    body=[
        Text("""
            Een voetballer die een tegenstander omverloopt, krijgt een kaart. Niet omdat de scheidsrechter
            boos is, maar omdat de hele competitie dat zo heeft afgesproken. In klantcontact bestaat die
            kaart niet. Er zijn Europese en internationale normen, er zijn een stempel en een prijs, en er
            is een lijst met beloften. Er wordt niet getoetst. Wie zich misdraagt, merkt daar niets van.

            Daar begon het werk van de groep. Niet met de vraag wat goed klantcontact is, want daarover
            bleken 12 mensen het binnen een avond bijna eens. Wel met 3 andere vragen. Wie toetst er? Wat
            gebeurt er bij een overtreding? En kan ik het nazoeken?

            ## Van achteren naar voren

            ‘We zijn de norm van achteren naar voren gaan schrijven’, zegt trekker Farida Boumans. ‘Als het
            gevolg ontbreekt, is een criterium een goede bedoeling.’ Er liggen nu 3 spelregels:

            - Een toets is op locatie, en minstens één keer onaangekondigd.
            - Wie een criterium mist, krijgt 12 weken om het te herstellen. Daarna vervalt het merk.
            - Een vervallen merk blijft 3 jaar zichtbaar in het register.

            Over de laatste is het langst gepraat. Tjeerd Wiersma, manager klantenservice bij een webwinkel,
            was er eerst tegen. ‘Ik vond het een schandpaal. Nu denk ik: wie het herstelt, staat er ook in.
            Dan zie je een bedrijf dat een fout maakte en er iets aan deed. Daar koop ik liever iets dan bij
            een bedrijf zonder geschiedenis.’
        """),
        Quote(
            "Als het gevolg ontbreekt, is een criterium een goede bedoeling.",
            "Farida Boumans",
            "trekker van de werkgroep Kwaliteit",
        ),
        Text("""
            ## Voor wie het is

            Een merk is niet bedoeld voor boven de kassa. Het is bedoeld voor 2 groepen die nu moeten
            gokken: opdrachtgevers die hun klantcontact uitbesteden, en mensen die een baan zoeken. Els
            Dijkman koopt in voor een gemeente. ‘Ik vraag naar kwaliteit en krijg 40 pagina’s terug. Ik wil
            één adres waar ik het kan nakijken.’ In [een gesprek over aanbesteden](/verhalen/inkopen-op-meer-dan-de-minuutprijs/)
            vertelt ze wat ze intussen zelf doet.

            Kleine partijen betalen nu mee aan het imago van de grote. Daarom wil de groep dat een toets
            minder kost naarmate een team kleiner is. Hoe dat precies moet, weet nog niemand. Het staat dus
            ook nog niet in het voorstel.

            ## Nog niet vast

            Wat er ligt, is versie 0.3. Er zijn 9 criteria en over 2 daarvan is de groep verdeeld: of een
            vaste baan een criterium moet zijn, en of wachttijd meetelt. ‘We hebben de onenigheid erin laten
            staan’, zegt Boumans. ‘Anders denk je dat het af is en zeg je niets meer.’

            Het voorstel [staat bij de werkgroep](/werkgroepen/kwaliteit/) en is in consultatie. Reageren kan
            tot en met {consultation_end}, onder de tekst zelf. De groep beantwoordt elke
            reactie, ook als het antwoord nee is.

            ## Voor maandag

            Zoek op welk keurmerk er op jullie eigen site staat. Vraag je dan 3 dingen af. Wie heeft ons
            getoetst? Wat zou er gebeuren als we zakken? Waar kan een klant dat lezen? Duurt het antwoord
            langer dan een kwartier, dan horen we dat graag.
        """),
        Call("Zelf meepraten over de norm?", "Naar de werkgroep", "kwaliteit"),
    ],
)
