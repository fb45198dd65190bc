"""The meeting: who is referred, what cannot wait, what each body undertook, the minutes in one place alone."""

from datetime import UTC, date, datetime

import pytest

from bluelamp.access.models import Restriction
from bluelamp.access.queries import may_see
from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.partners.models import Share
from bluelamp.people.queries import warnings_of
from bluelamp.safeguarding.actions.meetings import fulfil, hear, refer_to_meeting, share_case, speak_at_once, undertake
from bluelamp.safeguarding.models import MaracReferral
from bluelamp.safeguarding.owed.protection import action_due, urgent_due
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, done
from tests.safeguarding.at_home import DAY, NOW


def test_high_owes_the_referral_and_it_is_kept_by_the_list_of_a_meeting(home) -> None:
    case = home.case()
    assert case.meeting.day == date(2026, 12, 9)
    assert case.criteria == ["High risk by the officer's judgement."]
    promise = Promise.objects.get(kind="safeguarding.marac")
    assert (promise.state, promise.due_at) == ("kept", NOW + DAY)
    with pytest.raises(Refused, match="already"):
        done(refer_to_meeting, NOW, by=home.by("response_officer"), domestic=case.domestic_id, reason="Once more")


def test_without_a_criterion_or_an_assessment_nobody_is_referred(home) -> None:
    found, by = home.settled(), home.by("response_officer")
    with pytest.raises(Refused, match="Assess the risk first"):
        done(refer_to_meeting, NOW, by=by, domestic=found.pk, reason="I am afraid for her")
    home.assessed(found)
    with pytest.raises(Refused, match="No criterion is met"):
        done(refer_to_meeting, NOW, by=by, domestic=found.pk, reason="I am afraid for her")


def test_fourteen_yes_owe_it_whatever_the_grade(home) -> None:
    home.assessed(count=14, grade="medium")
    assert Promise.objects.get(kind="safeguarding.marac").state == "open"


def test_what_is_urgent_does_not_wait(home) -> None:
    case, by = home.case(urgent=True), home.by("domestic_abuse_specialist")
    promise = Promise.objects.get(kind="safeguarding.urgent", record=case.ref)
    assert promise.due_at == NOW + MINUTE + 4 * HOUR
    assert urgent_due(case.ref, "").due == promise.due_at
    with pytest.raises(Refused, match="does not wait"):
        done(hear, NOW + 20 * DAY, by=by, case=case.pk, minutes="Heard with the others")
    done(speak_at_once, NOW + HOUR, by=by, case=case.pk, words="Refuge and children's services: a room tonight")
    assert Promise.objects.get(kind="safeguarding.urgent").state == "kept"
    done(hear, NOW + 20 * DAY, by=by, case=case.pk, minutes="Heard with the others")


def test_what_a_body_undertook_is_owed_by_its_day(home) -> None:
    case, by = home.case(), home.by("domestic_abuse_specialist")
    body = home.advisers()
    done(undertake, NOW, by=by, case=case.pk, words="A new lock", due_on=date(2026, 12, 11), body=body.pk)
    promise = Promise.objects.get(kind="safeguarding.marac_action")
    assert promise.unit == "Independent advisers"
    assert promise.due_at == datetime(2026, 12, 12, tzinfo=UTC)
    assert action_due(case.ref, promise.slot).due == promise.due_at
    done(fulfil, NOW + DAY, by=by, undertaking=case.actions.get().pk, words="Fitted today")
    assert Promise.objects.get(kind="safeguarding.marac_action").state == "kept"
    with pytest.raises(Refused, match="has passed"):
        done(undertake, NOW, by=by, case=case.pk, words="A new lock", due_on=date(2026, 11, 1))


def test_the_case_is_restricted_and_its_minutes_stand_in_one_place(home) -> None:
    case, by = home.case(), home.by("domestic_abuse_specialist")
    done(hear, NOW + DAY, by=by, case=case.pk, minutes="Her sister will take the children")
    assert Restriction.objects.get(record=case.ref).roles == ["domestic_abuse_specialist"]
    assert not may_see(home.by("reviewing_inspector"), case.ref).allowed
    assert may_see(home.by("response_officer"), case.ref).allowed, "who assessed it is on the case"
    heard = Entry.objects.filter(event="safeguarding.marac_heard")
    assert [one.record for one in heard] == [case.ref]
    assert not any(ref.startswith("person:") for one in heard for ref in one.about or ())


def test_a_body_gets_the_agreed_fields_and_never_the_minutes(home) -> None:
    case, by = home.case(), home.by("domestic_abuse_specialist")
    MaracReferral.objects.filter(pk=case.pk).update(minutes="Her sister will take the children")
    done(share_case, NOW + HOUR, by=by, case=case.pk, partner=home.advisers().key, asked="Come to the meeting")
    held = Share.objects.get().held
    assert held["risk"].startswith("High: an assessment, by PC ")
    assert held["role"] == "Victim"
    assert "sister" not in str(held)
    with pytest.raises(Refused):
        done(share_case, NOW, by=by, case=case.pk, partner="nobody", asked="Come")


def test_the_person_harmed_has_a_flag_for_a_year_and_nothing_beyond_it(home) -> None:
    case = home.case()
    person = case.domestic.victim.person_id
    flag = warnings_of([person], at=NOW + 2 * HOUR).get()
    assert flag.words == "MARAC flag: ask a domestic abuse specialist"
    assert case.reason not in f"{flag.words} {flag.source}"
    meeting = case.meeting.day
    lapses = flag.expires_at.date()
    assert (lapses.year, lapses.month) == (meeting.year + 1, meeting.month)


def test_the_pack_shows_word_for_word_what_would_leave(home, at_page) -> None:
    case = home.case()
    home.advisers()
    page = at_page("domestic_abuse_specialist", f"/marac/{case.pk}/pack/preview/", at=NOW + HOUR).content.decode()
    done(
        share_case, NOW + HOUR, by=home.by("domestic_abuse_specialist"), case=case.pk, partner="advisers", asked="Ring"
    )
    held = Share.objects.get(record=case.ref).held
    for key, words in held.items():
        assert (words in page) is (key != "asked_for"), key
    assert "Flat 6" not in page
