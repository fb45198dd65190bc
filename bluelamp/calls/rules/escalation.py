"""When a supervisor must hear that nobody has been sent (C14)."""

from datetime import datetime

from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law


def supervisor_told_by(law: Law, *, grade: Grade, graded_at: datetime) -> Deadline | None:
    """When an incident with no unit goes to a supervisor: minutes after it got this grade; None for G3 and G4."""
    if grade not in (Grade.IMMEDIATE, Grade.PRIORITY):
        return None
    limit = law.value(f"calls.unresourced.{grade}", on=local_day(graded_at))
    return span_after(graded_at, limit.span, basis=limit.source, event=f"Graded {grade.words}, with no unit since")
