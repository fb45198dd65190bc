"""How they came into detention moves the relevant time; what only some ways need is asked where it is needed."""

from bluelamp.custody.models import Detention
from tests.custody.desk import Desk
from tests.custody.evening import MINUTE, TEN, Evening


def test_how_they_came_in_moves_the_clock(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/came-in/"
    assert b"Relevant time now" in desk.open("custody_officer", path).content
    refused = desk.send("custody_officer", path, way="other_force", wanted_by="Essex")
    assert refused.status_code == 422
    assert b"whether they were questioned" in refused.content
    assert desk.send("custody_officer", path).context["form"].errors["way"]
    assert Detention.objects.get().relevant_time == found.relevant_time
    given = {"way": "other_force", "wanted_by": "Essex", "questioned": "no",
             "area_station_at_0": "2026-11-20", "area_station_at_1": "23:20"}  # fmt: skip
    assert desk.send("custody_officer", path, **given).status_code == 303
    assert Detention.objects.get(pk=found.pk).relevant_time == TEN + 75 * MINUTE
