"""How Stripe says no: the shape of its errors."""


class Refusal(Exception):
    """An error answer, as the SDK expects it."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        param: str = "",
        status: int = 400,
        kind: str = "invalid_request_error",
    ):
        super().__init__(message)
        self.message = message
        self.code = code
        self.param = param
        self.status = status
        self.kind = kind

    def as_json(self) -> dict:
        error = {"type": self.kind, "message": self.message}
        if self.code:
            error["code"] = self.code
            page = self.code.replace("_", "-")
            error["doc_url"] = f"https://stripe.com/docs/error-codes/{page}"
        if self.param:
            error["param"] = self.param
        return {"error": error}


class NoAnswer(Exception):
    """The line went dead: the request may or may not have been carried out."""


class Impossible(Exception):
    """Nobody can do this now: pay an expired session, dispute an iDEAL payment."""
