"""Links, safe contact and warnings."""

from datetime import datetime, timedelta

import pytest

from bluelamp.access.acting import Acting
from bluelamp.people.actions.links import end_link, link
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.safety import add_warning, end_warning, set_safe_contact
from bluelamp.people.actions.vehicles import add_vehicle
from bluelamp.people.models import Link, Person, SafeContact, Vehicle
from bluelamp.people.queries import safe_contact, warnings_of
from bluelamp.verdict import Refused


@pytest.fixture
def ana(by: Acting, at: datetime) -> int:
    return int(add_person(given_names="Ana", by=by, at=at).partition(":")[2])


def test_roles_belong_to_cases_and_one_person_may_have_several(ana: int, by: Acting, at: datetime) -> None:
    link(person=ana, kind="victim", to="incident:41", source="Her own report", by=by, at=at)
    link(person=ana, kind="suspect", to="incident:42", source="Shop staff", by=by, at=at)
    assert {(one.kind, one.record) for one in Link.objects.all()} == {
        ("victim", "incident:41"),
        ("suspect", "incident:42"),
    }
    assert not {"offender", "role", "suspect", "victim"} & {field.name for field in Person._meta.concrete_fields}


@pytest.mark.parametrize(
    ("kind", "to", "source"),
    [
        ("suspect", "person:1", "x"),
        ("keeper", "person:1", "x"),
        ("keeper", "vehicle:999", "x"),
        ("relatives", "vehicle:1", "x"),
        ("victim", "incident:41", " "),
        ("offender", "incident:41", "x"),
        ("relatives", "person:abc", "x"),
    ],
)
def test_links_that_join_nothing(ana: int, by: Acting, at: datetime, kind: str, to: str, source: str) -> None:
    with pytest.raises(Refused):
        link(person=ana, kind=kind, to=to, source=source, by=by, at=at)


def test_not_to_themselves(ana: int, by: Acting, at: datetime) -> None:
    with pytest.raises(Refused):
        link(person=ana, kind="relatives", to=f"person:{ana}", source="x", by=by, at=at)


def test_a_keeper_and_the_end_of_it(ana: int, by: Acting, at: datetime) -> None:
    ref = add_vehicle(as_seen="B-XY 12345", by=by, at=at)
    assert Vehicle.objects.get().flag
    made = link(person=ana, kind="keeper", to=ref, source="Keeper record", by=by, at=at)
    end_link(number=int(made.partition(":")[2]), why="Sold", by=by, at=at)
    assert Link.objects.get().ended_at == at
    with pytest.raises(Refused):
        end_link(number=int(made.partition(":")[2]), why="Sold", by=by, at=at)


def test_one_safe_contact_in_force_and_the_earlier_kept(ana: int, by: Acting, at: datetime) -> None:
    for ways in (["phone", "text"], ["in_person"]):
        set_safe_contact(person=ana, ways=ways, source="Ana, alone", by=by, at=at)
    found = safe_contact(ana)
    assert found is not None
    assert found.ways == ["in_person"]
    assert SafeContact.objects.count() == 2
    with pytest.raises(Refused):
        set_safe_contact(person=ana, ways=["pigeon"], source="x", by=by, at=at)


def test_where_a_letter_is_safe_stays_while_letters_do(ana: int, by: Acting, at: datetime) -> None:
    said = {"person": ana, "source": "Ana, alone", "by": by, "at": at}
    with pytest.raises(Refused, match="each on its line"):
        set_safe_contact(**said, ways=["letter"], post_to="3 Mill Lane")
    post_to = "Ana Petrov\n3 Mill Lane\nAL3 4HZ"
    for ways, given, stands in (
        (["letter"], post_to, post_to),
        (["letter", "text"], "", post_to),
        (["text"], post_to, ""),
        (["letter"], "", ""),
    ):
        set_safe_contact(**said, ways=ways, post_to=given)
        found = safe_contact(ana)
        assert found is not None
        assert found.post_to == stands, (ways, given)


def test_a_warning_lapses_or_is_ended(ana: int, by: Acting, at: datetime) -> None:
    soon = at + timedelta(days=1)
    facts = {"person": ana, "kind": "weapons", "words": "Keeps a knife by the door", "source": "Incident 41"}
    made = add_warning(**facts, expires_at=soon, by=by, at=at)
    assert [one.kind for one in warnings_of([ana], at=at)] == ["weapons"]
    assert not warnings_of([ana], at=soon).exists()
    end_warning(number=int(made.partition(":")[2]), why="Found not to be so", by=by, at=at)
    assert not warnings_of([ana], at=at).exists()
    with pytest.raises(Refused):
        add_warning(**facts, expires_at=at, by=by, at=at)
