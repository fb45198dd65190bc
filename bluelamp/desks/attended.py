"""How long it took until somebody was there, by both measures; the one that the force publishes is named (C8)."""

from dataclasses import replace
from datetime import timedelta

from bluelamp.calls.models import Incident
from bluelamp.calls.owed import as_facts
from bluelamp.calls.rules.attendance import measured
from bluelamp.deadlines.elapsed import in_words
from bluelamp.dispatch.queries import first_sent_at
from bluelamp.places.law_in_force import law_of

_STARTS = {"received": "since the call", "created": "since it was logged", "dispatched": "since a unit was sent"}


def attended(incident: Incident) -> dict[str, str]:
    """The published measure and the other, in words; nothing while nobody has come. One statement where they have."""
    if incident.first_at_scene_at is None or not incident.grade:
        return {}
    facts = replace(as_facts(incident), dispatched_at=first_sent_at(incident.pk))
    found = measured(law_of("calls"), incident=facts)
    by_start = {"created": found.from_created, "dispatched": found.from_dispatched, found.clock_start: found.published}
    said = {start: _said(start, took) for start, took in by_start.items() if took is not None}
    published = said.pop(found.clock_start, "")
    return {"published": published, "other": ", ".join(said.values())}


def _said(start: str, took: timedelta) -> str:
    return f"{in_words(took)} {_STARTS[start]}"
