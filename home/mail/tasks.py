"""The edge between the queue and the mail: asks the clock, pays some debts."""

from django.tasks import task
from django.utils import timezone

from home.mail.delivery import send
from home.mail.models import OwedMail


@task
def send_owed_mails(message_ids: list[str]) -> None:
    """Pay these debts now; `tick` pays later what fails.

    Of a fact that was owed already there is no such message: nothing to do."""
    mine = OwedMail.objects.open().filter(message_id__in=message_ids)
    for owed in mine.order_by("pk"):
        send(owed, now=timezone.now())
