"""Ways to mend one gap in the cover by one person: what each would do, what it costs them, and who cannot and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import as_local, local_day, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.cover import Cover, Shift
from bluelamp.duty.rules.duties import DAY, Duty, Line, force_day, is_public_holiday
from bluelamp.duty.rules.notice import Owed, RestDayWorked, public_holiday_worked, rest_day_worked
from bluelamp.duty.rules.planning import ACCOMPANIED, WORKED_AWAY, Away, Member, away_duty
from bluelamp.duty.rules.rostering import Breach, breaches
from bluelamp.duty.rules.words import BESIDE

LONGEST_STAY = timedelta(hours=4)
"""Nobody is asked to stay on, or to come in early, for longer."""
STOOD_DOWN, LENT, STAYS, MOVED, REST_DAY, PUT_ON_CALL = 10, 40, 30, 60, 130, 20
"""Points, so that what asks least of people stands first."""
NEIGHBOUR = "Force policy: the nearest unit helps out"
OVERTIME = "Police Regulations 2003 Annex G, overtime"
SAME_HOURS = "One duty moved. No rest day lost, no overtime"
ANNEX_U = "Police Regulations 2003 Annex U part 13"
NEVER_ALONE = "Special patrol status S3"
CHANGE = "Police Regulations 2003 reg. 22, exigencies of duty"


@dataclass(frozen=True, kw_only=True)
class GapFacts:
    """The gap to be mended: from an instant to another, `short` people of a unit, with a skill or on call."""

    unit: str
    skill: str
    call: bool
    begins: datetime
    ends: datetime
    short: int


@dataclass(frozen=True, kw_only=True)
class Placed:
    """One duty of the roster as it stands: the shift, the unit it is for, its instants."""

    day: date
    shift: str
    unit: str
    duty: Duty


@dataclass(frozen=True, kw_only=True)
class Change:
    """What becomes of one officer's day: what stood before ("" nothing), the shift, unit and instants after."""

    officer: str
    day: date
    before: str
    after: str
    unit: str
    begins: datetime
    ends: datetime
    on_call: bool = False


@dataclass(frozen=True, kw_only=True)
class Option:
    """One way: the change, its title and cost in words, the law, and its points. `minutes`: overtime it brings."""

    member: Member
    change: Change
    title: str
    cost: str
    source: str
    points: int
    kind: str
    minutes: int = 0
    rest_day: bool = False


@dataclass(frozen=True, kw_only=True)
class Cannot:
    """Somebody who was thought of and cannot: the reason, and the law that says so."""

    name: str
    words: str
    source: str


def options(
    gap: GapFacts, people: Sequence[tuple[Member, Sequence[Placed]]], *, cover: Cover, told_at: datetime, law: Law
) -> tuple[list[Option], list[Cannot]]:
    """Every way that breaks no hard rule for who takes it, least asked of people first, and who cannot.

    Whether it leaves another unit short is asked of the checker, not here. A volunteer never mends the least, nor does
    who is restricted to the station where the unit works outside it (R8). An accompanied special who would be alone
    gets an experienced officer, or is stood down (S3).
    """
    found: list[Option] = []
    cannot: list[Cannot] = []
    inside = law.value("restricted.inside", on=local_day(gap.begins))
    for member, placed in people:
        if gap.skill == BESIDE and member.patrol == ACCOMPANIED:
            found += _stood_down(gap, member, placed)
        skill = "" if gap.skill == BESIDE else gap.skill
        if not member.counts or not member.holds(skill, on=local_day(gap.begins)):
            continue
        if not member.covers(outside=cover.units[gap.unit].outside):
            if member.unit == gap.unit:
                cannot.append(Cannot(name=member.name, words="Does no duty outside the station.", source=inside.source))
            continue
        for option in _ways(gap, member, placed, cover.shifts, cover.units[gap.unit].shifts, told_at, law):
            against = newly_broken(member, placed, option.change, law, cover=cover)
            if against:
                cannot.append(Cannot(name=member.name, words=against.words, source=against.source))
            else:
                found.append(option)
    return sorted(found, key=lambda one: (one.points, one.member.name)), cannot


def _ways(
    gap: GapFacts, member: Member, placed: Sequence[Placed], shifts: Mapping[str, Shift], unit_shifts: Sequence[str],
    told_at: datetime, law: Law,
) -> Iterator[Option]:  # fmt: skip
    day = force_day(gap.begins, law)
    if member.away.get(day) or any(_covers(gap, one, gap.unit) for one in placed):
        return
    if gap.call:
        yield from _on_call(gap, member, placed, shifts, day)
        return
    yield from _lent(gap, member, placed)
    if member.unit != gap.unit:
        return
    yield from _stays(gap, member, placed)
    fitting = [key for key in unit_shifts if _spans(gap, shifts[key], day)]
    own = [one for one in placed if one.day == day and not one.duty.on_call]
    for key in fitting:
        begins, ends = shifts[key].window.on(day)
        duty = Duty(begins=begins, ends=ends)
        if own and all(told_at < one.duty.begins for one in own):
            yield _moved(gap, member, own[0], shifts[key], duty, day)
        elif not own:
            yield _rest_day(gap.unit, member, shifts[key], duty, day, told_at, law)


def _covers(gap: GapFacts, one: Placed, unit: str) -> bool:
    same = one.duty.on_call == gap.call and one.unit == unit
    return same and one.duty.begins <= gap.begins and one.duty.ends >= gap.ends


def _spans(gap: GapFacts, shift: Shift, day: date) -> bool:
    begins, ends = shift.window.on(day)
    return not shift.on_call and begins <= gap.begins and ends >= gap.ends


def _on_call(
    gap: GapFacts, member: Member, placed: Sequence[Placed], shifts: Mapping[str, Shift], day: date
) -> Iterator[Option]:
    """Put on call for the day, where nothing of call stands there already."""
    if member.unit != gap.unit or any(one.day == day and one.duty.on_call for one in placed):
        return
    for key, shift in shifts.items():
        begins, ends = shift.window.on(day)
        if shift.on_call and begins <= gap.begins and ends >= gap.ends:
            works = any(one.day == day and not one.duty.on_call for one in placed)
            change = Change(officer=member.officer, day=day, before="", after=key, unit=gap.unit, begins=begins,
                            ends=ends, on_call=True)  # fmt: skip
            yield Option(
            kind="on call",
                member=member, change=change, title=f"{member.name} goes on call",
                cost="An allowance for a day on call" + ("" if works else ", on a rest day"),
                source=ANNEX_U, points=PUT_ON_CALL + (0 if works else 20),
            )  # fmt: skip


def _stood_down(gap: GapFacts, member: Member, placed: Sequence[Placed]) -> Iterator[Option]:
    """The accompanied special does not go out: hours that were offered, given back."""
    for one in placed:
        if one.unit != gap.unit or one.duty.begins >= gap.ends or one.duty.ends <= gap.begins:
            continue
        change = Change(officer=member.officer, day=one.day, before=one.shift, after="", unit=gap.unit,
                        begins=one.duty.begins, ends=one.duty.ends)  # fmt: skip
        yield Option(
            kind="stood down",
            member=member, change=change, title=f"{member.name} is stood down",
            cost="Hours that a volunteer offered, not used", source=NEVER_ALONE, points=STOOD_DOWN,
        )  # fmt: skip


def _lent(gap: GapFacts, member: Member, placed: Sequence[Placed]) -> Iterator[Option]:
    """Somebody of another unit who is on duty all that time works for this one."""
    for one in placed:
        if one.unit == gap.unit or one.duty.on_call or one.duty.begins > gap.begins or one.duty.ends < gap.ends:
            continue
        change = Change(officer=member.officer, day=one.day, before=one.shift, after=one.shift, unit=gap.unit,
                        begins=one.duty.begins, ends=one.duty.ends)  # fmt: skip
        yield Option(
            kind="lent",
            member=member, change=change, title=f"{member.name} is lent for that duty",
            cost="No change of hours; their own unit has one fewer", source=NEIGHBOUR, points=LENT,
        )  # fmt: skip


def _stays(gap: GapFacts, member: Member, placed: Sequence[Placed]) -> Iterator[Option]:
    """Stays on after a duty, or comes in before one, where that is not for long."""
    for one in placed:
        duty = one.duty
        if duty.on_call or one.unit != gap.unit:
            continue
        stays = duty.begins <= gap.begins <= duty.ends < gap.ends and gap.ends - duty.ends <= LONGEST_STAY
        early = gap.begins < duty.begins <= gap.ends <= duty.ends and duty.begins - gap.begins <= LONGEST_STAY
        if not (stays or early):
            continue
        begins, ends = min(duty.begins, gap.begins), max(duty.ends, gap.ends)
        extra = between(begins, ends) - duty.length
        what = f"stays to {_clock(ends)}" if stays else f"comes in at {_clock(begins)}"
        change = Change(officer=member.officer, day=one.day, before=one.shift, after=one.shift, unit=one.unit,
                        begins=begins, ends=ends)  # fmt: skip
        yield Option(
            kind="stays",
            member=member, change=change, title=f"{member.name} {what}",
            cost=f"{in_words(extra)} of overtime, or time back", source=OVERTIME,
            points=STAYS + int(extra.total_seconds() // 600), minutes=int(extra.total_seconds() // 60),
        )  # fmt: skip


def _moved(gap: GapFacts, member: Member, own: Placed, shift: Shift, duty: Duty, day: date) -> Option:
    change = Change(officer=member.officer, day=day, before=own.shift, after=shift.key, unit=gap.unit,
                    begins=duty.begins, ends=duty.ends)  # fmt: skip
    title = f"{member.name} starts at {_clock(duty.begins)}, not {_clock(own.duty.begins)}"
    return Option(
            kind="moved",
        member=member, change=change, title=title, cost=SAME_HOURS,
        source=CHANGE, points=MOVED,
    )  # fmt: skip


def priced(change: Change, member: Member, *, shifts: Mapping[str, Shift], told_at: datetime, law: Law) -> Option:
    """What one change of a repair that takes several costs the officer, in words, with its law.

    `change`: from the shift before to the one after, "" for none. Raises KeyError for a shift that is not there.
    """
    title = f"{member.name}, {spoken_day(change.day)}: "
    if change.on_call or not change.after:
        words, cost, source, points = _called(change) if change.on_call else _dropped(change, shifts)
        return Option(member=member, change=change, title=title + words, cost=cost, source=source, points=points,
                      kind="on call" if change.on_call else "dropped")  # fmt: skip
    shift, duty = shifts[change.after], Duty(begins=change.begins, ends=change.ends)
    if change.before:
        words = f"{shift.name.lower()} instead of {shifts[change.before].name.lower()}"
        return Option(member=member, change=change, title=title + words, cost=SAME_HOURS, source=CHANGE, points=MOVED,
                      kind="moved")  # fmt: skip
    found = _rest_day(change.unit, member, shift, duty, change.day, told_at, law)
    return replace(found, title=f"{title}{shift.name.lower()}, on a rest day")


def _called(change: Change) -> tuple[str, str, str, int]:
    if change.after:
        return "goes on call", "An allowance for a day on call", ANNEX_U, PUT_ON_CALL
    return "no longer on call", "No allowance for that day", CHANGE, PUT_ON_CALL


def _dropped(change: Change, shifts: Mapping[str, Shift]) -> tuple[str, str, str, int]:
    return f"off instead of {shifts[change.before].name.lower()}", "A duty fewer, no cost", CHANGE, MOVED


def _rest_day(unit: str, member: Member, shift: Shift, duty: Duty, day: date, told_at: datetime, law: Law) -> Option:
    holiday = is_public_holiday(day)
    owed = (public_holiday_worked if holiday else rest_day_worked)(told_on=local_day(told_at), works_on=day, law=law)
    change = Change(officer=member.officer, day=day, before="", after=shift.key, unit=unit,
                    begins=duty.begins, ends=duty.ends)  # fmt: skip
    another = owed.another_day_by is not None
    paid = 0 if owed.owed is Owed.ANOTHER_DAY else int(duty.length.total_seconds() // 60)
    return Option(
            kind="rest day",
        member=member, change=change,
        title=f"{member.name} works a {'public holiday' if holiday else 'rest day'}, {shift.name.lower()}",
        cost=f"{_paid_words(owed, duty)}: {owed.clear_days} clear days of notice",
        source=owed.source, points=REST_DAY - (20 if owed.owed is Owed.ANOTHER_DAY else 0) + (40 if holiday else 0),
        minutes=paid, rest_day=another,
    )  # fmt: skip


def _paid_words(owed: RestDayWorked, duty: Duty) -> str:
    day = f", told by {spoken_day(owed.another_day_by)}" if owed.another_day_by else ""
    length = in_words(duty.length)
    return {
        Owed.ANOTHER_DAY: f"Another rest day{day}",
        Owed.TIME_AND_A_HALF: f"{length} at time and a half",
        Owed.DOUBLE_TIME: f"{length} at double time",
        Owed.DOUBLE_TIME_AND_A_DAY: f"{length} at double time and another day off{day}",
    }[owed.owed]


def rest_words(member: Member, placed: Sequence[Placed], change: Change) -> str:
    """How much rest lies before and after the changed duty: 12 h 10 min before, 24 h after."""
    if not change.after:
        return "One duty fewer"
    others = [one.duty for one in placed if not one.duty.on_call and one.day != change.day]
    others += [one for one in member.history if not one.on_call]
    before = [between(one.ends, change.begins) for one in others if one.ends <= change.begins]
    after = [between(change.ends, one.begins) for one in others if one.begins >= change.ends]
    parts = [f"{in_words(min(before))} before"] if before else []
    parts += [f"{in_words(min(after))} after"] if after else []
    return ", ".join(parts) or "No duty near it"


def line_after(
    member: Member, placed: Sequence[Placed], change: Change | None, *, ends: date, asks: Mapping[str, str]
) -> Line:
    """The member's line with the change made; None: as it stands."""
    kept = [
        one.duty for one in placed
        if change is None or one.day != change.day or one.duty.on_call != change.on_call
    ]  # fmt: skip
    new = [] if change is None or not change.after else [
        Duty(begins=change.begins, ends=change.ends, on_call=change.on_call, unit=change.unit)
    ]  # fmt: skip
    fixed = [away_duty(day) for day in member.days_of(*WORKED_AWAY)]
    begins = min([one.begins.date() for one in (*member.history, *kept, *new)], default=ends - DAY)
    return Line(
        officer=member.name, begins=begins, ends=ends, duties=(*member.history, *kept, *new, *fixed),
        leave=member.days_of(Away.LEAVE), court=member.days_of(Away.COURT), able=member.able(asks),
    )  # fmt: skip


def newly_broken(member: Member, placed: Sequence[Placed], change: Change, law: Law, *, cover: Cover) -> Breach | None:
    """The first hard rule that the change would newly break for them."""
    ends = max([change.day, *(one.day for one in placed)]) + 2 * DAY
    now = _hard(line_after(member, placed, None, ends=ends, asks=cover.asks), law)
    then = _hard(line_after(member, placed, change, ends=ends, asks=cover.asks), law)
    known = {(one.rule, one.at) for one in now}
    return next((one for one in then if (one.rule, one.at) not in known), None)


def _hard(line: Line, law: Law) -> list[Breach]:
    return [one for one in breaches(line, law) if one.hard]


def _clock(at: datetime) -> str:
    return f"{as_local(at):%H:%M}"
