"""Call an event off, after typing its name; then the report of the run."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.utils.decorators import method_decorator

from events.organiser.calling_off.services import AlreadyOver, call_off, report_of
from events.organiser.views import DeskForm, OfEvent
from home.fields import Line


class CallOffForm(forms.Form):
    """What everybody reads, and a check that this is the right event."""

    why = Line(
        label="Waarom gaat het niet door?",
        max_length=300,
        empty="Schrijf op waarom het niet doorgaat.",
        help_text="Staat op de pagina van het evenement, bij elke bestelling en in de "
        "mail aan wie op de wachtlijst staat.",
    )
    name = Line(
        label="Typ de naam van het evenement over",
        empty="Typ de naam van het evenement over.",
    )

    def __init__(self, *args, event_name: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.event_name = event_name

    def clean_name(self) -> str:
        typed = self.cleaned_data["name"]
        if typed.casefold() != self.event_name.casefold():
            raise forms.ValidationError(f"De naam is: {self.event_name}.")
        return typed


@method_decorator(
    permission_required("events.change_order", raise_exception=True), name="dispatch"
)
class CallOffView(OfEvent, DeskForm):
    """The form until it is called off; from then on the report."""

    form_class = CallOffForm
    template_name = "events/organiser/call_off.html"
    page_title = "Niet door laten gaan"
    explanation = (
        "De verkoop sluit meteen. Elke bestelling wordt geannuleerd en ieder krijgt "
        "het hele bedrag terug, met een mail en een creditnota. Dit is niet terug te "
        "draaien."
    )
    button = "Laat het niet doorgaan en betaal iedereen terug"
    refusals = {AlreadyOver: "Dit evenement is al geweest."}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"event_name": self.event.name}

    def act(self, form):
        call_off(event=self.event, why=form.cleaned_data["why"], **self.by_me_now())

    def get_success_url(self):
        return self.request.path

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        called_off = self.event.called_off_at is not None
        report = report_of(self.event) if called_off else None
        return {**context, "report": report}
