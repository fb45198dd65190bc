"""Whom a kept address is hidden from at sight: everybody who is not on the domestic record it is kept for (D10)."""

from collections.abc import Sequence

from bluelamp.access.acting import Acting
from bluelamp.access.queries import restricted_among
from bluelamp.calls.models import Incident
from bluelamp.people.models import KeptAddress
from bluelamp.people.rules.masking import holds_none
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident


def hidden_from(by: Acting, *, place: str = "") -> list[str]:
    """The new addresses that this person may not read in what others wrote; one statement where none is kept.

    `place` is that of an incident. Where the call is about that very address, whoever sends and goes must read it.
    """
    kept = list(KeptAddress.objects.filter(ended_at=None).values_list("person_id", "address"))
    elsewhere = [(person, address) for person, address in kept if not is_at(place, address)]
    if not elsewhere:
        return []
    on_it = _seen_by(by, {person for person, _ in elsewhere})
    return [address for person, address in elsewhere if person not in on_it]


def hidden_from_all(incident: int, *, kept: Sequence[str]) -> list[str]:
    """The same for what is drawn once for everybody, such as the board; only the place of the incident matters."""
    if not kept:
        return []
    place = Incident.objects.filter(pk=incident).values_list("place_words", flat=True).first() or ""
    return [address for address in kept if not is_at(place, address)]


def is_at(place: str, address: str) -> bool:
    """Whether a place, as it was said, is this address."""
    return bool(place) and not holds_none(place, kept=[address]).allowed


def _seen_by(by: Acting, people: set[int]) -> set[int]:
    """Of these people, those with a domestic record that this person may see."""
    if not by.may("safeguarding.view"):
        return set()
    harmed = DomesticIncident.objects.filter(victim__person__in=people).values_list("victim__person_id", "pk")
    children = ChildInvolved.objects.filter(person__in=people).values_list("person_id", "domestic_id")
    records = [(person, f"domestic:{pk}") for person, pk in [*harmed, *children]]
    sights = restricted_among(by, [ref for _, ref in records])
    return {person for person, ref in records if ref not in sights or sights[ref].may_see}
