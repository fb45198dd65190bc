"""One custody record: the victim first, both legal clocks, what is owed, what happened, what may be done now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.offers import Offer
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.cases import offers as case_offers
from bluelamp.custody import care
from bluelamp.custody.clocks import limit_of
from bluelamp.custody.desk_pages import todo
from bluelamp.custody.desk_state import desk_state_of
from bluelamp.custody.models import Detention
from bluelamp.custody.offers import leaving as leaving_offers
from bluelamp.custody.offers import record as custody_offers
from bluelamp.custody.owed.care import VISIT
from bluelamp.custody.owed.clocks import LIMIT, REVIEW
from bluelamp.custody.queries import whole
from bluelamp.custody.rules import reviews
from bluelamp.deadlines.instants import local_day
from bluelamp.design.ruler import Lane, Mark
from bluelamp.design.times import clock_words, span_words
from bluelamp.desks.care import care_of, merged
from bluelamp.desks.happened import happened
from bluelamp.desks.victim_panel import panel, refs_of
from bluelamp.journeys import offers as journey_offers
from bluelamp.owed.models import Promise, State
from bluelamp.owed.queries import of_records
from bluelamp.owed.rows import rows
from bluelamp.people.rules.ages import in_words
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_with_safe_contact

NAME = "desks:detention"
CARE = {"interpreter": "Interpreter", "language": "Language", "disability": "Disability"}

OPEN = ("Desk", "Care")
"""What a custody desk does all the time stands open; the other headings say how much is under them."""


@page("custody.view", "custody.authorise", "custody.review")
def detention(request: HttpRequest, pk: int) -> HttpResponse:
    """At most ten statements."""
    at, by = clock.now(), acting(request)
    found = whole(pk)
    if found is None:
        raise Http404
    incident = found.arrest.incident_id if found.arrest else None
    victims = list(victims_with_safe_contact(incident)) if incident else []
    promises = of_records([found.ref, *(victim.ref for victim in victims)])
    sights = _sights(found, victims, promises, by, at)
    away = next((ref for ref in (found.ref, found.person.ref) if ref in sights and not sights[ref].may_see), None)
    if away:
        onward = urlencode({"next": request.path})
        return HttpResponseRedirect(f"{reverse('journeys:restricted', args=[away])}?{onward}")
    return render(request, "desks/detention.html", _shown(found, victims, promises, sights, by, at))


def _sights(
    found: Detention, victims: Sequence[Victim], promises: Sequence[Promise], by: Acting, at: datetime
) -> Mapping[str, Sight]:
    records = {found.ref, found.person.ref}
    records |= {ref for victim in victims for ref in refs_of(victim)}
    records |= {ref for promise in promises for ref in promise.about}
    sights = restricted_among(by, records, at=at)
    look_at_shown(sights, page=NAME, by=by, at=at)
    return sights


def _shown(
    found: Detention,
    victims: Sequence[Victim],
    promises: Sequence[Promise],
    sights: Mapping[str, Sight],
    by: Acting,
    at: datetime,
) -> dict[str, object]:
    done: list[datetime] = found.reviews_at  # type: ignore[attr-defined]
    listed = [one for one in promises if not _drawn_elsewhere(one)]
    records = [found.ref, found.arrest.ref] if found.arrest else [found.ref]
    state = desk_state_of(found)
    return {
        "found": found,
        "at": at,
        "age": in_words(found.person.born(), on=local_day(at)),
        "standing": _standing(found),
        "panels": [panel(victim, promises, by, sights) for victim in victims],
        "views_wanted": bool(victims) and not found.charged_at and not _views_heard(found, victims),
        "lanes": [] if found.released_at else _lanes(found, done, at),
        "rows": rows(listed, sights=sights, at=at, fold=False),
        "entries": happened(records, reader=by.ref),
        "groups": [(name, listed, name in OPEN) for name, listed in _groups(found, victims, done, by, at)],
        "care": merged([*_standing_care(found, at), *_care(found)], care_of(found, state)),
        "todo": todo(found, state),
    }


def _groups(
    found: Detention, victims: Sequence[Victim], done: Sequence[datetime], by: Acting, at: datetime
) -> list[tuple[str, list[Offer]]]:
    """What may be done now under small headings, in the order of the work."""
    number = found.cell_number or ""  # type: ignore[attr-defined]
    leaving = [
        *case_offers.offers(found, by),
        *journey_offers.offers(found, victims, by),
        *leaving_offers.offers(found, by),
        journey_offers.restriction_offer(found.ref, by),
    ]
    listed = custody_offers.groups(found, by, reviews_at=done, in_cell=number, at=at)
    return [(name, rows) for name, rows in (*listed, ("Charge, leaving and papers", leaving)) if rows]


def _drawn_elsewhere(promise: Promise) -> bool:
    """The two clocks have their ruler; visits kept, some fifty a day, are in the timeline. A late one stays."""
    if promise.kind == VISIT.name:
        return promise.state == State.KEPT
    return promise.state == State.OPEN and promise.kind in (REVIEW.name, LIMIT.name)


def _views_heard(found: Detention, victims: Sequence[Victim]) -> bool:
    since = found.arrest.arrested_at if found.arrest else None
    return journey_offers.views_heard(victims, since=since).allowed


def _standing(found: Detention) -> list[tuple[str, str, str]]:
    features = ", ".join(word.replace("_", " ") for word in found.cell_features or ())  # type: ignore[attr-defined]
    away = next((each for each in found.absences.all() if each.returned_at is None), None)
    number = found.cell_number or "None"  # type: ignore[attr-defined]
    cell = ("Cell", number, ", ".join(word for word in (found.suite.name, features) if word))
    if found.frozen_at and not found.released_at:
        return [cell, ("Record", "Frozen", f"since {clock_words(found.frozen_at)}, death or serious injury")]
    if found.released_at:
        return [("Out", clock_words(found.released_at), found.disposal), cell]
    if away:
        return [cell, ("Where", "At hospital", f"since {clock_words(away.left_at)}, clocks paused")]
    if found.authorised_at is None:
        return [cell, ("Decision", "Not authorised", f"since {clock_words(found.arrived_at)}")]
    return [cell, _observed(found), _in_the_care_of(found)]


def _observed(found: Detention) -> tuple[str, str, str]:
    if found.level is None:
        return ("Observation", "No level", "the care plan comes first")
    how = "roused at each visit" if found.must_rouse else "visited"
    due = f", next by {clock_words(found.visit_due_at)}" if found.visit_due_at else ", watched without a break"
    return ("Observation", f"Level {found.level}", how + due)


def _in_the_care_of(found: Detention) -> tuple[str, str, str]:
    whose = found.in_custody_of or "Not written"  # type: ignore[attr-defined]
    return ("In the custody of", whose, f"arrived {clock_words(found.arrived_at)}")


def _lanes(found: Detention, done: Sequence[datetime], at: datetime) -> list[Lane]:
    lanes = []
    limit = limit_of(found, at)
    if limit and found.relevant_time and found.charged_at is None:
        longer = bool(found.extensions.all())
        marks = (Mark(at=found.relevant_time, words="relevant time"), *_hospital(found, at))
        lanes.append(
            Lane(
                name="Detention",
                allowance="extended" if longer else "24 hours",
                began_at=found.relevant_time,
                ends_at=limit.due,
                marks=marks,
                note=_paused(found, limit.due),
            )
        )
    if found.authorised_at:
        lanes.append(_reviews(found, done, at))
    return lanes


def _reviews(found: Detention, done: Sequence[datetime], at: datetime) -> Lane:
    began: Any = found.authorised_at
    facts = reviews.Reviewing(authorised_at=began, done=tuple(done), hospital=found.hospital_visits())
    due = reviews.due(reviewing=facts, law=law_of("custody"), at=at)
    return Lane(
        name="Review",
        allowance="9 hours" if done else "6 hours",
        began_at=began,
        ends_at=due[-1].due,
        marks=tuple(_review_mark(n, when, by.due) for n, (when, by) in enumerate(zip(done, due, strict=False), 1)),
        note=f"Review {len(done) + 1}, by {clock_words(due[-1].due)}",
    )


def _review_mark(n: int, when: datetime, due: datetime) -> Mark:
    if when <= due:
        return Mark(at=when, words=f"Review {n} kept", kept=True)
    return Mark(at=when, words=f"Review {n} late {span_words(when - due)}")


def _hospital(found: Detention, at: datetime) -> tuple[Mark, ...]:
    visits = found.absences.all()
    return tuple(Mark(at=each.left_at, until=each.returned_at or at, words="hospital") for each in visits)


def _paused(found: Detention, ends: datetime) -> str:
    away = any(each.returned_at is None for each in found.absences.all())
    return "paused: at hospital" if away else f"ends {clock_words(ends)}"


def _standing_care(found: Detention, at: datetime) -> list[tuple[str, str, str]]:
    if found.released_at:
        return []
    return [(name, value, "") for name, value in care.standing(found, at)]


def _care(found: Detention) -> list[tuple[str, str, str]]:
    """Only what is on record: name, value, unknown ("" where the value is known)."""
    person = found.person
    facts = []
    for field, name in CARE.items():
        answer = getattr(person, f"{field}_answer")
        facts.append((name, getattr(person, field), "" if answer == Answer.KNOWN else answer))
    if found.arrest:
        facts += [
            ("Said after caution", found.arrest.caution_reply or "Nothing written", ""),
        ]
    hours = [f"{clock_words(a.left_at)}: {a.why}" for a in found.absences.all()]
    return [*facts, ("Hospital", "; ".join(hours), "" if hours else "none")]
