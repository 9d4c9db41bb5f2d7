"""Two people, or two tabs, with the same form: the second undoes nothing unseen."""

from collections.abc import Iterable
from hashlib import sha256

from django import forms
from django.db.models import Model
from django.forms.models import model_to_dict
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminModelForm

from events.tickets.models import Event
from events.tickets.services import lock


class ChangedMeanwhile(Exception):
    """What this form shows is not what there is any more."""


class AsReadForm(WagtailAdminModelForm):
    """Remembers, out of sight, what there was when it was opened."""

    as_read = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            self.initial["as_read"] = version_of(self.instance, self._meta.fields)

    def insist_on_what_was_read(self, event: Event) -> None:
        """Raises ChangedMeanwhile; the event is locked from here on."""
        lock(event)
        as_read = self.cleaned_data.get("as_read")
        if not self.instance.pk or not as_read:
            return
        there = type(self.instance)._default_manager.get(pk=self.instance.pk)
        if as_read != version_of(there, self._meta.fields):
            raise ChangedMeanwhile


def version_of(row: Model, names: Iterable[str]) -> str:
    """Of these fields, and of the rows that are written with it."""
    said = model_to_dict(row, fields=list(names))
    for name, value in said.items():
        if isinstance(value, list):
            said[name] = sorted(other.pk for other in value)
    parts = [
        list(
            relation.related_model._default_manager.filter(
                **{relation.field.name: row.pk}
            )
            .order_by("pk")
            .values_list()
        )
        for relation in get_all_child_relations(type(row))
    ]
    return sha256(repr([sorted(said.items()), parts]).encode()).hexdigest()
