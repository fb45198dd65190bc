"""How each clock is counted, in words with its section; the reason for what was overdue is asked and kept."""

from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import OverdueReason
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 9 * HOUR


@pytest.fixture
def open_page(evening: Evening, client: Client) -> Any:
    def opened(role: str, path: str, *, at: datetime = NOW, **given: Any) -> HttpResponse:
        evening.signed_in(role, client, at=at)
        with clock.set_to(at):
            return client.post(path, given) if given else client.get(path)

    return opened


def test_each_deadline_is_explained_with_its_section(evening: Evening, open_page: Any) -> None:
    text = open_page("custody_officer", f"/custody/{evening.held().pk}/clocks/", at=TEN + 2 * HOUR).content.decode()
    assert "Relevant time is arrival at the first police station: 22:50 Fri 20 Nov 2026." in text
    assert "24 h of counted time: 22:50 Sat 21 Nov 2026." in text
    assert "First review within 6 h: 05:05 Sat 21 Nov 2026." in text
    for source in ("PACE s.41(1)", "PACE s.42(1)", "PACE s.44(3)(b)", "PACE s.40(3)(a)", "PACE s.56(3)"):
        assert source in text
    assert "Why it was late" not in text


def test_an_overdue_review_asks_for_the_reason_and_keeps_it(evening: Evening, open_page: Any) -> None:
    path = f"/custody/{evening.held().pk}/clocks/"
    text = open_page("reviewing_inspector", path).content.decode()
    assert "Overdue by 2 h" in text
    assert "unlawful" not in text
    assert "Why it was late" in text
    sent = open_page("reviewing_inspector", path, what="review_1", words="At a death in Stevenage")
    assert sent.status_code == 303
    assert OverdueReason.objects.get().what == "review_1"
    again = open_page("reviewing_inspector", path).content.decode()
    assert "At a death in Stevenage" in again
    assert "Why it was late" not in again


def test_the_record_leads_to_it(evening: Evening, open_page: Any) -> None:
    found = evening.held()
    assert f"/custody/{found.pk}/clocks/" in open_page("custody_officer", f"/detention/{found.pk}/").content.decode()
