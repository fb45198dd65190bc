"""An interview under caution, in custody or of somebody free to leave: each victim is owed word of it (V3)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions.attending_freely import interview_attendee
from bluelamp.custody.actions.interviewing import back_from_interview
from bluelamp.custody.models import Interview, VoluntaryAttendance
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.queries import victims_among
from bluelamp.victims.rules.telling import Step


@action
def back_and_tell(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    words: str = "",
    complied: bool | None = None,
    report: str = "",
    under_caution: bool = True,
    about: Sequence[int] | None = None,
    key: str | None = None,
) -> str:
    """The person is back from interview; where they were interviewed, each victim of what it was about is owed word,
    from when it began. `about`: the arrests whose offences they were asked about, None: all of them."""
    record = back_from_interview(
        by=by,
        at=at,
        detention=detention,
        words=words,
        complied=complied,
        report=report,
        under_caution=under_caution,
        about=about,
    )
    if under_caution:
        over = Interview.objects.get(detention=detention, back_at=at)
        _owe(over.about.values_list("incident_id", flat=True), over.out_at, by, at)
    return record


@action
def interview_attendee_and_tell(
    *,
    by: Acting,
    at: datetime,
    attendance: int,
    began_at: datetime,
    ended_at: datetime,
    recorded_on: str,
    key: str | None = None,
) -> str:
    """An interview under caution of somebody who came freely; each victim of the incident is owed word of it."""
    record = interview_attendee(
        by=by, at=at, attendance=attendance, began_at=began_at, ended_at=ended_at, recorded_on=recorded_on
    )
    incident = VoluntaryAttendance.objects.values_list("incident_id", flat=True).get(pk=attendance)
    _owe([incident], began_at, by, at)
    return record


def _owe(incidents: Iterable[int | None], began_at: datetime, by: Acting, at: datetime) -> None:
    """The day it began is day 0: an interview past midnight is never told of a day later for it."""
    victims = victims_among(incidents)
    if victims:
        owe_tellings(by=by, at=at, victims=victims, step=Step.INTERVIEWED.value, happened_at=began_at)
