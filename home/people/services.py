"""Which address somebody's page gets, and what happens when it changes."""

from django.db.models import Model
from django.utils.text import slugify
from wagtail.contrib.redirects.models import Redirect


def forward(old: str, new: str) -> None:
    """Who has the old address ends at the new one; the new one leads nowhere else."""
    paths = [Redirect.normalise_path(address) for address in (old, new)]
    Redirect.objects.filter(old_path__in=paths, site=None).delete()
    Redirect.add_redirect(old, redirect_to=new, automatically_created=True)


def free_slug(model: type[Model], name: str) -> str:
    """The name as an address, with a number when it is taken."""
    wanted = slugify(name)[:100] or "naam"
    others = model._default_manager.filter(slug__startswith=wanted)
    taken = set(others.values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
