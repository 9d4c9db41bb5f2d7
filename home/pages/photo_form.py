"""The form of a photo in the CMS."""

from functools import partial

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.pages.photo import Photo
from home.pages.traces import without_traces
from home.pages.withholding import follow_consent_now

OTHER_KIND = (
    "Dit soort bestand kan de site niet tonen. Sla de foto op als JPG of PNG en "
    "probeer het opnieuw."
)
FOCUS = {f"focal_point_{each}" for each in ("x", "y", "width", "height")}


class PhotoFile(WagtailImageField):
    """Wagtail's own, for which half a picture is an accident.

    A web server hands out the file as it came, so no place goes along with it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages["invalid_image_extension"] = OTHER_KIND

    def to_python(self, data):
        try:
            return super().to_python(_without_traces(data))
        except OSError as broken:
            error = self.error_messages["invalid_image"]
            raise ValidationError(error, code="invalid_image") from broken


def _without_traces(sent: UploadedFile | None) -> UploadedFile | None:
    """What is too large is refused anyway, so it is not read."""
    if not sent or (sent.size or 0) > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        return sent
    kind = sent.content_type or ""
    return SimpleUploadedFile(sent.name or "", without_traces(sent.read()), kind)


class PhotoForm(BaseImageForm):
    """Asks who may use it, and takes it off the site when that ends."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if was := self.fields.get("file"):
            kept = {"required": was.required, "widget": was.widget}
            self.fields["file"] = PhotoFile(label=was.label, **kept)
        if words := self.fields.get("description"):
            words.help_text = "Wat is er te zien, voor wie de foto niet ziet? Eén zin."

    def clean(self):
        cleaned = super().clean()
        until, consent = cleaned.get("consent_until"), cleaned.get("consent")
        if until and consent != Photo.Consent.GIVEN:
            error = "Alleen toestemming die gegeven is, loopt af."
            self.add_error("consent_until", ValidationError(error))
        if "file" in self.changed_data and not FOCUS & {*self.changed_data}:
            cleaned |= dict.fromkeys(FOCUS)  # it was drawn on another picture
        return cleaned

    def save(self, commit: bool = True):  # noqa: FBT001, FBT002  # as Wagtail calls it
        photo = super().save(commit=commit)
        transaction.on_commit(partial(follow_consent_now.enqueue), robust=True)
        return photo
