"""The victim says that they want to hear less, or nothing; they can change it at any time."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.victims.actions.agreeing import agree_frequency
from bluelamp.victims.models import OwnVisit
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_visits import holder, own_page
from bluelamp.victims.own_words import words_of
from bluelamp.victims.rules.agreement import Frequency

OFFERED = (Frequency.EACH_STEP, Frequency.SAFETY_ONLY, Frequency.NOTHING)


@own_page
def own_stop(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """To hear less is said in their own words."""
    words = words_of(visit.language)
    chosen = request.POST.get("frequency") or visit.victim.frequency
    return own_form(
        request,
        visit,
        room="stop",
        act=lambda: agree_frequency(
            by=holder(visit.victim),
            at=clock.now(),
            key=request_key(request),
            victim=visit.victim_id,
            frequency=chosen if chosen in OFFERED else Frequency.EACH_STEP.value,
            words=request.POST.get("words", "").strip()[:2000],
        ),
        needed={"frequency": "page.choose"},
        refusals={"words": "page.missing"},
        context={"choices": [(one.value, words.say("stop", one), one.value == chosen) for one in OFFERED]},
    )
