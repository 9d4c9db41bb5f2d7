"""What Stripe tells us: proof of the sender, a number to remember, a task."""

from django.http import HttpResponse, HttpResponseBadRequest
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from events.payments import stripe_api
from events.payments.models import StripeEvent
from events.payments.tasks import follow_dispute, follow_refund, settle_session


@csrf_exempt
@require_POST
def stripe_webhook(request):
    """Answer 2xx to all that is truly Stripe's, or Stripe sends it again for days."""
    try:
        notice = stripe_api.read_event(
            request.body, request.headers.get("Stripe-Signature", "")
        )
    except stripe_api.NotFromStripe:
        return HttpResponseBadRequest()
    StripeEvent.objects.get_or_create(
        event_id=notice.id,
        defaults={
            "type": notice.type,
            "object_id": notice.object_id,
            "received_at": timezone.now(),
        },
    )
    if not notice.object_id:
        return HttpResponse()
    # A message that comes twice is enqueued twice: that repairs a task that was lost.
    if notice.type in stripe_api.ABOUT_A_SESSION:
        settle_session.enqueue(notice.object_id)
    elif notice.type in stripe_api.ABOUT_A_REFUND:
        follow_refund.enqueue(notice.object_id)
    elif notice.type in stripe_api.ABOUT_A_DISPUTE:
        follow_dispute.enqueue(notice.object_id)
    return HttpResponse()
