"""Invented volunteers, built by state through the actions: `Volunteers().applied()`, `.checked()`, `.accompanied()`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self

from django.test import Client

from bluelamp import clock
from bluelamp.access.acting import PUBLIC, Acting, system
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.duty.actions.skills import record_skill
from bluelamp.duty.actions.tours import book_off, book_on
from bluelamp.places.models import Team
from bluelamp.specials.actions import applying, claiming, giving, occasions, signing
from bluelamp.specials.models import Special
from bluelamp.specials.rules.deployment import TUTOR
from bluelamp.specials.rules.pathway import CHECKS

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""A Friday at noon: now, for these tests. Everything was built before it."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = date(2027, 11, 20)
DUTY = system("test", "duty.crew")
ROLES = {
    "coordinator": ("specials_coordinator", ""),
    "tutor": ("response_officer", "constable"),
    "other_officer": ("response_officer", "constable"),
    "inspector": ("reviewing_inspector", "inspector"),
    "special": ("special_constable", ""),
    "other_special": ("special_constable", ""),
    "commander": ("commander", "chief_inspector"),
}
GRADES = {"special": "special_constable", "other_special": "special_inspector"}
PHASES = tuple(f"phase_{number}" for number in range(1, 6))


def number(reference: object) -> int:
    return int(str(reference).partition(":")[2])


@dataclass
class Volunteers:
    """One special under way, with the people around them. `at` is when the next thing happens."""

    at: datetime = NOON - 200 * DAY
    pk: int = 0
    cast: dict[str, Officer] = field(default_factory=dict)

    @property
    def record(self) -> Special:
        return Special.objects.get(pk=self.pk)

    def officer(self, who: str) -> Officer:
        if who not in self.cast:
            role, rank = ROLES[who]
            made, fresh = Officer.objects.get_or_create(
                user_name=who,
                defaults={"name": who.replace("_", " ").title(), "regular_rank": rank,
                          "special_grade": GRADES.get(who, ""), "enrolled_at": self.at},
            )  # fmt: skip
            if fresh:
                RoleGrant.objects.create(officer=made, role=role, granted_by="system:test", granted_at=self.at)
            self.cast[who] = made
        return self.cast[who]

    def by(self, who: str) -> Acting:
        return acting_as(self.officer(who))

    def does(self, who: str, action: Callable[..., Any], *, at: datetime | None = None, **facts: Any) -> int:
        """The number of what an action of somebody made; the clock then goes on by an hour."""
        when = at or self.at
        with clock.set_to(when):
            made = action(by=self.by(who) if who != "public" else PUBLIC, at=when, **facts)
        self.at = max(self.at, when) + HOUR
        return number(made)

    def applied(self, name: str = "Rowan Ashe", **facts: Any) -> Self:
        given = {"phone": "01632 960 111", "aim": "career", "why": "I live here", **facts}
        self.pk = self.does("public", applying.apply, name=name, **given)
        return self

    def accepted(self) -> Self:
        self.applied() if not self.pk else None
        self.does("coordinator", applying.accept, special=self.pk)
        return self

    def signs(self, who: str, *steps: str, passed: bool = True, words: str = "") -> Self:
        for step in steps:
            self.does(who, signing.sign_step, special=self.pk, step=step, passed=passed, words=words)
        return self

    def checked(self) -> Self:
        self.accepted() if not self.pk or not self.record.accepted_at else None
        return self.signs("coordinator", *CHECKS)

    def tutored(self) -> Self:
        tutor = self.officer("tutor")
        record_skill(by=DUTY, at=self.at, officer=tutor.pk, skill=TUTOR, expires=None)
        self.does("coordinator", signing.name_tutor, special=self.pk, tutor=tutor.pk)
        return self

    def learnt(self) -> Self:
        self.checked().tutored()
        return self.signs("tutor", *PHASES)

    def linked(self, who: str = "special") -> Self:
        self.does("coordinator", signing.link_account, special=self.pk, officer=self.officer(who).pk)
        return self

    def trained(self, until: date = LATER) -> Self:
        for skill in signing.SKILLS:
            self.does("coordinator", signing.record_training, special=self.pk, skill=skill, until=until)
        return self

    def attested(self) -> Self:
        self.learnt().linked()
        return self.signs("inspector", "attested", words="Hertsmere justices, before D. Marsh JP")

    def accompanied(self) -> Self:
        self.attested().trained()
        return self.signs("coordinator", "accompanied")

    def directed(self) -> Self:
        return self.accompanied().signs("tutor", "directed")

    def independent(self) -> Self:
        return self.directed().signs("inspector", "independent")

    def event(self, *, starts: datetime = NOON + DAY, hours: int = 6, **facts: Any) -> int:
        given = {"title": "Lights switched on", "place": "Shenley Road", "wanted": 4, **facts}
        return self.does(
            "coordinator", occasions.make_occasion, at=NOON - DAY, starts=starts, ends=starts + hours * HOUR, **given
        )

    def offered(self, *, starts: datetime = NOON + DAY, hours: int = 4, at: datetime = NOON, **facts: Any) -> int:
        return self.does("special", giving.offer_hours, at=at, starts=starts, hours=hours, **facts)

    def on_duty(self, starts: datetime, hours: float) -> Self:
        """Booked on and off, as duty keeps it."""
        team, _ = Team.objects.get_or_create(
            key="specials", defaults={"name": "Specials", "kind": Team.Kind.SPECIALS, "strength": 12}
        )
        ends, who = starts + timedelta(hours=hours), self.officer("special").pk
        book_on(by=DUTY, at=starts, officer=who, team=team.pk, until=ends + HOUR)
        book_off(by=DUTY, at=ends, officer=who)
        return self

    def claimed(self, *, day: datetime = NOON - DAY, **facts: Any) -> int:
        self.on_duty(day, 6)
        return self.does("special", claiming.claim, at=NOON, on=day.date(), **facts)


def signed_in(there: Volunteers, who: str, client: Client, *, at: datetime = NOON) -> Client:
    """A browser of one of the cast, whose password was given just now."""
    client.force_login(there.officer(who))
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": at.timestamp()}]
    session["seen"] = at.timestamp()
    session.save()
    return client
