"""Telling a victim: only a safe way, only being reached counts, and late stays late."""

import pytest

from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Attempt, Telling, Victim
from bluelamp.victims.rules.entitlement import Circumstances
from tests.custody.evening import HOUR, TEN, Evening, done


def owed(evening: Evening) -> tuple[Victim, Telling]:
    victim = evening.victim(evening.incident())
    by = evening.acting("response_officer")
    done(owe_telling, TEN, by=by, victim=victim.pk, step="arrested", happened_at=TEN)
    return victim, Telling.objects.get(step="arrested")


def state(victim: Victim) -> str:
    return next(one.state for one in for_record(victim.ref) if one.kind == "victims.tell_arrested")


def test_an_unsafe_way_is_refused_and_leaves_no_attempt(evening: Evening) -> None:
    victim, telling = owed(evening)
    with pytest.raises(Refused, match="Not known to be safe by phone"):
        done(tell, TEN + HOUR, by=evening.acting("victim_care_officer"), telling=telling.pk, way="phone",
             result="reached")  # fmt: skip
    assert not Attempt.objects.exists()
    assert state(victim) == State.OPEN


def test_an_attempt_that_reached_nobody_is_kept_and_still_owed(evening: Evening) -> None:
    victim, telling = owed(evening)
    by = evening.acting("victim_care_officer")
    done(tell, TEN + HOUR, by=by, telling=telling.pk, way="text", result="no_answer")
    assert Attempt.objects.count() == 1
    assert state(victim) == State.OPEN
    done(tell, TEN + 2 * HOUR, by=by, telling=telling.pk, way="text", result="reached", words="She knows")
    assert state(victim) == State.KEPT
    with pytest.raises(Refused, match="told of this already"):
        done(tell, TEN + 3 * HOUR, by=by, telling=telling.pk, way="text", result="reached")


def test_told_after_its_day_it_stays_late(evening: Evening) -> None:
    victim, telling = owed(evening)
    by = evening.acting("victim_care_officer")
    done(tell, TEN + 100 * HOUR, by=by, telling=telling.pk, way="text", result="reached")
    assert state(victim) == State.LATE


def test_opting_out_needs_their_own_words(evening: Evening) -> None:
    victim, telling = owed(evening)
    by = evening.acting("victim_care_officer")
    with pytest.raises(Refused, match="own words"):
        done(tell, TEN + HOUR, by=by, telling=telling.pk, way="text", result="opted_out")
    done(tell, TEN + HOUR, by=by, telling=telling.pk, way="text", result="opted_out", words="Leave me be")
    assert "victims.tell_arrested" not in {one.kind for one in for_record(victim.ref)}


def test_with_no_safe_way_only_in_person(evening: Evening) -> None:
    victim = evening.victim(evening.incident(), safe=False)
    telling = Telling.objects.get(victim=victim, step="rights_explained")
    by = evening.acting("victim_care_officer")
    with pytest.raises(Refused, match="No safe way is recorded"):
        done(tell, TEN + HOUR, by=by, telling=telling.pk, way="text", result="reached")
    done(tell, TEN + HOUR, by=by, telling=telling.pk, way="in_person", result="reached")


def test_views_say_what_was_said_or_why_not(evening: Evening) -> None:
    victim = evening.victim(evening.incident())
    by = evening.acting("victim_care_officer")
    for answer in ("given", "not_practicable"):
        with pytest.raises(Refused, match="Write "):
            done(ask_views, TEN + HOUR, by=by, victim=victim.pk, answer=answer)
    done(ask_views, TEN + HOUR, by=by, victim=victim.pk, answer="none")
    assert Victim.objects.get(pk=victim.pk).views_asked_at == TEN + HOUR


def test_a_victim_twice_of_one_incident_is_refused(evening: Evening) -> None:
    victim = evening.victim(evening.incident())
    with pytest.raises(Refused, match="already"):
        done(record_victim, TEN, by=evening.acting("response_officer"), person=victim.person_id,
             incident=victim.incident_id, circumstances=Circumstances())  # fmt: skip
    assert victim.enhanced
