"""The form that makes a copy of an event."""

from django.contrib.auth.decorators import permission_required
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from wagtail.admin import messages

from events.organiser.copying.forms import CopyForm
from events.organiser.copying.services import copy_event
from events.organiser.views import DeskForm, OfEvent, tell_of_rates


@method_decorator(
    permission_required("events.add_event", raise_exception=True), name="dispatch"
)
class CopyEventView(OfEvent, DeskForm):
    """From an event of one's own."""

    form_class = CopyForm
    page_title = "Kopiëren"
    explanation = (
        "Je krijgt een nieuw evenement met dezelfde plek, regels, duotickets en "
        "organisatoren. De pagina komt mee als concept. Bestellingen, gasten en "
        "kortingscodes komen niet mee."
    )
    button = "Maak de kopie"

    def get_initial(self):
        return {"name": self.event.name}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"today": timezone.localdate()}

    def act(self, form):
        self.made = copy_event(
            event=self.event, by=self.by_me_now()["by"], **form.cleaned_data
        )
        messages.success(
            self.request, "De kopie is gemaakt. Kijk de dagen en de prijzen na."
        )
        tell_of_rates(self.request, self.made)

    def get_success_url(self):
        return reverse("organiser_events:edit", args=[self.made.pk])
