"""Taking a pathway that stands alone on by name."""

from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.alone import take_on_pathway as take
from bluelamp.safeguarding.records import record_step, the_pathway


class TakeOnPathwayForm(PlainForm):
    """Nothing to fill in."""


@page("safeguarding.assess")
def take_on_pathway(request: HttpRequest, pk: int) -> HttpResponse:
    """From then on it is yours to see assessed, and yours to share."""
    found = the_pathway(request, pk)
    whose = f"{found.owner} has it now, and will still see it." if found.owner else "Nobody has it yet."
    return record_step(
        request,
        found,
        "pathway",
        form=TakeOnPathwayForm(posted(request)),
        act=lambda _given: take(pathway=pk, **signed(request)),
        heading="Take it on",
        lead=f"{whose} It will be yours to see assessed by the end of the shift.",
        submit="Take it on",
    )
