"""The way to it in the working space."""

from community.working_groups.doors import Door, door

door(
    Door(
        40,
        "Notities",
        "Samen schrijven; van een notitie maak je een uitkomst.",
        "group_notes",
        for_leads=False,
    )
)
door(
    Door(
        50,
        "Documenten",
        "Alleen voor leden, tot de trekker er een plaatst.",
        "group_files",
        for_leads=False,
    )
)
