"""Street bail on a page: the whole is asked at once, then the notice, then calling it off; and the stations first."""

from bluelamp.custody.models import Arrest, StreetBail
from tests.custody.evening import HOUR, MINUTE, TEN, Evening
from tests.journeys.pages.test_way_to_a_suite import Street, street  # noqa: F401

SAID = {
    "factors": ["surrender_to_custody", "offending_on_bail", "victims_and_witnesses", "the_persons_own_safety",
                "risks_to_the_public"],
    "why": "Address checked", "authorised_by": "custody_officer_", "authorised_at_0": "2026-11-20",
    "authorised_at_1": "22:10", "victim_views": "none", "answer_at_0": "2026-12-04", "answer_at_1": "10:00",
    "notice": "on",
}  # fmt: skip


def test_granted_and_called_off(evening: Evening, street: Street) -> None:  # noqa: F811
    arrest, at = evening.arrest(), TEN + 10 * MINUTE
    evening.officer("custody_officer")
    path = f"/arrest/{arrest}/street-bail/"
    assert path.encode() in street.open("response_officer", f"/arrest/{arrest}/suite/", at).content
    suite = str(evening.hatfield.pk)
    nobody = street.send("response_officer", path, at, **{**SAID, "suite": suite, "authorised_by": "9999"})
    assert b"Nobody here has this collar number" in nobody.content
    bare = street.send(
        "response_officer", path, at, **{**SAID, "suite": suite, "factors": SAID["factors"][:3], "notice": ""}
    )
    assert b"Not weighed yet: the person&#x27;s own safety, risks to the public" in bare.content
    assert b"written notice" in bare.content
    assert street.send("response_officer", path, at, **SAID, suite=suite).status_code == 303
    page = street.open("response_officer", path, at + HOUR)
    assert b"The notice" in page.content
    assert b"They need not come" in page.content
    assert street.send("response_officer", path, at + HOUR, why="Withdrawn").status_code == 303
    assert StreetBail.objects.get().called_off_at == at + HOUR


def test_a_station_first_is_warned_of_and_written(evening: Evening, street: Street) -> None:  # noqa: F811
    arrest, at = evening.arrest(), TEN + 10 * MINUTE
    path = f"/arrest/{arrest}/station/"
    page = street.open("response_officer", path, at)
    assert b"Better straight to a suite" in page.content
    given = {"reached_at_0": "2026-11-20", "reached_at_1": "22:15"}
    station = page.context["form"].fields["station"].choices[0][0]
    assert street.send("response_officer", path, at, station=str(station), **given).status_code == 422
    sent = street.send("response_officer", path, at, station=str(station), why="The knife is there", **given)
    assert sent.status_code == 303
    assert Arrest.objects.get().first_station_at == at
    chosen = street.open("response_officer", f"/arrest/{arrest}/suite/", at)
    assert b"The 24 hours run since then" in chosen.content
    assert (
        b"A police station was reached" in street.open("response_officer", f"/arrest/{arrest}/street-bail/", at).content
    )
