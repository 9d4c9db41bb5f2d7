"""Small answers to who works in the back office."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.admin.views.pages.workflow import WorkflowActionView

from home.pages.lacking import lacks


@never_cache
def still_here(request):
    """The token that forms must carry, asked before one is sent (static/js/cms).

    Wagtail sends who is signed out to sign in."""
    return JsonResponse({"token": get_token(request)})


class PublishOneByOne(PublishBulkAction):
    """Only the form of a page sees whether all is there that a reader needs."""

    def dispatch(self, request, *args, **kwargs):
        messages.warning(
            request,
            "Plaatsen gaat per pagina: dan zie je of alles erin staat. Open de pagina "
            "en kies ‘Publiceren’.",
        )
        return redirect(self.next_url)


class WorkflowAction(WorkflowActionView):
    """Approve from a list; what was in no form yet goes there for what it lacks."""

    def post(self, request, *args, **kwargs):
        approves = self.action_name == "approve"
        draft = self.object.get_latest_revision_as_object() if approves else None
        wrong = lacks(draft) if draft else []
        if not wrong:
            return super().post(request, *args, **kwargs)
        messages.error(
            request,
            f"Nog niet goed: {', '.join(wrong)}. Kies hier ‘Goedkeuren en publiceren’, "
            "dan staat er in rood bij wat eraan schort.",
        )
        address = reverse("wagtailadmin_pages:edit", args=[self.object.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            done = {"step": "success", "redirect": address}
            return self.render_modal_json(request, done)
        return redirect(address)
