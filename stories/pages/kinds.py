"""What kinds of stories there are; a choice, not a class each."""

from django.db import models


class Kind(models.TextChoices):
    """How a story is made, as it is called on a card."""

    PORTRAIT = "portret", "portret"
    INTERVIEW = "interview", "interview"
    COLUMN = "column", "column"
    NEWS = "nieuws", "nieuws"
    REPORT = "verslag", "verslag"
    CALL = "oproep", "oproep"
    PRACTICE = "praktijkverhaal", "praktijkverhaal"
