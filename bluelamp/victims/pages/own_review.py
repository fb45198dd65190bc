"""The victim asks for a decision to be looked at again, by somebody who did not make it."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.actions.asking import ask
from bluelamp.victims.models import OwnVisit, Telling
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_news import News, in_words
from bluelamp.victims.own_visits import holder, own_page
from bluelamp.victims.own_words import Words, words_of
from bluelamp.victims.rules.matters import Matter
from bluelamp.victims.rules.review import REVIEWABLE, in_time, window


@own_page
def own_review(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """Only decisions they were told of, and that nobody looks at again yet."""
    words = words_of(visit.language)
    told = Telling.objects.filter(victim=visit.victim_id, step__in=REVIEWABLE, told_at__isnull=False, reviews=None)
    decision = request.POST.get("decision", "")
    return own_form(
        request,
        visit,
        room="review",
        act=lambda: ask(
            by=holder(visit.victim),
            at=clock.now(),
            key=request_key(request),
            victim=visit.victim_id,
            matter=Matter.REVIEW.value,
            words=request.POST["words"],
            decision=int(decision) if decision.isdecimal() else None,
        ),
        needed={"decision": "page.choose", "words": "page.missing"},
        context={
            "decisions": [_decision(one, words) for one in told.order_by("-happened_at")],
            "chosen": decision,
            "unopened": _unopened(visit),
        },
    )


def _decision(telling: Telling, words: Words) -> tuple[News, str]:
    """A decision, and until when they may ask; after that, that it is taken down all the same."""
    law, at, told_at = law_of("victims"), clock.now(), telling.told_at
    assert told_at is not None
    if not in_time(law, told_at=told_at, at=at).allowed:
        return in_words(telling, words), words.say("review", "late")
    ends = words.due(window(law, told_at=told_at).due)
    return in_words(telling, words), words.say("review", "until", due=ends)


def _unopened(visit: OwnVisit) -> bool:
    """Whether a decision waits that they have not opened: their time to ask has not begun."""
    waits = Telling.objects.filter(victim=visit.victim_id, step__in=REVIEWABLE, told_at=None, opted_out_at=None)
    return waits.exists()
