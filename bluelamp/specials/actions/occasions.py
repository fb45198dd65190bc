"""Events: made and cancelled by the coordinator; specials sign up, and are paired where their status asks for it."""

from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.duty.queries import patrol_steps
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.specials import events
from bluelamp.specials.keeping import about, own_record
from bluelamp.specials.models import Occasion, SignUp
from bluelamp.specials.queries import going, holder, work
from bluelamp.specials.rules import deployment
from bluelamp.verdict import Refused, insist, refused


@action
def make_occasion(
    *, by: Acting, at: datetime, title: str, place: str, starts: datetime, ends: datetime, wanted: int,
    supervised: bool = False, training: bool = False, words: str = "", key: str | None = None,
) -> str:  # fmt: skip
    """Make an event that specials may sign up for."""
    require(by, "specials.coordinate")
    if starts <= at:
        raise Refused(refused("Enter a time that is still to come.", "Order of events", field="starts"))
    if ends <= starts:
        raise Refused(refused("An event ends after it begins.", "Order of events", field="ends"))
    if wanted < 1:
        raise Refused(refused("An event wants at least one special.", field="wanted"))
    made = Occasion.objects.create(
        title=title.strip(), place=place.strip(), during=DateTimeTZRange(starts, ends), wanted=wanted,
        supervised=supervised, training=training, words=words.strip(), made_at=at, made_by_id=officer_of(by),
    )  # fmt: skip
    facts = {"title": made.title, "wanted": wanted, "supervised": supervised, "training": training}
    write(events.OCCASION_MADE, record=made.ref, facts=facts)
    return made.ref


@action
def cancel_occasion(*, by: Acting, at: datetime, occasion: int, key: str | None = None) -> str:
    """Cancel an event that has not begun; it goes from the page of everyone who is down for it."""
    require(by, "specials.coordinate")
    found = _open(occasion, at)
    found.cancelled_at = at
    found.save(update_fields=["cancelled_at"])
    down = found.sign_ups.filter(withdrawn_at=None).values_list("special_id", flat=True)
    refs = tuple(f"special:{one}" for one in down)
    write(events.OCCASION_CANCELLED, record=found.ref, facts={"title": found.title}, about=refs)
    return found.ref


@action
def sign_up(*, by: Acting, at: datetime, occasion: int, key: str | None = None) -> str:
    """Sign up. Who may go only beside an experienced officer has a place at once, which stands when one is named."""
    require(by, "specials.mine")
    special, found = own_record(by), _open(occasion, at)
    down = found.sign_ups.filter(withdrawn_at=None)
    if down.filter(special=special).exists():
        raise Refused(refused("You are down for this event already.", "Order of events"))
    if down.count() >= found.wanted:
        raise Refused(refused(f"All {found.wanted} places are taken.", "Places at the event"))
    other = SignUp.objects.filter(
        special=special, withdrawn_at=None, occasion__cancelled_at=None, occasion__during__overlap=found.during
    ).first()
    if other:
        raise Refused(refused(f"You are down for {other.occasion.title} at that time.", "Nobody is in two places"))
    insist(deployment.may_go(going=going(special, beside=deployment.TO_BE_NAMED), work=work(found)))
    SignUp.objects.create(occasion=found, special=special, signed_up_at=at)
    _say(events.SIGNED_UP, special.ref, found, about(special))
    return found.ref


@action
def withdraw_sign_up(*, by: Acting, at: datetime, occasion: int, key: str | None = None) -> str:
    """Step back from an event; without a reason and without penalty."""
    require(by, "specials.mine")
    special, found = own_record(by), _open(occasion, at)
    mine = found.sign_ups.filter(special=special, withdrawn_at=None).first()
    if mine is None:
        raise Refused(refused("You are not down for this event.", "Order of events"))
    mine.withdrawn_at = at
    mine.save(update_fields=["withdrawn_at"])
    _say(events.SIGN_UP_WITHDRAWN, special.ref, found, about(special))
    return found.ref


@action
def pair(*, by: Acting, at: datetime, occasion: int, special: int, beside: int, key: str | None = None) -> str:
    """Name the experienced officer with whom a special goes to an event (S3)."""
    require(by, "specials.coordinate")
    found = _open(occasion, at)
    place = found.sign_ups.select_related("special__officer").filter(special=special, withdrawn_at=None).first()
    officer = Officer.objects.filter(pk=beside, is_active=True).first()
    if place is None or officer is None:
        raise Refused(refused("Choose an officer for somebody who is down for this event.", field="beside"))
    if officer.pk == place.special.officer_id:
        raise Refused(refused("Nobody goes beside themselves.", deployment.SOURCE, field="beside"))
    status = patrol_steps([officer.pk]).get(officer.pk, "")
    insist(deployment.may_go_beside(holder=holder(officer), status=status))
    place.beside = officer
    place.save(update_fields=["beside"])
    facts = {"title": found.title}
    write(events.PAIRED, record=place.special.ref, facts=facts, words={"beside": str(officer)},
          about=(found.ref, officer.ref))  # fmt: skip
    return found.ref


def _open(occasion: int, at: datetime) -> Occasion:
    found = Occasion.objects.select_for_update(of=("self",)).get(pk=occasion)
    if found.cancelled_at:
        raise Refused(refused("This event is cancelled.", "Order of events"))
    if found.during.lower <= at:
        raise Refused(refused("This event has begun.", "Order of events"))
    return found


def _say(event: Event, record: str, occasion: Occasion, others: tuple[str, ...]) -> None:
    write(event, record=record, facts={"title": occasion.title}, about=(occasion.ref, *others))
