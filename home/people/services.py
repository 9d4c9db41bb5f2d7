"""What happens when somebody's page gets another address."""

from wagtail.contrib.redirects.models import Redirect


def forward(old: str, new: str) -> None:
    """Who has the old address ends at the new one; the new one leads nowhere else."""
    paths = [Redirect.normalise_path(address) for address in (old, new)]
    Redirect.objects.filter(old_path__in=paths, site=None).delete()
    Redirect.add_redirect(old, redirect_to=new, automatically_created=True)
