"""What the ground floor adds to the back office."""

from wagtail.snippets.models import register_snippet

from home.people.viewsets import PeopleGroup

register_snippet(PeopleGroup)
