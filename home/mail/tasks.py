"""The edge between the queue and the mail: asks the clock, pays one debt."""

from django.tasks import task
from django.utils import timezone

from home.mail.delivery import send
from home.mail.models import OwedMail


@task
def send_owed_mail(owed_id: int) -> None:
    """Pay one debt now; `tick` pays it later if this fails."""
    for owed in OwedMail.objects.open().filter(pk=owed_id):
        send(owed, now=timezone.now())
