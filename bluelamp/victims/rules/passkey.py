"""A passkey to the victim's own page: kept only on a device that nobody else opens, and dead once that changes."""

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Safe contact V7"
MOST = 5


def may_keep(*, shared_device: bool, kept: int) -> Verdict:
    """Whether a passkey may be kept. `shared_device`: somebody else can open it, and would find the passkey there;
    `kept`: how many there are."""
    if shared_device:
        return refused("You said that somebody else can use your device. A passkey would show there.", _SOURCE)
    if kept >= MOST:
        return refused(f"There are {MOST} passkeys. Forget them first.", _SOURCE)
    return allowed()


def may_open(*, shared_device: bool, before: int, now: int) -> Verdict:
    """Whether it opens the page now. `before` and `now` count its uses, as the device says; a device that does not
    count says 0 each time. A count that does not rise is a copy."""
    if shared_device:
        return refused("somebody else can use the device", _SOURCE)
    if (before or now) and now <= before:
        return refused("it may be a copy", _SOURCE)
    return allowed()
