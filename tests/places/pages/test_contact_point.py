"""The page of the yellow phone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bluelamp import clock
from bluelamp.owed.queries import for_record
from bluelamp.places.models import ContactPoint

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_a_fault_is_reported_and_seen(sign_in: SignIn) -> None:
    client = sign_in("contact_handler")
    phone = ContactPoint.objects.get()
    url = reverse("places:contact_point", args=[phone.pk])
    form = {"step": "fault", "fault": "No tone", "key": "k-1"}
    assert client.post(url, form).status_code in (302, 303)
    phone.refresh_from_db()
    assert (phone.state, phone.fault) == ("faulty", "No tone")
    assert "No tone" in client.get(url).content.decode()
    assert client.post(url, {"step": "fault", "fault": "", "key": "k-2"}).status_code == 422


def test_a_fault_without_words_is_refused_in_words(sign_in: SignIn) -> None:
    client = sign_in("contact_handler")
    answer = client.post(
        reverse("places:contact_point", args=[ContactPoint.objects.get().pk]),
        {"step": "fault", "fault": "", "key": "k"},
    )
    assert answer.status_code == 422
    assert "Say what is wrong with the phone." in answer.content.decode()


def test_who_may_not_edit_is_told(sign_in: SignIn) -> None:
    client = sign_in("auditor")
    url = reverse("places:contact_point", args=[ContactPoint.objects.get().pk])
    assert "takes a role" in client.get(url).content.decode()
    answer = client.post(url, {"step": "fault", "fault": "No tone", "key": "k"})
    assert answer.status_code == 422
    assert ContactPoint.objects.get().state == "working"


def test_a_test_owes_the_next_a_week_on_and_the_next_keeps_it(sign_in: SignIn) -> None:
    client, phone = sign_in("contact_handler"), ContactPoint.objects.get()
    url, began = reverse("places:contact_point", args=[phone.pk]), clock.now()
    with clock.set_to(began):
        client.post(url, {"step": "begin", "key": "k-1"})
        client.post(url, {"step": "passed", "key": "k-2"})
        (owed,) = for_record(f"contact_point:{phone.pk}")
        assert (owed.state, owed.due_at) == ("open", began + timedelta(days=7))
    with clock.set_to(began + timedelta(days=8)):
        assert f"Test {phone.name}" in client.get("/owed/").content.decode()
        client.post(url, {"step": "begin", "key": "k-3"})
        client.post(url, {"step": "failed", "fault": "No tone", "key": "k-4"})
    assert sorted(one.state for one in for_record(f"contact_point:{phone.pk}")) == ["late", "open"]
