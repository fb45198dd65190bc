"""Two people at the same record at the same moment, on two connections: one wins, the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from bluelamp.custody.actions.applying_for_a_warrant import Information, Sitting, apply_for_warrant
from bluelamp.custody.actions.authorising import authorise
from bluelamp.custody.actions.bailing import grant_bail
from bluelamp.custody.actions.cells import allocate_cell
from bluelamp.custody.actions.extending_bail import Met, extend_bail
from bluelamp.custody.models import Application, Bail, BailStep, CellStay, Detention
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done

pytestmark = pytest.mark.django_db(transaction=True)


def together(*works: Callable[[], Any]) -> list[str]:
    """Start them at once; what each refusal said, "" for the one that was done."""
    start = Barrier(len(works))

    def run(work: Callable[[], Any]) -> str:
        start.wait()
        try:
            work()
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(works)) as pool:
        return sorted(pool.map(run, works))


def test_two_sergeants_authorise_at_once() -> None:
    evening = Evening()
    found, at = evening.arrived(), TEN + HOUR
    cast = [evening.acting("custody_officer", name) for name in ("Haldane", "Orme")]
    won, lost = together(
        *[lambda by=by: done(authorise, at, by=by, detention=found.pk, grounds="Interview") for by in cast]
    )
    assert won == ""
    assert "nothing is left to decide" in lost
    assert Detention.objects.get(pk=found.pk).authorised_by_id in {by.officer_id for by in cast}


def test_two_people_are_put_into_one_cell_at_once() -> None:
    evening = Evening()
    pair = [evening.held(), evening.held(person=evening.person("Jay", "Kemble"))]
    by, cell, at = evening.acting("custody_officer"), evening.cell("M1").pk, TEN + 2 * HOUR
    won, lost = together(*[lambda one=one: done(allocate_cell, at, by=by, detention=one.pk, cell=cell) for one in pair])
    assert won == ""
    assert "M1 is occupied" in lost
    assert CellStay.objects.count() == 1


def test_two_sergeants_bail_one_person_at_once() -> None:
    evening = Evening()
    found, at = evening.held(), TEN + 4 * HOUR
    cast = [evening.acting("custody_officer", name) for name in ("Haldane", "Orme")]
    until = date(2027, 2, 20)
    won, lost = together(
        *[lambda by=by: done(grant_bail, at, by=by, detention=found.pk, until=until, why="Phones") for by in cast]
    )
    assert won == ""
    assert "is on bail already" in lost
    assert Bail.objects.count() == 1


def test_two_inspectors_extend_one_bail_at_once() -> None:
    evening = Evening()
    found = evening.held()
    done(grant_bail, TEN + 4 * HOUR, by=evening.acting("custody_officer"), detention=found.pk, until=date(2027, 2, 20))
    bail, at = Bail.objects.get().pk, TEN + 24 * HOUR
    met = Met(suspicion=True, further_time_needed=True, diligent=True, necessary_and_proportionate=True,
              told_first_at=TEN + 23 * HOUR)  # fmt: skip
    cast = [evening.acting("reviewing_inspector", name) for name in ("Farrant", "Osei")]
    won, lost = together(
        *[lambda by=by: done(extend_bail, at, by=by, bail=bail, to="inspector", met=met, why="Phones") for by in cast]
    )
    assert won == ""
    assert "from inspector bail does not go to inspector" in lost
    assert BailStep.objects.count() == 2


def test_two_constables_apply_for_a_warrant_at_once() -> None:
    evening = Evening()
    found, at = evening.held(), TEN + 20 * HOUR
    cast = [evening.acting("investigator", name) for name in ("Iqbal", "Hale")]
    asked = {"detention": found.pk, "sitting": Sitting(court="St Albans"),
             "information": Information(grounds="Phones", necessary=True, diligent=True, copy_given=True)}  # fmt: skip
    won, lost = together(*[lambda by=by: done(apply_for_warrant, at, by=by, **asked) for by in cast])
    assert won == ""
    assert "Application 1 to St Albans was made" in lost
    assert Application.objects.count() == 1
