"""The roster: a month of the shipped borough made and proved, checked, mended, explained; the day's page over HTTP."""

import csv
import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psutil

from bluelamp import clock
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.load import alone
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

DAYS, SECONDS, SICK_FROM, SICK_FOR = 28, 30.0, 10, 5
PLANNER, DAY_PAGE = "holt", "/duty/"
CASES = (
    (("response", "N"), ("custody", "E"), ("investigation", "L")),
    (("roads", "N"),),
    (("domestic-abuse", "E"), ("public-protection", "E")),
    (("response", "E"), ("response", "L"), ("neighbourhood", "L")),
)
"""Who fall sick together: of which unit, and the shift they are on that day."""


@dataclass
class Peak:
    """The most memory that this process and its children held together, what they share counted once."""

    mb: float = 0.0


def measure(scratch: Scratch, *, public: tuple[float, Path] | None = None) -> dict[str, object]:
    """The month from the Monday after next; away days and offers drawn by the twin's documented assumptions.

    `public`: seconds for each of the public problems in a folder, which are then solved too.
    """
    from django.db import connection

    begins = _monday()
    people, cover = _borough(begins)
    connection.close()
    figures: dict[str, object] = {"officers": sum(one.counts for one in people), "people": len(people)}
    made, told = _made(people, cover, begins)
    figures |= told | _checked(people, cover, made, begins) | _mended(people, cover, made, begins)
    figures |= _explained(people, cover, begins)
    figures |= _day_page(scratch)
    return figures | (_public(*public) if public else {})


def _monday() -> date:
    from bluelamp.deadlines.instants import local_day

    day = local_day(clock.now()) + timedelta(days=7)
    return day + timedelta(days=-day.weekday() % 7)


def _borough(begins: date) -> tuple[list[Any], Any]:
    """The establishment in the scratch database, a roster published for today, leave, court, training and offers."""
    from bluelamp.deadlines.instants import local_day
    from bluelamp.duty.cover_in_force import cover_in_force
    from bluelamp.duty.members import members
    from bluelamp.twin.assumptions import assumptions
    from bluelamp.twin.rostering import cover, establish

    at = clock.now()
    establish(at=at)
    cover(local_day(at), assumed=assumptions())
    wanted = cover_in_force()
    return members(begins=begins, ends=begins + timedelta(days=DAYS), cover=wanted), wanted


def _made(people: Sequence[Any], cover: Any, begins: date) -> tuple[Any, dict[str, object]]:
    from bluelamp.duty.solving.making import make, tasks
    from bluelamp.places.law_in_force import law_of

    asked = tasks(people, cover, begins=begins, ends=begins + timedelta(days=DAYS), law=law_of("duty"), seconds=SECONDS)
    began, first = time.perf_counter(), dict[str, float]()
    used = [0.0]

    def hear(solved: Any) -> bool:
        used[0] += sum(one.cpu_seconds for one in solved)
        if not any(one.missing for one in solved):
            first.setdefault(solved[0].unit, time.perf_counter() - began)
        return False

    with _watched() as peak:
        made = make(asked, progress=hear)
    over = [(sum(b.cost for b in found), sum(b.bound for b in found)) for found in made.solved.values()]
    gaps = [100 * (cost - bound) / bound for cost, bound in over if bound > 0]
    return made, {
        "first_complete_seconds": round(max(first.values(), default=0.0), 2),
        "units_complete": len(first),
        "units": len(made.solved),
        "units_proved": sum(made.proved(unit) for unit in made.solved),
        "widest_gap_percent": round(max(gaps, default=0.0), 1),
        "points": made.cost,
        "bound": round(made.bound),
        "wall_seconds": round(time.perf_counter() - began, 2),
        "cpu_seconds": round(used[0], 1),
        "peak_mb": round(peak.mb),
    }


@contextmanager
def _watched() -> Iterator[Peak]:
    """Sample the memory of this process and all below it while the block runs."""
    peak, over, me = Peak(), threading.Event(), psutil.Process(os.getpid())

    def look() -> None:
        while not over.wait(0.05):
            total = 0
            for one in (me, *me.children(recursive=True)):
                try:
                    total += one.memory_full_info().pss
                except psutil.NoSuchProcess:
                    continue
            peak.mb = max(peak.mb, total / 1e6)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def _checked(people: Sequence[Any], cover: Any, made: Any, begins: date) -> dict[str, object]:
    from bluelamp.duty.checking.check import check
    from bluelamp.duty.document import Described, describe, planned_duties
    from bluelamp.places.law_in_force import law_of

    duties = planned_duties(made.roster, people, cover)
    described = Described(
        ref="roster:1", begins=begins, ends=begins + timedelta(days=DAYS), people=people, duties=duties
    )
    document = describe(described, cover=cover, law=law_of("duty"))
    began = time.perf_counter()
    found = check(document)
    return {
        "uncovered_minutes": found.uncovered_minutes,
        "hard_breaches": sum(one.hard for one in found.broken),
        "checker_seconds": round(time.perf_counter() - began, 2),
    }


def _mended(people: Sequence[Any], cover: Any, made: Any, begins: date) -> dict[str, object]:
    """Each case: officers sick for five days, their units mended with the least change; all days before stand."""
    first, whole, changes, proved, missing, lost, units = list[float](), list[float](), 0, 0, 0, 0, 0
    for case in CASES:
        began = time.perf_counter()
        for number, unit in enumerate(dict.fromkeys(one for one, _ in case)):
            found = _repaired(unit, [shift for one, shift in case if one == unit], people, cover, made, begins)
            if not number:
                first.append(time.perf_counter() - began)
            changes, proved, missing = changes + len(found.changes), proved + found.least, missing + len(found.missing)
            lost += sum(not one.before and bool(one.after) for one in found.changes)
            units += 1
        whole.append(time.perf_counter() - began)
    return {
        "repair_cases": len(CASES),
        "first_repair_seconds": round(max(first), 2),
        "repairs_seconds": round(whole[0], 2),
        "slowest_case_seconds": round(max(whole), 2),
        "units_repaired": units,
        "repairs_proved": proved,
        "duties_changed": changes,
        "rest_days_asked_for": lost,
        "still_missing": missing,
    }


def _repaired(unit: str, shifts: Sequence[str], people: Sequence[Any], cover: Any, made: Any, begins: date) -> Any:
    """The repair of one unit in which one of each of these shifts is sick from that day on."""
    from bluelamp.duty.rules.planning import Away
    from bluelamp.duty.solving.making import with_history
    from bluelamp.duty.solving.repairing import repair
    from bluelamp.places.law_in_force import law_of

    today, ends = begins + timedelta(days=SICK_FROM), begins + timedelta(days=DAYS)
    gone = {today + timedelta(days=n): Away.SICK for n in range(SICK_FOR)}
    roster = [one for block in made.solved[unit] for one in block.roster]
    sick = {next(one.officer for one in roster if (one.day, one.shift) == (today, shift)) for shift in shifts}
    stands = [one for one in roster if one.officer not in sick or one.day not in gone]
    past = [one for one in stands if one.day < today]
    now = [with_history(one, past, cover, begins, today) for one in people if one.unit == unit]
    now = [replace(one, away={**one.away, **gone}) if one.officer in sick else one for one in now]
    return repair(
        unit=unit, members=now, published=stands, cover=cover, begins=today, ends=ends, law=law_of("duty")
    )  # fmt: skip


def _public(seconds: float, folder: Path) -> dict[str, object]:
    """Each public problem solved for so long by the wall clock; what it costs is said by the checker."""
    from bluelamp.duty.rules.public_check import check
    from bluelamp.duty.rules.public_problem import read
    from bluelamp.duty.solving.search import solve

    with (folder / "best-known.csv").open(encoding="utf-8", newline="") as text:
        best = {row["instance"]: int(row["best_ub"]) for row in csv.DictReader(text)}
    figures: dict[str, object] = {"curtois_seconds_each": seconds}
    broken = 0
    for name in best:
        file = folder / f"Instance{name}.txt"
        problem = read(file.read_text(encoding="utf-8"), name=file.name)
        found, kinds = solve(problem, seconds=seconds), [one.id for one in problem.shifts]
        named = {one.id: ["" if k < 0 else kinds[k] for k in days]
                 for one, days in zip(problem.staff, found.patterns, strict=True)}  # fmt: skip
        checked = check(problem, named)
        broken += len(checked.broken)
        figures[f"curtois_{name}_cost"] = checked.cost
        figures[f"curtois_{name}_over_best_percent"] = round(100 * (checked.cost - best[name]) / best[name], 1)
    return figures | {"curtois_hard_violations": broken}


def _explained(people: Sequence[Any], cover: Any, begins: date) -> dict[str, object]:
    """Every sergeant of investigation but one on leave on the same days."""
    from bluelamp.duty.rules.planning import Away
    from bluelamp.duty.solving.explaining import explain
    from bluelamp.places.law_in_force import law_of

    away = {begins + timedelta(days=n): Away.LEAVE for n in range(4, 11)}
    mine = [one for one in people if one.unit == "investigation"]
    sergeants = [one.officer for one in mine if "sergeant" in one.skills][1:]
    planted = [replace(one, away=away) if one.officer in sergeants else one for one in mine]
    began = time.perf_counter()
    found = explain(
        unit="investigation", members=planted, cover=cover, begins=begins, ends=begins + timedelta(days=DAYS),
        law=law_of("duty"),
    )  # fmt: skip
    return {
        "conflict_seconds": round(time.perf_counter() - began, 2),
        "conflict_parts": len(found.groups) if found else 0,
        "conflict_irreducible": bool(found and found.irreducible),
    }


def _day_page(scratch: Scratch) -> dict[str, object]:
    """The day's page with the roster that is published for today."""
    with Web(scratch, counting=True) as web:
        statements = int(Visitor(web.port).sign_in(PLANNER).get(DAY_PAGE).headers[HEADER] or 0)
    with Web(scratch) as web:
        viewer = Visitor(web.port).sign_in(PLANNER)

        def see() -> None:
            answer = viewer.get(DAY_PAGE)
            if answer.status != 200:
                raise ValueError(f"{DAY_PAGE} answered {answer.status}: {answer.text[-1500:]}")

        see()
        seen = alone(see, web, most=200)
    return {"day_statements": statements, **{f"day_{key}": value for key, value in seen.items()}}
