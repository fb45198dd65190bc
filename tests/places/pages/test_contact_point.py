"""The page of the yellow phone."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

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
