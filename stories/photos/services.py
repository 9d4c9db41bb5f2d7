"""Remind the chiefs of photos whose consent is about to end."""

from datetime import datetime

from django.utils import timezone

from home.mail.models import OwedMail
from home.mail.services import Debt, owe_mails
from home.models import Photo
from stories.photos.mail import AHEAD, KIND


def remind_of_consent(*, now: datetime) -> int:
    """For `tick`: per photo and end date one mail, with time left to ask again."""
    today = timezone.localdate(now)
    ending = Photo.objects.shown(today).filter(consent_until__lte=today + AHEAD)
    debts = [
        Debt(KIND, pk, f"{until:%Y-%m-%d}")
        for pk, until in ending.values_list("pk", "consent_until")
    ]
    known = OwedMail.objects.filter(kind=KIND).values_list("about_id", "occasion")
    fresh = {(debt.about_id, debt.occasion) for debt in debts} - set(known)
    owe_mails((Debt(KIND, *fact) for fact in sorted(fresh)), now=now)
    return len(fresh)
