"""Two people at the same record at the same moment, on two connections: one wins, the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from bluelamp.custody.actions.authorising import authorise
from bluelamp.custody.actions.cells import allocate_cell
from bluelamp.custody.models import CellStay, Detention
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
