"""Independent custody visitors: in pairs, seeing only who consents, and answered (Police Reform Act 2002 s.51)."""

from datetime import datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused


def may_visit(*, names: tuple[str, ...], law: Law, at: datetime) -> Verdict:
    """Whether a visit may be logged: by two different visitors, each named."""
    value = law.value("visitors.pair", on=local_day(at))
    different = {name.strip().casefold() for name in names if name.strip()}
    if len(different) != value.number:
        return refused(f"Custody visitors come as {value.number} different people, each named.", value.source,
                       field="visitors")  # fmt: skip
    return allowed()


def may_see(*, consented: bool | None) -> Verdict:
    """Whether the visitors may see and speak to a detained person: only with that person's own consent."""
    if consented is None:
        return refused("Ask the detained person first.", "Code of practice on independent custody visiting")
    if not consented:
        return refused("The detained person does not wish it.", "Code of practice on independent custody visiting")
    return allowed()


def answer_by(*, raised_at: datetime, law: Law) -> Deadline:
    """By when what visitors raised is answered; the days are force policy."""
    value = law.value("visitors.answer_within", on=local_day(raised_at))
    return span_after(raised_at, value.span, basis=value.source, event="Raised by custody visitors")
