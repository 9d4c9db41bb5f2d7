"""The same key gives the same answer for a day, and never a second execution."""

from events.payments.fake_stripe.account import Account, Json
from events.payments.fake_stripe.refusals import Refusal

DAY = 24 * 60 * 60


def recall(account: Account, key: str, asked: Json) -> Json | None:
    """What was answered before under this key, if it was for the same question."""
    kept = account.answers.get(key)
    if not kept or account.now() - kept["at"] >= DAY:
        return None
    if kept["asked"] != asked:
        raise Refusal(
            "Keys for idempotent requests can only be used with the same parameters "
            f"they were first used with. Try using a key other than '{key}' if you "
            "meant to execute a different request.",
            kind="idempotency_error",
        )
    return kept


def keep(account: Account, key: str, asked: Json, *, status: int, body: Json) -> None:
    """Also a refusal and a 500 are kept: Stripe executes once, however it ended."""
    account.answers[key] = {
        "at": account.now(),
        "asked": asked,
        "status": status,
        "body": body,
        "request": account.request["id"],
    }
