"""Interview: an HR manager about falling call volume and flexible work."""

from config.demo.writing import Ask, Facts, Quote, Story, Text

STORY = Story(
    slug="vast-flex-en-wat-ertussen-zit",
    title="Vast, flex en wat ertussen zit",
    kind="interview",
    kicker="In gesprek met een HR-manager",
    lead=(
        "Er wordt minder gebeld, vragen komen via 5 kanalen tegelijk en het vaste team wordt "
        "kleiner. Esther Molenaar van contactcenter De Wissel over wie blijft, wie gaat en wie "
        "om 19.10 uur een sms beantwoordt."
    ),
    theme="mens",
    topics=["flexwerk", "opleiden", "thuiswerken"],
    organisation="de-wissel",
    days_ago=75,
    photo="contactcentrum",
    credits=[("interview", "Lotte Brandsma"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            De Wissel is een facilitair contactcenter in ’s-Hertogenbosch: het beantwoordt vragen
            voor anderen. Esther Molenaar gaat er over het personeel. Op haar kamer hangt een
            tekening van een spoorwissel, gekregen van een collega die vertrok. Hij werd
            treindienstleider. Ze is er trots op en het stoort haar een beetje.
        """),
        Ask(
            "Het aantal telefoontjes daalt al jaren. Merk je dat op de gang?",
            """
            ‘Ja, aan de stoelen. 6 jaar geleden hadden we 310 vaste mensen, nu 190. We hebben
            niemand ontslagen omdat er minder gebeld werd, maar wie wegging, werd niet vanzelf
            vervangen. Het werk verdween trouwens niet. Het raakte verspreid. Wat vroeger één
            telefoontje was, is nu een mail, een chat en een openbaar bericht, soms van dezelfde
            klant op dezelfde ochtend.’
            """,
        ),
        Ask(
            "Wat vraagt dat van je mensen?",
            """
            ‘Dat ze kunnen wisselen, en dat ze mogen zeggen wanneer het niet gaat. Bellen en
            schrijven zijn 2 vakken. Er zitten hier mensen die aan de telefoon iedereen tot rust
            brengen en die een chat schrijven alsof het een aangetekende brief is. Dat moet je
            eerlijk vertellen. Daarna leer je ze chatten of je laat ze bellen. Allebei mag.’
            """,
        ),
        Ask(
            "Je werkt met steeds meer flexibele krachten. Voor jou is dat handig. En voor hen?",
            """
            ‘Dat hangt ervan af wie je het vraagt. Een student vindt 12 uur genoeg en wil voor een
            tentamen een week niets. Iemand die alleen een gezin draait, wil weten wat er op de
            24e binnenkomt. Geef je ze hetzelfde contract, dan doe je een van de 2 tekort. Wij
            hebben nu 3 vormen: vast, oproep en iets ertussenin dat we de schommel noemen. Daar
            garanderen we 20 uur en kunnen er 8 bij komen, als jij dat een week van tevoren weet.
            Intussen zit een derde van de mensen op de schommel.’
            """,
        ),
        Facts(
            [
                ("Waar", "’s-Hertogenbosch, en op 240 keukentafels"),
                ("Vast", "190 mensen, 6 jaar geleden 310"),
                ("Schommel", "155 mensen, 20 uur zeker en soms 8 erbij"),
                ("Oproep", "120 mensen"),
                ("Opleiding", "Voor iedereen vanaf de eerste dag, zonder terugbetalen"),
            ]
        ),
        Ask(
            "Je geeft ook oproepkrachten een opleiding. Waarom, als ze morgen weg kunnen zijn?",
            """
            ‘Omdat ze anders zeker weggaan. We hadden een regel: na een jaar mag je een opleiding
            volgen. Na een jaar was 60 procent vertrokken. Nu mag het vanaf dag één en we vragen
            niets terug als je gaat. Sindsdien blijven mensen gemiddeld 5 maanden langer. Ik kan
            niet bewijzen dat het daardoor komt, want er veranderde meer. Maar ik draai
            de regel niet terug om het uit te zoeken.’
            """,
        ),
        Ask(
            "Kun je iemand verplichten zich te ontwikkelen?",
            """
            ‘Nee. Ik kan een kader geven: daar gaan we heen, die plekken komen er, dit kost je een
            avond per week. De stap is van de ander. Ooit hadden we een verplichte cursus over
            omgaan met tijd. Iedereen kwam, niemand was er.’
            """,
        ),
        Quote(
            "Iedereen kwam, niemand was er.",
            "Esther Molenaar",
            "over een verplichte cursus",
        ),
        Ask(
            "Vorige winter had een opdrachtgever een grote storing. Toen pakte je je telefoon.",
            """
            ‘Om 19.10 uur heb ik een sms gestuurd aan 140 thuiswerkers. Grote storing, kun je tot
            22.00 uur bijspringen? Antwoord met ja. Na een kwartier had ik 46 keer ja. Die mensen
            hoefden geen auto te starten. Ze draaiden het gas laag en zetten hun koptelefoon op.
            Als iedereen naar kantoor had gemoeten, had ik er misschien 6 gehad.’
            """,
        ),
        Ask(
            "Dat klinkt alsof iedereen altijd klaar moet staan.",
            """
            ‘Daar zit het gevaar. Dus zijn er 3 afspraken. Je hebt jezelf op de lijst gezet. Een
            nee hoef je niet uit te leggen. En ik mag de knop 6 keer per jaar gebruiken. In maart
            stond ik op 5. Bij de volgende drukke avond heb ik niets gestuurd en de wachttijd
            laten oplopen. Het gesprek met de opdrachtgever was niet prettig, maar de lijst bestaat
            nog. De keer erna had ik 51 keer ja.’
            """,
        ),
        Ask(
            "Wat zou je nu anders doen?",
            """
            ‘De planners er eerder bij halen. Ik heb die contractvormen aan dit bureau bedacht, met
            een adviseur erbij. Een planner had me in 5 minuten verteld dat de helft van de mensen
            op woensdagmiddag niet kan, omdat de scholen dan uit zijn. Daar kwam ik in maand 3
            achter. Wie het rooster maakt, weet hoe mensen leven.’
            """,
        ),
        Text("""
            ## Voor maandag

            Vraag 3 collega’s met een verschillend contract wat ze over een jaar willen kunnen. Zeg
            erbij dat het niet bij jullie hoeft te zijn. Vergelijk de antwoorden daarna met de
            opleidingen die je aanbiedt, en kijk voor wie die er niet zijn.
        """),
    ],
)
