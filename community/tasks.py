"""What follows on publishing an outcome; by a worker where there is one."""

from django.tasks import task
from django.utils import timezone

from community.following.services import tell_of_outcome
from community.working_groups.outcome_page import OutcomePage


@task
def follow_up(outcome_pk: int) -> None:
    """Its followers hear of it."""
    outcome = OutcomePage.objects.filter(pk=outcome_pk).first()
    if outcome is not None:
        tell_of_outcome(outcome, now=timezone.now())
