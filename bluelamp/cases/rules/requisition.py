"""A written charge and requisition: when it is taken as had, and which days can be (Criminal Justice Act 2003 s.29)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.cases.rules import time_limit
from bluelamp.deadlines.calendars import CRIMPR
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Criminal Justice Act 2003 s.29"
_ORDER = "Order of events"
NOBODY_UNDER = 10


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One requisition. `offences`: each as its time limit takes it. `age` in whole years at the offence, None if not
    known. `held`: the person is under arrest now. `recorded_at`: when the crime was recorded."""

    sent_on: date
    hearing_at: datetime
    recorded_at: datetime
    offences: Sequence[time_limit.Offence]
    age: int | None = None
    held: bool = False


def taken_as_served(law: Law, *, sent_on: date) -> date:
    """The day on which something posted first class is taken as had: so many business days after it was posted."""
    return CRIMPR.add(sent_on, law.value("cases.requisition_served", on=sent_on).number)


def may_send(law: Law, *, sending: Sending, at: datetime) -> Verdict:
    """Whether it can have been sent so: to somebody at liberty and of age to be charged, no later than today, within
    the time limit of every offence, for a day on which the court sits after it is taken as had."""
    return every(
        _whom(sending), _sent(sending, at), *(_in_time(law, one, sending) for one in sending.offences),
        _hearing(law, sending),
    )  # fmt: skip


def may_withdraw(*, stands: bool, news: bool, why: str) -> Verdict:
    """Whether it may be taken back: while it stands and no court has sat on it, in words."""
    if not stands:
        return refused("No requisition stands in this case.", _ORDER)
    if news:
        words = "The court has it: what the prosecutor does there is written as news from the court."
        return refused(words, "Prosecution of Offences Act 1985 s.23")
    return allowed() if why.strip() else refused("Say why it is withdrawn.", _SOURCE, field="why")


def _whom(sending: Sending) -> Verdict:
    if sending.held:
        words = "They are under arrest now: they are charged at the suite, or released first."
        return refused(words, "PACE s.37", field="person")
    if sending.age is not None and sending.age < NOBODY_UNDER:
        words = f"They were under {NOBODY_UNDER}: nobody of that age is charged."
        return refused(words, "Children and Young Persons Act 1933 s.50", field="person")
    return allowed()


def _sent(sending: Sending, at: datetime) -> Verdict:
    if sending.sent_on > local_day(at):
        return refused("It cannot have been sent later than today.", _ORDER, field="sent_on")
    if sending.sent_on < local_day(sending.recorded_at):
        words = f"That is before the crime was recorded, {spoken_day(local_day(sending.recorded_at))}."
        return refused(words, _ORDER, field="sent_on")
    return allowed()


def _in_time(law: Law, offence: time_limit.Offence, sending: Sending) -> Verdict:
    if offence.committed_on > sending.sent_on:
        words = f"The offence, {spoken_day(offence.committed_on)}, is after the requisition."
        return refused(words, _ORDER, field="committed_on")
    limit = time_limit.last_day(law, offence=offence)
    if limit is None or end_of_day(sending.sent_on) <= limit.due:
        return allowed()
    words = " ".join(("The time to charge is over.", *limit.because))
    return refused(words, limit.basis, field="sent_on")


def _hearing(law: Law, sending: Sending) -> Verdict:
    on, served = local_day(sending.hearing_at), taken_as_served(law, sent_on=sending.sent_on)
    why_off = CRIMPR.why_off(on)
    if why_off:
        words = f"No such hearing is listed on {spoken_day(on)}: {why_off}."
        return refused(words, "Criminal Procedure Rules 2.2", field="hearing_at")
    if on <= served:
        source = law.value("cases.requisition_served", on=sending.sent_on).source
        words = f"Sent that day it is taken as had on {spoken_day(served)}: the hearing is after that."
        return refused(words, source, field="hearing_at")
    return allowed()
