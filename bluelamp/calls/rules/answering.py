"""By when a call must be answered (C5)."""

from datetime import datetime

from bluelamp.calls.rules.channels import Channel
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import later
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law

_MEASURED = (Channel.EMERGENCY, Channel.NON_EMERGENCY, Channel.HELP_POINT)


def answer_by(law: Law, *, channel: Channel, presented_at: datetime) -> Deadline | None:
    """When a call that began to ring at `presented_at` must be answered; None for a channel that does not ring."""
    if channel not in _MEASURED:
        return None
    target = law.value(f"calls.answer.{channel}", on=local_day(presented_at))
    because = (f"{channel.words}: answered within {target.number} seconds.",)
    return Deadline(due=later(presented_at, target.span), because=because, basis=target.source)


def answered_in_time(law: Law, *, channel: Channel, presented_at: datetime, answered_at: datetime) -> bool | None:
    """For figures: exactly on the target counts as in time; None where there is no target."""
    deadline = answer_by(law, channel=channel, presented_at=presented_at)
    return None if deadline is None else not deadline.overdue(answered_at)
