"""Time given: hours offered and withdrawn without penalty, training written down, what each is here for (S4, S5)."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.duty.actions import away
from bluelamp.duty.models import OfferedHours
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.specials import events
from bluelamp.specials.keeping import about, own_record
from bluelamp.specials.models import Special, Training
from bluelamp.specials.queries import going
from bluelamp.specials.rules import deployment
from bluelamp.specials.rules import hours as rule
from bluelamp.verdict import Refused, insist, refused


@action
def offer_hours(
    *, by: Acting, at: datetime, starts: datetime, hours: int, employer: bool = False,
    job_ends: datetime | None = None, rested: bool = False, key: str | None = None,
) -> str:  # fmt: skip
    """Offer whole hours. `job_ends`: when a main job ends that day; with little rest they say they are rested.

    Raises Refused before accompanied patrol, and where officer safety or first aid runs out before that day (S3).
    """
    require(by, "specials.mine")
    found, law = own_record(by), law_of("specials")
    insist(rule.may_offer(law, starts=starts, hours=hours, at=at))
    work = deployment.Work(on=local_day(starts), supervised=True)
    insist(deployment.may_go(going=going(found, beside=deployment.TO_BE_NAMED), work=work))
    enough = rule.rested(law, job_ends=job_ends, starts=starts)
    if not (rested and enough.field == "rested"):
        insist(enough)
    offer = away.Offer(officer=by.number, since=starts, until=starts + timedelta(hours=hours), employer=employer)
    (made,) = away.offer_hours(offers=[offer], by=by, at=at)
    facts = {
        "hours": hours,
        "starts": spoken(starts),
        "starts_at": starts.isoformat(),
        "employer": employer,
        "little_rest": not enough.allowed,
    }
    write(events.HOURS_OFFERED, record=found.ref, facts=facts, about=(made, *about(found)))
    return made


@action
def withdraw_hours(*, by: Acting, at: datetime, offer: int, key: str | None = None) -> str:
    """Withdraw hours. No reason is asked and nothing is counted against anybody (S5)."""
    require(by, "specials.mine")
    found = own_record(by)
    mine = OfferedHours.objects.select_for_update().filter(pk=offer, officer_id=by.number, withdrawn_at=None).first()
    if mine is None:
        raise Refused(refused("These hours are not offered by you, or withdrawn already.", "Order of events"))
    if mine.during.upper <= at:
        raise Refused(refused("These hours have passed.", "Order of events"))
    away.withdraw_hours(offer=mine.pk, by=by, at=at)
    facts = {"starts": spoken(mine.during.lower), "starts_at": mine.during.lower.isoformat()}
    write(events.HOURS_WITHDRAWN, record=found.ref, facts=facts, about=(mine.ref, *about(found)))
    return mine.ref


@action
def give_training(
    *, by: Acting, at: datetime, starts: datetime, minutes: int, what: str, key: str | None = None
) -> str:  # fmt: skip
    """Write down time given that was not booked on: a training evening, reading for a phase."""
    require(by, "specials.mine")
    found = own_record(by)
    length = timedelta(minutes=minutes)
    if not timedelta(minutes=15) <= length <= timedelta(hours=12):
        raise Refused(refused("Enter between a quarter of an hour and 12 hours.", field="minutes"))
    if starts + length > at:
        raise Refused(refused("Write it down once it is done.", "Order of events", field="starts"))
    if not what.strip():
        raise Refused(refused("Say in short what it was.", field="what"))
    during = DateTimeTZRange(starts, starts + length)
    try:
        with transaction.atomic():
            Training.objects.create(officer_id=by.number, during=during, what=what.strip(), written_at=at)
    except IntegrityError as error:
        if "training_counted_once" not in str(error):
            raise
        words = "Training in that time is written down already."
        raise Refused(refused(words, "Counted once", field="starts")) from error
    facts = {"length": in_words(length), "starts": starts.isoformat()}
    write(events.TRAINING_GIVEN, record=found.ref, facts=facts, words={"what": what.strip()}, about=about(found))
    return found.ref


@action
def set_aim(*, by: Acting, at: datetime, aim: str, key: str | None = None) -> str:
    """Say what you are here for; it may be changed as often as it changes."""
    require(by, "specials.mine")
    found = own_record(by)
    if aim not in Special.Aim.values or aim == Special.Aim.NOT_ASKED:
        raise Refused(refused("Choose what you are here for.", field="aim"))
    found.aim = aim
    found.save(update_fields=["aim"])
    write(events.AIM_SET, record=found.ref, facts={"aim": Special.Aim(aim).label}, about=about(found))
    return found.ref
