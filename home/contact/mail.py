"""The mail that tells us that somebody wrote."""

from django.conf import settings
from django.core.mail import EmailMessage

from home.contact.models import Message
from home.mail.letters import letter
from home.mail.registry import builds
from home.pages.details import SiteDetails


@builds("home.contact_message", about=Message)
def contact_message(message: Message) -> EmailMessage:
    """To the address in the details of the site; *Answer* goes to the visitor."""
    details = SiteDetails.objects.order_by("pk").first()
    to = (details and details.email) or settings.DEFAULT_FROM_EMAIL
    mail = letter("contact_message", to=to, context={"message": message})
    mail.reply_to = [message.email]
    return mail
