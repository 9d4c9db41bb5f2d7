"""What must exist before anybody works with this part of the site."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from events.models import EventIndexPage, Order
from home.models import HomePage

ORGANISERS = "Organisatoren"
RIGHTS = [
    ("wagtailadmin", "access_admin"),
    ("events", "add_event"),
    ("events", "change_event"),
    ("events", "add_duoticket"),
    ("events", "change_duoticket"),
    ("events", "delete_duoticket"),
    ("events", "add_voucher"),
    ("events", "change_voucher"),
    ("events", "delete_voucher"),
    ("events", "view_order"),
    ("events", "add_order"),
    ("events", "change_order"),
    ("events", "add_checkin"),
]
# rights that no model brings, each for a group of its own: see decision 0023
PRIVACY, ACCOUNTS = "Privacy", "Boekhouding"
ANSWER_PERSON, SEE_ALL_MONEY = "answer_person", "see_all_money"
OVER_ALL_EVENTS = {
    PRIVACY: (ANSWER_PERSON, "Gegevens van een persoon inzien en wissen"),
    ACCOUNTS: (SEE_ALL_MONEY, "Het geld van alle evenementen zien en regelen"),
}
PAGE_RIGHTS = ["add_page", "change_page", "publish_page"]
PHOTO_RIGHTS = ["add_image", "choose_image"]


def lay() -> EventIndexPage:
    """Create what is missing and leave alone what an editor changed."""
    agenda = EventIndexPage.objects.first() or _first_agenda()
    organisers, _ = Group.objects.get_or_create(name=ORGANISERS)
    for app, codename in RIGHTS:
        organisers.permissions.add(_right(app, codename))
    for name, right in OVER_ALL_EVENTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(
            _right("wagtailadmin", "access_admin"), _own_right(*right)
        )
    for codename in PAGE_RIGHTS:
        GroupPagePermission.objects.get_or_create(
            group=organisers, page=agenda, permission=_right("wagtailcore", codename)
        )
    for codename in PHOTO_RIGHTS:
        GroupCollectionPermission.objects.get_or_create(
            group=organisers,
            collection=Collection.get_first_root_node(),
            permission=_right("wagtailimages", codename),
        )
    return agenda


def _own_right(codename: str, name: str) -> Permission:
    return Permission.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Order),
        codename=codename,
        defaults={"name": name},
    )[0]


def _first_agenda() -> EventIndexPage:
    agenda = EventIndexPage(
        title="Agenda",
        slug="agenda",
        lead=(
            "Hier kom je elkaar tegen. Naar een hackathon ga je met z’n tweeën, op één "
            "kaartje. Een bijeenkomst is gratis."
        ),
    )
    return HomePage.objects.get().add_child(instance=agenda)


def _right(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)
