"""Demonstration accounts: one invented person per role. Never in service; the program refuses to start with them."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.hashers import make_password

from bluelamp.access.acting import Acting
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.actions.granting import grant
from bluelamp.access.models import Officer
from bluelamp.access.roles import roles
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import insist, refused

PASSWORD = "yellow phone by the lamp"
"""One password for all of them: it is printed on the screen and opens nothing but invented data."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """One invented officer or member of staff who shows what a role is like."""

    role: str
    user_name: str
    name: str
    title: str = ""
    collar_number: str = ""
    regular_rank: str = ""
    special_grade: str = ""
    team: str = ""


PEOPLE = (
    Person(role="contact_handler", user_name="marsh", name="E. Marsh", team="Control room"),
    Person(role="dispatcher", user_name="winter", name="A. Winter", team="Control room"),
    Person(
        role="response_officer",
        user_name="lowe",
        name="Lowe",
        collar_number="2210",
        regular_rank="constable",
        team="Response",
    ),
    Person(
        role="special_constable",
        user_name="okafor",
        name="Okafor",
        title="SC",
        collar_number="7041",
        special_grade="special_constable",
        team="Specials",
    ),
    Person(
        role="custody_officer",
        user_name="haldane",
        name="Nia Haldane",
        collar_number="1842",
        regular_rank="sergeant",
        team="Custody",
    ),
    Person(
        role="detention_officer", user_name="pryce", name="J. Pryce", title="DO", collar_number="6120", team="Custody"
    ),
    Person(role="pcso", user_name="delaney", name="Delaney", title="PCSO", collar_number="8033", team="Neighbourhood"),
    Person(
        role="reviewing_inspector",
        user_name="farrant",
        name="Farrant",
        collar_number="778",
        regular_rank="inspector",
        team="Command",
    ),
    Person(
        role="superintendent",
        user_name="ashdown",
        name="Ashdown",
        collar_number="412",
        regular_rank="superintendent",
        team="Command",
    ),
    Person(
        role="investigator",
        user_name="bhatt",
        name="Bhatt",
        title="DC",
        collar_number="1975",
        regular_rank="constable",
        team="Investigation",
    ),
    Person(role="victim_care_officer", user_name="sutter", name="M. Sutter", team="Victim care"),
    Person(
        role="domestic_abuse_specialist",
        user_name="kerr",
        name="Kerr",
        title="DS",
        collar_number="1506",
        regular_rank="sergeant",
        team="Domestic abuse",
    ),
    Person(
        role="neighbourhood_officer",
        user_name="tan",
        name="Tan",
        collar_number="2388",
        regular_rank="constable",
        team="Neighbourhood",
    ),
    Person(role="duty_planner", user_name="holt", name="R. Holt", team="Duty planning"),
    Person(role="specials_coordinator", user_name="amadi", name="C. Amadi", team="Specials"),
    Person(
        role="roads_officer",
        user_name="vaughan",
        name="Vaughan",
        collar_number="2614",
        regular_rank="constable",
        team="Roads",
    ),
    Person(
        role="commander",
        user_name="osei",
        name="Osei",
        collar_number="305",
        regular_rank="chief_inspector",
        team="Command",
    ),
    Person(role="auditor", user_name="lindqvist", name="P. Lindqvist", team="Standards"),
    Person(role="administrator", user_name="quill", name="T. Quill", team="Systems"),
    Person(role="custody_visitor", user_name="frost", name="A. Frost", team="Custody visitors"),
)


def accounts() -> list[tuple[str, str, str]]:
    """(role in words, user name, password), one per role, in the order of roles.toml."""
    by_role = {person.role: person for person in PEOPLE}
    return [(role.words, by_role[key].user_name, PASSWORD) for key, role in roles().items() if key in by_role]


def create(*, by: Acting, at: datetime) -> list[str]:
    """Open every demonstration account that is not there yet; safe to repeat. Answers the new officers' references.

    Raises Refused outside demo mode.
    """
    if not settings.DEMO:
        insist(refused("Demonstration accounts exist only in demo mode (BLUELAMP_DEMO)."))
    there = set(Officer.objects.values_list("user_name", flat=True))
    missing = [person for person in PEOPLE if person.user_name not in there]
    hashed = make_password(PASSWORD) if missing else ""
    return [_open(person=person, password_hash=hashed, by=by, at=at) for person in missing]


def any_in_service() -> bool:
    """True if an open demonstration account exists: outside demo mode the program then refuses to start."""
    return Officer.objects.filter(is_demonstration=True, is_active=True).exists()


@action
def _open(*, person: Person, password_hash: str, by: Acting, at: datetime) -> str:
    reference = enrol(
        user_name=person.user_name,
        name=person.name,
        title=person.title,
        collar_number=person.collar_number,
        regular_rank=person.regular_rank,
        special_grade=person.special_grade,
        team=person.team,
        password_hash=password_hash,
        is_demonstration=True,
        by=by,
        at=at,
    )
    grant(officer=int(reference.partition(":")[2]), role=person.role, by=by, at=at)
    return reference
