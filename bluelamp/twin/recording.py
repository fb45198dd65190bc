"""Recording crimes, or saying why not, in the time that the assumptions give."""

from datetime import timedelta

from bluelamp.access.acting import Acting
from bluelamp.crimes.actions.recording import decide_not_to_record
from bluelamp.crimes.models import Crime, NotRecorded
from bluelamp.crimes.rules.recording import NotRecording, ReasonNotToRecord
from bluelamp.journeys.actions.report import name_victim, record_crime_for_victims
from bluelamp.twin import outcomes, victim_care
from bluelamp.twin.assumptions import Offence, Subject
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import hours
from bluelamp.twin.harmed import STATE, harmed
from bluelamp.twin.running import Job, Running

NOT_A_CRIME = "Anti-social behaviour"


def is_crime(category: str) -> bool:
    """Whether a category of the records is recorded crime."""
    return bool(category) and category != NOT_A_CRIME


def plan(run: Running, job: Job) -> None:
    """A desk decides within hours what nobody has decided at the scene."""
    luck = run.luck("record", job.incident)
    run.later(hours(luck, *run.assumed.median("record_hours")), decide, job.incident)


def at_scene(run: Running, job: Job, by: Acting) -> None:
    """The officer at the scene records it there and then."""
    if job.crime and not job.recorded and run.mine(f"incident:{job.incident}"):
        record(run, job, by)


def decide(run: Running, incident: int) -> None:
    """A desk records the crime or gives the reason why not, unless somebody has decided."""
    if not run.mine(f"incident:{incident}"):
        run.later(timedelta(minutes=30), decide, incident)
        return
    job, luck = run.jobs.get(incident), run.luck("desk", incident)
    if job is None or job.recorded:
        return
    if Crime.objects.filter(incident_id=incident).exists() or NotRecorded.objects.filter(incident_id=incident).exists():
        return
    desk = run.cast.of("investigation", luck)
    if job.crime:
        record(run, job, desk)
        return
    decision = NotRecording(
        reason=ReasonNotToRecord.NOT_A_CRIME,
        words="Asked again: what happened is not a crime in law.",
        no_victim=True,
    )
    job.recorded = bool(run.do(decide_not_to_record, by=desk, incident=incident, decision=decision))


def record(run: Running, job: Job, by: Acting) -> None:
    """Record the crime of a job, with its victim where it harms anybody, and plan what they are owed."""
    subject, luck = run.assumed.crimes[job.code], run.luck("offence", job.incident)
    offence = offence_of(subject, luck.random())
    _name_victim(run, job, subject, by)
    made = run.do(
        record_crime_for_victims,
        by=by,
        incident=job.incident,
        offence_code=offence.code,
        offence_words=offence.words,
        category=subject.category,
        circumstances=f"{subject.said}.",
        more={"domestic": job.domestic, "victim_based": subject.harms != STATE},
    )
    if made:
        job.recorded = True
        victim_care.plan(run, job.incident)
        outcomes.plan(run, job, key_of(made))


def _name_victim(run: Running, job: Job, subject: Subject, by: Acting) -> None:
    """Whoever records a crime names its victim, where the report did not."""
    if job.victim_named or subject.harms == STATE:
        return
    victim = harmed(run, run.luck("harmed", job.incident), subject, domestic=job.domestic)
    job.victim_named = bool(run.do(name_victim, by=by, incident=job.incident, victim=victim))


def offence_of(subject: Subject, chance: float) -> Offence:
    """An offence of a subject by a chance between 0 and 1."""
    for offence in subject.offences:
        chance -= offence.share
        if chance < 0:
            return offence
    return subject.offences[-1]
