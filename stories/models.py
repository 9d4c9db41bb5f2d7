"""Index of the models of this app, for Django to find."""

from stories.calls.models import Answer
from stories.checks.models import Check
from stories.contributions.models import (
    Contribution,
    Contributor,
    ContributorSettings,
    Note,
    Reward,
    SentPhoto,
)
from stories.contributions.pages import ContributePage
from stories.field_tests.models import FieldTest, Reply
from stories.newsletter.models import Delivery, Mailing, Subscriber
from stories.newsletter.pages import IssueItem, IssuePage, NewsletterPage
from stories.pages.credits import Credit
from stories.pages.index_page import StoryIndexPage
from stories.pages.series_page import SeriesPage
from stories.pages.story_page import StoryPage
from stories.pages.themes import StoryTopic, Theme, Topic
from stories.reactions.models import Comment, Report, Ruling
from stories.readership.models import Readership
from stories.reading_list.models import OwnList, SharedList, SharedStory

__all__ = [
    "Answer",
    "Check",
    "Comment",
    "ContributePage",
    "Contribution",
    "Contributor",
    "ContributorSettings",
    "Credit",
    "Delivery",
    "FieldTest",
    "IssueItem",
    "IssuePage",
    "Mailing",
    "NewsletterPage",
    "Note",
    "OwnList",
    "Readership",
    "Reply",
    "Report",
    "Reward",
    "Ruling",
    "SentPhoto",
    "SeriesPage",
    "SharedList",
    "SharedStory",
    "StoryIndexPage",
    "StoryPage",
    "StoryTopic",
    "Subscriber",
    "Theme",
    "Topic",
]
