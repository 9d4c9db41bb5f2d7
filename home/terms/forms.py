"""How an editor enters a word of the trade."""

from home.people.forms import NamedForm


class TermForm(NamedForm):
    """Its place on the list follows from the word."""

    named_by = "word"
