"""My day: what I may act on, soonest first, what I have open, and where my role takes me."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.custody.models import Arrest, Detention
from bluelamp.design.fuse import groups
from bluelamp.dispatch.models import Assignment
from bluelamp.owed.queries import open_promises
from bluelamp.owed.rows import rows, sights_of

NAME = "desks:my_day"
SHOWN = 60
RECENT = timedelta(days=2)


@dataclass(frozen=True, kw_only=True)
class Work:
    """One record that is mine and still open."""

    what: str
    note: str
    url: str
    since: datetime
    record: str


PLACES = (
    ("Answer calls", "What rings now, and a new report", "desks:calls", ("calls.answer",)),
    ("Live board", "Incidents, units, and whom to send", "desks:board", ("dispatch.view",)),
    ("Custody whiteboard", "Both suites and their clocks", "custody:whiteboard", ("custody.view",)),
    ("Visit round", "At the cell doors, soonest first", "custody:rounds", ("custody.care",)),
    ("Reviews due", "Both suites, soonest first", "custody:reviews", ("custody.review", "custody.authorise")),
    (
        "Nothing unassessed",
        "Domestic incidents and stalking by age, with their owner",
        "safeguarding:unassessed",
        ("safeguarding.view",),
    ),
    (
        "Meetings about those in most danger",
        "Agenda, and what each body undertook",
        "safeguarding:meetings",
        ("safeguarding.marac",),
    ),
    (
        "Requests about a partner's past",
        "Clare's Law, with its three clocks",
        "safeguarding:disclosures",
        ("safeguarding.disclose",),
    ),
    ("People and vehicles", "Search; every search is logged", "people:search", ("people.search",)),
    ("My hours", "Offer hours, events, expenses, my path", "specials:mine", ("specials.mine",)),
    ("Special constables", "Who stands where, and since when", "specials:desk", ("specials.coordinate",)),
    ("Specials: to sign", "Steps that wait for your signature", "specials:to_sign", ("specials.sign",)),
    ("What we owe", "Every promise, soonest first", "owed:what_we_owe", ("owed.view",)),
    ("The commander's day", "Figures with what they are out of", "insight:commanders_day", ("insight.view",)),
    ("The borough", "Stations, phones, suites, teams", "places:borough", ("places.view",)),
    ("Officers and roles", "Enrol, grant, withdraw", "access:officers", ("access.grant_roles",)),
    ("Who looked", "Who saw and changed which record", "access:who_looked", ("ledger.read",)),
)


@page()
def my_day(request: HttpRequest) -> HttpResponse:
    """The first page after sign-in."""
    at, by = clock.now(), acting(request)
    promises = open_promises(acts=by.capabilities, person=by.ref, limit=SHOWN) if by.may("owed.view") else []
    sights = sights_of(promises, by=by)
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=seen, by=by, at=at)
    context = {
        "at": at,
        "name": by.name,
        "groups": groups(rows(promises, sights=sights, at=at), at),
        "count": len(promises),
        "shown": SHOWN,
        "work": _work(by, at),
        "places": _places(by),
    }
    return render(request, "desks/my_day.html", context)


def _work(by: Acting, at: datetime) -> list[Work]:
    found = [*_incidents(by, at), *_arrests(by, at), *_detentions(by)]
    sights = restricted_among(by, [one.record for one in found])
    return [one for one in found if one.record not in sights or sights[one.record].may_see]


def _incidents(by: Acting, at: datetime) -> list[Work]:
    mine = Assignment.objects.filter(
        clear_at=None, unit__crew__officer=by.officer_id, unit__crew__during__contains=at
    ).select_related("incident", "unit")
    return [
        Work(
            what=f"Incident {one.incident.number}",
            note=f"{one.incident.kind}. {one.unit.call_sign}, {one.unit.get_status_display()}",
            url=reverse("desks:incident", args=[one.incident_id]),
            since=one.assigned_at,
            record=one.incident.ref,
        )
        for one in mine
    ]


def _arrests(by: Acting, at: datetime) -> list[Work]:
    """My arrests not yet at a suite: the next step of each."""
    made = Arrest.objects.filter(
        officer=by.officer_id, dearrested_at=None, detentions=None, street_bail=None, arrested_at__gt=at - RECENT
    )
    return [
        Work(
            what=f"Take {one.person.name} to a suite",
            note=f"Arrested for {one.offence_words}",
            url=reverse("journeys:choose_suite", args=[one.pk]),
            since=one.arrested_at,
            record=one.ref,
        )
        for one in made.select_related("person")
    ]


def _detentions(by: Acting) -> list[Work]:
    if not by.may("custody.view"):
        return []
    mine = Q(arrest__officer=by.officer_id) | Q(authorised_by=by.officer_id)
    held = Detention.objects.filter(mine, released_at=None).select_related("person", "suite").order_by("arrived_at")
    return [
        Work(
            what=f"Detention {one.number}, {one.person.name}",
            note=f"{one.suite.name}",
            url=reverse("desks:detention", args=[one.pk]),
            since=one.arrived_at,
            record=one.ref,
        )
        for one in held[:20]
    ]


def _places(by: Acting) -> list[tuple[str, str, str]]:
    found = []
    for label, note, name, needs in PLACES:
        if by.may(*needs):
            try:
                found.append((label, note, reverse(name)))
            except NoReverseMatch:
                continue
    return found
