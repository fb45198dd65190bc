"""Force used in custody, complaints made there, and visits by independent custody visitors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import is_child
from bluelamp.custody.events.calling import COMPLAINED, FORCE_USED, VISIT_ANSWERED, VISITED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import CustodyVisit, Force
from bluelamp.custody.owed.calling import VISITORS_ANSWERED, visitors_answered_by
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, refused

TACTICS = {
    "handcuffs": "Handcuffs",
    "unarmed": "Unarmed skills",
    "limb_restraints": "Limb restraints",
    "spit_guard": "Spit and bite guard",
    "irritant_spray": "Irritant spray",
    "baton": "Baton",
    "ground_restraint": "Ground restraint",
    "conducted_energy": "Conducted energy device",
    "other": "Other",
}
INJURIES = {"none": "None", "person": "The detained person", "officer": "An officer", "both": "Both"}


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What custody visitors did: their names, the cells they asked for and who declined, what they raised."""

    visitors: tuple[str, ...]
    seen: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    raised: str = ""


@action
def record_force(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    tactics: Sequence[str],
    why: str,
    injury: str,
    injury_words: str = "",
    used_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Write the force used: each tactic, why, and any injury (P34)."""
    require(by, "custody.call", "custody.transfer")
    found, when = lock(detention), used_at or at
    if when < found.first_station_at:
        words = f"Before the arrival, {spoken(found.first_station_at)}: force on the way belongs to the arrest."
        raise Refused(refused(words, "Order of events", field="used_at"))
    if not tactics or set(tactics) - TACTICS.keys() or injury not in INJURIES:
        raise Refused(
            refused("Choose what was used, and whether anybody was hurt.", "Use of force returns", field="tactics")
        )
    if not why.strip():
        raise Refused(refused("Say why force was necessary.", "PACE s.117", field="why"))
    Force.objects.create(
        detention=found, used_at=when, officer_id=by.number, tactics=list(tactics), why=why, injury=injury,
        injury_words=injury_words,
    )  # fmt: skip
    said = ", ".join(TACTICS[one].lower() for one in tactics)
    facts = {
        "tactics": list(tactics),
        "tactics_words": said,
        "injury": INJURIES[injury].lower(),
        "child": is_child(found),
        "ethnicity": found.person.ethnicity,
    }
    said_why = {"why": why, "injury_words": injury_words}
    say(FORCE_USED, found, facts, words=said_why, occurred_at=when, reason=reason_late)
    return found.ref


@action
def record_complaint(*, by: Acting, at: datetime, detention: int, words: str, told: str, key: str | None = None) -> str:
    """Write a complaint made in custody, and the inspector it was told to (Code C 9.2)."""
    require(by, "custody.call", "custody.transfer")
    found = lock(detention)
    for given, field in ((words, "words"), (told, "told")):
        if not given.strip():
            what = "Write the complaint in the person's words, and which inspector was told."
            raise Refused(refused(what, "Code C 9.2", field=field))
    say(COMPLAINED, found, words={"words": words, "told": told})
    return found.ref


@action
def record_visit(
    *, by: Acting, at: datetime, suite: int, visit: Visit, came_at: datetime | None = None, reason_late: str = "",
    key: str | None = None,
) -> str:  # fmt: skip
    """Write a visit by independent custody visitors; what they raised is owed an answer."""
    require(by, "custody.visitors", "custody.call")
    when, place = came_at or at, Suite.objects.get(pk=suite)
    if len([one for one in visit.visitors if one.strip()]) < 2:
        raise Refused(refused("Custody visitors come in pairs: name both.", "ICV code of practice", field="visitors"))
    made = CustodyVisit.objects.create(
        suite=place, came_at=when, left_at=at, visitors=list(visit.visitors), received_by_id=by.number,
        seen=list(visit.seen), declined=list(visit.declined), raised=visit.raised,
    )  # fmt: skip
    if visit.raised.strip():
        due = visitors_answered_by(when)
        promise(VISITORS_ANSWERED, record=made.ref, due=due, began_at=when, facts={"suite": place.name},
                unit=place.name)  # fmt: skip
    facts = {"suite": place.key, "suite_name": place.name, "seen": len(visit.seen), "declined": len(visit.declined)}
    words = {"visitors": " and ".join(visit.visitors), "raised": visit.raised}
    write(VISITED, record=made.ref, facts=facts, words=words, occurred_at=when, reason=reason_late)
    return made.ref


@action
def answer_visitors(*, by: Acting, at: datetime, visit: int, answer: str, key: str | None = None) -> str:
    """Answer what the custody visitors raised."""
    require(by, "custody.review")
    made = CustodyVisit.objects.select_for_update(of=("self",)).select_related("suite").get(pk=visit)
    if made.answered_at:
        raise Refused(refused(f"Answered {spoken(made.answered_at)} already.", "Order of events"))
    if not answer.strip():
        raise Refused(refused("Write the answer.", field="answer"))
    made.answered_at, made.answer = at, answer
    made.save(update_fields=["answered_at", "answer"])
    keep(VISITORS_ANSWERED, record=made.ref, at=at)
    write(VISIT_ANSWERED, record=made.ref, facts={"suite": made.suite.key}, words={"answer": answer})
    return made.ref
