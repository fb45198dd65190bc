"""Whether this web process reaches its database, for who watches over it; nobody signs in to ask."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_it_is_well_with_the_database_and_says_so_without(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = client.get("/healthy")
    assert (answer.status_code, answer.content) == (200, b"Well.\n")

    def gone() -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", gone)
    monkeypatch.setattr(connection, "close", lambda: None)
    answer = client.get("/healthy")
    assert (answer.status_code, answer.content) == (503, b"The database does not answer.\n")
