"""The promises that the clocks make: a decision, each review, the end of the detention clock."""

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.clocks import limit_of, next_review_of
from bluelamp.custody.models import Detention, Review
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.owed.warnings import before, before_limit
from bluelamp.custody.rules import authorising
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of

_REVIEWS: Compiled[int] = Compiled(
    lambda: Review.objects.filter(detention_id=Given("detention")).values_list("pk", flat=True)
)


def review_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the next review; None once reviewed, released or not authorised."""
    detention = held_open(record)
    if detention is None or detention.authorised_at is None:
        return None
    done = len(_REVIEWS.ask(detention=detention.pk))
    return next_review_of(detention) if slot == str(done + 1) else None


def limit_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: by when to charge or release; None once charged or released."""
    detention = held_open(record)
    return limit_of(detention) if detention and detention.charged_at is None else None


def decision_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the decision at the desk; None once made."""
    detention = held_open(record)
    return decision_by(detention) if detention and detention.authorised_at is None else None


def decision_by(detention: Detention) -> Deadline:
    """By when the desk decides about this detention."""
    return authorising.decide_by(arrived_at=detention.arrived_at, law=law_of("custody"))


REVIEW = Kind(
    name="custody.review",
    wording="Review {n}, detention of {who}",
    title="Review a detention",
    to="The detained person",
    source="PACE s.40(3)",
    acts="custody.review",
    kept_when="The review is recorded",
    ask=review_due,
    warn_minutes=before("warnings.review"),
    page="desks:detention",
    group="Custody",
)
LIMIT = Kind(
    name="custody.detention_limit",
    wording="Detention of {who} ends: charge or release",
    title="Charge or release within the limit",
    to="The detained person",
    source="PACE s.41(1)",
    acts="custody.release",
    kept_when="The person is charged or released",
    ask=limit_due,
    warn_minutes=before_limit(),
    page="desks:detention",
    group="Custody",
)
DECIDE = Kind(
    name="custody.decide",
    wording="Authorise or refuse the detention of {who}",
    title="Decide on detention",
    to="The detained person",
    source="PACE s.37(10), as soon as practicable",
    acts="custody.authorise",
    kept_when="Detention is authorised or refused",
    ask=decision_due,
    page="desks:detention",
    group="Custody",
)
