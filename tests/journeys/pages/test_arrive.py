"""Arrival opens the custody record: earlier only with a reason, never before the arrest, one record at a time."""

from bluelamp.custody.models import Arrest, Detention
from tests.custody.evening import HOUR, MINUTE, TEN, Evening
from tests.journeys.street import Street


def test_arrival_may_be_earlier_with_a_reason_never_before_the_arrest(evening: Evening, street: Street) -> None:
    arrest = evening.arrest()
    path, at = f"/arrest/{arrest}/arrive/", TEN + 2 * HOUR
    given = {"suite": evening.hatfield.pk, "arrived_at_0": "2026-11-20"}
    early = street.send("custody_officer", path, at, **given, arrived_at_1="21:00", reason="Late")
    assert "before the arrest" in str(early.context["form"].errors["arrived_at"])
    bare = street.send("custody_officer", path, at, **given, arrived_at_1="22:50")
    assert "Say why" in str(bare.context["form"].errors["reason"])
    assert not Detention.objects.exists()
    sent = street.send("custody_officer", path, at, **given, arrived_at_1="22:50", reason="Evacuated")
    found = Detention.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/custody/{found.pk}/book-in/")
    assert found.arrived_at == TEN + 45 * MINUTE
    other = evening.arrest(person=evening.person("Jay", "Kemble"))
    Arrest.objects.filter(pk=other).update(person=found.person)
    second = street.send("custody_officer", f"/arrest/{other}/arrive/", at, **given, arrived_at_1="22:51", reason="x")
    assert b"has an open custody record already" in second.content


def test_an_earlier_station_starts_the_clock_and_the_street_may_not_open_a_record(evening: Evening, street: Street):
    path, at = f"/arrest/{evening.arrest()}/arrive/", TEN + 45 * MINUTE
    assert street.open("response_officer", path, at).status_code == 403
    given = {"suite": evening.hatfield.pk, "arrived_at_0": "2026-11-20", "arrived_at_1": "22:50",
             "first_station_at_0": "2026-11-20", "first_station_at_1": "22:20"}  # fmt: skip
    assert street.send("custody_officer", path, at, **given).status_code == 303
    assert Detention.objects.get().relevant_time == TEN + 15 * MINUTE
