"""Two sergeants send a whole booking in of one person at the same moment: one wins, the other is shown what changed."""

import pytest

from bluelamp.custody.actions.booking_in import book_in
from bluelamp.custody.models import Detention, RiskAssessment, Seal
from tests.custody.at_the_desk import whole_booking
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.custody.test_at_once import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_sergeants_book_in_at_once() -> None:
    evening = Evening()
    found, at = evening.arrived(), TEN + HOUR
    cast = [evening.acting("custody_officer", name) for name in ("Haldane", "Orme")]
    bookings = [whole_booking(evening.cell(cell).pk, seal=cell) for cell in ("M1", "M2")]
    won, lost = together(
        *[
            lambda by=by, booking=booking: done(book_in, at, by=by, detention=found.pk, booking=booking)
            for by, booking in zip(cast, bookings, strict=True)
        ]
    )
    assert won == ""
    winner = Detention.objects.select_related("authorised_by").get(pk=found.pk).authorised_by
    assert f"authorised meanwhile, 23:05 Fri 20 Nov 2026 by {winner}: To interview him" in lost
    assert (RiskAssessment.objects.count(), Seal.objects.count()) == (1, 1)
