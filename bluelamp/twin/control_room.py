"""The control room: contacts ring, are answered or given up, and become incidents; incidents are closed."""

from dataclasses import replace
from datetime import timedelta

from bluelamp.access.acting import PUBLIC, Acting
from bluelamp.calls.actions.contacts import abandon, answer, end_contact, ring
from bluelamp.calls.actions.grading import change_grade
from bluelamp.calls.actions.incidents import close_incident
from bluelamp.calls.grades import Assessment
from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.calls.rules.grading import Sign, Stated, Wish
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.compiled import Compiled, Given, fetch
from bluelamp.crimes.models import Crime, NotRecorded
from bluelamp.dispatch.models import Assignment
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.places.models import ContactPoint
from bluelamp.places.queries import contact_points
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.twin import recording, risk_care, street, victim_care
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import around, hours, minutes
from bluelamp.twin.harmed import STATE, harmed
from bluelamp.twin.plan import OFFICER, Call
from bluelamp.twin.running import Job, Running

TARGET_SECONDS = {"999": 10, "101": 90, "HELP_POINT": 10, "ONLINE": 28_800, "WEBCHAT": 180}
RINGS_AGAIN = 0.85
SIGNS = {"G1": frozenset({Sign.CRIME_IN_PROGRESS}), "G2": frozenset({Sign.URGENT})}
WISHES = {"G3": Wish.APPOINTMENT, "G4": Wish.ADVICE}
THRIVE = Rationale(
    threat="As the caller describes it.",
    harm="None seen beyond what is said.",
    risk="It may go on or come back.",
    investigation="Names, cameras and neighbours to ask.",
    vulnerability="Asked and noted.",
    engagement="The caller will be told what is done.",
)
AGAIN = "Spoken to again: nothing more is needed of us now."


def begin(run: Running, call: Call) -> None:
    """A call of the plan: it rings, or an officer comes upon it."""
    if call.channel == OFFICER:
        log(run, call, None)
        return
    phone = _phone() if call.channel == "HELP_POINT" else None
    made = run.do(ring, by=PUBLIC, channel=call.channel, point=phone.pk if phone else None)
    if made is None:
        return
    contact, luck = key_of(made), run.luck(call.key, "answer")
    wait = timedelta(seconds=_wait(run, call.channel, luck.random(), luck.gauss(0, 1)))
    patience = run.assumed["patience_seconds"].get(call.channel)
    if patience and wait.total_seconds() > (gives_up := luck.expovariate(1 / patience) + 15):
        run.later(timedelta(seconds=gives_up), give_up, contact, call)
        return
    run.later(wait, pick_up, call, contact)


def _wait(run: Running, channel: str, share: float, normal: float) -> float:
    """Seconds until it is answered, so that the assumed share is answered within the channel's target."""
    target, met = TARGET_SECONDS[channel], run.assumed["answered_in_target"][channel]
    if share < met:
        return float(max(target * share / met, 1.5))
    return float(target * (1 + min(abs(normal), 3.0) * 1.6))


def give_up(run: Running, contact: int, call: Call) -> None:
    """The caller rings off before anyone answers, and mostly rings again."""
    if run.live and _taken(contact):
        return
    luck = run.luck(call.key, "again")
    if run.do(abandon, by=PUBLIC, contact=contact) and luck.random() < RINGS_AGAIN and call.key.count("again") < 3:
        run.later(timedelta(seconds=luck.uniform(20, 240)), begin, replace(call, key=f"{call.key}:again"))


def ring_out(run: Running, contact: int) -> None:
    """A contact that nobody has answered is given up."""
    if not _taken(contact):
        run.do(abandon, by=PUBLIC, contact=contact)


def pick_up(run: Running, call: Call, contact: int) -> None:
    """A contact handler answers."""
    if run.live and _taken(contact):
        return
    luck = run.luck(call.key, "handler")
    handler = run.cast.of("call-handling", luck)
    if run.do(answer, by=handler, contact=contact):
        talk = timedelta(minutes=around(luck, run.assumed.number("talk_minutes"), 0.4))
        run.later(talk, hang_up, call, contact, handler)


def _taken(contact: int) -> bool:
    return not Contact.objects.filter(pk=contact, answered_at=None, abandoned_at=None).exists()


def hang_up(run: Running, call: Call, contact: int, handler: Acting) -> None:
    """The contact ends, with an incident where it needs one."""
    if not run.mine(f"contact:{contact}"):
        return
    if call.subject:
        log(run, call, contact, handler)
    run.do(end_contact, by=handler, contact=contact)


def finish(run: Running, contact: int) -> None:
    """End a contact that was answered before this run began, unless a person is at it."""
    found = Contact.objects.filter(pk=contact, ended_at=None).first()
    if found and run.mine(found.ref):
        run.do(end_contact, by=run.cast.of("call-handling", run.luck("finish", contact)), contact=contact)


def log(run: Running, call: Call, contact: int | None, handler: Acting | None = None) -> None:
    """Log, grade, owe the crime decision and name the victim: one report."""
    subject, place, luck = call.subject, call.place, run.luck(call.key, "log")
    if subject is None or place is None:
        return
    suggested = not subject.category and luck.random() < run.assumed.number("crime_suggested_share")
    crime = recording.is_crime(subject.category)
    victim = _victim(run, call) if handler else None
    made = run.do(
        take_report,
        by=handler or run.cast.of("dispatch", luck),
        reported=Reported(
            channel=call.channel,
            kind=subject.words,
            opening_code=subject.code,
            what=f"{subject.said}. {place.words}.",
            contact=contact,
            crime_related=crime or suggested,
            qualifiers=("domestic_abuse",) if call.domestic else (),
            where={
                "place_words": place.words,
                "lon": place.point.lon,
                "lat": place.point.lat,
                "lsoa": place.lsoa,
                "settlement": place.settlement,
                "urban": place.urban,
            },
        ),
        assessed=_assessed(call),
        victim=victim,
    )
    if made:
        _go_on(run, call, key_of(made), crime=crime, suggested=suggested, victim=victim is not None)


def _assessed(call: Call) -> Assessment:
    """What was stated for the grade of the plan; the rule proposes that grade and the handler agrees."""
    domestic = frozenset({Sign.DOMESTIC_ABUSE}) if call.domestic else frozenset()
    grade = min(call.grade, "G2") if domestic else call.grade
    signs = SIGNS.get(grade, frozenset()) | domestic
    stated = Stated(signs=signs, wish=WISHES.get(grade, Wish.NOT_SAID))
    return Assessment(stated=stated, thrive=THRIVE, grade=grade)


def _victim(run: Running, call: Call) -> Harmed | None:
    """Named at once in so many reports; the others when the crime is recorded."""
    luck = run.luck(call.key, "victim")
    if call.subject is None or call.subject.harms == STATE or luck.random() >= call.subject.victim:
        return None
    return harmed(run, luck, call.subject, domestic=call.domestic)


def _go_on(run: Running, call: Call, incident: int, *, crime: bool, suggested: bool, victim: bool) -> None:
    luck = run.luck(call.key, "job")
    assessed = _assessed(call)
    two = run.assumed["two_units_share"].get(assessed.grade, 0.0)
    job = Job(
        incident=incident,
        code=call.subject.code if call.subject else "",
        grade=assessed.grade,
        domestic=call.domestic,
        crime=crime,
        outcome=call.outcome,
        victim_named=victim,
        wanted=2 if luck.random() < two or (call.domestic and assessed.grade == "G1") else 1,
    )
    run.jobs[incident] = job
    victim_care.plan(run, incident)
    if call.domestic:
        risk_care.plan(run, incident)
    if crime or suggested:
        recording.plan(run, job)
    if job.grade == "G4":
        run.later(hours(luck, *run.assumed.median("call_back_hours")), ring_back, incident)
    else:
        median = run.assumed["dispatch_seconds"][job.grade] / 60
        run.later(minutes(luck, median, 0.6), street.look_for_a_unit, incident)


def ring_back(run: Running, incident: int) -> None:
    """Tell the caller the result, having assessed again, and close."""
    if not run.mine(f"incident:{incident}"):
        run.later(timedelta(minutes=30), ring_back, incident)
        return
    found = fetch(Incident, incident)
    if found.state == Incident.State.CLOSED or found.grade != "G4":
        return
    luck = run.luck("ring back", incident)
    desk = run.cast.of("dispatch", luck)
    run.do(change_grade, by=desk, incident=incident, grade="G4", reason=AGAIN, thrive=THRIVE)
    close(run, incident)


_CRIME = Compiled(lambda: Crime.objects.filter(incident_id=Given("incident")).values_list("number", flat=True)[:1])
_NO_CRIME = Compiled(
    lambda: NotRecorded.objects.filter(incident_id=Given("incident")).values_list("reason", flat=True)[:1]
)
_UNASSESSED = Compiled(
    lambda: DomesticIncident.objects.filter(incident_id=Given("incident"), assessed_at=None, ended_at=None)
)
_SENT = Compiled(
    lambda: Assignment.objects.filter(incident_id=Given("incident"), clear_at=None).values_list(
        "unit__call_sign", flat=True
    )
)


def close_soon(run: Running, incident: int) -> None:
    """Close once the last unit has been clear for a while."""
    luck = run.luck("close", incident, run.now)
    run.later(minutes(luck, run.assumed.number("close_minutes"), 0.6), close, incident)


def close(run: Running, incident: int) -> None:
    """Close where nothing is left undone; what is still to be recorded is waited for."""
    if not run.mine(f"incident:{incident}"):
        run.later(timedelta(minutes=30), close, incident)
        return
    found = fetch(Incident, incident)
    if found.state == Incident.State.CLOSED:
        return
    crime = reason = ""
    if found.crime_related:
        crime, reason = _CRIME.first(incident=incident) or "", _NO_CRIME.first(incident=incident) or ""
    if found.crime_related and not (crime or reason):
        run.later(timedelta(hours=2), close, incident)
        return
    if _UNASSESSED.ask(incident=incident):
        run.later(timedelta(hours=1), close, incident)
        return
    undone = Closing(
        closing_code=found.opening_code,
        crime_suggested=found.crime_related,
        crime_number=crime,
        reason_not_to_record=reason,
        units_assigned=tuple(_SENT.ask(incident=incident)),
        attended=found.first_at_scene_at is not None,
        thrive_again=found.grade == "G4" and found.triages.count() > 1,
    )
    desk = run.cast.of("dispatch", run.luck("closes", incident))
    if run.do(close_incident, by=desk, incident=incident, closing_code=found.opening_code, result="Dealt with.",
              left_undone=undone):  # fmt: skip
        run.jobs.pop(incident, None)


def _phone() -> ContactPoint | None:
    return contact_points().first()
