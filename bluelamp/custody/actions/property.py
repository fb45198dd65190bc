"""Property: taken and sealed, a seal opened and put right again (Code C 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.desk import NO_PROPERTY, PROPERTY_TAKEN, SEAL_OPENED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention, Item, Seal
from bluelamp.custody.rules.sealing import Opening, Sealing, may_open, may_seal
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was taken: things and medication in words, money in pence (None: none was counted), and what they said.

    `nothing`: it was looked for and there was nothing to keep, which is not the same as not looked for.
    """

    nothing: bool = False
    things: Sequence[str] = ()
    medication: Sequence[str] = ()
    pence: int | None = None
    agreed: str = ""


@action
def take_property(
    *, by: Acting, at: datetime, detention: int, taken: Taken, seal: str = "", key: str | None = None
) -> str:
    """Take property into one sealed bag, money counted; or record that there was nothing to keep."""
    require(by, "custody.desk")
    found, number = lock(detention), seal.strip()
    items = _items(found, taken, at)
    if taken.nothing and not items:
        return _nothing(found, taken, at)
    used = Seal.objects.filter(number=number).exists()
    insist(may_seal(sealing=Sealing(number=number, items=len(items), used=used)))
    bag = Seal.objects.create(
        detention=found, number=number, sealed_at=at, sealed_by_id=officer_of(by), agreed_words=taken.agreed
    )
    for item in items:
        item.seal = bag
    Item.objects.bulk_create(items)
    words = {"items": ", ".join(item.said for item in items), "agreed": taken.agreed}
    say(PROPERTY_TAKEN, found, {"seal": number, "pence": taken.pence}, words=words)
    return found.ref


@action
def open_seal(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    seal: int,
    why: str,
    new_seal: str = "",
    returned: Sequence[int] = (),
    key: str | None = None,
) -> str:
    """Open a seal: what goes back to the person is named, the rest gets a new seal."""
    require(by, "custody.desk")
    found = lock(detention)
    bag = Seal.objects.select_for_update(of=("self",)).select_related("opened_by").get(pk=seal, detention=found)
    if bag.opened_at:
        raise Refused(refused(f"Seal {bag.number} was opened meanwhile, by {bag.opened_by}: {bag.opened_why}",
                              "Order of events"))  # fmt: skip
    inside = list(bag.items.filter(returned_at=None))
    back, number = [one for one in inside if one.pk in set(returned)], new_seal.strip()
    rest = [one for one in inside if one not in back]
    used = Seal.objects.filter(number=number).exists()
    insist(may_open(opening=Opening(number=bag.number, why=why, new=number, all_returned=not rest, new_used=used)))
    bag.opened_at, bag.opened_by_id, bag.opened_why = at, officer_of(by), why
    bag.save(update_fields=["opened_at", "opened_by", "opened_why"])
    Item.objects.filter(pk__in=[one.pk for one in back]).update(returned_at=at, returned_words=why)
    if rest:
        again = Seal.objects.create(detention=found, number=number, sealed_at=at, sealed_by_id=officer_of(by))
        Item.objects.filter(pk__in=[one.pk for one in rest]).update(seal=again)
    after = f"Sealed again, {number}." if rest else "Nothing is left in it."
    words = {"why": why, "returned": ", ".join(one.said for one in back)}
    say(SEAL_OPENED, found, {"seal": bag.number, "after": after, "new_seal": number if rest else None}, words=words)
    return found.ref


def _nothing(found: Detention, taken: Taken, at: datetime) -> str:
    Item.objects.create(detention=found, kind=Item.Kind.NOTHING, words="Nothing to keep", taken_at=at)
    say(NO_PROPERTY, found, words={"agreed": taken.agreed})
    return found.ref


def _items(found: Detention, taken: Taken, at: datetime) -> list[Item]:
    made = [Item(detention=found, words=one.strip(), taken_at=at) for one in taken.things if one.strip()]
    made += [
        Item(detention=found, kind=Item.Kind.MEDICATION, words=one.strip(), taken_at=at)
        for one in taken.medication
        if one.strip()
    ]
    if taken.pence is not None:
        made.append(Item(detention=found, kind=Item.Kind.MONEY, words="Money", pence=taken.pence, taken_at=at))
    return made
