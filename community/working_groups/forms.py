"""The form with which an outcome is written in the CMS."""

from django import forms
from django.db.models import Max
from wagtail.admin.forms import WagtailAdminPageForm


class OutcomeForm(WagtailAdminPageForm):
    """Proposes a number, and says at the field what the stand asks for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.number is None and "number" in self.fields:
            highest = self._siblings().aggregate(highest=Max("number"))["highest"]
            self.initial["number"] = (highest or 0) + 1

    def clean_number(self):
        number = self.cleaned_data["number"]
        if self._siblings().filter(number=number).exists():
            raise forms.ValidationError(
                "Dit nummer heeft een andere uitkomst van deze groep al."
            )
        return number

    def clean(self):
        cleaned = super().clean()
        status = cleaned.get("status")
        statuses = self.instance.Status
        until = cleaned.get("consultation_until")
        if status and status != statuses.CONSULTATION:
            cleaned["consultation_until"] = None
        elif status and not until and "consultation_until" not in self.errors:
            # also for a draft: the database takes no consultation without an end
            self.add_error(
                "consultation_until", "Tot en met welke dag kan men reageren?"
            )
        if status == statuses.SETTLED and not self.is_deferred_validation:
            self._ask_for_evidence()
        return cleaned

    def _ask_for_evidence(self):
        """What is settled rests on something a reader can look up."""
        evidence = self.formsets.get("evidence")
        if evidence is None or not evidence.is_valid():
            return  # its own errors are said there
        kept = [form for form in evidence.forms if form not in evidence.deleted_forms]
        if not any(form.cleaned_data.get("title") for form in kept):
            self.add_error(
                "status", "Wat vaststaat, rust op minstens 1 bron. Noem die onderaan."
            )

    def _siblings(self):
        outcomes = type(self.instance).objects
        if self.parent_page is None:
            return outcomes.none()
        return outcomes.child_of(self.parent_page).exclude(pk=self.instance.pk)
