"""Example data for the style guide: plain values, no queries."""

import datetime
from decimal import Decimal

from django import forms
from django.core.paginator import Paginator

from home.embeds import player_for
from home.icons import ICONS

COLOURS = [
    ("--paper", "de grond van elke pagina"),
    ("--shade", "een rustig vlak"),
    ("--sheet", "formulier, koopvak"),
    ("--ink", "tekst, zware lijnen"),
    ("--soft", "bijtekst"),
    ("--edge", "rand van een veld"),
    ("--voice", "knop, stem, accent"),
    ("--voice-text", "accent als tekst"),
    ("--night", "voet, menu, koopbalk"),
    ("--quality", "thema Kwaliteit"),
    ("--quality-tint", "vlak Kwaliteit"),
    ("--image", "thema Imago"),
    ("--image-tint", "vlak Imago"),
    ("--human", "thema Mens"),
    ("--human-tint", "vlak Mens"),
    ("--good", "gelukt"),
    ("--good-tint", "vlak gelukt"),
    ("--warn", "let op"),
    ("--warn-tint", "vlak let op"),
    ("--bad", "fout"),
    ("--bad-tint", "vlak fout"),
]
PROGRAMME = [
    {
        "time": "09.30",
        "title": "Binnenkomst",
        "text": "Koffie, naamkaart, en je zoekt je tafel samen met je gast.",
    },
    {
        "time": "10.00",
        "title": "3 vragen op tafel",
        "text": "Elke werkgroep legt neer waar ze vastloopt.",
    },
]
PEOPLE = [
    {
        "name": "Sander Vermeij",
        "about": "oprichter, Vijfhoog",
        "interest": "mede-eigenaar van Vijfhoog",
    },
    {
        "name": "Naima El Idrissi",
        "about": "teamleider webwinkels",
        "url": "#lezen",
    },
    {"name": "Joost van Alphen", "about": "klantexpert bij een gemeente"},
]
TITLES = [
    ("Op vijf hoog wordt vooral geluisterd", "mens"),
    ("Van drieduizend naar twaalfduizend, op één dag", "mens"),
    ("De planner schuift aan", "mens"),
    ("Een kampvuur zonder rook", "mens"),
    ("Wat is een keurmerk zonder rode kaart?", "kwaliteit"),
    ("Van kostenpost naar kompas", "kwaliteit"),
    ("Vast, flex en wat ertussen zit", "kwaliteit"),
    ("Luisteren is een vak", "kwaliteit"),
    ("Stop met het verstoppen van je klantenservice", "imago"),
    ("Onze chatbot mislukte. Dit leerden we", "imago"),
    ("Ook de nacht heeft een lijn", "imago"),
    ("Rond de tafel", ""),
]

BLOCKS = {
    "question": {
        "question": "Waarom is dit werk moeilijker dan mensen denken?",
        "answer": {
            "source": "<p>‘Omdat het makkelijke deel weg is. Een adres wijzigen doe je "
            "zelf, daar bel je niet meer voor. Wie ons belt, zit vast.’</p>"
        },
    },
    "quote": {"text": "Wie ons belt, zit vast. Dan is rust het halve antwoord."},
    "facts": {
        "title": "In het kort",
        "facts": [{"label": "Waar", "value": "Het Seinhuis"}],
    },
    "note": {"text": {"source": "<p>Dit gesprek is gevoerd op kantoor.</p>"}},
    "table": {"title": "Aan tafel"},
    "worked": {
        "worked": ["Een schrift bij de telefoon", "Eén dag per week meedenken"],
        "failed": ["Een bot zonder iemand die de telefoon opneemt"],
    },
    "reply": {"who": "De leverancier", "asked_on": datetime.date(2026, 11, 2)},
    "embed": {"title": "Een ochtend bij de nachtlijn", "text": "Met ondertiteling"},
    "player": player_for("https://vimeo.com/76979871"),
    "call": {"text": "Zelf meepraten over de norm?", "button": "Doe mee"},
    "read_also": {"pages": [{"name": "De planner schuift aan", "url": "#lezen"}]},
    "file": {
        "text": "De vragen die de werkgroep stelde",
        "file": {
            "name": "Vragenlijst",
            "url": "#lezen",
            "file_type": "pdf",
            "file_size": "120 KB",
        },
    },
    "term": {
        "name": "WFM",
        "more": "Het vak dat zorgt dat er genoeg mensen zijn op het juiste uur.",
        "state": "wfm",
    },
}


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Voor- en achternaam", max_length=120)
    email = forms.EmailField(
        label="E-mailadres", help_text="Hier sturen we je kaartjes naartoe."
    )
    role = forms.CharField(
        label="Wat doe je in klantcontact?",
        required=False,
        help_text="Bijvoorbeeld: teamleider, planner, klantexpert.",
    )
    postcode = forms.CharField(
        label="Postcode", widget=forms.TextInput(attrs={"class": "short"})
    )
    number = forms.ChoiceField(
        label="Aantal duo’s", choices=[("1", "1 duo"), ("2", "2 duo’s")]
    )
    when = forms.ChoiceField(
        label="Wie neem je mee?",
        widget=forms.RadioSelect,
        choices=[
            ("now", "Ik weet wie ik meeneem\nWe sturen je gast een eigen link."),
            ("later", "Ik nodig later iemand uit\nDat kan tot en met 5 maart."),
        ],
    )
    note = forms.CharField(
        label="Iets wat we moeten weten?",
        required=False,
        widget=forms.Textarea,
        help_text="Eten, toegankelijkheid, een tolk.",
    )
    terms = forms.BooleanField(
        label="Ik ga akkoord met de voorwaarden",
        help_text="Voor een evenement op een vaste datum geldt geen bedenktijd.",
    )


WRONG = {"name": "Iris de Wit", "email": "iris@voorbeeld", "role": "Teamleider"}


def examples() -> dict:
    """All that templates/home/style_guide.html shows."""
    return {
        "colours": COLOURS,
        "icons": sorted(ICONS),
        "titles": TITLES,
        "form": ExampleForm(auto_id="leeg_%s"),
        "wrong": ExampleForm(WRONG, auto_id="fout_%s"),
        "pages": Paginator(range(60), 12).page(2),
        "day": datetime.date(2027, 3, 10),
        "blocks": BLOCKS,
        "facts": [
            {"label": "Waar", "value": "Amersfoort, vijfde verdieping"},
            {"label": "Mensen", "value": "200, van wie 38 op locatie"},
            {"label": "Wil nog leren", "value": "Hoe je pauzes vrij houdt op maandag"},
        ],
        "people": PEOPLE,
        "programme": PROGRAMME,
        "lines": [
            {"label": "1 duoticket, 2 personen", "amount": Decimal("123.14")},
            {"label": "Btw 21%", "amount": Decimal("25.86")},
        ],
        "total": Decimal("149.00"),
        "phases": [
            {"label": "concept", "current": False},
            {"label": "in consultatie", "current": True},
            {"label": "vastgesteld", "current": False},
        ],
        "trail": [
            {"title": "De vraag", "text": "Wat gebeurt er als het niet goed is?"},
            {"title": "Wat we deden", "text": "12 gesprekken en 1 proef."},
            {"title": "Het resultaat", "text": "9 criteria en een open register."},
        ],
        "crumbs": [
            {"title": "Werkgroepen", "url": "#paden"},
            {"title": "Kwaliteit", "url": "#paden"},
        ],
        "bars": [("Een vast team", 24, "100%"), ("Korte wachttijd", 5, "21%")],
    }
