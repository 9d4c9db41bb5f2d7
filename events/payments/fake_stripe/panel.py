"""The control panel: how all stands at the fake, and everything that can go wrong."""

from collections.abc import Callable

from events.payments.fake_stripe import events
from events.payments.fake_stripe.account import (
    CHARGE,
    DISPUTE,
    EVENT,
    INTENT,
    PAYOUT,
    REFUND,
    SESSION,
    Account,
    Json,
)
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.pages import euros, moment, render
from events.payments.fake_stripe.refusals import Impossible, Refusal

SHOWN = 30  # of each kind, newest first
FAULTS = {
    "500": "een 500, er gebeurt niets",
    "500_kept": "een 500, en dezelfde sleutel krijgt hem een dag lang weer",
    "429": "een 429: te veel aanroepen",
    "timeout": "uitgevoerd, maar er komt geen antwoord",
    "unreachable": "niet uitgevoerd, en er komt geen antwoord",
}
TELLINGS = {
    "now": "meteen",
    "twice": "meteen, en twee keer",
    "reversed": "in de verkeerde volgorde",
    "delayed": "na 10 minuten",
    "never": "nooit",
}
OUTCOMES = {
    "succeeded": "lukken meteen",
    "pending": "lukken na een dag",
    "insufficient_funds": "wachten: er staat te weinig op het tegoed",
    "fails_tomorrow": "mislukken morgen",
}
STATES = {
    "needs_response": "open",
    "won": "gewonnen",
    "lost": "verloren",
    "pending": "onderweg",
    "succeeded": "gelukt",
    "failed": "mislukt",
    "in_transit": "onderweg",
    "paid": "op de bank",
}


def page(core: FakeStripe, *, said: str = "") -> str:
    with core.turn() as account:
        return render(
            "panel.html",
            said=said,
            faults=FAULTS,
            ordered=[
                f"{FAULTS[fault['fault']]} (nog {fault['left']} keer)"
                for fault in account.faults
            ],
            tellings=TELLINGS,
            telling=account.webhooks,
            thin=account.thin,
            outcomes=OUTCOMES,
            outcome=account.refunds_go,
            sessions=[_session(account, s) for s in _newest(account, SESSION)],
            refunds=[_refund(refund) for refund in _newest(account, REFUND)],
            disputes=[_dispute(dispute) for dispute in _newest(account, DISPUTE)],
            payouts=[_payout(payout) for payout in _newest(account, PAYOUT)],
            events=[_event(account, event) for event in _newest(account, EVENT)],
        )


def _newest(account: Account, kind: str) -> list[Json]:
    return account.all(kind)[: -SHOWN - 1 : -1]


def _session(account: Account, session: Json) -> Json:
    intent = account.tables[INTENT].get(session["payment_intent"] or "")
    paid = None
    if intent and session["payment_status"] == "paid":
        paid = account.get(CHARGE, intent["latest_charge"])
    return {
        "id": session["id"],
        "reference": session["client_reference_id"] or session["id"][-8:],
        "amount": euros(session["amount_total"]),
        "state": _state(session, intent),
        "made": moment(session["created"]),
        "until": moment(session["expires_at"]),
        "url": session["url"],
        "may_expire": session["status"] == "open",
        "may_finish": bool(intent and intent["status"] == "processing"),
        "may_refund": bool(paid and not paid["refunded"]),
        "may_dispute": bool(paid and _may_dispute(paid)),
        "has_news": bool(_news(account, session["id"])),
        "intent": session["payment_intent"],
    }


def _may_dispute(charge: Json) -> bool:
    is_card = charge["payment_method_details"]["type"] == "card"
    return is_card and not charge["disputed"]


def _state(session: Json, intent: Json | None) -> str:
    if session["status"] != "complete":
        return "open" if session["status"] == "open" else "verlopen"
    if session["payment_status"] == "paid":
        return "betaald"
    is_waiting = intent and intent["status"] == "processing"
    return "in behandeling" if is_waiting else "toch niet betaald"


def _refund(refund: Json) -> Json:
    return {
        "id": refund["id"],
        "amount": euros(refund["amount"]),
        "state": STATES[refund["status"]],
        "made": moment(refund["created"]),
        "may_succeed": refund["status"] == "pending",
        "may_fail": refund["status"] in ("pending", "succeeded"),
    }


def _dispute(dispute: Json) -> Json:
    return {
        "id": dispute["id"],
        "amount": euros(dispute["amount"]),
        "state": STATES[dispute["status"]],
        "made": moment(dispute["created"]),
        "is_open": dispute["status"] == "needs_response",
    }


def _payout(payout: Json) -> Json:
    return {
        "id": payout["id"],
        "amount": euros(payout["amount"]),
        "state": STATES[payout["status"]],
        "made": moment(payout["created"]),
        "may_arrive": payout["status"] == "in_transit",
        "may_fail": payout["status"] in ("in_transit", "paid"),
    }


def _event(account: Account, event: Json) -> Json:
    told = account.undelivered.get(event["id"])
    return {
        "id": event["id"],
        "type": event["type"],
        "about": event["data"]["object"]["id"][-8:],
        "made": moment(event["created"]),
        "state": {None: "geen webhook", 0: "ontvangen"}.get(told, "nog niet ontvangen"),
        "is_told": told is not None,
    }


def _news(account: Account, session_id: str) -> list[Json]:
    """The events about a session that our endpoint hears of, oldest first."""
    told = [e for e in account.all(EVENT) if e["type"] in events.SUBSCRIBED]
    return events.about(told, session_id)


def act(core: FakeStripe, form: Json) -> str:
    """Do what was clicked, and say in a sentence what happened."""
    action = ACTIONS.get(form.get("wat", ""))
    if not action:
        return "Deze knop bestaat niet."
    try:
        return action(core, form)
    except Impossible as reason:
        return str(reason)
    except Refusal as reason:
        return f"Stripe zou weigeren: {reason}"
    except (KeyError, ValueError):
        return "Dat formulier klopt niet."


def _fault(core: FakeStripe, form: Json) -> str:
    times = min(max(int(form.get("keer", "1")), 1), 99)
    core.fail_next(form["fout"], times=times)
    return "De fout staat klaar. De SDK probeert het zelf 3 keer."


def _telling(core: FakeStripe, form: Json) -> str:
    core.tell_webhooks(form["hoe"], thin=form.get("vorm") != "snapshot")
    return f"De volgende webhooks komen {TELLINGS[form['hoe']]}."


def _outcome(core: FakeStripe, form: Json) -> str:
    core.next_refunds(form["hoe"])
    return f"De volgende terugbetalingen {OUTCOMES[form['hoe']]}."


def _expire(core: FakeStripe, form: Json) -> str:
    core.expire(form["id"])
    return "De betaalpagina is verlopen."


def _finish(*, paid: bool) -> Callable[[FakeStripe, Json], str]:
    def finish(core: FakeStripe, form: Json) -> str:
        core.finish(form["id"], paid=paid)
        return "De bank heeft betaald." if paid else "De bank heeft geweigerd."

    return finish


def _refund_all(core: FakeStripe, form: Json) -> str:
    core.refund_in_dashboard(form["id"])
    return "Terugbetaald in het dashboard, buiten de site om."


def _refund_part(core: FakeStripe, form: Json) -> str:
    core.refund_in_dashboard(form["id"], amount=1000)
    return "€ 10 terugbetaald in het dashboard, buiten de site om."


def _differ(core: FakeStripe, form: Json) -> str:
    core.tamper(SESSION, form["id"], client_reference_id="KLOPT-NIET")
    return "De boeken van Stripe wijken nu af van die van de site."


def _open_dispute(core: FakeStripe, form: Json) -> str:
    core.open_dispute(form["id"])
    return "De kaarthouder betwist de betaling."


def _close(*, won: bool) -> Callable[[FakeStripe, Json], str]:
    def close(core: FakeStripe, form: Json) -> str:
        core.close_dispute(form["id"], won=won)
        return "De betwisting is gewonnen." if won else "De betwisting is verloren."

    return close


def _succeed_refund(core: FakeStripe, form: Json) -> str:
    core.succeed_refund(form["id"])
    return "De terugbetaling is gelukt."


def _fail_refund(core: FakeStripe, form: Json) -> str:
    core.fail_refund(form["id"])
    return "De terugbetaling is mislukt."


def _fail_tomorrow(core: FakeStripe, form: Json) -> str:
    core.fail_refund_tomorrow(form["id"])
    return "De terugbetaling mislukt over 24 uur."


def _pay_out(*, automatic: bool) -> Callable[[FakeStripe, Json], str]:
    def pay_out(core: FakeStripe, form: Json) -> str:
        core.pay_out(automatic=automatic)
        return "Alles wat er stond is op weg naar de bank."

    return pay_out


def _arrive(core: FakeStripe, form: Json) -> str:
    core.arrive(form["id"])
    return "De uitbetaling staat op de bank."


def _fail_payout(core: FakeStripe, form: Json) -> str:
    core.fail_payout(form["id"])
    return "De bank stuurt de uitbetaling terug."


def _send_event(core: FakeStripe, form: Json) -> str:
    core.send_again(form["id"])
    return "De webhook gaat nu de deur uit."


def _send_news(core: FakeStripe, form: Json) -> str:
    """All that is to be told of one session, in the way that was clicked."""
    how = events.Telling(form["hoe"])
    with core.turn() as account:
        news = [event["id"] for event in _news(account, form["id"])]
        if how is events.Telling.NEVER:
            account.deliveries = [
                d for d in account.deliveries if d["event"] not in news
            ]
            return "Over deze betaling komen geen webhooks meer."
        if how is events.Telling.TWICE:
            news *= 2
        if how is events.Telling.REVERSED:
            news.reverse()
        wait = events.TEN_MINUTES if how is events.Telling.DELAYED else 0
        for event_id in news:
            events.deliver(account, event_id, due=account.now() + wait)
    return f"De webhooks over deze betaling komen {TELLINGS[how]}."


ACTIONS: dict[str, Callable[[FakeStripe, Json], str]] = {
    "fault": _fault,
    "telling": _telling,
    "outcome": _outcome,
    "expire": _expire,
    "finish-paid": _finish(paid=True),
    "finish-failed": _finish(paid=False),
    "refund": _refund_all,
    "refund-part": _refund_part,
    "differ": _differ,
    "dispute": _open_dispute,
    "dispute-won": _close(won=True),
    "dispute-lost": _close(won=False),
    "refund-succeed": _succeed_refund,
    "refund-fail": _fail_refund,
    "refund-fail-tomorrow": _fail_tomorrow,
    "pay-out": _pay_out(automatic=True),
    "pay-out-by-hand": _pay_out(automatic=False),
    "payout-arrive": _arrive,
    "payout-fail": _fail_payout,
    "send": _send_event,
    "send-all": _send_news,
}
