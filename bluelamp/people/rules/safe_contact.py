"""Which way of reaching a person is safe. Safety beats timeliness (V7)."""

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from bluelamp.deadlines.instants import as_local
from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Safe contact V7"


class Way(StrEnum):
    """A way of reaching a person."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    REPRESENTATIVE = "representative"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Way.IN_PERSON: "in person",
    Way.PHONE: "by phone",
    Way.VOICEMAIL: "by voicemail",
    Way.TEXT: "by text",
    Way.EMAIL: "by email",
    Way.LETTER: "by letter",
    Way.REPRESENTATIVE: "through a representative",
}
_LINES = range(3, 8)
_LEFT_LYING = frozenset({Way.VOICEMAIL, Way.TEXT, Way.EMAIL, Way.LETTER})


@dataclass(frozen=True, kw_only=True)
class Safe:
    """What the person has said is safe. `ways` only what was named; `since` and `until` local hours, None for any.

    `shared_device`: somebody else can read what arrives, so nothing may be left lying. `do_not_ring`: a call in
    progress in which the person cannot speak freely; nothing goes out at all until it is lifted. `doubtful`: ways that
    came back, or where somebody else answered, and that are not safe until they are checked. `ask`: the officer who
    knows, by name.
    """

    ways: frozenset[Way]
    since: time | None = None
    until: time | None = None
    shared_device: bool = False
    do_not_ring: bool = False
    doubtful: frozenset[Way] = frozenset()
    ask: str = field(default="", compare=False)


def may_reach(*, safe: Safe | None, way: Way, at: datetime) -> Verdict:
    """Whether an outbound contact may be made this way now; refused unless the way was said to be safe.

    With nothing known only speaking in person is allowed: silence is not consent.
    """
    if safe is None:
        return _nothing_known(way)
    if safe.do_not_ring and way is not Way.IN_PERSON:
        return refused("Do not ring or text back: the caller cannot speak freely.", _SOURCE, field="way")
    if way not in safe.ways:
        return refused(f"Not known to be safe {way.words}.", _SOURCE, field="way")
    if way in safe.doubtful:
        return refused(f"Not safe {way.words} until it is checked that it still reaches them.", _SOURCE, field="way")
    if safe.shared_device and way in _LEFT_LYING:
        return refused(f"Shared device: nothing may be left {way.words}.", _SOURCE, field="way")
    if not _in_hours(safe, as_local(at).time()):
        return refused(f"Safe only {_hours(safe)}.", _SOURCE, field="way")
    return allowed()


def whole_address(address: str) -> Verdict:
    """Whether a letter finds its way: a name, a street and a postcode, between three and seven lines."""
    lines = len([line for line in address.splitlines() if line.strip()])
    if lines in _LINES:
        return allowed()
    return refused("A letter needs a name, a street and a postcode, each on its line.", _SOURCE, field="post_to")


def _nothing_known(way: Way) -> Verdict:
    if way is Way.IN_PERSON:
        return allowed("No safe way is recorded yet: ask, alone.")
    return refused(f"No safe way is recorded: not {way.words}. Ask in person, alone.", _SOURCE, field="way")


def _in_hours(safe: Safe, now: time) -> bool:
    since, until = safe.since or time(0), safe.until or time.max
    return since <= now <= until if since <= until else now >= since or now <= until


def _hours(safe: Safe) -> str:
    since = f"from {safe.since:%H:%M}" if safe.since else ""
    until = f"until {safe.until:%H:%M}" if safe.until else ""
    return " ".join(part for part in (since, until) if part)
