"""Reviews of detention, done or postponed, and a superintendent's extension (P13 to P15)."""

from dataclasses import dataclass, replace
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.compiled import Compiled, Given
from bluelamp.custody.clocks import decider, next_review_of
from bluelamp.custody.events.clocks import EXTENDED, REVIEW_POSTPONED, REVIEWED
from bluelamp.custody.keeping import WhileFrozen, lock, restate_clocks, say
from bluelamp.custody.models import Detention, Extension, Postponement, Review
from bluelamp.custody.owed.clocks import REVIEW
from bluelamp.custody.owed.warrants import owe_application
from bluelamp.custody.rules.extensions import Extending, may_extend
from bluelamp.custody.rules.reviews import may_postpone, may_review, may_review_by, was_heard
from bluelamp.deadlines.instants import as_local, spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict, allowed, every, insist, refused


@dataclass(frozen=True, kw_only=True)
class LiveLink:
    """Heard by live link before an extension: after legal advice about it, and with consent (PACE s.45ZA)."""

    had_legal_advice: bool
    consented: bool


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
    no_live_link_because: str = "",
    heard: str = "",
    n: int | None = None,
    key: str | None = None,
) -> str:
    """Record a review; the next is timed from this one, or from when this was due if it is late (PACE s.40).
    `n` is the review meant: refused where somebody has written it meanwhile. `heard`: see `reviews.was_heard`."""
    require(by, "custody.review", "custody.authorise")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    due = next_review_of(found, at)
    if due is None or found.authorised_at is None or at < found.authorised_at:
        raise Refused(refused("There is nothing to review: detention is not authorised.", "PACE s.40(3)"))
    insist(may_review(decider=decider(by, found), charged=bool(found.charged_at), law=law_of("custody"), at=at))
    insist(_held_rightly(method, no_live_link_because, heard, representations, words, at))
    done = Review.objects.create(
        detention=found,
        n=_number(found, n),
        due_at=due.due,
        done_at=at,
        officer_id=officer_of(by),
        outcome=outcome,
        words=words,
        representations=representations,
        method=method,
        no_live_link_because=no_live_link_because,
        heard=heard or (representations.strip() and "made"),
    )
    keep(REVIEW, record=found.ref, slot=str(done.n), at=at)
    restate_clocks(found, at)
    facts = {"n": done.n, "due_at": due.due.isoformat(), "outcome": outcome, "method": method,
             "outcome_words": Review.Outcome(done.outcome).label}  # fmt: skip
    say(REVIEWED, found, facts, words={"words": words, "representations": representations})
    return found.ref


@action
def postpone_review(
    *, by: Acting, at: datetime, detention: int, reason: str, words: str, key: str | None = None
) -> str:
    """Put a review off for a reason the law names. It stays owed, and later reviews keep their times (PACE s.40(4))."""
    require(by, "custody.review", "custody.authorise")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    if found.authorised_at is None:
        raise Refused(refused("There is no review to postpone: detention is not authorised.", "PACE s.40(3)"))
    insist(may_review(decider=decider(by, found), charged=bool(found.charged_at), law=law_of("custody"), at=at))
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
    responsible: bool = False,
    live_link: LiveLink | None = None,
    rights_words: str = "",
    key: str | None = None,
) -> str:
    """Extend detention towards 36 hours: a superintendent, after the second review and before 24 h (PACE s.42).

    May be given in parts. `responsible`: for the station; `rights_words`: what was decided of rights not yet used.
    """
    require(by, "custody.extend")
    found = lock(detention)
    heard = replace(_extending(found, live_link), representations_heard=bool(representations.strip()))
    extending = replace(heard, necessary=necessary, diligent=diligent)
    who = replace(decider(by, found), responsible_for_station=responsible)
    insist(_not_charged(found))
    insist(may_extend(extending=extending, decider=who, until=until, law=law_of("custody"), at=at))
    Extension.objects.create(
        detention=found,
        authorised_at=at,
        until=until,
        officer_id=officer_of(by),
        grounds=grounds,
        representations=representations,
        method="live_link" if live_link else "in_person",
        rights_words=rights_words,
    )
    restate_clocks(found, at)
    owe_application(found, at)
    facts = {"until": until.isoformat(), "until_words": f"{as_local(until):%H:%M on %A %-d %B}"}
    say(EXTENDED, found, facts, words={"grounds": grounds, "representations": representations})
    return found.ref


def _extending(found: Detention, live_link: LiveLink | None) -> Extending:
    return Extending(
        detention=found.as_facts(),
        kind_of_offence=found.kind_of_offence(),
        reviews_done=tuple(each.done_at for each in found.reviews_done()),
        live_link=live_link is not None,
        had_legal_advice=bool(live_link and live_link.had_legal_advice),
        consented_to_live_link=bool(live_link and live_link.consented),
    )


def _held_rightly(
    method: str, no_live_link_because: str, heard: str, representations: str, words: str, at: datetime
) -> Verdict:
    written = allowed() if words.strip() else refused(
        "Write the grounds of the review.", "PACE s.40, Code C 15", field="words"
    )  # fmt: skip
    law = law_of("custody")
    return every(
        written,
        may_review_by(method=method, no_live_link_because=no_live_link_because, law=law, at=at),
        was_heard(heard=heard, representations=representations, law=law, at=at),
    )


def _not_charged(found: Detention) -> Verdict:
    if found.charged_at is None:
        return allowed()
    return refused("This person is charged: the 24 hours are over, and nothing is left to extend.", "PACE s.42(1)")


_LAST = Compiled(
    lambda: Review.objects.filter(detention=Given("detention")).select_related("officer").order_by("-n")[:1]
)


def _number(found: Detention, meant: int | None) -> int:
    last = _LAST.first(detention=found.pk)
    number = last.n + 1 if last else 1
    if last and meant is not None and meant != number:
        words = f"Review {last.n} was done meanwhile, {spoken(last.done_at)}, by {last.officer}. The next is {number}."
        raise Refused(refused(words, "PACE s.40"))
    return number
