"""Street bail on a page: the whole is asked at once, then the notice, then calling it off."""

from bluelamp.custody.models import StreetBail
from tests.custody.evening import HOUR, MINUTE, TEN, Evening
from tests.journeys.street import Street

SAID = {
    "factors": ["surrender_to_custody", "offending_on_bail", "victims_and_witnesses", "the_persons_own_safety",
                "risks_to_the_public"],
    "why": "Address checked", "authorised_by": "custody_officer_", "authorised_at_0": "2026-11-20",
    "authorised_at_1": "22:10", "victim_views": "none", "answer_at_0": "2026-12-04", "answer_at_1": "10:00",
    "notice": "on",
}  # fmt: skip


def test_granted_and_called_off(evening: Evening, street: Street) -> None:
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
