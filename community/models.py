"""Index of the models of this app, for Django to find."""

from community.consultation.models import Remark
from community.follow_up.models import FollowUp
from community.joining.models import JoinRequest
from community.points.models import Point, PointReport, Support
from community.questionnaires.models import (
    Answer,
    Invitation,
    Option,
    Question,
    Questionnaire,
    Response,
)
from community.rankings.models import RankedPoint, Ranking
from community.sessions.breakouts.models import Breakout, BreakoutSeat
from community.sessions.harvest.models import Harvest
from community.sessions.planning.models import Seat, Session
from community.sessions.questions.models import LiveQuestion, QuestionSupport
from community.sessions.registration.models import Registration
from community.sessions.report.models import Correction, SessionReport
from community.sessions.session_page.pages import SessionPage
from community.traces.models import Trace
from community.working_groups.documents import GroupDocument
from community.working_groups.evidence import Evidence
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.index_page import WorkingGroupIndexPage
from community.working_groups.membership import Membership
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.phases import GroupPhase
from community.workspace.models import GroupFile, GroupNote

__all__ = [
    "Answer",
    "Breakout",
    "BreakoutSeat",
    "Correction",
    "Evidence",
    "FollowUp",
    "GroupDocument",
    "GroupFile",
    "GroupNote",
    "GroupPhase",
    "Harvest",
    "Invitation",
    "JoinRequest",
    "LiveQuestion",
    "Membership",
    "Option",
    "OutcomePage",
    "Point",
    "PointReport",
    "Question",
    "QuestionSupport",
    "Questionnaire",
    "RankedPoint",
    "Ranking",
    "Registration",
    "Remark",
    "Response",
    "Seat",
    "Session",
    "SessionPage",
    "SessionReport",
    "Support",
    "Trace",
    "WorkingGroupIndexPage",
    "WorkingGroupPage",
]
