"""A visit made without signal: from when it counts, by a clock that nobody but the phone has seen."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "Times on the record are when it happened (Code C 2.6); a phone's own clock is no proof"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """From when a visit counts; `words` say why, where that is not the phone's own time."""

    at: datetime
    words: str = ""


def may_send(*, device_at: datetime, written_at: datetime, law: Law) -> Verdict:
    """Whether a visit kept on a phone can be taken: one from a time still to come is refused."""
    ahead = law.value("visits.phone_clock_off", on=local_day(written_at))
    if between(written_at, device_at) > ahead.span:
        words = f"The phone says {spoken(device_at)}, which is still to come. Put its clock right and write it again."
        return refused(words, ahead.source, field="device_at")
    return allowed()


def counted_from(*, device_at: datetime, contact_at: datetime, written_at: datetime, law: Law) -> Counted:
    """When the visit counts: at the phone's time, if that lies after the phone was last heard of.

    `contact_at` is the last time the server itself gave that phone; a visit that claims to be older counts only from
    when it was sent, and the words say so. A clock slightly off is believed, but never counts as still to come.
    """
    off = law.value("visits.phone_clock_off", on=local_day(written_at))
    if between(device_at, contact_at) > off.span:
        early = in_words(between(device_at, contact_at))
        words = f"The phone says {spoken(device_at)}, {early} before it was last heard of: it counts from when sent."
        return Counted(at=instant(written_at), words=words)
    return Counted(at=min(instant(device_at), instant(written_at)))
