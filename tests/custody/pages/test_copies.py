"""The page where a copy is asked for and the record shown."""

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import CopyRequest, Detention
from bluelamp.ledger.queries import timeline
from tests.custody.evening import HOUR, TEN, Evening

AT = TEN + 5 * HOUR


def test_a_copy_asked_for_stands_on_the_page_with_its_time_and_the_way_to_make_it(evening: Evening, client: Client):
    found = evening.held()
    browser, path = evening.signed_in("custody_officer", client, at=AT), f"/custody/{found.pk}/copies/"
    with clock.set_to(AT):
        empty = browser.get(path)
        sent = browser.post(path, {"what": "copy", "who": "solicitor", "name": "Ada Finch"})
        shown = browser.get(path).content.decode()
    assert b"Nobody has asked for a copy" in empty.content
    assert sent.status_code == 303
    assert "Ada Finch" in shown
    assert "kind=record&amp;recipient=solicitor" in shown
    assert CopyRequest.objects.get().due_at


def test_shown_to_the_solicitor_is_logged_and_to_the_person_refused(evening: Evening, client: Client) -> None:
    found = evening.held()
    browser, path = evening.signed_in("custody_officer", client, at=AT), f"/custody/{found.pk}/copies/"
    with clock.set_to(AT):
        refused = browser.post(path, {"what": "shown", "who": "detainee", "name": "Callum Redfern"})
        browser.post(path, {"what": "shown", "who": "solicitor", "name": "Ada Finch"})
    assert "solicitor or the appropriate adult" in str(refused.context["form"].errors["who"])
    assert timeline(found.ref)[0].sentence == "Record shown to their solicitor. Ada Finch"


def test_on_a_closed_record_the_last_day_of_the_right_is_said(evening: Evening, client: Client) -> None:
    found = evening.held()
    Detention.objects.filter(pk=found.pk).update(released_at=AT)
    browser = evening.signed_in("custody_officer", client, at=AT)
    with clock.set_to(AT):
        page = browser.get(f"/custody/{found.pk}/copies/").content.decode()
    assert "to the end of Sun 21 Nov" in page
