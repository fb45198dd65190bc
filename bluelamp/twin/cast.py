"""Who does the twin's work: the officers of the borough's establishment, and invented ones for what is not theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bluelamp.access.acting import Acting, system
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.actions.granting import NewGrant, grant, grant_many
from bluelamp.access.demonstration import PEOPLE
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.access.roles import capabilities_of
from bluelamp.dispatch.actions.units import add_unit
from bluelamp.dispatch.models import Unit
from bluelamp.duty.models import Post
from bluelamp.ledger.actions.writing import action
from bluelamp.places.models import Suite, Team
from bluelamp.places.queries import home_station, teams
from bluelamp.twin import names

SETTING_UP = system("twin", "access.grant_roles", "duty.crew", "places.edit")
ROLE_OF = {
    "response": "response_officer",
    "neighbourhood": "neighbourhood_officer",
    "roads": "roads_officer",
    "proactive": "response_officer",
    "investigation": "investigator",
    "public_protection": "investigator",
    "domestic_abuse": "domestic_abuse_specialist",
    "specials": "special_constable",
    "victim_care": "victim_care_officer",
    "call_handling": "contact_handler",
    "dispatch": "dispatcher",
    "custody": "custody_officer",
}
"""The role that the members of a kind of team hold. The borough's own custody team drives: it decides in no suite."""
DRIVES_TO_A_SUITE = "response_officer"
IN_COMMAND = {"inspector": "reviewing_inspector"}
COMMANDER = "commander"
RANK_OF = {"custody": "sergeant", "call_handling": "", "dispatch": "", "victim_care": ""}
PLAYED = {"victim_care": 6, "call_handling": 6, "dispatch": 2, "custody": 5}
"""How many of a team that is not the borough's own are entered: as many as the work needs."""
SUPERINTENDENTS, PLANNERS = 2, 1
STREET = ("response", "neighbourhood", "roads")


@dataclass(frozen=True, kw_only=True)
class Member:
    """An invented officer as they are entered; `team` is the key of a team, or of a group that is none."""

    user_name: str
    team: str
    team_name: str
    role: str
    rank: str


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who does what. `by_team` holds officers by team key; `units` are call signs with their unit.

    `by_officer` are those whom the twin acts for: nobody whom a person may sign in as.
    """

    by_team: Mapping[str, Sequence[Acting]]
    inspectors: Sequence[Acting]
    planner: Acting
    units: Mapping[str, int]
    by_officer: Mapping[int, Acting] = field(default_factory=dict)
    references: frozenset[str] = frozenset()

    def of(self, team: str, luck: Random) -> Acting:
        """One member of a team, by chance."""
        return luck.choice(self.by_team[team])

    def keeper(self, suite: str, luck: Random) -> Acting:
        """A custody officer of a suite."""
        return self.of(f"custody-{suite}", luck)


def gather(*, at: datetime) -> Cast:
    """Enter every invented officer and unit who is not there yet, and grant the roles needed; safe to repeat."""
    by_team: dict[str, list[Acting]] = {}
    for team, acting in [*_of_the_establishment(at), *_invented(at)]:
        by_team.setdefault(team, []).append(acting)
    everyone = [acting for members in by_team.values() for acting in members]
    (planner,) = by_team.pop("planners")
    return Cast(
        by_team=by_team,
        inspectors=[one for one in by_team.get("command", ()) if one.regular_rank in IN_COMMAND],
        planner=planner,
        units=_units(at),
        by_officer={acting.number: acting for acting in everyone},
        references=frozenset(acting.ref for acting in everyone),
    )


def _of_the_establishment(at: datetime) -> list[tuple[str, Acting]]:
    """The borough's officers and specials with their team's key, by collar number, each with the role of the team."""
    posts = Post.objects.filter(officer__is_active=True, officer__is_demonstration=True)
    posts = posts.exclude(officer__user_name__in=[one.user_name for one in PEOPLE]).select_related("officer", "team")
    wanted = [(post, _role(post)) for post in posts.order_by("officer__collar_number")]
    held = set(RoleGrant.objects.filter(withdrawn_at=None).values_list("officer_id", "role"))
    missing = [NewGrant(officer=post.officer_id, role=role) for post, role in wanted]
    if missing := [one for one in missing if (one.officer, one.role) not in held]:
        grant_many(grants=missing, by=SETTING_UP, at=at)
    return [(post.team.key, _acting(post.officer, role)) for post, role in wanted]


def _role(post: Post) -> str:
    if post.team.kind == "command":
        return IN_COMMAND.get(post.officer.regular_rank, COMMANDER)
    if post.team.kind == "custody":
        return DRIVES_TO_A_SUITE
    return ROLE_OF[post.team.kind]


def _invented(at: datetime) -> list[tuple[str, Acting]]:
    wanted = [*_beside_the_teams(), *_members()]
    known = _known()
    if missing := [one for one in wanted if one.user_name not in known]:
        _enter(members=missing, by=SETTING_UP, at=at)
        known = _known()
    return [(one.team, _acting(known[one.user_name], one.role)) for one in wanted]


def _known() -> dict[str, Officer]:
    return {officer.user_name: officer for officer in Officer.objects.filter(user_name__startswith="twin.")}


def _beside_the_teams() -> Iterator[Member]:
    """Superintendents, whom the borough has none of, and who plans its duties."""
    for number in range(SUPERINTENDENTS):
        role = "superintendent"
        yield Member(
            user_name=f"twin.command.{number}", team="superintendents", team_name="Command", role=role, rank=role
        )
    for number in range(PLANNERS):
        yield Member(
            user_name=f"twin.planner.{number}", team="planners", team_name="Command", role="duty_planner", rank=""
        )


def _members() -> Iterator[Member]:
    """The members of the teams that are not the borough's own; its specials are on the establishment."""
    for team in teams():
        for number in range(_size(team)):
            yield Member(
                user_name=f"twin.{team.key}.{number}",
                team=team.key,
                team_name=team.name,
                role=ROLE_OF[team.kind],
                rank=RANK_OF.get(team.kind, "constable"),
            )


def _size(team: Team) -> int:
    if team.of_the_borough or team.kind == "specials":
        return 0
    return min(PLAYED.get(team.kind, team.strength), team.strength)


def _acting(officer: Officer, role: str) -> Acting:
    return Acting(
        ref=officer.ref,
        name=officer.name,
        officer_id=officer.pk,
        regular_rank=officer.regular_rank,
        roles=(role,),
        capabilities=capabilities_of([role]),
    )


@action
def _enter(*, members: Sequence[Member], by: Acting, at: datetime) -> str:
    """Enter invented officers with their role. They are marked as demonstration: never in service."""
    for one in members:
        given, family, _ = names.person(Random(one.user_name))
        officer = enrol(
            user_name=one.user_name,
            name=f"{given[0]}. {family}",
            regular_rank=one.rank,
            team=one.team_name,
            is_demonstration=True,
            by=by,
            at=at,
        )
        grant(officer=key_of(officer), role=one.role, by=by, at=at)
    return by.ref


def _units(at: datetime) -> dict[str, int]:
    """Every call sign of the teams on the street, based at the station."""
    known = dict(Unit.objects.values_list("call_sign", "pk"))
    base = home_station().point
    for team in teams():
        for call_sign in team.call_signs if team.kind in STREET else ():
            if call_sign not in known:
                made = add_unit(
                    call_sign=call_sign, kind=team.kind, settlement=_settlement(team), lon=base.lon, lat=base.lat,
                    by=SETTING_UP, at=at,
                )  # fmt: skip
                known[call_sign] = key_of(made)
    return known


def _settlement(team: Team) -> str:
    return team.areas[0] if team.areas else "Borehamwood"


def suite_keys() -> list[str]:
    """The suites by key, in the borough's own order."""
    return list(Suite.objects.order_by("position").values_list("key", flat=True))


def key_of(reference: str) -> int:
    """The key in a reference: 41 of "incident:41"."""
    return int(reference.partition(":")[2])
