"""Who you are here, and the way to everything that is yours."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.accounts.services import reader_of
from home.claims.models import Claim
from home.personal import own
from home.profiles.services import person_of


@own
@login_required
@require_safe
def my_account(request):
    """What hangs on it is told by tags of the floors above."""
    claims = Claim.objects.filter(user=request.user).select_related("person")
    context = {
        "reader": reader_of(request.user),
        "person": person_of(request.user),
        "unseen": request.user.notices.unseen().count(),
        "claim": claims.open().first(),
        "refused": claims.filter(status=Claim.Status.REFUSED).order_by("-pk").first(),
    }
    return render(request, "home/accounts/my_account.html", context)
