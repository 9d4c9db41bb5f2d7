"""Every column that can hold words about somebody is in the list of what is kept."""

from datetime import datetime

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import models

from community.models import Correction, GroupFile, GroupNote, Harvest, SessionReport
from community.sessions.breakouts.services import make_groups
from community.sessions.questions.services import support
from events.invoices.services import issue_invoice
from events.models import (
    Act,
    Cancellation,
    CreditNote,
    FormerBuyer,
    FormerHost,
    LinkRequest,
    Payment,
    Refund,
    Seen,
    WaitingEntry,
)
from events.models import Message as ToMany
from home.models import Approach, LoginCode, Message, Notice, Reader
from home.privacy.keepers import keepers
from stories.checks.services import ask
from stories.models import Note, OwnList, SentPhoto, StoryPage
from stories.reading_list.rules import Entry
from stories.reading_list.services import hand_on
from tests.factories.community import (
    make_group,
    make_join_request,
    make_outcome,
    make_remark,
)
from tests.factories.contributions import make_contribution
from tests.factories.events import (
    AMSTERDAM,
    make_guest,
    make_paid_order,
    make_voucher,
)
from tests.factories.home import make_person
from tests.factories.people import make_claim, make_interest
from tests.factories.points import make_point
from tests.factories.questionnaires import (
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)
from tests.factories.reactions import (
    make_answer,
    make_comment,
    make_reply,
    make_report,
    make_verdict,
)
from tests.factories.sessions import (
    make_live_question,
    make_registration,
    make_session,
)
from tests.factories.stories import make_story

FLOORS = ("home", "stories", "events", "community")
WORDS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)

# Nothing of a visitor can be in these; what editors publish is theirs to take away.
PUBLISHED = {
    *("home.ContactPage", "home.ContentPage", "home.HomePage", "home.SiteDetails"),
    *("home.Photo", "home.Rendition", "home.Sector", "home.Organisation", "home.Role"),
    *(
        "home.Person",
        "home.Role",
        "home.Term",
        "stories.SeriesPage",
        "stories.StoryPage",
        "stories.Theme",
    ),
    *("stories.Topic", "stories.StoryIndexPage", "community.Evidence"),
    *("stories.ContributePage", "stories.ContributorSettings", "home.Term"),
    *("stories.NewsletterPage", "stories.IssuePage", "stories.Mailing"),
    *("community.OutcomePage", "community.WorkingGroupPage", "community.Membership"),
    *(
        "community.FollowUp",
        "community.Trace",
        "community.GroupDocument",
        "community.WorkingGroupIndexPage",
    ),
    *("community.Questionnaire", "community.Question", "community.Option"),
    "community.Ranking",
    *("events.Event", "events.EventPage", "events.Juror"),
    *(
        "community.Session",
        "community.SessionPage",
        "community.SessionReport",
        "home.Role",
    ),
    *("events.EventIndexPage", "events.DuoTicket", "events.Move", "events.Terms"),
}
NUMBERS = {  # numbers of ours and of Stripe's, codes, states
    "home.OwedMail": {"kind", "occasion", "message_id"},
    "home.Confirmation": {"purpose", "token"},
    "home.Follow": {"kind"},
    "home.Digest": {"kind"},
    "home.Notice": {"kind"},
    "home.Switch": {"kind"},
    "stories.Subscriber": {"token"},
    "stories.Contribution": {"token"},
    "stories.Reply": {"token"},
    "stories.Reward": {"code", "level", "what"},
    "stories.Delivery": {"message_id", "status"},
    "stories.Check": {"token"},
    "stories.SharedList": {"token"},
    "events.CheckIn": {"code"},
    "events.Order": {"reference", "token", "held_by", "withdrawal"},
    "events.Pair": {"host_token", "host_code", "part_name"},  # of the ticket type
    "events.Guest": {"token", "code"},
    "events.FormerBuyer": {"token"},
    "events.FormerHost": {"token", "code"},
    "events.Invoice": {"seller", "lines"},
    "events.CreditNote": {"seller", "lines"},
    "events.Movement": {"stripe_id", "source", "intent_id"},
    "events.Payout": {"stripe_id"},
    "events.Check": {"trouble"},
    "events.Seen": {"kind"},
    "events.Payment": {"key", "session_id", "intent_id", "url", "trouble"},
    "events.Refund": {"stripe_id", "earlier", "trouble"},
    "events.Dispute": {"stripe_id", "reason"},
    "events.StripeEvent": {"event_id", "type", "object_id"},
    "events.Voucher": {"code"},
    "events.WaitingEntry": {"token"},
    "community.Response": {"token"},
    "community.Invitation": {"token"},
    # public words, which stay without a name; who wrote them can take them away
    "community.Point": {"title", "text", "answer"},
    "community.Registration": {"token"},
    "stories.Ruling": {"elsewhere"},  # a kind of thing and a group, as we name them
    # what a group put first is the group's, and stays in the report
    "community.Breakout": {"token", "first", "second", "third"},
}


def columns() -> set[tuple[str, str]]:
    """Of our own tables; a choice from a list is no words."""
    return {
        (model._meta.label, field.name)
        for floor in FLOORS
        for model in apps.get_app_config(floor).get_models()
        for field in model._meta.local_fields
        if isinstance(field, WORDS) and not field.choices
    }


def kept() -> set[tuple[str, str]]:
    return {
        (model._meta.label, name)
        for keeper in keepers()
        for model, names in keeper.fields.items()
        for name in names
    }


def test_every_column_is_in_the_list_or_named_as_without_people():
    numbers = {(label, name) for label, names in NUMBERS.items() for name in names}
    asked = {column for column in columns() if column[0] not in PUBLISHED}

    assert asked - numbers - kept() == set()


def test_the_lists_name_nothing_that_is_not_there():
    numbers = {(label, name) for label, names in NUMBERS.items() for name in names}

    assert (numbers | kept()) - columns() == set()
    assert numbers & kept() == set()
    assert PUBLISHED - {label for label, _ in columns()} == set()


MARK = "saar visser"  # in lower case, as an address is
LATER = datetime(2040, 1, 2, tzinfo=AMSTERDAM)


def what_readers_wrote(now):
    """Each by the same reader."""
    session = make_session(now=now)
    make_registration(session, now=now, email="x@x.example", organisation="x")
    make_groups(session=session, size=4, seed=1)
    Harvest.objects.create(session=session, name="x", text="x", said_at=now)
    report = SessionReport.objects.create(session=session)
    Correction.objects.create(report=report, text="x", said_at=now)
    support(question=make_live_question(session, now=now), key="x")
    comment = make_comment(now=now, email="x@x.example")
    make_report(comment, now=now, text="x")
    make_verdict(now=now, email="x@x.example")
    make_answer(now=now, email="x@x.example")
    piece = make_contribution(now=now, email="x@x.example")
    Note.objects.create(contribution=piece, from_editor=True, text="x", at=now)
    SentPhoto.objects.create(contribution=piece, credit="x", note="x", rights="own")
    make_reply(now=now, answered_at=now, text="x", name="x")
    group = make_group()
    make_join_request(group, now=now, email="x@x.example")
    make_remark(make_outcome(group), now=now, passage="x", answer="x", answered_at=now)
    GroupNote.objects.create(group=group, title="x", text="x", changed_at=now)
    GroupFile.objects.create(group=group, title="x", file="x", added_at=now)
    point = make_point(group, now=now, email="x@x.example")
    point.reports.create(ground="advert", text="x", reported_at=now)
    asked = make_questionnaire(make_group("mens"), now=now)
    response = make_response(asked, now=now, email="x@x.example", name="x")
    make_answers(response, make_question(asked), "x")


def what_members_said(now):
    make_interest(make_person())
    user = User.objects.create_user("lid-x", date_joined=now)
    make_claim(now, make_person(), user=user)
    Notice.objects.create(
        user=user, kind="x", key="x", title="x", address="/x/", at=now
    )
    reader = Reader.objects.first()
    Approach.objects.create(
        person=make_person(), reader=reader, name="x", text="x", asked_at=now
    )
    OwnList.objects.create(user=user, entries=[[1, MARK]])
    LoginCode.objects.create(email="x@x.example", code="x", asked_at=now)


@pytest.fixture
def everything(now):
    """A row in every table of the list."""
    order = make_paid_order()
    pair, event = order.pairs.get(), order.event
    make_guest(pair=pair, admitted=True)
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        status="paid",
        params={"customer_email": MARK, "mode": "payment"},
        expires_at=now,
        created_at=now,
        settled_at=now,
    )
    invoice = issue_invoice(order=order, payment_id=payment.pk, now=now)
    refund = Refund.objects.create(
        payment=payment, reason="goodwill", amount=1, created_at=now
    )
    FormerHost.objects.create(
        pair=pair, token="t", code="c", by_host=True, handed_over_at=now
    )
    FormerBuyer.objects.create(order=order, changed_at=now)
    CreditNote.objects.create(
        invoice=invoice,
        refund=refund,
        year=2026,
        number=1,
        issued_on=now.date(),
        net=-1,
        vat=0,
        total=-1,
        seller={},
        buyer={"name": MARK},
        lines=[],
    )
    Cancellation.objects.create(
        pair=pair, reason="organiser", price=1, kept=1, refunded=0, cancelled_at=now
    )
    Act.objects.create(order=order, what="note", text=MARK, at=now)
    Act.objects.create(order=order, what="refunded", text=MARK, at=now)
    ToMany.objects.create(event=event, to="hosts", subject="x", text="x", sent_at=now)
    Seen.objects.create(kind="x", about=1, note="x", at=now)
    make_voucher(event, now)
    WaitingEntry.objects.create(event=event, email="x@x.example", joined_at=now)
    LinkRequest.objects.create(email="x@x.example", asked_at=now)
    Message.objects.create(name="x", email="x@x.example", text="x", sent_at=now)
    what_readers_wrote(now)
    what_members_said(now)
    hand_on([Entry(make_story().pk)], now=now)
    ask(story=_draft(), name="x", email="x@x.example", by=None, now=now)


def _draft() -> StoryPage:
    story = make_story(live=False)
    story.save_revision()
    return story


def marked() -> set[tuple[str, str]]:
    """The columns in which the mark stands."""
    return {
        (label, name)
        for label, name in kept()
        for value in apps.get_model(label).objects.values_list(name, flat=True)
        if MARK in str(value)
    }


@pytest.mark.django_db
def test_all_of_it_is_forgotten_in_the_end(everything):
    for label, name in kept():
        model = apps.get_model(label)
        if not isinstance(model._meta.get_field(name), models.JSONField):
            model.objects.update(**{name: MARK[:20]})
    apps.get_model("events.Invoice").objects.update(buyer={"name": MARK})
    before = marked()

    for keeper in reversed(keepers()):
        keeper.forget(now=LATER)

    assert before == kept()
    assert marked() == set()
    assert [keeper.forget(now=LATER) for keeper in keepers()] == [0] * len(keepers())
