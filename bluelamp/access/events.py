"""Everything the ledger can say about access."""

from bluelamp.ledger.registry import Event

_KEPT = "access"
_ERASED = "name and reason removed, entry stays"

OFFICER_ENROLLED = Event(
    name="access.officer_enrolled",
    sentence="Account opened for {name}",
    words=("name",),
    retention=_KEPT,
    erasure=_ERASED,
)
OFFICER_LEFT = Event(name="access.officer_left", sentence="Account closed", retention=_KEPT, erasure=_ERASED)
ROLE_GRANTED = Event(name="access.role_granted", sentence="Granted the role {role}", retention=_KEPT, erasure=_ERASED)
ROLE_WITHDRAWN = Event(
    name="access.role_withdrawn", sentence="The role {role} was withdrawn", retention=_KEPT, erasure=_ERASED
)
SIGNED_IN = Event(
    name="access.signed_in", sentence="Signed in by {method} at {terminal}", retention=_KEPT, erasure=_ERASED
)
SIGNED_OUT = Event(name="access.signed_out", sentence="Signed out at {terminal}", retention=_KEPT, erasure=_ERASED)
LOCKED = Event(
    name="access.terminal_locked",
    sentence="Locked {terminal}; its board stays open to read",
    retention=_KEPT,
    erasure=_ERASED,
)
TERMINAL_ENROLLED = Event(
    name="access.terminal_enrolled",
    sentence="{terminal} enrolled for the desk {desk}",
    retention=_KEPT,
    erasure=_ERASED,
)
TERMINAL_RETIRED = Event(
    name="access.terminal_retired",
    sentence="{terminal} is no longer a shared terminal",
    retention=_KEPT,
    erasure=_ERASED,
)
RESTRICTED = Event(
    name="access.record_restricted", sentence="Restricted: {why}", words=("why",), retention=_KEPT, erasure=_ERASED
)
NAMED = Event(
    name="access.named_on_record",
    sentence="{officer} may see this record: {why}",
    words=("why",),
    retention=_KEPT,
    erasure=_ERASED,
)
TAKEN_OFF = Event(
    name="access.taken_off_record",
    sentence="{officer} is not named on this record any more: {why}",
    words=("why",),
    retention=_KEPT,
    erasure=_ERASED,
)
ASSIGNED = Event(
    name="access.restricted_assigned",
    sentence="The restricted record now belongs to {owner}",
    retention=_KEPT,
    erasure=_ERASED,
)
LIFTED = Event(
    name="access.restriction_lifted",
    sentence="Restriction lifted: {why}",
    words=("why",),
    retention=_KEPT,
    erasure=_ERASED,
)
OPENED = Event(
    name="access.restricted_opened",
    sentence="Opened by somebody not named on it: {why}",
    words=("why",),
    retention=_KEPT,
    erasure=_ERASED,
)
OPENING_SEEN = Event(
    name="access.opening_seen", sentence="The owner has read who opened it and why", retention=_KEPT, erasure=_ERASED
)
CONCERN_RAISED = Event(
    name="access.concern_raised",
    sentence="The owner has a concern about who opened it: {concern}",
    words=("concern",),
    retention=_KEPT,
    erasure=_ERASED,
    assessment="the concern",
)
LOOKED = Event(
    name="access.looked",
    sentence="Looked at {records}, on the page {page}",
    words=("why",),
    retention=_KEPT,
    erasure=_ERASED,
)
BOARD_OPENED = Event(
    name="access.board_opened", sentence="Opened {page} as a standing look", retention=_KEPT, erasure=_ERASED
)
BOARD_CLOSED = Event(name="access.board_closed", sentence="Closed {page}", retention=_KEPT, erasure=_ERASED)
PASSWORD_HANDED_OVER = Event(
    name="access.password_handed_over", sentence="Given a new password", retention=_KEPT, erasure=_ERASED
)
