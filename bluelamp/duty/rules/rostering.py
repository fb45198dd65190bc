"""The rules of a roster, one by one: each named, hard or soft, with its source; each reads one officer's duties."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import local, local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.duties import (
    DAY,
    SATURDAY,
    TRAINING,
    WEEK,
    Duty,
    Line,
    force_day,
    is_night,
    is_public_holiday,
)  # fmt: skip
from bluelamp.duty.rules.words import skill_words


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One rule broken by one officer's duties: from when, in words, by which source."""

    rule: str
    officer: str
    at: datetime
    words: str
    source: str
    hard: bool


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule by its name. `found` gives each breach as its instant and words; `key` is the law it rests on."""

    name: str
    key: str
    hard: bool
    found: Callable[[Line, Law], Iterable[tuple[datetime, str]]]


def breaches(line: Line, law: Law) -> list[Breach]:
    """Every rule that these duties break, in order of time. Raises ValueError for duties that cannot be."""
    _insist_possible(line)
    found = [
        Breach(rule=rule.name, officer=line.officer, at=at, words=words,
               source=law.value(rule.key, on=local_day(at)).source, hard=rule.hard)
        for rule in RULES
        for at, words in rule.found(line, law)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.at, one.rule))


def _insist_possible(line: Line) -> None:
    for duty in line.duties:
        if duty.ends <= duty.begins:
            raise ValueError(f"{line.officer}: a duty ends after it begins; this one begins {spoken(duty.begins)}.")
    for first, second in pairwise(line.worked()):
        if second.begins < first.ends:
            raise ValueError(f"{line.officer} is on two duties at once, {spoken(second.begins)}.")


def rest_between_duties(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """At least 11 elapsed hours between the end of a duty and the next (WTR reg. 10(1), R3)."""
    for first, second in pairwise(line.worked()):
        least = law.value("rest.between_duties", on=local_day(first.ends)).span
        rest = between(first.ends, second.begins)
        if rest < least:
            yield second.begins, f"{in_words(rest)} of rest before {spoken(second.begins)}, {in_words(least)} at least."


def days_in_a_row(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No more days worked in a row than the force allows, by force day."""
    first_of = {force_day(one.begins, law): one.begins for one in reversed(line.worked())}
    for run in _runs(sorted(first_of)):
        most = law.value("runs.days", on=run[0]).number
        if len(run) > most:
            yield first_of[run[most]], f"{len(run)} days worked in a row from {spoken_day(run[0])}, {most} at most."


def nights_in_a_row(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No more nights worked in a row than the force allows."""
    for run in _night_runs(line, law):
        most = law.value("runs.nights", on=local_day(run[0].begins)).number
        if len(run) > most:
            yield run[most].begins, f"{len(run)} nights in a row from {spoken(run[0].begins)}, {most} at most."


def rest_after_nights(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """After a run of nights, so many elapsed hours until the next duty."""
    worked = line.worked()
    for run in _night_runs(line, law):
        day = local_day(run[-1].begins)
        few = len(run) < law.value("runs.nights_that_need_rest", on=day).number
        after = next((one for one in worked if one.begins >= run[-1].ends), None)
        if few or after is None:
            continue
        rest, least = between(run[-1].ends, after.begins), law.value("rest.after_nights", on=day).span
        if rest < least:
            yield after.begins, f"{in_words(rest)} off after {len(run)} nights, {in_words(least)} at least."


def rest_days(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """Two rest days a week on average, over each 28 days of the line that begin on a Monday (R2)."""
    busy = {force_day(one.begins, law) for one in line.worked()}
    for begins in line.days():
        if begins.weekday() or begins + 28 * DAY > line.ends:
            continue
        least = 4 * law.value("rest.days", on=begins).number
        free = sum(begins + n * DAY not in busy for n in range(28))
        if free < least:
            yield _noon(begins), f"{free} rest days in the 28 days from {spoken_day(begins)}, {least} at least."


def weekends(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """One weekend of four is free of duty, over each four weeks of the line that begin on a Monday."""
    busy = {_week(day) for one in line.worked() if (day := force_day(one.begins, law)).weekday() >= SATURDAY}
    for begins in line.days():
        if begins.weekday() or begins + 28 * DAY > line.ends:
            continue
        most = law.value("rest.weekends_worked", on=begins).number
        worked = sum(begins + n * WEEK * DAY in busy for n in range(4))
        if worked > most:
            yield _noon(begins), f"{worked} weekends worked in the four from {spoken_day(begins)}, {most} at most."


def public_holidays(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No more public holidays worked in any 13 weeks than the force allows: Christmas falls to others, too."""
    first_of = {force_day(one.begins, law): one.begins for one in reversed(line.worked())}
    worked = sorted(day for day in first_of if is_public_holiday(day))
    for n, day in enumerate(worked):
        most = law.value("public_holidays.worked", on=day).number
        if n >= most and day - worked[n - most] < 13 * WEEK * DAY:
            yield (
                first_of[day],
                f"{most + 1} public holidays worked in 13 weeks with {spoken_day(day)}, {most} at most.",
            )


def weekly_hours(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """48 hours a week on average over any 17 weeks, or over the whole line where it is shorter (WTR reg. 4)."""
    worked = [(local_day(one.begins), one.length) for one in line.worked()]
    weeks = min(law.value("hours.over_weeks", on=line.begins).number, (line.ends - line.begins).days / WEEK)
    window = timedelta(days=round(weeks * WEEK))
    for begins in line.days():
        if begins + window > line.ends:
            return
        most = law.value("hours.weekly", on=begins).span * weeks
        total = sum((length for day, length in worked if begins <= day < begins + window), timedelta())
        if total > most:
            average = in_words(total / weeks)
            yield _noon(begins), f"{average} a week on average over {window.days} days from {spoken_day(begins)}."
            return


def court_eve(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No duty that goes on past the hour on the eve of a day at court, nor any night before it."""
    for day in sorted(line.court):
        hour = law.value("court.eve_ends", on=day).number
        latest, morning = local(day - DAY, time(hour)), local(day, time(hour))
        for one in line.worked():
            if one.ends > latest and one.begins < morning and local_day(one.begins) < day:
                yield one.begins, f"Still on duty after {hour}:00 on the eve of court on {spoken_day(day)}."


def leave_is_free(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:  # noqa: ARG001 - as every rule
    """No duty and no call on a day of leave."""
    for one in (*line.worked(), *line.on_call()):
        days = {local_day(one.begins), local_day(one.ends - timedelta(seconds=1))}
        for day in sorted(days & line.leave):
            yield one.begins, f"{'On call' if one.on_call else 'On duty'} on {spoken_day(day)}, a day of leave."


def on_call_days(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No more days on call in any 28 than the force allows, by force day."""
    days = sorted({force_day(one.begins, law) for one in line.on_call()})
    for n, day in enumerate(days):
        most = law.value("on_call.of_28_days", on=day).number
        if n >= most and day - days[n - most] < 28 * DAY:
            yield _noon(day), f"{most + 1} days on call in the 28 that end on {spoken_day(day)}, {most} at most."


def on_call_in_a_row(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No more days on call in a row than the force allows."""
    for run in _runs(sorted({force_day(one.begins, law) for one in line.on_call()})):
        most = law.value("on_call.in_a_row", on=run[0]).number
        if len(run) > most:
            yield _noon(run[most]), f"{len(run)} days on call in a row from {spoken_day(run[0])}, {most} at most."


def call_beside_a_night(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No call that touches a night worked: it would begin or end in the hours in which the officer sleeps after it."""
    nights = [one for one in line.worked() if is_night(one, law)]
    for call in line.on_call():
        for night in nights:
            if call.begins <= night.ends and night.begins <= call.ends:
                yield call.begins, f"On call from {spoken(call.begins)}, beside the night from {spoken(night.begins)}."


def no_nights(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:
    """No night for an officer who may not work nights."""
    for one in line.worked() if line.able.no_nights else ():
        if is_night(one, law):
            yield one.begins, f"A night from {spoken(one.begins)}: this officer works no nights."


def skill_in_date(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:  # noqa: ARG001 - as every rule
    """The skill that a duty or a call asks for is held on the day it begins; of a special, safety and first aid too."""
    for one in (*line.worked(), *line.on_call()):
        day = local_day(one.begins)
        if one.unit and (lacked := line.able.lacks(one.unit, on=day)):
            yield one.begins, f"{skill_words(lacked)} is asked for and not in date on {spoken_day(day)}."


def patrol_status(line: Line, law: Law) -> Iterator[tuple[datetime, str]]:  # noqa: ARG001 - as every rule
    """No duty for a special who is not on patrol yet: training events only (S3)."""
    for one in line.worked() if line.able.patrol == TRAINING else ():
        if one.unit:
            yield one.begins, f"A duty from {spoken(one.begins)}: this special is not on patrol yet."


RULES = (
    Rule(name="rest_between_duties", key="rest.between_duties", hard=True, found=rest_between_duties),
    Rule(name="days_in_a_row", key="runs.days", hard=True, found=days_in_a_row),
    Rule(name="nights_in_a_row", key="runs.nights", hard=True, found=nights_in_a_row),
    Rule(name="rest_after_nights", key="rest.after_nights", hard=True, found=rest_after_nights),
    Rule(name="rest_days", key="rest.days", hard=True, found=rest_days),
    Rule(name="weekends", key="rest.weekends_worked", hard=False, found=weekends),
    Rule(name="public_holidays", key="public_holidays.worked", hard=False, found=public_holidays),
    Rule(name="weekly_hours", key="hours.weekly", hard=True, found=weekly_hours),
    Rule(name="court_eve", key="court.eve_ends", hard=True, found=court_eve),
    Rule(name="leave_is_free", key="leave.free", hard=True, found=leave_is_free),
    Rule(name="on_call_days", key="on_call.of_28_days", hard=True, found=on_call_days),
    Rule(name="on_call_in_a_row", key="on_call.in_a_row", hard=True, found=on_call_in_a_row),
    Rule(name="call_beside_a_night", key="on_call.beside_a_night", hard=True, found=call_beside_a_night),
    Rule(name="no_nights", key="restricted.no_nights", hard=True, found=no_nights),
    Rule(name="skill_in_date", key="skills.in_date", hard=True, found=skill_in_date),
    Rule(name="patrol_status", key="patrol.status", hard=True, found=patrol_status),
)
"""Every rule, by name. A test asks that each has examples."""


def _noon(day: date) -> datetime:
    return local(day, time(12))


def _week(day: date) -> date:
    """The Monday of the week."""
    return day - day.weekday() * DAY


def _runs(days: Sequence[date]) -> Iterator[list[date]]:
    """Days in order, as runs of days that follow each other."""
    run: list[date] = []
    for day in days:
        if run and day - run[-1] != DAY:
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _night_runs(line: Line, law: Law) -> Iterator[list[Duty]]:
    """Nights in order, as runs of nights on days that follow each other."""
    nights = {force_day(one.begins, law): one for one in line.worked() if is_night(one, law)}
    for run in _runs(sorted(nights)):
        yield [nights[day] for day in run]
