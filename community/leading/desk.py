"""The ways to it in the working space."""

from community.working_groups.doors import Door, door

door(Door(60, "Leden", "Wie er meedoet, als wat, en tot wanneer.", "members_desk"))
door(Door(70, "Fase", "Waar de groep staat, en vanaf wanneer.", "group_phase"))
door(
    Door(
        80,
        "Teksten van de groep",
        "Opdracht, kader, hoe jullie besluiten en wie jullie zoeken.",
        "group_texts",
    )
)
