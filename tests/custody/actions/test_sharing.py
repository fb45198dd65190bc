"""Two in a cell only under one joint assessment, held by the database; people kept apart; clothing on evidence."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from bluelamp.custody.actions.cells import allocate_cell, issue_anti_ligature_clothing, leave_cell
from bluelamp.custody.actions.sharing import end_keeping_apart, keep_apart, share_cell
from bluelamp.custody.models import CellStay, Detention, JointAssessment
from bluelamp.verdict import Refused
from tests.custody.actions.test_closing import detained, now_in
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
WORDS = "Brothers; both asked for it; neither violent"


def shared(evening: Evening) -> tuple[Detention, Detention]:
    host = detained(evening, "Al", "M1", level=1)
    guest = detained(evening, "Bo", "M2", level=1)
    share(evening, guest, host)
    return host, guest


def share(evening: Evening, guest: Detention, host: Detention, role: str = "reviewing_inspector") -> None:
    given = {"detention": guest.pk, "host": host.pk, "assessment": WORDS}
    done(share_cell, NOW, by=evening.acting(role), **given)


def raw(sql: str, *values: object) -> Callable[[], None]:
    def run() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)

    return run


STAY = (
    "INSERT INTO custody_cellstay (detention_id, cell_id, during, why, place, sharing_id)"
    " VALUES (%s, %s, tstzrange(%s, %s), '', %s, %s)"
)


def test_two_share_by_an_inspectors_authority_and_the_end_of_one_ends_it(evening: Evening) -> None:
    host, guest = shared(evening)
    assert (now_in(host), now_in(guest)) == ("M1", "M1")
    made = JointAssessment.objects.get()
    assert (made.words, made.ended_at) == (WORDS, None)
    done(leave_cell, NOW + HOUR, by=evening.acting("custody_officer"), detention=guest.pk)
    made.refresh_from_db()
    assert made.ended_at == NOW + HOUR
    assert now_in(host) == "M1"


def test_a_sergeant_may_not_and_a_level_that_is_watched_is_held_alone(evening: Evening) -> None:
    host = detained(evening, "Al", "M1", level=1)
    guest = detained(evening, "Bo", "M2", level=3)
    with pytest.raises(Refused, match=r"held alone.*needs an inspector"):
        share(evening, guest, host, role="custody_officer")
    assert now_in(guest) == "M2"


def test_raw_sql_puts_nobody_with_somebody(evening: Evening) -> None:
    first, second = detained(evening, "Al", "M1"), detained(evening, "Bo", "M2")
    cell = evening.cell("M1").pk
    raw("DELETE FROM custody_cellstay WHERE detention_id = %s", second.pk)()
    tries: list[tuple[str, tuple[Any, ...]]] = [
        ("one_person_per_cell", (second.pk, cell, NOW, None, 1, None)),
        ("one_person_per_cell", (second.pk, cell, TEN - HOUR, TEN + MINUTE, 1, None)),
        ("one_cell_per_person", (first.pk, evening.cell("M3").pk, NOW, None, 1, None)),
        ("second_place_is_assessed", (second.pk, evening.cell("M3").pk, NOW, None, 2, None)),
        ("second_place_is_assessed", (second.pk, evening.cell("M3").pk, NOW, None, 3, None)),
    ]
    for name, values in tries:
        with pytest.raises(IntegrityError, match=name):
            raw(STAY, *values)()


def test_raw_sql_adds_no_third_and_no_other_cell_to_an_assessment(evening: Evening) -> None:
    shared(evening)
    third, made = detained(evening, "Cy", "M3"), JointAssessment.objects.get()
    raw("DELETE FROM custody_cellstay WHERE detention_id = %s", third.pk)()
    with pytest.raises(IntegrityError, match="one_person_per_cell"):
        raw(STAY, third.pk, evening.cell("M1").pk, NOW, None, 1, None)()
    for place in (1, 2):
        with pytest.raises(IntegrityError, match="one_person_per_place"):
            raw(STAY, third.pk, evening.cell("M1").pk, NOW, None, place, made.pk)()
    with pytest.raises(IntegrityError, match="shares_the_cell_assessed"):
        raw(STAY, third.pk, evening.cell("M2").pk, NOW, None, 2, made.pk)()


def test_those_kept_apart_are_neither_beside_nor_with_each_other(evening: Evening) -> None:
    one, other = detained(evening, "Al", "M1", level=1), detained(evening, "Bo", "M3", level=1)
    by = evening.acting("custody_officer")
    flag = {"by": by, "detention": one.pk, "other": other.pk}
    done(keep_apart, NOW, **flag, why="co_accused")
    with pytest.raises(Refused, match="flagged already"):
        done(keep_apart, NOW, **flag, why="co_accused")
    with pytest.raises(Refused, match="kept apart from someone in or beside"):
        done(allocate_cell, NOW, by=by, detention=other.pk, cell=evening.cell("M2").pk)
    with pytest.raises(Refused, match="flagged to be kept apart"):
        share(evening, other, one)
    with pytest.raises(Refused, match="need no longer"):
        done(end_keeping_apart, NOW, **flag, words="")
    done(end_keeping_apart, NOW, **flag, words="Charged on different matters")
    done(allocate_cell, NOW, by=by, detention=other.pk, cell=evening.cell("M2").pk)
    assert now_in(other) == "M2"


def test_nobody_is_flagged_against_themselves_or_for_no_reason(evening: Evening) -> None:
    one, other = detained(evening, "Al", "M1"), detained(evening, "Bo", "M3")
    by = evening.acting("custody_officer")
    with pytest.raises(Refused, match="themselves"):
        done(keep_apart, NOW, by=by, detention=one.pk, other=one.pk, why="witness")
    with pytest.raises(Refused, match="Say why"):
        done(keep_apart, NOW, by=by, detention=one.pk, other=other.pk, why="habit")


def test_clothing_is_taken_on_evidence_of_this_persons_own_risk_alone(evening: Evening) -> None:
    one = detained(evening, "Al", "M1", level=3)
    given = {"by": evening.acting("custody_officer"), "detention": one.pk}
    with pytest.raises(Refused, match="own risk"):
        done(issue_anti_ligature_clothing, NOW, **given, evidence="level_3", words="Always at level 3")
    done(issue_anti_ligature_clothing, NOW, **given, evidence="seen_here", words="Cord round the neck")
    assert CellStay.objects.filter(detention=one).count() == 1
