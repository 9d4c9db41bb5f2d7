"""Search who it is, read what moves, and make one of two."""

from django.contrib.auth.mixins import UserPassesTestMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from home.claims.desk.views import may_decide
from home.merging.services import NotTheSame, merge, what_points_at, why_not
from home.numbers import row_number
from home.people.models import Person

MOST_FOUND = 12


class PersonListView(IndexView):
    """With a way to say that somebody stands there twice."""

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if may_decide(self.request.user):
            address = reverse("merge_person", args=[instance.pk])
            buttons.append(Button("Voeg samen", url=address, icon_name="group"))
        return buttons


class MergeView(UserPassesTestMixin, WagtailAdminTemplateMixin, TemplateView):
    """Without `met` it searches; with it, it asks to confirm."""

    template_name = "home/merging/merge.html"
    page_title = "Voeg samen"
    header_icon = "group"
    raise_exception = True

    def test_func(self):
        return may_decide(self.request.user)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        try:
            into = merge(person=self._person, into=self._chosen(), by=request.user)
        except NotTheSame as refusal:
            messages.error(request, " ".join(refusal.reasons))
            return redirect(request.get_full_path())
        messages.success(request, f"{into} staat er nu één keer.")
        return redirect("wagtailsnippets_home_person:edit", into.pk)

    def _chosen(self) -> Person:
        found = self._other()
        if found is None:
            raise Http404
        return found

    @property
    def _person(self) -> Person:
        return get_object_or_404(Person, pk=self.kwargs["pk"])

    def _other(self) -> Person | None:
        """Chosen from what was found."""
        number = row_number(self.request.GET.get("met", ""))
        return get_object_or_404(Person, pk=number) if number else None

    def get_context_data(self, **kwargs):
        person, into = self._person, self._other()
        words = self.request.GET.get("zoek", person.name).replace("\0", "")[:100]
        found = Person.objects.exclude(pk=person.pk).order_by("name", "pk")
        for word in words.split()[:6]:
            found = found.filter(name__icontains=word)
        return {
            **super().get_context_data(**kwargs),
            "person": person,
            "into": into,
            "reasons": why_not(person, into) if into else [],
            "moves": what_points_at(person).items() if into else (),
            "words": words,
            "found": found.select_related("organisation")[:MOST_FOUND],
        }
