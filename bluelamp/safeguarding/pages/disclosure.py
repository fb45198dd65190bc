"""One request about a partner's past."""

from django.http import HttpRequest, HttpResponse

from bluelamp.access.guard import page
from bluelamp.safeguarding.records import offered, record_page, the_request

NEEDS = ("safeguarding.disclose",)


@page("safeguarding.disclose")
def disclosure(request: HttpRequest, pk: int) -> HttpResponse:
    """Its steps in order; what was told is never written down to be left with anybody."""
    found = the_request(request, pk)
    first = "" if found.checked_at else "Make the first checks first."
    decided = "" if found.disclose else "It was not decided to tell them."
    unmet = "" if found.met_at else "Meet them first, and be sure who they are."
    offers = [
        offered(request, "Write the first checks", "checks", pk, needs=NEEDS,
                against="They are made." if found.checked_at else ""),
        offered(request, "Write that they were met", "met", pk, needs=NEEDS,
                against="They were met." if found.met_at else ""),
        offered(request, "Decide, together with others", "decision", pk, needs=NEEDS,
                against="It is decided." if found.decided_at else first),
        offered(request, "Write that they were told", "told", pk, needs=NEEDS,
                against="They were told." if found.told_at else decided or unmet),
    ]  # fmt: skip
    return record_page(request, found, "disclosure", offers=offers)
