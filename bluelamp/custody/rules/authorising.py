"""Authorising detention at the desk (PACE s.36, s.37)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Authorising:
    """What the custody officer has before them. `enough_to_charge`: the evidence is sufficient already."""

    arrived_at: datetime | None
    enough_to_charge: bool = False
    necessity: tuple[str, ...] = ()
    grounds: str = ""


def may_decide(*, decider: Decider, law: Law, at: datetime) -> Verdict:
    """Who may decide about detention: a sergeant or above not involved in the investigation (PACE s.36(3), (5))."""
    value = law.value("authorising.rank", on=local_day(at))
    ranked = at_least(decider=decider, rank=value.text, what="authorise detention", source=value.source)
    if not decider.involved:
        return ranked
    words = "The custody officer must not be involved in the investigation."
    return every(ranked, refused(words, "PACE s.36(5)", field="decider"))


def may_authorise(*, authorising: Authorising, decider: Decider, law: Law, at: datetime) -> Verdict:
    """Whether detention may be authorised now. Refused, the person is charged or released, and that is recorded."""
    return every(may_decide(decider=decider, law=law, at=at), _arrived(authorising, at), _grounds(authorising, law, at))


def _arrived(authorising: Authorising, at: datetime) -> Verdict:
    if authorising.arrived_at is None:
        return refused("The person has not arrived at a station yet.", "PACE s.37(1)", field="arrived_at")
    if authorising.arrived_at > at:
        words = f"Detention cannot be authorised before arrival, {spoken(authorising.arrived_at)}."
        return refused(words, "PACE s.37(1)", field="authorised_at")
    return allowed()


def _grounds(authorising: Authorising, law: Law, at: datetime) -> Verdict:
    value = law.value("authorising.necessity", on=local_day(at))
    if authorising.enough_to_charge:
        words = "There is enough evidence to charge: charge or release, do not detain to question."
        return refused(words, "PACE s.37(1), (7)", field="enough")
    if not authorising.necessity or set(authorising.necessity) - set(value.items):
        words = "Detain only to secure or preserve evidence or to obtain it by questioning; otherwise release."
        return refused(words, value.source, field="necessity")
    if not authorising.grounds.strip():
        return refused("Record the grounds for detention.", "PACE s.37(4)", field="grounds")
    return allowed("Detention may be authorised.", value.source)


def decide_by(*, arrived_at: datetime, law: Law) -> Deadline:
    """By when the custody officer decides about detention: as soon as practicable after arrival (PACE s.37(10))."""
    value = law.value("authorising.decide_within", on=local_day(arrived_at))
    return span_after(arrived_at, value.span, basis=value.source, event="Arrival")
