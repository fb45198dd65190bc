"""Children are victims in their own right, and their school is told by a secure route or not at all."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bluelamp.owed.models import Promise
from bluelamp.partners.models import Share
from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.actions.children import Notice, leave_school_out, tell_school
from bluelamp.safeguarding.models import SchoolNotice
from bluelamp.safeguarding.owed.domestic import school_due
from bluelamp.safeguarding.schools import schools
from bluelamp.verdict import Refused
from bluelamp.victims.models import Victim
from tests.custody.evening import HOUR, TEN, done
from tests.safeguarding.at_home import NOW

NOTICE = Notice(
    to_name="The lead", to_named_lead=True, circumstances="Upstairs; heard it all", happened_at=TEN, place="At home"
)
TOLD = {"route": "secure_mail", "notice": NOTICE}


def test_a_child_is_a_victim_with_a_record_and_the_school_is_owed_word_by_monday(home) -> None:
    found = home.settled()
    child = home.child(found, school="brook-lane-primary", present=False)
    victim = Victim.objects.get(person=child.person)
    assert victim.enhanced
    promise = Promise.objects.get(kind="safeguarding.school", record=found.ref, slot=str(child.pk))
    assert promise.due_at == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert promise.words == {"child": "Isla Marlow"}
    assert school_due(found.ref, str(child.pk)).due == promise.due_at


@pytest.mark.parametrize(
    ("seen", "victim", "owed"),
    [
        ({"affected": False}, False, False),
        ({"age": 2}, True, False),
        ({"age": None, "affected": None}, True, True),
        ({"age": 9, "home_educated": True}, True, True),
    ],
)
def test_who_is_a_victim_and_whose_school_is_told(home, seen, victim, owed) -> None:
    child = home.child(home.settled(), **seen)
    assert child.is_victim is victim
    assert Victim.objects.filter(person=child.person).exists() is victim
    kinds = list(Victim.objects.filter(person=child.person).values_list("kind", flat=True))
    assert kinds == (["child_of_abuse"] if victim else [])
    assert Promise.objects.filter(kind="safeguarding.school").exists() is owed


def test_who_speaks_for_a_child_is_kept_and_a_child_of_no_known_age_is_a_child(home) -> None:
    child = home.child(home.settled(), age=None, affected=None, spoken_for_by="Nell Oakes")
    victim = Victim.objects.get(person=child.person)
    assert (victim.spoken_for_by, victim.age_then, victim.enhanced) == ("Nell Oakes", None, True)
    assert victim.is_child(NOW.date())


def test_told_by_a_secure_route_the_promise_is_kept(home) -> None:
    found = home.settled()
    child = home.child(found)
    done(tell_school, NOW + HOUR, by=home.by("response_officer"), child=child.pk, **TOLD)
    assert Promise.objects.get(kind="safeguarding.school", record=found.ref).state == "kept"
    assert school_due(found.ref, str(child.pk)) is None
    with pytest.raises(Refused, match="written already"):
        done(tell_school, NOW + HOUR, by=home.by("response_officer"), child=child.pk, **TOLD)


def test_on_the_secure_page_it_leaves_under_the_agreement_with_the_childs_voice(home) -> None:
    found = home.settled()
    child, by = home.child(found, school="brook-lane-primary", voice="I hid", present=True), home.by("response_officer")
    told = {**TOLD, "route": "partner_page"}
    with pytest.raises(Refused, match="No body has agreed"):
        done(tell_school, NOW, by=by, child=child.pk, **told)
    home.council()
    done(tell_school, NOW, by=by, child=child.pk, **told)
    held = Share.objects.get().held
    assert held["school"] == "Brook Lane Primary School"
    assert held["child_was_there"] == "Was there"
    assert (held["happened"], held["happened_on"], held["place"]) == (
        "Upstairs; heard it all", "22:05 Fri 20 Nov 2026", "At home",
    )  # fmt: skip
    assert held["asked_for"].startswith("For The lead, before the first bell.")
    assert "I hid" in held["asked_for"]
    assert found.incident.number in held["asked_for"]


def test_a_school_with_a_secure_page_of_its_own_gets_it_there(home, monkeypatch) -> None:
    home.council()
    home._body("brook-lane", "Brook Lane Primary School", "school_notice", ["name", "asked_for"])
    own = replace(schools()["brook-lane-primary"], partner="brook-lane")
    monkeypatch.setitem(schools(), "brook-lane-primary", own)
    child = home.child(home.settled(), school="brook-lane-primary")
    told = {**TOLD, "route": "partner_page"}
    done(tell_school, NOW, by=home.by("response_officer"), child=child.pk, **told)
    share = Share.objects.get()
    assert share.partner.key == "brook-lane"
    assert share.held.keys() == {"name", "role", "asked_for"}, "the agreed fields alone"
    assert "Upstairs; heard it all" in share.held["asked_for"]
    assert "At home" not in str(share.held)


def test_a_new_address_never_stands_in_a_notice(home) -> None:
    found = home.settled()
    child, by, address = home.child(found), home.by("response_officer"), "14 Orchard Close, St Albans, AL1 2QX"
    done(keep_address, NOW, by=by, person=found.victim.person_id, address=address, why="From him")
    notice = replace(NOTICE, place="At 14 Orchard Close, AL1 2QX")
    with pytest.raises(Refused):
        done(tell_school, NOW, by=by, child=child.pk, route="by_hand", notice=notice)
    assert not SchoolNotice.objects.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"route": "email"}, "never this way"),
        ({"route": "phone"}, "never this way"),
        ({"notice": replace(NOTICE, to_named_lead=False)}, "Only to the named safeguarding lead"),
        ({"notice": replace(NOTICE, circumstances="")}, "Say what happened"),
        ({"notice": replace(NOTICE, circumstances="One\nTwo")}, "In one line"),
        ({"notice": replace(NOTICE, place="")}, "Say where"),
    ],
)
def test_an_unsafe_way_is_refused_and_nothing_is_kept(home, change, words) -> None:
    found = home.settled()
    child = home.child(found)
    late = NOW + 72 * HOUR
    with pytest.raises(Refused, match=words):
        done(tell_school, late, by=home.by("response_officer"), child=child.pk, **{**TOLD, **change})
    assert Promise.objects.get(kind="safeguarding.school", record=found.ref).state == "open"


def test_left_out_only_for_a_coded_reason(home) -> None:
    child, by = home.child(home.settled()), home.by("response_officer")
    with pytest.raises(Refused, match="one of the reasons"):
        done(leave_school_out, NOW, by=by, child=child.pk, code="too_late", words="The bell has gone")
    done(leave_school_out, NOW, by=by, child=child.pk, code="lead_is_involved", words="The lead is her aunt")
    assert Promise.objects.get(kind="safeguarding.school").state == "kept"


def test_a_school_that_nobody_knows_is_refused(home) -> None:
    with pytest.raises(Refused, match="school of the list"):
        home.child(home.settled(), school="hogwash")
