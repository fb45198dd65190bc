"""What may be done to a custody record now, by this person; refusals with the law."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.clocks import decider
from bluelamp.custody.keeping import is_dead
from bluelamp.custody.models import Detention
from bluelamp.custody.offers import called, care
from bluelamp.custody.offers.clocks import offers as clock_offers
from bluelamp.custody.offers.desk import booking_in, of_the_desk
from bluelamp.custody.offers.wording import first_of, offer
from bluelamp.custody.rules.authorising import may_decide
from bluelamp.custody.rules.detention_clock import extended_limit
from bluelamp.custody.rules.extensions import Extending, may_extend
from bluelamp.custody.rules.reviews import may_review
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import allowed, every, refused


def offers(found: Detention, by: Acting, *, reviews_at: Sequence[datetime], in_cell: str, at: datetime) -> list[Offer]:
    """What the custody desk may do with an open record, in the order of the work; nothing on a closed one.

    On one frozen after a serious injury: the care, and the reviews, that the person is owed all the same.
    """
    parts = groups(found, by, reviews_at=reviews_at, in_cell=in_cell, at=at)
    return [one for _, listed in parts for one in listed]


def groups(
    found: Detention, by: Acting, *, reviews_at: Sequence[datetime], in_cell: str, at: datetime
) -> list[tuple[str, list[Offer]]]:
    """The same under the headings of the work: the desk, moves, care, people called, clocks."""
    if found.released_at or (found.frozen_at and is_dead(found)):
        return []
    away = any(each.returned_at is None for each in found.absences.all())
    if found.frozen_at:
        return _of_the_injured(found, by, reviews_at, in_cell, away, at)
    first = [_review(found, by, reviews_at, at)] if found.authorised_at else [booking_in(found, by)]
    first += [] if found.authorised_at else [_authorise(found, by, at)]
    return [
        ("Desk", [*first, _cell(found, by, in_cell, away), *of_the_desk(found, by)]),
        ("Moves", [_hospital(found, by, away), _custody_of(found, by), _transfer(found, by, away)]),
        ("Care", care.offers(found, by, away=away, at=at)),
        ("People called", called.offers(found, by)),
        ("Clocks", _of_the_clocks(found, by, reviews_at, at)),
    ]


def _of_the_injured(
    found: Detention, by: Acting, reviews_at: Sequence[datetime], in_cell: str, away: bool, at: datetime
) -> list[tuple[str, list[Offer]]]:
    clocks = [_review(found, by, reviews_at, at), _postpone(found, by, at)] if found.authorised_at else []
    return [
        ("Care", care.offers(found, by, away=away, at=at)),
        ("People called", called.to_help(found, by)),
        ("Moves", [_hospital(found, by, away), _cell(found, by, in_cell, away)]),
        ("Clocks", clocks),
    ]


def _of_the_clocks(found: Detention, by: Acting, done: Sequence[datetime], at: datetime) -> list[Offer]:
    made = []
    if found.authorised_at:
        made.append(_postpone(found, by, at))
        if found.charged_at is None:
            made.append(_extend(found, by, done, at))
    return [*made, *clock_offers(found, by, at)]


def _authorise(found: Detention, by: Acting, at: datetime) -> Offer:
    verdict = first_of(
        may(by, "custody.authorise"), may_decide(decider=decider(by, found), law=law_of("custody"), at=at)
    )
    return offer("Authorise or refuse detention", "journeys:authorise", found.pk, verdict, "As soon as practicable")


def _review(found: Detention, by: Acting, done: Sequence[datetime], at: datetime) -> Offer:
    rule = may_review(decider=decider(by, found), charged=bool(found.charged_at), law=law_of("custody"), at=at)
    verdict = first_of(rule, may(by, "custody.review", "custody.authorise"))
    label = f"Write review {len(done) + 1}"
    return offer(label, "custody:review", found.pk, verdict, "Representations are heard first")


def _postpone(found: Detention, by: Acting, at: datetime) -> Offer:
    rule = may_review(decider=decider(by, found), charged=bool(found.charged_at), law=law_of("custody"), at=at)
    verdict = first_of(rule, may(by, "custody.review", "custody.authorise"))
    return offer("Postpone the review", "custody:postpone", found.pk, verdict, "Only for a reason the law names")


def _cell(found: Detention, by: Acting, in_cell: str, away: bool) -> Offer:
    state = refused("Not now: at hospital.", "Order of events") if away else allowed()
    label = "Move to another cell" if in_cell else "Choose a cell"
    note = f"In {in_cell} now" if in_cell else "Ranked, with reasons"
    return offer(label, "custody:cell", found.pk, first_of(may(by, "custody.transfer"), state), note)


def _hospital(found: Detention, by: Acting, away: bool) -> Offer:
    label = "Back from hospital" if away else "Send to hospital"
    note = "Both clocks go on" if away else "Both clocks stand still until the return"
    return offer(label, "custody:hospital", found.pk, may(by, "custody.transfer"), note)


def _custody_of(found: Detention, by: Acting) -> Offer:
    return offer("Hand over, or take back", "custody:custody_of", found.pk, may(by, "custody.authorise"), "Who answers")


def _transfer(found: Detention, by: Acting, away: bool) -> Offer:
    state = refused("Not now: at hospital.", "Order of events") if away else allowed()
    verdict = first_of(may(by, "custody.transfer"), state)
    return offer("To another suite, or arrived there", "custody:transfer", found.pk, verdict, "The clock goes on")


def _extend(found: Detention, by: Acting, done: Sequence[datetime], at: datetime) -> Offer:
    facts, law = found.as_facts(), law_of("custody")
    extending = Extending(detention=facts, kind_of_offence=found.kind_of_offence(), reviews_done=tuple(done))
    furthest = extended_limit(detention=facts, law=law, at=at)
    until = furthest.due if furthest else at
    rule = may_extend(extending=extending, decider=decider(by, found), until=until, law=law, at=at)
    verdict = every(rule, may(by, "custody.extend")) if rule.allowed else rule
    return offer("Extend beyond 24 hours", "custody:extend", found.pk, verdict, "Towards 36 hours")
