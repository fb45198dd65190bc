"""A station without cells first: warned of, with the reason of the law; the clocks run from there, written once."""

from bluelamp.custody.models import Arrest
from tests.custody.evening import MINUTE, TEN, Evening
from tests.journeys.street import Street

AT = TEN + 10 * MINUTE
GIVEN = {"reached_at_0": "2026-11-20", "reached_at_1": "22:15"}


def test_it_is_warned_of_and_written_with_what_had_to_be_investigated(evening: Evening, street: Street) -> None:
    arrest = evening.arrest()
    path = f"/arrest/{arrest}/station/"
    page = street.open("response_officer", path, AT)
    assert b"Better straight to a suite" in page.content
    station = str(page.context["form"].fields["station"].choices[0][0])
    bare = street.send("response_officer", path, AT, station=station, **GIVEN)
    assert (bare.status_code, set(bare.context["form"].errors)) == (422, {"why"})
    early = {**GIVEN, "reached_at_1": "22:00", "reason_late": "x"}
    before = street.send("response_officer", path, AT, station=station, why="The knife is there", **early)
    assert "before the arrest" in str(before.context["form"].errors["reached_at"])
    late = street.send("response_officer", path, AT + MINUTE * 20, station=station, why="The knife is there", **GIVEN)
    assert "Say why" in str(late.context["form"].errors["reason_late"])
    assert Arrest.objects.get().first_station_at is None
    sent = street.send("response_officer", path, AT, station=station, why="The knife is there", **GIVEN)
    assert (sent.status_code, sent["Location"]) == (303, f"/arrest/{arrest}/suite/")
    assert Arrest.objects.get().first_station_at == AT
    assert b"The 24 hours run since then" in street.open("response_officer", f"/arrest/{arrest}/suite/", AT).content
    bailing = street.open("response_officer", f"/arrest/{arrest}/street-bail/", AT).content
    assert b"A police station was reached" in bailing
    twice = street.send("response_officer", path, AT + MINUTE, station=station, why="Again", **GIVEN)
    assert twice.status_code == 422
    assert b"Choose a suite" in twice.content
