"""The list of codes with what was used of them."""

from django.db.models import Count, Q
from django.db.models.deletion import ProtectedError
from django.http import HttpResponseRedirect
from wagtail.admin import messages
from wagtail.admin.views import generic

from events.organiser.permissions import own
from events.organiser.views import RemoveView
from events.vouchers.services import remove_voucher


class RemoveVoucherView(RemoveView):
    """A code that no order used."""

    def remove(self):
        remove_voucher(voucher=self.object)

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request,
                "Deze code kan niet weg: er zijn bestellingen mee gedaan. Zet er een "
                "einde aan met ‘Geldig tot’.",
            )
            return HttpResponseRedirect(self.get_success_url())


class VoucherListView(generic.IndexView):
    """Which codes there are, and how often each was used."""

    def get_base_queryset(self):
        vouchers = own(self.model, self.request.user).select_related("event")
        used = Count("uses", filter=Q(uses__pair__isnull=False))
        return vouchers.annotate(used=used)
