"""What may be decided about the crime of an incident now, refusals included."""

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.calls.models import Incident
from bluelamp.crimes.models import Crime
from bluelamp.crimes.queries import Decided
from bluelamp.verdict import Verdict, every, refused


def offers(incident: Incident, decided: Decided, *, by: Acting) -> list[Offer]:
    """Recording a crime, its outcome, and deciding not to record one."""
    record = Offer(
        label="Record another crime" if decided.crimes else "Record a crime",
        url=reverse("journeys:record_crime", args=[incident.pk]),
        note="One for each victim" if decided.crimes else "Owed within 24 h of the report",
        verdict=may(by, "crimes.record"),
    )
    decide = Offer(
        label="Decide that no crime is recorded",
        url=reverse("crimes:not_recorded", args=[incident.pk]),
        note="With the reason, and the victim told",
        verdict=every(may(by, "crimes.record", "crimes.decide"), _undecided(decided)),
    )
    outcomes = [_outcome(crime, by) for crime in decided.crimes if crime.state != Crime.State.CANCELLED]
    flags = [_hate(crime, by) for crime in decided.crimes if crime.state != Crime.State.CANCELLED]
    undecided = [] if decided.crimes and decide.verdict.allowed else [decide]
    return [record, *outcomes, *flags, *undecided]


def _hate(crime: Crime, by: Acting) -> Offer:
    verdict = may(by, "victims.record", "victims.tell")
    return Offer(
        label=f"Crime {crime.number} is felt to be a hate crime",
        url=reverse("journeys:hate", args=[crime.pk]) if verdict.allowed else None,
        note="By the victim, or anybody else",
        verdict=verdict,
    )


def _outcome(crime: Crime, by: Acting) -> Offer:
    given = crime.outcome != ""
    verdict = may(by, "crimes.decide")
    return Offer(
        label=f"Another outcome of crime {crime.number}" if given else f"Outcome of crime {crime.number}",
        url=reverse("journeys:outcome", args=[crime.pk]) if verdict.allowed else None,
        note=f"Now {crime.outcome}; it stays on the record" if given else "Each victim is owed word of it, and why",
        verdict=verdict,
    )


def _undecided(decided: Decided) -> Verdict:
    if decided.crimes:
        return refused(f"Crime {decided.crimes[0].number} is recorded.", "Home Office Crime Recording Rules")
    if decided.not_recorded:
        return refused("Decided already: no crime is recorded.", "Home Office Crime Recording Rules")
    return Verdict(allowed=True)
