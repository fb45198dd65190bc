"""The promises of duty: leave decided in time, cover that is never short, calls out answered."""

from datetime import datetime

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words, later
from bluelamp.duty.models import Absence, CallOut, CoverGap
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of

WEEK, DAY = 7 * 24 * 60, 24 * 60


def leave_due(asked_at: datetime) -> Deadline:
    """By when leave asked for at that time is decided."""
    return _within("leave.decided_within", asked_at, "Asked for")


def call_out_due(called_at: datetime) -> Deadline:
    """By when who is called out answers."""
    return _within("call_out.acknowledged_within", called_at, "Called")


def _within(key: str, since: datetime, what: str) -> Deadline:
    value = law_of("duty").value(key, on=since.date())
    due = later(since, value.span)
    return Deadline(due=due, because=(f"{what}; {in_words(value.span)} allowed.",), basis=value.source)


def _leave(record: str, slot: str) -> Deadline | None:
    row = Absence.objects.filter(pk=record.partition(":")[2], state=Absence.State.ASKED).first()
    return leave_due(row.told_at) if row else None


def gap_due(gap: CoverGap) -> Deadline:
    """A gap is mended before it begins."""
    words = f"{gap.there} of {gap.needed} there from then on."
    return Deadline(due=gap.begins, because=(words,), basis=COVER_SOURCE)


def _gap(record: str, slot: str) -> Deadline | None:
    row = CoverGap.objects.filter(pk=record.partition(":")[2], closed_at=None).first()
    return gap_due(row) if row else None


def _call_out(record: str, slot: str) -> Deadline | None:
    row = CallOut.objects.filter(pk=record.partition(":")[2], state=CallOut.State.CALLED).first()
    return call_out_due(row.called_at) if row else None


COVER_SOURCE = "The borough's cover, cover.toml"

LEAVE_DECIDED = Kind(
    name="duty.leave_decided",
    wording="Decide the leave of {who}, {first} to {last}",
    title="Decide leave that was asked for",
    to="The officer",
    source="Force policy: leave that is asked for is decided within a week",
    acts="duty.plan",
    kept_when="The leave was granted or refused, or the officer took it back",
    ask=_leave,
    warn_minutes=(DAY,),
    page="duty:leave",
    group="Duty",
)
COVER_KEPT = Kind(
    name="duty.cover_kept",
    wording="{unit} short of {what}: {there} of {needed}, {words}",
    title="Mend a gap in the cover before it begins",
    to="The public",
    source=COVER_SOURCE,
    acts="duty.run_day",
    kept_when="As many people as are needed are on the roster again before the gap begins",
    ask=_gap,
    warn_minutes=(WEEK, DAY),
    at_once=True,
    page="duty:gap",
    group="Duty",
)
CALL_ANSWERED = Kind(
    name="duty.call_answered",
    wording="{who} to answer the call out for {unit}",
    title="Answer a call out",
    to="The public",
    source="Force policy: who is on call answers within ten minutes",
    acts="duty.run_day",
    kept_when="The officer said that they are coming, or the next in line was called",
    ask=_call_out,
    page="duty:call_out",
    group="Duty",
)
KINDS = (LEAVE_DECIDED, COVER_KEPT, CALL_ANSWERED)
