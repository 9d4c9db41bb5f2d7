"""Tell who follows a theme or a story; each thing once, whoever asks again."""

from datetime import datetime

from django.contrib.auth.models import User

from home.following.services import News, notify_followers
from stories.following.registered import NEW_COMMENT, NEW_STORY, STORY, THEME
from stories.pages.story_page import StoryPage
from stories.reactions.links import address_of
from stories.reactions.models import Comment


def tell_of_story(story: StoryPage, *, now: datetime) -> int:
    """Once it can be read; published again it is no news."""
    if not StoryPage.objects.open().filter(pk=story.pk).exists():
        return 0
    title = f"Nieuw verhaal: {story.title}"[:200]
    news = News(NEW_STORY, f"story:{story.pk}", title, story.url)
    return notify_followers(of=THEME, about_id=story.theme_id, news=news, now=now)


def tell_of_comment(comment: Comment, *, now: datetime) -> int:
    """But not who wrote it."""
    title = f"Nieuwe reactie bij ‘{comment.story.title}’"[:200]
    news = News(NEW_COMMENT, f"comment:{comment.pk}", title, address_of(comment))
    writer = User.objects.filter(reader=comment.reader_id).first()
    return notify_followers(
        of=STORY, about_id=comment.story_id, news=news, now=now, but=writer
    )
