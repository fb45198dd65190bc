"""When a message may leave by the hour of the day: not while people sleep, unless they themselves named the hours."""

from datetime import datetime, time, timedelta

from bluelamp.deadlines.instants import as_local, local, local_day
from bluelamp.deadlines.law import Law
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts


def leaves_at(law: Law, *, channel: Channel, safe: SafeContactFacts | None, at: datetime) -> datetime:
    """The first instant from `at` on at which it may leave: `at` itself outside quiet hours, else their local end.

    A letter wakes nobody. Hours that the person named themselves come before those of the force.
    """
    if channel is Channel.LETTER or (safe is not None and (safe.since or safe.until)):
        return at
    day, now = local_day(at), as_local(at).time()
    begins, ends = (time.fromisoformat(law.value(key, on=day).text) for key in _KEYS)
    if begins <= ends:
        return local(day, ends) if begins <= now < ends else at
    if now >= begins:
        return local(day + timedelta(days=1), ends)
    return local(day, ends) if now < ends else at


_KEYS = ("messages.quiet_from", "messages.quiet_until")
