"""Update, delete and truncate are refused: for the web role, and for the owner's ordinary paths."""

from collections.abc import Callable, Iterator

import pytest
from django.db import ProgrammingError, connection, transaction

from bluelamp.ledger import notary
from bluelamp.ledger.notary import Places

Told = Callable[..., str]
TABLES = ["ledger_entry", "ledger_words", "ledger_checkpoint"]


def run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture
def web_role() -> Iterator[str]:
    """A role of this test alone with the web role's rights; roles belong to the whole cluster."""
    name = f"web_of_{connection.settings_dict['NAME']}"
    run(f"CREATE ROLE {name}; SELECT ledger_grants('{name}'); SET LOCAL ROLE {name}")
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {name}")
    yield name
    with connection.cursor() as cursor:
        cursor.execute(f"RESET ROLE; DROP OWNED BY {name}; DROP ROLE {name}")


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
def test_the_owner_is_refused(told: Told, kept: Places, table: str) -> None:
    told("incident:1")
    notary.notarise(kept)
    column = {"ledger_entry": "reason", "ledger_words": "text", "ledger_checkpoint": "body"}[table]
    for sql in (f"UPDATE {table} SET {column} = 'x'", f"TRUNCATE {table} CASCADE"):
        with pytest.raises(ProgrammingError, match="append-only"):
            run(sql)


@pytest.mark.django_db
def test_the_owner_deletes_nothing(told: Told) -> None:
    told("incident:1")
    with pytest.raises(ProgrammingError, match="append-only"):
        run("DELETE FROM ledger_entry")
    with pytest.raises(ProgrammingError, match="an entry that says so"):
        run("DELETE FROM ledger_words")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "verb", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}", "TRUNCATE {}", "INSERT INTO {} DEFAULT VALUES"]
)
def test_the_web_role_may_only_read_and_append(told: Told, web_role: str, verb: str) -> None:
    assert web_role
    told("incident:1")
    for table, column in (("ledger_entry", "reason"), ("ledger_words", "text"), ("ledger_request", "answer")):
        with pytest.raises(ProgrammingError, match="permission denied"):
            run(verb.format(table, column))
