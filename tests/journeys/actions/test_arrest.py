"""An arrest with what it owes the victim, and the way to a suite."""

import pytest

from bluelamp.custody.actions.arresting import How
from bluelamp.custody.actions.slots import answer_slot, ask_slot
from bluelamp.custody.escorts import moves_of
from bluelamp.custody.models import Arrest, Detention, EscortRecord
from bluelamp.custody.rules.arrest import Arresting
from bluelamp.dispatch.models import Assignment, Unit
from bluelamp.duty.following_up import open_follow_ups
from bluelamp.duty.models import Post
from bluelamp.journeys.actions.arrest import arrest_newcomer, arrive_at_suite, make_arrest, set_out_for_suite
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.people.models import Person
from bluelamp.places.models import Team
from bluelamp.verdict import Refused
from tests.custody.evening import ESCORT, GROUNDS, HOUR, MINUTE, OFFENCE, TEN, Evening, done


def unit_at(evening: Evening, incident: int) -> Unit:
    here = {"base_lon": -0.27, "base_lat": 51.65, "lon": -0.27, "lat": 51.65, "positioned_at": TEN, "status_since": TEN}
    unit = Unit.objects.create(call_sign="43", kind="response", status="at_scene", **here)
    Assignment.objects.create(unit=unit, incident_id=incident, assigned_at=TEN - 20 * MINUTE, from_lon=0, from_lat=51,
                              en_route_at=TEN - 19 * MINUTE, at_scene_at=TEN - 10 * MINUTE,
                              drive_seconds_expected=300)  # fmt: skip
    return unit


def test_every_victim_is_owed_word_of_the_arrest_from_when_it_happened(evening: Evening) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    by = evening.acting("response_officer")
    done(make_arrest, TEN + HOUR, by=by, person=evening.person(), incident=incident.pk, officer=by.number,
         offence=OFFENCE, grounds=GROUNDS, arrested_at=TEN, reason_late="No signal")  # fmt: skip
    owed = {one.kind: one for one in for_record(victim.ref)}
    assert owed["victims.tell_arrested"].began_at == TEN
    assert Arrest.objects.get().arrested_at == TEN


@pytest.mark.parametrize("is_special", [True, False])
def test_what_a_special_arrests_for_waits_to_be_handed_over(evening: Evening, is_special: bool) -> None:
    """S7: the work that they began is named without the person; a regular officer keeps their own."""
    by, team = (
        evening.acting("response_officer"),
        Team.objects.create(key="any", name="Any", kind="response", strength=1),
    )
    Post.objects.update_or_create(officer_id=by.number, defaults={"team": team, "is_special": is_special})
    ref = done(make_arrest, TEN, by=by, person=evening.person(), incident=None, officer=by.number, offence=OFFENCE,
               grounds=GROUNDS)  # fmt: skip
    waiting = [f"The arrest for {OFFENCE.words}"] if is_special else []
    assert [one.what for one in open_follow_ups(by.number)] == waiting
    assert all(one.record == f"arrest:{Arrest.objects.get().pk}" for one in open_follow_ups(by.number)), ref


def test_a_newcomer_and_the_arrest_are_made_together_or_not_at_all(evening: Evening) -> None:
    by = evening.acting("response_officer")
    facts = {"by": by, "given_names": "", "family_name": "Nobody", "incident": None, "officer": by.number,
             "offence": OFFENCE, "how": How(appears_under_18=True)}  # fmt: skip
    bare = Arresting(suspicion="Seen", voluntary_considered=True, voluntary_why="No")
    with pytest.raises(Refused, match="at least one reason why arrest is necessary"):
        done(arrest_newcomer, TEN, grounds=bare, **facts)
    assert not Person.objects.filter(family_name="Nobody").exists()
    done(arrest_newcomer, TEN, grounds=GROUNDS, **facts)
    assert Arrest.objects.get().person.family_name == "Nobody"


def test_back_dated_without_a_reason_is_refused(evening: Evening) -> None:
    by = evening.acting("response_officer")
    with pytest.raises(Refused, match="Say why"):
        done(make_arrest, TEN + HOUR, by=by, person=evening.person(), incident=None, officer=by.number,
             offence=OFFENCE, grounds=GROUNDS, arrested_at=TEN)  # fmt: skip


def test_nobody_sets_out_before_a_suite_has_accepted_and_arrival_clears_the_crew(evening: Evening) -> None:
    incident = evening.incident()
    unit, arrest = unit_at(evening, incident.pk), evening.arrest(incident=incident)
    by, desk = evening.acting("response_officer"), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Ask a suite for a place first"):
        done(set_out_for_suite, TEN + MINUTE, by=by, arrest=arrest, unit=unit.pk, escorting=ESCORT)
    slot = done(ask_slot, TEN + MINUTE, by=by, arrest=arrest, suite=evening.hatfield.pk, eta=TEN + 30 * MINUTE)
    done(answer_slot, TEN + 2 * MINUTE, by=desk, slot=slot, accepted=True)
    done(set_out_for_suite, TEN + 3 * MINUTE, by=by, arrest=arrest, unit=unit.pk, escorting=ESCORT)
    assert Unit.objects.get(pk=unit.pk).status == "custody_journey"
    assert [(one.to_words, one.closed_at) for one in EscortRecord.objects.all()] == [("Hatfield", None)]
    desk_and_street = evening.acting("custody_officer")
    done(arrive_at_suite, TEN + 30 * MINUTE, by=desk_and_street, arrest=arrest, suite=evening.hatfield.pk)
    assert Detention.objects.get().arrived_at == TEN + 30 * MINUTE
    assert Assignment.objects.get().clear_at == TEN + 30 * MINUTE
    assert [(one.handed_to, one.closed_at) for one in moves_of(Detention.objects.get())] == [
        (desk.name, TEN + 30 * MINUTE)
    ]


def test_told_is_not_owed_where_there_is_no_victim(evening: Evening) -> None:
    arrest = evening.arrest(incident=evening.incident())
    assert [one for one in for_record(f"arrest:{arrest}") if one.state == State.OPEN] == []
