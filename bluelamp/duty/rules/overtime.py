"""Overtime: what counts of the time stayed on after a duty, and of a recall between two."""

from datetime import date, timedelta

from bluelamp.deadlines.law import Law

RANKS = ("constable", "sergeant")
"""Who is paid overtime: inspectors and above have no hours that are rostered, and volunteers none that are paid."""


def overtime_minutes(*, over: timedelta, times_before: int, law: Law, on: date) -> int:
    """The minutes of overtime in `over`, the time stayed on after a duty that nobody was told of before it.

    Only whole quarters of an hour count, and on the first four times in a week the first half hour does not.
    `times_before`: how often it happened in the week already. Raises ValueError for a negative span.
    Law: Police Regulations 2003 Annex G, overtime.
    """
    if over < timedelta(0):
        raise ValueError("Overtime is never less than none.")
    if times_before < law.value("overtime.half_hours", on=on).number:
        over = max(timedelta(0), over - law.value("overtime.half_hour", on=on).span)
    unit = law.value("overtime.unit", on=on).span
    return int(over // unit * unit / timedelta(minutes=1))


def recall_minutes(*, worked: timedelta, law: Law, on: date) -> int:
    """The minutes that count for who is called out between two duties and worked so long, the way there included.

    Completed quarters of an hour, and four hours at least. Raises ValueError for a negative span.
    Law: Police Regulations 2003 Annex G, recall between duties.
    """
    if worked < timedelta(0):
        raise ValueError("Nobody works less than no time.")
    unit, least = law.value("overtime.unit", on=on).span, law.value("recall.least", on=on).span
    return int(max(worked // unit * unit, least) / timedelta(minutes=1))
