"""The people of a roster as the planner may use them, read from the tables: six statements whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zlib import crc32

from bluelamp.deadlines.instants import local, local_day
from bluelamp.duty.models import Absence, OfferedHours, OfficerSkill, PatrolStatus, PlannedDuty, Post, Roster, Wish
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, TRAINING, Duty
from bluelamp.duty.rules.establishment import INSIDE_ONLY, NO_NIGHTS, SERGEANT
from bluelamp.duty.rules.planning import Away, Member, days_between

REACHES_BACK = timedelta(days=17 * 7)
"""How far before a period the rules may look (the reference period of the weekly average)."""
Span = tuple[datetime, datetime]


def members(*, begins: date, ends: date, cover: Cover, units: Iterable[str] | None = None) -> list[Member]:
    """Everybody who may be rostered from `begins` up to before `ends`, or those of some units, by post."""
    posts = Post.objects.filter(officer__is_active=True).select_related("officer").order_by("pk")
    found = [one for one in posts if one.is_special or units is None or one.unit in units]
    people = [one.officer_id for one in found]
    skills, away, wishes = _skills(people), _away(people, begins, ends), _wishes(people, begins, ends)
    offered, history, patrol = _offered(people, begins, ends), _history(people, begins), _patrol(found)
    made = [
        _member(one, cover, skills[one.officer_id], away[one.officer_id], wishes[one.officer_id],
                offered[one.officer_id], history[one.officer_id], patrol.get(one.officer_id, ""), begins, ends)
        for one in found
    ]  # fmt: skip
    return [one for one in made if units is None or one.unit in units]


def _member(
    post: Post, cover: Cover, skills: dict[str, date | None], away: dict[date, Away], wishes: dict[date, int],
    offered: list[Span], history: list[Duty], patrol: str, begins: date, ends: date,
) -> Member:  # fmt: skip
    sergeant = SERGEANT in (post.officer.regular_rank, post.acting_rank)
    known = min((local_day(one.begins) for one in history), default=begins)
    return Member(
        officer=post.officer.ref,
        name=str(post.officer),
        unit=_helps(post, cover) if post.is_special else post.unit,
        counts=not post.is_special,
        skills={**skills, **({SERGEANT: None} if sergeant else {})},
        pattern=cover.patterns.get(post.pattern),
        turn=post.turn,
        share=post.share,
        no_nights=NO_NIGHTS in post.restricted,
        inside_only=INSIDE_ONLY in post.restricted,
        patrol=patrol,
        away=away,
        wishes=wishes,
        offered=_shifts_within(offered, cover, begins, ends) if post.is_special else None,
        history=tuple(history),
        known_from=known,
    )


def _helps(post: Post, cover: Cover) -> str:
    """The unit that a special helps, by their collar number: no person belongs to two."""
    helped = cover.units[post.unit].helps if post.unit in cover.units else ()
    return helped[crc32(post.officer.collar_number.encode()) % len(helped)] if helped else post.unit


def _shifts_within(offered: list[Span], cover: Cover, begins: date, ends: date) -> frozenset[tuple[date, str]]:
    """The shifts that lie wholly within offered hours."""
    found = set()
    for since, until in offered:
        for day in days_between(max(begins, local_day(since)), min(ends, local_day(until) + DAY)):
            for key, shift in cover.shifts.items():
                first, last = shift.window.on(day)
                if not shift.on_call and since <= first and last <= until:
                    found.add((day, key))
    return frozenset(found)


def _patrol(posts: list[Post]) -> Mapping[int, str]:
    """How far each special may patrol; who has no status yet is in training (S3)."""
    specials = [one.officer_id for one in posts if one.is_special]
    known = PatrolStatus.objects.filter(officer__in=specials).values_list("officer_id", "step")
    return {**dict.fromkeys(specials, TRAINING), **dict(known)}


def _skills(people: list[int]) -> Mapping[int, dict[str, date | None]]:
    found: dict[int, dict[str, date | None]] = defaultdict(dict)
    for officer, skill, expires in OfficerSkill.objects.filter(officer__in=people).values_list(
        "officer_id", "skill", "expires"
    ):
        found[officer][skill] = expires
    return found


def _away(people: list[int], begins: date, ends: date) -> Mapping[int, dict[date, Away]]:
    """Days away that are granted. Where two fall on one day, sickness stands above all, then leave."""
    found: dict[int, dict[date, Away]] = defaultdict(dict)
    order = [Away.TRAINING, Away.COURT, Away.OTHER, Away.LEAVE, Away.SICK]
    rows = Absence.objects.filter(
        officer__in=people, state=Absence.State.GRANTED, first__lt=ends + DAY, last__gte=begins - DAY
    )
    for row in sorted(rows, key=lambda one: order.index(Away(one.kind))):
        for day in days_between(max(row.first, begins - DAY), min(row.last, ends) + DAY):
            found[row.officer_id][day] = Away(row.kind)
    return found


def _wishes(people: list[int], begins: date, ends: date) -> Mapping[int, dict[date, int]]:
    found: dict[int, dict[date, int]] = defaultdict(dict)
    for row in Wish.objects.filter(officer__in=people, day__gte=begins, day__lt=ends):
        found[row.officer_id][row.day] = row.strength
    return found


def _offered(people: list[int], begins: date, ends: date) -> Mapping[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    window = (local(begins, datetime.min.time()), local(ends + DAY, datetime.min.time()))
    rows = OfferedHours.objects.filter(officer__in=people, withdrawn_at=None, during__overlap=window)
    for row in rows:
        found[row.officer_id].append((row.during.lower, row.during.upper))
    return found


def _history(people: list[int], begins: date) -> Mapping[int, list[Duty]]:
    """The duties of published rosters before the period, as far back as a rule looks."""
    found: dict[int, list[Duty]] = defaultdict(list)
    rows = PlannedDuty.objects.filter(
        officer__in=people, roster__state=Roster.State.PUBLISHED, day__lt=begins, day__gte=begins - REACHES_BACK
    )
    for officer, kind, during, unit in rows.values_list("officer_id", "kind", "during", "unit"):
        on_call = kind == PlannedDuty.Kind.ON_CALL
        found[officer].append(Duty(begins=during.lower, ends=during.upper, on_call=on_call, unit=unit))
    return found
