"""The victim makes, changes or takes back their statement: words only, no files; every version is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.victims.actions.statements import take_statement, withdraw_statement
from bluelamp.victims.models import OwnVisit, Statement
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_visits import holder, own_page
from bluelamp.victims.own_words import words_of
from bluelamp.victims.rules.statement import Reading


@own_page
def own_statement(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """The newest version is filled in."""
    words = words_of(visit.language)
    newest = Statement.objects.filter(victim=visit.victim_id, withdrawn_at=None).order_by("-version").first()
    reading = request.POST.get("reading") or (newest.reading if newest else Reading.NOT_DECIDED.value)
    back = "back" in request.POST
    version = (
        words.say("statement", "version", version=newest.version, day=words.day(newest.taken_at)) if newest else ""
    )
    return own_form(
        request,
        visit,
        room="statement",
        act=lambda: _act(request, visit, reading),
        needed={} if back else {"words": "page.missing"},
        refusals={"told_disclosable": "statement.knows_missing", "": "statement.served" if back else "statement.late"},
        context={
            "newest": newest,
            "version": version,
            "readings": [(one.value, words.say("statement", one), one.value == reading) for one in Reading],
        },
    )


def _act(request: HttpRequest, visit: OwnVisit, reading: str) -> str:
    signed: dict[str, Any] = {
        "by": holder(visit.victim),
        "at": clock.now(),
        "key": request_key(request),
        "victim": visit.victim_id,
    }
    if "back" in request.POST:
        return withdraw_statement(**signed, why="Taken back on their own page")
    known = reading if reading in list(Reading) else Reading.NOT_DECIDED.value
    knows = bool(request.POST.get("knows"))
    return take_statement(**signed, words=request.POST["words"], reading=known, told_disclosable=knows)
