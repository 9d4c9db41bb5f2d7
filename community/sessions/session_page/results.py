"""What came of a session, as its page shows it to everybody."""

from django.utils import timezone

from community.questionnaires.rules import is_close
from community.sessions.breakouts.models import Breakout
from community.sessions.breakouts.ranking import merged
from community.sessions.harvest.models import Harvest
from community.sessions.planning.models import Session
from community.sessions.registration.links import player_of
from community.sessions.report.models import SessionReport

MOST = 100  # contributions; the others have pages of their own


def what_came_of(session: Session) -> dict:
    """The harvest always; report and ranking of the groups once that is final."""
    said = Harvest.objects.filter(session=session).to_be_read()
    said = said.with_interest(timezone.localdate())
    found = list(said[: MOST + 1])
    shown = {"harvest": found[:MOST], "more_harvest": len(found) > MOST}
    final = SessionReport.objects.filter(session=session, final_at__isnull=False)
    report = final.first()
    if report is None:
        return shown
    groups = Breakout.objects.filter(session=session)
    rankings = list(groups.values_list("first", "second", "third"))
    ranking = merged(rankings)
    return {
        **shown,
        "report": report,
        "player": player_of(report.recording),
        "ranking": ranking,
        "is_close": is_close(ranking, people=len(rankings)),
    }
