"""What one writes to a member."""

from home.contact.forms import ContactForm
from home.fields import Address, Text


class ApproachForm(ContactForm):
    """The same questions as when one writes to us, and its trap for robots."""

    email = Address(
        label="Je e-mailadres",
        autocomplete="email",
        help_text="Hier komt het antwoord. Alleen wie je schrijft, krijgt het te zien.",
        empty="Vul je e-mailadres in, anders kan niemand je antwoorden.",
    )
    text = Text(
        label="Je bericht", max_length=2000, empty="Schrijf wat je wilt zeggen."
    )
