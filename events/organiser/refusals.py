"""Why the desk does not save something, in words and at its field."""

from events.orders.capacity import InUse, PlacesTaken, TypeTaken
from events.organiser.as_read import ChangedMeanwhile
from events.organiser.services import FirstDayStands, OtherRate
from events.tickets.vat_rates import rates_on
from events.vouchers.services import NoRoom, UsesTaken
from home import dutch

OFFERED = "aangeboden aan wie op de wachtlijst staat"
REFUSALS = (
    ChangedMeanwhile,
    FirstDayStands,
    NoRoom,
    OtherRate,
    PlacesTaken,
    TypeTaken,
    UsesTaken,
)


def refusal_of(reason: Exception) -> tuple[str | None, str]:
    """The field where something can be done about it, and what is wrong."""
    match reason:
        case NoRoom(left=left, offered=offered):
            only = (
                "is nog maar 1 plaats"
                if left == 1
                else f"zijn nog maar {left} plaatsen"
            )
            why = f" {_there_are(offered)} {offered} {OFFERED}." if offered else ""
            return "most", f"Er {only} vrij om apart te houden.{why}"
        case UsesTaken(taken=taken):
            return "most", f"De code is al {taken} keer gebruikt; minder kan niet."
        case PlacesTaken(in_use=in_use) | TypeTaken(in_use=in_use):
            of_type = " van deze soort" * isinstance(reason, TypeTaken)
            return "capacity", _at_least(in_use, of_type)
        case OtherRate(fields=[field, *_], day=day):
            rates = ", ".join(f"{rate:.0f}%" for rate in rates_on(day))
            return field, (
                f"Dit tarief geldt niet op {dutch.day_short(day)}, de dag van het "
                f"evenement. Kies uit {rates}."
            )
        case FirstDayStands(sold=sold):
            return "starts_at", (
                f"{_there_are(sold)} al {_pairs(sold)} verkocht voor de dag die er nu "
                "staat. Kies op de pagina ‘Hoe het staat’ voor Verzetten; de tijd kan "
                "hier wel veranderen."
            )
    return None, (
        "Dit is intussen gewijzigd, door een collega of door jou in een ander venster. "
        "Open de pagina opnieuw en doe je wijziging nog eens; wat je hier invulde is "
        "niet bewaard."
    )


def _at_least(in_use: InUse, of_type: str) -> str:
    """How low it can go, and why: only what there is."""
    numbers = {
        "verkocht": in_use.sold,
        "vastgehouden": in_use.held,
        OFFERED: in_use.offered,
        "apart gehouden voor een code": in_use.apart,
    }
    *most, last = [f"{number} {why}" for why, number in numbers.items() if number]
    why = f"{', '.join(most)} en {last}" if most else last
    return f"Minder dan {in_use.total}{of_type} kan niet: {why}."


def _there_are(number: int) -> str:
    return "Er is" if number == 1 else "Er zijn"


def _pairs(number: int) -> str:
    return "1 duo" if number == 1 else f"{number} duo’s"
