"""What may be done to an incident now, refusals included."""

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.calls.models import Incident
from bluelamp.calls.rules.grading import Grade
from bluelamp.verdict import Verdict, refused


def offers(incident: Incident, *, by: Acting) -> list[Offer]:
    """A line, a time agreed, a delay's reason, another grade, closing."""
    is_open = incident.state == Incident.State.OPEN
    line = Offer(
        label="Add a line to the log",
        url=reverse("calls:add_line", args=[incident.pk]),
        verdict=may(by, "calls.log", "dispatch.status"),
    )
    if not is_open:
        return [line]
    graded = bool(incident.grade)
    return [
        line,
        *_while_waiting(incident, by),
        Offer(
            label="Assess again, or change the grade" if graded else "Grade it",
            url=reverse("calls:grade", args=[incident.pk]),
            note="Up by anyone; down with a supervisor, a reason and THRIVE again" if graded else "Assess THRIVE",
            verdict=_may_grade(by),
        ),
        Offer(
            label="Close it",
            url=reverse("desks:close", args=[incident.pk]),
            note="Names everything left undone",
            verdict=may(by, "calls.close"),
        ),
    ]


def _while_waiting(incident: Incident, by: Acting) -> list[Offer]:
    """What may be done while nobody has come, at a grade at which somebody does."""
    if incident.first_at_scene_at or incident.grade in ("", Grade.RESOLVED):
        return []
    slot = Offer(
        label="Agree another time" if incident.agreed_at else "Agree a time",
        url=reverse("calls:agree_slot", args=[incident.pk]),
        note="With the caller; we are due then",
        verdict=may(by, "calls.triage", "calls.log"),
    )
    delay = Offer(
        label="Write why nobody is there yet",
        url=reverse("calls:note_delay", args=[incident.pk]),
        note="And whether the caller was told",
        verdict=may(by, "calls.log", "dispatch.assign"),
    )
    return [slot] if incident.grade == Grade.SCHEDULED else [delay]


def _may_grade(by: Acting) -> Verdict:
    return may(by, "calls.triage", "calls.downgrade")


def closed(incident: Incident) -> Verdict:
    """Why nothing more is done to a closed incident."""
    return refused(f"Incident {incident.number} is closed.", "Order of events")
