"""The decision at the desk where it ends the detention: what each victim is owed of it."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions import authorising, booking_in
from bluelamp.custody.actions.booking_in import Booking
from bluelamp.custody.models import Detention
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step


@action
def do_not_detain(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    why: str,
    property_words: str = "",
    given_back: Sequence[int] = (),
    key: str | None = None,
) -> str:
    """Detention is not authorised and the person goes; every victim is owed word of it."""
    ref = authorising.refuse_detention(
        by=by, at=at, detention=detention, why=why, property_words=property_words, given_back=given_back
    )
    _tell(by, at, detention)
    return ref


@action
def book_in(*, by: Acting, at: datetime, detention: int, booking: Booking, key: str | None = None) -> str:
    """Save a booking in whole or not at all; where it ends with no detention, every victim is owed word of it."""
    ref = booking_in.book_in(by=by, at=at, detention=detention, booking=booking)
    if booking.decision and not booking.decision.authorise:
        _tell(by, at, detention)
    return ref


def _tell(by: Acting, at: datetime, detention: int) -> None:
    found = Detention.objects.select_related("arrest").get(pk=detention)
    incident = found.arrest.incident_id if found.arrest else None
    step = Step.RELEASED_WITHOUT_CHARGE.value
    victims = list(victims_of(incident)) if incident else []
    if victims:
        owe_tellings(by=by, at=at, victims=victims, step=step, happened_at=at)
