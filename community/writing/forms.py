"""The form of an outcome on the site: the same checks as in the CMS."""

from django import forms

from community.working_groups.evidence import ONE_SOURCE, Evidence
from community.working_groups.forms import OutcomeChecks
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.prose import as_html, as_text
from community.workspace.forms import GroupFileField

PROSE_HELP = (
    "Een lege regel begint een nieuwe alinea. Met ## begint een tussenkop, met - een "
    "opsomming. [tekst](https://…) wordt een link."
)
EMPTY = "Dit moet je nog invullen."
DAY = forms.DateInput(attrs={"type": "date", "class": "short"}, format="%Y-%m-%d")
FIELDS = [
    *("title", "kind", "number", "version", "date", "status", "consultation_until"),
    *("stopped_because", "responsible", "next_step", "due", "progress", "value_for"),
    *("lead", "question", "work", "result"),
]
HALF = ["lead", "question", "work", "result"]  # what a draft may lack
NEEDED = [*HALF, "responsible", "next_step"]  # to publish


class EvidenceForm(forms.ModelForm):
    """A source: a link, or a document that is sent along."""

    class Meta:
        model = Evidence
        fields = ["title", "link", "document", "file", "note"]
        widgets = {"document": forms.HiddenInput, "file": forms.HiddenInput}

    upload = GroupFileField(label="Of een document", required=False)

    def clean(self):
        cleaned = super().clean() or {}
        self.instance.upload = cleaned.get("upload")
        others = [cleaned.get(name) for name in ("link", "document", "file")]
        if self.instance.upload and any(others):
            raise forms.ValidationError(ONE_SOURCE)
        return cleaned

    def _get_validation_exclusions(self):
        """What is sent along becomes the file; the constraint cannot know that yet."""
        is_sent = self.instance.upload or "upload" in self.errors
        excluded = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded | {"file"} if is_sent else excluded


class WriteForm(OutcomeChecks):
    """`publishes` asks for the whole of it; a draft needs a title."""

    class Meta:
        model = OutcomePage
        fields = FIELDS
        help_texts = {"title": ""}
        formsets = {"evidence": {"form": EvidenceForm, "extra": 2}}
        widgets = {
            "date": DAY,
            "due": DAY,
            "consultation_until": DAY,
            "lead": forms.Textarea(attrs={"rows": 3}),
            "question": forms.Textarea(attrs={"rows": 4}),
            "stopped_because": forms.Textarea(attrs={"rows": 3}),
        }

    instance: OutcomePage

    work = forms.CharField(
        label="Wat we deden",
        help_text=PROSE_HELP,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    result = forms.CharField(
        label="Wat het opleverde",
        help_text=PROSE_HELP,
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def __init__(self, *args, parent_page, publishes: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.parent_page, self.publishes = parent_page, publishes
        for name in ("work", "result"):
            self.initial[name] = as_text(getattr(self.instance, name) or "")
        for name, field in self.fields.items():
            field.error_messages["required"] = EMPTY
            if name in HALF and not publishes:
                field.required = False
            field.needed = name in NEEDED
        self.set_up()

    @property
    def is_deferred_validation(self) -> bool:
        return not self.publishes

    def clean_work(self):
        return as_html(self.cleaned_data["work"])

    def clean_result(self):
        return as_html(self.cleaned_data["result"])

    def _post_clean(self):
        """Page's own `full_clean` asks for a whole page; a draft is none yet."""
        if self.publishes:
            super()._post_clean()
            return
        self.instance = forms.models.construct_instance(
            self, self.instance, self._meta.fields, self._meta.exclude
        )
