"""The way to it in the working space."""

from community.working_groups.doors import Door, door

door(
    Door(
        10,
        "Uitkomsten",
        "Wat jullie vonden: schrijven, laten lezen en plaatsen.",
        "outcomes_of_group",
        for_leads=False,
    )
)
