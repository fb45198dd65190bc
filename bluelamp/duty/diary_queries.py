"""Reading an officer's diary: the place in the establishment, days away ahead, skills with their last day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import Absence, OfficerSkill, Post
from bluelamp.duty.rules.establishment import INSIDE_ONLY, NO_NIGHTS, SERGEANT
from bluelamp.duty.rules.planning import ON_PATROL, Member
from bluelamp.duty.what_if import Change


@dataclass(frozen=True, kw_only=True)
class Skill:
    """One skill and its last day, None where it does not run out; `over`: that day has passed."""

    key: str
    expires: date | None
    over: bool

    @property
    def name(self) -> str:
        """The skill in words."""
        return self.key.replace("_", " ")


@dataclass(frozen=True, kw_only=True)
class Diary:
    """What stands of one officer."""

    post: Post
    unit: str
    away: tuple[Absence, ...]
    skills: tuple[Skill, ...]

    @property
    def officer(self) -> int:
        """The officer's key."""
        return self.post.officer_id

    @property
    def acting(self) -> str:
        """The acting rank in words, "" for none."""
        return self.post.acting_rank.replace("_", " ")


def diary_of(officer: int, *, at: datetime) -> Diary | None:
    """The diary of somebody on the establishment, days that are over left out; None for everybody else."""
    post = Post.objects.select_related("officer", "team").filter(officer=officer).first()
    if post is None:
        return None
    today, units = local_day(at), cover_in_force().units
    live = (Absence.State.GRANTED, Absence.State.ASKED)
    away = Absence.objects.filter(officer=officer, state__in=live, last__gte=today).order_by("first", "pk")
    held = OfficerSkill.objects.filter(officer=officer).order_by("skill").values_list("skill", "expires")
    return Diary(
        post=post,
        unit=units[post.unit].name if post.unit in units else post.team.name,
        away=tuple(away),
        skills=tuple(Skill(key=key, expires=day, over=day is not None and day < today) for key, day in held),
    )


def skills_known() -> list[str]:
    """Every skill that the cover asks for or that somebody holds, by name; being a sergeant is a rank, not a skill."""
    cover = cover_in_force()
    asked = {need.skill for unit in cover.units.values() for need in unit.needs} | set(cover.asks.values())
    held = OfficerSkill.objects.order_by().values_list("skill", flat=True).distinct()
    return sorted({*asked, *held, *ON_PATROL} - {"", SERGEANT})


def people_by_unit() -> list[tuple[str, list[Officer]]]:
    """Everybody on the establishment by unit, in the order of the cover."""
    units = cover_in_force().units
    posts = list(Post.objects.select_related("officer").filter(officer__is_active=True))
    posts.sort(key=lambda one: one.officer.collar_number)
    found = [(unit.name, [one.officer for one in posts if one.unit == key]) for key, unit in units.items()]
    return [(name, people) for name, people in found if people]


def as_restricted(restricted: Iterable[str]) -> Change:
    """With these restrictions and no others."""
    chosen = set(restricted)
    return lambda member: replace(member, no_nights=NO_NIGHTS in chosen, inside_only=INSIDE_ONLY in chosen)


def as_acting(post: Post, rank: str) -> Change:
    """Acting in that rank, or in none: whether they count as a sergeant follows from it."""

    def change(member: Member) -> Member:
        others = {key: last for key, last in member.skills.items() if key != SERGEANT}
        is_sergeant = SERGEANT in (post.officer.regular_rank, rank)
        return replace(member, skills={**others, **({SERGEANT: None} if is_sergeant else {})})

    return change
