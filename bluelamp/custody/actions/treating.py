"""Medication, force used, complaints made (Code C 9; P21, P34)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.treatment import COMPLAINED, FORCE_USED, GIVEN, NOT_TAKEN, PRESCRIBED
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import Complaint, Dose, Force
from bluelamp.custody.owed.treatment import DOSE, dose_by
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.verdict import Refused, refused

TACTICS = {
    "verbal": "Tactical communication",
    "handcuffs": "Handcuffs",
    "unarmed": "Unarmed skills",
    "ground": "Taken to the ground",
    "limb_restraint": "Limb restraints",
    "spit_guard": "Spit and bite guard",
    "irritant": "Irritant spray",
    "baton": "Baton",
    "taser": "Conducted energy device",
    "other": "Other",
}
INJURIES = {"none": "None", "minor": "Minor", "serious": "Serious", "not_known": "Not known"}


@action
def prescribe(
    *, by: Acting, at: datetime, detention: int, medicine: str, dose: str, prescribed_by: str, due_at: datetime,
    key: str | None = None,
) -> str:  # fmt: skip
    """Write one dose that is to be given, who prescribed it and when it is due."""
    require(by, "custody.call")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    for name, value in (("medicine", medicine), ("dose", dose), ("prescribed_by", prescribed_by)):
        if not value.strip():
            raise Refused(refused("Write the medicine, the dose and who prescribed it.", "Code C 9.9", field=name))
    if due_at < found.arrived_at:
        raise Refused(refused("A dose is not due before arrival.", "Order of events", field="due_at"))
    made = Dose.objects.create(
        detention=found, medicine=medicine, dose=dose, prescribed_by=prescribed_by, due_at=due_at
    )
    promise(DOSE, record=found.ref, slot=str(made.pk), due=dose_by(made), words={"who": found.person.name},
            about=(found.person.ref,), unit=found.suite.name)  # fmt: skip
    facts = {"number": made.pk, "due_at": due_at.isoformat(), "due_words": spoken(due_at)}
    say(PRESCRIBED, found, facts, words={"medicine": medicine, "dose": dose, "prescribed_by": prescribed_by})
    return f"dose:{made.pk}"


@action
def give(
    *, by: Acting, at: datetime, dose: int, taken: bool, given_by: str = "", words: str = "", key: str | None = None
) -> str:
    """The dose was given and by whom, or the person refused it: both settle it."""
    require(by, "custody.call")
    found = lock(Dose.objects.values_list("detention_id", flat=True).get(pk=dose), while_frozen=WhileFrozen.CARE)
    one = Dose.objects.select_for_update().get(pk=dose)
    if one.given_at or one.refused_at:
        raise Refused(refused("This dose was given or refused already.", "Code C 9.9"))
    if taken and not given_by.strip():
        raise Refused(refused("Write who gave it.", "Code C 9.9", field="given_by"))
    one.given_at, one.refused_at = (at, None) if taken else (None, at)
    one.given_by, one.words = given_by, words
    one.save()
    keep(DOSE, record=found.ref, slot=str(one.pk), at=at)
    said = {"medicine": one.medicine, "dose": one.dose, "words": words} | ({"given_by": given_by} if taken else {})
    say(GIVEN if taken else NOT_TAKEN, found, {"number": one.pk}, words=said)
    return found.ref


@action
def use_of_force(
    *, by: Acting, at: datetime, detention: int, tactics: Sequence[str], used_by: str, why: str, injury: str,
    injury_words: str = "", used_at: datetime | None = None, reason: str = "", key: str | None = None,
) -> str:  # fmt: skip
    """Write force used: which tactics, by whom, why, and whether anybody was hurt (P34)."""
    require(by, "custody.transfer", "custody.arrest", "custody.authorise")
    found = lock(detention)
    if not tactics or set(tactics) - set(TACTICS):
        raise Refused(refused("Choose what was used.", "Code C 2, 8.2; PACE s.117", field="tactics"))
    if injury not in INJURIES:
        raise Refused(refused("Say whether anybody was hurt.", "PACE s.117", field="injury"))
    if not why.strip() or not used_by.strip():
        raise Refused(refused("Write who used it and why.", "PACE s.117", field="why"))
    when = used_at or at
    Force.objects.create(detention=found, at=when, tactics=list(tactics), used_by=used_by, why=why, injury=injury,
                         injury_words=injury_words)  # fmt: skip
    facts = {"tactics": list(tactics), "tactics_words": ", ".join(TACTICS[one].lower() for one in tactics),
             "injury": INJURIES[injury].lower()}  # fmt: skip
    words = {"why": why, "used_by": used_by, "injury_words": injury_words}
    say(FORCE_USED, found, facts, words=words, occurred_at=when, reason=reason)
    return found.ref


@action
def complain(*, by: Acting, at: datetime, detention: int, words: str, told: str, key: str | None = None) -> str:
    """Write a complaint made in custody, and the inspector told of it (Code C 9.2)."""
    require(by, "custody.transfer", "custody.view")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    if not words.strip() or not told.strip():
        raise Refused(refused("Write what they complain of and who was told.", "Code C 9.2", field="words"))
    Complaint.objects.create(detention=found, made_at=at, words=words, told=told)
    say(COMPLAINED, found, words={"words": words, "told": told})
    return found.ref
