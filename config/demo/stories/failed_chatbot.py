"""Eerlijk verhaal: a chatbot that was switched off after 6 weeks."""

from config.demo.writing import Facts, Quote, ReadAlso, Reply, Story, Text, Worked

STORY = Story(
    slug="onze-chatbot-mislukte-dit-leerden-we",
    title="Onze chatbot mislukte. Dit leerden we",
    kind="praktijkverhaal",
    kicker="Eerlijk verhaal",
    lead=(
        "8 maanden bouwen, 6 weken online, en toen ging hij uit. Bij Lichtmeer Energie vertellen ze "
        "wat er misging, wat het kostte en aan wie ze het de volgende keer als eerste vragen."
    ),
    theme="kwaliteit",
    topics=["techniek", "klachten"],
    series="eerlijk-verhaal",
    organisation="lichtmeer-energie",
    days_ago=67,
    credits=[("tekst", "Milan Kuiper")],
    corrections=[(61, "Er stond dat Lumi 8 weken online was. Het waren er 6.")],
    mentions=[("Telefoon en Tafel", "https://telefoonentafel.example/chatbots/")],
    body=[
        Text("""
            Hij heette Lumi en hij had een gezicht: een rond lampje dat knipperde als het nadacht. Op
            een maandag in maart ging hij aan, onder aan elke pagina van Lichtmeer Energie. 6 weken
            later, op een donderdagmiddag, zette Bas Terpstra hem uit. ‘Ik heb letterlijk een vinkje
            weggehaald’, zegt de manager van de klantenservice. ‘Dat duurde 2 seconden. Daarna heb ik
            een uur in de auto gezeten.’

            Terpstra vertelt erover omdat hij er zelf niets over kon vinden. Op congressen hoorde hij
            alleen over chatbots die werkten. ‘Ik dacht dat wij de enigen waren die het niet konden.’

            ## Het plan

            Lichtmeer krijgt in een gewone maand 21.000 vragen. Bijna de helft gaat over 4 onderwerpen:
            verhuizen, het termijnbedrag, de jaarnota en storingen. Een chatbot kon daar de helft van
            overnemen, had de leverancier berekend. In het projectteam zaten 7 mensen: 2 van ICT, 2 van
            marketing, een projectleider, iemand van de leverancier en Terpstra zelf.

            Wie er niet in zat? ‘Iemand die de telefoon opneemt’, zegt Soraya Lachman. Ze doet dat bij
            Lichtmeer al 9 jaar. ‘Wij kregen een presentatie, met taart.’
        """),
        Facts(
            [
                ("Gebouwd", "in 8 maanden, door 7 mensen"),
                ("Online", "6 weken"),
                ("Vragen herkend", "88 van de 100"),
                ("Kosten", "€ 164.000, en een winter zonder andere verbeteringen"),
                ("Telefoontjes", "7 procent meer dan in die weken een jaar eerder"),
            ]
        ),
        Text("""
            ## Wat er misging

            Het verrassende was dat de bot de vragen begreep. Van de 100 herkende hij er 88. ‘Daar
            hebben we nog een persbericht over gemaakt’, zegt Terpstra. ‘Maar herkennen is iets anders
            dan helpen.’

            Neem verhuizen. Wie intypte dat hij ging verhuizen, kreeg een link naar het formulier. Maar
            de mensen die erover kwamen chatten, hadden dat formulier al open staan. Ze zaten vast bij
            vraag 6. Daar moet je de meterstand invullen van een huis waarvan je nog geen sleutel hebt.
            ‘Elke collega hier weet dat’, zegt Lachman. ‘Je zegt dan: vul een nul in en geef de stand
            door zodra je binnen bent. Dat staat in geen enkele handleiding, want officieel mag het
            niet.’

            Na 2 weken steeg het aantal telefoontjes. Na 4 weken duurde een gesprek ruim een minuut
            langer, omdat mensen eerst hun hart luchtten over Lumi. In week 6 typte een vrouw dat haar
            man was overleden en dat de rekening op zijn naam stond. De bot las ‘andere naam’ en ‘ander
            adres’. Hij knipperde en schreef: ‘Wat leuk dat je gaat verhuizen.’

            Een collega zag het een uur later in de lijst. Die middag haalde Terpstra het vinkje weg.
        """),
        Quote(
            "Herkennen is iets anders dan helpen.",
            "Bas Terpstra",
            "manager klantenservice bij Lichtmeer Energie",
        ),
        Text("""
            ## Na het vinkje

            Terpstra deed die week 3 dingen. Hij belde de vrouw, zelf. Hij schreef al zijn collega’s dat
            het zijn besluit was geweest, het aanzetten en het uitzetten. En hij vroeg Lachman of ze een
            dag per week wilde meedenken over alles wat klanten op de site tegenkomen. Ze zei ja, mits
            die dag ook echt uit haar rooster ging. Dat duurde nog 2 maanden.

            Ze begon met een schrift. 4 weken lang schreven 12 collega’s op welke zin ze steeds weer
            uitspraken, terwijl die nergens op de site stond. Het werden er 61. De zin over de
            meterstand kwam het vaakst voor. Hij staat nu op het formulier, bij vraag 6, na een gesprek
            met de jurist dat korter was dan verwacht. Het aantal vragen over verhuizen daalde met een
            kwart.

            Het schrift kostte € 2,95. ‘Ik heb het bonnetje ingediend’, zegt Lachman, ‘voor het archief.’

        """),
        Worked(
            worked=[
                "Een schrift bij de telefoon: 61 zinnen die nergens op de site stonden",
                "Eén dag per week iemand van de telefoon die meedenkt, buiten het rooster",
            ],
            failed=[
                "Een projectteam zonder iemand die de telefoon opneemt",
                "Meten of een vraag herkend wordt, en niet of iemand verder is",
            ],
        ),
        Reply("De leverancier van de chatbot", days_ago=72),
        ReadAlso(["hoe-het-begon-een-bericht-en-70-antwoorden"]),
        Text("""
            ## Komt er weer een?

            ‘Misschien’, zegt Lachman. ‘Ik ben niet tegen. Een bot mag van mij vertellen hoe laat we opengaan
            en waar je je jaarnota vindt. Maar dan zit ik erbij als hij leert praten. En er komt een knop
            op waarmee je er altijd uit kunt, naar een mens, zonder dat je je vraag opnieuw hoeft te
            stellen.’

            Terpstra heeft de eisen opgeschreven. Het zijn er 5 en ze passen op een half vel. Boven aan
            staat niet wat de bot moet kunnen, maar wie hem mag uitzetten: elke medewerker, meteen, zonder
            te bellen. Op zijn bureau staat nog het lampje, van karton, uit de tijd van de presentatie. Het
            knippert niet.

            ## Voor maandag

            Koop een schrift en leg het bij de telefoon. Vraag je collega’s een week lang op te schrijven
            wat ze vaak zeggen en wat nergens staat. Kies er één zin uit en zorg dat die er vrijdag wel
            staat.
        """),
    ],
)
