"""Bail on the street: granted by the officer, authorised by a custody officer, answered or called off (P6)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.slots import lapse_slot
from bluelamp.custody.escorts import close_escort
from bluelamp.custody.events.street_bail import STREET_BAIL_OFF, STREET_BAILED
from bluelamp.custody.models import Arrest, Slot, StreetBail
from bluelamp.custody.owed.street_bail import ANSWER_STREET_BAIL, answer_by
from bluelamp.custody.responsible import end
from bluelamp.custody.rules.arrest import street_bail_end
from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.street_bail import Bailing, may_answer, may_grant
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What the written notice says and what the decision rests on. `authorised_by`: the custody officer's number."""

    authorised_by: int
    authorised_at: datetime
    factors: tuple[str, ...]
    why: str
    suite: int
    answer_at: datetime | None
    given: bool
    views: str = ""
    views_words: str = ""
    conditions: str = ""
    conditions_why: str = ""


@action
def grant_street_bail(*, by: Acting, at: datetime, arrest: int, notice: Notice, key: str | None = None) -> str:
    """Release somebody arrested on bail before any station is reached; everything missing is named at once.

    The law: PACE s.30A to s.30D. The person is in nobody's custody from now on, and a place asked for is given up.
    """
    require(by, "custody.arrest")
    made = Arrest.objects.select_for_update(of=("self",)).select_related("person").get(pk=arrest)
    _possible(made)
    insist(may_grant(bailing=_facts(made, notice), law=law_of("custody"), at=at))
    found = _written(made, notice, by, at)
    for slot in Slot.objects.filter(arrest=made, ended_at=None).values_list("pk", flat=True):
        lapse_slot(by=by, at=at, slot=slot)
    close_escort(made, "Nobody: released on street bail", at)
    end(made.person_id, at)
    about = (made.person.ref,)
    promise(
        ANSWER_STREET_BAIL,
        record=made.ref,
        due=answer_by(found),
        began_at=at,
        words={"who": made.person.name},
        about=about,
        unit=found.suite.name,
        facts={"suite": found.suite.name},
    )
    facts = {
        "suite": found.suite.key,
        "suite_name": found.suite.name,
        "answer_at": found.answer_at.isoformat(),
        "answer_words": spoken(found.answer_at),
        "ends_on": found.ends_on.isoformat(),
    }
    words = {"why": notice.why, "conditions": notice.conditions, "who": str(found.authorised_by)}
    write(STREET_BAILED, record=made.ref, about=about, facts=facts, words=words)
    return made.ref


@action
def call_off_street_bail(*, by: Acting, at: datetime, arrest: int, why: str, key: str | None = None) -> str:
    """Tell the person in writing that they need not come (PACE s.30C(1))."""
    require(by, "custody.arrest", "custody.release")
    found = StreetBail.objects.select_for_update(of=("self",)).select_related("arrest__person").get(arrest=arrest)
    insist(
        may_answer(granted_at=found.granted_at, answered_at=found.answered_at, called_off_at=found.called_off_at, at=at)
    )
    if not why.strip():
        raise Refused(refused("Say why they need not come.", "PACE s.30C(1)", field="why"))
    found.called_off_at, found.called_off_why = at, why.strip()
    found.save(update_fields=["called_off_at", "called_off_why"])
    withdraw(ANSWER_STREET_BAIL, record=found.arrest.ref, why="Told in writing that they need not come")
    write(STREET_BAIL_OFF, record=found.arrest.ref, about=(found.arrest.person.ref,), words={"why": why})
    return found.arrest.ref


def _possible(made: Arrest) -> None:
    if made.dearrested_at:
        raise Refused(refused("This person was de-arrested on the way.", "PACE s.30(7)"))
    if made.detentions.exists():
        raise Refused(refused("They are at a suite: bail is now for the custody officer.", "PACE s.30A(1)"))
    before = StreetBail.objects.filter(arrest=made).first()
    if before:
        raise Refused(refused(f"Street bail was granted {spoken(before.granted_at)}.", "Order of events"))


def _facts(made: Arrest, notice: Notice) -> Bailing:
    officer = acting_as(Officer.objects.get(pk=notice.authorised_by))
    custody = Decider(
        rank=officer.regular_rank,
        custody_officer=officer.may("custody.authorise"),
        involved=officer.officer_id == made.officer_id,
    )
    return Bailing(
        arrested_at=made.arrested_at,
        first_station_at=made.first_station_at,
        authorised_by=custody,
        authorised_at=notice.authorised_at,
        factors=notice.factors,
        why=notice.why,
        conditions=notice.conditions,
        conditions_why=notice.conditions_why,
        views=notice.views,
        views_words=notice.views_words,
        notice_given=notice.given,
        answer_at=notice.answer_at,
    )


def _written(made: Arrest, notice: Notice, by: Acting, at: datetime) -> StreetBail:
    ends = street_bail_end(arrested_at=made.arrested_at, law=law_of("custody"))
    found = StreetBail(
        arrest=made,
        granted_at=at,
        granted_by_id=officer_of(by),
        authorised_by_id=notice.authorised_by,
        authorised_at=notice.authorised_at,
        factors=list(notice.factors),
        why=notice.why.strip(),
        conditions=notice.conditions.strip(),
        conditions_why=notice.conditions_why.strip(),
        victim_views=notice.views,
        victim_words=notice.views_words.strip(),
        suite=Suite.objects.get(pk=notice.suite),
        answer_at=notice.answer_at or ends.due,
        ends_on=local_day(ends.due - timedelta(seconds=1)),
        notice_given_at=at,
    )
    found.save(force_insert=True)
    return found
