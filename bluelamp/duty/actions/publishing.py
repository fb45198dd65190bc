"""Publishing a roster: checked minute by minute by the checker, frozen, and everybody on it told."""

import json
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.duty import events
from bluelamp.duty.changing import insist_seen
from bluelamp.duty.checking.check import Checked, check
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import DutyNotice, Roster, Search
from bluelamp.duty.published import document_of
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.notice import may_publish
from bluelamp.duty.rules.words import people_words, stretch
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Reason, Refused, Verdict, insist, refused

SHOWN = 5


@action
def publish(*, roster: int, version: int, why: str = "", by: Acting, at: datetime, key: str | None = None) -> str:
    """Publish a draft: frozen with its cover, its people told. Refused while the checker finds a gap or a hard breach.

    `why`: the reason, where it is out later than the law's month or for less than its months. Raises Refused too where
    another roster is published for some of its days, where somebody changed it since, and while a search runs.
    """
    require(by, "duty.plan")
    row = Roster.objects.select_for_update().get(pk=roster)
    _insist_ready(row, version)
    law = law_of("duty")
    timely = may_publish(published_on=local_day(at), begins=row.begins, ends=row.ends, law=law)
    if not timely.allowed and not why.strip():
        raise Refused(_with(timely, "Give the reason why it is published all the same."))
    document = document_of(row, cover=cover_in_force(), law=law)
    _insist_sound(check(document))
    row.frozen, row.frozen_hash = document, sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    row.state, row.published_at, row.published_by = Roster.State.PUBLISHED, at, by.name
    _save(row)
    facts = {"first": spoken_day(row.begins), "last": spoken_day(row.last_day), "hash": row.frozen_hash}
    write(events.ROSTER_PUBLISHED, record=row.ref, facts=facts, reason=why.strip())
    _tell_everyone(row, at)
    return row.ref


def _save(row: Roster) -> None:
    """Raises Refused where another planner published a roster for some of the same days at this moment."""
    try:
        with transaction.atomic():
            row.save(update_fields=["frozen", "frozen_hash", "state", "published_at", "published_by"])
    except IntegrityError as error:
        if "one_published_roster_at_a_time" not in str(error):
            raise
        words = "Another roster was published for some of these days at this moment."
        raise Refused(refused(words, "One published roster at a time")) from error


def _insist_ready(row: Roster, version: int) -> None:
    if row.state != Roster.State.DRAFT:
        insist(refused(f"This roster is {row.get_state_display().lower()} already.", "Order of events"))
    insist_seen(row, version)
    if row.searches.filter(state__in=(Search.State.WAITING, Search.State.RUNNING)).exists():
        insist(refused("A search is still changing this roster. Stop it or wait for it.", "Order of events"))
    others = Roster.objects.filter(state=Roster.State.PUBLISHED, begins__lt=row.ends, ends__gt=row.begins)
    if other := others.first():
        words = f"{spoken_day(other.begins)} to {spoken_day(other.ends - DAY)} is published already."
        insist(refused(words, "One published roster at a time"))


def _insist_sound(found: Checked) -> None:
    """Raises Refused with the first of what is wrong, and how much more there is."""
    gaps = [
        Reason(words=f"{one.unit}: {one.there} of {one.needed} {people_words(one.skill, call=one.call)}, "
               f"{stretch(one.begins, one.ends)}.", source="The borough's cover, cover.toml")
        for one in found.gaps
    ]  # fmt: skip
    broken = [Reason(words=f"{one.words}.", source=one.source) for one in found.broken if one.hard]
    reasons = [*gaps, *broken]
    if not reasons:
        return
    more = [Reason(words=f"And {len(reasons) - SHOWN} more.")] if len(reasons) > SHOWN else []
    raise Refused(Verdict(allowed=False, reasons=(*reasons[:SHOWN], *more)))


def _with(verdict: Verdict, words: str) -> Verdict:
    return Verdict(allowed=False, reasons=(*verdict.reasons, Reason(words=words)), field="why")


def _tell_everyone(row: Roster, at: datetime) -> None:
    words = f"Your duties from {spoken_day(row.begins)} to {spoken_day(row.ends - DAY)} are published."
    people = row.duties.values_list("officer_id", flat=True).distinct()
    DutyNotice.objects.bulk_create(DutyNotice(officer_id=one, words=words, told_at=at) for one in people)
