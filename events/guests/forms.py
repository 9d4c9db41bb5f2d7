"""What we ask of a guest, and what a host tells us about one."""

from datetime import date
from typing import Any

from django import forms

from events.guests.birth_date import BirthDateField
from events.guests.models import Guest
from events.guests.rules import oldest_birthday, turns
from events.tickets.models import Event
from home import dutch
from home.fields import Address, Line
from home.people.models import Sector

IN_THE_FUTURE = "Deze datum ligt in de toekomst. Kijk het jaar nog eens na."
TOO_LONG_AGO = "Dit is wel heel lang geleden. Kijk het jaar nog eens na."
TOO_YOUNG = (
    "Volgens deze datum ben je op de dag zelf nog geen {} jaar. Kijk het jaar nog eens "
    "na. Klopt het toch, laat het ons dan weten."
)
YOUNGEST, OLDEST = 16, 120  # below 16 a parent decides about somebody's data (AVG)


class InviteForm(forms.Form):
    """Whom the host brings; all the rest we ask of the guest (rule 3)."""

    name = Line(label="Naam van de gast", empty="Vul de naam van de gast in.")
    email = Address(
        label="E-mailadres van de gast",
        empty="Vul het e-mailadres van de gast in.",
        help_text="Hier sturen we de persoonlijke link naartoe, en verder niets.",
    )


class OtherGuestForm(InviteForm):
    """Who comes along instead; the questions are the same."""

    name = Line(
        label="Naam van de nieuwe gast", empty="Vul de naam van de nieuwe gast in."
    )
    email = Address(
        label="E-mailadres van de nieuwe gast",
        empty="Vul het e-mailadres van de nieuwe gast in.",
        help_text="Hier sturen we een nieuwe persoonlijke link naartoe.",
    )


class HandOverForm(forms.Form):
    """Who takes over the place of the host."""

    name = Line(label="Wie neemt deze plaats over?", empty="Vul de naam in.")
    email = Address(
        label="E-mailadres van de nieuwe gastheer",
        help_text="Hier sturen we het nieuwe kaartje naartoe.",
        empty="Vul het e-mailadres in.",
    )


class AddressForm(forms.Form):
    """Where a guest is reached who did not answer yet."""

    email = Address(
        label="Het goede e-mailadres van de gast",
        empty="Vul het e-mailadres van de gast in.",
        help_text="De link in de eerste mail werkt dan niet meer.",
    )


class GuestForm(forms.Form):
    """At most six questions, one minute, no account."""

    AGE, SECTOR = Guest.Ground.AGE.value, Guest.Ground.SECTOR.value

    name = Line(
        label="Je naam",
        help_text="Zo staat hij op je kaartje.",
        empty="Vul je naam in.",
        autocomplete="name",
    )
    email = Address(
        label="Je e-mailadres",
        help_text="Voor je kaartje. 30 dagen na het evenement wissen we het.",
        empty="Vul je e-mailadres in.",
        autocomplete="email",
    )
    ground = forms.ChoiceField(
        label="Waarom mag je mee?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies waarom je mee mag.",
            "invalid_choice": "Kies waarom je mee mag.",
        },
    )
    born = BirthDateField(
        label="Je geboortedatum",
        help_text="Dag, maand en jaar, bijvoorbeeld 31-12-1998. We rekenen er één keer "
        "mee en bewaren hem niet.",
        required=False,
    )
    sector = forms.ModelChoiceField(
        Sector.objects.none(),
        label="In welke sector?",
        empty_label="Kies een sector",
        required=False,
        error_messages={"invalid_choice": "Kies een sector uit de lijst."},
    )

    def __init__(self, *args, event: Event, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.first_day = today, event.first_day
        fields: dict[str, Any] = self.fields  # each has more to set than a Field
        limit, day = event.age_limit, dutch.day_short(event.first_day)
        youngest = dutch.day_short(oldest_birthday(event))
        fields["ground"].choices = [
            (
                self.AGE,
                f"Ik ben jonger dan {limit}\n"
                f"Op {day}, dus geboren op of na {youngest}.",
            ),
            (
                self.SECTOR,
                "Ik werk in een andere sector\n"
                "Of ik studeer, zoek werk of doe iets heel anders.",
            ),
        ]
        others = Sector.objects.exclude(pk=event.home_sector_id)
        fields["sector"].queryset = others
        for name in ("born", "sector"):
            fields[name].needed = True  # as soon as its ground is chosen

    def clean_born(self):
        born = self.cleaned_data["born"]
        if born and born > self.today:
            raise forms.ValidationError(IN_THE_FUTURE)
        if born and born.year < self.today.year - OLDEST:
            raise forms.ValidationError(TOO_LONG_AGO)
        if born and self.first_day < turns(YOUNGEST, born):
            raise forms.ValidationError(TOO_YOUNG.format(YOUNGEST))
        return born

    def clean(self):
        """Only what belongs to the chosen ground is read; the rest is dropped."""
        super().clean()
        asked = self.cleaned_data
        ground = asked.get("ground")
        if ground == self.AGE:
            asked["sector"] = None
            self._drop_errors("sector")
            if not asked.get("born") and "born" not in self.errors:
                self.add_error("born", "Vul je geboortedatum in.")
        elif ground == self.SECTOR:
            asked["born"] = None
            self._drop_errors("born")
            if not asked.get("sector") and "sector" not in self.errors:
                self.add_error("sector", "Kies de sector waarin je werkt.")
        return asked

    def answers(self) -> dict:
        """The arguments of `admit`; which ground holds, the rule decides."""
        asked = self.cleaned_data
        return {name: asked[name] for name in ("name", "email", "born", "sector")}

    def _drop_errors(self, name: str) -> None:
        self.errors.pop(name, None)
