"""A form with an address; what it says does not depend on whether we know it."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.my_links.forms import LinkForm
from events.my_links.services import ask_for_links
from home.throttle import is_too_often

TOO_OFTEN = "Je vroeg dit al een paar keer. Probeer het over een uur nog eens."


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def my_links(request):
    """Everything of this address that is still to come, in one mail."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if is_too_often(request, "my_links", limit=5, seconds=3600):
            form.add_error(None, TOO_OFTEN)
        else:
            ask_for_links(email=form.cleaned_data["email"], now=timezone.now())
            return redirect(f"{reverse('my_links')}?verstuurd=1")
    context = {"form": form, "is_asked": "verstuurd" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "events/my_links/my_links.html", context, status=status)
