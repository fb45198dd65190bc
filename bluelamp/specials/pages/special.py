"""One special: what is owed, what happened, what you may do now, and what they may be sent to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.specials import events
from bluelamp.specials.actions.signing import SKILLS
from bluelamp.specials.happened import happened
from bluelamp.specials.ladder import Rung, rungs
from bluelamp.specials.month import month_words
from bluelamp.specials.offers import offers, sent_to
from bluelamp.specials.owed_rows import owed_rows
from bluelamp.specials.queries import Stands, training_until
from bluelamp.specials.rules import deployment, hours
from bluelamp.specials.rules.rank import grade_words
from bluelamp.specials.service import given_by
from bluelamp.specials.sight import the_special

NAME = "specials:special"
TIME_GIVEN = tuple(one.name for one in (events.HOURS_OFFERED, events.HOURS_WITHDRAWN, events.TRAINING_GIVEN))
"""Time given stands in the months: one entry for each would drown what was decided."""


@page("specials.coordinate", "specials.sign", "ledger.erase")
def special(request: HttpRequest, pk: int) -> HttpResponse:
    """The tutor sees the one they tutor, the coordinator and inspectors all; the special has a page of their own."""
    found, by, at = the_special(request, pk, page=NAME), acting(request), clock.now()
    one = found.special
    until = training_until(one.officer_id)
    given = given_by([one], at).get(one.officer_id or 0)
    context = {
        "found": found,
        "special": one,
        "at": at,
        "rows": owed_rows(one.ref),
        "entries": happened([one.ref], without=TIME_GIVEN),
        "offers": offers(found, by, at),
        "sent_to": sent_to(one, at),
        "rungs": _parts(found),
        "held": [(words, key in until, until.get(key)) for key, words in SKILLS.items()],
        "may": deployment.what_may_be_done(found.stage.value if one.officer_id else ""),
        "grade": grade_words(one.officer.special_grade) if one.officer and one.officer.special_grade else "",
        "given": hours.said(given) if given is not None else "",
        "month": month_words(one, at),
        "thanks": one.thanks.select_related("thanked_by").order_by("-thanked_at"),
    }
    return render(request, "specials/special.html", context)


def _parts(found: Stands) -> list[tuple[str, list[Rung]]]:
    parts: dict[str, list[Rung]] = {}
    for rung in rungs(found):
        parts.setdefault(rung.step.part, []).append(rung)
    return list(parts.items())
