"""From the application to the end of a record: applied, spoken to, accepted for checks, ended, forgotten."""

from datetime import datetime, timedelta

from bluelamp.access.acting import PUBLIC, Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.models import PatrolStatus
from bluelamp.ledger.actions.erasing import erase
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.queries import timeline
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.specials import events, owed
from bluelamp.specials.actions.patrol import set_patrol
from bluelamp.specials.keeping import open_record
from bluelamp.specials.models import Special
from bluelamp.verdict import Refused, refused

HOUR = timedelta(hours=1)


@action
def apply(
    *, by: Acting, at: datetime, name: str, email: str = "", phone: str = "", aim: str = Special.Aim.NOT_ASKED,
    why: str = "", key: str | None = None,
) -> str:  # fmt: skip
    """Take an application from anyone, or from the coordinator for somebody on the phone.

    Only the name, one way to reach them and what they wrote are kept. Refused with no way to reach them, and while
    the public form is flooded.
    """
    if by != PUBLIC:
        require(by, "specials.coordinate")
    if not (email.strip() or phone.strip()):
        raise Refused(refused("Enter an email address or a phone number.", "So that we can answer", field="email"))
    _not_flooded(by, at)
    made = Special.objects.create(
        name=name.strip(), email=email.strip(), phone=phone.strip(), aim=aim, why=why.strip(), applied_at=at
    )  # fmt: skip
    words = {"name": made.name, "why": made.why, "reached": ", ".join(filter(None, (made.email, made.phone)))}
    write(events.APPLIED, record=made.ref, facts={"aim": _aim(aim)}, words=words)
    for kind, law in ((owed.CONTACT, "application.contacted_within"), (owed.DECIDE, "application.decided_within")):
        due = owed.after_application(made, law)
        promise(kind, record=made.ref, due=due, facts={"number": made.pk})
    return made.ref


@action
def contact_applicant(*, by: Acting, at: datetime, special: int, words: str, key: str | None = None) -> str:
    """Keep that a named person spoke or wrote to the applicant, and what was said."""
    require(by, "specials.coordinate")
    found = open_record(special)
    if not words.strip():
        raise Refused(refused("Write in short what was said.", field="words"))
    found.contacted_at = found.contacted_at or at
    found.save(update_fields=["contacted_at"])
    write(events.CONTACTED, record=found.ref, words={"words": words.strip()})
    keep(owed.CONTACT, record=found.ref, at=at)
    return found.ref


@action
def accept(*, by: Acting, at: datetime, special: int, words: str = "", key: str | None = None) -> str:
    """Accept an application: the checks begin."""
    require(by, "specials.coordinate")
    found = open_record(special)
    if found.accepted_at:
        raise Refused(refused("This application is accepted already.", "Order of events"))
    found.accepted_at = at
    found.save(update_fields=["accepted_at"])
    write(events.ACCEPTED, record=found.ref, words={"words": words.strip()})
    _decided(found, at)
    return found.ref


@action
def end_record(
    *, by: Acting, at: datetime, special: int, ending: str, words: str = "", key: str | None = None
) -> str:  # fmt: skip
    """Close the record: declined, withdrew, resigned, joined the regulars. Patrol status goes down to accompanied.

    What is personal in an application that never came to an account is then owed to be erased.
    """
    require(by, "specials.coordinate")
    found = open_record(special)
    _may_end(found, ending, words)
    found.ended_at, found.ending = at, ending
    found.save(update_fields=["ended_at", "ending"])
    facts = {"ending": Special.Ending(ending).label}
    write(events.ENDED, record=found.ref, facts=facts, words={"words": words.strip()})
    _decided(found, at)
    if found.officer_id is None:
        promise(owed.FORGET, record=found.ref, due=owed.forgotten_by(found), facts={"number": found.pk})
    elif PatrolStatus.objects.filter(officer_id=found.officer_id).exists():
        set_patrol(by=by, at=at, officer=found.officer_id, step="accompanied")
    return found.ref


@action
def forget(*, by: Acting, at: datetime, special: int, reason: str, key: str | None = None) -> str:
    """Erase what is personal in an application that ended, in the record and in the ledger (DPA 2018 s.47)."""
    require(by, "ledger.erase")
    found = Special.objects.select_for_update(of=("self",)).get(pk=special)
    if found.ended_at is None or found.officer_id is not None:
        words = "Only an application that ended before anybody was enrolled is erased here."
        raise Refused(refused(words, "Data Protection Act 2018 s.47"))
    lines = timeline(found.ref, limit=1000)
    held = [line.seq for line in lines if line.record == found.ref and line.words and not line.erased]
    if held:
        erase(by=by, at=at, record=found.ref, entries=held, reason=reason)
    found.name = found.email = found.phone = found.why = ""
    found.erased_at = at
    found.save(update_fields=["name", "email", "phone", "why", "erased_at"])
    found.signatures.update(words="")
    write(events.FORGOTTEN, record=found.ref, reason=reason)
    keep(owed.FORGET, record=found.ref, at=at)
    return found.ref


def _decided(found: Special, at: datetime) -> None:
    keep(owed.DECIDE, record=found.ref, at=at)
    if found.contacted_at is None:
        keep(owed.CONTACT, record=found.ref, at=at)


def _may_end(found: Special, ending: str, words: str) -> None:
    if ending not in Special.Ending.values:
        raise Refused(refused("Choose why the record ends.", field="ending"))
    before = ending in (Special.Ending.DECLINED, Special.Ending.CHECKS)
    if before and found.officer_id:
        raise Refused(refused("They are enrolled: choose resigned, regular or ended.", field="ending"))
    if ending not in (Special.Ending.WITHDREW, Special.Ending.RESIGNED, Special.Ending.REGULAR) and not words.strip():
        raise Refused(refused("Say why, in words they may read.", "Force policy: reasons are given", field="words"))


def _not_flooded(by: Acting, at: datetime) -> None:
    most = law_of("specials").value("application.most_an_hour", on=local_day(at))
    if by == PUBLIC and Special.objects.filter(applied_at__gt=at - HOUR).count() >= most.number:
        words = "Many applications are coming in just now. Nothing you wrote is lost: send it again in an hour."
        raise Refused(refused(words, most.source))


def _aim(aim: str) -> str:
    return {"career": "here for a career", "community": "here for the community", "undecided": "not sure yet"}.get(
        aim, "aim not asked"
    )
