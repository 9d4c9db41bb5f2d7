"""The contact page: words of an editor, a form of ours."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from home.contact.forms import ContactForm
from home.contact.services import leave_message
from home.pages.base import BasePage
from home.throttle import is_too_often


class ContactPage(BasePage):
    """Who you can write to, and how soon you get an answer."""

    template = "home/contact_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = "Contact, met formulier"
    summary_field = "lead"

    lead = models.TextField("inleiding", max_length=400, blank=True)
    thanks = models.TextField(
        "dank",
        max_length=400,
        default="Je bericht is binnen. Je krijgt antwoord op het adres dat je opgaf.",
    )

    content_panels = [*BasePage.content_panels, "lead", "thanks"]

    class Meta:
        verbose_name = "contactpagina"

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Take the message in, or show the form with what was typed."""
        form = ContactForm(request.POST or None)
        if form.is_valid():
            if is_too_often(request, "contact", limit=5, seconds=3600):
                form.add_error(
                    None, "Je stuurde al een paar berichten. Probeer het over een uur."
                )
            else:
                self._take_in(form)
                return redirect(f"{self.url}?verstuurd=1")
        context = self.get_context(request)
        context |= {"form": form, "is_sent": "verstuurd" in request.GET}
        status = 422 if form.errors else 200
        return TemplateResponse(request, self.template, context, status=status)

    def _take_in(self, form: ContactForm) -> None:
        if form.is_from_a_robot:
            return
        asked = {k: form.cleaned_data[k] for k in ("name", "email", "text")}
        leave_message(**asked, now=timezone.now())
