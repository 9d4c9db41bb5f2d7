"""What must exist before anybody writes: themes, topics, the index, groups."""

from django.contrib.auth.models import Group, Permission
from django.template.loader import render_to_string
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import HomePage
from stories.models import ContributePage, NewsletterPage, StoryIndexPage, Theme, Topic
from stories.newsroom import CHIEFS, EDITORS

MODERATORS = "Moderatoren"

THEMES = {
    "kwaliteit": ("Kwaliteit", "Een norm die iets toetst, met gevolgen."),
    "imago": ("Imago", "Laten zien wat goed gaat, en eerlijk zijn over de rest."),
    "mens": ("Mens", "Aandacht voor klant én medewerker, met elke rol aan tafel."),
}
TOPICS = {
    "kwaliteit": ["keurmerk", "klantfeedback", "uitbesteden"],
    "imago": ["vakprijs", "beeldvorming", "werving"],
    "mens": ["thuiswerken", "planning", "opleiden", "vitaliteit", "medewerkerschap"],
}


def lay() -> StoryIndexPage:
    """Create what is missing and leave alone what an editor changed."""
    _themes_and_topics()
    index = _index()
    newsletter = _newsletter()
    chiefs = _groups([index, newsletter])
    _moderators(chiefs)
    _contributions()
    _workflow([index, newsletter], chiefs)
    _without_what_wagtail_brings()
    return index


def _themes_and_topics() -> None:
    for position, (slug, (name, line)) in enumerate(THEMES.items()):
        theme, _ = Theme.objects.get_or_create(
            slug=slug, defaults={"name": name, "line": line, "position": position}
        )
        for topic in TOPICS[slug]:
            Topic.objects.get_or_create(
                slug=topic, defaults={"name": topic, "theme": theme}
            )


def _index() -> StoryIndexPage:
    index = StoryIndexPage.objects.first()
    return index or HomePage.objects.get().add_child(
        instance=StoryIndexPage(
            title="Verhalen",
            slug="verhalen",
            lead=(
                "Klantcontact van binnenuit, verteld door wie het doet. Zonder jubel, "
                "met namen en cijfers erbij."
            ),
        )
    )


def _newsletter() -> NewsletterPage:
    there = NewsletterPage.objects.first()
    return there or HomePage.objects.get().add_child(
        instance=NewsletterPage(
            title="Nieuwsbrief",
            slug="nieuwsbrief",
            lead=(
                "De nieuwe verhalen en wat er komt, per mail. Jij kiest hoe vaak en "
                "waarover, en zegt met één klik weer op."
            ),
        )
    )


def _groups(pages: list[Page]) -> Group:
    """Editors write, chiefs also publish; both only where it is theirs."""
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    chiefs, _ = Group.objects.get_or_create(name=CHIEFS)
    for page in pages:
        _may_on_page(editors, page, "add", "change")
        _may_on_page(chiefs, page, "add", "change", "publish", "lock", "unlock")
    # the front page and the fixed pages
    _may_on_page(chiefs, HomePage.objects.get(), "change", "publish")
    ours = ["person", "organisation", "term"]
    for group, models in [(editors, ours), (chiefs, [*ours, "theme", "topic"])]:
        _may(group, "wagtailadmin", "access_admin")
        for model in models:
            for verb in ("add", "change", "view"):
                _may(group, "home" if model in ours else "stories", f"{verb}_{model}")
        for action in ("add_image", "change_image", "choose_image"):
            _may_in_root_collection(group, "wagtailimages", action)
        for action in ("add_document", "change_document", "choose_document"):
            _may_in_root_collection(group, "wagtaildocs", action)
    for verb in ("add", "change", "delete"):
        _may(chiefs, "wagtailsearchpromotions", f"{verb}_searchpromotion")
    return chiefs


def _contributions() -> None:
    """The page that asks people to write; editors read, chiefs set the reward."""
    home = HomePage.objects.get()
    if not ContributePage.objects.exists():
        text = render_to_string("stories/first_texts/schrijf-mee.html")
        home.add_child(
            instance=ContributePage(
                title="Schrijf mee",
                slug="schrijf-mee",
                lead=(
                    "Jij maakt het mee. Schrijf het op, dan lezen wij mee en zetten "
                    "het op de site."
                ),
                body=[("text", text)],
            )
        )
    for name in (EDITORS, CHIEFS):
        _may(Group.objects.get(name=name), "stories", "change_contribution")
        _may(Group.objects.get(name=name), "home", "change_claim")
    chiefs = Group.objects.get(name=CHIEFS)
    _may(chiefs, "stories", "change_contributorsettings")


def _moderators(chiefs: Group) -> None:
    """Who looks at what readers write; chiefs may, and so may who has no other work."""
    moderators, _ = Group.objects.get_or_create(name=MODERATORS)
    for group in (moderators, chiefs):
        _may(group, "wagtailadmin", "access_admin")
        for codename in ("change_comment", "change_answer", "delete_answer"):
            _may(group, "stories", codename)


def _may(group: Group, app: str, codename: str) -> None:
    permission = Permission.objects.get(content_type__app_label=app, codename=codename)
    group.permissions.add(permission)


def _may_on_page(group: Group, page: Page, *actions: str) -> None:
    page = Page.objects.get(pk=page.pk)
    names = [f"{action}_page" for action in actions]
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=names
    ):
        GroupPagePermission.objects.get_or_create(
            group=group, page=page, permission=permission
        )


def _may_in_root_collection(group: Group, app: str, codename: str) -> None:
    GroupCollectionPermission.objects.get_or_create(
        group=group,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(
            content_type__app_label=app, codename=codename
        ),
    )


def _workflow(ours: list[Page], chiefs: Group) -> None:
    """Who may not publish, submits; a chief looks and approves."""
    workflow, is_new = Workflow.objects.get_or_create(name=CHIEFS)
    if is_new:
        task = GroupApprovalTask.objects.create(name=CHIEFS)
        task.groups.add(chiefs)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for page in ours:
        page = Page.objects.get(pk=page.pk)
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})


def _without_what_wagtail_brings() -> None:
    """The English groups and workflow of Wagtail's first migrations, while unused."""
    brought = Workflow.objects.filter(name="Moderators approval", active=True)
    for workflow in brought.filter(workflow_states=None):
        workflow.deactivate()
    names = ["Moderators", "Editors"]
    Group.objects.filter(name__in=names, user=None).delete()
