"""What may be done to a contact point in the state it is in (domain rule C4: agreed locally, no national standard)."""

from datetime import datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

_LOCAL = "Local agreement on help points"


def may_report_fault(state: str, fault: str) -> Verdict:
    """`state` is working, faulty or testing; a fault needs words."""
    if not fault.strip():
        return refused("Say what is wrong with the phone.", _LOCAL, field="fault")
    if state == "faulty":
        return refused("The phone is already out of order.", _LOCAL)
    return allowed()


def may_mend(state: str) -> Verdict:
    """Only what is out of order can be mended."""
    return allowed() if state == "faulty" else refused("The phone is not out of order.", _LOCAL)


def may_begin_test(state: str) -> Verdict:
    """Any phone may be tested, a faulty one too, but not twice at once."""
    return refused("The phone is being tested already.", _LOCAL) if state == "testing" else allowed()


def may_end_test(state: str, passed: bool, fault: str) -> Verdict:
    """A test that was begun ends; a failed one says what failed."""
    if state != "testing":
        return refused("No test of this phone has begun.", _LOCAL)
    if not passed and not fault.strip():
        return refused("Say what failed.", _LOCAL, field="fault")
    return allowed()


def next_test(law: Law, *, last_test_at: datetime) -> Deadline:
    """When the phone is to be tested next: `places.phone_test_every` after the last test, passed or failed (C4)."""
    every = law.value("places.phone_test_every", on=local_day(last_test_at))
    return span_after(last_test_at, every.span, basis=every.source, event="Tested")
