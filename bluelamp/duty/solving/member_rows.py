"""What one person may work: the variables of a member of a unit, and the rows that state the rules for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import local, local_day
from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.cover import CoverUnit, Shift
from bluelamp.duty.rules.duties import DAY, SATURDAY, TRAINING, WEEK, Duty, force_day, is_night
from bluelamp.duty.rules.planning import WORKED_AWAY, Away, Member, away_duty, days_between
from bluelamp.duty.solving import weights
from bluelamp.duty.solving.linear import Linear

BLOCK = 28
HISTORY = 17 * WEEK
"""Days before a block that its rules may reach back over."""


@dataclass(frozen=True, kw_only=True)
class Period:
    """The days of a block, the law, and every shift's instants on each day: what all members share.

    `goes_on`: another block follows, for which rest days are kept in hand.
    """

    begins: date
    ends: date
    shifts: Mapping[str, Shift]
    law: Law
    goes_on: bool = True

    @cached_property
    def days(self) -> tuple[date, ...]:
        return days_between(self.begins, self.ends)

    @cached_property
    def spans(self) -> dict[tuple[date, str], Duty]:
        """Each shift on each day, from the day before to the day after."""
        return {
            (day, key): _as_duty(shift, day)
            for day in days_between(self.begins - DAY, self.ends + DAY)
            for key, shift in self.shifts.items()
        }

    @cached_property
    def nights(self) -> frozenset[str]:
        """The shifts that are nights."""
        return frozenset(
            key for key, shift in self.shifts.items()
            if not shift.on_call and is_night(self.spans[self.begins, key], self.law)
        )  # fmt: skip

    @cached_property
    def call(self) -> str:
        """The shift of being on call, "" where there is none."""
        return next((key for key, shift in self.shifts.items() if shift.on_call), "")

    def number(self, key: str) -> int:
        return self.law.value(key, on=self.begins).number

    def span(self, key: str) -> timedelta:
        return self.law.value(key, on=self.begins).span


@dataclass
class MemberRows:
    """The variables of one member by day and shift, and what stands already: history, court and training."""

    member: Member
    period: Period
    model: Linear
    unit: CoverUnit
    work: dict[date, dict[str, int]] = field(default_factory=dict)
    calls: dict[date, int] = field(default_factory=dict)
    fixed: dict[date, Duty] = field(default_factory=dict)

    def __post_init__(self) -> None:
        law = self.period.law
        for duty in self.member.history:
            if not duty.on_call:
                self.fixed[force_day(duty.begins, law)] = duty
        for day in self.member.days_of(*WORKED_AWAY):
            if self.period.begins <= day < self.period.ends:
                self.fixed[day] = away_duty(day)
        self.able = self.member.able({self.unit.key: self.unit.asks} if self.unit.asks else {})
        self.past_calls = {force_day(one.begins, law) for one in self.member.history if one.on_call}
        for day in self.period.days:
            self.work[day] = {key: self._variable(day, key) for key in self.unit.shifts if self._may(day, key)}
            if self._may_be_called(day):
                self.calls[day] = self.model.variable()

    def state(self) -> None:
        """State every rule."""
        for rule in (_one_a_day, _rest, _runs, _nights, _rest_after_nights, _rest_days, _weekly_hours, _weekends,
                     _calls):  # fmt: skip
            rule(self)

    @property
    def covers(self) -> bool:
        """Whether they count toward the least of this unit."""
        return self.member.covers(outside=self.unit.outside)

    def standing(self, day: date) -> Duty | None:
        """What stands on a day already, a day at court or of training just after the block among it."""
        if day not in self.fixed and self.member.away.get(day) in WORKED_AWAY:
            return away_duty(day)
        return self.fixed.get(day)

    def worked(self, day: date) -> list[int]:
        """The variables of working on a day."""
        return list(self.work.get(day, {}).values())

    def at_night(self, day: date) -> list[int]:
        """The variables of working on the night that begins on a day."""
        return [number for key, number in self.work.get(day, {}).items() if key in self.period.nights]

    def night_stands(self, day: date) -> bool:
        """Whether a night of that day stands already."""
        return day in self.fixed and is_night(self.fixed[day], self.period.law)

    @cached_property
    def known_until(self) -> date:
        """The first day after the block of which nothing stands: in a repair, what was published goes on after it."""
        return max([self.period.ends, *(day + DAY for day in self.fixed), *(day + DAY for day in self.past_calls)])

    @property
    def known_from(self) -> date:
        """The first day that is known of them."""
        return min(self.member.known_from or self.period.begins, self.period.begins)

    def _variable(self, day: date, key: str) -> int:
        base = self.member.base_shift(day)
        cost = weights.WISH * self.member.wishes.get(day, 0)
        if self.member.pattern and base != key:
            cost += weights.OTHER_SHIFT if base else weights.BASE_REST_DAY
        return self.model.variable(cost=cost)

    def _may(self, day: date, key: str) -> bool:
        member, duty = self.member, self.period.spans[day, key]
        if member.offered is not None and (day, key) not in member.offered:
            return False
        if member.away.get(day) or (member.no_nights and key in self.period.nights) or self._touches_leave(duty):
            return False
        return self._fit(duty) and not self._before_court(duty) and self._rested(day, duty)

    def _fit(self, duty: Duty) -> bool:
        """Trained for what the unit's duties ask for on the day, and a special on patrol."""
        return self.able.patrol != TRAINING and not self.able.lacks(self.unit.key, on=local_day(duty.begins))

    def _may_be_called(self, day: date) -> bool:
        if not self.period.call or not self.covers or self.member.away.get(day, Away.COURT) in _NO_CALL:
            return False
        duty = self.period.spans[day, self.period.call]
        return self._fit(duty) and not self._touches_leave(duty)

    def _touches_leave(self, duty: Duty) -> bool:
        ends = local_day(duty.ends - timedelta(seconds=1))
        away = (self.member.away.get(day) for day in {local_day(duty.begins), ends})
        return any(kind in (Away.LEAVE, Away.SICK, Away.OTHER) for kind in away)

    def _before_court(self, duty: Duty) -> bool:
        day = local_day(duty.begins) + DAY
        return self.member.away.get(day) == Away.COURT and duty.ends > local(
            day - DAY, time(self.period.number("court.eve_ends"))
        )

    def _rested(self, day: date, duty: Duty) -> bool:
        least = self.period.span("rest.between_duties")
        before, after = self.fixed.get(day - DAY), self.standing(day + DAY)
        if before and between(before.ends, duty.begins) < least:
            return False
        return not (after and between(duty.ends, after.begins) < least)


_NO_CALL = (Away.LEAVE, Away.SICK, Away.OTHER, Away.TRAINING)


def _one_a_day(rows: MemberRows) -> None:
    for day in rows.period.days:
        rows.model.at_most(
            rows.worked(day), 0 if day in rows.fixed else 1, rule=("one duty a day", rows.member.officer)
        )


def _rest(rows: MemberRows) -> None:
    period, least = rows.period, rows.period.span("rest.between_duties")
    for day in period.days[:-1]:
        for key, number in rows.work[day].items():
            ends = period.spans[day, key].ends
            after = [
                other for later, other in rows.work[day + DAY].items()
                if between(ends, period.spans[day + DAY, later].begins) < least
            ]  # fmt: skip
            if after:
                rows.model.at_most([number, *after], 1, rule=("rest_between_duties", rows.member.officer))


def _window(
    rows: MemberRows,
    name: str,
    most: int,
    length: int,
    found: Callable[[date], list[int]],
    stands: Callable[[date], bool],
) -> None:
    """No more than `most` in any `length` days that lie in the block in part, as far as they are known."""
    for last in days_between(rows.period.begins, min(rows.known_until, rows.period.ends + (length - 1) * DAY)):
        days = days_between(last - (length - 1) * DAY, last + DAY)
        numbers = [number for day in days for number in found(day)]
        rows.model.at_most(numbers, most - sum(stands(day) for day in days), rule=(name, rows.member.officer))


def _runs(rows: MemberRows) -> None:
    most = rows.period.number("runs.days")
    _window(rows, "days_in_a_row", most, most + 1, rows.worked, rows.fixed.__contains__)


def _nights(rows: MemberRows) -> None:
    most = rows.period.number("runs.nights")
    _window(rows, "nights_in_a_row", most, most + 1, rows.at_night, rows.night_stands)


def _rest_after_nights(rows: MemberRows) -> None:
    """Where two nights in a row are the last of their run, nothing begins before the hours off are over."""
    least, run = rows.period.span("rest.after_nights"), rows.period.number("runs.nights_that_need_rest")
    for last in days_between(rows.period.begins - 3 * DAY, rows.period.ends):
        ends = _night_ends(rows, last)
        run_days = days_between(last - (run - 1) * DAY, last + DAY)
        stand = sum(rows.night_stands(day) for day in run_days)
        numbers = [number for day in run_days for number in rows.at_night(day)]
        if ends is None or stand + len(numbers) < run:
            continue
        goes_on = [(one, -1) for one in rows.at_night(last + DAY)]
        spare = run - stand + (1 if rows.night_stands(last + DAY) else 0)
        for day, soon, stands in _begin_before(rows, last + 2 * DAY, ends + least):
            terms = [*((one, 1) for one in (*numbers, *soon)), *goes_on]
            rule = ("rest_after_nights", rows.member.officer, day)
            rows.model.row(terms, most=max(spare - stands, 0), rule=rule)


def _night_ends(rows: MemberRows, day: date) -> datetime | None:
    if rows.night_stands(day):
        return rows.fixed[day].ends
    nights = [key for key in rows.work.get(day, {}) if key in rows.period.nights]
    return rows.period.spans[day, nights[0]].ends if nights else None


def _begin_before(rows: MemberRows, first: date, until: datetime) -> Iterator[tuple[date, list[int], int]]:
    """The days from `first` on which something may begin, or stands to begin, before an instant."""
    for day in days_between(first, local_day(until) + DAY):
        soon = [one for key, one in rows.work.get(day, {}).items() if rows.period.spans[day, key].begins < until]
        standing = rows.standing(day)
        stands = int(standing is not None and standing.begins < until)
        if soon or stands:
            yield day, soon, stands


def _rest_days(rows: MemberRows) -> None:
    """The rest days of each 28 days from a Monday; of those that run on past the block, their share and two more."""
    period, free = rows.period, 4 * rows.period.number("rest.days")
    for begins in days_between(max(rows.known_from, period.begins - BLOCK * DAY), period.ends):
        if begins.weekday():
            continue
        ends = min(begins + BLOCK * DAY, rows.known_until)
        if ends <= period.begins:
            continue
        length = (ends - begins).days
        if length < BLOCK and not period.goes_on:
            continue
        most = length - free if length == BLOCK else (BLOCK - free) * length // BLOCK + 2
        days = days_between(begins, ends)
        numbers = [number for day in days for number in rows.worked(day)]
        rows.model.at_most(
            numbers, most - sum(day in rows.fixed for day in days), rule=("rest_days", rows.member.officer)
        )


def _weekly_hours(rows: MemberRows) -> None:
    """The average over the reference period at the end of each week, where enough of it is known."""
    period, weeks = rows.period, rows.period.number("hours.over_weeks")
    minutes = int(period.span("hours.weekly").total_seconds() // 60)
    for last in period.days[WEEK - 1 :: WEEK]:
        begins = last + DAY - weeks * WEEK * DAY
        if begins < rows.known_from:
            continue
        stand = sum(_minutes(duty) for day, duty in rows.fixed.items() if begins <= day <= last)
        terms = [
            (number, _minutes(period.spans[day, key]))
            for day in period.days if day <= last
            for key, number in rows.work[day].items()
        ]  # fmt: skip
        if stand + sum(length for _, length in terms) > minutes * weeks:
            most = max(minutes * weeks - stand, 0)
            rows.model.row(terms, most=most, rule=("weekly_hours", rows.member.officer))


def _weekends(rows: MemberRows) -> None:
    period, most = rows.period, rows.period.number("rest.weekends_worked")
    worked = {week: number for week in _weeks(rows) if (number := _weekend(rows, week)) is not None}
    for first in days_between(max(rows.known_from, period.begins - 3 * WEEK * DAY), period.ends):
        weeks = [first + n * WEEK * DAY for n in range(4)]
        if first.weekday() or weeks[-1] + WEEK * DAY > period.ends or weeks[-1] < period.begins:
            continue
        numbers = [worked[week] for week in weeks if week in worked]
        stand = sum(_weekend_stands(rows, week) for week in weeks)
        fourth = rows.model.variable(cost=weights.FOURTH_WEEKEND)
        terms = [*((one, 1) for one in numbers), (fourth, -1)]
        rows.model.row(terms, most=most - stand, rule=("weekends", rows.member.officer))
        if weeks[0] >= period.begins:
            third = rows.model.variable(cost=weights.THIRD_WEEKEND)
            rows.model.row([*terms, (third, -1)], most=most - 1 - stand, rule=("weekends", rows.member.officer))


def _weeks(rows: MemberRows) -> Iterator[date]:
    for day in rows.period.days:
        if day.weekday() == 0:
            yield day


def _weekend(rows: MemberRows, week: date) -> int | None:
    """A variable that is 1 where they work on the Saturday or the Sunday of the week."""
    days = [rows.worked(week + n * DAY) for n in (SATURDAY, SATURDAY + 1)]
    if not any(days) or _weekend_stands(rows, week):
        return None
    number = rows.model.variable()
    for one in filter(None, days):
        rows.model.row([*((each, 1) for each in one), (number, -1)], most=0, rule=("weekends", rows.member.officer))
    return number


def _weekend_stands(rows: MemberRows, week: date) -> bool:
    return any(week + n * DAY in rows.fixed for n in (SATURDAY, SATURDAY + 1))


def _calls(rows: MemberRows) -> None:
    period, most = rows.period, rows.period.number("on_call.in_a_row")

    def found(day: date) -> list[int]:
        return [rows.calls[day]] if day in rows.calls else []

    _window(rows, "on_call_in_a_row", most, most + 1, found, rows.past_calls.__contains__)
    _window(rows, "on_call_days", period.number("on_call.of_28_days"), BLOCK, found, rows.past_calls.__contains__)
    for day, number in rows.calls.items():
        for night in (day - DAY, day):
            most_here = 0 if rows.night_stands(night) else 1
            rule = ("on_call_not_by_a_night", rows.member.officer)
            rows.model.at_most([number, *rows.at_night(night)], most_here, rule=rule)
        if day not in rows.fixed:
            resting = rows.model.variable(cost=weights.CALL_ON_A_REST_DAY)
            terms = [(number, 1), (resting, -1), *((one, -1) for one in rows.worked(day))]
            rows.model.row(terms, most=0, rule=("wish", rows.member.officer))


def _minutes(duty: Duty) -> int:
    return int(duty.length.total_seconds() // 60)


def _as_duty(shift: Shift, day: date) -> Duty:
    begins, ends = shift.window.on(day)
    return Duty(begins=begins, ends=ends, on_call=shift.on_call)
