"""How an editor enters a person or an organisation: without thinking of an address."""

from wagtail.admin.forms import WagtailAdminModelForm

from home.people.models import Person
from home.people.services import forward, free_slug


class NamedForm(WagtailAdminModelForm):
    """The address follows from the first name, and stays when the name changes."""

    named_by = "name"

    def clean(self):
        cleaned = super().clean()
        if not self.instance.slug and cleaned.get(self.named_by):
            self.instance.slug = free_slug(self._meta.model, cleaned[self.named_by])
        return cleaned


class AddressedForm(NamedForm):
    """Of what has a page: an editor may choose its address, and old links go on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stood_at = self.instance.get_absolute_url() if self.instance.pk else ""
        self.fields["slug"].required = False

    def clean_slug(self):
        """An empty address is no new address."""
        return self.cleaned_data["slug"] or self.initial.get("slug", "")

    def clean(self):
        cleaned = super().clean()
        cleaned["slug"] = cleaned.get("slug") or self.instance.slug
        return cleaned

    def save(self, commit=True):  # noqa: FBT002  # as Django has it
        saved = super().save(commit)
        stands_at = saved.get_absolute_url()
        if commit and self.stood_at not in ("", stands_at):
            forward(self.stood_at, stands_at)
        return saved


class PersonForm(NamedForm):
    """Somebody new, entered while an editor writes a byline."""

    class Meta:
        model = Person
        fields = ["name", "function"]
