"""Every public address of ticketing, on one screen; all begin with /tickets/."""

from django.urls import path

from events.cancellations import views as cancellations
from events.checkout import views as checkout
from events.door import views as door
from events.guests import views as guests
from events.host_page import views as host_page
from events.my_links import views as my_links
from events.order_page import views as order_page
from events.organiser.moving import views as moving
from events.payments import webhooks
from events.resales import views as resales
from events.waiting_list import views as waiting_list

ORDER = "bestelling/<slug:reference>/<str:token>/"
DUO = f"{ORDER}duo/<int:number>/"

urlpatterns = [
    path("stripe/", webhooks.stripe_webhook, name="stripe_webhook"),
    path("link/", my_links.my_links, name="my_links"),
    # the door
    path("deur/", door.events, name="door_events"),
    path("deur/<slug:slug>/", door.door, name="door"),
    path(
        "deur/<slug:slug>/<int:pair_id>/binnen/",
        door.door_check_in,
        name="door_check_in",
    ),
    path("deur/<slug:slug>/<int:pair_id>/ongedaan/", door.door_undo, name="door_undo"),
    # the buyer
    path("<slug:slug>/bestellen/", checkout.hold, name="hold"),
    path(ORDER, order_page.order, name="order"),
    path(f"{ORDER}gegevens/", checkout.order_form, name="order_form"),
    path(f"{ORDER}wie/", order_page.order_buyer, name="order_buyer"),
    path(f"{ORDER}laat-maar/", checkout.never_mind, name="order_never_mind"),
    path(f"{ORDER}verzet/", moving.order_moved, name="order_moved"),
    path(f"{ORDER}opnieuw/", checkout.again, name="order_again"),
    path(f"{ORDER}betaald/", checkout.payment_return, name="payment_return"),
    path(
        f"{ORDER}betaling-afgebroken/<slug:attempt>/",
        checkout.payment_abandoned,
        name="payment_abandoned",
    ),
    path(f"{DUO}gast/", order_page.order_invite, name="order_invite"),
    path(f"{DUO}gastheer/", order_page.order_host, name="order_host"),
    path(f"{DUO}andere-gast/", order_page.order_replace, name="order_replace"),
    path(f"{DUO}overdragen/", order_page.order_hand_over, name="order_hand_over"),
    path(f"{DUO}adres/", order_page.order_address, name="order_address"),
    path(f"{DUO}opnieuw/", order_page.order_invite_again, name="order_invite_again"),
    path(
        f"{ORDER}papier/<slug:name>.pdf", order_page.order_document, name="order_paper"
    ),
    # changing one's mind
    path(f"{ORDER}annuleren/", cancellations.order_cancel, name="order_cancel"),
    path(f"{ORDER}herroepen/", cancellations.order_withdraw, name="order_withdraw"),
    path(f"{ORDER}voorwaarden.txt", cancellations.order_terms, name="order_terms"),
    path(f"{DUO}terugzetten/", resales.order_put_back, name="order_put_back"),
    path(f"{DUO}terugnemen/", resales.order_take_back, name="order_take_back"),
    path("herroepen/", cancellations.withdraw_here, name="withdraw_here"),
    # who waits
    path("<slug:slug>/wachtlijst/", waiting_list.waiting_list, name="waiting_list"),
    path("wachtlijst/<str:token>/", waiting_list.waiting_place, name="waiting_place"),
    path(
        "wachtlijst/<str:token>/eraf/", waiting_list.waiting_leave, name="waiting_leave"
    ),
    path(
        "wachtlijst/<str:token>/opnieuw/",
        waiting_list.waiting_again,
        name="waiting_again",
    ),
    # the guest
    path("gast/<str:token>/", guests.guest, name="guest"),
    path("gast/<str:token>/geopend/", guests.guest_opened, name="guest_opened"),
    path("gast/<str:token>/afzeggen/", guests.guest_decline, name="guest_decline"),
    path("gast/<str:token>/ticket.pdf", guests.guest_ticket, name="guest_ticket"),
    path("gast/<str:token>/agenda.ics", guests.guest_calendar, name="guest_calendar"),
    # the host
    path("duo/<str:token>/", host_page.host, name="host"),
    path("duo/<str:token>/uitnodigen/", host_page.host_invite, name="host_invite"),
    path("duo/<str:token>/andere-gast/", host_page.host_replace, name="host_replace"),
    path(
        "duo/<str:token>/overdragen/", host_page.host_hand_over, name="host_hand_over"
    ),
    path("duo/<str:token>/adres/", host_page.host_address, name="host_address"),
    path("duo/<str:token>/opnieuw/", host_page.host_again, name="host_invite_again"),
    path("duo/<str:token>/ticket.pdf", host_page.host_ticket, name="host_ticket"),
    path("duo/<str:token>/agenda.ics", host_page.host_calendar, name="host_calendar"),
]
