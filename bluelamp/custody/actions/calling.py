"""Calling somebody to a detained person, and what became of it, each with its time (P23, P25)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.calling import restate_called
from bluelamp.custody.events.called import CALLED, CAME, EXPECTED, LEFT, NOT_COMING
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.needs import adult_to_call
from bluelamp.custody.owed.called import ADULT_COMES, CALL_ADULT, adult_by
from bluelamp.custody.rules.called import Proposed, may_be_adult
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

MAY = ("custody.call", "custody.transfer", "custody.care", "custody.desk")
ORDER = "Code C 2.1, 2.6: the custody record is accurate and timed"


@action
def call(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    kind: str,
    who: str = "",
    why: str = "",
    called_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """Write that somebody was called; `kind` is one of Called.Kind. A call written later says why in `why`."""
    require(by, *MAY)
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    if kind not in Called.Kind.values:
        raise Refused(refused("Choose who is called.", ORDER, field="kind"))
    when = called_at or at
    if when > at:
        raise Refused(refused("The call has not been made yet.", ORDER, field="called_at"))
    owed = adult_to_call(found) if kind == Called.Kind.ADULT else None
    one = Called.objects.create(detention=found, kind=kind, who=who, why=why, called_at=when)
    if kind == Called.Kind.ADULT:
        if owed:
            keep(CALL_ADULT, record=found.ref, slot=str(owed[0]), at=when)
        promise(
            ADULT_COMES, record=found.ref, slot=str(one.pk), due=adult_by(one), began_at=when,
            words={"who": found.person.name}, about=(found.person.ref,), unit=found.suite.name,
        )  # fmt: skip
    restate_called(found)
    late = "" if when == at else why
    say(CALLED, found, _facts(one), words={"who": who, "why": why}, occurred_at=when, reason=late)
    return f"called:{one.pk}"


@action
def expect(
    *, by: Acting, at: datetime, called: int, expected_at: datetime, words: str = "", key: str | None = None
) -> str:
    """They answered, and said when they will be here."""
    require(by, *MAY)
    one, found = _live(called)
    if one.arrived_at:
        raise Refused(refused("They are here already.", ORDER))
    one.answered_at, one.expected_at = at, expected_at
    one.save(update_fields=["answered_at", "expected_at"])
    facts = _facts(one) | {"when_words": spoken(expected_at)}
    say(EXPECTED, found, facts, words={"words": words})
    return found.ref


@action
def came(
    *,
    by: Acting,
    at: datetime,
    called: int,
    remote: bool,
    who: str = "",
    arrived_at: datetime | None = None,
    proposed: Proposed | None = None,
    language: str = "",
    interpreter_number: str = "",
    reason: str = "",
    person: int | None = None,
    key: str | None = None,
) -> str:
    """They are here, or at a distance by link. An appropriate adult must be one who may be (Code C 1.7).

    `person`: who they are on record, where they are on it.
    """
    require(by, *MAY)
    one, found = _live(called)
    when = arrived_at or at
    if one.arrived_at:
        raise Refused(refused(f"They came {spoken(one.arrived_at)}.", ORDER, field="arrived_at"))
    _after(when, one.called_at, "Arrival is before the call", at)
    if one.kind == Called.Kind.ADULT:
        if proposed is None or remote:
            raise Refused(refused("Say who the appropriate adult is; they come in person.", "Code C 1.7"))
        insist(may_be_adult(proposed=proposed, law=law_of("custody"), at=at))
        one.relationship = proposed.adult.value
        keep(ADULT_COMES, record=found.ref, slot=str(one.pk), at=when)
    if one.kind == Called.Kind.INTERPRETER and not (language.strip() and interpreter_number.strip()):
        raise Refused(refused("Record the language and the interpreter's number.", "Code C 13", field="language"))
    one.arrived_at, one.remote, one.who = when, remote, who or one.who
    one.person_id = person
    one.language, one.interpreter_number = language, interpreter_number
    one.save()
    restate_called(found)
    facts = _facts(one) | {"how": "at a distance" if remote else "in person", "remote": remote}
    say(CAME, found, facts, words={"who": one.who}, occurred_at=when, reason=reason)
    return found.ref


@action
def left(
    *, by: Acting, at: datetime, called: int, words: str = "", left_at: datetime | None = None, reason: str = "",
    key: str | None = None,
) -> str:  # fmt: skip
    """They are gone; in words, what they did or advised."""
    require(by, *MAY)
    one, found = _live(called)
    when = left_at or at
    if one.arrived_at is None:
        raise Refused(refused("They have not come: nobody leaves who was not here.", ORDER))
    _after(when, one.arrived_at, "Leaving is before arrival", at)
    one.ended_at, one.ended_words = when, words
    one.save(update_fields=["ended_at", "ended_words"])
    say(LEFT, found, _facts(one), words={"words": words}, occurred_at=when, reason=reason)
    return found.ref


@action
def not_coming(*, by: Acting, at: datetime, called: int, why: str, key: str | None = None) -> str:
    """They could not or would not come, or were objected to. For an adult, another is to be called."""
    require(by, *MAY)
    one, found = _live(called)
    if one.arrived_at:
        raise Refused(refused("They have come already.", ORDER))
    if not why.strip():
        raise Refused(refused("Say why they do not come.", ORDER, field="words"))
    one.ended_at, one.ended_words = at, why
    one.save(update_fields=["ended_at", "ended_words"])
    if one.kind == Called.Kind.ADULT:
        withdraw(ADULT_COMES, record=found.ref, slot=str(one.pk), why="Another adult is called instead")
    restate_called(found)
    say(NOT_COMING, found, _facts(one), words={"why": why})
    return found.ref


def _live(called: int) -> tuple[Called, Detention]:
    found = lock(Called.objects.values_list("detention_id", flat=True).get(pk=called), while_frozen=WhileFrozen.CARE)
    one = Called.objects.select_for_update().get(pk=called)
    if one.ended_at:
        raise Refused(refused(f"This call ended {spoken(one.ended_at)}.", ORDER))
    return one, found


def _after(when: datetime, earlier: datetime, words: str, at: datetime) -> None:
    if when < earlier:
        raise Refused(refused(f"{words}, {spoken(earlier)}.", ORDER, field="when"))
    if when > at:
        raise Refused(refused(f"{spoken(when)} has not come yet.", ORDER, field="when"))


def _facts(one: Called) -> dict[str, object]:
    return {"called": one.pk, "kind": one.kind, "kind_words": one.get_kind_display(),
            "called_at": one.called_at.isoformat()}  # fmt: skip
