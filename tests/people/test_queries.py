"""Searching: forgives spelling, says why, hides what is restricted."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bluelamp.access.acting import Acting
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Officer
from bluelamp.people.actions.persons import add_alias, add_person
from bluelamp.people.actions.vehicles import add_vehicle
from bluelamp.people.queries import search


@pytest.fixture(autouse=True)
def cast(by: Acting, at: datetime) -> None:
    born = {"born_on": date(1988, 4, 2), "home": "Shenley Road, Borehamwood"}
    add_person(given_names="Joanne", family_name="Marlow", answers=born, by=by, at=at)
    add_person(given_names="Catherine", family_name="Smyth", answers={"born_on": date(1970, 1, 1)}, by=by, at=at)
    peggy = add_person(given_names="Margaret", family_name="Osei", by=by, at=at)
    add_alias(person=int(peggy.partition(":")[2]), alias="Peggy", source="Her sister", by=by, at=at)
    add_person(given_names="محمد", family_name="علي", by=by, at=at)
    add_vehicle(as_seen="AB10 CDE", colour="Blue", by=by, at=at)


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        ("Joanne Marlow", "Joanne Marlow", "Same name"),
        ("marlow", "Joanne Marlow", "Part of the name"),
        ("Joane Marlowe", "Joanne Marlow", "spelt nearly"),
        ("Kathryn Smith", "Catherine Smyth", "sounds like Kathryn"),
        ("Peggy", "Margaret Osei", "Also known as Peggy: same name"),
        ("محمد", "محمد علي", "Part of the name"),
        ("AB10CDE", "AB10 CDE", "Same plate"),
        ("AB1O CDE", "AB10 CDE", "Possible"),
        ("AB10CDX", "AB10 CDE", "Possible: one sign differs"),
    ],
)
def test_found_first_with_the_reason(by: Acting, at: datetime, text: str, title: str, why: str) -> None:
    found = search(by, text, at=at)
    assert found[0].title == title
    assert why in found[0].why


@pytest.mark.parametrize("text", ["Zebedee", "  ", "%", "'; drop table--", "\u202e"])
def test_nothing_found(by: Acting, at: datetime, text: str) -> None:
    assert search(by, text, at=at) == []


def test_a_date_of_birth_leaves_others_out(by: Acting, at: datetime) -> None:
    assert not search(by, "Joanne Marlow", at=at, born_on=date(1988, 4, 3))
    assert search(by, "Joanne Marlow", at=at, born_on=date(1988, 4, 2))


def test_a_restricted_person_is_named_to_nobody_else(
    by: Acting, at: datetime, officer: Callable[[str], Officer]
) -> None:
    owner = officer("winter")
    ref = search(by, "Joanne Marlow", at=at)[0].record
    restrict(record=ref, why="Officer involved", owner=owner.pk, by=by, at=at)
    (found,) = search(by, "Joanne Marlow", at=at)
    assert found.restricted == "A restricted record exists. Ask Winter."
    assert "Marlow" not in f"{found.title}{found.why}{found.details}"


def test_six_statements_at_most(by: Acting, at: datetime) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        search(by, "Joanne Marlow", at=at)
    assert len(asked) <= 4
