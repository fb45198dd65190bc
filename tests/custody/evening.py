"""One invented evening at two suites, built through the actions: who acts, who is arrested, who is held since when."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.calls.models import Incident
from bluelamp.custody.actions import authorising, cells
from bluelamp.custody.actions.arresting import How, Offence
from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.arrest import Arresting, Necessity
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.custody.rules.pre_release import QUESTIONS, Answered, Assessing
from bluelamp.journeys.actions.arrest import arrive_at_suite, make_arrest
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.models import Cell, Station, Suite
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.entitlement import Circumstances

TEN = datetime(2026, 11, 20, 22, 5, tzinfo=UTC)
"""Five past ten at night on a Friday: the arrest."""
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
RANKS = {
    "custody_officer": "sergeant",
    "reviewing_inspector": "inspector",
    "superintendent": "superintendent",
    "response_officer": "constable",
    "investigator": "constable",
    "domestic_abuse_specialist": "sergeant",
}
GROUNDS = Arresting(
    suspicion="Named by her, injuries seen",
    necessity=(Necessity(code="protect_child_or_vulnerable", grounds="He lives with her"),),
    voluntary_considered=True,
    voluntary_why="He would go back",
)
OFFENCE = Offence(code="8/2", words="Assault occasioning actual bodily harm", tried="either_way", domestic=True)

ESCORT = Escorting(crew=("PC Ash", "PC Lunn"), risk="None known", searched=True, sex_considered=True, with_adults=False)
ESCORT_SAID = {"crew": "PC Ash, PC Lunn", "risk": "None known", "searched": "yes", "sex_considered": "on"}


def nothing_found(**more: Any) -> Assessing:
    """An assessment in which every question was answered with no; change what a test is about."""
    answers = tuple(Answered(question=code, answer=Answer.NONE) for code in QUESTIONS)
    facts = {"answers": answers, "child": False, "stays_held": False, "way_home": "His brother fetches him"}
    return Assessing(**{**facts, "victims_address": Answer.NONE, **more})


def pk(reference: object) -> int:
    """The number of a record reference."""
    return int(str(reference).partition(":")[2])


def done(action: Callable[..., Any], at: datetime, **facts: Any) -> int:
    """The number of what an action made, with the clock at `at`."""
    with clock.set_to(at):
        return pk(action(at=at, **facts))


@dataclass
class Evening:
    """The cast and the places. `officer("custody_officer")` is always the same invented person of that role."""

    cast: dict[str, Officer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for position, (key, name) in enumerate((("hatfield", "Hatfield"), ("stevenage", "Stevenage"))):
            here = {"lat": 51.76, "lon": -0.22, "position": position + 1}
            station = Station.objects.create(key=key, name=name, in_borough=False, designated=True, **here)
            suite = Suite.objects.create(key=key, name=name, station=station, **here)
            for number in (1, 2, 3):
                letter = "M" if key == "hatfield" else "A"
                Cell.objects.create(suite=suite, number=f"{letter}{number}", position=number)
        home = {"lat": 51.657, "lon": -0.274, "position": 0}
        Station.objects.create(key="borehamwood", name="Borehamwood police station", in_borough=True, **home)

    @property
    def hatfield(self) -> Suite:
        return Suite.objects.get(key="hatfield")

    def cell(self, number: str) -> Cell:
        return Cell.objects.get(number=number)

    def officer(self, role: str, name: str = "") -> Officer:
        key = f"{role} {name}"
        if key not in self.cast:
            made = Officer.objects.create(
                user_name=key.replace(" ", "_"),
                name=name or role.replace("_", " ").title(),
                regular_rank=RANKS.get(role, ""),
                enrolled_at=TEN,
            )
            RoleGrant.objects.create(officer=made, role=role, granted_by="system:test", granted_at=TEN)
            self.cast[key] = made
        return self.cast[key]

    def acting(self, role: str, name: str = "") -> Acting:
        return acting_as(self.officer(role, name))

    def incident(self) -> Incident:
        serial = Incident.objects.count() + 1
        when = TEN - 30 * MINUTE
        return Incident.objects.create(
            day=when.date(), serial=serial, channel="999", received_at=when, created_at=when,
            kind="Domestic, happening now", opening_code="domestic", place_words="Flat 6", lat=51.655, lon=-0.27,
            qualifiers=["domestic_abuse"],
        )  # fmt: skip

    def person(self, given: str = "Callum", family: str = "Redfern", **answers: Any) -> int:
        by = self.acting("response_officer")
        return done(add_person, TEN - 10 * MINUTE, by=by, given_names=given, family_name=family, answers=answers)

    def victim(self, incident: Incident, *, safe: bool = True) -> Victim:
        by = self.acting("response_officer")
        person = self.person("Joanne", "Marlow")
        if safe:
            words = {"ways": ("text",), "source": "Her own words"}
            done(set_safe_contact, TEN - 9 * MINUTE, by=by, person=person, **words)
        circumstances = Circumstances(domestic=True)
        number = done(
            record_victim, TEN - 8 * MINUTE, by=by, person=person, incident=incident.pk,
            circumstances=circumstances, needs="See her alone",
        )  # fmt: skip
        return Victim.objects.get(pk=number)

    def arrest(self, *, incident: Incident | None = None, person: int = 0, at: datetime = TEN, **how: Any) -> int:
        by = self.acting("response_officer")
        return done(
            make_arrest, at, by=by, person=person or self.person(), incident=incident.pk if incident else None,
            officer=by.number, offence=how.pop("offence", OFFENCE), grounds=GROUNDS, how=How(**how),
        )  # fmt: skip

    def arrived(self, *, arrest: int = 0, at: datetime = TEN + 45 * MINUTE, **facts: Any) -> Detention:
        by = self.acting("custody_officer")
        number = done(arrive_at_suite, at, by=by, arrest=arrest or self.arrest(**facts), suite=self.hatfield.pk)
        return Detention.objects.get(pk=number)

    def held(self, *, at: datetime = TEN + HOUR, **facts: Any) -> Detention:
        """Authorised by the custody officer an hour after the arrest, unless told otherwise."""
        found = self.arrived(**facts)
        by = self.acting("custody_officer")
        done(authorising.authorise, at, by=by, detention=found.pk, grounds="To obtain evidence by questioning")
        return Detention.objects.get(pk=found.pk)

    def assessed(self, found: Detention, at: datetime, **more: Any) -> None:
        """The risk assessment before release is made: nothing found, his brother fetches him."""
        by = self.acting("custody_officer")
        done(assess_before_release, at, by=by, detention=found.pk, assessing=nothing_found(**more))

    def in_cell(self, found: Detention, number: str, at: datetime = TEN + HOUR + MINUTE) -> None:
        by = self.acting("custody_officer")
        done(cells.allocate_cell, at, by=by, detention=found.pk, cell=self.cell(number).pk)

    def signed_in(self, role: str, client: Client, *, at: datetime, name: str = "") -> Client:
        """A browser whose person gave their password at `at`, so that what needs a fresh sign-in is open."""
        client.force_login(self.officer(role, name))
        session = client.session
        session["account_authentication_methods"] = [{"method": "password", "at": at.timestamp()}]
        session["seen"] = at.timestamp()
        session.save()
        return client
