"""Taking a borough up as it stands in the database: every step that is next for what is open."""

from datetime import timedelta

from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.rules.grading import Grade
from bluelamp.crimes.models import Crime
from bluelamp.custody.models import Arrest, Detention
from bluelamp.dispatch.models import Assignment
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.safeguarding.models import Assessment, DomesticIncident
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.twin import (
    arrests,
    call_outs,
    called_people,
    control_room,
    detainees,
    partner_answers,
    recording,
    risk_care,
    street,
    suite_care,
    victim_care,
)
from bluelamp.twin.chance import between
from bluelamp.twin.running import Job, Running
from bluelamp.victims.models import Referral, Telling, Victim


def resume(run: Running) -> None:
    """Plan the next step of every open contact, incident, assignment, detention and telling."""
    _incidents(run)
    _assignments(run)
    _detentions(run)
    called_people.resume(run)
    call_outs.resume(run)
    partner_answers.resume(run)
    for telling, owed, enhanced in _tellings():
        victim_care.plan_one(run, telling, step=owed, enhanced=enhanced)
    for referral in Referral.objects.filter(reached_at=None, share="").exclude(answer="declined").order_by("pk"):
        victim_care.follow(run, referral)
    _domestic(run)
    waiting = Contact.objects.filter(abandoned_at=None, ended_at=None).order_by("pk")
    for contact, answered_at in waiting.values_list("pk", "answered_at"):
        step = control_room.finish if answered_at else control_room.ring_out
        run.later(timedelta(seconds=75), step, contact)


def _domestic(run: Running) -> None:
    """What nobody assessed waits in the queue; what was assessed may wait for its second look."""
    for incident in DomesticIncident.objects.filter(assessed_at=None, ended_at=None).order_by("pk"):
        risk_care.plan(run, incident.incident_id)
    for domestic in risk_care.waiting_for_the_meeting():
        risk_care.plan_meeting(run, domestic)
    waiting = Assessment.objects.filter(looked_at=None, domestic__ended_at=None).exclude(grade=Risk.STANDARD)
    for one in waiting.order_by("pk"):
        risk_care.plan_second_look(run, one.domestic_id, one.grade)


def _tellings() -> list[tuple[int, str, bool]]:
    owed = Telling.objects.filter(told_at=None, opted_out_at=None).order_by("pk")
    return list(owed.values_list("pk", "step", "victim__enhanced"))


def _incidents(run: Running) -> None:
    recorded = set(Crime.objects.filter(incident__state="open").values_list("incident_id", flat=True))
    named = set(Victim.objects.filter(incident__state="open").values_list("incident_id", flat=True))
    assigned = set(Assignment.objects.filter(clear_at=None).values_list("incident_id", flat=True))
    for incident in Incident.objects.filter(state=Incident.State.OPEN).exclude(grade="").order_by("pk"):
        job = job_of(incident, recorded=incident.pk in recorded, victim_named=incident.pk in named)
        run.jobs[incident.pk] = job
        luck = run.luck("resumed", incident.pk)
        if incident.crime_related and not job.recorded:
            run.later(between(luck, 20, 300), recording.decide, incident.pk)
        if incident.grade == Grade.RESOLVED:
            run.later(between(luck, 5, 180), control_room.ring_back, incident.pk)
        elif job.at_scene and incident.pk not in assigned:
            run.later(between(luck, 5, 60), control_room.close, incident.pk)
        elif not job.at_scene and incident.pk not in assigned:
            run.later(between(luck, 0.2, 8), street.look_for_a_unit, incident.pk)


def job_of(incident: Incident, *, recorded: bool, victim_named: bool) -> Job:
    """What the twin's people know of an incident, from its record."""
    return Job(
        incident=incident.pk,
        code=incident.opening_code,
        grade=incident.grade,
        domestic="domestic_abuse" in incident.qualifiers,
        crime=recording.is_crime(incident.opening_code) and incident.crime_related,
        victim_named=victim_named,
        recorded=recorded,
        at_scene=incident.first_at_scene_at is not None,
    )


def _assignments(run: Running) -> None:
    live = Assignment.objects.filter(clear_at=None).select_related("unit").order_by("pk")
    for assignment in live:
        luck = run.luck("resumed", "assignment", assignment.pk)
        if assignment.unit.status in (Status.ASSIGNED, Status.ACKNOWLEDGED):
            run.later(between(luck, 0.2, 1), street.set_off, assignment.pk)
        elif assignment.unit.status == Status.EN_ROUTE:
            run.later(between(luck, 0.5, 8), street.arrive, assignment.pk)
        elif assignment.unit.status == Status.CUSTODY_JOURNEY:
            _journey(run, assignment)
        else:
            run.later(between(luck, 3, 40), street.leave, assignment.pk)


def _journey(run: Running, assignment: Assignment) -> None:
    """Somebody is being driven to the suite that accepted them."""
    made = Arrest.objects.filter(
        incident_id=assignment.incident_id, detentions=None, dearrested_at=None, slots__accepted=True
    ).order_by("-pk")
    found = made.values_list("pk", "slots__suite_id").first()
    luck = run.luck("resumed", "journey", assignment.pk)
    if found:
        run.later(between(luck, 2, 20), arrests.hand_over, found[0], assignment.pk, found[1])
    else:
        run.later(between(luck, 5, 30), street.leave, assignment.pk)


def _detentions(run: Running) -> None:
    for held in Detention.objects.filter(released_at=None).select_related("suite").order_by("pk"):
        suite, luck = held.suite.key, run.luck("resumed", "detention", held.pk)
        if held.authorised_at is None:
            run.later(between(luck, 1, 15), detainees.decide, held.pk, suite, detainees.stay_of(run, luck))
            continue
        if held.absences.filter(returned_at=None).exists():
            run.later(between(luck, 10, 120), detainees.back, held.pk, suite)
        elif not held.stays.filter(during__upper_inf=True).exists():
            run.later(between(luck, 1, 6), detainees.to_a_cell, held.pk, suite)
        detainees.plan_review(run, held.pk, suite)
        if run.cares(held):
            suite_care.go_on(run, held.pk, suite)
        if held.charged_at:
            way = "CHARGED_AND_KEPT" if held.charged_at and luck.random() < 0.3 else "CHARGED_AND_BAILED"
            run.later(between(luck, 20, 90), detainees.end, held.pk, suite, way)
        else:
            detainees.plan_way_out(run, held, suite, detainees.stay_of(run, luck))
