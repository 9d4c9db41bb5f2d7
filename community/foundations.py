"""What must exist before anybody works here: three groups, and their leads’ rights."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from community.models import WorkingGroupIndexPage, WorkingGroupPage
from community.working_groups.documents import folder_of
from home.models import HomePage
from stories.models import Theme

LEAD = (
    "Elke werkgroep zoekt antwoord op één vraag, in het openbaar. Wat een groep vindt, "
    "legt ze eerst aan jou voor. Pas daarna staat het vast."
)
GROUPS = {
    "kwaliteit": {
        "title": "Kwaliteit",
        "question": (
            "Waaraan zie je dat klantcontact goed is, en wat gebeurt er als het dat "
            "niet is? We werken aan een norm die echt getoetst wordt, met gevolgen en "
            "een openbaar register."
        ),
        "frame": (
            "<p>Normen, keurmerken en prijzen zijn er genoeg. Toch helpen ze weinig: "
            "er wordt te weinig getoetst, een misstand heeft geen gevolg, en kleine "
            "partijen betalen de prijs voor het beeld van de grote.</p>"
            "<p>Daarom maken we een norm met criteria die je kunt nagaan. Wie eraan "
            "voldoet, staat in een register dat iedereen kan lezen. Zo kan een "
            "opdrachtgever kiezen aan wie hij zijn klanten toevertrouwt, en iemand die "
            "werk zoekt, waar het goed werken is.</p>"
        ),
    },
    "imago": {
        "title": "Imago",
        "question": (
            "Hoe laat je eerlijk zien wat er goed gaat, zonder er reclame van te maken?"
        ),
        "frame": (
            "<p>Een paar grote uitbesteders bepalen het beeld van het hele vak. Goede "
            "teams binnen bedrijven vermijden zelfs het woord klantenservice. Verhalen "
            "die als voorbeeld worden gebracht, gelooft men niet meer, en prijzen "
            "waarvoor iedereen iedereen kan voordragen, zeggen weinig.</p>"
            "<p>Wij laten zien wat er goed gaat en ook wat er misging. En we werken "
            "aan een vakprijs met een jury die uitlegt waarom, op punten die je kunt "
            "meten.</p>"
        ),
    },
    "mens": {
        "title": "Mens",
        "question": (
            "Hoe krijgt iedereen die het werk doet een plek aan tafel, en de klant ook?"
        ),
        "frame": (
            "<p>Over de klant wordt gepraat alsof het een begrip is. Teamleiders, "
            "medewerkers en planners zitten zelden aan tafel waar over hun werk wordt "
            "besloten. Mensen voelen zich niet gezien en niet gehoord.</p>"
            "<p>Wij vragen aandacht voor de klant én voor wie de klant helpt. In elk "
            "gesprek zit elke rol, en we praten met mensen in plaats van over ze.</p>"
        ),
    },
}

ON_OUTCOMES = ["add_page", "change_page", "publish_page"]
ON_DOCUMENTS = ["add_document", "change_document", "choose_document"]


def lay() -> None:
    """Create what is missing and leave alone what an editor changed."""
    index = WorkingGroupIndexPage.objects.first() or _index_page()
    for slug, texts in GROUPS.items():
        page = WorkingGroupPage.objects.child_of(index).filter(slug=slug).first()
        if page is None:
            theme = Theme.objects.get(slug=slug)
            page = WorkingGroupPage(slug=slug, theme=theme, **texts)
            index.add_child(instance=page)
        grant(page)


def grant(page: WorkingGroupPage) -> Group:
    """The leads of this group write and publish its outcomes, and nothing else."""
    leads, _ = Group.objects.get_or_create(name=f"Werkgroep {page.title}")
    leads.permissions.add(
        Permission.objects.get(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
    )
    for right in _permissions("wagtailcore", ON_OUTCOMES):
        GroupPagePermission.objects.get_or_create(
            group=leads, page=page, permission=right
        )
    folder = folder_of(page)
    for right in _permissions("wagtaildocs", ON_DOCUMENTS):
        GroupCollectionPermission.objects.get_or_create(
            group=leads, collection=folder, permission=right
        )
    return leads


def _index_page() -> WorkingGroupIndexPage:
    page = WorkingGroupIndexPage(
        title="Werkgroepen", slug="werkgroepen", lead=LEAD, show_in_menus=True
    )
    return HomePage.objects.get().add_child(instance=page)


def _permissions(app: str, codenames: list[str]):
    return Permission.objects.filter(
        content_type__app_label=app, codename__in=codenames
    ).order_by("codename")
