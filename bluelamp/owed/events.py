"""What the ledger says about promises.

That a promise was made is not an entry of its own: the entry that made it (an arrest, a crime) is there, and the entry
that settles it holds when it began and when it was due. So one entry is written for each promise settled, and one for
each alarm.
"""

from bluelamp.ledger.registry import Event

_ERASED = "holds no personal text"


def _event(name: str, sentence: str) -> Event:
    return Event(name=name, sentence=sentence, retention="owed", words=(), erasure=_ERASED)


KEPT = _event("owed.kept", "Promise kept: {promise}. Due {due_words}, done {settled_words}")
DONE_LATE = _event("owed.done_late", "Promise kept late: {promise}. Due {due_words}, done {settled_words}")
BROKEN = _event("owed.broken", "Promise broken: {promise}. Due {due_words}, ended undone {settled_words}")
WITHDRAWN = _event("owed.withdrawn", "No longer owed: {promise}. Was due {due_words}. {why}")
RAISED = _event("owed.alarm_raised", "Alarm, {minutes} min left: {promise}. Due {due_words}")
LATE_RAISED = _event("owed.late_raised", "Alarm, late: {promise}. Was due {due_words}")
MOVED = _event("owed.moved", "Due time moved: {promise}. Was {was_words}, now {due_words}")
ERASED = _event("owed.words_erased", "Names removed from {count} promises")
ALARM_FAILED = _event("owed.alarm_failed", "The alarm of {kind} could not be raised, try {failures}: {trouble}")
