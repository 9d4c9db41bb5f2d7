"""What readers say under the stories: read, waiting, reported and hidden."""

from config.demo.writing import Reaction, Verdict

REACTIONS = [  # an answer follows what it answers
    Reaction(
        story="op-vijf-hoog-wordt-vooral-geluisterd",
        name="Wilma, teamleider in Zwolle",
        text="Die vraag uit het weekgesprek neem ik over. Bij ons begon elk gesprek met de gemiddelde gespreksduur.",
        days_ago=3,
    ),
    Reaction(
        story="op-vijf-hoog-wordt-vooral-geluisterd",
        name="Naima El Idrissi",
        text="Doen. Schrijf wel op wat je hoort, anders is het na drie weken een ritueel.",
        days_ago=3,
        answers="Wilma, teamleider in Zwolle",
    ),
    Reaction(
        story="op-vijf-hoog-wordt-vooral-geluisterd",
        name="Geert, planner",
        text="2 uur leren per week, in werktijd. Bij ons staat dat ook in het rooster, en op maandag is het altijd het eerste wat eraf gaat. Hoe houden jullie dat vol?",
        days_ago=2,
    ),
    Reaction(
        story="op-vijf-hoog-wordt-vooral-geluisterd",
        name="Bel Beter Trainingen",
        text="Wij geven hier een training over, nu met korting.",
        days_ago=2,
        state="hidden",
        ground="advert",
    ),
    Reaction(
        story="wat-is-een-keurmerk-zonder-rode-kaart",
        name="Anouk, kwaliteit",
        text="Een norm zonder gevolg is een poster. Maar wie fluit er als de opdrachtgever zelf de regels breekt?",
        days_ago=6,
    ),
    Reaction(
        story="wat-is-een-keurmerk-zonder-rode-kaart",
        name="Ruud",
        text="De schrijver heeft duidelijk nog nooit een headset op gehad.",
        days_ago=2,
        reported="personal",
    ),
    Reaction(
        story="op-vijf-hoog-wordt-vooral-geluisterd",
        name="Yvette, klantenservice gemeente",
        text="Herkenbaar dat het makkelijke deel weg is. Wie bij ons belt, heeft de website al drie keer gelezen.",
        days_ago=0,
        state="waiting",
    ),
]
CHATBOT = "onze-chatbot-mislukte-dit-leerden-we"
MONDAY = "elke-maandag-een-klacht-hardop"
VERDICTS = [
    Verdict(
        CHATBOT,
        "medewerker",
        recognises=True,
        reason="Wij kregen ook een presentatie met taart. Pas toen de bot live stond, vroeg iemand welke vragen er na de link nog komen.",
        days_ago=60,
    ),
    Verdict(
        CHATBOT,
        "technologie",
        recognises=False,
        reason="Bij ons zat de klantenservice vanaf de eerste week aan tafel, en draait hij nu 3 jaar. Het ligt niet aan de bot, het ligt aan wie je vraagt.",
        days_ago=52,
    ),
    Verdict(CHATBOT, "manager", recognises=True, reason="", days_ago=40),
    Verdict(CHATBOT, "planner", recognises=True, reason="", days_ago=31),
    Verdict(
        CHATBOT,
        "klant",
        recognises=True,
        reason="Ik was zo iemand bij vraag 6.",
        days_ago=1,
        state="waiting",
    ),
    Verdict(
        MONDAY,
        "teamleider",
        recognises=True,
        reason="Wij doen het op dinsdag. Het helpt alleen als er iemand van de afdeling bij zit die het kan oplossen.",
        days_ago=9,
    ),
]
CALL = "wie-neem-jij-mee"
TAKING_PART = [  # role, and the name of who wants to be on the list
    ("teamleider", "Wilma Hoekstra"),
    ("medewerker", "Dylan Verhoeven"),
    ("wfm", ""),
    ("medewerker", "Fatima el Amrani"),
    ("manager", "Ruud Kessels"),
    ("andere-branche", "Marit, verpleegkundige"),
    ("medewerker", ""),
    ("hr", "Joyce Bakker"),
]
ANSWER = "We schreven er in het verhaal niet bij dat we dit voorjaar opnieuw begonnen zijn, met 4 collega’s van de telefoon in het team. De eerste vraag is nu: wat vragen mensen nadat ze de website hebben gelezen? Over een half jaar vertellen we of het deze keer helpt."
