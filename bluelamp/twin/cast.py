"""The invented officers and staff who do the twin's work, entered through the same actions as anyone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bluelamp.access.acting import Acting, system
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.actions.granting import grant
from bluelamp.access.models import Officer
from bluelamp.access.roles import capabilities_of
from bluelamp.dispatch.actions.units import add_unit
from bluelamp.dispatch.models import Unit
from bluelamp.duty.actions.skills import record_skill
from bluelamp.ledger.actions.writing import action
from bluelamp.places.models import Suite, Team
from bluelamp.places.queries import home_station, teams
from bluelamp.twin import names

SETTING_UP = system("twin", "access.grant_roles", "duty.crew", "places.edit")
ROLE_OF = {
    "response": "response_officer",
    "neighbourhood": "neighbourhood_officer",
    "roads": "roads_officer",
    "investigation": "investigator",
    "domestic_abuse": "domestic_abuse_specialist",
    "victim_care": "victim_care_officer",
    "call_handling": "contact_handler",
    "dispatch": "dispatcher",
    "custody": "custody_officer",
    "command": "superintendent",
}
"""The role that the members of a kind of team hold."""
RANK_OF = {"custody": "sergeant", "command": "superintendent", "call_handling": "", "dispatch": "", "victim_care": ""}
PLAYED = {"investigation": 8, "domestic_abuse": 4, "victim_care": 6, "call_handling": 6, "dispatch": 2, "custody": 5}
"""How many of a team are entered where not all of them are needed to do the work."""
INSPECTORS = 4
STREET = ("response", "neighbourhood", "roads")


@dataclass(frozen=True, kw_only=True)
class Member:
    """An invented officer as they are entered; `team` is the team's key, "" for an inspector of the reviews."""

    user_name: str
    team: str
    team_name: str
    role: str
    rank: str
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who does what. `street` are the crews' officers by team key; `units` are call signs with their unit."""

    by_team: Mapping[str, Sequence[Acting]]
    inspectors: Sequence[Acting]
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
    """Enter every officer and unit who is not there yet; safe to repeat."""
    wanted = [*_inspectors(), *_members()]
    known = _known()
    if missing := [one for one in wanted if one.user_name not in known]:
        _enter(members=missing, by=SETTING_UP, at=at)
        known = _known()
    played = [(one, _acting(known[one.user_name], one.role)) for one in wanted]
    by_team: dict[str, list[Acting]] = {}
    for one, acting in played:
        by_team.setdefault(one.team, []).append(acting)
    return Cast(
        inspectors=by_team.pop(""),
        by_team=by_team,
        units=_units(at),
        by_officer={acting.number: acting for _, acting in played},
        references=frozenset(acting.ref for _, acting in played),
    )


def _known() -> dict[str, Officer]:
    return {officer.user_name: officer for officer in Officer.objects.filter(user_name__startswith="twin.")}


def _inspectors() -> list[Member]:
    role, rank = "reviewing_inspector", "inspector"
    names_of = [f"twin.inspector.{n}" for n in range(INSPECTORS)]
    return [Member(user_name=one, team="", team_name="Command", role=role, rank=rank) for one in names_of]


def _members() -> Iterator[Member]:
    for team in teams():
        for number in range(_size(team)) if team.kind in ROLE_OF else ():
            yield Member(
                user_name=f"twin.{team.key}.{number}",
                team=team.key,
                team_name=team.name,
                role=ROLE_OF[team.kind],
                rank=RANK_OF.get(team.kind, "constable"),
                skills=_skills(team, number),
            )


def _size(team: Team) -> int:
    return min(PLAYED.get(team.kind, team.strength), team.strength)


def _skills(team: Team, number: int) -> tuple[str, ...]:
    """Most of response drive on blue lights; half of all on the street are trained in domestic abuse."""
    if team.kind not in STREET:
        return ()
    drives = team.kind != "neighbourhood" and number % 5
    return ("response_driver",) * bool(drives) + ("domestic_abuse",) * (number % 2 == 0)


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
    """Enter invented officers with role and skills. They are marked as demonstration: never in service."""
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
        for skill in one.skills:
            record_skill(officer=key_of(officer), skill=skill, by=by, at=at)
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
