"""The chain on the page of an outcome."""

from django.utils.safestring import SafeString

from community.traces.chain import chain_of
from community.traces.picture import svg
from community.working_groups.sections import OUTCOME, section


@section(10, "community/traces/chain.html", of=OUTCOME)
def chain(outcome) -> dict | None:
    """Nothing where nobody wrote down where it comes from."""
    if outcome.pk is None:
        return None
    found = chain_of(outcome)
    if not found:
        return None
    return {"picture": SafeString(svg(found)), "steps": found.steps}
