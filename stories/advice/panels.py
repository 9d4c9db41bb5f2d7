"""The list of remarks, at the end of the form of a story."""

from wagtail.admin.panels import Panel

from stories.advice.remarks import asks_what_went_well, remarks_on


class AdvicePanel(Panel):
    """Of the version that was opened; a new story has nothing to look at yet."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "stories/advice/panel.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {
                "remarks": remarks_on(self.instance),
                "asks_what_went_well": asks_what_went_well(self.instance),
            }
