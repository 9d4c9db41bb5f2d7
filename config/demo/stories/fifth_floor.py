"""Kloppend Hart: a contact centre of 200 people in Amersfoort."""

from config.demo.writing import Facts, Quote, Story, Text

STORY = Story(
    slug="op-vijf-hoog-wordt-vooral-geluisterd",
    title="Op vijf hoog wordt vooral geluisterd",
    kind="portret",
    kicker="Een contactcenter in Amersfoort",
    lead=(
        "Een scherm checkt je in, een mens schenkt de koffie. Bij Vijfhoog voeren 200 mensen "
        "de gesprekken die overblijven als een website het makkelijke deel al heeft gedaan."
    ),
    theme="mens",
    topics=["opleiden", "uitbesteden", "thuiswerken"],
    series="kloppend-hart",
    organisation="vijfhoog",
    days_ago=4,
    featured=True,
    photo="koffietafel",
    magazine_issue="Een Nieuw Geluid op papier, nummer 1",
    picked=["onze-chatbot-mislukte-dit-leerden-we"],
    credits=[("tekst", "Lotte Brandsma"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            Wie uit de lift stapt, staat voor een scherm. Naam, foto, bij wie kom je, en dan
            rolt er een pasje uit. Het duurt 20 seconden en er komt geen mens aan te pas. ‘Dat
            is expres’, zegt Sander Vermeij, die even later de gang in komt lopen. ‘Wat een
            apparaat kan, doet een apparaat. Dan heeft Ria van de receptie tijd om te zien dat
            je verkleumd van de fiets komt.’ Ria zet al koffie.

            Vermeij begon Vijfhoog ruim 10 jaar geleden. Webwinkels groeiden toen harder dan
            hun klantenservice en zochten iemand die de mail over een zoekgeraakte trui wilde
            beantwoorden. Nu werken er 200 mensen op de vijfde verdieping van een kantoor bij
            het station. De truien zijn er nog. De vragen zijn veranderd.
        """),
        Facts(
            [
                ("Waar", "Amersfoort, vijfde verdieping"),
                ("Begonnen", "Ruim 10 jaar geleden, voor webwinkels"),
                ("Mensen", "200, van wie 38 op een plek bij een opdrachtgever"),
                ("Leertijd", "2 uur per week, in werktijd"),
                ("Wil nog leren", "Hoe je op maandag de pauzes vrijhoudt"),
            ]
        ),
        Text("""
            ## Het makkelijke deel is weg

            ‘Een adres wijzigen doe je zelf’, zegt Naima El Idrissi, teamleider van de
            webwinkelteams. ‘Wie ons belt, heeft vaak al 3 dingen geprobeerd en 2 keer
            hetzelfde antwoord gekregen. Die hoeft geen script te horen. Die wil iemand die
            zegt: ik snap waar je vastzit, en dit ga ik doen.’

            Daarom verdween 2 jaar geleden de gespreksduur van het scherm boven de afdeling.
            Hij wordt nog gemeten, want zonder dat getal kan de planner geen rooster maken. Maar
            een medewerker krijgt hem niet meer te zien. Wat er nu hangt, is het aantal klanten
            dat vandaag voor de tweede keer belt over hetzelfde. ‘Dat was schrikken’, zegt
            El Idrissi. ‘De eerste week was het bijna 1 op de 3. Wij dachten dat we snel waren.
            We waren vooral snel klaar.’

            In een jaar zakte het naar 1 op de 6. De gesprekken werden gemiddeld een minuut
            langer. Dat moest Vermeij uitleggen aan opdrachtgevers die per minuut betalen. ‘Eén
            van hen is vertrokken. De anderen hebben uitgerekend wat een tweede telefoontje
            kost.’
        """),
        Quote(
            "Wij dachten dat we snel waren. We waren vooral snel klaar.",
            "Naima El Idrissi",
            "teamleider bij Vijfhoog",
        ),
        Text("""
            ## Uren die niemand afpakt

            Iedereen heeft 2 uur per week om te leren, in werktijd. Dat klinkt vriendelijk en
            het is lastig. Zodra het druk wordt, sneuvelt het eerst wat geen rinkelende telefoon
            heeft. De leeruren staan daarom in het rooster als een afspraak, net als een dienst.
            Moet er toch een uur weg, dan komt het binnen 14 dagen terug. Vorig jaar lukte dat
            in 9 van de 10 gevallen. De rest staat op een lijst die Vermeij zelf naloopt.

            Sommigen leren Spaans, anderen rekenbladen. Joost van Alphen leerde er een beroep
            kennen. Hij begon op zijn 23e met vragen over bezorgtijden. Nu zit hij 4 dagen per
            week bij een gemeente, als klantexpert, gedetacheerd. ‘Ik kwam binnen om de telefoon
            te doen. Na een maand vroegen ze waarom zoveel mensen belden over één brief. Ik heb
            hem herschreven, samen met de jurist. Dat had ik op school niet bedacht als werk.’

            Vijfhoog heeft 38 mensen bij opdrachtgevers, van een energiebedrijf tot een museum.
            Sommigen komen niet terug. Is dat geen verlies? Vermeij haalt zijn schouders op.
            ‘Als iemand na 2 jaar meer kan dan toen hij kwam en ergens anders verdergaat, heb ik
            2 goede jaren gehad. Hou je hem tegen, dan heb je iemand die uit het raam kijkt.’

            ## Bellen met elkaar

            Toen iedereen thuis moest werken, stond de techniek er in een weekend. Wat ontbrak,
            was de koffietafel. De teamleiders gingen bellen, niet met klanten maar met
            collega’s. Elk gesprek begon met dezelfde vraag: wat had je nodig en kreeg je niet?
            De antwoorden gingen over een haperende verbinding, een kind op schoot, een vader in
            het ziekenhuis.

            De vraag is gebleven. Hij komt nog steeds aan het begin van elk weekgesprek, vóór de
            cijfers. ‘Je moet hem alleen stellen als je van plan bent iets met het antwoord te
            doen’, zegt El Idrissi. ‘Anders is het na 3 weken een ritueel en kun je het beter
            over het weer hebben.’

            ## Wat nog niet lukt

            De maandag. Dan komen de vragen van het weekend binnen en schuiven de pauzes naar
            achteren. Vijfhoog probeerde extra mensen, kortere diensten en een bandje dat vraagt
            of je dinsdag teruggebeld wilt worden. Niets hielp genoeg. ‘Schrijf dat maar op’,
            zegt Vermeij. ‘Misschien leest iemand mee die het wel weet.’

            ## Voor maandag

            Begin één weekgesprek met de vraag: wat had je nodig en kreeg je niet? Noteer het
            antwoord in de woorden van de ander. Zet erachter wie er iets aan doet en wanneer je
            erop terugkomt. Lukt dat laatste niet, zeg dan ook waarom.
        """),
    ],
)
