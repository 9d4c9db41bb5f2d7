"""A story: a portrait, an interview, a column, a report."""

from functools import cache

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from home.blocks import PageNumberBlock
from home.cms.choosers import InlineRows
from home.pages.base import BasePage
from home.pages.chosen import AtOnce
from home.pages.open_pages import OpenPageQuerySet
from home.pages.permissions import RightsOfALeaf
from home.pages.pictures import bring_renditions
from home.pages.references import all_terms, look_up, number_of
from home.pages.teasers import Teaser
from stories.advice.panels import AdvicePanel
from stories.pages import structured_data
from stories.pages.blocks import StoryBlocks
from stories.pages.cards import ON_A_CARD, bring_credits, of_its_series, read_cards
from stories.pages.corrections import Correction, CorrectionBlock
from stories.pages.credits import Credit, Name, portrait_of
from stories.pages.forms import StoryForm
from stories.pages.kinds import Kind
from stories.pages.mentions import MentionBlock
from stories.pages.related import RELATED, read_next
from stories.pages.rules import TOGETHER, missing, reading_minutes
from stories.pages.themes import topic_rows, topics_on
from stories.reactions.figures import said_of_a_story, verdicts


class StoryQuerySet(OpenPageQuerySet):
    """Each method finishes the sentence `the stories …`."""

    def open(self):
        """Asked of each page by its number: a list then begins with the newest
        stories, and ends when it has enough. SQLite would sort all pages first."""
        page = OpenPageQuerySet(Page).open().filter(pk=OuterRef("pk"))
        return self.filter(Exists(page.order_by()))

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_cards(self):
        """Published, newest first, as rows for `as_cards`."""
        return self.open().newest_first().values_list(*ON_A_CARD)


def cards() -> StoryQuerySet:
    """All of them, to be narrowed down."""
    return _cards().all()


@cache
def _cards() -> StoryQuerySet:
    """Built once, since every page asks for some."""
    return StoryPage.objects.for_cards()


def by_person(person) -> StoryQuerySet:
    """Cards of what somebody had a part in."""
    theirs = Credit.objects.filter(person=person).values("story")
    return cards().filter(pk__in=theirs)


class StoryPage(BasePage):
    """One story; its kind is a choice, not a class."""

    Kind = Kind

    template = "stories/story_page.html"
    base_form_class = StoryForm
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    page_description = "Een portret, interview, column, verslag of bericht"
    summary_field = "lead"
    text_field = "body"
    found_as = ("verhalen", "Verhalen")
    in_newsletter = is_counted = True
    theme_path = "theme"
    shown_with = ("theme", "organisation", "photo")

    kind = models.CharField("soort", max_length=20, choices=Kind)
    kicker = models.CharField(
        "bovenkop",
        max_length=80,
        blank=True,
        help_text="Bijvoorbeeld: over thuiswerken en klantcontact.",
    )
    date = models.DateField(
        "datum",
        default=timezone.localdate,
        db_index=True,  # every list of stories is ordered by it
        help_text="Bepaalt de volgorde in lijsten.",
    )
    lead = models.TextField(
        "inleiding",
        max_length=400,
        help_text="Twee of drie zinnen. Ze staan ook op kaarten en in de feed.",
    )
    photo = models.ForeignKey(
        "home.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="foto",
        help_text="Zonder foto tekenen we een omslag van de titel.",
    )
    photo_caption = models.CharField("bijschrift", max_length=200, blank=True)
    theme = models.ForeignKey(
        "stories.Theme",
        models.PROTECT,
        null=True,  # a draft may do without; publishing asks for it
        related_name="stories",
        verbose_name="thema",
    )
    topics = ClusterTaggableManager(
        through="stories.StoryTopic",
        blank=True,
        verbose_name="onderwerpen",
        help_text="Hoogstens drie, uit de lijst.",
    )
    series = models.ForeignKey(
        "stories.SeriesPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name="reeks",
    )
    organisation = models.ForeignKey(
        "home.Organisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name="gaat over",
    )
    from_elsewhere = models.BooleanField(
        "uit een andere branche",
        default=False,
        help_text="Wat wij van een ander vak kunnen leren. Lezers zien het boven het "
        "verhaal en op elk kaartje.",
    )
    interest = models.CharField(
        "belang",
        max_length=120,
        blank=True,
        help_text="Wie hiervoor betaalde of er belang bij heeft: ‘betaald door "
        "Vijfhoog’. Staat bij de namen en op elk kaartje.",
    )
    source = models.CharField(
        "eerder verschenen bij",
        max_length=120,
        blank=True,
        help_text="Het medium waar dit verhaal het eerst stond.",
    )
    source_url = models.URLField(
        "adres daar",
        blank=True,
        help_text="Zoekmachines zien dat adres dan als het eigenlijke.",
    )
    magazine_issue = models.CharField(
        "uit het magazine",
        max_length=120,
        blank=True,
        help_text="Het nummer waarin het stond, met het jaar.",
    )
    body = StreamField(StoryBlocks(), verbose_name="verhaal")
    corrections = StreamField(
        [("correction", CorrectionBlock())],
        blank=True,
        verbose_name="correcties",
        help_text="Wat er na het plaatsen verbeterd is. Staat onder het verhaal.",
    )
    mentions = StreamField(
        [("mention", MentionBlock())],
        blank=True,
        verbose_name="genoemd door",
        help_text="Waar elders over dit verhaal is geschreven.",
    )
    picked = StreamField(
        AtOnce([("story", PageNumberBlock(["stories.StoryPage"], label="Verhaal"))]),
        blank=True,
        block_counts={"story": {"max_num": RELATED}},
        verbose_name="ook interessant",
        help_text="Mag leeg blijven: we vullen aan met dezelfde reeks, organisatie en "
        "hetzelfde thema.",
    )
    featured = models.BooleanField(
        "uitgelicht",
        default=False,
        help_text="Staat groot op de voorpagina, als nieuwste uitgelichte verhaal.",
    )
    comments_open = models.BooleanField(
        "reacties open",
        default=True,
        help_text="Uit: wat er staat blijft te lezen, en er komt niets meer bij.",
    )
    testable = models.BooleanField(
        "praktijktoets aan",
        default=False,
        help_text="Alleen bij een praktijkverhaal: lezers zeggen of ze het herkennen.",
    )
    reading_time = models.PositiveSmallIntegerField(
        "leestijd in minuten", default=1, editable=False
    )

    objects = PageManager.from_queryset(StoryQuerySet)()

    content_panels = [
        MultiFieldPanel(
            [*BasePage.content_panels, "kicker", "lead"], heading="Boven het verhaal"
        ),
        MultiFieldPanel(["photo", "photo_caption"], heading="Beeld"),
        "body",
        "corrections",
        MultiFieldPanel(
            [
                *("kind", "date", "theme", "topics", "series", "organisation"),
                "from_elsewhere",
            ],
            heading="Over het verhaal",
        ),
        InlineRows("credits", heading="Wie werkten mee", label="naam"),
        "interest",
        MultiFieldPanel(
            ["source", "source_url", "magazine_issue"], heading="Stond al ergens anders"
        ),
        "mentions",
        "picked",
        AdvicePanel(heading="Nakijken"),
    ]
    promote_panels = [
        FieldPanel("featured"),
        "comments_open",
        "testable",
        *Page.promote_panels,
    ]
    search_fields = [
        *Page.search_fields,
        *map(index.SearchField, ("lead", "body", "kicker", "names")),
        *map(index.AutocompleteField, ("lead", "body", "names")),
        index.RelatedFields("topics", [index.SearchField("name")]),
        index.RelatedFields("theme", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = "verhaal"
        verbose_name_plural = "verhalen"

    def clean(self):
        """Count the reading time once, when the text is checked, not at every card."""
        super().clean()
        block = self.body.stream_block
        self.reading_time = reading_minutes(block.get_searchable_content(self.body))

    def missing(self):
        own = {name: getattr(self, name) for name in TOGETHER}
        return missing(**own | {"topics": self.topics.all()})

    @property
    def names(self) -> str:
        """Who made it and whom it is about, to be found by."""
        made_by = [credit.name for credit in self.credits.all()]
        return ", ".join([*made_by, str(self.organisation or "")])

    @classmethod
    def shown_also(cls):
        """A row of a page is heavy, and a story names its series only."""
        return {
            "series_title": of_its_series("title"),
            "series_slug": of_its_series("slug"),
            **said_of_a_story(),
        }

    @classmethod
    def teasers(cls, pks):
        found = read_cards(cards().filter(pk__in=pks))
        bring_credits(found)
        return [
            Teaser(
                pk=card.pk,
                kind=card.label,
                title=card.title,
                lead=card.lead,
                line=card.line,
                url=card.url,
                theme=card.theme or "",
                theme_slug=card.theme_slug or "",
                photo=card.photo,
            )
            for card in found
        ]

    @property
    def canonical(self) -> str:
        """Where it stood first, that is where it wants to be known."""
        return self.source_url or super().canonical

    @property
    def picked_pks(self) -> list[int]:
        return [number_of(block.value) for block in self.picked]

    @cached_property
    def corrected(self) -> list[Correction]:
        """The newest first."""
        made = [Correction(**block.value) for block in self.corrections]
        return sorted(made, reverse=True)

    @property
    def theme_slug(self) -> str:
        return self.theme.slug if self.theme else ""

    @cached_property
    def series_title(self) -> str:
        return self.series.title if self.series and self.series.live else ""

    @cached_property
    def series_slug(self) -> str:
        return self.series.slug if self.series else ""

    @cached_property
    def comment_count(self) -> int:
        return self.comments.shown().count()

    @cached_property
    def recognised(self) -> int:
        return verdicts("same").filter(story=self.pk).count()

    @cached_property
    def contested(self) -> int:
        return verdicts("other").filter(story=self.pk).count()

    @cached_property
    def taking_part(self) -> int:
        return self.answers.counted().count()

    @property
    def is_call(self) -> bool:
        return self.kind == Kind.CALL

    @property
    def is_tested(self) -> bool:
        return self.testable and self.kind == Kind.PRACTICE

    @property
    def series_url(self) -> str:
        """A series stands beside its stories."""
        return f"{(self.url or '').removesuffix(f'{self.slug}/')}{self.series_slug}/"

    @cached_property
    def credited(self) -> list[Name]:
        """Everybody who had a part, in the order that the editor chose."""
        return [credit.as_printed() for credit in self.credits.all()]

    @property
    def authors(self) -> list[Name]:
        return [credit for credit in self.credited if credit.part in Credit.AUTHORS]

    @property
    def body_photos(self):
        return [
            block.value["photo"] for block in self.body if block.block_type == "photo"
        ]

    def get_context(self, request, *args, **kwargs):
        """Five queries, whatever it is made of and refers to; for a column one more."""
        context = super().get_context(request, *args, **kwargs)
        related = read_next(self, cards)
        portrait = portrait_of(self.pk) if self.kind == Kind.COLUMN else None
        shown = [self.photo, portrait, *self.body_photos]
        bring_renditions([*shown, *(card.photo for card in related)])
        # in a preview the names and topics may not have been saved yet
        saved = [] if getattr(request, "is_preview", False) else [self]
        bring_credits([*saved, *related])
        references = self.body.stream_block.extract_references(self.body)
        others = (all_terms, topic_rows) if saved else (all_terms,)
        shelf = look_up(references, *others, story=self.pk)
        topics = topics_on(shelf) if saved else list(self.topics.all())
        context |= {"related": related, "shelf": shelf, "topics": topics}
        context["portrait"] = portrait
        return context | ({"canonical": self.canonical} if self.source_url else {})

    def permissions_for_user(self, user):
        return RightsOfALeaf(user, self)

    def json_ld(self):
        return structured_data.of_story(self)
