"""Everything the ledger can say about duty."""

from bluelamp.ledger.registry import Event

BOOKED_ON = Event(
    name="duty.booked_on",
    sentence="Booked on with {team} until {until}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
BOOKED_OFF = Event(
    name="duty.booked_off",
    sentence="Booked off from {team}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ON_CALL = Event(
    name="duty.on_call",
    sentence="On call for {team} until {until}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
SKILL_RECORDED = Event(
    name="duty.skill_recorded",
    sentence="Skill recorded: {skill}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
PATROL_STATUS_SET = Event(
    name="duty.patrol_status_set",
    sentence="Patrol status set: {step}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
