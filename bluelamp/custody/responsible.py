"""Keeping who is responsible for a person without a gap and without two at once (PACE s.39)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.compiled import Compiled, Given, insert, update
from bluelamp.custody.models import Arrest, CustodyOf, Detention
from bluelamp.custody.rules.custody_of import may_take_back
from bluelamp.deadlines.instants import spoken
from bluelamp.verdict import Refused, insist, refused

SOURCE = "PACE s.39"
NOT_NAMED = "Escort, not named"
_STANDING = Compiled(
    lambda: CustodyOf.objects.select_for_update().filter(person_id=Given("person"), during__upper_inf=True)
)


@dataclass(frozen=True, kw_only=True)
class Holder:
    """In whose custody the person comes: an officer, the custody desk of a suite, or an escort in words; and why."""

    kind: CustodyOf.Kind
    officer: int | None = None
    suite: int | None = None
    words: str = ""
    why: str = ""


def custody_officer(by: Acting, suite: int, why: str = "") -> Holder:
    """The custody officer who acts; the custody desk of the suite where somebody else writes it."""
    officer = by.officer_id if by.may("custody.authorise") else None
    return Holder(kind=CustodyOf.Kind.CUSTODY, officer=officer, suite=suite, why=why)


def begin(made: Arrest, *, why: str = "") -> None:
    """The arresting officer answers for the person from the arrest on."""
    holder = Holder(kind=CustodyOf.Kind.ARRESTING, officer=made.officer_id, why=why)
    now = standing(made.person_id)
    since = max(made.arrested_at, now.during.lower) if now else made.arrested_at
    _pass(now, holder, since, person=made.person_id, arrest=made.pk, detention=None)


def pass_on(found: Detention, holder: Holder, at: datetime) -> None:
    """From `at` on the person is in other hands; what went before ends at the same instant."""
    now = standing(found.person_id)
    _pass(now, holder, at, person=found.person_id, arrest=found.arrest_id, detention=found.pk)


def take_back(found: Detention, by: Acting, at: datetime, *, complied: bool | None, report: str) -> None:
    """Back with the custody officer, with the report of how the Act and the Codes were kept (s.39(3)).

    Where nobody was written as holding the person (records older than this), the report stands alone in the ledger.
    """
    now = standing(found.person_id)
    if now is None:
        pass_on(found, custody_officer(by, found.suite_id, report), at)
        return
    insist(may_take_back(with_custody_officer=now.kind == CustodyOf.Kind.CUSTODY, complied=complied, report=report))
    now.complied, now.report = complied, report
    update(now, "complied", "report")
    pass_on(found, custody_officer(by, found.suite_id), at)


def end(person: int, at: datetime) -> None:
    """The person is in nobody's custody from `at` on."""
    now = standing(person)
    if now:
        _until(now, at)


def standing(person: int) -> CustodyOf | None:
    """The stretch that lasts, locked until commit; None where the person is in nobody's custody."""
    return _STANDING.first(person=person)


def _pass(
    now: CustodyOf | None, holder: Holder, at: datetime, *, person: int, arrest: int | None, detention: int | None
) -> None:
    made = now if now and now.during.lower == at else CustodyOf(person_id=person, during=DateTimeTZRange(at, None))
    if now and made is not now:
        _until(now, at)
    made.arrest_id, made.detention_id = arrest, detention
    made.kind, made.officer_id, made.suite_id = holder.kind, holder.officer, holder.suite
    made.who_words, made.why = holder.words, holder.why
    try:
        if made.pk is None:
            insert(made)
        else:
            made.save()
    except IntegrityError as error:
        if "in_one_custody_at_a_time" not in str(error):
            raise
        words = f"At {spoken(at)} this person was in somebody's custody already."
        raise Refused(refused(words, SOURCE, field="arrested_at")) from error


def _until(now: CustodyOf, at: datetime) -> None:
    if at < now.during.lower:
        words = f"They came into the custody of {now.whose} only {spoken(now.during.lower)}."
        raise Refused(refused(words, "Order of events", field="at"))
    if at == now.during.lower:
        at = now.during.lower + now.during.lower.resolution
    now.during = DateTimeTZRange(now.during.lower, at)
    update(now, "during")
