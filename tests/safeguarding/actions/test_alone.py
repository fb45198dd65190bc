"""Stalked by a stranger: no domestic incident, and still a pathway with its steps, its owner and its assessment."""

import pytest

from bluelamp.access.models import Restriction
from bluelamp.calls.grades import Assessment as Graded
from bluelamp.calls.rules.grading import Stated
from bluelamp.journeys.actions.report import Harmed, Reported, name_victim, record_crime_for_victims, take_report
from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.actions.alone import judge, name_harmed, open_at_incident, take_on_pathway
from bluelamp.safeguarding.actions.pathways import answer_step, close_pathway, open_pathway
from bluelamp.safeguarding.actions.raising import Known, end_domestic, raise_domestic, settle, take_on
from bluelamp.safeguarding.models import DomesticIncident, Pathway
from bluelamp.safeguarding.owed.following import judge_due
from bluelamp.safeguarding.queries import alone_at, unassessed_alone
from bluelamp.verdict import Refused
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.entitlement import Circumstances
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.safeguarding.actions.test_raising import THRIVE
from tests.safeguarding.at_home import NOW

WHY = "Four times this week, and he knows where she works"
ENDS = TEN.replace(hour=7, minute=0) + 24 * HOUR  # 22:05 leaves 55 minutes of the shift: the next shift's end


def state(row: Pathway, kind: str = "safeguarding.assess_pathway") -> str:
    return Promise.objects.get(record=row.ref, kind=kind).state


def crime(home, incident: int, *, code: str, words: str, at=NOW) -> None:
    by = home.by("response_officer")
    facts = {"offence_code": code, "offence_words": words, "category": "Violence and sexual offences"}
    done(record_crime_for_victims, at, by=by, incident=incident, circumstances="Each day at her door", **facts)


def test_a_call_of_stalking_opens_it_and_nothing_becomes_domestic(home) -> None:
    row = home.stalked()
    assert (row.kind, row.domestic, row.owner, row.by_question) == ("stalking", None, None, False)
    assert row.harmed == Victim.objects.get()
    assert not DomesticIncident.objects.exists()
    assert list(unassessed_alone()) == [row]
    promise = Promise.objects.get(record=row.ref, kind="safeguarding.assess_pathway")
    assert (promise.due_at, promise.unit, promise.about) == (ENDS, "Nobody yet", [row.incident.ref])
    assert Promise.objects.filter(record=row.ref).count() == 1 + row.steps.count() == 6
    assert not Restriction.objects.filter(record=row.ref).exists()


def test_another_call_opens_none(home) -> None:
    said = Reported(channel="101", kind="Theft", opening_code="theft", what="My bike is gone")
    graded = Graded(stated=Stated(), thrive=THRIVE, grade="G3", reason="Agreed")
    done(take_report, TEN, by=home.by("contact_handler"), reported=said, assessed=graded)
    assert not Pathway.objects.exists()


def test_a_call_of_stalking_by_a_former_partner_is_on_the_domestic_record_alone(home) -> None:
    said = Reported(
        channel="999", kind="Stalking", opening_code="stalking", what="My ex", qualifiers=("domestic_abuse",)
    )
    incident = done(take_report, TEN, by=home.by("contact_handler"), reported=said)
    row, found = Pathway.objects.get(), DomesticIncident.objects.get(incident=incident)
    assert (row.domestic, found.owner) == (found, None)
    assert not Promise.objects.filter(kind="safeguarding.assess_pathway").exists()


def test_a_recorded_offence_opens_it_once_and_a_closed_one_stays_closed(home) -> None:
    incident = home.evening.incident()
    crime(home, incident.pk, code="8L", words="Harassment")
    assert not Pathway.objects.exists()
    crime(home, incident.pk, code="8Q", words="Course of conduct", at=NOW + MINUTE)
    row = Pathway.objects.get()
    assert (row.domestic, row.owner_id) == (None, home.by("response_officer").number)
    assert "Course of conduct, 8Q" in row.words
    by = home.by("domestic_abuse_specialist")
    done(close_pathway, NOW + HOUR, by=by, pathway=row.pk, why="A delivery driver on his round")
    crime(home, incident.pk, code="8Q", words="Stalking", at=NOW + 2 * HOUR)
    assert Pathway.objects.count() == 1
    assert judge_due(row.ref, "") is None


def test_an_officer_opens_it_and_has_it(home) -> None:
    incident, by = home.evening.incident(), home.by("response_officer")
    facts = {"by": by, "incident": incident.pk, "kind": "stalking"}
    with pytest.raises(Refused, match="what you saw"):
        done(open_at_incident, NOW, words="Yes", **facts)
    with pytest.raises(Refused, match="Choose a pathway"):
        done(open_at_incident, NOW, words=WHY, **{**facts, "kind": "honour"})
    with pytest.raises(Refused):
        done(open_at_incident, NOW, words=WHY, **{**facts, "by": home.by("contact_handler")})
    row = Pathway.objects.get(pk=done(open_at_incident, NOW, words=WHY, **facts))
    assert (row.owner_id, row.words) == (by.number, WHY)
    assert Restriction.objects.get(record=row.ref).why == "Stalking: by role and assignment"
    with pytest.raises(Refused, match="open already"):
        done(open_at_incident, NOW, words=WHY, **facts)


def test_it_is_about_a_victim_of_this_incident_named_then_or_later(home) -> None:
    row = home.stalked(named=False)
    assert row.harmed is None
    elsewhere = home.evening.victim(home.evening.incident())
    with pytest.raises(Refused, match="no victim of this incident"):
        done(name_harmed, NOW, by=home.by("response_officer"), pathway=row.pk, victim=elsewhere.pk)
    harmed = Harmed(circumstances=Circumstances(), given_names="Noor", family_name="Haddad")
    done(name_victim, NOW, by=home.by("response_officer"), incident=row.incident_id, victim=harmed)
    row.refresh_from_db()
    assert row.harmed == Victim.objects.get(incident=row.incident_id)
    assert not DomesticIncident.objects.exists()


def test_taken_on_it_belongs_to_one_officer_and_to_its_roles(home) -> None:
    row, by = home.stalked(), home.by("response_officer")
    done(take_on_pathway, TEN + MINUTE, by=by, pathway=row.pk)
    row.refresh_from_db()
    restriction = Restriction.objects.get(record=row.ref)
    assert (row.owner_id, restriction.owner_id) == (by.number, by.number)
    assert "domestic_abuse_specialist" in restriction.roles
    assert Promise.objects.get(record=row.ref, kind="safeguarding.assess_pathway").unit == by.name
    with pytest.raises(Refused, match="You have it already"):
        done(take_on_pathway, TEN + MINUTE, by=by, pathway=row.pk)
    other = home.by("response_officer", "Other")
    done(take_on_pathway, TEN + HOUR, by=other, pathway=row.pk)
    assert Restriction.objects.get(record=row.ref).owner_id == other.number


def test_the_risk_is_decided_in_words_and_standard_only_after_the_whole_course(home) -> None:
    row, by = home.stalked(), home.by("response_officer")
    with pytest.raises(Refused, match="Not Standard before"):
        done(judge, NOW, by=by, pathway=row.pk, grade="standard", reason=WHY)
    assert state(row) == "open"
    done(judge, NOW, by=by, pathway=row.pk, grade="high", reason=WHY)
    row.refresh_from_db()
    assert (row.grade, row.reason, row.assessed_at, row.owner_id) == ("high", WHY, NOW, by.number)
    assert state(row) == "kept"
    assert not unassessed_alone().exists()
    step = row.steps.get(code="whole_course").pk
    done(answer_step, NOW + MINUTE, by=by, step=step, done=True, words="From June on, day by day")
    done(judge, NOW + HOUR, by=by, pathway=row.pk, grade="standard", reason="A neighbour's son, spoken to")
    said = Entry.objects.filter(event="safeguarding.pathway_judged").order_by("pk").values_list("facts", flat=True)
    assert ["High" in said[0], "Standard" in said[1], len(said)] == [True, True, 2]


def test_no_assessment_by_the_end_of_the_shift_is_late_for_ever(home) -> None:
    row = home.stalked()
    done(judge, ENDS + MINUTE, by=home.by("response_officer"), pathway=row.pk, grade="medium", reason=WHY)
    assert state(row) == "late"


def test_no_reason_holds_an_address_that_is_kept(home) -> None:
    row, by = home.stalked(), home.by("response_officer")
    person = row.victim.person_id
    done(keep_address, NOW, by=by, person=person, address="14 Orchard Close, AL1 2QX", why="He does not know it")
    with pytest.raises(Refused, match="new address"):
        done(judge, NOW, by=by, pathway=row.pk, grade="high", reason="He was at 14 orchard close")


def test_closed_it_is_assessed_no_more(home) -> None:
    row = home.stalked()
    by = home.by("domestic_abuse_specialist")
    done(close_pathway, NOW, by=by, pathway=row.pk, why="A delivery driver on his round")
    assert not Promise.objects.filter(record=row.ref, state="open").exists()
    assert alone_at(row.incident_id) == []
    with pytest.raises(Refused, match="It is closed"):
        done(judge, NOW, by=by, pathway=row.pk, grade="high", reason=WHY)


def test_the_stranger_proves_to_be_a_former_partner_and_it_joins_the_domestic_record(home) -> None:
    row, by = home.stalked(), home.by("response_officer")
    done(take_on_pathway, TEN + MINUTE, by=by, pathway=row.pk)
    other = home.by("investigator")
    raised = done(raise_domestic, NOW, by=other, incident=row.incident_id, victim=row.victim_id)
    row.refresh_from_db()
    found = DomesticIncident.objects.get(pk=raised)
    assert (row.domestic, found.owner_id) == (found, by.number)
    assert state(row) == "withdrawn"
    assert Promise.objects.filter(record=row.ref, state="open").count() == 5
    assert not unassessed_alone().exists()
    with pytest.raises(Refused, match="do it there"):
        done(judge, NOW, by=by, pathway=row.pk, grade="high", reason=WHY)
    done(take_on, NOW + MINUTE, by=other, domestic=found.pk)
    owners = {one.record: one.owner_id for one in Restriction.objects.filter(lifted_at=None)}
    assert owners == dict.fromkeys((row.ref, found.ref, found.victim.ref), other.number)


@pytest.mark.parametrize("assessed", [False, True])
def test_no_domestic_abuse_after_all_and_still_stalked(home, assessed: bool) -> None:
    known = Known(age_victim=34, age_suspect=36, ties=["none"], behaviour=["other"])
    found, by = home.raised(), home.by("response_officer")
    row = Pathway.objects.get(
        pk=done(open_pathway, NOW, by=by, domestic=found.pk, kind="stalking", words="Waits for her each day")
    )
    if assessed:
        home.assessed(found, at=NOW + MINUTE)
    done(settle, NOW + HOUR, by=by, domestic=found.pk, known=known)
    boss = home.by("domestic_abuse_specialist")
    done(end_domestic, NOW + HOUR, by=boss, domestic=found.pk, why="They never met before")
    row.refresh_from_db()
    assert (row.domestic, row.victim_id, row.owner_id) == (None, found.victim_id, by.number)
    assert (row.grade, row.assessed_at is not None) == (("medium", True) if assessed else ("", False))
    assert unassessed_alone().exists() is not assessed
    step = row.steps.get(code="devices").pk
    done(answer_step, NOW + HOUR, by=by, step=step, done=True, words="A tracker under the car")
    assert row.steps.get(code="devices").done
