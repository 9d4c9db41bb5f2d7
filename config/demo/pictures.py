"""Raster pictures for the demo, drawn by ourselves: no picture file in the repository."""

import io
from collections.abc import Callable
from typing import NamedTuple, cast

import typst
from django.conf import settings
from PIL import Image

from config.demo.drawing import gathering, town, work

SOURCE = b"""
#set page(width: 1500pt, height: 1000pt, margin: 0pt)
#image(bytes(sys.inputs.scene), format: "svg", width: 1500pt, height: 1000pt)
"""
CREDIT = "Een Nieuw Geluid (eigen tekening)"


class Picture(NamedTuple):
    """A drawing, with what a photographer would send along."""

    title: str
    alt: str
    note: str
    draw: Callable[[], str]
    agreed_for: int = 0  # days; without an end when 0


PICTURES = {
    "koffietafel": Picture(
        "Aan de koffietafel",
        "Twee mensen praten aan een tafel bij het raam, de een draagt een headset. Buiten staat een hoge toren tegen een oranje zon.",
        "Aan de koffietafel, met uitzicht op de stad.",
        work.coffee_table,
    ),
    "contactcentrum": Picture(
        "Maandagochtend",
        "Een medewerker met een oranje hoofddoek zit achter een scherm met een geluidsgolf. Achter haar zitten drie collega’s met een headset.",
        "De drukste lijn van de week: maandagochtend.",
        work.contact_centre,
    ),
    "ronde-tafel": Picture(
        "Rond de tafel",
        "Acht mensen zitten om een ronde tafel, van boven gezien. In het midden komen hun stemmen samen als stralen.",
        "Acht mensen, één tafel, geen hoofdeinde.",
        gathering.round_table,
    ),
    "kampvuur": Picture(
        "Kampvuur zonder rook",
        "Een laptop in het donker met zes gezichten in een videogesprek. Ervoor brandt een vuur van ronde staven.",
        "Het kampvuur is online, het gesprek is echt.",
        gathering.campfire,
    ),
    "headset": Picture(
        "De headset",
        "Een grote oranje headset op een blauw vlak. Het snoer gaat over in een geluidsgolf.",
        "Het gereedschap van het vak.",
        town.headset,
    ),
    "amersfoort": Picture(
        "Amersfoort gaat aan het werk",
        "Een waterpoort met twee torens, trapgevels en een hoge kerktoren bij zonsopkomst. Iemand fietst langs het water.",
        "Half acht ’s ochtends, langs het water.",
        town.amersfoort,
    ),
    "planner": Picture(
        "Het rooster van volgende week",
        "Twee mensen, van achteren gezien, staan voor een wand met een weekrooster vol gekleurde briefjes. De een wijst iets aan.",
        "Volgende week, op briefjes.",
        work.planner,
        agreed_for=45,  # so that the report of consent has something to tell
    ),
}


def jpeg(name: str) -> bytes:
    """The picture, as wide as a camera would give it."""
    inputs = {"scene": PICTURES[name].draw()}
    compiler = typst.Compiler(ignore_system_fonts=True)
    ppi = 72 * settings.DEMO_PHOTO_WIDTH / 1500
    drawn = compiler.compile(SOURCE, format="png", ppi=ppi, sys_inputs=inputs)
    file = io.BytesIO()
    picture = Image.open(io.BytesIO(cast("bytes", drawn))).convert("RGB")
    picture.save(file, "JPEG", quality=88, optimize=True, progressive=True)
    return file.getvalue()
