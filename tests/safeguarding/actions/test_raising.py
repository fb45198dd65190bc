"""A domestic incident owes its assessment from the first minute; what is not known stays asked for."""

import pytest

from bluelamp.access.models import Restriction
from bluelamp.access.queries import may_see
from bluelamp.calls.grades import Assessment as Graded
from bluelamp.calls.rules.grading import Stated
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.owed.models import Promise
from bluelamp.people.models import Link
from bluelamp.safeguarding.actions.raising import Known, end_domestic, join_victim, raise_domestic, settle, take_on
from bluelamp.safeguarding.actions.referring import refer
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.owed.domestic import child_referral_due
from bluelamp.verdict import Refused
from bluelamp.victims.rules.entitlement import Circumstances
from tests.custody.evening import HOUR, MINUTE, TEN, done

THRIVE = Rationale(threat="a b", harm="a b", risk="a b", investigation="a b", vulnerability="a b", engagement="a b")


def report(home, *, qualifiers=("domestic_abuse",), domestic=True):
    harmed = Harmed(circumstances=Circumstances(domestic=domestic), given_names="Joanne")
    said = Reported(channel="999", kind="Row", opening_code="domestic", what="Shouting", qualifiers=qualifiers)
    graded = Graded(stated=Stated(), thrive=THRIVE, grade="G2", reason="Agreed with her")
    return done(take_report, TEN, by=home.by("contact_handler"), reported=said, assessed=graded, victim=harmed)


@pytest.mark.parametrize(
    ("qualifiers", "domestic"), [(("domestic_abuse",), True), ((), True), (("domestic_abuse",), False)]
)
def test_a_report_of_it_owes_an_assessment_by_the_end_of_the_shift(home, qualifiers, domestic) -> None:
    incident = report(home, qualifiers=qualifiers, domestic=domestic)
    found = DomesticIncident.objects.get(incident=incident)
    assert (found.victim is not None) is domestic
    promise = Promise.objects.get(kind="safeguarding.assess", record=found.ref)
    assert promise.unit == "Nobody yet"
    assert promise.due_at == TEN.replace(hour=7, minute=0) + 24 * HOUR  # 22:05 leaves 55 minutes: the next shift's end


def test_another_report_owes_none(home) -> None:
    report(home, qualifiers=(), domestic=False)
    assert not DomesticIncident.objects.exists()


def test_it_is_raised_once(home) -> None:
    found = home.raised()
    with pytest.raises(Refused, match="already"):
        done(raise_domestic, TEN, by=home.by("response_officer"), incident=found.incident_id)


def test_two_victims_at_odds_are_not_put_in_each_others_place(home) -> None:
    found = home.raised()
    other = home.evening.incident()
    victim = home.evening.victim(other)
    with pytest.raises(Refused, match="another victim"):
        done(join_victim, TEN, by=home.by("response_officer"), domestic=found.pk, victim=victim.pk)


def test_whoever_takes_it_on_owns_it_and_the_record_is_theirs_to_share(home) -> None:
    found, by = home.raised(), home.by("response_officer")
    done(take_on, TEN + MINUTE, by=by, domestic=found.pk)
    assert Promise.objects.get(kind="safeguarding.assess", record=found.ref).unit == by.name
    restriction = Restriction.objects.get(record=found.ref)
    assert restriction.owner_id == by.officer_id
    other = home.by("response_officer", "Other")
    assert not may_see(other, found.ref).allowed
    assert "Ask" in may_see(other, found.ref).words
    assert may_see(home.by("domestic_abuse_specialist"), found.ref).allowed
    assert not may_see(home.by("victim_care_officer"), found.ref).allowed
    done(take_on, TEN + 2 * MINUTE, by=other, domestic=found.pk)
    assert may_see(other, found.ref).allowed
    assert may_see(by, found.ref).allowed, "who had it before still sees it"
    assert Restriction.objects.get(record=found.ref).owner_id == other.officer_id


def test_the_law_answers_from_the_facts_and_the_two_are_joined(home) -> None:
    found = home.settled()
    assert found.finding == "domestic_abuse"
    link = Link.objects.get(person=found.victim.person, other=found.suspect)
    assert link.kind == "intimate"
    assert found.incident.number in link.source


def test_what_is_missing_stays_asked_for(home) -> None:
    found = home.settled(age_suspect=None, ties=None)
    assert found.finding == "ask"
    assert found.two().ties is None


def test_the_person_harmed_is_not_the_other_one_too(home) -> None:
    found = home.raised()
    known = Known(suspect=found.victim.person_id)
    with pytest.raises(Refused, match="person harmed"):
        done(settle, TEN, by=home.by("response_officer"), domestic=found.pk, known=known)


def test_it_ends_only_where_the_facts_say_so_and_by_a_supervisor(home) -> None:
    found = home.settled()
    by = home.by("domestic_abuse_specialist")
    with pytest.raises(Refused, match="By what is known it is domestic abuse"):
        done(end_domestic, TEN + HOUR, by=by, domestic=found.pk, why="Only flatmates, nothing more")
    known = Known(age_victim=34, age_suspect=36, ties=["shared_home"], behaviour=["physical"])
    done(settle, TEN + HOUR, by=home.by("response_officer"), domestic=found.pk, known=known)
    with pytest.raises(Refused, match="needs a role"):
        done(end_domestic, TEN + HOUR, by=home.by("response_officer"), domestic=found.pk, why="Only flatmates")
    done(end_domestic, TEN + HOUR, by=by, domestic=found.pk, why="Only flatmates, nothing more")
    assert Promise.objects.get(kind="safeguarding.assess", record=found.ref).state == "withdrawn"


def test_a_couple_of_15_and_17_owes_childrens_services_a_referral_and_no_end_before_it(home) -> None:
    found, by = home.settled(age_victim=15, age_suspect=17), home.by("domestic_abuse_specialist")
    assert found.finding == "child_safeguarding"
    promise = Promise.objects.get(kind="safeguarding.child_referral")
    assert (promise.record, promise.due_at, promise.state) == (found.ref, TEN + MINUTE + 24 * HOUR, "open")
    assert child_referral_due(found.ref, promise.slot).due == promise.due_at
    why = "Not both are 16; children's services have it"
    with pytest.raises(Refused, match="refer them to children's services first"):
        done(end_domestic, TEN + HOUR, by=by, domestic=found.pk, why=why)
    council = home._body("council", "The council", "child_at_risk", ["name", "born", "asked_for"])
    asked = {"kind": "children", "body": council.pk, "words": "He is 17, she is 15", "agreed": True}
    done(refer, TEN + HOUR, by=by, domestic=found.pk, **asked)
    promise.refresh_from_db()
    assert promise.state == "kept"
    assert child_referral_due(found.ref, promise.slot) is None
    done(end_domestic, TEN + 2 * HOUR, by=by, domestic=found.pk, why=why)


def test_an_age_put_right_takes_the_referral_back_and_said_again_it_is_owed_once(home) -> None:
    found, by = home.settled(age_victim=15), home.by("response_officer")
    facts = {"age_suspect": 36, "ties": ["intimate"], "behaviour": ["physical"], "suspect": found.suspect_id}
    for minute, age in ((2, 15), (3, 16)):
        done(settle, TEN + minute * MINUTE, by=by, domestic=found.pk, known=Known(age_victim=age, **facts))
    assert [one.state for one in Promise.objects.filter(kind="safeguarding.child_referral")] == ["withdrawn"]
