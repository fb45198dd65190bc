"""Days on which the bail period does not run: with the prosecutor, and in hospital as an in-patient (B6)."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.bails import last_day, period_of
from bluelamp.custody.events.bail import BAIL_PAUSED, BAIL_RESUMED
from bluelamp.custody.keeping import lock_bail, say_of_bail
from bluelamp.custody.models import Bail, BailPause
from bluelamp.custody.owed.bail import owe_bail_end
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused

WHAT = {
    BailPause.Kind.PROSECUTOR: ("file with the Crown Prosecution Service", "PACE s.47ZL"),
    BailPause.Kind.IN_PATIENT: ("in hospital as an in-patient", "PACE s.47ZM"),
}


@action
def pause_bail(
    *, by: Acting, at: datetime, bail: int, kind: str, on: date, words: str = "", key: str | None = None
) -> str:
    """The file went to the prosecutor for a decision on charge, or the person was admitted to hospital, on a day."""
    require(by, "custody.release", "custody.review", "cases.charge")
    found = lock_bail(bail)
    what, source = WHAT[BailPause.Kind(kind)]
    _insist_day(found, on, at)
    if found.pauses.filter(kind=kind, ended_on=None).exists():
        raise Refused(refused(f"Already so: {what}.", source, field="on"))
    if found.pauses.filter(kind=kind, ended_on__gt=on).exists():
        raise Refused(refused("That day is within an earlier pause of this kind.", source, field="on"))
    period = period_of(found, at)
    if period.ends and kind == BailPause.Kind.PROSECUTOR and on > (last_day(period) or on):
        words_no = "The bail period had ended by that day: it cannot be made to stand still."
        raise Refused(refused(words_no, source, field="on"))
    BailPause.objects.create(bail=found, kind=kind, began_on=on, words=words)
    _restate(found, at)
    say_of_bail(BAIL_PAUSED, found, {"kind": kind, "what": what, "day_words": spoken_day(on)}, words={"words": words})
    return found.ref


@action
def resume_bail(*, by: Acting, at: datetime, bail: int, kind: str, on: date, key: str | None = None) -> str:
    """The prosecutor asked for information on a day, so the period runs again from it; or the person was discharged."""
    require(by, "custody.release", "custody.review", "cases.charge")
    found = lock_bail(bail)
    what, source = WHAT[BailPause.Kind(kind)]
    _insist_day(found, on, at)
    pause = found.pauses.filter(kind=kind, ended_on=None).first()
    if pause is None:
        raise Refused(refused(f"An end needs a beginning: not recorded as {what}.", source, field="on"))
    if on < pause.began_on:
        raise Refused(refused(f"Before it began, {spoken_day(pause.began_on)}.", "Order of events", field="on"))
    pause.ended_on = on
    pause.save(update_fields=["ended_on"])
    _restate(found, at)
    until = spoken_day(found.ends_on) if found.ends_on else "not known yet"
    facts = {"kind": kind, "what": what, "day_words": spoken_day(on), "until_words": until}
    say_of_bail(BAIL_RESUMED, found, facts)
    return found.ref


def _insist_day(found: Bail, on: date, at: datetime) -> None:
    if on > local_day(at):
        raise Refused(refused(f"{spoken_day(on)} has not come yet.", "Order of events", field="on"))
    if on < local_day(found.arrest.arrested_at):
        raise Refused(refused(f"{spoken_day(on)} is before the arrest.", "Order of events", field="on"))


def _restate(found: Bail, at: datetime) -> None:
    found.ends_on = last_day(period_of(found, at))
    if found.ends_on and found.ends_on > found.return_on:
        found.return_on = found.ends_on
    found.save(update_fields=["ends_on", "return_on"])
    owe_bail_end(found, at)
