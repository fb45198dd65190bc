"""What may be decided about the crime of an incident now, refusals included."""

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.calls.models import Incident
from bluelamp.crimes.queries import Decided
from bluelamp.verdict import Verdict, every, refused


def offers(incident: Incident, decided: Decided, *, by: Acting) -> list[Offer]:
    """Recording a crime, and deciding not to."""
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
    return [record] if decided.crimes and decide.verdict.allowed else [record, decide]


def _undecided(decided: Decided) -> Verdict:
    if decided.crimes:
        return refused(f"Crime {decided.crimes[0].number} is recorded.", "Home Office Crime Recording Rules")
    if decided.not_recorded:
        return refused("Decided already: no crime is recorded.", "Home Office Crime Recording Rules")
    return Verdict(allowed=True)
