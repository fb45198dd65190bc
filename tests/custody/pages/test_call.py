"""Those called, over HTTP: the list, a call refused beside its field, what became of it."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Called
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR
ADULT = {"kind": "appropriate_adult", "who": "Mrs Redfern", "relation": "parent", "aged_18": "yes", "involved": "no",
         "for_police": "no", "called_at_0": "2026-11-21", "called_at_1": "00:05"}  # fmt: skip


def test_a_child_without_an_adult_is_said_and_then_called_for(evening: Evening, client: Client) -> None:
    found = evening.held(appears_under_18=True)
    browser, path = evening.signed_in("custody_officer", client, at=NOW), f"/custody/{found.pk}/call/"
    with clock.set_to(NOW):
        assert b"An appropriate adult is needed" in browser.get(path).content
        refused = browser.post(path, {**ADULT, "involved": "unknown"})
        assert refused.status_code == 422
        assert b"Ask whether they are involved first" in refused.content
        assert b"Mrs Redfern" in refused.content
        assert browser.post(path, ADULT).status_code == 303
        made = Called.objects.get()
        body = browser.get(path).content
        assert b"Waiting" in body
        assert b"An appropriate adult is needed" not in body
        here = {"happened": "came", "arrived_at_0": "2026-11-21", "arrived_at_1": "00:05"}
        assert browser.post(f"/custody/called/{made.pk}/", here).status_code == 303
        assert b"They leave" in browser.get(path).content
        assert browser.post(f"/custody/{found.pk}/done-again/", {"what": "rights"}).status_code == 303


def test_words_typed_stay_when_the_time_is_impossible(evening: Evening, client: Client) -> None:
    found = evening.held()
    browser, path = evening.signed_in("custody_officer", client, at=NOW), f"/custody/{found.pk}/call/"
    with clock.set_to(NOW):
        answer = browser.post(path, {"kind": "solicitor", "who": "Ms Okafor", "called_at_0": "2026-11-20",
                                     "called_at_1": "22:10", "reason_late": "Busy"})  # fmt: skip
    assert answer.status_code == 422
    assert b"Called before the arrival" in answer.content
    assert b"Ms Okafor" in answer.content
    assert not Called.objects.exists()
