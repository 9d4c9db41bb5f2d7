"""Who may compose; who may also publish, sends."""

from home.pages.permissions import may_add_below
from stories.newsletter.pages import NewsletterPage


def may_compose(user) -> bool:
    return may_add_below(user, NewsletterPage)
