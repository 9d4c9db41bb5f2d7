"""The stand-in for Stripe's payment page: what the buyer sees, what a click does."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.template import Context, Engine

from events.payments.fake_stripe.account import SESSION, Json
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.refusals import Impossible, Refusal

HERE = Path(__file__).parent / "templates"
ENGINE = Engine(dirs=[str(HERE)])
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Page = tuple[int, str]


def render(template: str, **context: Any) -> str:
    return ENGINE.get_template(template).render(Context(context))


def style() -> str:
    return (HERE / "style.css").read_text()


def not_found() -> Page:
    return 404, render("message.html", title="Deze pagina is er niet")


def pay_page(core: FakeStripe, session_id: str, *, said: str = "") -> Page:
    try:
        with core.turn() as account:
            session = account.get(SESSION, session_id)
            lines = account.lines[session_id]
    except Refusal:
        return not_found()
    if session["status"] != "open":
        return 200, _closed(session)
    return 200, render(
        "pay.html",
        said=said,
        lines=[
            {
                "name": line["description"],
                "quantity": line["quantity"],
                "amount": euros(line["amount_total"]),
            }
            for line in lines
        ],
        total=euros(session["amount_total"]),
        until=moment(session["expires_at"]),
        cancel_url=session["cancel_url"],
        methods=session["payment_method_types"],
        email=session["customer_email"],
    )


def choose(core: FakeStripe, session_id: str, choice: str) -> Page | str:
    """Do what the buyer clicked; an address means: the browser goes there."""
    try:
        if choice in ("ideal", "card"):
            return _thanks(core.pay(session_id, method=choice))
        if choice == "later":
            return _thanks(core.pay_later(session_id))
        if choice == "closed":
            core.pay(session_id)
            return 200, render(
                "message.html",
                title="Betaald, en de browser is dicht",
                text="Er gaat niemand terug naar de site. "
                "Die hoort het van de webhook, of vraagt het zelf.",
            )
        if choice == "refused":
            core.decline(session_id)
            said = "Je bank heeft de betaling geweigerd. Probeer het nog eens."
            return pay_page(core, session_id, said=said)
        if choice == "expired":
            core.expire(session_id)
    except (Impossible, Refusal):
        pass  # clicked twice, or too late: the page tells how it stands
    return pay_page(core, session_id)


def _thanks(session: Json) -> str:
    return session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"])


def _closed(session: Json) -> str:
    if session["status"] == "expired":
        title, text = "Deze betaalpagina is verlopen", "Er is niets betaald."
    elif session["payment_status"] == "paid":
        title, text = "Deze bestelling is betaald", "Meer hoef je hier niet te doen."
    else:
        title, text = "Je betaling wordt verwerkt", "De bank geeft later uitslag."
    return render("message.html", title=title, text=text, back=session["cancel_url"])


def euros(cents: int) -> str:
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"{sign}€\N{NO-BREAK SPACE}{f'{whole:,}'.replace(',', '.')},{rest:02}"


def moment(epoch: int) -> str:
    return f"{datetime.fromtimestamp(epoch, AMSTERDAM):%d-%m-%Y, %H.%M} uur"
