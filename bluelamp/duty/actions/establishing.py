"""Loading a borough's officers and specials: adds and changes, never removes."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from bluelamp.access.acting import Acting
from bluelamp.access.actions.enrolling import NewOfficer, enrol_many
from bluelamp.access.permissions_check import require
from bluelamp.access.queries import by_collar_number
from bluelamp.deadlines.instants import local_day
from bluelamp.duty import events
from bluelamp.duty.cover_in_force import cover_of
from bluelamp.duty.models import OfficerSkill, PatrolStatus, Post
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.establishment import OfficerFacts, read_officers
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.models import Team

GRADE, TITLE = "special_constable", "SC"


@action
def load_establishment(
    *, folder: Path, is_demonstration: bool = False, by: Acting, at: datetime, key: str | None = None
) -> dict[str, int]:
    """Bring the establishment to what the borough's `officers.csv` says; loading it again changes nothing.

    Who is known by collar number keeps their account. A skill that is already recorded keeps its last day. Raises
    BoroughError (file, line) before anything is written. Answers how many were added, changed and same.
    """
    require(by, "duty.crew")
    cover, teams = cover_of(folder), {team.key: team for team in Team.objects.all()}
    listed = read_officers(folder / "officers.csv", cover=cover, teams=teams, on=local_day(at))
    numbers = _accounts(listed, teams, is_demonstration, by, at)
    outcome = _posts(listed, numbers, cover, teams)
    _skills(listed, numbers)
    _patrol(listed, numbers, local_day(at))
    counts = {word: list(outcome.values()).count(word) for word in ("added", "changed", "same")}
    write(events.ESTABLISHMENT_LOADED, record="borough:1", facts=counts)
    return counts


def _accounts(
    listed: Sequence[OfficerFacts], teams: dict[str, Team], is_demonstration: bool, by: Acting, at: datetime
) -> dict[str, int]:
    """Each one's officer key by collar number; accounts are opened for those who have none."""
    known = by_collar_number(one.collar for one in listed)
    if missing := [one for one in listed if one.collar not in known]:
        people = [_account(one, teams[one.team]) for one in missing]
        opened = enrol_many(people=people, is_demonstration=is_demonstration, by=by, at=at)
        known |= {one.collar: int(ref.partition(":")[2]) for one, ref in zip(missing, opened, strict=True)}
    return known


def _account(one: OfficerFacts, team: Team) -> NewOfficer:
    return NewOfficer(
        user_name=f"officer.{one.collar}",
        name=one.name,
        collar_number=one.collar,
        regular_rank=one.rank,
        special_grade=GRADE if one.is_special else "",
        title=TITLE if one.is_special else "",
        team=team.name,
    )


def _posts(
    listed: Sequence[OfficerFacts], numbers: dict[str, int], cover: Cover, teams: dict[str, Team]
) -> dict[int, str]:
    """What became of each officer's post: added, changed or same."""
    known = {post.officer_id: post for post in Post.objects.select_for_update().filter(officer__in=numbers.values())}
    added, changed, outcome = [], [], {}
    for one in listed:
        officer, values = numbers[one.collar], _post(one, cover, teams)
        post = known.get(officer)
        if post and post.limits_set_at:
            values |= {"acting_rank": post.acting_rank, "restricted": post.restricted}
        if post is None:
            added.append(Post(officer_id=officer, **values))
        elif any(getattr(post, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(post, name, value)
            changed.append(post)
        else:
            outcome[officer] = "same"
            continue
        outcome[officer] = "changed" if post else "added"
        facts = {"team": teams[one.team].name, "unit": values["unit"], "skills": sorted(one.skills)}
        write(events.POSTED, record=f"officer:{officer}", facts=facts)
    Post.objects.bulk_create(added)
    if changed:
        Post.objects.bulk_update(changed, list(_post(listed[0], cover, teams)))
    return outcome


def _post(one: OfficerFacts, cover: Cover, teams: dict[str, Team]) -> dict[str, object]:
    unit = cover.unit_of_team(one.team)
    return {
        "team_id": teams[one.team].pk,
        "unit": unit.key if unit else "",
        "acting_rank": one.acting,
        "pattern": one.pattern,
        "turn": one.turn,
        "share": one.share,
        "restricted": list(one.restricted),
        "is_special": one.is_special,
    }


def _skills(listed: Sequence[OfficerFacts], numbers: dict[str, int]) -> None:
    rows = [
        OfficerSkill(officer_id=numbers[one.collar], skill=skill, expires=last)
        for one in listed
        for skill, last in one.skills.items()
    ]
    OfficerSkill.objects.bulk_create(rows, ignore_conflicts=True)


def _patrol(listed: Sequence[OfficerFacts], numbers: dict[str, int], since: date) -> None:
    steps = {choice.value for choice in PatrolStatus.Step}
    rows = [
        PatrolStatus(officer_id=numbers[one.collar], step=one.patrol, since=since)
        for one in listed
        if one.patrol in steps
    ]
    PatrolStatus.objects.bulk_create(rows, ignore_conflicts=True)
