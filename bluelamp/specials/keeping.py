"""What every action on a record begins with: the record locked, who would sign, and where the special stands."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local_day
from bluelamp.specials.models import Special
from bluelamp.specials.queries import holder, trained_officers
from bluelamp.specials.rules import pathway, regulars
from bluelamp.specials.rules.rank import Holder
from bluelamp.verdict import Refused, refused


def open_record(special: int) -> Special:
    """The record, locked; refused where it is closed."""
    found = Special.objects.select_for_update(of=("self",)).get(pk=special)
    if found.ended_at:
        raise Refused(refused("The record is closed.", "Order of events"))
    return found


def own_record(by: Acting) -> Special:
    """The open record of the special who acts, locked."""
    found = Special.objects.select_for_update(of=("self",)).filter(officer_id=officer_of(by), ended_at=None).first()
    if found is None:
        words = "No open record of a special names your account. Ask the specials coordinator to link it."
        raise Refused(refused(words, "One record, one account"))
    return found


def hand_of(by: Acting, special: Special) -> pathway.Hand:
    """Who would sign, as the rule takes them."""
    signer = Officer.objects.filter(pk=by.officer_id or 0).first()
    return pathway.Hand(
        holder=holder(signer) if signer else Holder(),
        coordinator=by.may("specials.coordinate"),
        tutor=by.officer_id is not None and special.tutor_id == by.officer_id,
        own=by.officer_id is not None and special.officer_id == by.officer_id,
    )


def standing_of(special: Special, at: datetime) -> pathway.Standing:
    """Where the special stands at `at`."""
    numbers = [special.officer_id] if special.officer_id else []
    return special.standing(trained=bool(trained_officers(numbers, on=local_day(at))))


def about(special: Special) -> tuple[str, ...]:
    """The officer whom an entry is about, once there is an account."""
    return (f"officer:{special.officer_id}",) if special.officer_id else ()


def progress(special: Special, at: datetime) -> regulars.Progress:
    """Where the special is on the way into the regulars."""
    evidence = list(special.evidence.all())
    return regulars.Progress(
        career=special.aim == Special.Aim.CAREER,
        independent="independent" in standing_of(special, at).passed,
        evidenced=frozenset(one.step for one in evidence),
        signed=frozenset(one.step for one in evidence if one.signed_at),
    )
