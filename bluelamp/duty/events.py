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
STAYS_ON = Event(
    name="duty.stays_on",
    sentence="Stays on with {team} until {until}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
FOLLOW_UP_BEGUN = Event(
    name="duty.follow_up_begun",
    sentence="To be handed over before going off duty: {what}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
HANDED_OVER = Event(
    name="duty.handed_over",
    sentence="{what} handed over to {to}: {words}",
    words=("words",),
    retention="duty",
    erasure="The words go with their salt; who handed over to whom stays",
)
FOLLOW_UP_DONE = Event(
    name="duty.follow_up_done",
    sentence="{what}: nothing is left to do. {words}",
    words=("words",),
    retention="duty",
    erasure="The words go with their salt",
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
SKILL_ENDED = Event(
    name="duty.skill_ended",
    sentence="Skill no longer held: {skill}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
RESTRICTIONS_SET = Event(
    name="duty.restrictions_set",
    sentence="Restrictions: {restricted}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ACTING_RANK_SET = Event(
    name="duty.acting_rank_set",
    sentence="Acting rank: {rank}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ESTABLISHMENT_LOADED = Event(
    name="duty.establishment_loaded",
    sentence="Officers loaded: {added} added, {changed} changed",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
POSTED = Event(
    name="duty.posted",
    sentence="Posted to {team}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ABSENCE_ASKED = Event(
    name="duty.absence_asked",
    sentence="{kind} asked for, {first} to {last}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ABSENCE_ENTERED = Event(
    name="duty.absence_entered",
    sentence="{kind}, {first} to {last}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ABSENCE_DECIDED = Event(
    name="duty.absence_decided",
    sentence="{kind}, {first} to {last}: {state}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ROSTER_DRAFTED = Event(
    name="duty.roster_drafted",
    sentence="Roster drafted for {first} to {last}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ROSTER_SEARCHED = Event(
    name="duty.roster_searched",
    sentence="Search of {seconds} s asked for",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
SEARCH_STOPPED = Event(
    name="duty.search_stopped",
    sentence="Search stopped",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
SEARCH_ENDED = Event(
    name="duty.search_ended",
    sentence="Search {state}: {points} points, at least {bound}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
UNIT_MADE = Event(
    name="duty.unit_made",
    sentence="{unit}: a better roster, {points} points",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
DUTY_CHANGED = Event(
    name="duty.duty_changed",
    sentence="{day}: {before} became {after}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ROSTER_PUBLISHED = Event(
    name="duty.roster_published",
    sentence="Roster published for {first} to {last}, with the hash {hash}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ROSTER_DROPPED = Event(
    name="duty.roster_dropped",
    sentence="Draft dropped",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
EVENT_ENTERED = Event(
    name="duty.event_entered",
    sentence="{name}: {least} of {unit} in all on {day}, {words}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
EVENT_CANCELLED = Event(
    name="duty.event_cancelled",
    sentence="Cancelled: {name}, {unit}, {day}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
DAY_OFF_WISHED = Event(
    name="duty.day_off_wished",
    sentence="A day off wished for: {day}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
HOURS_OFFERED = Event(
    name="duty.hours_offered",
    sentence="Hours offered: {words}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
HOURS_WITHDRAWN = Event(
    name="duty.hours_withdrawn",
    sentence="Offered hours taken back",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
COVER_BROKEN = Event(
    name="duty.cover_broken",
    sentence="Cover broken: {unit}, {there} of {needed} {what}, {words}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
COVER_MENDED = Event(
    name="duty.cover_mended",
    sentence="Covered again: {unit}, {what}, {words}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
SICK_CALL = Event(
    name="duty.sick_call",
    sentence="Rang in sick, {first} to {last}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
ASKED_TO_CHANGE = Event(
    name="duty.asked_to_change",
    sentence="Asked: {words}",
    words=("words",),
    retention="duty",
    erasure="The words are erased; who, when and about whom stay",
)
ANSWERED = Event(
    name="duty.answered",
    sentence="Answered: {answer}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
REPAIRED = Event(
    name="duty.repaired",
    sentence="Roster mended: {words}",
    words=("words",),
    retention="duty",
    erasure="The words are erased; who, when and about whom stay",
)
SWAP_OFFERED = Event(
    name="duty.swap_offered",
    sentence="Swap offered: {gives} for {takes}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
SWAP_ANSWERED = Event(
    name="duty.swap_answered",
    sentence="Swap {state}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
CALLED_OUT = Event(
    name="duty.called_out",
    sentence="Called out for {unit}: {why}",
    words=("why",),
    retention="duty",
    erasure="The words are erased; who, when and about whom stay",
)
CALL_ANSWERED = Event(
    name="duty.call_answered",
    sentence="Call out: {state}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
TIME_WRITTEN = Event(
    name="duty.time_written",
    sentence="{kind}: {amount} on {day}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
FEED_MADE = Event(
    name="duty.feed_made",
    sentence="A calendar address was made",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
FEED_REVOKED = Event(
    name="duty.feed_revoked",
    sentence="The calendar address was revoked",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
NOTICE_READ = Event(
    name="duty.notice_read",
    sentence="Read what they were told of their duties: {told}",
    retention="duty",
    erasure="Holds no personal text; the officer is a reference",
)
