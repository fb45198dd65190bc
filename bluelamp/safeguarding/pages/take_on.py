"""Taking a domestic incident on by name."""

from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.raising import take_on as take
from bluelamp.safeguarding.sight import step, the_domestic


class TakeOnForm(PlainForm):
    """Nothing to fill in."""


@page("safeguarding.assess")
def take_on(request: HttpRequest, pk: int) -> HttpResponse:
    """From then on it is yours to see assessed, and yours to share."""
    found = the_domestic(request, pk)
    whose = f"{found.owner} has it now, and will still see it." if found.owner else "Nobody has it yet."
    return step(
        request,
        found,
        form=TakeOnForm(posted(request)),
        act=lambda _given: take(domestic=pk, **signed(request)),
        heading="Take it on",
        lead=f"{whose} It will be yours to see assessed by the end of the shift.",
        submit="Take it on",
    )
