"""Invented agreements of a demonstration: one for each body and purpose, and how each is reached. Never in service."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local_day
from bluelamp.partners.actions.agreeing import set_contact, sign_agreement
from bluelamp.partners.models import Agreement
from bluelamp.partners.rules.fields import Purpose
from bluelamp.places.models import PartnerBody
from bluelamp.verdict import insist, refused

SIGNATORY = "ashdown"
SIGNED_DAYS_AGO, RUNS_DAYS = 200, 730
_CRIME, _CHILD, _CARE = "Crime and Disorder Act 1998 s.115", "Children Act 2004 s.11", "Care Act 2014 s.45"
_VICTIM = "Domestic Violence, Crime and Victims Act 2004 s.54"
_DATA = "Data Protection Act 2018 Part 3, law enforcement purposes"

_REACH = (
    "name",
    "safe_contact",
    "phone",
    "email",
    "language",
    "interpreter",
    "needs",
    "consent",
    "officer",
    "asked_for",
)
_HAPPENED = ("crime_number", "incident_number", "happened", "happened_on")
_DANGER = (
    "born", "sex", "address", "risk", "risk_answers", "warnings", "children", "other_person", "relationship", "orders",
)  # fmt: skip
_CHILDS = (
    "name", "born", "address", "school", "happened", "happened_on", "place", "child_was_there", "language", "officer",
    "asked_for",
)  # fmt: skip
Terms = tuple[Purpose, str, tuple[str, ...]]
BY_KIND: Mapping[str, tuple[Terms, ...]] = {
    "council": ((Purpose.COMMUNITY_SAFETY, _CRIME, ("place", "happened", "happened_on", "warnings", "asked_for")),),
    "victims": ((Purpose.VICTIM_SUPPORT, _VICTIM, (*_REACH, "rights", "crime_number", "happened")),),
    "domestic abuse": ((Purpose.DOMESTIC_ABUSE, _CRIME, (*_REACH, *_HAPPENED, *_DANGER)),),
    "emergency": ((Purpose.HEALTH, _CRIME, ("place", "happened", "warnings", "asked_for")),),
    "health": (
        (Purpose.HEALTH, _CARE, ("name", "born", "health", "needs", "risk", "warnings", "officer", "asked_for")),
    ),
    "justice": (
        (Purpose.JUSTICE, _DATA, ("name", "born", "crime_number", "happened", "orders", "officer", "asked_for")),
    ),
    "roads": ((Purpose.ROADS, _CRIME, ("place", "happened_on", "vehicle", "asked_for")),),
    "police": ((Purpose.POLICING, _DATA, ("name", "born", "vehicle", *_HAPPENED, "warnings", "officer", "asked_for")),),
    "housing": ((Purpose.COMMUNITY_SAFETY, _CRIME, ("name", "address", "warnings", "orders", "asked_for")),),
}
BY_KEY: Mapping[str, tuple[Terms, ...]] = {
    "county-council": (
        (Purpose.SCHOOL_NOTICE, _CHILD, _CHILDS),
        (Purpose.ROADS, _CRIME, ("place", "happened_on", "vehicle", "asked_for")),
    ),
    "childrens-services": ((Purpose.CHILD_AT_RISK, _CHILD, (*_CHILDS, *_REACH[2:6], *_HAPPENED, *_DANGER[3:])),),
    "adult-care": ((Purpose.ADULT_AT_RISK, _CARE, (*_REACH, *_HAPPENED, "born", "address", "risk", "health")),),
}


def create(*, at: datetime) -> bool:
    """Sign them where there is none yet and the demonstration's people are there; True if it did.

    Raises Refused outside demo mode.
    """
    if not settings.DEMO:
        insist(refused("Demonstration records exist only in demo mode (BLUELAMP_DEMO)."))
    signatory = Officer.objects.filter(user_name=SIGNATORY, is_demonstration=True).first()
    if signatory is None or Agreement.objects.exists():
        return False
    sign_with_all(by=acting_as(signatory), at=at - timedelta(days=SIGNED_DAYS_AGO))
    return True


def sign_with_all(*, by: Acting, at: datetime) -> None:
    """An invented agreement with every body of the borough, and how each is reached."""
    for body in PartnerBody.objects.all():
        _one(body, by, at)


def _one(body: PartnerBody, by: Acting, at: datetime) -> None:
    """Addresses and numbers of a partner are invented: example.org, and a range kept for drama."""
    begins = local_day(at)
    with clock.set_to(at):
        for number, (purpose, gateway, fields) in enumerate(BY_KEY.get(body.key) or BY_KIND.get(body.kind, ()), 1):
            sign_agreement(
                partner=body.key, reference=f"DEMO-{body.position + 1:02}-{number}", gateway=gateway,
                purpose=purpose.value, fields=sorted(set(fields)), begins=begins,
                ends=begins + timedelta(days=RUNS_DAYS), for_them="Invented signatory, head of service", by=by, at=at,
            )  # fmt: skip
        email, phone = f"{body.key}@example.org", f"01632 960 {200 + body.position}"
        set_contact(partner=body.key, who="Duty desk", email=email, phone=phone, by=by, at=at)
