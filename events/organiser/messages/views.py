"""Write a message, look at it with the number of readers, and send it."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.decorators import method_decorator
from wagtail.admin import messages

from events.organiser.messages.forms import MessageForm
from events.organiser.messages.models import Message
from events.organiser.messages.services import (
    Letter,
    NobodyThere,
    addressees_of,
    send_message,
)
from events.organiser.views import DeskForm, OfEvent

SENT_ON_A_PAGE = 20
NOBODY = "Er is nu niemand aan wie je dit kunt sturen."


@method_decorator(
    permission_required("events.change_order", raise_exception=True), name="dispatch"
)
class MessageView(OfEvent, DeskForm):
    """Two steps, one address: nothing is sent before the second."""

    form_class = MessageForm
    template_name = "events/organiser/message.html"
    page_title = "Bericht sturen"
    explanation = "Je ziet eerst hoe het wordt en hoeveel mensen het krijgen."
    button = "Bekijk het bericht"
    refusals = {NobodyThere: NOBODY}

    def form_valid(self, form):
        if "send" in self.request.POST:
            return super().form_valid(form)
        asked = form.cleaned_data
        number = len(addressees_of(self.event, asked["to"]))
        if not number:
            form.add_error("to", NOBODY)
            return self.form_invalid(form)
        shown = Message(subject=asked["subject"], text=asked["text"], to=asked["to"])
        context = self.get_context_data(form=form, shown=shown, number=number)
        return self.render_to_response(context)

    def act(self, form):
        asked = form.cleaned_data
        message = send_message(
            event=self.event,
            letter=Letter(asked["to"], asked["subject"], asked["text"]),
            key=asked["key"],
            **self.by_me_now(),
        )
        number = message.addressees.count()
        people = "1 persoon" if number == 1 else f"{number} mensen"
        messages.success(self.request, f"Het bericht gaat naar {people}.")

    def get_success_url(self):
        return reverse("organiser_events:inspect", args=[self.event.pk])

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        sent = (
            Message.objects.filter(event=self.event)
            .select_related("by")
            .order_by("-sent_at", "-pk")
        )
        pages = Paginator(sent, SENT_ON_A_PAGE)
        return {**context, "sent": pages.get_page(self.request.GET.get("p"))}
