"""One case of the meeting: why, who spoke, what each body undertook, the minutes, and what each body was sent."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.partners.queries import shares_of
from bluelamp.partners.share_words import shown
from bluelamp.safeguarding.records import offered, record_page, the_case

KEEPS = ("safeguarding.marac",)


@page("safeguarding.marac", "safeguarding.refer")
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Its minutes stand here and nowhere else."""
    found = the_case(request, pk)
    offers = [
        offered(request, "Write that the bodies spoke at once", "speak", pk, needs=(*KEEPS, "safeguarding.refer")),
        offered(request, "See what each body gets", "pack_preview", pk, needs=KEEPS),
        offered(request, "Send a body its part", "pack", pk, needs=KEEPS),
        offered(request, "Write what a body undertook", "undertake", pk, needs=KEEPS),
        offered(
            request, "Keep the minutes", "minutes", pk, needs=KEEPS,
            against="They are kept already." if found.heard_at else "",
        ),
    ]  # fmt: skip
    shares = shown(shares_of([found.ref]), {}, at=clock.now())
    return record_page(request, found, "case", offers=offers, shares=shares)
