"""How an editor enters a person or an organisation: without thinking of an address."""

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm

from home.people.models import Person


class NamedForm(WagtailAdminModelForm):
    """The address follows from the first name, and stays when the name changes."""

    def clean(self):
        cleaned = super().clean()
        if not self.instance.slug and cleaned.get("name"):
            self.instance.slug = self._free_slug(cleaned["name"])
        return cleaned

    def _free_slug(self, name: str) -> str:
        """The name as an address, with a number when it is taken."""
        wanted = slugify(name)[:100] or "naam"
        taken = set(
            self._meta.model.objects.filter(slug__startswith=wanted).values_list(
                "slug", flat=True
            )
        )
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        return next(slug for slug in (wanted, *numbered) if slug not in taken)


class PersonForm(NamedForm):
    """Somebody new, entered while an editor writes a byline."""

    class Meta:
        model = Person
        fields = ["name", "function"]
