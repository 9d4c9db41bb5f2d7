"""Sessions of the demo: what the groups planned."""

from config.demo.writing import Session

CAMPFIRE = Session(
    slug="kampvuur-wie-bepaalt-het-rooster",
    title="Kampvuur: wie bepaalt het rooster?",
    group="mens",
    days=12,
    hour=20,
    minutes=75,
    capacity=16,
    lead=(
        "Een klein gezelschap, één vraag, en iedereen komt aan het woord. Planners, "
        "medewerkers en teamleiders vertellen wat een rooster met hun week doet."
    ),
    goal="Voor het vak: een advies van één kant over zeggenschap over je rooster.",
    accessibility="Ondertiteling staat aan. Je camera mag uit blijven.",
    roles=["medewerker", "teamleider", "wfm"],
    format="kampvuur",
    question="Wie bepaalt het rooster, en wat gebeurt er als jij iets anders nodig hebt?",
    mode="een",
    decider="Ilse van Dam, trekker van Mens, na het luisteren",
)

SESSIONS = [CAMPFIRE]
