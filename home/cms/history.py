"""How the history of a page tells what the site did by itself."""

from wagtail.log_actions import LogFormatter


class HeldBack(LogFormatter):
    """A page that did not go live at its hour."""

    label = "Niet geplaatst"

    def format_message(self, log_entry):
        wrong = ", ".join(log_entry.data["lacks"])
        return f"Niet volgens schema geplaatst. Wat niet klopt: {wrong}"
