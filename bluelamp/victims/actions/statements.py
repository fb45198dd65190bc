"""The personal statement: offered, taken, changed, taken back; every version is kept (F13)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.people.queries import kept_addresses
from bluelamp.people.rules.masking import holds_none
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, reached, say, told_of
from bluelamp.victims.models import Statement, Telling, Victim
from bluelamp.victims.others import speaks_now, suspects_named
from bluelamp.victims.rules.naming import Kind
from bluelamp.victims.rules.speaking import may_be_with
from bluelamp.victims.rules.statement import Reading, Stating, may_take, may_withdraw
from bluelamp.victims.rules.telling import Step

OWN_PAGE = "system.own_page"
"""What a victim may do on their own page, and nobody else: no role can hold it."""
_ANSWERS = {"wanted": "wants to make one", "later": "not now", "declined": "does not want to"}


@action
def offer_statement(
    *, by: Acting, at: datetime, victim: int, answer: str, words: str = "", way: str = "in_person",
    key: str | None = None,
) -> str:  # fmt: skip
    """Keep that the statement was offered, and the answer; they may change their mind at any time before sentence."""
    require(by, "victims.tell", "victims.record")
    found = locked(victim)
    if answer not in _ANSWERS:
        raise Refused(refused("Say what they answered.", "Victims' Code, right 7", field="answer"))
    found.statement_answer = answer
    found.save(update_fields=["statement_answer"])
    say(events.STATEMENT_OFFERED, found, {"answer": _ANSWERS[answer]}, words=words)
    told_of(found, Step.STATEMENT_OFFERED, at, "", officer=by.officer_id, way=way)
    reached(found, at)
    return found.ref


@action
def take_statement(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    words: str,
    reading: str = "not_decided",
    told_disclosable: bool = False,
    authorised: str = "",
    with_adult: str = "",
    key: str | None = None,
) -> str:
    """Keep a statement, or a new version of it. On their own page it is in the victim's own hand."""
    require(by, "victims.tell", "victims.record", OWN_PAGE)
    found = locked(victim)
    child, speaks = found.is_child(local_day(at)), speaks_now(found)
    stating = Stating(
        words=words,
        told_disclosable=told_disclosable,
        sentenced=Telling.objects.filter(victim=found, step=Step.SENTENCE).exists(),
        business=found.kind == Kind.BUSINESS,
        authorised=authorised or speaks,
        child=child,
        with_adult=with_adult or speaks,
    )
    insist(may_be_with(with_adult, suspects=suspects_named(found) if with_adult else (), field="with_adult"))
    insist(may_take(stating))
    insist(holds_none(words, kept=kept_addresses(), field="words"))
    made = _next_version(found, at, by, words.strip(), Reading(reading), authorised, with_adult)
    found.statement_answer = "wanted"
    found.save(update_fields=["statement_answer"])
    how = "by the victim, on their own page" if by.officer_id is None else "with an officer"
    say(events.STATEMENT_TAKEN, found, {"version": made.version, "how": how, "reading": made.get_reading_display()})
    way = "own_page" if by.officer_id is None else "in_person"
    told_of(found, Step.STATEMENT_OFFERED, at, "", officer=by.officer_id, way=way)
    return found.ref


@action
def withdraw_statement(*, by: Acting, at: datetime, victim: int, why: str = "", key: str | None = None) -> str:
    """Take the statement back: it no longer counts, and stays on the record. Not once the court has it."""
    require(by, "victims.tell", "victims.record", OWN_PAGE)
    found = locked(victim)
    newest = Statement.objects.filter(victim=found, withdrawn_at=None).order_by("-version").first()
    insist(may_withdraw(there=newest is not None, served=newest is not None and newest.served_at is not None))
    assert newest is not None
    Statement.objects.filter(victim=found, withdrawn_at=None).update(withdrawn_at=at, withdrawn_why=why)
    say(events.STATEMENT_WITHDRAWN, found, {"version": newest.version}, words=why)
    return found.ref


@action
def serve_statement(*, by: Acting, at: datetime, victim: int, key: str | None = None) -> str:
    """The newest version goes to the court: from now on it can be added to, not taken back.

    The other side gets it too: an address that is kept from them since it was taken must be left out first (D10).
    """
    require(by, "victims.tell")
    found = locked(victim)
    newest = Statement.objects.filter(victim=found, withdrawn_at=None).order_by("-version").first()
    if newest is None or newest.served_at:
        raise Refused(refused("There is no statement that the court does not have.", "Order of events"))
    insist(holds_none(newest.words, kept=kept_addresses(), field="words"))
    newest.served_at = at
    newest.save(update_fields=["served_at"])
    say(events.STATEMENT_SERVED, found, {"version": newest.version})
    return found.ref


def _next_version(
    victim: Victim, at: datetime, by: Acting, words: str, reading: Reading, authorised: str, with_adult: str
) -> Statement:
    last = Statement.objects.filter(victim=victim).order_by("-version").values_list("version", flat=True).first() or 0
    return Statement.objects.create(
        victim=victim,
        version=last + 1,
        words=words,
        reading=reading,
        taken_at=at,
        taken_by_id=by.officer_id,
        authorised=authorised,
        with_adult=with_adult,
    )
