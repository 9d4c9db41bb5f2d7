"""Every public address of this app that is not a page."""

from django.urls import path

from stories import feeds
from stories.calls.views import call
from stories.checks.views import fact_check
from stories.contributions import views as contributions
from stories.feeds import Atom, StoryFeed
from stories.field_tests import views as field_tests
from stories.newsletter import views as newsletter
from stories.reactions import views as reactions
from stories.reading_list import views as reading_list
from stories.topics.views import topic_page

urlpatterns = [
    path("feitencheck/<str:token>/", fact_check, name="fact_check"),
    path("selectie/", reading_list.reading_list, name="reading_list"),
    path("selectie/delen/", reading_list.share_reading_list, name="share_reading_list"),
    path("selectie/<str:token>/", reading_list.shared_list, name="shared_list"),
    path("verhalen/feed/", StoryFeed(feeds.all_stories), name="story_feed"),
    path("verhalen/atom/", StoryFeed(feeds.all_stories, Atom), name="story_atom"),
    path(
        "verhalen/thema/<slug:slug>/feed/",
        StoryFeed(feeds.of_theme),
        name="theme_feed",
    ),
    path(
        "verhalen/thema/<slug:slug>/atom/",
        StoryFeed(feeds.of_theme, Atom),
        name="theme_atom",
    ),
    path("mensen/<slug:slug>/feed/", StoryFeed(feeds.of_author), name="author_feed"),
    path(
        "mensen/<slug:slug>/atom/",
        StoryFeed(feeds.of_author, Atom),
        name="author_atom",
    ),
    path("onderwerpen/<slug:slug>/", topic_page, name="topic"),
    path("onderwerpen/<slug:slug>/feed/", StoryFeed(feeds.of_topic), name="topic_feed"),
    path(
        "onderwerpen/<slug:slug>/atom/",
        StoryFeed(feeds.of_topic, Atom),
        name="topic_atom",
    ),
    path("verhalen/<slug:slug>/reacties/", reactions.comments, name="comments"),
    path(
        "verhalen/<slug:slug>/reacties/<int:pk>/melden/",
        reactions.report_comment,
        name="report_comment",
    ),
    path(
        "verhalen/<slug:slug>/praktijktoets/",
        field_tests.field_test,
        name="field_test",
    ),
    path(
        "praktijktoets/antwoord/<str:token>/",
        field_tests.field_reply,
        name="field_reply",
    ),
    path("reacties/<str:token>/", reactions.change_comment, name="change_comment"),
    path("verhalen/<slug:slug>/meedoen/", call, name="call"),
    path("schrijf-mee/voorstel/", contributions.propose_piece, name="propose_piece"),
    path(
        "schrijf-mee/stuk/<str:token>/",
        contributions.contribution,
        name="contribution",
    ),
    path("huisregels/besluiten/", reactions.rulings, name="rulings"),
    path(
        "nieuwsbrief/aanmelden/",
        newsletter.newsletter_sign_up,
        name="newsletter_sign_up",
    ),
    path(
        "nieuwsbrief/voorkeuren/<str:token>/",
        newsletter.newsletter_preferences,
        name="newsletter_preferences",
    ),
    path(
        "nieuwsbrief/afmelden/<str:token>/",
        newsletter.newsletter_leave,
        name="newsletter_leave",
    ),
]
