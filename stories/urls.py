"""Every public address of this app that is not a page."""

from django.urls import path

from stories.feeds import StoryFeed

urlpatterns = [
    path("verhalen/feed/", StoryFeed(), name="story_feed"),
]
