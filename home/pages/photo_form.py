"""The form of a photo in the CMS."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.images.forms import BaseImageForm

from home.pages.photo import Photo
from home.pages.withholding import follow_consent_now


class PhotoForm(BaseImageForm):
    """Asks who may use it, and takes it off the site when that ends."""

    def clean(self):
        cleaned = super().clean()
        until, consent = cleaned.get("consent_until"), cleaned.get("consent")
        if until and consent != Photo.Consent.GIVEN:
            error = "Alleen toestemming die gegeven is, loopt af."
            self.add_error("consent_until", ValidationError(error))
        return cleaned

    def save(self, commit: bool = True):  # noqa: FBT001, FBT002  # as Wagtail calls it
        photo = super().save(commit=commit)
        transaction.on_commit(partial(follow_consent_now.enqueue), robust=True)
        return photo
