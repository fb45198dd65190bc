"""Every crime that harms somebody has its victim, those against the state none; the meeting and messages of a run."""

from collections.abc import Callable
from datetime import timedelta

from bluelamp import clock
from bluelamp.calls.models import Incident
from bluelamp.crimes.models import Crime
from bluelamp.insight.figures import figures
from bluelamp.insight.unsafe_messages import unsafe_messages
from bluelamp.messages.models import Message
from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Assessment, DomesticIncident, MaracReferral
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.twin import messaging, risk_care
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.harmed import STATE
from bluelamp.twin.running import Running
from bluelamp.victims.models import Telling, Victim
from tests.twin.conftest import SINCE


def test_every_crime_that_harms_somebody_has_its_victim(hours_of: Callable[..., Running]) -> None:
    run = hours_of(6)
    crimes = list(Crime.objects.all())
    of_the_state = {one.category for one in assumptions().crimes.values() if one.harms == STATE}
    assert any(one.category not in of_the_state for one in crimes)
    for crime in crimes:
        assert crime.victim_based == (crime.category not in of_the_state)
        assert Victim.objects.filter(incident=crime.incident_id).exists() == crime.victim_based
    with clock.set_to(run.now):
        found = figures(SINCE, run.now + timedelta(seconds=1)).victims_named
    assert (found.part, found.of) == (len([one for one in crimes if one.victim_based]),) * 2
    assert not run.refusals


def test_every_domestic_incident_has_its_record_and_its_assessment(hours_of: Callable[..., Running]) -> None:
    """In a small run, then on until the queue had its time: nothing domestic is left without somebody who judged it."""
    run = hours_of(5)
    reported = list(Incident.objects.filter(qualifiers__contains=["domestic_abuse"]).values_list("pk", flat=True))
    assert len(reported) >= 3
    longest = max(assumptions()["assessed_from_queue_hours"])
    run.run(run.now + timedelta(hours=longest + 1))
    records = {one.incident_id: one for one in DomesticIncident.objects.filter(incident__in=reported)}
    assert set(records) == set(reported)
    judged = [one for one in records.values() if one.ended_at is None]
    assert judged
    for one in judged:
        assert one.assessed_at, one.incident_id
        made = Assessment.objects.filter(domestic=one).earliest("pk")
        assert (made.at, made.officer_id is not None) == (one.assessed_at, True)
    harmed = {one.incident_id for one in Crime.objects.filter(incident__in=records, victim_based=True)}
    assert harmed
    assert set(Victim.objects.filter(incident__in=harmed).values_list("incident_id", flat=True)) == harmed
    owed = Promise.objects.filter(kind="safeguarding.assess", record__in=[one.ref for one in judged])
    assert {one.state for one in owed} <= {"kept", "late"}
    assert owed.count() == len(judged)
    assert not run.refusals


def test_messages_leave_by_the_worker_and_none_by_a_way_that_is_not_safe(hours_of: Callable[..., Running]) -> None:
    run = hours_of(4)
    Message.objects.all().delete()
    telling = Telling.objects.filter(told_at=None, victim__person__safe_contacts__ways__contains=["text"]).earliest(
        "pk"
    )
    by = run.cast.of("victim-care", run.luck("test"))
    messaging.ask_to_ring(run, telling.pk, by)
    asked = Message.objects.get()
    assert (asked.state, asked.owed_slot) == ("queued", str(telling.pk))
    run.run(run.now + timedelta(hours=14))
    assert Message.objects.get(pk=asked.pk).sent_at
    left = unsafe_messages(SINCE, run.now)
    assert left.part == 0
    assert left.of >= 1


def test_a_live_feed_asks_for_no_message(hours_of: Callable[..., Running]) -> None:
    run = hours_of(2)
    Message.objects.all().delete()
    run.live = True
    for telling in Telling.objects.filter(told_at=None):
        messaging.ask_to_ring(run, telling.pk, run.cast.of("victim-care", run.luck("test")))
    assert not Message.objects.exists()


def test_high_risk_is_put_on_the_list_of_a_meeting_once(hours_of: Callable[..., Running], monkeypatch) -> None:
    monkeypatch.setattr(risk_care, "_grade", lambda *_: Risk.HIGH)
    run = hours_of(3)
    found = DomesticIncident.objects.filter(assessed_at__isnull=False).earliest("pk")
    assert found.grade == Risk.HIGH
    run.run(run.now + timedelta(hours=30))
    assert MaracReferral.objects.filter(domestic=found).count() == 1
    assert Promise.objects.get(kind="safeguarding.marac", record=found.ref).state in ("kept", "late")
    risk_care.to_the_meeting(run, found.pk)
    assert MaracReferral.objects.filter(domestic=found).count() == 1
    assert not run.refusals
