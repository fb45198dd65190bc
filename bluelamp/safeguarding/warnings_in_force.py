"""Conditions in force as warnings on the person and the address, where call handlers and crews see them at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bluelamp.access.acting import system
from bluelamp.people.actions.safety import add_warning, end_warning
from bluelamp.people.models import PersonWarning
from bluelamp.places.actions.warnings import end_warning as end_at_address
from bluelamp.places.actions.warnings import warn_of_address
from bluelamp.safeguarding.models import ProtectionNotice
from bluelamp.safeguarding.rules.protection import Regime, may_breach

NO_END = timedelta(days=3650)
"""How long the warnings of an order without an end stand before somebody looks at them again."""
WARNS = system("safeguarding", "people.edit", "places.edit")


def warn(notice: ProtectionNotice, conditions: Sequence[str], *, until: datetime, is_order: bool, at: datetime) -> None:
    """Put the conditions where they are seen, in place of those before."""
    lift(notice, why="Replaced by what holds now", at=at)
    regime = Regime(notice.regime)
    name = regime.order if is_order else regime.notice
    words = f"{name}: {'; '.join(conditions)}. A breach: {may_breach(regime=regime, is_order=is_order)}."
    source = f"{name}, {notice.domestic.incident.number}"
    kind = PersonWarning.Kind.ORDER
    person = add_warning(
        person=notice.subject_id, kind=kind, words=words, source=source, expires_at=until, by=WARNS, at=at
    )
    notice.person_warning, notice.address_warning = int(person.partition(":")[2]), None
    if notice.address.strip():
        there = f"{notice.subject.name} must keep away. {words}"
        ref = warn_of_address(address=notice.address, words=there, source=source, expires_at=until, by=WARNS, at=at)
        notice.address_warning = int(ref.partition(":")[2])
    notice.save(update_fields=["person_warning", "address_warning"])


def lift(notice: ProtectionNotice, *, why: str, at: datetime) -> None:
    """End the warnings of this notice that are still in force."""
    if notice.person_warning:
        end_warning(number=notice.person_warning, why=why, by=WARNS, at=at)
    if notice.address_warning:
        end_at_address(warning=notice.address_warning, why=why, by=WARNS, at=at)
    notice.person_warning = notice.address_warning = None
    notice.save(update_fields=["person_warning", "address_warning"])
