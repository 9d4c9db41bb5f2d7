"""Imago: honest stories, an award with rules, and a word that may be used again."""

from config.demo.writing import Outcome

IMAGE = [
    Outcome(
        slug="geen-voorbeeld-zonder-wat-er-misging",
        title="Geen voorbeeld zonder wat er misging",
        number=1,
        version="1.1",
        status="vastgesteld",
        kind="besluit",
        responsible="samira-haddad",
        next_step="De redactie vraagt het bij elk praktijkverhaal.",
        due_days=21,
        progress=60,
        value_for="beide",
        days_ago=110,
        lead=(
            "Een praktijkverhaal op deze site vertelt altijd wat het kostte, wat er niet lukte en wie het "
            "merkte. Ontbreekt dat deel, dan plaatsen we het niet."
        ),
        question=(
            "Verhalen die als voorbeeld worden gebracht, worden niet geloofd. Wat moet erin staan om er wel "
            "iets aan te hebben?"
        ),
        work="""
            We lieten 14 mensen uit het vak elk 3 verhalen lezen over een aanpak bij een ander bedrijf. Ze
            streepten aan waar ze afhaakten. Dat was bijna steeds op dezelfde plek: bij de eerste zin waarin
            alles goed ging.

            Daarna vroegen we wat ze gemist hadden. De antwoorden gingen zelden over meer bewijs. Ze gingen
            over tijd, geld en wie er last van had.
        """,
        result="""
            Een praktijkverhaal beantwoordt 5 vragen:

            1. Wat wilden jullie, en hoe was het daarvoor?
            2. Wat kostte het, in geld en in uren?
            3. Wat lukte er niet?
            4. Wat zegt iemand die er elke dag mee werkt?
            5. Wat kan een ander maandag proberen?

            De redactie gebruikt deze vragen sinds de zomer. In versie 1.1 is de vierde erbij gekomen, nadat
            een lezer opmerkte dat in 6 van de 6 verhalen alleen de manager aan het woord was.
        """,
        evidence=[
            (
                "Onze chatbot mislukte. Dit leerden we",
                "/verhalen/onze-chatbot-mislukte-dit-leerden-we/",
                "een verhaal dat volgens deze vragen is gemaakt",
            ),
        ],
    ),
    Outcome(
        slug="wie-voordraagt-heeft-het-zelf-gezien",
        title="Wie voordraagt, heeft het zelf gezien",
        number=2,
        version="0.2",
        status="consultatie",
        kind="norm",
        responsible="joris-veldkamp",
        next_step="De jury vragen of dit te toetsen is.",
        due_days=28,
        progress=30,
        value_for="branche",
        days_ago=26,
        consultation_days=33,
        lead=(
            "Spelregels voor een vakprijs die je kunt navertellen: punten die vooraf bekend zijn, een jury die "
            "haar belangen noemt en een uitleg voor wie niet won."
        ),
        question=(
            "Bij veel prijzen mag iedereen iedereen voordragen en weet niemand waarop is gekozen. Hoe maak je "
            "een prijs die iets zegt over het werk?"
        ),
        work="""
            We spraken 5 mensen die ooit in een jury zaten en 4 die ooit wonnen. Een van de winnaars vertelde
            dat zijn team het beeldje in een la had gelegd, omdat niemand kon uitleggen waarvoor het was.

            Op een avond met 18 mensen maakten we een prijs na, met verzonnen teams. 6 jury’s kregen dezelfde
            stukken. Zonder punten vooraf kozen ze 5 verschillende winnaars. Met punten vooraf werden het er
            2.
        """,
        result="""
            Dit stellen we voor:

            - Wie voordraagt, heeft het zelf gezien: als klant, collega of opdrachtgever. Niet als leverancier.
            - Het team dat wordt voorgedragen, zegt ja of nee.
            - De punten en het gewicht ervan staan vast voordat de inschrijving opengaat. Elk cijfer is in een
              zin beschreven.
            - Juryleden noemen hun belangen. Wie er een heeft bij een team, geeft dat team geen punten.
            - Na afloop krijgt ieder team te horen hoe het scoorde en waarom.

            Een hoofdprijs komt er wat ons betreft niet. Daar zijn nog niet alle leden het over eens. Laat ons
            weten wat jij vindt, bij deze alinea.
        """,
        evidence=[
            (
                "Uitslag van de nagespeelde jury",
                "document:nagespeelde-jury.csv",
                "csv, 6 jury’s",
            ),
        ],
    ),
    Outcome(
        slug="noem-het-klantenservice",
        title="Noem het klantenservice",
        number=3,
        version="0.1",
        status="concept",
        kind="inzicht",
        responsible="danique-wolters",
        next_step="Vragen hoe 10 teams zichzelf noemen.",
        due_days=45,
        progress=10,
        value_for="branche",
        days_ago=9,
        lead=(
            "We willen het woord terug. In dit concept staan 3 plekken waar je het weer kunt gebruiken, en wat "
            "je daarvoor eerst op orde moet hebben."
        ),
        question=(
            "Goede teams vermijden het woord klantenservice. Wat gebeurt er als ze het weer gaan gebruiken?"
        ),
        work="""
            4 teams zetten het woord terug: op de deur, in een vacature of boven aan de site. Ze houden 3
            maanden bij wat ze ervan merken. We zijn nu halverwege.
        """,
        result="""
            Wat we tot nu toe zien, met alle voorzichtigheid die bij 4 teams past:

            - Op de vacature met ‘klantenservice’ kwamen minder reacties dan op die zonder. De gesprekken
              duurden langer en er trok zich niemand terug na de eerste dag.
            - Boven aan de site leverde het meer telefoontjes op. Na 6 weken zakte dat.
            - Op de deur merkte niemand het. Behalve het team.

            Over 7 weken weten we meer.
        """,
        evidence=[
            (
                "Stop met het verstoppen van je klantenservice",
                "/verhalen/stop-met-het-verstoppen-van-je-klantenservice/",
                "column van een lid van de groep",
            ),
            (
                "Op verjaardagen zeg ik gewoon wat ik doe",
                "/verhalen/op-verjaardagen-zeg-ik-gewoon-wat-ik-doe/",
                "interview met een lid van de groep",
            ),
        ],
    ),
]
