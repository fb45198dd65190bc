"""A compiled question answers as the query set it was made of, with each value and in every thread, and locks."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.test.utils import CaptureQueriesContext

from bluelamp.compiled import Among, Compiled, Given, fetch, insert, update
from bluelamp.custody.models import Detention
from tests.custody.evening import Evening

HELD = Compiled(lambda: Detention.objects.select_related("person", "arrest", "suite").filter(pk=Given("detention")))
LOCKED = Compiled(lambda: Detention.objects.select_for_update(of=("self",)).filter(pk=Given("detention")))
NUMBERS = Compiled(
    lambda: (
        Detention.objects.filter(
            person__family_name=Given("family_name", models.TextField()),
            arrived_at__lte=Given("by", models.DateTimeField()),
        )
        .order_by("-pk")
        .values_list("number", "person__family_name")
    )
)

AMONG = Compiled(
    lambda: (
        Detention.objects.filter(Among(models.F("number"), Given("numbers", ArrayField(models.TextField()))))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
)


@pytest.fixture
def pair() -> tuple[Detention, Detention]:
    evening = Evening()
    return evening.held(), evening.held(person=evening.person("Jay", "Kemble"))


def columns(found: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(found).items() if name != "_state"}


@pytest.mark.django_db
def test_it_answers_as_the_query_set_does(pair: tuple[Detention, Detention]) -> None:
    for each in pair:
        asked = Detention.objects.select_related("person", "arrest", "suite").get(pk=each.pk)
        with CaptureQueriesContext(connection) as sent:
            found = HELD.get(detention=each.pk)
            names = (found.person.name, found.suite.name, found.arrest and found.arrest.officer_id)
        assert len(sent) == 1
        assert columns(found) == columns(asked)
        assert columns(found.person) == columns(asked.person)
        assert names == (asked.person.name, asked.suite.name, asked.arrest and asked.arrest.officer_id)


@pytest.mark.django_db
def test_values_are_taken_as_the_field_takes_them(pair: tuple[Detention, Detention]) -> None:
    kemble = pair[1]
    asked = {"family_name": "Kemble", "by": kemble.arrived_at}
    assert NUMBERS.ask(**asked) == [(kemble.number, "Kemble")]
    assert NUMBERS.ask(**{**asked, "family_name": "'; DROP TABLE custody_detention; --"}) == []
    assert NUMBERS.ask(**{**asked, "by": kemble.first_station_at.replace(year=2020)}) == []


@pytest.mark.django_db
def test_any_number_of_values_is_one_statement(pair: tuple[Detention, Detention]) -> None:
    first, second = pair
    assert AMONG.ask(numbers=[]) == []
    assert AMONG.ask(numbers=[second.number]) == [second.pk]
    assert AMONG.ask(numbers=[second.number, "none", first.number]) == [first.pk, second.pk]


@pytest.mark.django_db
def test_a_record_is_fetched_with_those_beside_it(pair: tuple[Detention, Detention]) -> None:
    fetch(Detention, pair[0].pk, "person", "suite")
    with CaptureQueriesContext(connection) as sent:
        found = fetch(Detention, pair[1].pk, "person", "suite")
        assert (found.person.family_name, found.suite.pk) == ("Kemble", pair[1].suite_id)
    assert len(sent) == 1
    with CaptureQueriesContext(connection) as sent:
        fetch(Detention, pair[1].pk, lock=True)
    assert "FOR UPDATE" in sent[0]["sql"]
    with pytest.raises(Detention.DoesNotExist):
        fetch(Detention, 10**9)


@pytest.mark.django_db
def test_what_is_not_there_is_not_found(pair: tuple[Detention, Detention]) -> None:
    assert HELD.first(detention=10**9) is None
    with pytest.raises(Detention.DoesNotExist):
        HELD.get(detention=10**9)


@pytest.mark.django_db(transaction=True)
def test_a_lock_is_held_and_needs_a_transaction(pair: tuple[Detention, Detention]) -> None:
    with transaction.atomic():
        LOCKED.get(detention=pair[0].pk)
        with ThreadPoolExecutor(1) as other:
            assert other.submit(_free).result() == {pair[1].pk}
    with pytest.raises(transaction.TransactionManagementError):
        LOCKED.get(detention=pair[0].pk)


def _free() -> set[int]:
    """Who another connection could lock now."""
    try:
        with transaction.atomic():
            return set(Detention.objects.select_for_update(skip_locked=True).values_list("pk", flat=True))
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_threads_ask_side_by_side(pair: tuple[Detention, Detention]) -> None:
    def ask(each: Detention) -> list[tuple[int, str]]:
        try:
            return [(found.pk, found.person.family_name) for _ in range(40) for found in HELD.ask(detention=each.pk)]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(ask, pair)
    assert first == [(pair[0].pk, pair[0].person.family_name)] * 40
    assert second == [(pair[1].pk, "Kemble")] * 40


def again(found: Detention, **changed: Any) -> Detention:
    """A record with the same columns, but for its key and number."""
    return Detention(**{**columns(found), "id": None, "number": "HD 9999", **changed})


@pytest.mark.django_db
def test_a_record_is_written_as_save_writes_it(pair: tuple[Detention, Detention]) -> None:
    first = pair[0]
    Detention.objects.filter(pk=first.pk).update(released_at=first.arrived_at)
    made = insert(again(first, risk_marks=["drunk", "fits"], grounds="Zażółć 🚓"))
    kept = Detention.objects.get(number="HD 9999")
    assert columns(kept) == columns(made)
    assert kept.pk not in {first.pk, pair[1].pk, None}
    assert (made._state.adding, made._state.db) == (False, "default")
    chosen = insert(again(pair[1], id=10**8, number="HD 9998", released_at=pair[1].arrived_at))
    assert Detention.objects.get(pk=10**8).number == chosen.number


@pytest.mark.django_db
def test_only_the_fields_named_are_written(pair: tuple[Detention, Detention]) -> None:
    first, second = pair
    first.grounds, first.level, first.person = "To question", 3, second.person
    update(first, "grounds", "level")
    kept = Detention.objects.get(pk=first.pk)
    assert (kept.grounds, kept.level, kept.person_id != second.person_id) == ("To question", 3, True)
    assert Detention.objects.get(pk=second.pk).grounds != "To question"
    first.pk = 10**9
    with pytest.raises(DatabaseError, match="gone"):
        update(first, "grounds")


@pytest.mark.django_db
def test_what_the_database_refuses_is_refused(pair: tuple[Detention, Detention]) -> None:
    with pytest.raises(IntegrityError, match="one_open_detention_per_person"), transaction.atomic():
        insert(again(pair[0]))
    assert Detention.objects.count() == 2
