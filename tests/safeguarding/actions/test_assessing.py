"""The count informs, an officer decides, a supervisor looks again (D3)."""

import pytest

from bluelamp.access.models import Officer
from bluelamp.duty.models import Tour
from bluelamp.owed.models import Promise
from bluelamp.places.models import Team
from bluelamp.safeguarding.actions.assessing import assess, look_again
from bluelamp.safeguarding.actions.raising import take_on
from bluelamp.safeguarding.models import Assessment
from bluelamp.safeguarding.owed.domestic import adviser_due, assess_due, second_look_due
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, done
from tests.safeguarding.at_home import CODES, DAY, NOW, yes


def state(kind: str, record: str) -> str:
    return Promise.objects.filter(kind=f"safeguarding.{kind}", record=record).latest("pk").state


def test_a_grade_keeps_the_promise_and_owes_a_second_look(home) -> None:
    found = home.assessed()
    assert (found.grade, found.owner_id) == ("medium", home.by("response_officer").officer_id)
    assert state("assess", found.ref) == "kept"
    look = Promise.objects.get(kind="safeguarding.second_look", record=found.ref)
    assert look.due_at == NOW + DAY
    assert not Promise.objects.filter(kind="safeguarding.adviser").exists()
    assert assess_due(found.ref, "") is None
    assert second_look_due(found.ref, look.slot).due == look.due_at


def test_one_after_the_shift_is_late_for_ever(home) -> None:
    found = home.assessed(at=TEN + 12 * HOUR)
    assert state("assess", found.ref) == "late"


def test_standard_owes_no_second_look_and_high_an_adviser_in_two_hours(home) -> None:
    found = home.assessed(grade="standard")
    assert not Promise.objects.filter(kind="safeguarding.second_look").exists()
    home.assessed(found, grade="high", at=NOW + HOUR)
    promise = Promise.objects.get(kind="safeguarding.adviser", record=found.ref)
    assert promise.due_at == NOW + 3 * HOUR
    assert adviser_due(found.ref, "").due == promise.due_at


def test_from_the_threshold_on_high_stands_until_a_supervisor_agrees_in_their_own_name(home) -> None:
    found = home.assessed(count=14, grade="medium")
    made = Assessment.objects.get()
    assert (found.grade, made.grade, made.asked_for, made.agreed_by) == ("high", "high", "medium", None)
    assert state("adviser", found.ref) == "open", "what High calls for is owed meanwhile"
    look = Promise.objects.get(kind="safeguarding.second_look", record=found.ref)
    assert look.facts["grade"] == "High; Medium is asked for"
    with pytest.raises(Refused, match="needs a role"):
        done(look_again, NOW, by=home.by("response_officer"), domestic=found.pk, grade="medium", words="I agree now")
    special = home.by("domestic_abuse_specialist", "Special")
    Officer.objects.filter(pk=special.number).update(regular_rank="", special_grade="special_inspector")
    with pytest.raises(Refused, match="no rank"):
        done(look_again, NOW, by=special, domestic=found.pk, grade="medium", words="I agree with it")
    by = home.by("domestic_abuse_specialist")
    done(look_again, NOW + HOUR, by=by, domestic=found.pk, grade="medium", words="He is in prison until May")
    found.refresh_from_db()
    made.refresh_from_db()
    assert (found.grade, made.agreed_by_id, made.looked_by_id) == ("medium", by.number, by.number)
    assert state("second_look", found.ref) == "kept"
    assert state("adviser", found.ref) == "withdrawn"


def test_nobody_agrees_with_themselves(home) -> None:
    found, by = home.settled(), home.by("domestic_abuse_specialist")
    facts = {"tool": "dash_27", "answers": yes(14), "grade": "medium", "reason": "He has moved out"}
    done(assess, NOW, by=by, domestic=found.pk, **facts)
    with pytest.raises(Refused, match="Somebody else"):
        done(look_again, NOW, by=by, domestic=found.pk, grade="medium", words="I agree with it")
    found.refresh_from_db()
    assert found.grade == "high"


def test_a_supervisor_who_does_not_agree_leaves_high_standing(home) -> None:
    found = home.assessed(count=14, grade="medium")
    by = home.by("domestic_abuse_specialist")
    done(look_again, NOW + HOUR, by=by, domestic=found.pk, grade="high", words="He has a key to the flat")
    found.refresh_from_db()
    assert (found.grade, Assessment.objects.get().agreed_by) == ("high", None)


def test_it_is_due_by_the_end_of_the_duty_of_the_first_who_has_it(home) -> None:
    found, by = home.raised(), home.by("response_officer")
    assert Promise.objects.get(kind="safeguarding.assess").due_at == assess_due(found.ref, "").due
    until = TEN + 4 * HOUR
    team = Team.objects.get_or_create(key="a", defaults={"name": "Response A", "kind": "response", "strength": 1})[0]
    Tour.objects.create(officer_id=by.number, team=team, kind="duty", during=(TEN - 4 * HOUR, until))
    done(take_on, TEN + HOUR, by=by, domestic=found.pk)
    assert Promise.objects.get(kind="safeguarding.assess").due_at == until
    assert assess_due(found.ref, "").due == until
    another = home.by("investigator")
    Tour.objects.create(officer_id=another.number, team=team, kind="duty", during=(TEN - HOUR, TEN + 9 * HOUR))
    done(take_on, TEN + 2 * HOUR, by=another, domestic=found.pk)
    assert assess_due(found.ref, "").due == until, "handing it on moves nothing"


def test_what_was_left_out_was_not_asked(home) -> None:
    found = home.assessed(answers={CODES[0]: "yes", CODES[1]: "declined"}, observed="She shook and looked at the door")
    made = Assessment.objects.get(domestic=found)
    assert made.answers[CODES[0]] == "yes"
    assert {made.answers[code] for code in CODES[2:]} == {"not_asked"}
    assert made.counted == "1 yes, 0 no, 25 not asked, 1 declined"
    assert (made.tool, made.version) == ("dash_27", "2026-1")


def test_declined_needs_what_the_officer_saw(home) -> None:
    with pytest.raises(Refused, match="what you saw and heard yourself"):
        home.assessed(answers=yes(2, rest="declined"))


def test_assessed_again_the_newest_holds_and_one_look_is_owed(home) -> None:
    found = home.assessed()
    home.assessed(found, grade="high", at=NOW + HOUR)
    looks = Promise.objects.filter(kind="safeguarding.second_look", record=found.ref).order_by("pk")
    assert [one.state for one in looks] == ["withdrawn", "open"]


def test_a_supervisor_looks_again_and_may_change_it(home) -> None:
    found = home.assessed()
    by = home.by("domestic_abuse_specialist")
    done(look_again, NOW + HOUR, by=by, domestic=found.pk, grade="high", words="He strangled her before")
    found.refresh_from_db()
    assert found.grade == "high"
    assert state("second_look", found.ref) == "kept"
    assert state("adviser", found.ref) == "open"
    with pytest.raises(Refused, match="Nothing waits"):
        done(look_again, NOW + HOUR, by=by, domestic=found.pk, grade="high", words="And once more")


def test_nobody_looks_again_at_their_own(home) -> None:
    found, by = home.settled(), home.by("domestic_abuse_specialist")
    done(assess, NOW, by=by, domestic=found.pk, tool="dash_27", answers=yes(3), grade="medium", reason="What she says")
    with pytest.raises(Refused, match="Somebody else"):
        done(look_again, NOW, by=by, domestic=found.pk, grade="medium", words="Looks right to me")
    with pytest.raises(Refused, match="needs a role"):
        done(look_again, NOW, by=home.by("response_officer"), domestic=found.pk, grade="medium", words="Looks right")


def test_an_unknown_set_is_refused(home) -> None:
    with pytest.raises(Refused, match="no such set"):
        home.assessed(tool="horoscope")
