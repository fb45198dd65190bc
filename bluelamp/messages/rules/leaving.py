"""Whether a message may leave at this moment: what was said to be safe when it was written must still be said."""

import re
from collections.abc import Collection
from datetime import datetime

from bluelamp.messages.rules.safe_channel import SOURCE, Channel, SafeContactFacts, whom_to_ask
from bluelamp.people.rules.safe_contact import may_reach, whole_address
from bluelamp.verdict import Verdict, allowed, every, refused

_NOT_DIGITS = re.compile(r"\D")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$")


def may_leave(
    *,
    written: SafeContactFacts | None,
    now: SafeContactFacts | None,
    channel: Channel,
    address: str,
    theirs: str,
    at: datetime,
) -> Verdict:
    """Allowed only if the person's wish is the one the message was written by, and the way and hour are safe.

    `written` and `now` are what was said to be safe when it was written and what is in force, `address` where it goes,
    `theirs` the number or email address the person gave (empty: none), `at` an instant. All reasons against are given
    together, and who is to be asked. V7.
    """
    same = allowed() if written == now else refused("How this person may be reached was changed since.", SOURCE)
    way = may_reach(safe=now, way=channel.way, at=at)
    return whom_to_ask(every(same, way, right_address(channel, address, theirs)), now)


def right_address(channel: Channel, address: str, theirs: str) -> Verdict:
    """It goes only to the number or address that the person gave; spaces, case, commas and +44 are the same.

    A letter needs a name, a street and a postcode: between three and seven lines, as the provider takes them.
    """
    if channel is Channel.LETTER and not (whole := whole_address(address)).allowed:
        return refused(whole.words, SOURCE, field="address")
    what, key = _KEYS[channel]
    if not theirs:
        return refused(f"No {what} of theirs is known to be safe.", SOURCE, field="address")
    if key(address) == key(theirs):
        return allowed()
    return refused(f"It goes to another {what} than the one said to be safe.", SOURCE, field="address")


def postcode_doubt(address: str, *, known: Collection[str], districts: Collection[str]) -> str:
    """A warning in words about the postcode of a letter, empty where there is nothing to warn of. It refuses nothing.

    `known` are the borough's postcodes without spaces, `districts` their first halves: of a postcode elsewhere we
    know only whether it looks like one.
    """
    last = next((line for line in reversed(address.splitlines()) if line.strip()), "")
    found = _POSTCODE.search(last.upper().strip())
    if found is None:
        return "The last line is no postcode. Check the address before this letter leaves."
    if known and found[1] in districts and f"{found[1]}{found[2]}" not in known:
        return f"There is no postcode {found[1]} {found[2]} in this borough. Check it before this letter leaves."
    return ""


def _lines(address: str) -> str:
    return "".join(one for one in address.casefold() if one.isalnum())


def _folded(address: str) -> str:
    return address.strip().casefold()


def _digits(number: str) -> str:
    found = _NOT_DIGITS.sub("", number)
    return f"0{found[2:]}" if found.startswith("44") else found


_KEYS = {
    Channel.TEXT: ("number", _digits),
    Channel.EMAIL: ("address", _folded),
    Channel.LETTER: ("address for letters", _lines),
}
