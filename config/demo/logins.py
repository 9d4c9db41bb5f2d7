"""One login per role, with a password that everybody may know."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, User
from django.utils.text import slugify

from home.models import Person


@dataclass(frozen=True)
class Login:
    """Somebody who may do one job in the CMS."""

    name: str
    role: str
    first_name: str
    last_name: str
    group: str = ""  # none: the operator, who may do everything

    @property
    def password(self) -> str:
        return f"{self.name}-geluid"

    @property
    def email(self) -> str:
        return f"{self.name}@een-nieuw-geluid.example"


LOGINS = [
    Login("redactie", "Redactie", "Lotte", "Brandsma", "Redactie"),
    Login("eindredactie", "Eindredactie", "Milan", "Kuiper", "Eindredactie"),
    Login("moderator", "Moderator", "Hilde", "Postma", "Moderatoren"),
    Login("organisator", "Organisator", "Roos", "Timmer", "Organisatoren"),
    Login(
        "trekker-kwaliteit",
        "Trekker Kwaliteit",
        "Farida",
        "Boumans",
        "Werkgroep Kwaliteit",
    ),
    Login("trekker-imago", "Trekker Imago", "Samira", "Haddad", "Werkgroep Imago"),
    Login("trekker-mens", "Trekker Mens", "Ilse", "van Dam", "Werkgroep Mens"),
    Login("boekhouding", "Boekhouding", "Hanna", "Visser", "Boekhouding"),
    Login("privacy", "Privacy", "Ruben", "Post", "Privacy"),
    Login("beheerder", "Beheerder", "Wout", "Hellinga"),
]


def load() -> dict[str, int]:
    """A login that exists keeps its password, its groups and its name."""
    return {"logins": sum(map(_login, LOGINS))}


def _login(login: Login) -> int:
    if User.objects.filter(username=login.name).exists():
        return 0
    user = User(
        username=login.name,
        email=login.email,
        first_name=login.first_name,
        last_name=login.last_name,
        is_superuser=not login.group,
        is_staff=not login.group,
    )
    user.set_password(login.password)
    user.save()
    Person.objects.filter(slug=slugify(user.get_full_name())).update(user=user)
    if login.group:
        user.groups.add(Group.objects.get(name=login.group))
    return 1
