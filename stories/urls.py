"""Every public address of this app that is not a page."""

from django.urls import path

from stories.checks.views import fact_check
from stories.contributions import views as contributions
from stories.feeds import StoryFeed
from stories.field_tests import views as field_tests
from stories.newsletter import views as newsletter
from stories.reactions import views as reactions

urlpatterns = [
    path("feitencheck/<str:token>/", fact_check, name="fact_check"),
    path("verhalen/feed/", StoryFeed(), name="story_feed"),
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
