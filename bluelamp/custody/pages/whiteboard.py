"""The custody whiteboard: every cell of both suites, who is in it, and which clock runs out next."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import Sight, restricted_among, standing_looks
from bluelamp.custody.capacity import forecasts, live_closures, planned_changes, rows
from bluelamp.custody.card_drawing import Card, Clock, Mark, card_html, empty_html
from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Detention, Slot
from bluelamp.custody.owed.clocks import decision_by
from bluelamp.custody.planned import planned_closures
from bluelamp.custody.queries import on_the_way, on_the_whiteboard
from bluelamp.design import fuse
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.models import Cell
from bluelamp.places.queries import cells

NAME = "custody:whiteboard"
WORDS = ("Decide", "Visit", "Review", "Limit")
WATCHED = 3
SHORT = {"Appropriate adult": "AA", "Solicitor": "Sol", "Interpreter": "Interp", "Healthcare": "HCP"}
"""As custody says them; the key at the foot of the page spells them out."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One cell: its number and state, and the card of who is in it, or of both who share it."""

    number: str
    state: str
    drawn: SafeString
    why: str = ""
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wing:
    """One suite: its cells in order, people held but not in a cell, and places kept for those on the way."""

    key: str
    name: str
    places: tuple[Place, ...]
    uncelled: tuple[Card, ...]
    outside: SafeString
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
    found, closures, plans = list(cells()), live_closures(), planned_closures()
    wings = _wings(found, held, coming, hidden, at)
    shown = [card for wing in wings for card in (*(card for p in wing.places for card in p.cards), *wing.uncelled)]
    context = {
        "at": at,
        "wings": wings,
        "coming": [(slot, _initials(slot.arrest.person, hidden), _age_words(slot, hidden)) for slot in coming],
        "counts": _counts(wings, shown, coming),
        "alerts": _alerts(wings, at),
        "may_answer": by.may("custody.answer_slot"),
        "may_close": by.may("custody.transfer"),
        "may_visitors": any(by.may(one) for one in ("custody.visit_independent", "custody.transfer", "custody.review")),
        "may_returns": by.may("insight.view"),
        "forecast": rows(
            forecasts(
                cells=found,
                held=held,
                coming=coming,
                closures=closures,
                at=at,
                planned=planned_changes(plans, found),
            )
        ),
        "plans": plans,
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
    found: Sequence[Cell], held: Sequence[Detention], coming: Sequence[Slot], hidden: set[str], at: datetime
) -> tuple[Wing, ...]:
    inside: dict[int, list[Card]] = defaultdict(list)
    outside: dict[str, list[Card]] = defaultdict(list)
    for each in held:
        card, cell = _card(each, hidden), each.cell_pk  # type: ignore[attr-defined]
        if cell is None:
            outside[each.suite.name].append(card)
        else:
            inside[cell].append(card)
    places: dict[str, list[Place]] = defaultdict(list)
    keys: dict[str, str] = {}
    for cell in found:
        keys[cell.suite.name] = cell.suite.key
        places[cell.suite.name].append(_place(cell, tuple(inside[cell.pk]), at))
    return tuple(
        Wing(
            key=keys[name],
            name=name,
            places=tuple(members),
            uncelled=tuple(outside[name]),
            outside=SafeString("".join(card_html(card, "desk", at=at) for card in outside[name])),
            kept=tuple(slot for slot in coming if slot.accepted and slot.suite.name == name),
        )
        for name, members in places.items()
    )


def _place(cell: Cell, cards: tuple[Card, ...], at: datetime) -> Place:
    if cards:
        drawn = SafeString("".join(card_html(card, cell.number, at=at) for card in cards))
        return Place(number=cell.number, state="occupied", cards=cards, drawn=drawn)
    if cell.state != Cell.State.OPEN:
        drawn = empty_html(cell.number, closed=cell.closed_why)
        return Place(number=cell.number, state="closed", why=cell.closed_why, drawn=drawn)
    return Place(number=cell.number, state="free", drawn=empty_html(cell.number))


def _card(found: Detention, hidden: set[str]) -> Card:
    in_hospital = bool(found.in_hospital)  # type: ignore[attr-defined]
    secret = not hidden.isdisjoint({found.ref, found.person.ref})
    child, running = is_child(found), () if in_hospital else clocks_of(found)
    return Card(
        url=reverse("desks:detention", args=[found.pk]),
        initials="Restricted" if secret else _initials(found.person, hidden),
        number=found.number.split()[-1],
        since=found.relevant_time or found.arrived_at,
        clock=running[0] if running else None,
        others=tuple(sorted(running[1:], key=lambda each: WORDS.index(each.word))),
        paused="Clocks paused" if in_hospital else "",
        level="" if secret or found.level is None else str(found.level),
        marks=() if secret else _marks(found, child),
        child=child,
    )


def clocks_of(found: Detention) -> tuple[Clock, ...]:
    """Every clock that runs, the soonest first: visit, decision, review, and the limit, which ends by charge."""
    running = []
    if found.visit_due_at:
        seen = found.visited_at or found.authorised_at or found.arrived_at
        running.append(Clock(word="Visit", began=seen, due=found.visit_due_at))
    if found.authorised_at is None:
        running.append(Clock(word="Decide", began=found.arrived_at, due=decision_by(found).due))
    elif found.review_due_at:
        began = found.last_review_at or found.authorised_at  # type: ignore[attr-defined]
        running.append(Clock(word="Review", began=began, due=found.review_due_at))
    if found.authorised_at and found.limit_at and found.charged_at is None:
        running.append(Clock(word="Limit", began=found.relevant_time or found.arrived_at, due=found.limit_at))
    return tuple(sorted(running, key=lambda each: each.due))


def _marks(found: Detention, child: bool) -> tuple[Mark, ...]:
    marks = (
        (child, Mark(words="Child", strong=True)),
        (bool(found.charged_at), Mark(words="Charged")),
        (bool(found.in_hospital), Mark(words="At hospital", strong=True)),  # type: ignore[attr-defined]
        (found.authorised_at is None, Mark(words="Not authorised", due=True)),
        (found.authorised_at is not None and found.level is None, Mark(words="No level", due=True)),
        ((found.level or 0) >= WATCHED, Mark(words="Watched")),
        (found.must_rouse, Mark(words="Rouse")),
        (found.person.interpreter_answer == Answer.KNOWN, Mark(words="Interpreter")),
    )
    said = tuple(mark for holds, mark in marks if holds)
    risks = tuple(Mark(words=each) for each in found.risk_marks)
    due = tuple(Mark(words=f"{SHORT.get(each, each)} due", due=True) for each in found.waiting_for)
    return (*said, *risks, *due)


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
    found = [(p.number, each) for wing in wings for p in wing.places for card in p.cards for each in _every(card)]
    found += [(card.initials, each) for wing in wings for card in wing.uncelled for each in _every(card)]
    states = [
        (fuse.state_of(began_at=each.began, due=each.due, at=at, done_at=None, ended=False), where, each)
        for where, each in found
    ]
    urgent = [one for one in states if one[0] in ("late", "now")]
    return sorted(urgent, key=lambda one: one[2].due)[:2]


def _every(card: Card) -> tuple[Clock, ...]:
    return (card.clock, *card.others) if card.clock else ()
