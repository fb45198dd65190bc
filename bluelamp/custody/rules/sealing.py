"""Property kept under seal: what is needed to seal it, and to open it again (Code C 4)."""

from dataclasses import dataclass

from bluelamp.verdict import Verdict, allowed, refused

LAW = "Code C 4.1 to 4.4"


@dataclass(frozen=True, kw_only=True)
class Sealing:
    """A bag about to be sealed. `used`: the number is on another bag already. `items`: how many things go in."""

    number: str
    items: int
    used: bool = False


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A seal about to be opened. `opened`: somebody has done so. `new`: the seal it gets, where it is closed again."""

    number: str
    why: str
    new: str = ""
    all_returned: bool = False
    opened: bool = False
    new_used: bool = False


def may_seal(*, sealing: Sealing) -> Verdict:
    """Whether this bag may be sealed: something in it, and a number that no other bag has."""
    if not sealing.items:
        return refused("Write what is kept.", LAW, field="items")
    if not sealing.number.strip():
        return refused("Give the number of the seal.", LAW, field="seal")
    if sealing.used:
        return refused(f"Seal {sealing.number} is on another bag: each number is used once.", LAW, field="seal")
    return allowed()


def may_open(*, opening: Opening) -> Verdict:
    """Whether a seal may be opened: a reason, and a new seal unless everything goes back to the person."""
    if opening.opened:
        return refused(f"Seal {opening.number} was opened meanwhile.", "Order of events")
    if not opening.why.strip():
        return refused("Say why the seal is opened.", LAW, field="why")
    if opening.all_returned:
        return allowed()
    if not opening.new.strip():
        return refused("Each opening needs a new seal: give its number.", LAW, field="new_seal")
    if opening.new_used or opening.new.strip() == opening.number:
        return refused(f"Seal {opening.new} is used already: take a new one.", LAW, field="new_seal")
    return allowed()
