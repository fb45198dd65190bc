"""Everything the ledger can say about units and their work."""

from bluelamp.ledger.registry import Event

_NO_WORDS = "Holds no personal text; officers are references"
_WORDS_GO = "The words are erased; the entry and its times stay"

UNIT_ADDED = Event(name="dispatch.unit_added", sentence="Unit {call_sign} added", retention="duty", erasure=_NO_WORDS)
CREWED = Event(name="dispatch.crewed", sentence="{call_sign} crewed", retention="duty", erasure=_NO_WORDS)
STOOD_DOWN = Event(name="dispatch.stood_down", sentence="{call_sign} stood down", retention="duty", erasure=_NO_WORDS)
ASSIGNED = Event(
    name="dispatch.assigned",
    sentence="{call_sign} assigned. {why}",
    retention="incident",
    words=("why",),
    erasure=_WORDS_GO,
)
ACKNOWLEDGED = Event(
    name="dispatch.acknowledged", sentence="{call_sign} has heard it", retention="incident", erasure=_NO_WORDS
)
EN_ROUTE = Event(name="dispatch.en_route", sentence="{call_sign} travelling", retention="incident", erasure=_NO_WORDS)
AT_SCENE = Event(name="dispatch.at_scene", sentence="{call_sign} at scene", retention="incident", erasure=_NO_WORDS)
CLEAR = Event(
    name="dispatch.clear",
    sentence="{call_sign} clear. {result}",
    retention="incident",
    words=("result",),
    erasure=_WORDS_GO,
)
CUSTODY_JOURNEY = Event(
    name="dispatch.custody_journey",
    sentence="{call_sign} left for {suite} with a detainee",
    retention="incident",
    erasure=_NO_WORDS,
)
STATUS_SET = Event(
    name="dispatch.status",
    sentence="{call_sign}: {status_words}",
    retention="duty",
    erasure=_NO_WORDS,
)
POSITION_REPORTED = Event(
    name="dispatch.position_reported",
    sentence="{call_sign} said where it is",
    retention="unit",
    erasure="The place is not in the entry: only the unit's last place is kept, in its own row",
)
