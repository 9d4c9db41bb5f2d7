"""Move an event in the back office; and the buyer's page with the two buttons."""

from django.contrib import messages as public_messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events.cancellations.services import NotSold
from events.orders.models import Order
from events.organiser.moving.dates import what_stays
from events.organiser.moving.forms import ChoiceForm, MoveForm
from events.organiser.moving.models import Choice
from events.organiser.moving.services import (
    CalledOff,
    MovedMeanwhile,
    SameMoment,
    TooLate,
    When,
    choose,
    insist_on_moments,
    moments_of,
    move_event,
    standing_of,
)
from events.organiser.views import DeskForm, OfEvent, tell_of_rates
from home.personal import personal_link


@method_decorator(
    permission_required("events.change_order", raise_exception=True), name="dispatch"
)
class MoveView(OfEvent, DeskForm):
    """The form, with what came of the last move above it."""

    form_class = MoveForm
    template_name = "events/organiser/move.html"
    page_title = "Verzetten"
    explanation = (
        "Iedereen krijgt een mail. Kopers kiezen of ze op de nieuwe dag komen of hun "
        "geld terug willen. Wie als gast mee mag op leeftijd bevestigt opnieuw, als de "
        "eerste dag verandert. De sluitdata voor verkoop en annuleren schuiven mee, "
        "ook die van een duoticket."
    )
    button = "Verzet het evenement"
    refusals = {
        SameMoment: "Het evenement staat al op dit moment.",
        CalledOff: "Dit evenement gaat niet door.",
        MovedMeanwhile: "Het evenement is intussen al verzet, door een collega of door "
        "jou in een ander venster. Open de pagina opnieuw: dan zie je naar wanneer.",
    }

    def get_initial(self):
        names = ("starts_at", "ends_at", "changes_until")
        moments = {name: getattr(self.event, name) for name in names}
        return moments | {"as_read": moments_of(self.event)}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"now": timezone.now()}

    def act(self, form):
        asked = form.cleaned_data
        with transaction.atomic():
            if asked["as_read"]:
                insist_on_moments(self.event, asked["as_read"])
            move = move_event(
                event=self.event,
                to=When(asked["starts_at"], asked["ends_at"], asked["changes_until"]),
                choose_until=asked["choose_until"],
                why=asked["why"],
                **self.by_me_now(),
            )
        messages.success(self.request, "Het evenement is verzet; de mails gaan weg.")
        tell_of_rates(self.request, move.event)

    def get_success_url(self):
        return self.request.path

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "standing": standing_of(self.event),
            "stays": what_stays(self.event, timezone.now()),
        }


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def order_moved(request, reference, token):
    """Keep or money back; a GET changes nothing."""
    order = get_object_or_404(
        Order.objects.select_related("event"), reference=reference, token=token
    )
    choice = Choice.objects.latest_of(order).first()
    if choice is None:
        raise Http404
    if request.method == "POST":
        form = ChoiceForm(request.POST)
        if form.is_valid():
            _choose(request, choice, form.cleaned_data["answer"])
        return redirect("order_moved", reference, token)
    context = {
        "order": order,
        "event": order.event,
        "choice": choice,
        "move": choice.move,
        "is_open": order.is_paid
        and order.event.called_off_at is None
        and choice.answer != Choice.Answer.REFUND
        and timezone.now() < choice.move.choose_until,
        "total": sum(pair.price for pair in order.pairs.all() if pair.is_sold),
    }
    return render(request, "events/moving/choose.html", context)


def _choose(request, choice: Choice, answer: str) -> None:
    try:
        choose(choice=choice, answer=answer, now=timezone.now())
    except TooLate:
        public_messages.error(request, "Kiezen kan niet meer.")
    except NotSold:
        public_messages.error(request, "Deze bestelling is intussen geannuleerd.")
