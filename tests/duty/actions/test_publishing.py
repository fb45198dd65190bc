"""Publishing: refused while anything is short or broken, then frozen, and everybody told."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest

from bluelamp.duty.actions.planning import ask_search, change_duty
from bluelamp.duty.actions.publishing import publish
from bluelamp.duty.checking.check import check
from bluelamp.duty.models import DutyNotice, PlannedDuty, Roster
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, Littleford


def test_a_sound_roster_is_published_frozen_and_told(littleford: Littleford) -> None:
    roster = littleford.a_published_roster()
    assert roster.state == Roster.State.PUBLISHED
    found = check(roster.frozen)
    assert (found.uncovered_minutes, [one for one in found.broken if one.hard]) == (0, [])
    assert found.minutes == 13 * 7 * 24 * 60 - 60, "the clocks go forward on 28 March"
    told = sha256(json.dumps(roster.frozen, sort_keys=True).encode()).hexdigest()
    entry = Entry.objects.get(event="duty.roster_published")
    assert roster.frozen_hash == told == json.loads(entry.facts)["hash"]
    assert DutyNotice.objects.count() == 9
    with pytest.raises(Refused, match="This roster is published: it is frozen"):
        change_duty(
            roster=roster.pk, officer=littleford.officer("104").pk, unit="response", day=MONDAY, shift="",
            on_call=False, version=roster.version, by=littleford.planner, at=NOW,
        )  # fmt: skip


def test_a_gap_stops_it_and_is_named_to_the_minute(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    day = MONDAY + 9 * DAY
    PlannedDuty.objects.filter(roster=roster, day=day, shift="L").delete()
    with pytest.raises(Refused) as refusal:
        publish(roster=roster.pk, version=roster.version, by=littleford.planner, at=NOW)
    assert "0 of 1 officers, Wed 13 Jan 2027, 16:00 to 24:00" in str(refusal.value)
    roster.refresh_from_db()
    assert roster.state == Roster.State.DRAFT


def test_a_broken_rule_stops_it(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    late = next(one for one in littleford.on(roster, MONDAY, "L"))
    tomorrow = {"officer": late.officer_id, "day": MONDAY + DAY}
    PlannedDuty.objects.filter(roster=roster, **tomorrow).delete()
    change_duty(
        roster=roster.pk, unit="response", shift="E", on_call=False, version=roster.version, by=littleford.planner,
        at=NOW, **tomorrow,
    )  # fmt: skip
    roster.refresh_from_db()
    with pytest.raises(Refused, match=r"Working Time Regulations 1998 reg\. 10"):
        publish(roster=roster.pk, version=roster.version, by=littleford.planner, at=NOW)


def test_late_publishing_needs_a_reason_that_is_kept(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    late = NOW + timedelta(days=30)
    with pytest.raises(Refused, match=r"a month before.*Give the reason"):
        publish(roster=roster.pk, version=roster.version, by=littleford.planner, at=late)
    publish(
        roster=roster.pk, version=roster.version, why="Agreed with the branch board", by=littleford.planner, at=late
    )
    assert Entry.objects.get(event="duty.roster_published").reason == "Agreed with the branch board"


def test_what_somebody_else_changed_meanwhile_stops_it(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    with pytest.raises(Refused, match="changed this roster at"):
        publish(roster=roster.pk, version=roster.version - 1, by=littleford.planner, at=NOW)
    ask_search(roster=roster.pk, seconds=10, by=littleford.planner, at=NOW)
    with pytest.raises(Refused, match="A search is still changing"):
        publish(roster=roster.pk, version=roster.version, by=littleford.planner, at=NOW)


def test_one_roster_is_published_at_a_time(littleford: Littleford) -> None:
    littleford.a_published_roster()
    other = littleford.a_made_draft()
    with pytest.raises(Refused, match="is published already"):
        publish(roster=other.pk, version=other.version, by=littleford.planner, at=NOW)
