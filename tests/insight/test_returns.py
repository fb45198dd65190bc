"""The custody returns against entries written by hand."""

from datetime import date

from bluelamp.insight.returns import Who, band, worked_out
from tests.insight.test_figures import SINCE, line

PEOPLE = {"person:1": Who(born_on=date(2011, 11, 10), ethnicity="White: British")}


def test_force_and_strip_searches_by_age_and_ethnicity() -> None:
    lines = [
        line("custody.force_used", "detention:1", about=("person:1",), tactics=["handcuffs", "baton"]),
        line("custody.force_used", "detention:2", about=("person:2",), tactics=["handcuffs"]),
        line("custody.searched", "detention:1", about=("person:1",), level="strip", child=True),
        line("custody.searched", "detention:1", about=("person:1",), level="ordinary", child=True),
        line("custody.rest_broken", "detention:1", reason="request"),
    ]
    found = worked_out(lines, PEOPLE, since=SINCE)
    assert found.force == {("14 to 17", "White: British"): 1, ("Age not known", "Not known"): 1}
    assert found.tactics == {"handcuffs": 2, "baton": 1}
    assert found.strip == {("14 to 17", "White: British"): 1}
    assert found.rest == {"request": 1}


def test_waits_keep_how_many_were_to_be_measured() -> None:
    lines = [
        line("custody.arrived", "detention:1", 0),
        line("custody.arrived", "detention:2", 5),
        line("custody.called", "detention:1", 10, called=7, kind="appropriate_adult"),
        line("custody.authorised", "detention:1", 30),
        line("custody.called_came", "detention:1", 100, called=7, kind="appropriate_adult"),
        line("custody.called", "detention:2", 10, called=8, kind="solicitor"),
        line("custody.released", "detention:1", 300),
    ]
    authorised, adult, released = worked_out(lines, PEOPLE, since=SINCE).waits
    assert (authorised.of, authorised.minutes) == (2, [30])
    assert (adult.of, adult.median) == (1, 90)
    assert (released.of, released.ninetieth) == (1, 300)


def test_what_came_before_the_period_only_begins_a_wait() -> None:
    before = -13 * 60
    lines = [line("custody.arrived", "detention:1", before), line("custody.force_used", "detention:1", before),
             line("custody.authorised", "detention:1", 0), line("custody.released", "detention:1", 60)]  # fmt: skip
    found = worked_out(lines, PEOPLE, since=SINCE)
    assert not found.force
    assert [len(one.minutes) for one in found.waits] == [0, 0, 1]


def test_age_bands() -> None:
    days = (date(2026, 11, 9), date(2026, 11, 10))
    assert [band(date(2008, 11, 10), day) for day in days] == ["14 to 17", "18 to 24"]
    assert band(None, date(2026, 11, 9)) == "Age not known"
