"""Whose promise it is: a promise of safeguarding or of a partner stands on another record than the victim's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from bluelamp.partners.models import Share
from bluelamp.safeguarding.models import AddressWritten, DomesticIncident, MaracReferral, Pathway, ProtectionNotice

_BEHIND: Mapping[str, Any] = {
    "domestic": (DomesticIncident, ("victim_id",)),
    "marac": (MaracReferral, ("domestic__victim_id",)),
    "protection": (ProtectionNotice, ("domestic__victim_id",)),
    "addresswritten": (AddressWritten, ("domestic__victim_id",)),
    "pathway": (Pathway, ("victim_id", "domestic__victim_id")),
}
"""By the noun of a record's reference: its table, and where the victim stands, the first that is there."""


def whose(records: Iterable[str]) -> dict[str, int]:
    """The number of the victim behind each record, where one is named; a statement for each kind of record."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for ref in records:
        noun, _, number = ref.partition(":")
        if number.isdecimal():
            wanted[noun].add(int(number))
    found = {f"victim:{number}": number for number in wanted["victim"]}
    for noun, (table, paths) in _BEHIND.items():
        for pk, *victims in table.objects.filter(pk__in=wanted[noun]).values_list("pk", *paths) if wanted[noun] else ():
            behind = next((one for one in victims if one), None)
            if behind:
                found[f"{noun}:{pk}"] = behind
    return found | _of_shares(wanted["share"], found)


def _of_shares(numbers: set[int], found: Mapping[str, int]) -> dict[str, int]:
    """A share was made from a record of its own: that says whose it is."""
    rows = list(Share.objects.filter(pk__in=numbers).values_list("pk", "record")) if numbers else []
    behind = {**found, **whose({record for _, record in rows if record not in found})} if rows else {}
    return {f"share:{pk}": behind[record] for pk, record in rows if record in behind}
