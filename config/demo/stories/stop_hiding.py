"""Column: a department that keeps changing its name, and a number nobody finds."""

from config.demo.writing import Quote, Story, Text

STORY = Story(
    slug="stop-met-het-verstoppen-van-je-klantenservice",
    title="Stop met het verstoppen van je klantenservice",
    kind="column",
    kicker="Het bordje lag nog in de kelder",
    lead=(
        "Wie de naam van zijn afdeling verandert omdat de oude besmet is, heeft aan het werk nog "
        "niets veranderd. Pim Ravesloot over een koelkast, een bordje en 18 procent."
    ),
    theme="imago",
    topics=["beeldvorming", "bereikbaarheid"],
    days_ago=25,
    photo="headset",
    credits=[("tekst", "Pim Ravesloot"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            Vorige maand zocht ik het telefoonnummer van een bedrijf dat mij een koelkast had
            verkocht. Ik vond een pagina met 40 vragen, een zoekveld, een chatvenster dat zich
            voorstelde als Sem en een formulier. Het nummer stond onder aan pagina 3 van de algemene
            voorwaarden. Toen ik belde, kreeg ik binnen een minuut een vriendelijke vrouw die het in
            4 minuten oploste. Ik vroeg waarom het nummer zo lastig te vinden was. ‘Dat vraagt
            iedereen’, zei ze. ‘Het staat bij ons in de top 5 van vragen.’

            Daar heb ik nog lang over nagedacht. Een bedrijf heeft goede mensen in dienst, leidt ze
            op, betaalt ze, en zet er dan een kast voor.

            ## Een nieuw bordje

            Het verstoppen begint binnen. Ik ken een afdeling die in 6 jaar 4 namen had.
            Klantenservice werd Customer Care, Customer Care werd Customer Experience, en toen dat
            ook niet hielp, werd het Team Wow. De mensen bleven dezelfde, net als hun salaris en hun
            rooster. Een recruiter legde me uit waarom: op een vacature met ‘klantenservice’ erin
            reageert niemand.

            Dat kan kloppen. Als een woord besmet is, kun je 2 dingen doen. Je zoekt een ander woord,
            of je zoekt uit waar de besmetting zit. Het eerste kost een middag, het tweede een jaar.
            Je raadt wat er meestal gebeurt.

            Het gekke is dat goede teams eraan meedoen. Ik spreek teamleiders die trots zijn op hun
            afdeling en op een verjaardag zeggen dat ze ‘iets met processen’ doen. Zo laten we het
            woord over aan de slechte voorbeelden. Wie aan klantenservice denkt, denkt aan een
            wachtmuziekje, want de rest heeft zich omgedoopt.
        """),
        Quote(
            "Het is angst, met een spreadsheet erbij.",
            "Pim Ravesloot",
            "over ‘dan gaat iedereen bellen’",
        ),
        Text("""
            ## Dan gaat iedereen bellen

            Ik hoor het bezwaar al. Zet je het nummer groot op de site, dan gaat iedereen bellen. Wij
            hebben het geprobeerd. Ik werk bij een webwinkel in fietsonderdelen, met 11 mensen aan de
            telefoon en in de mail. Een jaar geleden zetten we het nummer boven aan elke pagina, met
            de wachttijd van dat moment ernaast. De eerste 3 weken kregen we 18 procent meer
            telefoontjes. Daarna zakte het. Na een half jaar zaten we 4 procent boven het oude
            niveau. Wat bleef dalen, was het aantal mails met als onderwerp ‘derde keer’.

            Ik zeg niet dat het bij jou ook zo gaat. Ik zeg dat je het niet weet zolang je het niet
            hebt gemeten. ‘Dan gaat iedereen bellen’ is geen meting. Het is angst, met een
            spreadsheet erbij.

            En ja, op drukke dagen staat er ‘wachttijd 14 minuten’. Dat leest niet prettig. Het is
            wel waar, en je kunt zelf beslissen of je eerst de was ophangt. De klachten over wachten
            werden er niet meer door. Ze werden korter.

            ## Zeg het gewoon

            Sinds januari staat er weer ‘Klantenservice’ op onze deur. Het terughangen was minder
            plechtig dan het klinkt, want het oude bordje lag nog in de kelder. Danny heeft het
            schoongemaakt en ik hield de ladder vast. Er is geen persbericht van gemaakt.

            Eén ding is veranderd: de nieuwe collega’s. Die vragen bij hun sollicitatie niet meer wat
            wij eigenlijk doen. Sommige mensen lezen zo’n woord in een vacature en haken af. Dat is
            goed. De mensen die overblijven, weten waar ze ja tegen zeggen.

            ## Voor maandag

            Geef je telefoon aan iemand die niet bij je werkt en vraag of hij jullie nummer wil
            opzoeken. Kijk op de klok en zeg niets. Alles boven de 20 seconden is verstoppen.
        """),
    ],
)
