"""What the rules say of a detention in the database, as of now."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer
from bluelamp.custody.models import Detention
from bluelamp.custody.rules import detention_clock, reviews
from bluelamp.custody.rules.facts import Decider
from bluelamp.deadlines.deadline import Deadline
from bluelamp.places.law_in_force import law_of


def limit_of(detention: Detention, at: datetime | None = None) -> Deadline | None:
    """By when the person must be charged or released; None while the clock has not started."""
    return detention_clock.current_limit(detention=detention.as_facts(), law=law_of("custody"), at=at or clock.now())


def next_review_of(detention: Detention, at: datetime | None = None) -> Deadline | None:
    """When the next review is due; None until detention is authorised."""
    if detention.authorised_at is None:
        return None
    return reviews.next_review(reviewing=reviewing(detention), law=law_of("custody"), at=at or clock.now())


def both_clocks(detention: Detention, at: datetime) -> tuple[Deadline | None, Deadline | None, Sequence[datetime]]:
    """The limit, the next review and the times of the reviews done, the facts of both read once."""
    law, facts = law_of("custody"), detention.as_facts()
    limit = detention_clock.current_limit(detention=facts, law=law, at=at)
    if detention.authorised_at is None:
        return limit, None, ()
    done = tuple(each.done_at for each in detention.reviews_done())
    asked = reviews.Reviewing(authorised_at=detention.authorised_at, done=done, hospital=facts.hospital)
    return limit, reviews.next_review(reviewing=asked, law=law, at=at), done


def reviewing(detention: Detention) -> reviews.Reviewing:
    """The facts the review rule takes. Raises ValueError until detention is authorised."""
    if detention.authorised_at is None:
        raise ValueError("Detention is not authorised.")
    return reviews.Reviewing(
        authorised_at=detention.authorised_at,
        done=tuple(each.done_at for each in detention.reviews_done()),
        hospital=detention.hospital_visits(),
    )


def warrant_by(detention: Detention, at: datetime | None = None) -> Deadline | None:
    """By when to apply for a warrant as things stand: 36 h; None while the clock has not started."""
    return detention_clock.extended_limit(detention=detention.as_facts(), law=law_of("custody"), at=at or clock.now())


def decider(by: Acting, detention: Detention) -> Decider:
    """Who decides, as the rules see them: regular rank, and involved where they made the arrest."""
    arrest = detention.arrest
    return Decider(
        rank=by.regular_rank,
        custody_officer="custody.authorise" in by.capabilities,
        involved=bool(arrest and arrest.officer_id == by.officer_id),
    )


def decider_named(by: Acting, authority: int | None) -> Decider:
    """Who authorised, as the rules see them: the officer named, or who writes where none is. One statement if named."""
    if authority is None or authority == by.officer_id:
        return Decider(rank=by.regular_rank)
    officer = Officer.objects.get(pk=authority)
    return Decider(rank=officer.regular_rank, special_grade=officer.special_grade)
