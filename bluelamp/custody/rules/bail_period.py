"""When the period of bail before charge ends, with the days on which it stood still (PACE s.47ZA to s.47ZM)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.custody.rules.police_bail import Rung, said
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import instant, local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day, last_day_of_period

DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Suspended:
    """The file sent to the prosecutor for a decision on charge; `requested_on`: the day further information was
    asked for, from which the period runs again. None while it stands still."""

    sent_on: date
    requested_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class InPatient:
    """Days in hospital as an in-patient, both counted; `discharged_on` None while still there."""

    admitted_on: date
    discharged_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class OnBail:
    """What the end of a bail period depends on. `further`: each further extension by a court (s.47ZG).

    `court_applied_at`, `court_decided_at`: the application for the next rung, and when the court determined it.
    """

    arrested_at: datetime
    rung: Rung = Rung.CUSTODY_OFFICER
    further: tuple[Rung, ...] = ()
    with_prosecutor: tuple[Suspended, ...] = ()
    in_patient: tuple[InPatient, ...] = ()
    court_applied_at: datetime | None = None
    court_decided_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Period:
    """A bail period. `ends` is None while it stands still, or goes on until a court has decided."""

    starts_on: date
    ends: Deadline | None
    because: tuple[str, ...]
    basis: str


def period(*, bail: OnBail, law: Law, at: datetime) -> Period:
    """The bail period as it stands at the instant `at`: local days and months from the day after arrest.

    The days from the one on which the file was sent until the day before further information was asked for do not
    run, and from that day at least seven are left (s.47ZL). In hospital on the last day, all in-patient days are
    added back (s.47ZM). An application to a court made in time keeps bail alive until it is determined (s.47ZJ).
    """
    start = local_day(bail.arrested_at) + DAY
    last, steps, basis = _months(bail, start, law)
    standing = _suspended(bail, last, steps, law)
    if standing is None:
        return Period(starts_on=start, ends=None, because=tuple(steps), basis="PACE s.47ZL")
    last = _with_hospital(bail, start, standing, steps, at)
    return _until_court(bail, start, last, steps, basis)


def _months(bail: OnBail, start: date, law: Law) -> tuple[date, list[str], str]:
    value = law.value(f"bail.{bail.rung}", on=local_day(bail.arrested_at))
    months = value.number + sum(
        law.value(f"bail.{each}", on=local_day(bail.arrested_at)).number for each in bail.further
    )
    last = last_day_of_period(start, months)
    steps = [
        f"Arrested {spoken(bail.arrested_at)}; the day after, {spoken_day(start)}, is day 1.",
        f"{months} months beginning with that day ({said(bail.rung)}) end with {spoken_day(last)}.",
    ]
    return last, steps, value.source


def _suspended(bail: OnBail, last: date, steps: list[str], law: Law) -> date | None:
    guaranteed = law.value("bail.days_after_request", on=local_day(bail.arrested_at))
    for away in bail.with_prosecutor:
        if away.sent_on > last:
            steps.append(f"Sent to the prosecutor {spoken_day(away.sent_on)}, after the period had ended.")
            break
        if away.requested_on is None:
            steps.append(f"Stands still since {spoken_day(away.sent_on)}: the file is with the prosecutor.")
            return None
        days = (away.requested_on - away.sent_on).days
        last += days * DAY
        steps.append(
            f"Not counted, file with the prosecutor: {_counted(days)} from {spoken_day(away.sent_on)}; "
            f"running again {spoken_day(away.requested_on)}. Last day {spoken_day(last)}."
        )
        least = away.requested_on + (guaranteed.number - 1) * DAY
        if last < least:
            last = least
            steps.append(
                f"At least {guaranteed.number} days from the request: {spoken_day(last)} ({guaranteed.source})."
            )
    return last


def _with_hospital(bail: OnBail, start: date, last: date, steps: list[str], at: datetime) -> date:
    stands = {
        day for each in bail.with_prosecutor if each.requested_on for day in _days(each.sent_on, each.requested_on)
    }
    base, today = last, local_day(at)
    while stays := [each for each in bail.in_patient if each.admitted_on <= last]:
        if not any(each.discharged_on is None or each.discharged_on >= last for each in stays):
            break
        days = {
            day for each in stays for day in _days(each.admitted_on, (each.discharged_on or max(today, base)) + DAY)
        }
        longer = base + len({day for day in days if day >= start} - stands) * DAY
        if longer == last:
            break
        last = longer
    if last != base:
        steps.append(
            f"In hospital as an in-patient on the last day: {_counted((last - base).days)} added back, "
            f"last day {spoken_day(last)} (PACE s.47ZM)."
        )
    return last


def _counted(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _days(first: date, before: date) -> list[date]:
    return [first + n * DAY for n in range((before - first).days)]


def _until_court(bail: OnBail, start: date, last: date, steps: list[str], basis: str) -> Period:
    ends = end_of_day(last)
    if bail.court_applied_at and instant(bail.court_applied_at) <= ends:
        if bail.court_decided_at is None:
            steps.append(
                f"Applied to the court {spoken(bail.court_applied_at)}, in time: bail goes on until it decides."
            )
            return Period(starts_on=start, ends=None, because=tuple(steps), basis="PACE s.47ZJ")
        if bail.court_decided_at and instant(bail.court_decided_at) > ends:
            ends = instant(bail.court_decided_at)
            steps.append(f"Kept alive by the application until the court decided, {spoken(ends)} (PACE s.47ZJ).")
    return Period(
        starts_on=start,
        ends=Deadline(due=ends, because=tuple(steps), basis=basis),
        because=tuple(steps),
        basis=basis,
    )
