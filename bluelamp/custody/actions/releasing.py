"""The ways out of detention, and what a charge changes (P32)."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.bailing import grant_bail, release_under_investigation
from bluelamp.custody.bails import last_day, period_from_here
from bluelamp.custody.care_keeping import withdraw_care
from bluelamp.custody.cells import is_child
from bluelamp.custody.events.leaving import CHARGED, RELEASED
from bluelamp.custody.keeping import end_stay, lock, say
from bluelamp.custody.models import Detention
from bluelamp.custody.owed.calling import ACCOMMODATION, ADULT_HERE, CALL_ADULT, DELAY_ENDS, accommodation_by
from bluelamp.custody.owed.clocks import DECIDE, LIMIT, REVIEW
from bluelamp.custody.owed.warrants import no_application
from bluelamp.custody.rules.disposals import Closing, Disposal, may_close
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise, withdraw
from bluelamp.verdict import Refused, Verdict, allowed, insist, refused

ON_BAIL = frozenset({Disposal.BAIL, Disposal.BAIL_WITH_CONDITIONS})
BEFORE_CHARGE = frozenset({Disposal.BAIL, Disposal.BAIL_WITH_CONDITIONS, Disposal.UNDER_INVESTIGATION})


@action
def charged(
    *, by: Acting, at: datetime, detention: int, about: tuple[str, ...] = (), kept: bool = False, key: str | None = None
) -> str:
    """Note that the person is charged: the 24 hours are over; reviews go on, now by the custody officer.

    `kept`: bail is refused; a child is then owed local authority accommodation.
    """
    require(by, "cases.charge")
    found = _authorised(detention)
    if found.charged_at:
        raise Refused(refused("This person is charged already.", "Order of events"))
    found.charged_at = at
    found.save(update_fields=["charged_at"])
    keep(LIMIT, record=found.ref, at=at)
    if kept and is_child(found):
        promise(ACCOMMODATION, record=found.ref, due=accommodation_by(at), began_at=at, about=(found.person.ref,),
                words={"who": found.person.name}, unit=found.suite.name)  # fmt: skip
    no_application(found, "The person is charged")
    say(CHARGED, found, about=about)
    return found.ref


@action
def release(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    closing: Closing,
    words: str = "",
    key: str | None = None,
) -> str:
    """Close the custody record with a disposal; a refusal names every thing missing before the door."""
    require(by, "custody.release")
    found = lock(detention)
    if found.authorised_at is None and closing.disposal is not Disposal.DE_ARRESTED:
        raise Refused(refused("Authorise detention, or refuse it, first.", "PACE s.37"))
    insist(may_close(closing=closing))
    disposal = closing.disposal or Disposal.NO_FURTHER_ACTION
    insist(_fits(found, disposal))
    _to_bail(found, by, at, disposal, closing, words)
    end_stay(found, at)
    found.released_at, found.disposal, found.disposal_words = at, disposal.value, words
    found.bail_until = _bail_until(found, disposal)
    found.save(update_fields=["released_at", "disposal", "disposal_words", "bail_until"])
    if found.charged_at is None:
        keep(LIMIT, record=found.ref, at=at)
    for kind in (REVIEW, CALL_ADULT, ADULT_HERE, DELAY_ENDS, ACCOMMODATION):
        withdraw(kind, record=found.ref, slot=EVERY_SLOT, why="The person is no longer in detention")
    withdraw(DECIDE, record=found.ref, why="The person is no longer in detention")
    withdraw_care(found, "The person is no longer in detention")
    no_application(found, "The person is no longer in detention")
    facts = {
        "disposal": disposal.value,
        "disposal_code": disposal.name.lower(),
        "held_seconds": round((at - found.arrived_at).total_seconds()),
        "of_the_borough": found.of_the_borough,
        "day": local_day(at).isoformat(),
    }
    say(RELEASED, found, facts, words={"words": words, "way_home": closing.way_home})
    return found.ref


def _fits(found: Detention, disposal: Disposal) -> Verdict:
    after_charge = disposal in (Disposal.CHARGED_AND_BAILED, Disposal.CHARGED_AND_KEPT)
    if after_charge and found.charged_at is None:
        return refused("Nobody is charged: charge first.", "PACE s.37(7)", field="disposal")
    if found.charged_at and disposal in BEFORE_CHARGE:
        return refused("This person is charged: bail them or keep them for court.", "PACE s.38", field="disposal")
    return allowed()


def _bail_until(found: Detention, disposal: Disposal) -> date | None:
    """Bail before charge is to the last day of the period, as the action that granted it left it (s.47ZA(2))."""
    if disposal not in ON_BAIL:
        return None
    return found.bails.filter(ended_at=None).values_list("return_on", flat=True).first()


def _to_bail(found: Detention, by: Acting, at: datetime, disposal: Disposal, closing: Closing, words: str) -> None:
    """Bail before charge and release under investigation have records of their own, with their own clocks."""
    if disposal is Disposal.UNDER_INVESTIGATION:
        release_under_investigation(by=by, at=at, detention=found.pk, why=words)
    if disposal not in ON_BAIL:
        return
    period = period_from_here(found, at)
    grant_bail(
        by=by,
        at=at,
        detention=found.pk,
        until=(period and last_day(period)) or local_day(at),
        conditions=words.splitlines() if disposal is Disposal.BAIL_WITH_CONDITIONS else (),
        why="" if disposal is Disposal.BAIL_WITH_CONDITIONS else words,
        views_sought=closing.victim_views_sought,
        views_why_not=closing.victim_views_why_not,
    )


def _authorised(detention: int) -> Detention:
    found = lock(detention)
    if found.authorised_at is None:
        raise Refused(refused("Detention is not authorised yet.", "PACE s.37"))
    return found
