"""The victim writes to us, or complains: words only, no files; the answer comes to this page."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.victims.actions.asking import ask
from bluelamp.victims.models import OwnVisit
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_visits import holder, own_page
from bluelamp.victims.rules.matters import Matter


@own_page
def own_write(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """Anything that is no complaint is a message."""
    complaint = request.POST.get("kind") == Matter.COMPLAINT
    return own_form(
        request,
        visit,
        room="write",
        act=lambda: ask(
            by=holder(visit.victim),
            at=clock.now(),
            key=request_key(request),
            victim=visit.victim_id,
            matter=Matter.COMPLAINT.value if complaint else Matter.MESSAGE.value,
            words=request.POST["words"],
        ),
        needed={"words": "page.missing"},
        context={"complaint": complaint},
    )
