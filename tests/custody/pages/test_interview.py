"""The interview page, a delay, force and a complaint: what is missing is said, what is whole is kept."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Force, Interview, RightDelayed
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


def test_begun_only_when_somebody_asked_about_an_interpreter(evening: Evening, client: Client) -> None:
    found = evening.held()
    browser, path = evening.signed_in("investigator", client, at=NOW), f"/custody/{found.pk}/interview/"
    given = {"reminded": "on", "wants_advice": "no", "fit": "unknown", "present": "DC Lowe"}
    with clock.set_to(NOW):
        assert b"Not asked yet" in browser.get(path).content
        answer = browser.post(path, given)
        assert answer.status_code == 422
        assert b"Ask first whether an interpreter" in answer.content
        found.person.interpreter_answer = "none"
        found.person.save()
        assert browser.post(path, given).status_code == 303
        assert b"End the interview" in browser.get(path).content
        assert browser.post(path, {"breaks": ""}).status_code == 303
    assert Interview.objects.get().ended_at == NOW


def test_a_delay_shows_how_far_it_may_go(evening: Evening, client: Client) -> None:
    found = evening.held()
    browser = evening.signed_in("reviewing_inspector", client, at=NOW)
    path = f"/custody/{found.pk}/delay-a-right/"
    given = {"what": "delay", "right": "someone_informed", "grounds": ["harm_to_others"], "words": "A threat was made"}
    with clock.set_to(NOW):
        assert b"10:50" in browser.get(path).content
        assert browser.post(path, {**given, "right": "legal_advice"}).status_code == 422
        assert browser.post(path, given).status_code == 303
        assert b"A threat was made" in browser.get(path).content
    assert RightDelayed.objects.count() == 1


def test_force_and_a_complaint(evening: Evening, client: Client) -> None:
    found = evening.held()
    browser = evening.signed_in("detention_officer", client, at=NOW)
    given = {
        "tactics": ["unarmed"],
        "why": "Hit out",
        "injury": "none",
        "used_at_0": "2026-11-21",
        "used_at_1": "00:05",
    }
    with clock.set_to(NOW):
        assert browser.post(f"/custody/{found.pk}/force/", {**given, "tactics": []}).status_code == 422
        assert browser.post(f"/custody/{found.pk}/force/", given).status_code == 303
        told = {"words": "My cell is cold", "told": "Insp Bell, 00:06"}
        assert browser.post(f"/custody/{found.pk}/complaint/", told).status_code == 303
        assert browser.post(f"/custody/{found.pk}/complaint/", {"words": "x"}).status_code == 422
    assert Force.objects.count() == 1
