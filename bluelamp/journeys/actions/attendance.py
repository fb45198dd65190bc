"""Somebody comes of their own will about an incident: a conflict of parts there is caught at once."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions import attending_freely
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.catching import catch


@action
def begin_attendance(
    *,
    by: Acting,
    at: datetime,
    person: int,
    incident: int,
    offence_words: str,
    why: str,
    appears_under_18: bool | None,
    station: int | None = None,
    place_words: str = "",
    key: str | None = None,
) -> str:
    """Somebody attends voluntarily; where they speak for a victim there, or are one, that is caught."""
    ref = attending_freely.begin_attendance(
        by=by,
        at=at,
        person=person,
        incident=incident,
        offence_words=offence_words,
        why=why,
        appears_under_18=appears_under_18,
        station=station,
        place_words=place_words,
    )
    catch(incident, person, by, at)
    return ref
