"""In front of Django: what most visitors ask for costs no more than the server."""

from collections.abc import Callable, Iterable

from django.conf import settings

from home.page_cache.generation import chosen
from home.page_cache.middleware import key_of, may_have_a_kept_page
from home.page_cache.readings import note
from home.page_cache.store import pages

type Application = Callable[[dict, Callable], Iterable[bytes]]


class Front:
    """A whole page for who has nothing yet. What needs a thought goes the long way:
    then the middleware answers, from the same pages."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.generation, self.pages = chosen(), pages()

    def __call__(self, asked: dict, start_response: Callable) -> Iterable[bytes]:
        if (
            asked["REQUEST_METHOD"] == "GET"
            and not asked.get("HTTP_COOKIE")
            and "HTTP_IF_NONE_MATCH" not in asked
            and may_have_a_kept_page(asked)
            and (generation := self.generation.known())
            and (kept := self.pages.get(key_of(asked), generation))
        ):
            if kept.page:
                note(kept.page, asked)
            start_response("200 OK", list(kept.headers.items()))
            return [kept.content]
        return self.application(asked, start_response)


def in_front_of(application: Application) -> Application:
    """Where pages are kept."""
    return Front(application) if settings.PAGE_CACHE else application
