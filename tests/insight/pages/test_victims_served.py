"""The page of what was promised to victims, for those who may see the figures of the command."""

import pytest
from django.test import Client

from tests.insight.pages.test_commanders_day import _at_six, signed_in

pytestmark = pytest.mark.django_db
__all__ = ["_at_six"]


def test_without_a_promise_it_says_so_and_names_what_it_groups_by(client: Client) -> None:
    answer = signed_in(client, "commander").get("/day/victims/")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "No promise to a victim fell due." in text
    for title in ("By promise", "By need", "Is everybody served as well?", "Ethnicity", "Age"):
        assert title in text


def test_a_contact_handler_may_not(client: Client) -> None:
    assert signed_in(client, "contact_handler").get("/day/victims/").status_code == 403
