"""The rules of a roster, each by name, asked of what is published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from bluelamp.duty.checking.document import ACCOMPANIED, IN_TRAINING, INDEPENDENT, Duty, Person, Roster
from bluelamp.duty.checking.record import Record, records, runs
from bluelamp.duty.checking.wall_clock import DAY, HOUR, ONE_DAY, day_in_words, instant, length_in_words

WEEK, SATURDAY, FOUR, THIRTEEN = 7, 5, 4, 13
FOUR_WEEKS = FOUR * WEEK
SAFETY = ("officer_safety", "first_aid")
"""What every duty of a special constable asks for (S3)."""
OF_THE_FORM = "A condition of every published roster"


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One broken rule: whose, at which instant (UTC), in words, by which law. A soft one is a matter of policy."""

    rule: str
    officer: str
    at: datetime
    words: str
    source: str
    hard: bool


Fault = tuple[int, str]
"""The minute since 1970 and the words, the person's name before them."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule about one person, the law it rests on ("" for the form of a roster itself), and what finds its faults."""

    name: str
    finds: Callable[[Record], Iterator[Fault]]
    law: str = ""
    hard: bool = True


def breaches(roster: Roster) -> tuple[Broken, ...]:
    """Every rule broken by the period, history counted in; what history alone broke is past mending."""
    found = list(_of_duties(roster))
    for record in records(roster):
        for rule in ABOUT_PEOPLE:
            source = roster.law[rule.law].source if rule.law else OF_THE_FORM
            for minute, words in rule.finds(record):
                found.append(_broken(rule.name, record.person.officer, minute, f"{record.person.name} {words}",
                                     source=source, hard=rule.hard))  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.at, one.officer, one.rule)))


def _broken(
    rule: str, officer: str, minute: int, words: str, *, source: str = OF_THE_FORM, hard: bool = True
) -> Broken:
    return Broken(rule=rule, officer=officer, at=instant(minute), words=words, source=source, hard=hard)


def _of_duties(roster: Roster) -> Iterator[Broken]:
    """What makes a duty one of this roster. Of history only the order counts: who has left may be in it."""
    said = roster.clock.time_in_words
    for duty in roster.duties:
        person = roster.people.get(duty.officer)
        name = person.name if person else duty.officer
        when = f"the {duty.kind.replace('_', ' ')} at {said(duty.begins)}"
        if duty.ends <= duty.begins:
            yield _broken(ENDS_LATER, duty.officer, duty.begins, f"{name}: {when} ends at {said(duty.ends)}, no later")
        if not duty.past and not roster.first <= duty.begins < roster.beyond:
            yield _broken(IN_THE_PERIOD, duty.officer, duty.begins, f"{name}: {when} begins outside the period")
        if duty.past and duty.begins >= roster.first:
            yield _broken(IN_THE_PERIOD, duty.officer, duty.begins, f"{name}: {when} is listed as history")
        if not duty.past and not person:
            yield _broken(KNOWN, duty.officer, duty.begins, f"{name} is not on the roster and has {when}")
        if not duty.past and duty.unit not in roster.units:
            yield _broken(KNOWN, duty.officer, duty.begins, f"{name}: {when} is for no known unit, {duty.unit}")


def _rest_between(record: Record) -> Iterator[Fault]:
    """Elapsed time from the last end so far to the next begin; duties at once are another rule's."""
    least, said = record.roster.minutes("rest.between_duties"), record.roster.clock.time_in_words
    off = None
    for duty in record.worked:
        if off is not None and 0 <= (rest := duty.begins - off) < least and not duty.past:
            words = f"has {length_in_words(rest)} off between {said(off)} and {said(duty.begins)}"
            yield duty.begins, f"{words}, {length_in_words(least)} at least"
        off = max(duty.ends, off or duty.ends)


def _days_in_a_row(record: Record) -> Iterator[Fault]:
    return _too_long(record, record.days, "runs.days", "works {} days in a row from {}")


def _nights_in_a_row(record: Record) -> Iterator[Fault]:
    return _too_long(record, record.days_of_nights(), "runs.nights", "works {} nights in a row from {}")


def _call_in_a_row(record: Record) -> Iterator[Fault]:
    return _too_long(record, record.call_days, "on_call.in_a_row", "is on call {} days in a row from {}")


def _too_long(record: Record, days: Mapping[date, int], law: str, words: str) -> Iterator[Fault]:
    """Each run once, at its first day in the period that is one too many."""
    most = record.roster.number(law)
    for run in runs(days):
        if over := [day for day in run[most:] if day >= record.roster.begins]:
            yield days[over[0]], f"{words.format(len(run), day_in_words(run[0]))}, {most} at most"


def _rest_after_nights(record: Record) -> Iterator[Fault]:
    roster, said = record.roster, record.roster.clock.time_in_words
    least, nights = roster.minutes("rest.after_nights"), roster.number("runs.nights_that_need_rest")
    for run in runs(record.days_of_nights()):
        if len(run) < nights:
            continue
        last = max((night for night in record.nights if night.day == run[-1]), key=lambda one: one.begins)
        after = next((duty for duty in record.worked if duty.begins > last.begins), None)
        if after and not after.past and 0 <= (rest := after.begins - last.ends) < least:
            words = f"has {length_in_words(rest)} off after {len(run)} nights that end at {said(last.ends)}"
            yield after.begins, f"{words}, {length_in_words(least)} at least"


def _rest_days(record: Record) -> Iterator[Fault]:
    """Windows of four weeks from each Monday, of which every day is known and any lies in the period."""
    roster = record.roster
    least = FOUR * roster.number("rest.days")
    monday = roster.known_from + timedelta(days=-roster.known_from.weekday() % WEEK)
    while monday + timedelta(days=FOUR_WEEKS) <= roster.ends:
        days = [monday + timedelta(days=n) for n in range(FOUR_WEEKS)]
        free = sum(day not in record.days for day in days)
        if days[-1] >= roster.begins and free < least:
            yield roster.clock.start(monday), f"has {free} days free in {_four_weeks(monday)}, {least} at least"
        monday += timedelta(days=WEEK)


def _four_weeks(monday: date) -> str:
    return f"the four weeks from {day_in_words(monday)}"


def _weekends(record: Record) -> Iterator[Fault]:
    """A weekend is worked when a duty begins on its Saturday or Sunday; it ends a stretch of four weekends."""
    roster = record.roster
    most = roster.number("rest.weekends_worked")
    last_worked = {day - timedelta(days=day.weekday() - SATURDAY): day for day in record.days if _weekend(day)}
    for saturday, day in last_worked.items():
        four = sum(saturday - timedelta(weeks=n) in last_worked for n in range(FOUR))
        if four > most and day >= roster.begins:
            words = f"works {four} of the four weekends that end with that of {day_in_words(saturday)}"
            yield record.days[day], f"{words}, {most} at most"


def _weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY


def _public_holidays(record: Record) -> Iterator[Fault]:
    """Every public holiday worked in the period that is one too many for the 13 weeks that end with it."""
    most, worked = record.roster.number("public_holidays.worked"), record.roster.holidays & record.days.keys()
    for day in sorted(worked):
        number = sum(0 <= (day - one).days < THIRTEEN * WEEK for one in worked)
        if number > most and day >= record.roster.begins:
            words = f"works {number} public holidays in the 13 weeks that end with {day_in_words(day)}"
            yield record.days[day], f"{words}, {most} at most"


def _weekly_hours(record: Record) -> Iterator[Fault]:
    """The worst stretch that ends in the period, once. A duty's minutes are those of the force day it begins on."""
    roster = record.roster
    known = (roster.ends - roster.known_from).days
    span = min(roster.number("hours.over_weeks") * WEEK, known)
    minutes = np.zeros(known, np.int64)
    for duty in record.worked:
        if 0 <= (number := (duty.day - roster.known_from).days) < known:
            minutes[number] += duty.ends - duty.begins
    totals = np.convolve(minutes, np.ones(span, np.int64), "valid")
    earliest = max((roster.begins - roster.known_from).days - span + 1, 0)
    first = earliest + int(np.argmax(totals[earliest:]))
    most, total = roster.minutes("hours.weekly"), int(totals[first])
    if total * WEEK > most * span:
        day = roster.known_from + timedelta(days=first)
        words = f"works {total * WEEK / span / HOUR:.2f} hours a week on average over {span} days"
        yield roster.clock.start(day), f"{words} from {day_in_words(day)}, {most / HOUR:g} at most"


def _eve_of_court(record: Record) -> Iterator[Fault]:
    roster, said = record.roster, record.roster.clock.time_in_words
    for court in sorted(record.person.court):
        eve = court - ONE_DAY
        late, midnight = roster.clock.at(eve, roster.number("court.eve_ends") * HOUR), roster.clock.at(eve, DAY)
        for duty in record.worked:
            night = duty.day == eve and duty in record.nights
            if (night or (duty.begins < midnight and duty.ends > late)) and _now(record, duty.past, court):
                words = f"is at court on {day_in_words(court)} and has a duty that ends at {said(duty.ends)}"
                yield duty.begins, f"{words}, {said(late)} at the latest"


def _now(record: Record, past: bool, day: date) -> bool:
    """Whether it concerns the period: a duty of it, or a day of it."""
    return not past or record.roster.begins <= day < record.roster.ends


def _leave(record: Record) -> Iterator[Fault]:
    """A day of leave is a day of the calendar: a night that ends on its morning takes of it."""
    clock = record.roster.clock
    if not record.person.leave:
        return
    for duty in record.duties:
        days = [day for day in clock.dates(duty.begins, duty.ends) if day in record.person.leave]
        if days and _now(record, duty.past, days[-1]):
            words = f"is on leave on {day_in_words(days[0])} and has {'a duty' if duty.worked else 'call'}"
            yield max(duty.begins, clock.at(days[0], 0)), f"{words} from {clock.time_in_words(duty.begins)}"


def _call_of_28_days(record: Record) -> Iterator[Fault]:
    """Every day of call that is one too many for the 28 that end with it. Annex U: any time on call makes the day."""
    most = record.roster.number("on_call.of_28_days")
    for day, minute in record.call_days.items():
        number = sum(day - timedelta(days=n) in record.call_days for n in range(FOUR_WEEKS))
        if number > most and day >= record.roster.begins:
            yield minute, f"is on call {number} of the 28 days that end with {day_in_words(day)}, {most} at most"


def _call_beside_a_night(record: Record) -> Iterator[Fault]:
    said = record.roster.clock.time_in_words
    for call in record.calls:
        for night in record.nights:
            if call.begins <= night.ends and night.begins <= call.ends and not (call.past and night.past):
                words = f"is on call from {said(call.begins)} to {said(call.ends)}"
                yield call.begins, f"{words}, beside the night from {said(night.begins)} to {said(night.ends)}"


def _no_nights(record: Record) -> Iterator[Fault]:
    for night in record.nights if record.person.no_nights else ():
        if not night.past:
            yield night.begins, f"works no nights and has one from {record.roster.clock.time_in_words(night.begins)}"


def _skills_in_date(record: Record) -> Iterator[Fault]:
    """The skill of the unit that the duty or call is for, and of a special the two of every duty."""
    clock, person = record.roster.clock, record.person
    for duty in _of_this_roster(record):
        asked = (*(SAFETY if person.patrol else ()), record.roster.units[duty.unit].asks)
        day = clock.local(duty.begins).date()
        if lacked := [skill for skill in asked if not person.holds(skill, day)]:
            what = f"is on {'duty' if duty.worked else 'call'} from {clock.time_in_words(duty.begins)}"
            yield duty.begins, f"{what} without {' and '.join(lacked).replace('_', ' ')} in date"


def _on_patrol(record: Record) -> Iterator[Fault]:
    for duty in _of_this_roster(record) if record.person.patrol == IN_TRAINING else ():
        yield duty.begins, f"is not on patrol yet and has a duty from {record.roster.clock.time_in_words(duty.begins)}"


def _of_this_roster(record: Record) -> Iterator[Duty]:
    """The duties and calls of the period for a unit that is there."""
    for duty in record.duties:
        if not duty.past and duty.unit in record.roster.units and duty.kind in ("duty", "on_call"):
            yield duty


def _accompanied(record: Record) -> Iterator[Fault]:
    """At every minute of the duty no more accompanied specials of the unit are there than experienced officers."""
    if record.person.patrol != ACCOMPANIED:
        return
    for duty in _of_this_roster(record):
        near = [one for one in record.roster.on_duty(duty.unit) if one.begins < duty.ends and one.ends > duty.begins]
        there = [(one, person) for one in near if (person := _there(record.roster, one))]
        for minute in sorted({duty.begins, *(one.ends for one in near if one.ends < duty.ends)}):
            now = [person for one, person in there if one.begins <= minute < one.ends]
            if sum(person.patrol == ACCOMPANIED for person in now) > _experienced(now):
                words = f"is accompanied and at {record.roster.clock.time_in_words(minute)} nobody is there for them"
                yield duty.begins, words
                break


def _there(roster: Roster, duty: Duty) -> Person | None:
    person = roster.people.get(duty.officer)
    return None if person is None or person.is_away(duty.day) else person


def _experienced(people: Iterable[Person]) -> int:
    return sum(person.patrol in ("", INDEPENDENT) for person in people)


KINDS = {"duty": "a duty", "court": "a day at court", "training": "a day of training"}


def _one_place(record: Record) -> Iterator[Fault]:
    said = record.roster.clock.time_in_words
    before = None
    for duty in record.worked:
        if before and duty.begins < before.ends and not (duty.past and before.past):
            kinds = f"{KINDS[before.kind]} until {said(before.ends)} and {KINDS[duty.kind]}"
            yield duty.begins, f"has {kinds} from {said(duty.begins)} at once"
        before = duty if before is None or duty.ends > before.ends else before


KNOWN, ENDS_LATER, IN_THE_PERIOD = "known officer and unit", "ends after it begins", "begins in the period"
ABOUT_DUTIES = (KNOWN, ENDS_LATER, IN_THE_PERIOD)
ABOUT_PEOPLE = (
    Rule(name="one place at a time", finds=_one_place),
    Rule(name="rest between duties", finds=_rest_between, law="rest.between_duties"),
    Rule(name="days in a row", finds=_days_in_a_row, law="runs.days"),
    Rule(name="nights in a row", finds=_nights_in_a_row, law="runs.nights"),
    Rule(name="rest after nights", finds=_rest_after_nights, law="rest.after_nights"),
    Rule(name="rest days", finds=_rest_days, law="rest.days"),
    Rule(name="weekends", finds=_weekends, law="rest.weekends_worked", hard=False),
    Rule(name="public holidays", finds=_public_holidays, law="public_holidays.worked", hard=False),
    Rule(name="weekly hours", finds=_weekly_hours, law="hours.weekly"),
    Rule(name="eve of court", finds=_eve_of_court, law="court.eve_ends"),
    Rule(name="leave", finds=_leave, law="leave.free"),
    Rule(name="call in 28 days", finds=_call_of_28_days, law="on_call.of_28_days"),
    Rule(name="call in a row", finds=_call_in_a_row, law="on_call.in_a_row"),
    Rule(name="call beside a night", finds=_call_beside_a_night, law="on_call.beside_a_night"),
    Rule(name="no nights", finds=_no_nights, law="restricted.no_nights"),
    Rule(name="skill in date", finds=_skills_in_date, law="skills.in_date"),
    Rule(name="on patrol", finds=_on_patrol, law="patrol.status"),
    Rule(name="accompanied", finds=_accompanied, law="patrol.accompanied"),
)
RULES = (*ABOUT_DUTIES, *(rule.name for rule in ABOUT_PEOPLE))
"""The name of every rule that is checked."""
