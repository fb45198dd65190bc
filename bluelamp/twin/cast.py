"""The invented officers and staff who do the twin's work, entered through the same actions as anyone."""

from collections.abc import Mapping, Sequence
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
    known = {officer.user_name: officer for officer in Officer.objects.filter(user_name__startswith="twin.")}
    found: dict[str, list[Acting]] = {}
    for team in teams():
        if team.kind in ROLE_OF:
            found[team.key] = [_member(team, number, known, at) for number in range(_size(team))]
    inspectors = [_officer(f"twin.inspector.{n}", "Command", "reviewing_inspector", "inspector", known, at)
                  for n in range(INSPECTORS)]  # fmt: skip
    everyone = [*inspectors, *(one for members in found.values() for one in members)]
    return Cast(
        by_team=found,
        inspectors=inspectors,
        units=_units(at),
        by_officer={one.number: one for one in everyone},
        references=frozenset(one.ref for one in everyone),
    )


def _size(team: Team) -> int:
    return min(PLAYED.get(team.kind, team.strength), team.strength)


def _member(team: Team, number: int, known: Mapping[str, Officer], at: datetime) -> Acting:
    rank = RANK_OF.get(team.kind, "constable")
    skills = _skills(team, number) if team.kind in STREET else ()
    return _officer(f"twin.{team.key}.{number}", team.name, ROLE_OF[team.kind], rank, known, at, skills)


def _officer(
    user_name: str,
    team: str,
    role: str,
    rank: str,
    known: Mapping[str, Officer],
    at: datetime,
    skills: Sequence[str] = (),
) -> Acting:
    officer = known.get(user_name)
    if officer is None:
        made = _enter(user_name=user_name, team=team, role=role, rank=rank, skills=skills, by=SETTING_UP, at=at)
        officer = Officer(pk=key_of(made), user_name=user_name, name=_name(user_name), regular_rank=rank)
    return Acting(
        ref=officer.ref,
        name=officer.name,
        officer_id=officer.pk,
        regular_rank=officer.regular_rank,
        roles=(role,),
        capabilities=capabilities_of([role]),
    )


@action
def _enter(*, user_name: str, team: str, role: str, rank: str, skills: Sequence[str], by: Acting, at: datetime) -> str:
    """Enter an invented officer with a role and skills. They are marked as demonstration: never in service."""
    name = _name(user_name)
    officer = enrol(user_name=user_name, name=name, regular_rank=rank, team=team, is_demonstration=True, by=by, at=at)
    grant(officer=key_of(officer), role=role, by=by, at=at)
    for skill in skills:
        record_skill(officer=key_of(officer), skill=skill, by=by, at=at)
    return officer


def _name(user_name: str) -> str:
    given, family, _ = names.person(Random(user_name))
    return f"{given[0]}. {family}"


def _skills(team: Team, number: int) -> list[str]:
    """Most of response drive on blue lights; half are trained in domestic abuse."""
    drives = team.kind != "neighbourhood" and number % 5
    return ["response_driver"] * bool(drives) + ["domestic_abuse"] * (number % 2 == 0)


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
