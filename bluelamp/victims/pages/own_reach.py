"""The victim changes how they may be reached; their officer asks afterwards what they need now."""

from datetime import time

from django.http import HttpRequest, HttpResponse
from django.utils.dateparse import parse_time

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.victims.actions.agreeing import change_own_ways
from bluelamp.victims.models import OwnVisit
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_visits import holder, own_page
from bluelamp.victims.own_words import words_of

OFFERED = (Way.IN_PERSON, Way.PHONE, Way.TEXT, Way.EMAIL, Way.LETTER)


@own_page
def own_reach(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """What stands now is filled in; what would leave no way is refused with what to add."""
    words, safe = words_of(visit.language), safe_contact(visit.victim.person_id)
    chosen = request.POST.getlist("ways") if request.method == "POST" else (safe.ways if safe else [])
    return own_form(
        request,
        visit,
        room="reach",
        act=lambda: change_own_ways(
            by=holder(visit.victim),
            at=clock.now(),
            key=request_key(request),
            victim=visit.victim_id,
            ways=tuple(way for way in chosen if way in OFFERED),
            number=request.POST.get("number", "").strip()[:30],
            post_to=request.POST.get("post_to", "").strip()[:400],
            since=_time(request, "since"),
            until=_time(request, "until"),
            shared_device=bool(request.POST.get("shared")),
        ),
        needed={},
        refusals={"ways": "reach.none_left", "number": "reach.number_not", "post_to": "reach.post_not"},
        context={"ways": [(way.value, words.say("ways", way), way.value in chosen) for way in OFFERED], "safe": safe},
    )


def _time(request: HttpRequest, name: str) -> time | None:
    try:
        return parse_time(request.POST.get(name, ""))
    except ValueError:
        return None
