"""Which suite: ranked with reasons, the station without cells warned of, and one place asked at a time."""

import re

from bluelamp.custody.models import Slot
from tests.custody.evening import MINUTE, Evening
from tests.journeys.street import NOW, Street


def test_suites_are_ranked_with_reasons_and_the_station_without_cells_is_warned_of(
    evening: Evening, street: Street
) -> None:
    path = f"/arrest/{evening.arrest(incident=evening.incident())}/suite/"
    text = re.sub(r"\s+", " ", street.open("response_officer", path).content.decode())
    assert text.index("Hatfield,") < text.index("Stevenage,")
    assert "3 of 3 cells free." in text
    assert "Borehamwood police station" in text
    assert "arriving starts the 24 h clock" in text


def test_one_place_is_asked_by_the_drive_or_as_the_crew_say(evening: Evening, street: Street) -> None:
    arrest = evening.arrest(incident=evening.incident())
    path = f"/arrest/{arrest}/suite/"
    assert street.send("response_officer", path).context["form"].errors["suite"]
    long = street.send("response_officer", path, suite=evening.hatfield.pk, minutes=500)
    assert (long.status_code, set(long.context["form"].errors)) == (422, {"minutes"})
    assert not Slot.objects.exists()
    sent = street.send("response_officer", path, suite=evening.hatfield.pk)
    assert (sent.status_code, sent["Location"]) == (303, f"/arrest/{arrest}/set-out/")
    assert 5 * MINUTE < Slot.objects.get().eta - NOW < 40 * MINUTE
    again = street.send("response_officer", path, suite=evening.hatfield.pk)
    assert again.status_code == 422
    assert b"A place is asked for already" in again.content
    other = evening.arrest(person=evening.person("Jay", "Kemble"))
    street.send("response_officer", f"/arrest/{other}/suite/", suite=evening.hatfield.pk, minutes=55)
    assert Slot.objects.get(arrest_id=other).eta == NOW + 55 * MINUTE
