"""Who may compose; who may also publish, sends."""

from stories.newsletter.pages import NewsletterPage


def may_compose(user) -> bool:
    page = NewsletterPage.objects.first()
    return bool(page and page.permissions_for_user(user).can_add_subpage())
