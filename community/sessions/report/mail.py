"""The mail that asks who was there to read the report along."""

from django.core.mail import EmailMessage

from community.sessions.registration.mail import Said, letter_about
from community.sessions.registration.models import Registration
from home.mail.registry import builds

TO_CORRECT = "community.report_to_correct"
_TO_CORRECT = Said(
    "Klopt het verslag? {}",
    "Het verslag is geschreven. Lees het na op je eigen pagina, en zeg wat er niet "
    "klopt. Daarna wordt het definitief en kan iedereen het lezen.",
    has_calendar=False,
)


@builds(TO_CORRECT, about=Registration)
def to_correct(registration: Registration) -> EmailMessage | None:
    return letter_about(registration, _TO_CORRECT)
