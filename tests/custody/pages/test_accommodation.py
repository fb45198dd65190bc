"""Local authority accommodation: one step at a time, refused in words."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Certificate
from tests.custody.actions.test_accommodating import CHARGED, a_charged_child
from tests.custody.evening import HOUR, Evening

NOW = CHARGED + HOUR


def test_asked_answered_certified(evening: Evening, client: Client) -> None:
    found = a_charged_child(evening)
    browser, path = evening.signed_in("custody_officer", client, at=NOW), f"/custody/{found.pk}/accommodation/"
    asked = {"authority": "The county", "secure": "no", "asked_at_0": "2026-11-21", "asked_at_1": "04:05"}
    with clock.set_to(NOW):
        assert b"has not been asked yet" in browser.get(path).content
        early = browser.post(f"{path}?step=certify", {"ground": "impracticable", "words": "Snow"})
        assert early.status_code == 422
        assert b"Ask the local authority first" in early.content
        assert browser.post(path, asked).status_code == 303
        assert b"No answer yet" in browser.get(path).content
        assert browser.post(path, {"offered": "no", "answer": "Nobody can drive"}).status_code == 303
        assert browser.post(path, {"ground": "impracticable", "words": "Snow"}).status_code == 303
    assert Certificate.objects.get(detention=found).words == "Snow"
