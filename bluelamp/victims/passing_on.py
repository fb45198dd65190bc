"""What is passed on to a support service: which services there are, and only the fields that an agreement names."""

from collections.abc import Collection
from datetime import datetime

from bluelamp.partners.queries import bodies_for, body
from bluelamp.partners.rules.fields import Purpose
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.victims.models import Victim


def services(at: datetime) -> list[tuple[str, str]]:
    """Key and name of every body that supports victims by an agreement in force."""
    return [(one.key, one.name) for one in bodies_for(Purpose.VICTIM_SUPPORT, at=at)]


def name_of(partner: str) -> str:
    """The name of a body; empty where there is none of that key."""
    found = body(partner)
    return found.name if found else ""


def gathered(victim: Victim, agreed: Collection[str], consent: str) -> dict[str, str]:
    """What is known of the agreed fields. The address is never among them, and a number only where it is safe."""
    person, safe = victim.person, safe_contact(victim.person_id)
    ways = [Way(way) for way in safe.ways if way not in safe.doubtful] if safe and not safe.do_not_ring else []
    called = ", ".join(way.words for way in ways) or "in person only"
    hours = f", {safe.since:%H:%M} to {safe.until:%H:%M}" if safe and safe.since and safe.until else ""
    by_number = safe.number if safe and {Way.PHONE, Way.TEXT} & set(ways) else ""
    known = {
        "name": person.name,
        "role": "Victim",
        "safe_contact": f"Only {called}{hours}"
        + (". Shared device: leave nothing" if safe and safe.shared_device else ""),
        "phone": by_number,
        "email": person.email if Way.EMAIL in ways else "",
        "language": person.language,
        "interpreter": person.interpreter,
        "needs": victim.needs,
        "consent": consent,
        "rights": "Enhanced rights" if victim.enhanced else "Standard rights",
        "crime_number": victim.crime.number if victim.crime else "",
    }
    return {key: words for key, words in known.items() if key in agreed and words}
