"""Somebody answers for a person from the arrest to leaving: never nobody, never two (PACE s.39)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.custody.actions.arresting import de_arrest
from bluelamp.custody.actions.handing_over import accept_handover, hand_over
from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.actions.keeping_custody import bring_back, hand_to_officer
from bluelamp.custody.actions.releasing import release
from bluelamp.custody.models import CustodyOf, Detention
from bluelamp.custody.rules.custody_of import unbroken
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.verdict import Refused
from tests.custody.evening import ESCORT, HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def rows(found: Detention) -> list[CustodyOf]:
    return list(CustodyOf.objects.filter(person=found.person_id).order_by("during"))


def whose(found: Detention) -> list[str]:
    return [one.whose for one in rows(found)]


def test_from_the_arrest_to_leaving_there_is_no_gap_and_no_overlap(evening: Evening) -> None:
    found = evening.held()
    desk, detective = evening.acting("custody_officer"), evening.officer("investigator")
    done(hand_to_officer, NOW, by=desk, detention=found.pk, officer=detective.pk, why="Identification")
    done(bring_back, NOW + HOUR, by=desk, detention=found.pk, complied=True, report="Code D kept")
    done(go_to_hospital, NOW + 2 * HOUR, by=desk, detention=found.pk, why="Head", escorting=ESCORT)
    done(return_from_hospital, NOW + 3 * HOUR, by=desk, detention=found.pk, complied=True, report="Seen and fit")
    evening.assessed(found, NOW + 4 * HOUR)
    closing = Closing(disposal=Disposal.NO_FURTHER_ACTION, property_settled=True, notice_given=True)
    done(release, NOW + 5 * HOUR, by=desk, detention=found.pk, closing=closing, property_words="All given back",
         words="No evidence")  # fmt: skip
    arresting, sergeant = (str(evening.officer(role)) for role in ("response_officer", "custody_officer"))
    who = [arresting, sergeant, str(detective), sergeant, "PC Ash, PC Lunn", sergeant]
    assert whose(found) == who
    every = [one.as_facts() for one in rows(found)]
    assert unbroken(stretches=every, arrested_at=TEN, left_at=NOW + 5 * HOUR).allowed


def test_the_report_is_kept_with_the_stretch_it_is_about(evening: Evening) -> None:
    found = evening.held()
    desk = evening.acting("custody_officer")
    done(hand_to_officer, NOW, by=desk, detention=found.pk, officer=evening.officer("investigator").pk, why="Samples")
    with pytest.raises(Refused, match="first brought back"):
        done(hand_to_officer, NOW + MINUTE, by=desk, detention=found.pk, officer=desk.number, why="Again")
    with pytest.raises(Refused, match="Say whether the Act and the Codes were kept"):
        done(bring_back, NOW + HOUR, by=desk, detention=found.pk, complied=None, report="x")
    done(bring_back, NOW + HOUR, by=desk, detention=found.pk, complied=False, report="No drink was offered")
    with pytest.raises(Refused, match="nobody has to bring them back"):
        done(bring_back, NOW + 2 * HOUR, by=desk, detention=found.pk, complied=True, report="x")
    away = CustodyOf.objects.get(kind="interviewer")
    assert (away.complied, away.report, away.during.upper) == (False, "No drink was offered", NOW + HOUR)


def test_de_arrest_ends_it_and_the_database_holds_one_at_a_time(evening: Evening) -> None:
    arrest = evening.arrest()
    done(de_arrest, TEN + 5 * MINUTE, by=evening.acting("response_officer"), arrest=arrest, why="His brother did it")
    only = CustodyOf.objects.get()
    assert only.during.upper == TEN + 5 * MINUTE
    with pytest.raises(IntegrityError, match="in_one_custody_at_a_time"), transaction.atomic():
        CustodyOf.objects.create(person_id=only.person_id, kind="escort", who_words="Two",
                                 during=DateTimeTZRange(TEN + MINUTE, None))  # fmt: skip


def test_whoever_takes_over_the_suite_takes_over_the_people(evening: Evening) -> None:
    found = evening.held()
    given = {"suite": evening.hatfield.pk, "began_at": TEN, "words": "Quiet"}
    written = done(hand_over, NOW, by=evening.acting("custody_officer"), **given)
    done(accept_handover, NOW + HOUR, by=evening.acting("custody_officer", "Orme"), handover=written)
    assert whose(found)[-1] == str(evening.officer("custody_officer", "Orme"))
    assert rows(found)[-2].during.upper == NOW + HOUR
