"""Reviews of detention, done or postponed, and a superintendent's extension (P13 to P15)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.clocks import decider, next_review_of
from bluelamp.custody.events.clocks import EXTENDED, REVIEW_POSTPONED, REVIEWED
from bluelamp.custody.keeping import lock, restate_clocks, say
from bluelamp.custody.models import Detention, Extension, Postponement, Review
from bluelamp.custody.owed.clocks import REVIEW
from bluelamp.custody.rules.extensions import Extending, may_extend
from bluelamp.custody.rules.reviews import may_postpone, may_review
from bluelamp.deadlines.instants import as_local, spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def review(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    outcome: str,
    words: str,
    representations: str = "",
    method: str = "in_person",
    n: int | None = None,
    key: str | None = None,
) -> str:
    """Record a review; the next is timed from this one, or from when this was due if it is late (PACE s.40).

    `n` is the review the officer means to write: refused where somebody has written it meanwhile.
    """
    require(by, "custody.review", "custody.authorise")
    found = lock(detention)
    due = next_review_of(found, at)
    if due is None or found.authorised_at is None or at < found.authorised_at:
        raise Refused(refused("There is nothing to review: detention is not authorised.", "PACE s.40(3)"))
    insist(may_review(decider=decider(by, found), charged=bool(found.charged_at), law=law_of("custody"), at=at))
    if not words.strip():
        raise Refused(refused("Write the grounds of the review.", "PACE s.40, Code C 15", field="words"))
    number = _number(found, n)
    done = Review.objects.create(
        detention=found,
        n=number,
        due_at=due.due,
        done_at=at,
        officer_id=officer_of(by),
        outcome=outcome,
        words=words,
        representations=representations,
        method=method,
    )
    keep(REVIEW, record=found.ref, slot=str(number), at=at)
    restate_clocks(found, at)
    facts = {"n": number, "due_at": due.due.isoformat(), "outcome": outcome, "method": method}
    facts |= {"outcome_words": Review.Outcome(done.outcome).label}
    say(REVIEWED, found, facts, words={"words": words, "representations": representations})
    return found.ref


@action
def postpone_review(
    *, by: Acting, at: datetime, detention: int, reason: str, words: str, key: str | None = None
) -> str:
    """Put a review off for a reason the law names. It stays owed, and later reviews keep their times (PACE s.40(4))."""
    require(by, "custody.review", "custody.authorise")
    found = lock(detention)
    insist(may_postpone(reason=reason, words=words, law=law_of("custody"), at=at))
    n = found.reviews.count() + 1
    Postponement.objects.create(detention=found, n=n, at=at, officer_id=officer_of(by), reason=reason, words=words)
    facts = {"n": n, "reason": reason, "reason_words": reason.replace("_", " ")}
    say(REVIEW_POSTPONED, found, facts, words={"words": words})
    return found.ref


@action
def extend(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    until: datetime,
    grounds: str,
    representations: str,
    diligent: bool,
    necessary: bool,
    key: str | None = None,
) -> str:
    """Extend detention towards 36 hours: a superintendent, after the second review and before 24 h (PACE s.42)."""
    require(by, "custody.extend")
    found = lock(detention)
    extending = Extending(
        detention=found.as_facts(),
        kind_of_offence=found.arrest.offence_class if found.arrest else "summary",
        reviews_done=tuple(each.done_at for each in found.reviews_done()),
        necessary=necessary,
        diligent=diligent,
        representations_heard=bool(representations.strip()),
    )
    insist(may_extend(extending=extending, decider=decider(by, found), until=until, law=law_of("custody"), at=at))
    Extension.objects.create(
        detention=found,
        authorised_at=at,
        until=until,
        officer_id=officer_of(by),
        grounds=grounds,
        representations=representations,
    )
    restate_clocks(found, at)
    facts = {"until": until.isoformat(), "until_words": f"{as_local(until):%H:%M on %A %-d %B}"}
    say(EXTENDED, found, facts, words={"grounds": grounds, "representations": representations})
    return found.ref


def _number(found: Detention, meant: int | None) -> int:
    last = found.reviews.select_related("officer").order_by("-n").first()
    number = last.n + 1 if last else 1
    if last and meant is not None and meant != number:
        words = f"Review {last.n} was done meanwhile, {spoken(last.done_at)}, by {last.officer}. The next is {number}."
        raise Refused(refused(words, "PACE s.40"))
    return number
