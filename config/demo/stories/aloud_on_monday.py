"""Practice: a library team that reads one complaint aloud every Monday."""

from config.demo.writing import Facts, Quote, Story, Text

STORY = Story(
    slug="elke-maandag-een-klacht-hardop",
    title="Elke maandag één klacht, hardop",
    kind="praktijkverhaal",
    kicker="15 minuten aan het begin van de week",
    lead=(
        "Bij Bibliotheken Tussen de Rivieren leest iemand elke maandag een klacht voor. Helemaal, en "
        "zonder commentaar. Het veranderde een brief, een brievenbus en een gewoonte."
    ),
    theme="kwaliteit",
    topics=["klachten", "leidinggeven"],
    organisation="tussen-de-rivieren",
    days_ago=104,
    credits=[("tekst", "Milan Kuiper")],
    body=[
        Text("""
            ‘Geachte bibliotheek’, leest Ben Okafor voor. Hij staat bij het raam, met een vel papier in zijn
            hand. Om hem heen zitten 5 collega’s van de klantenservice en, deze week, de directeur. ‘Ik ben 74
            en ik heb in mijn leven nog nooit iets te laat teruggebracht.’ Dan volgt anderhalve pagina over een
            boek over rozen, een brievenbus die dicht was en een brief met het woord ‘aanmaning’ erboven.
            Niemand zegt iets. Als Okafor klaar is, blijft het 2 minuten stil. Die stilte hoort erbij.

            De klantenservice van Bibliotheken Tussen de Rivieren bestaat uit 6 mensen. Ze beantwoorden vragen
            voor 19 vestigingen. Klachten komen er ongeveer 30 per week. ‘Die werden keurig afgehandeld’, zegt
            teamleider Anouk Siebelink. ‘Antwoord binnen 3 dagen, excuses, klaar. Ik kon je alleen niet
            vertellen waar ze over gingen. Ik kende het aantal.’

            ## Hoe het gaat

            Sinds anderhalf jaar begint de maandag om 08.45 uur, een kwartier voordat de lijn opengaat. De vorm
            is steeds dezelfde:

            1. Iemand kiest een klacht van vorige week. Elke week een ander.
            2. De klacht wordt helemaal voorgelezen, zonder naam, met alle boosheid erin.
            3. Daarna is het 2 minuten stil.
            4. Ieder zegt in één zin wat hij hoorde. Niet wat hij ervan vindt.
            5. Wie iets kan doen, zegt wat en wanneer. Kan niemand iets doen, dan wordt dat opgeschreven.

            Om 09.00 uur gaat de telefoon en is het voorbij, ook als het gesprek net op gang komt.
        """),
        Quote(
            "Ik kon je niet vertellen waar de klachten over gingen. Ik kende het aantal.",
            "Anouk Siebelink",
            "teamleider klantenservice",
        ),
        Text("""
            ## De eerste maand was zuur

            Het begon slecht. Bij de eerste klacht schoot iedereen in de verdediging: die meneer had de regels
            niet gelezen, de inleverkast was nu eenmaal ’s avonds dicht. Bij de derde herkende een collega het
            gesprek dat ze zelf had gevoerd. Ze liep de kamer uit. ‘Dat was mijn fout’, zegt Siebelink. ‘Ik had
            niet afgesproken wat je kiest.’

            Daarom kwam er een regel bij. Het gaat nooit over een gesprek van iemand die in de kamer zit, tenzij
            die er zelf mee komt. En dat laatste gebeurt nu geregeld. Okafor las een keer een klacht over
            zichzelf voor. Hij had een moeder uitgelegd waarom haar zoon geen boeken mee kreeg, en hij had
            gelijk. ‘Ik hoorde mezelf terug en dacht: wat een gelijk, en wat een vervelende man.’

            De stilte was het tweede probleem. 2 minuten is lang als je niets mag zeggen. De eerste weken ging er
            steeds iemand koffie halen. Nu zet Siebelink een zandloper op tafel, gekocht bij een spellenwinkel.
            Je mag naar de zandloper kijken.
        """),
        Facts(
            [
                ("Team", "6 mensen, voor 19 vestigingen"),
                ("Duur", "15 minuten, 1 keer per week"),
                ("Voorgelezen", "71 klachten"),
                ("Leidde tot iets", "38 keer"),
                ("Kon niemand iets aan doen", "12 keer, en dat staat op de lijst"),
            ]
        ),
        Text("""
            ## Wat er veranderde

            De brief. Het woord ‘aanmaning’ is eruit. Er staat nu: ‘Er ligt nog een boek bij je, klopt dat?’ Het
            aantal boze reacties op die brief halveerde, en de boeken komen even snel terug als eerst.

            De brievenbus. De inleverkast in het dorp van de mevrouw met de rozen sloot om 18.00 uur, omdat het
            alarm dan aanging. De directeur zat die ochtend aan tafel. Ze wist niet dat de kast dichtging. Er is
            nu een klep aan de buitenkant, die 3 maanden op zich liet wachten en € 840 kostte.

            De gewoonte. Siebelink heeft het excuus uit de standaardantwoorden gehaald. Wie sorry zegt, schrijft
            erbij waarvoor, en anders zegt hij het niet.

            Niet alles lukt. Over de sluiting van een vestiging kwamen 9 klachten en daar kon niemand in de kamer
            iets aan doen. Ze zijn toch voorgelezen, een per week. Siebelink heeft ze daarna gebundeld en bij de
            wethouder in de bus gedaan. Er kwam een keurig antwoord.

            ## Voor maandag

            Kies één klacht van vorige week die niet over een aanwezige gaat. Lees hem helemaal voor, zet een
            wekker op 2 minuten en vraag dan ieder om één zin die begint met ‘Ik hoorde’. Stop na een kwartier.
        """),
    ],
)
