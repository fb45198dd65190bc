"""What was said to be safe when a message was asked for, kept with it and asked again before it leaves."""

from datetime import time
from typing import Any

from bluelamp.messages.rules.safe_channel import SafeContactFacts
from bluelamp.people.rules.safe_contact import Way


def as_json(safe: SafeContactFacts | None) -> dict[str, Any]:
    """The facts as they are stored; empty for nothing known."""
    if safe is None:
        return {}
    return {
        "ways": sorted(way.value for way in safe.ways),
        "since": safe.since.isoformat() if safe.since else None,
        "until": safe.until.isoformat() if safe.until else None,
        "shared_device": safe.shared_device,
        "do_not_ring": safe.do_not_ring,
        "doubtful": sorted(way.value for way in safe.doubtful),
    }


def from_json(stored: dict[str, Any]) -> SafeContactFacts | None:
    """The facts as the rule takes them."""
    if not stored:
        return None
    return SafeContactFacts(
        ways=frozenset(Way(way) for way in stored["ways"]),
        since=time.fromisoformat(stored["since"]) if stored["since"] else None,
        until=time.fromisoformat(stored["until"]) if stored["until"] else None,
        shared_device=stored["shared_device"],
        do_not_ring=stored["do_not_ring"],
        doubtful=frozenset(Way(way) for way in stored.get("doubtful", ())),
    )
