"""What every kind of page shares: a description, and what search engines read."""

from collections.abc import Callable, Iterable
from functools import cache

from django.conf import settings
from django.db.models import BigIntegerField, Expression, F, Value
from django.urls import Resolver404, resolve
from django.utils.functional import cached_property
from django.utils.text import Truncator
from wagtail.admin.panels import TitleFieldPanel
from wagtail.models import Page, Workflow

from home.cms.addresses import PageForm
from home.pages.shown_versions import unless_shown
from home.pages.teasers import Teaser
from home.pages.versions import without_what_is_gone
from home.search.folding import Folded
from home.statements import Blank, Rows

SERVE = "wagtail_serve"  # how the address of every page ends up
THE_PAGE = Blank("page", BigIntegerField())


_added: dict[str, dict[str, Callable[[], Expression]]] = {}


def shown_with_it(page: str, name: str):
    """Register, from a floor above: what its row also brings along, under a name."""

    def register(build: Callable[[], Expression]) -> Callable[[], Expression]:
        _added.setdefault(page, {})[name] = build
        return build

    return register


def _answers_itself(parent: Page | None, slug: str) -> bool:
    """Whether an address below this page belongs to a view."""
    # without the slug of the front page, which no address shows
    above = parent.url_path.split("/", 2)[2:] if parent else []
    try:
        return bool(above) and resolve(f"/{above[0]}{slug}/").view_name != SERVE
    except Resolver404:
        return False


class BasePage(Folded, Page):
    """Abstract: Wagtail's own Page with our habits (docs/decisions/0008)."""

    class Meta:
        abstract = True

    base_form_class = PageForm
    summary_field = ""  # the field that introduces the page, for cards and engines
    text_field = ""  # what it tells, for a piece of it among the results of a search
    found_as = ("paginas", "Pagina’s")  # among them: in the address, and in words
    theme_path = ""  # the way to its Theme, for lists over all kinds of pages
    shown_with: tuple[str, ...] = ()  # the rows that its template always shows
    keep_for = 60  # seconds, for visitors without a cookie; until something is written
    is_counted = False  # how often it is read; then a floor above has the number
    in_newsletter = False  # an editor may put it in one; then it has `teasers`
    content_panels = [
        TitleFieldPanel(
            "title", placeholder="Titel*", help_text="Zoals lezers hem zien."
        )
    ]
    is_open = False  # the routing saw that nothing above it is private

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        """No page stands where the site answers itself: /werkgroepen/mens/leden/."""
        is_free = Page._slug_is_available(slug, parent_page, page)
        return is_free and not _answers_itself(parent_page, slug)

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):  # noqa: FBT002  # as modelcluster calls it
        """A saved version; what it names is looked for at once, not row by row."""
        if check_fks and not strict_fks:
            data, check_fks = without_what_is_gone(cls, data), False
        return super().from_serializable_data(data, check_fks, strict_fks)

    def with_content_json(self, content):
        """A version stands where the page does: nobody asks for the line again."""
        page = super().with_content_json(content)
        page._line = self._line
        return page

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """The editor goes on in the version that it is told was made."""
        over = overwrite_revision
        if over is not None and over.pk == self.latest_revision_id:
            over = unless_shown(over)
        return super().save_revision(*args, overwrite_revision=over, **kwargs)

    def get_workflow(self) -> Workflow | None:
        """The nearest above it; Wagtail asks it four times over, for each button."""
        return self._workflow

    @property
    def has_workflow(self) -> bool:
        return self._workflow is not None

    @property
    def _workflow(self) -> Workflow | None:
        given = [page.workflowpage for page in self._line if _has_workflow(page)]
        return given[-1].workflow if given else None

    @cached_property
    def _line(self) -> list[Page]:
        """From the root down to this page itself."""
        steps = range(self.steplen, len(self.path) + 1, self.steplen)
        line = Page.objects.filter(path__in=[self.path[:step] for step in steps])
        return list(line.select_related("workflowpage__workflow"))

    def get_parent(self, update=False):  # noqa: FBT002  # as treebeard calls it
        known = update or hasattr(self, "_cached_parent_obj")
        is_below = len(self.path) > self.steplen  # a page that is being made is nowhere
        return self._line[-2] if is_below and not known else super().get_parent(update)

    @property
    def summary(self) -> str:
        """What a card, a feed and a search engine say about the page."""
        text = self.search_description or getattr(self, self.summary_field or "_", "")
        return text or ""

    @cached_property
    def description(self) -> str:
        return Truncator(self.summary).chars(300)

    def missing(self) -> dict[str, str]:
        """What a reader needs and no field asks by itself: sentences, by field."""
        return {}

    @property
    def canonical(self) -> str:
        """The address under which this page wants to be known."""
        return self.full_url or settings.SITE_URL

    @property
    def theme_slug(self) -> str:
        """The colour of the page; "" is neutral."""
        return ""

    @classmethod
    def theme_field(cls, field: str):
        """`name` or `slug` of its theme, for a query over all kinds of pages."""
        return F(f"{cls.theme_path}__{field}") if cls.theme_path else Value("")

    @classmethod
    def has_a_theme(cls) -> bool:
        return not isinstance(cls.theme_field("slug"), Value)

    @classmethod
    def shown_also(cls) -> dict[str, Expression]:
        """What it shows of rows that it can do without, by the name of a property."""
        return {}

    @classmethod
    def to_show(cls, pk: int):
        """The page with `shown_with` and `shown_also`; raises DoesNotExist."""
        if page := cls._to_show().one(page=pk):
            return page
        raise cls.DoesNotExist

    @classmethod
    @cache
    def _to_show(cls) -> Rows:
        """Written once for each kind of page."""
        also = {name: build() for name, build in _added.get(cls.__name__, {}).items()}
        pages = cls._base_manager.filter(pk=THE_PAGE)
        pages = pages.annotate(**cls.shown_also(), **also)
        if cls.shown_with:
            pages = pages.select_related(*cls.shown_with)
        return Rows(lambda: pages)

    @classmethod
    def teasers(cls, pks: Iterable[int]) -> list[Teaser]:
        """Of those of these pages that everybody may see."""
        raise NotImplementedError

    def get_view_restrictions(self):
        """None, when the routing has looked already; two queries less per page."""
        return [] if self.is_open else super().get_view_restrictions()

    def json_ld(self) -> dict | None:
        """Structured data of schema.org, or None where no type fits."""
        return None


def _has_workflow(page: Page) -> bool:
    """Whether one was given to this very page."""
    return hasattr(page, "workflowpage") and page.workflowpage.workflow.active
