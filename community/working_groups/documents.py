"""What a group lets everybody read."""

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Collection


class GroupDocument(models.Model):
    """A document on the page of a group, under a title of its own."""

    group = ParentalKey(
        "community.WorkingGroupPage",
        on_delete=models.CASCADE,
        related_name="documents",
        verbose_name="werkgroep",
    )
    title = models.CharField("titel", max_length=160)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        models.CASCADE,  # thrown away, it is on no page either
        related_name="+",
        verbose_name="document",
    )
    day = models.DateField("geplaatst op", default=timezone.localdate)

    panels = ["title", "document", "day"]

    class Meta:
        verbose_name = "document van een werkgroep"
        verbose_name_plural = "documenten van werkgroepen"
        ordering = ["-day", "-pk"]  # the order in which the panel and the page show it

    def __str__(self):
        return self.title


def folder_of(group) -> Collection:
    """Documents of one group are not in the way of another's."""
    root, name = Collection.get_first_root_node(), f"Werkgroep {group.title}"
    folder = root.get_children().filter(name=name).first()
    return folder or root.add_child(name=name)
