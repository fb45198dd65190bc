"""What the ledger can say about places. No personal text except the words of an address warning."""

from bluelamp.ledger.registry import Event

_KEPT = "nothing personal, nothing to erase"
_TEXT = "text removed, entry stays"

BOROUGH_LOADED = Event(
    name="places.borough_loaded",
    sentence="{name} loaded: {added} added, {changed} changed, {same} unchanged",
    retention="place",
    erasure=_KEPT,
)
PLACE_ADDED = Event(name="places.place_added", sentence="{noun} {name} added", retention="place", erasure=_KEPT)
PLACE_CHANGED = Event(
    name="places.place_changed", sentence="{noun} {name} changed: {fields}", retention="place", erasure=_KEPT
)
PHONE_FAULTY = Event(
    name="places.phone_faulty",
    sentence="{name} out of order: {fault}",
    retention="place",
    words=("fault",),
    erasure=_TEXT,
)
PHONE_MENDED = Event(name="places.phone_mended", sentence="{name} back in order", retention="place", erasure=_KEPT)
PHONE_TEST_BEGUN = Event(
    name="places.phone_test_begun", sentence="Test of {name} begun", retention="place", erasure=_KEPT
)
PHONE_TESTED = Event(
    name="places.phone_tested", sentence="{name} tested: {result}", retention="place", words=("result",), erasure=_TEXT
)
CELL_CLOSED = Event(
    name="places.cell_closed", sentence="Cell {name} closed: {why}", retention="place", words=("why",), erasure=_TEXT
)
CELL_OPENED = Event(name="places.cell_opened", sentence="Cell {name} opened", retention="place", erasure=_KEPT)
WARNING_RAISED = Event(
    name="places.warning_raised",
    sentence="Warning on {address}, until {until}: {words}",
    retention="place",
    words=("address", "words"),
    erasure=_TEXT,
    assessment="the warning",
)
WARNING_ENDED = Event(
    name="places.warning_ended",
    sentence="Warning ended: {why}",
    retention="place",
    words=("why",),
    erasure=_TEXT,
)
ROADS_IMPORTED = Event(
    name="places.roads_imported",
    sentence="Roads imported from {file}: {roads} roads, {nodes} nodes, {left_out} nodes left out",
    retention="place",
    erasure=_KEPT,
)
