"""The process that searches for rosters: takes what was asked for and writes each better unit."""

import time
from collections.abc import Sequence
from datetime import timedelta
from threading import Event
from typing import Any

from django.db import close_old_connections, connection, transaction

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.duty.actions.call_days import write_call_days
from bluelamp.duty.actions.planning import save_unit
from bluelamp.duty.actions.searched import end_search
from bluelamp.duty.call_line import calls_over
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import Search
from bluelamp.duty.rules.conflict_words import beside_words, need_words, sentence, ways_out
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.planning import Member
from bluelamp.duty.solving.explaining import Conflict, explain
from bluelamp.duty.solving.making import Made, Solved, make, tasks
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused

BY = system("planner", "duty.search")
LOOKS_EVERY, WRITES_EVERY = 0.5, 600.0
EXPLAINED_IN = 10.0


def run(told: Event) -> None:
    """Until told to stop: one search after another, and the days on call that are over into accounts of time.

    What a killed process left running is taken up where it was.
    """
    Search.objects.filter(state=Search.State.RUNNING).update(state=Search.State.WAITING)
    last = float("-inf")
    while not told.is_set():
        close_old_connections()
        if time.monotonic() - last > WRITES_EVERY:
            if calls := calls_over(clock.now()):
                write_call_days(calls=calls, by=BY, at=clock.now())
            last = time.monotonic()
        search = _take()
        if search is None:
            told.wait(LOOKS_EVERY)
            continue
        carry_out(search, told)
    connection.close()


def _take() -> Search | None:
    """The search that waits longest, now running; None where none waits."""
    with transaction.atomic():
        row = Search.objects.select_for_update(skip_locked=True).filter(state=Search.State.WAITING).first()
        if row is None:
            return None
        row.state, row.began_at = Search.State.RUNNING, row.began_at or clock.now()
        row.save(update_fields=["state", "began_at"])
    return row


def carry_out(search: Search, told: Event) -> None:
    """Search on for the units that are not done; a search told to stop keeps what it found."""
    roster, cover = search.roster, cover_in_force()
    people = members(begins=roster.begins, ends=roster.ends, cover=cover)
    left = [one for one in people if not search.done.get(one.unit, {}).get("proved")]
    asked = tasks(
        left, cover, begins=roster.begins, ends=roster.ends, law=law_of("duty"), seconds=float(search.seconds)
    )
    try:
        made = make(asked, progress=lambda solved: _keep(search, solved, told))
    except (ValueError, Refused) as error:
        end_search(search=search.pk, state=Search.State.FAILED, trouble=str(error), conflicts=[], by=BY, at=clock.now())
        return
    if told.is_set():
        Search.objects.filter(pk=search.pk).update(state=Search.State.WAITING)
        return
    search.refresh_from_db()
    state = Search.State.STOPPED if search.stop_asked else Search.State.DONE
    conflicts = [] if search.stop_asked else _conflicts(made, people, cover)
    end_search(search=search.pk, state=state, trouble="", conflicts=conflicts, by=BY, at=clock.now())


def _keep(search: Search, solved: tuple[Solved, ...], told: Event) -> bool:
    """Write a better roster of a unit, and say whether to stop."""
    unit = solved[0].unit
    points, bound = sum(one.cost for one in solved), sum(one.bound for one in solved)
    missing = sum(one.people for block in solved for one in block.missing)
    planned = [one for block in solved for one in block.roster]
    save_unit(
        roster=search.roster_id, unit=unit, planned=planned, points=points, bound=bound, missing=missing, by=BY,
        at=clock.now(),
    )  # fmt: skip
    search.refresh_from_db()
    proved = all(one.proved for one in solved)
    search.done = {**search.done, unit: {"points": points, "bound": round(bound), "missing": missing, "proved": proved}}
    search.seen_at = clock.now()
    search.save(update_fields=["done", "seen_at"])
    return search.stop_asked or told.is_set()


def _conflicts(made: Made, people: Sequence[Member], cover: Cover) -> list[dict[str, Any]]:
    """For each unit with somebody missing: why, where leave has a part in it."""
    found = []
    names = {one.officer: one.name for one in people}
    for unit, solved in made.solved.items():
        for block in solved:
            if not block.missing:
                continue
            began = time.monotonic()
            conflict = _explained(made, people, cover, block)
            if conflict:
                found.append(_in_words(unit, conflict, names, cover, time.monotonic() - began))
    return found


def _explained(made: Made, people: Sequence[Member], cover: Cover, block: Solved) -> Conflict | None:
    from bluelamp.duty.solving.making import with_history

    before = [one for each in made.solved[block.unit] if each.begins < block.begins for one in each.roster]
    of_unit = [one for one in people if one.unit == block.unit]
    if before:
        first = made.solved[block.unit][0].begins
        of_unit = [with_history(one, before, cover, first, block.begins) for one in of_unit]
    return explain(
        unit=block.unit, members=of_unit, cover=cover, begins=block.begins, ends=block.ends, law=law_of("duty"),
        seconds=EXPLAINED_IN,
    )  # fmt: skip


def _in_words(unit: str, conflict: Conflict, names: dict[str, str], cover: Cover, seconds: float) -> dict[str, Any]:
    from bluelamp.duty.rules.conflict_words import LeaveGrant, NeedOnADay

    leave = [one for one in conflict.groups if isinstance(one, LeaveGrant)]
    needs = [one for one in conflict.groups if isinstance(one, NeedOnADay)]
    return {
        "unit": cover.units[unit].name,
        "sentence": sentence(conflict.groups),
        "needs": [need_words(one) for one in needs],
        "leave": [names.get(one.officer, one.officer) for one in leave],
        "beside": beside_words(conflict.groups, names),
        "irreducible": conflict.irreducible,
        "ways": [{"words": one.words, "cost": one.cost, "source": one.source}
                 for one in ways_out(conflict.groups, names)],
        "seconds": round(timedelta(seconds=seconds).total_seconds(), 1),
    }  # fmt: skip
