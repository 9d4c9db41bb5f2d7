"""The newsletter: a number that went out, one in the making, and who reads it."""

from config.demo.writing import Issue

SENT = Issue(
    slug="wie-er-luistert",
    title="Wie er luistert, en wie jij meeneemt",
    preheader="Vijf hoog in Amersfoort, 12.000 gesprekken op één dag, en een kaartje voor twee.",
    opening="Deze maand gaan we kijken bij mensen die luisteren voor hun werk. En we vragen je iets: wie zou jij aan tafel willen hebben?",
    pages=[
        "op-vijf-hoog-wordt-vooral-geluisterd",
        "van-3000-naar-12000-per-dag",
        "wie-neem-jij-mee",
        "hackathon",
    ],
    closing="Heb je iets gezien dat wij moeten opschrijven, antwoord dan gewoon op deze mail.",
    days_ago=3,
)
DRAFT = Issue(
    slug="na-de-rode-kaart",
    title="Na de rode kaart",
    preheader="Wat een keurmerk waard is als niemand het kan kwijtraken.",
    opening="Over normen wordt veel gepraat. Twee verhalen over wat er gebeurt als iemand zich er niet aan houdt.",
    pages=["wat-is-een-keurmerk-zonder-rode-kaart", "van-kostenpost-naar-kompas"],
    closing="",
    days_ago=0,
)
READERS = [  # who, how often, which theme
    ("els.dijkman@voorbeeld.example", "week", ""),
    ("sander.vos@voorbeeld.example", "month", ""),
    ("noor.bakker@voorbeeld.example", "month", "mens"),
    ("tom.visser@voorbeeld.example", "month", "kwaliteit"),
]
