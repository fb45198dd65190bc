"""The coordinator's desk: who waits since when, who stays, hours, thanks; restricted records are left out."""

from bluelamp import clock
from bluelamp.access.actions.restricting import restrict
from tests.specials.volunteers import DAY, NOON, Volunteers


def test_who_waits_the_longest_stands_first_and_says_for_whom(at_page, there: Volunteers):
    first = Volunteers(cast=there.cast, at=NOON - 60 * DAY).accepted()
    second = Volunteers(cast=there.cast, at=NOON - 3 * DAY).applied("Sam Teal")
    answer = at_page("coordinator", "/specials/")
    rows = answer.context["waiting"]
    assert [row.found.special.pk for row in rows] == [first.pk, second.pk]
    assert [row.stuck for row in rows] == [True, False]
    assert rows[1].next == "The decision"
    assert "1 of 2 stand still for more than 28 days" in answer.content.decode()


def test_directed_patrol_for_months_is_nobody_stuck(at_page, there: Volunteers):
    there.directed()
    assert not any(row.stuck for row in at_page("coordinator", "/specials/").context["waiting"])


def test_retention_says_its_whole_and_hours_stand_by_month(at_page, there: Volunteers):
    there.accompanied().on_duty(NOON - 30 * DAY, 6)
    there.offered(starts=NOON - 30 * DAY, hours=4, at=NOON - 31 * DAY)
    answer = at_page("coordinator", "/specials/")
    assert answer.context["stayed"].words == "0 of 0"
    assert [(bar.label, bar.count, bar.of) for bar in answer.context["hours"]][-2:] == [("Oct", 6, 4), ("Nov", 0, 0)]
    assert "6 h of the advisory 16 h, 10 h fewer. Not a contract." in answer.content.decode()


def test_whom_to_thank(at_page, there: Volunteers):
    there.accompanied()
    for n in range(10):
        there.on_duty(NOON - (60 - n) * DAY, 10)
    assert f"/specials/{there.pk}/thank/hours_100/" in at_page("coordinator", "/specials/").content.decode()


def test_a_restricted_record_is_left_out_and_counted(at_page, there: Volunteers):
    there.applied("Robin Vale")
    owner = there.by("inspector")
    with clock.set_to(NOON):
        restrict(record=there.record.ref, why="Related to an officer", owner=owner.number, by=owner, at=NOON)
    page = at_page("coordinator", "/specials/").content.decode()
    assert "Robin Vale" not in page
    assert "Restricted records are left out here: 1" in page


def test_an_empty_desk(at_page, there: Volunteers):
    page = at_page("coordinator", "/specials/").content.decode()
    assert "Nobody waits for a step." in page
    assert "Everybody was thanked." in page


def test_statements_do_not_grow_with_the_people(at_page, there: Volunteers, django_assert_num_queries):
    there.accompanied()
    at_page("coordinator", "/specials/")
    with django_assert_num_queries(_counted(at_page)):
        at_page("coordinator", "/specials/")
    before = _counted(at_page)
    for name in ("A B", "C D", "E F"):
        Volunteers(cast=there.cast, at=NOON - 9 * DAY).applied(name).accepted()
    assert _counted(at_page) == before


def _counted(at_page) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        at_page("coordinator", "/specials/")
    return len(found)
