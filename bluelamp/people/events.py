"""What the ledger can say about people. Names, plates and words are personal text and can be erased."""

from bluelamp.ledger.registry import Event

_TEXT = "text removed, entry stays"

PERSON_ADDED = Event(
    name="people.person_added", sentence="{name} added", words=("name",), retention="person", erasure=_TEXT
)
ALIAS_ADDED = Event(
    name="people.alias_added",
    sentence="Also known as {alias}, from {source}",
    words=("alias", "source"),
    retention="person",
    erasure=_TEXT,
)
ADDRESS_KEPT = Event(
    name="people.address_kept",
    sentence="A new address is kept from others",
    words=("address", "why"),
    retention="person",
    erasure=_TEXT,
)
ADDRESS_FREE = Event(
    name="people.address_free",
    sentence="The address is no longer kept from others: {why}",
    words=("why",),
    retention="person",
    erasure=_TEXT,
)
PERSON_CORRECTED = Event(
    name="people.person_corrected",
    sentence="{field} corrected from {before} to {after}: {why}",
    words=("before", "after", "why"),
    retention="person",
    erasure=_TEXT,
)
SELF_DESCRIBED = Event(
    name="people.self_described",
    sentence="Said of themselves: {what}",
    words=("said",),
    retention="person",
    erasure=_TEXT,
)
VEHICLE_ADDED = Event(
    name="people.vehicle_added",
    sentence="Vehicle {plate} added",
    words=("plate", "flag"),
    retention="vehicle",
    erasure=_TEXT,
)
LINKED = Event(
    name="people.linked",
    sentence="{kind}: {other}, from {source}",
    words=("source",),
    retention="person",
    erasure=_TEXT,
)
LINK_ENDED = Event(
    name="people.link_ended",
    sentence="No longer {kind}: {why}",
    words=("why",),
    retention="person",
    erasure=_TEXT,
)
LINK_WITHDRAWN = Event(
    name="people.link_withdrawn",
    sentence="Written in error, and withdrawn: {kind}. {why}",
    words=("why",),
    retention="person",
    erasure=_TEXT,
)
SAFE_CONTACT_SET = Event(
    name="people.safe_contact_set",
    sentence="Safe contact: {ways}",
    words=("number", "code_word", "source", "post_to"),
    retention="person",
    erasure=_TEXT,
)
SAFE_CONTACT_IN_DOUBT = Event(
    name="people.safe_contact_in_doubt",
    sentence="Not safe {way} until it is checked. {why}",
    words=("why",),
    retention="person",
    erasure=_TEXT,
    assessment="the doubt",
)
SAFE_CONTACT_CHECKED = Event(
    name="people.safe_contact_checked",
    sentence="Checked {way}: {outcome}. {source}",
    words=("source",),
    retention="person",
    erasure=_TEXT,
)
WARNING_ADDED = Event(
    name="people.warning_added",
    sentence="Warning, {kind}: {words}",
    words=("words", "source"),
    retention="person",
    erasure=_TEXT,
    assessment="the warning",
)
NUMBER_WARNED = Event(
    name="people.number_warned",
    sentence="Warning on {number}, until {until}: {words}",
    words=("number", "words", "source"),
    retention="person",
    erasure=_TEXT,
    assessment="the warning",
)
NUMBER_WARNING_ENDED = Event(
    name="people.number_warning_ended",
    sentence="Warning on a number ended: {why}",
    words=("why",),
    retention="person",
    erasure=_TEXT,
)
WARNING_ENDED = Event(
    name="people.warning_ended",
    sentence="Warning ended: {why}",
    words=("why",),
    retention="person",
    erasure=_TEXT,
)
