"""The escort record travels on every move: after arrest, from suite to suite, to hospital, to court."""

import pytest

from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.actions.moving_suite import arrive_from_suite, leave_for_suite
from bluelamp.custody.escorts import moves_of
from bluelamp.custody.models import Detention, EscortRecord, Paper
from bluelamp.custody.papers.documents import document
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused
from tests.custody.evening import ESCORT, HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def test_to_hospital_nobody_waits_and_what_is_missing_stands_there(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(go_to_hospital, NOW, by=by, detention=found.pk, why="Head wound", where="Lister Hospital")
    made = EscortRecord.objects.get()
    assert (made.why, made.to_words, made.closed_at) == ("hospital", "Lister Hospital", None)
    assert "Say who goes with them." in made.missing
    done(return_from_hospital, NOW + HOUR, by=by, detention=found.pk, complied=True, report="Seen")
    made.refresh_from_db()
    assert (made.closed_at, made.handed_to) == (NOW + HOUR, by.name)


def test_between_suites_it_is_whole_before_they_leave(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    there = Suite.objects.get(key="stevenage")
    facts = {"by": by, "detention": found.pk, "suite": there.pk, "why": "Heating"}
    with pytest.raises(Refused, match="One alone only with somebody documented as low risk"):
        done(leave_for_suite, NOW, **facts, escorting=Escorting(crew=("PC Ash",), risk="None known", searched=True))
    assert not EscortRecord.objects.exists()
    done(leave_for_suite, NOW, **facts, escorting=ESCORT)
    with pytest.raises(Refused, match="on the way already"):
        done(go_to_hospital, NOW + MINUTE, by=by, detention=found.pk, why="Head wound")
    done(arrive_from_suite, NOW + 25 * MINUTE, by=by, detention=found.pk, complied=True, report="Quiet")
    assert [one.closed_at for one in moves_of(Detention.objects.get())] == [NOW + 25 * MINUTE]


def test_a_child_does_not_ride_with_an_adult_detainee(evening: Evening) -> None:
    arrest = evening.arrest(appears_under_18=True)
    found = evening.held(arrest=arrest)
    facts = {"by": evening.acting("custody_officer"), "detention": found.pk, "why": "Heating"}
    there = Suite.objects.get(key="stevenage").pk
    with_adults = Escorting(crew=ESCORT.crew, risk="None known", searched=True, sex_considered=True, with_adults=True)
    with pytest.raises(Refused, match="does not travel with an adult"):
        done(leave_for_suite, NOW, **facts, suite=there, escorting=with_adults)


def test_the_paper_holds_every_move_with_its_crew(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(go_to_hospital, NOW, by=by, detention=found.pk, why="Head wound", escorting=ESCORT, where="Lister Hospital")
    made = document(Paper.Kind.ESCORT, Detention.objects.get(), at=NOW + MINUTE)
    moves = [part for part in made.data["parts"] if part["title"].startswith("Move ")]
    assert [part["title"] for part in moves] == ["Move 1: to hospital"]
    facts = dict(moves[0]["facts"])
    assert facts["With"] == "PC Ash, PC Lunn"
    assert facts["Taken over by"] == "Not yet"
