"""Free cells ahead: words first, then the hours, then what is assumed; planned and known closures count."""

import re

from django.test import Client

from bluelamp import clock
from bluelamp.custody.actions.closing import close_cells
from bluelamp.custody.capacity import forecasts
from bluelamp.custody.queries import on_the_way, on_the_whiteboard
from bluelamp.custody.rules.forecast import Change
from bluelamp.places.models import Cell, Suite
from bluelamp.places.queries import cells
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 2 * HOUR


def read(evening: Evening, client: Client) -> str:
    evening.signed_in("custody_officer", client, at=NOW)
    with clock.set_to(NOW):
        found = client.get("/custody/capacity/")
    assert found.status_code == 200
    assert "style=" not in found.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", found.content.decode()).split())


def roomy(suite: Suite) -> None:
    for n in range(40):
        Cell.objects.create(suite=suite, number=f"R{n}", position=n + 10)


def test_words_hours_and_what_is_assumed(evening: Evening, client: Client) -> None:
    roomy(evening.hatfield)
    roomy(Suite.objects.get(key="stevenage"))
    text = read(evening, client)
    assert "Hatfield has room throughout" in text
    assert "Stevenage has room throughout" in text
    assert "Assumed: 52 arrests a day" in text
    assert "No closed cell has a time at which it opens again." in text


def test_a_closed_cell_with_a_time_opens_in_the_forecast(evening: Evening, client: Client) -> None:
    until = {"why": "Paint", "until": NOW + 4 * HOUR}
    done(close_cells, NOW, by=evening.acting("custody_officer"), suite=evening.hatfield.pk, cells=["M1"], **until)
    assert "Hatfield M1" in read(evening, client)


def test_planned_closures_are_taken(evening: Evening) -> None:
    facts = {"cells": list(cells()), "held": on_the_whiteboard(), "coming": on_the_way(NOW), "closures": [], "at": NOW}
    shut = Change(suite="Hatfield", at=NOW + 3 * HOUR, cells=2)
    found = forecasts(**facts, planned=[shut])[0]
    assert [hour.open_cells for hour in found.hours][:4] == [3, 3, 3, 1]
    assert forecasts(**facts)[0].hours[3].open_cells == 3


def test_no_cells_at_all(evening: Evening, client: Client) -> None:
    Cell.objects.all().delete()
    assert "No cells are set up." in read(evening, client)
