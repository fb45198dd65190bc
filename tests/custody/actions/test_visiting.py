"""Visits and rousings: due from the last one made, late at once, an inspector told, nothing saved that is not so."""

from datetime import timedelta
from typing import Any

import pytest

from bluelamp import clock
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.actions.releasing import release
from bluelamp.custody.actions.visiting import Kept, record_visit
from bluelamp.custody.models import Detention, Visit
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.custody.rules.visits import Rousing
from bluelamp.ledger.models import Entry
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
GOOD = Rousing(
    rousable=True, rousable_words="Sat up when called", answers=True, answers_words="Knew the day", commands=True,
    commands_words="Lifted both arms",
)  # fmt: skip


def planned(evening: Evening, level: int = 2, at: Any = NOW, **plan: Any) -> Detention:
    found = evening.held()
    done(set_care_plan, at, by=evening.acting("custody_officer"), detention=found.pk, level=level, why="Drunk", **plan)
    return Detention.objects.get(pk=found.pk)


def visited(evening: Evening, found: Detention, at: Any, **visit: Any) -> Detention:
    by = evening.acting("detention_officer")
    done(record_visit, at, by=by, detention=found.pk, **{"words": "Sitting up, talking", **visit})
    return Detention.objects.get(pk=found.pk)


def states(found: Detention, kind: str = "custody.visit") -> list[str]:
    return list(Promise.objects.filter(record=found.ref, kind=kind).order_by("pk").values_list("state", flat=True))


def alarms(at: Any) -> None:
    with clock.set_to(at):
        while raise_due(at=at):
            pass


def test_the_next_visit_is_due_from_the_last_one_made(evening: Evening) -> None:
    found = planned(evening)
    assert found.visit_due_at == NOW + 30 * MINUTE
    found = visited(evening, found, NOW + 22 * MINUTE)
    assert (found.visited_at, found.visit_due_at) == (NOW + 22 * MINUTE, NOW + 52 * MINUTE)
    assert states(found) == ["kept", "open"]


def test_a_plan_may_be_closer_than_the_level(evening: Evening) -> None:
    found = visited(evening, planned(evening, plan_minutes=15), NOW + 10 * MINUTE)
    assert found.visit_due_at == NOW + 25 * MINUTE


def test_a_late_visit_shows_at_once_and_the_inspector_is_told_at_ten_minutes(evening: Evening) -> None:
    found = planned(evening)
    due = NOW + 30 * MINUTE
    alarms(due + timedelta(seconds=1))
    assert Entry.objects.filter(record=found.ref, event="custody.visit_late").count() == 1
    assert not Entry.objects.filter(event="custody.visit_inspector_told").exists()
    told = Promise.objects.get(record=found.ref, kind="custody.visit_inspector")
    assert (told.due_at, told.acts, told.state) == (due + 10 * MINUTE, "custody.review", "open")
    alarms(due + 10 * MINUTE)
    assert Entry.objects.filter(record=found.ref, event="custody.visit_inspector_told").count() == 1
    visited(evening, found, due + 12 * MINUTE)
    assert states(found) == ["late", "open"]
    assert states(found, "custody.visit_inspector") == ["late"]


def test_late_by_less_than_ten_minutes_owes_no_inspector_anything(evening: Evening) -> None:
    found = planned(evening)
    alarms(NOW + 31 * MINUTE)
    visited(evening, found, NOW + 34 * MINUTE)
    assert states(found) == ["late", "open"]
    assert states(found, "custody.visit_inspector") == ["withdrawn"]


def test_made_on_time_without_signal_it_counts_and_the_alarm_stays(evening: Evening) -> None:
    found = planned(evening)
    alarms(NOW + 41 * MINUTE)
    kept = Kept(device_at=NOW + 25 * MINUTE, contact_at=NOW + 20 * MINUTE)
    found = visited(evening, found, NOW + 50 * MINUTE, kept=kept)
    assert states(found) == ["kept", "open"]
    assert states(found, "custody.visit_inspector") == ["withdrawn"]
    assert found.visit_due_at == NOW + 55 * MINUTE
    visit = Visit.objects.get()
    assert (visit.happened_at, visit.written_at, visit.made_offline) == (NOW + 25 * MINUTE, NOW + 50 * MINUTE, True)
    told = ("custody.visit_late", "custody.visit_inspector_told", "custody.visited")
    assert list(Entry.objects.filter(event__in=told).values_list("event", flat=True).order_by("seq")) == list(told)
    entry = Entry.objects.get(event="custody.visited")
    assert (entry.occurred_at, entry.recorded_at) == (NOW + 25 * MINUTE, NOW + 50 * MINUTE)
    assert "Made without signal" in entry.reason


def test_a_phone_whose_clock_was_put_back_counts_from_when_it_is_sent(evening: Evening) -> None:
    found = planned(evening)
    kept = Kept(device_at=NOW + 5 * MINUTE, contact_at=NOW + 35 * MINUTE)
    visited(evening, found, NOW + 40 * MINUTE, kept=kept)
    visit = Visit.objects.get()
    assert visit.happened_at == NOW + 40 * MINUTE
    assert "before it was last heard of" in visit.time_words
    assert states(found) == ["late", "open"]


def test_one_kept_on_a_phone_that_is_older_than_another_is_written_and_moves_nothing(evening: Evening) -> None:
    found = visited(evening, planned(evening), NOW + 20 * MINUTE)
    kept = Kept(device_at=NOW + 10 * MINUTE, contact_at=NOW)
    after = visited(evening, found, NOW + 30 * MINUTE, kept=kept)
    assert (after.visited_at, after.visit_due_at) == (found.visited_at, found.visit_due_at)
    assert Visit.objects.count() == 2


def test_sent_twice_it_is_written_once(evening: Evening) -> None:
    found, by = planned(evening), evening.acting("detention_officer")
    for minutes in (10, 25):
        done(record_visit, NOW + minutes * MINUTE, by=by, detention=found.pk, words="Talking", key="one-visit")
    assert Visit.objects.count() == 1
    assert Entry.objects.filter(event="custody.visited").count() == 1


@pytest.mark.parametrize(
    ("visit", "at", "words", "source"),
    [
        ({"visited_at": NOW + 24 * HOUR}, NOW + MINUTE, "still to come", "Code C 9.3"),
        ({"visited_at": TEN}, NOW + MINUTE, "no visit before", "Code C 9.3"),
        ({"words": " "}, NOW + MINUTE, "Say how the person was", "Code C 9.3"),
        ({"kept": Kept(device_at=NOW + 24 * HOUR, contact_at=NOW)}, NOW + MINUTE, "still to come", "Force policy"),
        ({"visited_at": NOW + 4 * MINUTE}, NOW + 6 * MINUTE, "would come before it", "Code C 9.3"),
    ],
)
def test_an_impossible_visit_is_refused_and_nothing_is_written(
    evening: Evening, visit: dict[str, Any], at: Any, words: str, source: str
) -> None:
    found = visited(evening, planned(evening), NOW + 5 * MINUTE) if at > NOW + 5 * MINUTE else planned(evening)
    visits, entries = Visit.objects.count(), Entry.objects.count()
    with pytest.raises(Refused, match=words) as refusal:
        visited(evening, found, at, **visit)
    assert source in refusal.value.verdict.source
    assert (Visit.objects.count(), Entry.objects.count()) == (visits, entries)


def test_at_hospital_without_a_level_and_once_out_a_visit_is_refused(evening: Evening) -> None:
    held, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="no observation level"):
        visited(evening, held, NOW)
    done(set_care_plan, NOW, by=by, detention=held.pk, level=1, why="No risk found")
    done(go_to_hospital, NOW + 10 * MINUTE, by=by, detention=held.pk, why="Head wound")
    assert states(held) == ["withdrawn"]
    with pytest.raises(Refused, match="at hospital"):
        visited(evening, held, NOW + 20 * MINUTE)
    done(return_from_hospital, NOW + 2 * HOUR, by=by, detention=held.pk)
    assert Detention.objects.get(pk=held.pk).visit_due_at == NOW + 3 * HOUR
    kept = Kept(device_at=NOW + 5 * MINUTE, contact_at=NOW)
    assert visited(evening, held, NOW + 2 * HOUR, kept=kept).visited_at == NOW + 5 * MINUTE
    closing = Closing(
        disposal=Disposal.NO_FURTHER_ACTION, risk_assessed=True, way_home="Bus", property_settled=True,
        notice_given=True,
    )  # fmt: skip
    evening.assessed(held, NOW + 3 * HOUR)
    done(release, NOW + 3 * HOUR, by=by, detention=held.pk, closing=closing, words="Not enough evidence")
    with pytest.raises(Refused, match="was closed"):
        visited(evening, held, NOW + 3 * HOUR + MINUTE)
    assert not Promise.objects.filter(record=held.ref, kind__startswith="custody.", state="open").exists()


def test_somebody_to_be_roused_is_not_merely_seen_asleep(evening: Evening) -> None:
    found = planned(evening, must_rouse=True)
    with pytest.raises(Refused, match="must be roused"):
        visited(evening, found, NOW + 10 * MINUTE, words="Asleep, breathing")
    asleep = Rousing(**{**vars(GOOD), "rousable_words": "Asleep, breathing."})
    with pytest.raises(Refused, match="Say how the person woke"):
        visited(evening, found, NOW + 10 * MINUTE, rousing=asleep)
    visited(evening, found, NOW + 10 * MINUTE, rousing=GOOD)
    assert Visit.objects.get().all_right is True


def test_a_failed_rousing_calls_healthcare_and_is_never_all_right(evening: Evening) -> None:
    found = planned(evening, must_rouse=True)
    failed = Rousing(**{**vars(GOOD), "answers": False, "answers_words": "Mumbled, no name"})
    with pytest.raises(Refused, match="A part failed") as refusal:
        visited(evening, found, NOW + 10 * MINUTE, rousing=failed)
    assert "Code C 9.13" in refusal.value.verdict.source
    assert not Visit.objects.exists()
    found = visited(evening, found, NOW + 11 * MINUTE, rousing=failed, called="Nurse Adeyemi")
    assert Visit.objects.get().all_right is False
    assert Entry.objects.filter(record=found.ref, event="custody.called").count() == 1
    assert "NOT all right" in str(Entry.objects.get(event="custody.roused").facts)
    assert found.waiting_for == ["Healthcare"]


def test_the_alarm_loop_asks_the_rule_again(evening: Evening) -> None:
    """A promise whose stored time is wrong is put right, not trusted."""
    found = planned(evening)
    Promise.objects.filter(kind="custody.visit").update(due_at=NOW + MINUTE, alarm_at=NOW + MINUTE)
    alarms(NOW + 2 * MINUTE)
    assert Promise.objects.get(kind="custody.visit").due_at == NOW + 30 * MINUTE
    assert not Entry.objects.filter(record=found.ref, event="custody.visit_late").exists()
