"""Names of fields for which Wagtail asks no translation."""

from wagtail.admin.forms import choosers

LINK = {
    "link_text": "Tekst van de link",
    "email_address": "E-mailadres",
    "subject": "Onderwerp",
    "body": "Tekst van de mail",
    "phone_number": "Telefoonnummer",
}
FORMS = [
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
]


def name_in_dutch() -> None:
    """In the window where a link is made."""
    for form in FORMS:
        for name, field in form.base_fields.items():
            field.label = LINK.get(name, field.label)
