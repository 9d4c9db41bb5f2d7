"""Kloppend Hart: a planner who was never asked, and now sits at the table."""

from config.demo.writing import Facts, Quote, Story, Text

STORY = Story(
    slug="de-planner-schuift-aan",
    title="De planner schuift aan",
    kind="portret",
    kicker="Een dag bij de planning",
    lead=(
        "Ze weet een week vooruit hoe druk het wordt, maar niemand vroeg haar ooit waarom. Sinds een "
        "half jaar zit Jolien Prins aan tafel waar over het werk wordt beslist."
    ),
    theme="mens",
    topics=["planning", "leidinggeven"],
    series="kloppend-hart",
    organisation="eikenrode",
    days_ago=32,
    photo="planner",
    credits=[("tekst", "Lotte Brandsma"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            Het is 07.40 uur en Jolien Prins weet al dat het om 10.15 uur misgaat. Over haar scherm loopt
            een groene lijn met een deuk erin. ‘Daar’, zegt ze. ‘De brief over vergoedingen, 9.000 stuks,
            gisteren op de bus gedaan. Niemand heeft het me gezegd. Alleen de postkamer.’

            Prins is planner bij Eikenrode Zorgverzekeringen. Ze zorgt dat er genoeg mensen klaarzitten
            als er gebeld wordt, en dat ze niet allemaal tegelijk koffie halen. Om dat te kunnen, heeft
            ze in 11 jaar haar eigen lijntjes gelegd: naar de postkamer, naar de man van de website, naar
            een praktijk in de buurt waar op maandag de spreekuren beginnen. In haar functieprofiel staat
            er niets over.

            ## De kamer achter het kopieerapparaat

            Tot een half jaar geleden zat ze met 2 collega’s en 4 schermen in een kamer achter het kopieerapparaat.
            Besluiten hoorde ze als ze genomen waren. Er kwam een nieuwe pauzeregeling. Er kwam een actie
            met een cadeaukaart, op de eerste maandag van de maand, precies wanneer de premie wordt
            afgeschreven. ‘Dan kreeg ik een mail: kun je dit even inroosteren? Dat woordje even.’

            Het ging mis op een dinsdag. Marketing stuurde 60.000 verzekerden een mail over de
            nieuwe polis, op een dag dat 30 mensen op training waren. De wachttijd liep op tot 47 minuten.
            De dag erna meldden 5 collega’s zich ziek. Bij de evaluatie vroeg iemand hoe het kon dat de
            planning dit niet had voorzien.

            Prins stak haar vinger op. ‘Ik zei: ik had het wel voorzien. Niemand had het gevraagd. Het
            bleef stil. Toen zei Annet dat ik er voortaan bij moest komen zitten.’

            Annet de Rooij is manager klantcontact. ‘Ik schaamde me’, zegt ze. ‘We hadden iemand in huis
            die wist wat er ging gebeuren, en we gebruikten haar om vakjes te vullen.’
        """),
        Quote(
            "Ik had het wel voorzien. Niemand had het gevraagd.",
            "Jolien Prins",
            "planner bij Eikenrode Zorgverzekeringen",
        ),
        Text("""
            ## Het gele briefje

            Sindsdien schuift Prins aan bij het maandagoverleg van de afdeling en bij dat van marketing.
            Ze kreeg er één recht bij, dat ze zelf het gele briefje noemt. Ze mag een verzending 48 uur
            uitstellen, zonder overleg, met één zin uitleg. In een half jaar deed ze dat 4 keer. ‘De eerste
            keer was er ruzie. Voor de tweede keer belden ze me van tevoren op.’

            Ook de pauzes zijn anders. Vroeger legde het systeem ze op het moment waarop de wachttijd er
            het minst van merkte. Zo kon het gebeuren dat iemand na 45 minuten werk pauze had en daarna
            3,5 uur niet. Nu leggen de teams ze zelf, met 2 grenzen: er is nooit meer dan een derde
            tegelijk weg en niemand werkt langer dan 2,5 uur achter elkaar. Het kost 1 procent
            bereikbaarheid. De directie liet uitrekenen wat een ziektedag kost en stemde in.

            En er gebeurde iets wat Prins niet had voorspeld. Collega’s lopen nu bij haar binnen. ‘Ik was
            degene die nee zei tegen je vrije dag. Nu komen ze vertellen dat ze een brief raar vinden. Dan
            weet ik wat er volgende week binnenkomt.’
        """),
        Facts(
            [
                ("Planners", "3, voor 160 medewerkers"),
                ("Overleggen waar ze bij zitten", "2 per week, eerst geen"),
                ("Gele briefjes", "4 in een half jaar"),
                ("Bereikbaarheid", "1 procent lager, afgesproken"),
                (
                    "Ziekteverzuim",
                    "van 9,1 naar 7,8 procent; waardoor is niet onderzocht",
                ),
            ]
        ),
        Text("""
            ## Wat nog schuurt

            Niet iedereen is er blij mee. Eén teamleider vindt dat er te veel mensen aan tafel zitten. De
            avonden blijven moeilijk, want te weinig collega’s willen dan werken en daar helpt geen geel
            briefje tegen. Prins stelde voor om een uur eerder te sluiten. Daar wordt nu over gepraat, met
            haar erbij.

            En de deuk van 10.15 uur? Die kwam om 10.20 uur. Prins had 4 mensen gevraagd hun pauze te
            verschuiven en er een zakje stroopwafels tegenover gezet. De wachttijd bleef onder de 6
            minuten. Om 11.30 uur liep ze naar de afdeling die de brief had verstuurd. Ze vroeg of ze de
            volgende mocht lezen voordat hij op de bus ging. Dat mocht.

            ## Voor maandag

            Loop naar je planner en vraag: wat weet jij van volgende week dat ik niet weet? Stel die vraag
            3 weken achter elkaar, op dezelfde dag. De eerste keer krijg je een beleefd antwoord.
        """),
    ],
)
