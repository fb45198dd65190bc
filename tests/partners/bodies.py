"""Partner bodies of the tests: two of them, one with an agreement, and something shared about an invented victim."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer
from bluelamp.partners.actions.agreeing import sign_agreement
from bluelamp.partners.actions.links import make_link
from bluelamp.partners.actions.sharing import share
from bluelamp.partners.models import Agreement, Share
from bluelamp.partners.secrets import FreshLink
from bluelamp.places.models import PartnerBody

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GIVEN = {"name": "Joanne Marlow", "safe_contact": "Text only, 9 to 3", "needs": "Alone with two children"}
MAY = ("partners.view", "partners.share", "partners.agree", "ledger.erase")


def number(reference: str) -> int:
    return int(reference.partition(":")[2])


class Bodies:
    """The victim care service, with an agreement from January to December, and the refuge, with none."""

    def __init__(self) -> None:
        self.support = PartnerBody.objects.create(key="victim-support", name="Victim care", kind="victims", does="Help")
        self.refuge = PartnerBody.objects.create(key="refuge", name="The refuge", kind="domestic abuse", does="A room")
        self.officer, _ = Officer.objects.get_or_create(
            user_name="sutter", defaults={"name": "M. Sutter", "enrolled_at": NOON - 300 * DAY}
        )
        self.by = Acting(
            ref=self.officer.ref, name="M. Sutter", capabilities=frozenset(MAY), officer_id=self.officer.pk
        )  # fmt: skip
        self.agreement = self.agrees()

    def agrees(self, **changes: Any) -> Agreement:
        facts: dict[str, Any] = {
            "partner": "victim-support", "reference": "ISA-7", "gateway": "DVCVA 2004 s.54",
            "purpose": "victim_support",
            "fields": [*GIVEN, "language"], "begins": date(2026, 1, 1), "ends": date(2026, 12, 31),
            "for_them": "P. Oduya, head of service", "by": self.by, "at": NOON - 300 * DAY,
        }  # fmt: skip
        return Agreement.objects.get(pk=number(sign_agreement(**{**facts, **changes})))

    def shares(self, **changes: Any) -> Share:
        facts: dict[str, Any] = {
            "partner": "victim-support", "purpose": "victim_support", "record": "victim:7", "fields": GIVEN,
            "about": ("person:12",), "by": self.by, "at": NOON,
        }  # fmt: skip
        return Share.objects.get(pk=number(share(**{**facts, **changes})))

    def link(self, found: Share, **changes: Any) -> FreshLink:
        fresh = FreshLink()
        make_link(**{"share": found.pk, **fresh.hashes, "by": self.by, "at": NOON, **changes})
        return fresh
