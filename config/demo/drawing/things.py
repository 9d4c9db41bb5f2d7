"""Things that stand in more than one scene."""

from config.demo.drawing.paper import area, at, stroke

# the tower of Our Lady, from its ridge up and down
TOWER = "M-92 370V0h24v-60h20v-70h14v-46l18-64 18 64v46h14v70h20v60h24v370z"


def cup(colour: str, *, flip: bool = False) -> str:
    return at(
        0,
        0,
        area("M-52-84h104v50a34 34 0 0 1-34 34h-36a34 34 0 0 1-34-34z", colour),
        stroke("M54-62h10a22 22 0 0 1 0 44H50", colour, 12),
        flip=flip,
    )
