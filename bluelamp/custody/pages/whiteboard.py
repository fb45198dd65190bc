"""The custody whiteboard: every cell of both suites, who is in it, and which clock runs out next."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import Sight, restricted_among, standing_looks
from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Detention, Slot
from bluelamp.custody.owed.clocks import decision_by
from bluelamp.custody.queries import on_the_way, on_the_whiteboard
from bluelamp.design import fuse
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.models import Cell
from bluelamp.places.queries import cells

NAME = "custody:whiteboard"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One small label on a card."""

    words: str
    strong: bool = False
    due: bool = False


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The clock that runs out next: its word, when it began, when it is due."""

    word: str
    began: datetime
    due: datetime


@dataclass(frozen=True, kw_only=True)
class Card:
    """One person in detention as the whiteboard shows them."""

    url: str
    initials: str
    number: str
    since: datetime
    clock: Clock | None
    paused: str
    marks: tuple[Mark, ...]
    child: bool


@dataclass(frozen=True, kw_only=True)
class Place:
    """One cell: its number and state, and the card of who is in it."""

    number: str
    state: str
    why: str = ""
    card: Card | None = None


@dataclass(frozen=True, kw_only=True)
class Wing:
    """One suite: its cells in order, people held but not in a cell, and places kept for those on the way."""

    name: str
    places: tuple[Place, ...]
    uncelled: tuple[Card, ...]
    kept: tuple[Slot, ...]

    @property
    def free(self) -> int:
        return sum(place.state == "free" for place in self.places)

    @property
    def left(self) -> int:
        """Free cells less those kept for people on the way; never below nought."""
        return max(self.free - len(self.kept), 0)


@page("custody.view", board=True)
def whiteboard(request: HttpRequest) -> HttpResponse:
    """Both suites, readable across a room; at most ten statements however many are held."""
    at, by = clock.now(), acting(request)
    held, coming = list(on_the_whiteboard()), list(on_the_way(at))
    sights = _sights(held, coming, by, at)
    hidden = {ref for ref, sight in sights.items() if not sight.may_see}
    wings = _wings(list(cells()), held, coming, hidden)
    shown = [card for wing in wings for card in (*(p.card for p in wing.places if p.card), *wing.uncelled)]
    context = {
        "at": at,
        "wings": wings,
        "coming": [(slot, _initials(slot.arrest.person, hidden), _age_words(slot, hidden)) for slot in coming],
        "counts": _counts(wings, shown, coming),
        "alerts": _alerts(wings, at),
        "may_answer": by.may("custody.answer_slot"),
    }
    return render(request, "custody/whiteboard.html", context)


def _sights(held: Sequence[Detention], coming: Sequence[Slot], by: Acting, at: datetime) -> Mapping[str, Sight]:
    records = [ref for each in held for ref in (each.ref, each.person.ref)]
    sights = restricted_among(by, [*records, *(slot.arrest.person.ref for slot in coming)], at=at)
    seen = [ref for ref, sight in sights.items() if sight.may_see]
    if seen and NAME not in standing_looks(by):
        look(page=NAME, records=seen, by=by, at=at)
    return sights


def _wings(
    found: Sequence[Cell], held: Sequence[Detention], coming: Sequence[Slot], hidden: set[str]
) -> tuple[Wing, ...]:
    inside: dict[int, Card] = {}
    outside: dict[str, list[Card]] = defaultdict(list)
    for each in held:
        card, cell = _card(each, hidden), each.cell_pk  # type: ignore[attr-defined]
        if cell is None:
            outside[each.suite.name].append(card)
        else:
            inside[cell] = card
    places: dict[str, list[Place]] = defaultdict(list)
    for cell in found:
        places[cell.suite.name].append(_place(cell, inside.get(cell.pk)))
    return tuple(
        Wing(
            name=name,
            places=tuple(members),
            uncelled=tuple(outside[name]),
            kept=tuple(slot for slot in coming if slot.accepted and slot.suite.name == name),
        )
        for name, members in places.items()
    )


def _place(cell: Cell, card: Card | None) -> Place:
    if card:
        return Place(number=cell.number, state="occupied", card=card)
    if cell.state != Cell.State.OPEN:
        return Place(number=cell.number, state="closed", why=cell.closed_why)
    return Place(number=cell.number, state="free")


def _card(found: Detention, hidden: set[str]) -> Card:
    in_hospital = bool(found.in_hospital)  # type: ignore[attr-defined]
    secret = not hidden.isdisjoint({found.ref, found.person.ref})
    child = is_child(found)
    return Card(
        url=reverse("desks:detention", args=[found.pk]),
        initials="Restricted" if secret else _initials(found.person, hidden),
        number=found.number.split()[-1],
        since=found.relevant_time or found.arrived_at,
        clock=None if in_hospital else next_clock(found),
        paused="Clocks paused" if in_hospital else "",
        marks=() if secret else _marks(found, child),
        child=child,
    )


def next_clock(found: Detention) -> Clock | None:
    """The decision at the desk, then the sooner of the next review and the limit; after charge only the review."""
    if found.authorised_at is None:
        return Clock(word="Decide", began=found.arrived_at, due=decision_by(found).due)
    began = found.last_review_at or found.authorised_at  # type: ignore[attr-defined]
    running = [Clock(word="Review", began=began, due=found.review_due_at)] if found.review_due_at else []
    if found.limit_at and found.charged_at is None:
        running.append(Clock(word="Limit", began=found.relevant_time or found.arrived_at, due=found.limit_at))
    return min(running, key=lambda each: each.due, default=None)


def _marks(found: Detention, child: bool) -> tuple[Mark, ...]:
    marks = (
        (child, Mark(words="Child", strong=True)),
        (bool(found.charged_at), Mark(words="Charged")),
        (bool(found.in_hospital), Mark(words="At hospital", strong=True)),  # type: ignore[attr-defined]
        (found.authorised_at is None, Mark(words="Not authorised", due=True)),
        (found.person.interpreter_answer == Answer.KNOWN, Mark(words="Interpreter")),
    )
    return tuple(mark for holds, mark in marks if holds)


def _initials(person: Any, hidden: set[str]) -> str:
    if person.ref in hidden:
        return "Restricted"
    letters = [name.strip()[:1] for name in (person.given_names, person.family_name) if name.strip()]
    return "".join(letters).upper() or "?"


def _age_words(slot: Slot, hidden: set[str]) -> str:
    return "" if slot.arrest.person.ref in hidden else slot.arrest.offence_words


def _counts(wings: Sequence[Wing], shown: Sequence[Card], coming: Sequence[Slot]) -> dict[str, Any]:
    places = [place for wing in wings for place in wing.places]
    closed: dict[str, int] = defaultdict(int)
    for place in places:
        if place.state == "closed":
            closed[place.why] += 1
    return {
        "cells": len(places),
        "suites": len(wings),
        "held": len(shown),
        "children": sum(card.child for card in shown),
        "free": sum(wing.free for wing in wings),
        "kept": sum(bool(slot.accepted) for slot in coming),
        "closed": sum(closed.values()),
        "most_closed": max(closed.items(), key=lambda each: each[1], default=None),
    }


def _alerts(wings: Sequence[Wing], at: datetime) -> list[tuple[str, str, Clock]]:
    """What is late, and what is due at once: state, where, clock; the two that matter most."""
    found = [
        (place.number, place.card.clock) for wing in wings for place in wing.places if place.card and place.card.clock
    ]
    found += [(card.initials, card.clock) for wing in wings for card in wing.uncelled if card.clock]
    states = [
        (fuse.state_of(began_at=each.began, due=each.due, at=at, done_at=None, ended=False), where, each)
        for where, each in found
    ]
    urgent = [one for one in states if one[0] in ("late", "now")]
    return sorted(urgent, key=lambda one: one[2].due)[:2]
