"""The visit that a measurement sends is one the page takes."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.models import Visit
from bluelamp.site.benches import visit
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


class Browser:
    """Sends as the measurement's own visitor does, without a server."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def hidden(self, path: str) -> None:
        assert self.client.get(path).status_code == 200

    def post(self, path: str, fields: dict[str, str]) -> Any:
        answer = self.client.post(path, fields)
        return SimpleNamespace(status=answer.status_code, text=answer.content.decode(), headers=Headers())


class Headers(dict[str, str]):
    """Headers answer None for one that is not there."""

    def __missing__(self, _name: str) -> None:
        return None


@pytest.mark.django_db
def test_a_measured_visit_is_written(client: Client) -> None:
    evening = Evening()
    found = evening.held()
    done(set_care_plan, NOW, by=evening.acting("custody_officer"), detention=found.pk, level=1, why="No risk")
    evening.signed_in("detention_officer", client, at=NOW)
    with clock.set_to(NOW + MINUTE):
        write = visit.ready(Browser(client), "hatfield", found.pk)  # type: ignore[arg-type]
        write()
    assert Visit.objects.get().words.startswith("Awake, talking")
    with clock.set_to(NOW + MINUTE), pytest.raises(ValueError, match="answered 422"):
        write()
