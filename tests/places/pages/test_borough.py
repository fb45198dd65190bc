"""The borough's page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def test_the_borough_says_what_is_there_and_marks_assumptions(sign_in: SignIn) -> None:
    page = sign_in("response_officer").get(reverse("places:borough")).content.decode()
    for words in (
        "Borehamwood police station",
        "No reception",
        "Yellow phone",
        "30 cells",
        "Response team E",
        "Assumption",
    ):
        assert words in page
    assert "Proxy: postcode points" in page


def test_the_borough_is_not_for_the_signed_out(client: Client) -> None:
    assert client.get(reverse("places:borough")).status_code == 302
