"""Kwaliteit: testing, consequences and complaints."""

from config.demo.writing import Outcome

QUALITY = [
    Outcome(
        slug="wie-toetst-verdient-niet-aan-het-resultaat",
        title="Wie toetst, verdient niet aan het resultaat",
        number=1,
        version="1.0",
        status="vastgesteld",
        kind="norm",
        responsible="tjeerd-wiersma",
        next_step="Doorrekenen wat een toets een klein team kost.",
        due_days=14,
        progress=50,
        value_for="branche",
        days_ago=72,
        lead=(
            "Een toets wordt vooraf betaald, door iedereen evenveel per medewerker. Wie toetst, krijgt "
            "hetzelfde bedrag of een team nu slaagt of zakt."
        ),
        question=(
            "Als een team betaalt om getoetst te worden, kan degene die toetst dan nog vrij nee zeggen?"
        ),
        work="""
            We vroegen 9 mensen die beroepshalve toetsen hoe ze betaald worden: in de zorg, het onderwijs,
            de bouw en de horeca. Daarna rekenden we 3 manieren door voor een team van 8, een van 80 en een
            van 800.

            Tijdens een kampvuur met 21 mensen kwam steeds dezelfde zorg terug: wie volgend jaar weer
            gevraagd wil worden, zakt niet graag iemand. We hebben die zorg tot uitgangspunt gemaakt.
        """,
        result="""
            Er zijn 4 afspraken:

            - De toets wordt vooraf betaald. Het bedrag hangt af van het aantal medewerkers en niet van de
              uitkomst.
            - Wie toetst, wordt aangewezen en niet gekozen door het team.
            - Niemand toetst 2 keer achter elkaar hetzelfde team.
            - Wie het afgelopen jaar voor een organisatie werkte, toetst daar niet. Dat belang staat bij de
              naam.

            Een onderdeel haalde het niet. We wilden dat elke toets door 2 mensen wordt gedaan, van wie één
            uit een andere sector. Voor een team van 8 werd dat te duur. Het blijft staan als wens.
        """,
        evidence=[
            (
                "Vergelijking van 3 manieren van betalen",
                "document:betalen-voor-een-toets.csv",
                "csv, 3 manieren, 3 groottes",
            ),
            (
                "Een kampvuur zonder rook",
                "/verhalen/een-kampvuur-zonder-rook/",
                "verslag van de gespreksvorm",
            ),
        ],
    ),
    Outcome(
        slug="een-keurmerk-zonder-gevolg-is-een-sticker",
        title="Een keurmerk zonder gevolg is een sticker",
        number=2,
        version="0.3",
        status="consultatie",
        kind="norm",
        responsible="farida-boumans",
        next_step="Alle reacties beantwoorden en de tekst aanpassen.",
        due_days=26,
        progress=40,
        value_for="branche",
        days_ago=19,
        consultation_days=19,
        lead=(
            "We stellen een norm voor met 9 criteria. Wie er een mist, krijgt tijd om het te herstellen. "
            "Daarna vervalt het merk, en dat kan iedereen nazoeken."
        ),
        question=(
            "Er bestaan normen, stempels en prijzen. Toch zeggen opdrachtgevers en mensen die werk zoeken "
            "dat ze er niets aan hebben. Wat ontbreekt er?"
        ),
        work="""
            We legden bestaande merken en normen naast elkaar en stelden 3 vragen. Wie toetst er? Wat
            gebeurt er bij een overtreding? Kan ik het nazoeken? Daarna spraken we met 6 inkopers, 11
            teamleiders en 8 mensen die het afgelopen jaar hadden gesolliciteerd.

            Wat we hoorden, was vaak hetzelfde. Er wordt niet getoetst, een misstand heeft geen gevolg en
            kleine partijen betalen mee aan het imago van de grote.
        """,
        result="""
            De criteria zijn het probleem niet. Het gevolg ontbreekt. Daarom begint de norm daar:

            - Een toets is op locatie, en minstens één keer onaangekondigd.
            - Wie een criterium mist, krijgt 12 weken om het te herstellen. Daarna vervalt het merk.
            - Een vervallen merk blijft 3 jaar zichtbaar in het register, met de reden en met wat er is
              hersteld.

            De 9 criteria gaan over wat een klant merkt (een vraag in één keer opgelost, een mens bereikbaar
            binnen redelijke tijd, een klacht die ergens toe leidt), over wie het werk doet (zekerheid van
            inkomen, leertijd, zelf mogen beslissen, gehoord worden) en over eerlijkheid (cijfers die
            kloppen, een naam die niet verstopt is).

            Over 2 punten zijn we het niet eens: of een vaste baan een criterium moet zijn, en of wachttijd
            meetelt. Juist daarover horen we graag wat jij vindt.
        """,
        evidence=[
            (
                "Antwoorden van 25 gesprekken, zonder namen",
                "document:gesprekken-over-keurmerken.csv",
                "csv, 25 gesprekken",
            ),
            (
                "Inkopen op meer dan de minuutprijs",
                "/verhalen/inkopen-op-meer-dan-de-minuutprijs/",
                "gesprek met een inkoper",
            ),
        ],
    ),
    Outcome(
        slug="zo-dien-je-een-klacht-in",
        title="Zo dien je een klacht in over een keurmerkhouder",
        number=3,
        version="0.1",
        status="concept",
        kind="hulpmiddel",
        responsible="els-dijkman",
        next_step="Het formulier laten invullen door 5 klanten.",
        due_days=40,
        progress=10,
        value_for="beide",
        days_ago=26,
        lead=(
            "Iedereen kan een klacht indienen, ook zonder naam voor de buitenwereld. Binnen 90 dagen is er "
            "een besluit, en de houder mag zich laten horen."
        ),
        question=(
            "Een merk met gevolgen heeft een ingang nodig voor wie ziet dat het misgaat. Hoe ziet die eruit, "
            "voor een klant en voor een medewerker?"
        ),
        work="""
            We lazen 7 klachtenregelingen van andere sectoren en lieten 5 mensen proberen er een klacht mee
            in te dienen. 2 van hen gaven het op bij het derde formulier.
        """,
        result="""
            Een eerste opzet, waar we nog aan werken:

            1. Je vertelt wat je zag, wanneer en hoe je dat weet. Meer dan een half vel hoeft niet.
            2. Je krijgt een nummer en binnen 5 werkdagen bericht of we de klacht behandelen.
            3. De houder van het merk krijgt 3 weken om te antwoorden. Jouw naam hoort hij niet, tenzij jij
               dat wilt.
            4. 3 mensen zonder belang besluiten. Dat besluit is openbaar, zonder namen van personen.

            Wat we nog niet weten: hoe je een medewerker beschermt in een team van 5, waar iedereen raadt wie
            het was.
        """,
        evidence=[
            (
                "Wat is een keurmerk zonder rode kaart?",
                "/verhalen/wat-is-een-keurmerk-zonder-rode-kaart/",
                "waarom de groep bij het gevolg begint",
            ),
        ],
    ),
]
