"""What is asked of an outcome, wherever it is written: in the CMS or on the site."""

from django import forms
from django.db.models import Max, Q
from django.utils import timezone
from modelcluster.forms import ClusterForm

from community.working_groups.membership import Membership
from community.working_groups.settling import objections_to
from home.cms.addresses import PageForm
from home.models import Person

CONSULTATION, STOPPED = "consultatie", "gestopt"  # as they are stored
FIXED = {"vastgesteld", "uitvoering", "gedaan"}
OVER = {"gedaan", "gestopt"}


class OutcomeChecks(ClusterForm):
    """For a form with `instance`, `parent_page` and the formset `evidence`.

    Half a text may be kept; what is published says whose it is and what comes next."""

    def set_up(self):
        """Proposes a number, and asks for an owner among those who are in the group."""
        if self.instance.number is None and "number" in self.fields:
            highest = self._siblings().aggregate(highest=Max("number"))["highest"]
            self.initial["number"] = (highest or 0) + 1
        if "responsible" in self.fields:
            self.fields["responsible"].queryset = self._may_be_responsible()
        if "evidence" in self.formsets:
            for source in self.formsets["evidence"].forms:  # never of another group
                files = source.fields["file"]
                files.queryset = files.queryset.filter(group=self.parent_page)

    def _may_be_responsible(self):
        """Of the group; a preview of a new page does not know its own parent."""
        members = Membership.objects.on(timezone.localdate())
        if hasattr(self.parent_page, "memberships"):
            members = members.filter(group=self.parent_page.pk)
        in_a_group = Q(pk__in=members.values("person"))
        now = Q(pk=self.instance.responsible_id)
        return Person.objects.filter(in_a_group | now).order_by("name", "pk")

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
        if not status:
            return cleaned
        self._check_consultation(cleaned, status)
        self._check_reason(cleaned, status)
        if not self.is_deferred_validation:
            self._check_what_comes_next(cleaned, status)
            if status in FIXED:
                self._ask_for_evidence()
                for objection in objections_to(self.instance):
                    self.add_error("status", objection)
        return cleaned

    def _check_consultation(self, cleaned, status):
        """Also for a draft: the database takes no consultation without an end."""
        if status != CONSULTATION:
            cleaned["consultation_until"] = None
        elif not cleaned.get("consultation_until") and not self._wrong(
            "consultation_until"
        ):
            self.add_error(
                "consultation_until", "Tot en met welke dag kan men reageren?"
            )

    def _check_reason(self, cleaned, status):
        if status != STOPPED:
            cleaned["stopped_because"] = ""
        elif not cleaned.get("stopped_because") and not self._wrong("stopped_because"):
            self.add_error("stopped_because", "Schrijf waarom de groep hiermee stopt.")

    def _check_what_comes_next(self, cleaned, status):
        if status in OVER:
            return
        if not cleaned.get("responsible") and not self._wrong("responsible"):
            self.add_error("responsible", "Kies wie hiervoor zorgt.")
        if not cleaned.get("next_step") and not self._wrong("next_step"):
            self.add_error("next_step", "Schrijf wat de volgende stap is.")

    def _wrong(self, name: str) -> bool:
        return name in self.errors

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


class OutcomeForm(OutcomeChecks, PageForm):
    """In the CMS."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.set_up()
