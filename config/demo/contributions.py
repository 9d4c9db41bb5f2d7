"""Who writes along: a piece in the making, one handed in, and a writer with a reward."""

from config.demo.writing import Piece

WRITERS = ["Lotte Brandsma", "Milan Kuiper"]  # by the stories they wrote
PIECES = [
    Piece(
        name="Geert Olthof",
        function="planner",
        title="De zaterdag die niemand wil",
        plan="Bij ons ruilde iedereen de zaterdag weg, tot we de vraag omdraaiden: wie wil hem juist wel?",
        text="""Elke maand kwam het rooster uit, en elke maand stond binnen een uur de hele zaterdag in de ruilbak. Ik ben planner. Ik zag 14 namen die iets anders wilden, en 1 dag die overbleef.

We losten het op met regels. Om de beurt, hooguit 2 per maand, wie ruilt zorgt zelf voor een ander. De regels klopten. De zaterdag bleef leeg, en op maandag begon het gesprek opnieuw.

In maart vroeg een collega waarom we nooit hadden gevraagd wie het wel wilde. Ik lachte erom. Toch hing ik een lijst op. Op vrijdag stonden er 5 namen onder: 2 studenten, een vader die zijn kinderen op dinsdag heeft, en 2 mensen die de stad op zaterdag juist te druk vinden.

Nu hebben we een vaste zaterdagploeg van 6. Ze krijgen er een vrije dag voor die zij zelf kiezen. De ruilbak is bijna leeg. Het ziekteverzuim op zaterdag ging van 11 naar 4 procent.

Wat ik ervan leerde: een rooster is een antwoord. Ik had de vraag niet gesteld.""",
        status="in",
        days_ago=2,
    ),
    Piece(
        name="Yvette Brouwers",
        function="klantenservice gemeente",
        title="Drie keer de website",
        plan="Wie bij ons belt, heeft de website al gelezen. Waarom vragen we er dan nog naar?",
        text="Wie bij ons belt, heeft de website gemiddeld drie keer gelezen.",
        status="draft",
        days_ago=6,
    ),
]
