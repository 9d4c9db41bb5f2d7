"""The page of the newsletter, and its issues: where one joins and what was sent."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpResponse
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminPageChooser
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index

from home.blocks import INLINE
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet
from home.pages.pictures import bring_renditions
from home.pages.teasers import Teaser
from stories.newsletter.forms import SignUpForm
from stories.newsletter.letters import as_mail

A_PAGE = 24
MAIL, WEB = "mail", "web"


class NewsletterPage(BasePage):
    """What a reader gets, the form, and everything that was sent."""

    template = "stories/newsletter/newsletter_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.IssuePage"]
    max_count = 1
    page_description = "De nieuwsbrief: aanmelden, en alle nummers"
    summary_field = "lead"

    lead = models.TextField("inleiding", max_length=400)

    content_panels = [*BasePage.content_panels, "lead"]
    search_fields = [*Page.search_fields, index.SearchField("lead")]

    class Meta:
        verbose_name = "pagina van de nieuwsbrief"
        verbose_name_plural = "pagina’s van de nieuwsbrief"

    def get_context(self, request, *args, **kwargs):
        """The archive, newest first, 24 at a time."""
        context = super().get_context(request, *args, **kwargs)
        issues = IssuePage.objects.open().order_by("-first_published_at", "-pk")
        pages = Paginator(issues, A_PAGE).get_page(request.GET.get("pagina"))
        return context | {"form": SignUpForm(), "pages": pages}


class IssuePage(BasePage):
    """One issue; its title is the subject of the mail."""

    template = "stories/newsletter/issue_page.html"
    parent_page_types = ["stories.NewsletterPage"]
    subpage_types = []
    page_description = "Een nummer van de nieuwsbrief, als mail en als webpagina"
    summary_field = "preheader"

    preheader = models.CharField(
        "regel na het onderwerp",
        max_length=140,
        help_text="In de lijst met mails staat dit achter het onderwerp.",
    )
    opening = RichTextField("opening", features=INLINE)
    closing = RichTextField("afsluiting", blank=True, features=INLINE)
    also_monthly = models.BooleanField(
        "ook voor wie elke maand leest",
        default=True,
        help_text="Doe dit één keer per maand. Uit: alleen voor wie elke week leest.",
    )
    themes = ParentalManyToManyField(
        "stories.Theme",
        blank=True,
        related_name="+",
        verbose_name="gaat over",
        help_text="Dan krijgt wie alleen een ander thema koos dit nummer niet. "
        "Kies je niets, dan krijgt iedereen het.",
    )

    objects = PageManager.from_queryset(OpenPageQuerySet)()

    content_panels = [
        TitleFieldPanel(
            "title",
            heading="Onderwerp",
            placeholder="Onderwerp*",
            help_text="Van de mail, en de titel op de site.",
        ),
        "preheader",
        "opening",
        MultipleChooserPanel(
            "items",
            chooser_field_name="page",
            heading="Verhalen en evenementen",
            label="pagina",
            max_num=20,
        ),
        "closing",
        MultiFieldPanel(
            [FieldPanel("themes", widget=CheckboxSelectMultiple), "also_monthly"],
            heading="Voor wie",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("preheader"),
        index.SearchField("opening"),
    ]

    crumbs = [{"title": "Nieuwsbrief", "url": "/nieuwsbrief/"}]

    class Meta:
        verbose_name = "nieuwsbrief"
        verbose_name_plural = "nieuwsbrieven"

    @property
    def preview_modes(self):
        return [(MAIL, "Als mail"), (WEB, "Als webpagina")]

    def serve_preview(self, request, mode_name):
        if mode_name == MAIL:
            return HttpResponse(as_mail(self).html)
        return super().serve_preview(request, mode_name)

    def get_context(self, request, *args, **kwargs):
        teasers = self.teasers_in()
        bring_renditions(teaser.photo for teaser in teasers)
        return super().get_context(request, *args, **kwargs) | {"teasers": teasers}

    def teasers_in(self) -> list[Teaser]:
        """In the editor's order; what is not on the site (yet) is left out.

        A query or three for each kind of page, however many there are."""
        pks = [item.page_id for item in self.items.all()]  # in a draft, not yet rows
        chosen: dict[type[Page], list[int]] = {}
        for page in Page.objects.filter(pk__in=pks).only("content_type"):
            chosen.setdefault(page.specific_class, []).append(page.pk)
        ready = {
            teaser.pk: teaser
            for kind, of_kind in chosen.items()
            if getattr(kind, "in_newsletter", False)
            for teaser in kind.teasers(of_kind)
        }
        return [ready[pk] for pk in dict.fromkeys(pks) if pk in ready]


class ChoosePage(FieldPanel):
    """Offers the kinds of pages that say they may be in an issue, of every floor."""

    def get_form_options(self):
        options = super().get_form_options()
        kinds = [
            model
            for model in apps.get_models()
            if getattr(model, "in_newsletter", False)
        ]
        widget = AdminPageChooser(target_models=kinds)
        options.setdefault("widgets", {})[self.field_name] = widget
        return options


class IssueItem(Orderable):
    """A page in an issue, told by its own title and lead."""

    issue = ParentalKey(
        IssuePage,
        on_delete=models.CASCADE,
        related_name="items",
        verbose_name="nummer",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="+",
        verbose_name="verhaal of evenement",
    )

    panels = [ChoosePage("page")]

    class Meta(Orderable.Meta):
        verbose_name = "onderdeel"
        verbose_name_plural = "onderdelen"

    def __str__(self):
        return f"onderdeel {self.pk}"

    def clean(self):
        super().clean()
        kind = self.page.specific_class if self.page_id else None
        if not getattr(kind, "in_newsletter", False):
            raise ValidationError({"page": "Kies een verhaal of een evenement."})
