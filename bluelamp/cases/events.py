"""Everything the ledger can say about cases."""

from bluelamp.ledger.registry import Event

CHARGED = Event(
    name="cases.charged",
    sentence="Charged: {offence}, decided by {decided_by}",
    retention="case",
    erasure="Holds no personal text; the person is a reference",
)
HEARING_SET = Event(
    name="cases.hearing_set",
    sentence="First hearing at {court} on {on}",
    retention="case",
    erasure="Holds no personal text",
)
COURT_NEWS = Event(
    name="cases.court_news",
    sentence="{news}: {outcome}, {court}, {on}. {words}",
    retention="case",
    words=("words",),
    erasure="The words are erased; what the court did, where and when, stays",
)
NEXT_HEARING = Event(
    name="cases.next_hearing",
    sentence="Next in court at {court}, {starts}, {what}",
    retention="case",
    erasure="Holds no personal text",
)
JOINED = Event(
    name="cases.joined",
    sentence="Charged with more. {words}",
    retention="case",
    erasure="Holds no personal text",
)
REQUISITION_SENT = Event(
    name="cases.requisition_sent",
    sentence=(
        "Charged in writing, sent {sent}: {offence}, decided by {decided_by}."
        " To appear at {court}, {hearing}; taken as had on {served}"
    ),
    retention="case",
    erasure="Holds no personal text; the person is a reference",
)
REQUISITION_WITHDRAWN = Event(
    name="cases.requisition_withdrawn",
    sentence="The requisition sent {sent} is withdrawn: {offence}. {why}",
    retention="case",
    words=("why",),
    erasure="The words are erased; that it was withdrawn, and what of, stays",
)
