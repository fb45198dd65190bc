"""The ways out of detention, and what a charge changes (P32)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.bailing import grant_bail, release_under_investigation
from bluelamp.custody.bails import last_day, period_from_here
from bluelamp.custody.care_keeping import withdraw_care
from bluelamp.custody.cells import is_child
from bluelamp.custody.escorts import Way, close_escort, open_escort
from bluelamp.custody.events.leaving import CHARGED, LEFT_BY, RELEASED
from bluelamp.custody.keeping import WhileFrozen, end_doings, end_stay, lock, say
from bluelamp.custody.models import Detention, EscortRecord, Leaving, PreRelease
from bluelamp.custody.owed.called import ADULT_COMES, CALL_ADULT, END_DELAY
from bluelamp.custody.owed.clocks import DECIDE, LIMIT, REVIEW
from bluelamp.custody.owed.leaving import COURT, court_by
from bluelamp.custody.owed.treatment import ASK_AUTHORITY, DOSE
from bluelamp.custody.owed.warrants import no_application
from bluelamp.custody.property_held import give_back, items_held, settled
from bluelamp.custody.queries_leaving import assessment_of, death_referred, notice_made
from bluelamp.custody.responsible import end
from bluelamp.custody.rules.disposals import NO_POWER_TO_KEEP, Closing, Disposal, may_close
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.custody.rules.pre_release import still_good
from bluelamp.custody.rules.ways_out import ToCourt, WayOut, may_go_to_court, may_leave_by
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict, allowed, every, insist, refused

GONE = "The person is no longer in detention"
ON_BAIL = frozenset({Disposal.BAIL, Disposal.BAIL_WITH_CONDITIONS})
AFTER_CHARGE = frozenset(
    {
        Disposal.CHARGED_AND_BAILED,
        Disposal.CHARGED_AND_KEPT,
        Disposal.WARRANT_OR_RECALL,
        Disposal.TRANSFERRED,
        Disposal.PLACE_OF_SAFETY,
        Disposal.DIED,
    }
)


@action
def charged(
    *, by: Acting, at: datetime, detention: int, about: tuple[str, ...] = (), kept: bool = False, key: str | None = None
) -> str:
    """Note that the person is charged: the 24 hours are over; reviews go on, now by the custody officer.

    Somebody `kept` is owed the first sitting of a court (PACE s.46).
    """
    require(by, "cases.charge")
    found = _authorised(detention)
    if found.charged_at:
        raise Refused(refused("This person is charged already.", "Order of events"))
    found.charged_at = at
    found.save(update_fields=["charged_at"])
    keep(LIMIT, record=found.ref, at=at)
    no_application(found, "The person is charged")
    if kept:
        _owe_court(found, at)
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
    property_words: str = "",
    given_back: Sequence[int] = (),
    way: WayOut | None = None,
    move: ToCourt | None = None,
    key: str | None = None,
) -> str:
    """Close the custody record with a disposal; a refusal names every thing missing before the door.

    The risk assessment, the written notice and the referral of a death are looked up, never taken on trust.
    `way` is what this way out needs, `move` the court of somebody charged and kept; `given_back` are items of
    property, and what is not among them is answered for in `property_words`.
    """
    require(by, "custody.release")
    found = lock(detention, while_frozen=_even_when_frozen(closing))
    if found.authorised_at is None and closing.disposal not in NO_POWER_TO_KEEP | {Disposal.DIED}:
        raise Refused(refused("Authorise detention, or refuse it, first.", "PACE s.37"))
    assessed, kept = assessment_of(found), items_held(found)
    closing = _as_recorded(found, closing, assessed, bool(kept or property_words.strip()))
    disposal = closing.disposal or Disposal.NO_FURTHER_ACTION
    way = replace(way or WayOut(disposal=disposal), disposal=disposal, child=is_child(found), why=words)
    move = replace(move or ToCourt(charged_at=None), charged_at=found.charged_at)
    rest = settled(kept, given_back, property_words)
    insist(every(_assessed(found, closing, assessed), may_close(closing=closing), rest, *_fits(found, way, move, at)))
    give_back(found, kept, given_back, property_words, by, at)
    _write_leaving(found, by, at, closing, property_words, way, move)
    if disposal is Disposal.CHARGED_AND_KEPT:
        _to_court(found, move, at)
    close_escort(found, move.handed_to or by.name, at)
    _to_bail(found, by, at, closing, words)
    _close(found, at, disposal, words)
    facts = {
        "disposal": disposal.value,
        "disposal_code": disposal.name.lower(),
        "held_seconds": round((at - found.arrived_at).total_seconds()),
        "of_the_borough": found.of_the_borough,
        "day": local_day(at).isoformat(),
    }
    say(RELEASED, found, facts, words={"words": words, "way_home": closing.way_home})
    return found.ref


def _even_when_frozen(closing: Closing) -> WhileFrozen:
    return WhileFrozen.ITS_END if closing.disposal is Disposal.DIED else WhileFrozen.NOTHING


def _as_recorded(found: Detention, closing: Closing, assessed: PreRelease | None, settled_below: bool) -> Closing:
    return replace(
        closing,
        risk_assessed=assessed is not None,
        way_home=closing.way_home or (assessed.way_home if assessed else ""),
        property_settled=closing.property_settled or settled_below,
        notice_given=closing.notice_given or notice_made(found),
        referred_to_iopc=death_referred(found),
    )


def _assessed(found: Detention, closing: Closing, assessed: PreRelease | None) -> Verdict:
    """That one was made is asked by `may_close`; here, whether the charge came after it."""
    if assessed is None or closing.disposal is Disposal.DIED:
        return allowed()
    return still_good(assessed_at=assessed.at, charged_at=found.charged_at)


def _fits(found: Detention, way: WayOut, move: ToCourt, at: datetime) -> list[Verdict]:
    after_charge = way.disposal in (Disposal.CHARGED_AND_BAILED, Disposal.CHARGED_AND_KEPT)
    if after_charge and found.charged_at is None:
        return [refused("Nobody is charged: charge first.", "PACE s.37(7)", field="disposal")]
    if found.authorised_at and way.disposal is Disposal.NOT_AUTHORISED:
        words = f"Detention was authorised {spoken(found.authorised_at)}: choose how the person leaves."
        return [refused(words, "PACE s.37", field="disposal")]
    if found.charged_at and way.disposal not in AFTER_CHARGE:
        words = "This person is charged: bail them or keep them for court."
        return [refused(words, "PACE s.38", field="disposal")]
    court = way.disposal is Disposal.CHARGED_AND_KEPT
    return [
        may_leave_by(way=way, law=law_of("custody"), at=at),
        *([may_go_to_court(move=move, law=law_of("custody"))] if court else []),
    ]


def _close(found: Detention, at: datetime, disposal: Disposal, words: str) -> None:
    end_stay(found, at)
    end_doings(found, at)
    end(found.person_id, at)
    found.released_at, found.disposal, found.disposal_words = at, disposal.value, words
    found.bail_until, found.waiting_for = _bail_until(found, disposal), []
    found.save(update_fields=["released_at", "disposal", "disposal_words", "bail_until", "waiting_for"])
    if found.charged_at is None:
        keep(LIMIT, record=found.ref, at=at)
    elif disposal is Disposal.CHARGED_AND_KEPT:
        keep(COURT, record=found.ref, at=at)
    else:
        withdraw(COURT, record=found.ref, why="Not kept for court")
    for kind in (DECIDE, REVIEW, CALL_ADULT, ADULT_COMES, END_DELAY, DOSE, ASK_AUTHORITY):
        withdraw(kind, record=found.ref, slot=EVERY_SLOT, why=GONE)
    withdraw_care(found, GONE)
    no_application(found, GONE)


def _write_leaving(
    found: Detention, by: Acting, at: datetime, closing: Closing, property_words: str, way: WayOut, move: ToCourt
) -> None:
    kept = way.disposal is Disposal.CHARGED_AND_KEPT
    made = Leaving.objects.create(
        detention=found,
        at=at,
        officer_id=by.officer_id,
        property_words=property_words,
        notice_given=closing.notice_given,
        admitted=way.admitted,
        consents=way.consents,
        appropriate_adult=way.appropriate_adult,
        agreed=way.agreed,
        reference=way.reference,
        taken_over_by=way.taken_over_by,
        victim_told=closing.victim_told,
        victim_not_told_why=closing.victim_not_told_why,
        court=move.court if kept else "",
        sitting_at=move.sitting_at if kept else None,
        court_told=move.court_told if kept else "",
        handed_to=move.handed_to if kept else "",
    )
    needed = [made.agreed, made.reference, made.taken_over_by, made.court, made.court_told, made.handed_to]
    words = {"property": property_words or "settled", "needed": ". ".join(one for one in needed if one)}
    say(LEFT_BY, found, {"sitting_at": made.sitting_at.isoformat() if made.sitting_at else None}, words=words)


def _to_court(found: Detention, move: ToCourt, at: datetime) -> None:
    """The escort record goes with whoever takes the person to court, who have rules of their own for crews."""
    going = Escorting(crew=(move.handed_to,), risk=", ".join(found.risk_marks) or "No marks recorded")
    way = Way(why=EscortRecord.Why.COURT, start=found.suite.name, end=move.court, can_wait=False)
    open_escort(found, way, going, at)


def _bail_until(found: Detention, disposal: Disposal) -> date | None:
    """Bail before charge is to the last day of the period, as the action that granted it left it (s.47ZA(2))."""
    if disposal not in ON_BAIL:
        return None
    return found.bails.filter(ended_at=None).values_list("return_on", flat=True).first()


def _to_bail(found: Detention, by: Acting, at: datetime, closing: Closing, words: str) -> None:
    """Bail before charge and release under investigation have records of their own, with their own clocks."""
    if closing.disposal is Disposal.UNDER_INVESTIGATION:
        release_under_investigation(by=by, at=at, detention=found.pk, why=words)
    if closing.disposal not in ON_BAIL:
        return
    period = period_from_here(found, at)
    conditional = closing.disposal is Disposal.BAIL_WITH_CONDITIONS
    grant_bail(
        by=by,
        at=at,
        detention=found.pk,
        until=(period and last_day(period)) or local_day(at),
        conditions=words.splitlines() if conditional else (),
        why="" if conditional else words,
        views_sought=closing.victim_views_sought,
        views_why_not=closing.victim_views_why_not,
    )


def _owe_court(found: Detention, at: datetime) -> None:
    owe = partial(
        promise, record=found.ref, began_at=at, words={"who": found.person.name}, about=(found.person.ref,),
        unit=found.suite.name,
    )  # fmt: skip
    owe(COURT, due=court_by(found))


def _authorised(detention: int) -> Detention:
    found = lock(detention)
    if found.authorised_at is None:
        raise Refused(refused("Detention is not authorised yet.", "PACE s.37"))
    return found
