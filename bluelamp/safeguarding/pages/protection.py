"""One protection notice: its conditions, when the court hears it, the order, and every breach."""

from django.http import HttpRequest, HttpResponse

from bluelamp.access.guard import page
from bluelamp.safeguarding.models import ProtectionNotice
from bluelamp.safeguarding.records import offered, record_page, the_notice
from bluelamp.safeguarding.rules.protection import Regime, may_breach

DOES = ("safeguarding.protect", "safeguarding.assess")


@page("safeguarding.view")
def protection(request: HttpRequest, pk: int) -> HttpResponse:
    """What is in force stands on the person and the address too, where call handlers and crews see it."""
    found = the_notice(request, pk)
    regime, is_order = Regime(found.regime), bool(found.order_made)
    served, decided = _served(found), "The court has decided." if found.decided_at else ""
    ended = "No order was made." if found.order_made is False else served
    offers = [
        offered(request, "Write that it was served", "serve", pk, needs=DOES,
                against="It is served." if found.served_at else ""),
        offered(request, "Write what the court decided", "order", pk,
                needs=("safeguarding.protect", "safeguarding.marac"), against=served or decided),
        offered(request, "Write a breach", "breach", pk, needs=DOES, against=ended),
        *(offered(request, "Brought before the court", "brought", one.pk, needs=DOES)
          for one in found.breaches.all() if one.arrested_at and not one.brought_at and not one.is_crime),
    ]  # fmt: skip
    offers += [
        offered(request, "Write the number of the recorded crime", "record_breach", one.pk, needs=DOES)
        for one in found.breaches.all()
        if one.waits_for_crime
    ]
    name = regime.order if is_order else regime.notice
    return record_page(
        request, found, "protection", offers=offers, name=name, breach=may_breach(regime=regime, is_order=is_order)
    )


def _served(found: ProtectionNotice) -> str:
    return "" if found.served_at else "It is not served yet."
