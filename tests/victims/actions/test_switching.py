"""Enhanced rights: on by anybody, off only by a supervisor who is not who asks, never for a child."""

import pytest

from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from bluelamp.victims.actions.switching import find_vulnerable, switch_off, switch_on, take_over
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Victim
from bluelamp.victims.owed import telling_due
from tests.custody.evening import TEN
from tests.victims.care import Care


def due(care: Care) -> str:
    return Promise.objects.get(record=care.victim.ref, kind="victims.tell_arrested").due_at.date().isoformat()


def test_off_by_a_supervisor_makes_it_five_days_and_on_again_one(care: Care) -> None:
    care(owe_telling, hours=0, role="response_officer", step="arrested", happened_at=TEN)
    assert due(care) == "2026-11-24"
    with pytest.raises(Refused, match="may not do this"):
        care(switch_off, why="Not so", asked_by="officer:5")
    asker = care.evening.officer("victim_care_officer").ref
    care(switch_off, role="reviewing_inspector", why="Recorded by mistake", asked_by=asker)
    assert due(care) == "2026-11-28"
    assert care.now().enhanced_because == []
    care(switch_on, why="He waited at her work")
    assert due(care) == "2026-11-24"
    assert care.now().enhanced_because == ["He waited at her work"]
    with pytest.raises(Refused, match="already"):
        care(switch_on, why="Again")


def test_found_vulnerable_later_it_is_due_sooner_from_then_and_never_already_late(care: Care) -> None:
    Victim.objects.update(enhanced=False, enhanced_because=[])
    care(owe_telling, hours=0, role="response_officer", step="arrested", happened_at=TEN)
    assert due(care) == "2026-11-28"
    with pytest.raises(Refused, match="in words"):
        care(find_vulnerable, hours=72, why=" ")
    care(find_vulnerable, hours=72, why="She has a learning disability")  # Monday 23 November, at night
    found = Promise.objects.get(record=care.victim.ref, kind="victims.tell_arrested")
    assert (due(care), found.state) == ("2026-11-25", "open")
    assert telling_due(found.record, found.slot).due == found.due_at, "asked again it stays so"
    assert (care.now().enhanced, care.now().vulnerable) == (True, True)
    with pytest.raises(Refused, match="already"):
        care(find_vulnerable, hours=73, why="Again")


def test_on_the_last_day_it_is_not_due_later(care: Care) -> None:
    Victim.objects.update(enhanced=False, enhanced_because=[])
    care(owe_telling, hours=0, role="response_officer", step="arrested", happened_at=TEN)
    care(switch_on, hours=7 * 24 - 1, why="He waited at her work")
    assert due(care) == "2026-11-28"


def test_nobody_agrees_to_what_they_ask(care: Care) -> None:
    inspector = care.evening.officer("reviewing_inspector").ref
    with pytest.raises(Refused, match="Somebody else"):
        care(switch_off, role="reviewing_inspector", why="No need", asked_by=inspector)


def test_a_child_keeps_them(care: Care) -> None:
    Victim.objects.filter(pk=care.victim.pk).update(age_then=15)
    with pytest.raises(Refused, match="Under 18"):
        care(switch_off, role="reviewing_inspector", why="No need", asked_by="officer:0")


def test_somebody_looks_after_them(care: Care) -> None:
    care(take_over)
    assert care.now().cares == care.evening.officer("victim_care_officer")
