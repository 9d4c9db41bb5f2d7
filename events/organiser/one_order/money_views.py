"""The two forms about places and money of one order."""

from events.cancellations.services import NotSold, TooLate, offers
from events.organiser.one_order import money_acts
from events.organiser.one_order.money_acts import GivenJustNow, MoreThanIsLeft
from events.organiser.one_order.money_forms import CancelForm, RefundForm
from events.organiser.one_order.views import ActView
from home.dutch import euro


class CancelView(ActView):
    """Pairs that do not come; what comes back is chosen beside it."""

    form_class = CancelForm
    page_title = "Duo’s annuleren"
    explanation = (
        "De plaatsen zijn meteen vrij en de kaartjes werken niet meer. Koper, gastheer "
        "en gast krijgen een mail. Dit is niet terug te draaien."
    )
    button = "Annuleer deze duo’s"
    done = "De duo’s zijn geannuleerd."
    refusals = {
        NotSold: "Een van deze duo’s is intussen al geannuleerd. Ververs de pagina.",
        TooLate: "Volgens de regels kan annuleren niet meer. Kies alles of niets.",
    }

    def get_form_kwargs(self):
        now = self.by_me_now()["now"]
        offered = offers(order=self.order, now=now)
        rules = {offer.pair.number: offer.back for offer in offered}
        pairs = [
            (pair.number, self.words(pair, rules.get(pair.number)))
            for pair in self.order.pairs.all()
            if pair.is_sold
        ]
        return super().get_form_kwargs() | {"pairs": pairs}

    def words(self, pair, back) -> str:
        """Who it is, and what the rules would give."""
        who = pair.host_name or "nog geen gastheer"
        rules = "niets meer" if back is None else euro(back)
        price = euro(pair.price)
        return f"Duo {pair.number}, {who}: {price}, volgens de regels terug: {rules}"

    def act(self, form):
        asked = form.cleaned_data
        money_acts.cancel(
            order=self.order,
            numbers=asked["pairs"],
            back=asked["back"],
            why=asked["why"],
            **self.by_me_now(),
        )


class RefundView(ActView):
    """Money back while the pairs come all the same, or after a cancellation."""

    form_class = RefundForm
    page_title = "Geld teruggeven"
    explanation = (
        "De duo’s houden hun plaats. De koper krijgt een mail met een creditnota; het "
        "geld gaat naar de rekening waarmee is betaald."
    )
    button = "Betaal dit terug"
    done = "Het geld gaat terug."
    refusals = {
        GivenJustNow: "Dit bedrag gaf je net al terug, om dezelfde reden. Moet het "
        "echt nog een keer, schrijf er dan bij waarom.",
    }

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except MoreThanIsLeft as reason:
            form.add_error("amount", f"Er kan nog {euro(reason.left)} terug.")
            return self.form_invalid(form)

    def act(self, form):
        money_acts.refund(
            order=self.order,
            amount=form.cleaned_data["amount"],
            why=form.cleaned_data["why"],
            **self.by_me_now(),
        )
