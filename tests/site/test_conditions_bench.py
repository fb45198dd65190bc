"""What the measurement of conditions in force opens is what its own data holds, found by indexes."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from bluelamp import clock
from bluelamp.people.models import Person
from bluelamp.safeguarding.at_the_call import known_of
from bluelamp.site.benches import conditions
from bluelamp.site.benches.many_people import Sizes, fill_through
from tests.custody.evening import Evening

SIZES = Sizes(persons=2000)


class Browser:
    """Sends as the measurement's own visitor does, without a server."""

    def __init__(self, evening: Evening, role: str) -> None:
        self.client = evening.signed_in(role, Client(), at=clock.now())

    def hidden(self, path: str) -> None:
        assert self.client.get(path).status_code == 200

    def get(self, path: str) -> Any:
        return self._answer(self.client.get(path))

    def post(self, path: str, fields: dict[str, str]) -> Any:
        return self._answer(self.client.post(path, fields))

    def _answer(self, answer: Any) -> Any:
        return SimpleNamespace(status=answer.status_code, text=answer.content.decode())


@pytest.mark.django_db
def test_every_page_that_is_measured_holds_the_conditions(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = Evening()
    handler, crew = (Browser(evening, role) for role in ("contact_handler", "response_officer"))
    monkeypatch.setattr(conditions, "HANDLER", evening.officer("contact_handler").user_name)
    connection.ensure_connection()
    filled = fill_through(connection.connection, SIZES)
    assert Person.objects.filter(pk__gte=filled.person).count() == SIZES.persons
    contact = conditions.marked_contact(filled)
    pages = conditions.pages(handler, crew, filled, contact)  # type: ignore[arg-type]
    for visit in pages.values():
        visit()
        visit()
    known = known_of(place=filled.address(3), number=filled.caller(4), at=clock.now())
    assert (len(known.at_address), known.times) == (1, 2)


def test_a_page_without_the_conditions_is_no_measurement() -> None:
    with pytest.raises(ValueError, match="without"):
        conditions._seen(SimpleNamespace(status=200, text="Nothing here"), conditions.KEEP_AWAY)  # type: ignore[arg-type]
