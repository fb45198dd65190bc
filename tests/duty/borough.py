"""Littleford as a duty planner knows it: nine officers, a roster made by the search, everything through the actions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.test import Client

from bluelamp.access.acting import Acting, system
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.access.roles import capabilities_of
from bluelamp.duty.actions.establishing import load_establishment
from bluelamp.duty.actions.planning import draft, save_unit
from bluelamp.duty.actions.publishing import publish
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.solving.making import solve, tasks
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.law_in_force import law_of

LITTLEFORD = Path(__file__).resolve().parents[1] / "places" / "cases" / "littleford"
SETTING_UP = system("setup", "places.edit", "access.grant_roles", "duty.crew")
SEARCHING = system("planner", "duty.search")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MONDAY, DAY = date(2027, 1, 4), timedelta(days=1)
WEEKS = 13


@dataclass
class Littleford:
    """The borough in the tables. `who("104")` acts as the officer of that collar number."""

    planner: Acting = field(init=False)
    second: Acting = field(init=False)

    def __post_init__(self) -> None:
        load_borough(by=SETTING_UP, at=NOW, folder=LITTLEFORD)
        load_establishment(by=SETTING_UP, at=NOW, folder=LITTLEFORD, is_demonstration=True)
        self.planner = Acting(ref="officer:900001", name="R. Holt", capabilities=capabilities_of(["duty_planner"]))
        self.second = Acting(ref="officer:900002", name="S. Pell", capabilities=capabilities_of(["duty_planner"]))

    def officer(self, collar: str) -> Officer:
        return Officer.objects.get(collar_number=collar)

    def who(self, collar: str, role: str = "response_officer") -> Acting:
        officer = self.officer(collar)
        return Acting(
            ref=officer.ref, name=str(officer), officer_id=officer.pk, regular_rank=officer.regular_rank,
            capabilities=capabilities_of([role]),
        )  # fmt: skip

    def signed_in(self, client: Client, role: str, *, collar: str = "") -> Client:
        """A browser of somebody with that role: the officer of a collar number, or somebody who is on no roster."""
        if collar:
            officer = self.officer(collar)
        else:
            known = Officer.objects.filter(user_name=f"test.{role}").first()
            officer = known or Officer.objects.create(user_name=f"test.{role}", name="Holt", enrolled_at=NOW)
        held = {"role": role, "granted_by": "test", "granted_at": NOW}
        if not RoleGrant.objects.filter(officer=officer, role=role).exists():
            RoleGrant.objects.create(officer=officer, **held)
        client.force_login(officer)
        return client

    def a_draft(self) -> Roster:
        """An empty draft of thirteen weeks."""
        ref = draft(begins=MONDAY, ends=MONDAY + WEEKS * 7 * DAY, by=self.planner, at=NOW)
        return Roster.objects.get(pk=ref.partition(":")[2])

    def a_made_draft(self) -> Roster:
        """A draft as the search leaves it."""
        roster, cover = self.a_draft(), cover_in_force()
        people = members(begins=roster.begins, ends=roster.ends, cover=cover)
        (task,) = tasks(people, cover, begins=roster.begins, ends=roster.ends, law=law_of("duty"), seconds=10)
        found = solve(task)
        points, bound = sum(one.cost for one in found), sum(one.bound for one in found)
        save_unit(
            roster=roster.pk, unit="response", planned=[one for block in found for one in block.roster],
            points=points, bound=bound, missing=0, by=SEARCHING, at=NOW,
        )  # fmt: skip
        roster.refresh_from_db()
        return roster

    def a_published_roster(self) -> Roster:
        roster = self.a_made_draft()
        publish(roster=roster.pk, version=roster.version, by=self.planner, at=NOW)
        roster.refresh_from_db()
        return roster

    def on(self, roster: Roster, day: date, shift: str) -> list[PlannedDuty]:
        """The duties of that shift on that day."""
        return list(roster.duties.filter(day=day, shift=shift).order_by("officer__collar_number"))

    def first_day(self, roster: Roster, wanted: Callable[[date], bool], *, after: date = MONDAY) -> date:
        """The first day of the roster from `after` for which that holds."""
        day = after
        while day < roster.ends:
            if wanted(day):
                return day
            day += DAY
        raise AssertionError("There is no such day in this roster.")
