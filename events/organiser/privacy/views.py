"""One page: look a person up, download what there is, erase it. Never by a GET:
an address does not belong in a log."""

from django.contrib.auth.decorators import permission_required
from django.http import JsonResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.guests.person import StillComing
from events.organiser.privacy.forms import EraseForm, PersonForm
from events.organiser.privacy.services import about, erase

RIGHT = "events.answer_person"
JSON = {"ensure_ascii": False, "indent": 2}


@method_decorator(permission_required(RIGHT, raise_exception=True), name="dispatch")
class PersonView(WagtailAdminTemplateMixin, TemplateView):
    """Of all events: who asks, asks the organisation."""

    template_name = "events/organiser/person.html"
    page_title = "Gegevens van een persoon"
    header_icon = "user"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request):
        return self._show(form=PersonForm())

    def post(self, request):
        form = PersonForm(request.POST)
        if not form.is_valid():
            return self._show(form=form)
        email = form.cleaned_data["email"]
        if "erase" in request.POST:
            return self._erase(form, email)
        found = about(email)
        if "download" in request.POST:
            answer = JsonResponse(found, json_dumps_params=JSON)
            answer["Content-Disposition"] = 'attachment; filename="gegevens.json"'
            return answer
        return self._show(form=form, email=email, found=found, sure=EraseForm())

    def _erase(self, form, email):
        sure = EraseForm(self.request.POST)
        if not sure.is_valid():
            return self._show(form=form, email=email, found=about(email), sure=sure)
        try:
            words_stay = sure.cleaned_data["words_stay"]
            erase(email=email, now=timezone.now(), words_stay=words_stay)
        except StillComing as reason:
            sure.add_error(None, _why(reason))
            return self._show(form=form, email=email, found=about(email), sure=sure)
        messages.success(self.request, "De gegevens zijn gewist.")
        return self._show(form=form, email=email, found=about(email))

    def _show(self, **context):
        return self.render_to_response(self.get_context_data(**context))


def _why(reason: StillComing) -> str:
    events = ", ".join(reason.events) or "een evenement"
    return (
        f"Deze persoon heeft nog een bestelling voor {events}. Annuleer die eerst, of "
        "wacht tot het evenement voorbij is. Er is niets gewist."
    )
