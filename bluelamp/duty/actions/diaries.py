"""What a planner enters in an officer's diary: days away, skills, restrictions, acting rank; rosters checked anew."""

from collections.abc import Sequence
from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.duty import events
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.skills import record_skill
from bluelamp.duty.gaps import look_again
from bluelamp.duty.models import Absence, DutyNotice, OfficerSkill, Post
from bluelamp.duty.rules.establishment import RANKS, RESTRICTIONS
from bluelamp.duty.rules.planning import Away
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.verdict import Refused, insist, refused

ENTERED = (Away.LEAVE, Away.COURT, Away.TRAINING, Away.OTHER)
"""What is entered here; sickness is rung in."""
ORDER, POLICY = "Order of events", "Force policy"


@action
def enter_days(
    *, officer: int, kind: Away, first: date, last: date, by: Acting, at: datetime, key: str | None = None
) -> str:
    """Enter leave, court, training or other days of an officer, who is told. Gaps that it makes are owed from now on.

    Raises Refused for days that have passed, for leave of one's own, and where they are away then for the same reason.
    """
    require(by, "duty.plan")
    _post(officer)
    if kind not in ENTERED:
        insist(refused("Somebody who rings in sick has a page of its own.", ORDER, field="kind"))
    if kind == Away.LEAVE and officer == by.officer_id:
        insist(refused("Nobody grants their own leave: another planner does.", POLICY, field="kind"))
    if last < local_day(at):
        insist(refused("These days are over.", ORDER, field="last"))
    same = Absence.objects.filter(officer=officer, kind=kind.value, first__lte=last, last__gte=first)
    if same.filter(state=Absence.State.GRANTED).exists():
        words = f"{Absence.KINDS[kind.value]} is entered for some of these days already."
        insist(refused(words, "One entry a day", field="first"))
    (made,) = enter_away(away=[AwayDays(officer=officer, kind=kind, first=first, last=last)], by=by, at=at)
    _tell(officer, f"{Absence.KINDS[kind.value]}, {_days(first, last)}, was entered for you by {by.name}.", at)
    return made


@action
def take_days_back(*, absence: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Days away that are not so after all, or that end sooner: the rosters are looked at anew, the officer told."""
    require(by, "duty.plan")
    row = Absence.objects.select_for_update().get(pk=absence)
    if row.state != Absence.State.GRANTED:
        insist(refused(f"This was {row.get_state_display().lower()} already.", ORDER))
    today = local_day(at)
    if row.last < today:
        insist(refused("These days are over.", ORDER))
    first, last = row.first, row.last
    if first < today:
        row.last = today.fromordinal(today.toordinal() - 1)
    else:
        row.state = Absence.State.WITHDRAWN
    row.save(update_fields=["state", "last"])
    kind = Absence.KINDS[row.kind]
    facts = {"kind": kind, "first": spoken_day(max(first, today)), "last": spoken_day(last), "state": "taken back"}
    write(events.ABSENCE_DECIDED, record=row.ref, about=(f"officer:{row.officer_id}",), facts=facts)
    look_again(row.officer_id, max(first, today), last, at)
    _tell(row.officer_id, f"{kind}, {_days(max(first, today), last)}, was taken back by {by.name}.", at)
    return row.ref


@action
def enter_skill(
    *, officer: int, skill: str, expires: date | None, by: Acting, at: datetime, key: str | None = None
) -> str:
    """A skill held until a day, none where it does not run out; one whose day has passed is no longer counted."""
    require(by, "duty.plan")
    _post(officer)
    if not skill.strip():
        insist(refused("Choose the skill.", ORDER, field="skill"))
    return record_skill(officer=officer, skill=skill, expires=expires, by=by, at=at)


@action
def end_skill(*, officer: int, skill: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """A skill that is not held any more, or was entered by mistake."""
    require(by, "duty.plan")
    found, _ = OfficerSkill.objects.filter(officer=officer, skill=skill).delete()
    if not found:
        insist(refused("This skill is not recorded.", ORDER, field="skill"))
    return _looked(officer, events.SKILL_ENDED, {"skill": skill}, at)


@action
def set_restrictions(
    *, officer: int, restricted: Sequence[str], by: Acting, at: datetime, key: str | None = None
) -> str:
    """What an officer may not be put on; never why. Duties published before that break it are shown, not changed."""
    require(by, "duty.plan")
    post = _post(officer)
    if unknown := [one for one in restricted if one not in RESTRICTIONS]:
        insist(refused(f"There is no restriction called {unknown[0]}.", ORDER, field="restricted"))
    post.restricted, post.limits_set_at = [one for one in RESTRICTIONS if one in restricted], at
    post.save(update_fields=["restricted", "limits_set_at"])
    return _looked(officer, events.RESTRICTIONS_SET, {"restricted": ", ".join(post.restricted) or "none"}, at)


@action
def set_acting_rank(*, officer: int, rank: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The rank in which an officer acts, "" for none. A special never acts in a rank (S2)."""
    require(by, "duty.plan")
    post = _post(officer)
    if rank and rank not in RANKS.values():
        insist(refused("There is no such rank.", ORDER, field="rank"))
    if rank and post.is_special:
        insist(refused("A special grade is no rank: a special never acts in one.", "Specials S2", field="rank"))
    post.acting_rank, post.limits_set_at = rank, at
    post.save(update_fields=["acting_rank", "limits_set_at"])
    return _looked(officer, events.ACTING_RANK_SET, {"rank": rank.replace("_", " ") or "none"}, at)


def _post(officer: int) -> Post:
    row = Post.objects.select_for_update().filter(officer=officer).first()
    if row is None:
        raise Refused(refused("This officer is not on the establishment.", ORDER))
    return row


def _looked(officer: int, event: Event, facts: dict[str, object], at: datetime) -> str:
    write(event, record=f"officer:{officer}", facts=facts)
    look_again(officer, local_day(at), None, at)
    return f"officer:{officer}"


def _tell(officer: int, words: str, at: datetime) -> None:
    DutyNotice.objects.create(officer_id=officer, words=words[:300], told_at=at)


def _days(first: date, last: date) -> str:
    return spoken_day(first) if first == last else f"{spoken_day(first)} to {spoken_day(last)}"
