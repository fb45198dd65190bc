"""Everything the ledger can say about domestic incidents."""

from bluelamp.ledger.registry import Event

_KEPT = "domestic_abuse"
_WORDS_GO = "The words are erased; that it was done, when and by whom stays"
_NO_WORDS = "Holds no personal text; persons are references"

RAISED = Event(
    name="safeguarding.raised",
    sentence="Treated as domestic abuse: a risk assessment is owed by the end of the shift",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
VICTIM_JOINED = Event(
    name="safeguarding.victim_joined", sentence="It is about the victim named", retention=_KEPT, erasure=_NO_WORDS
)
TAKEN_ON = Event(
    name="safeguarding.taken_on", sentence="Taken on: it has an owner by name", retention=_KEPT, erasure=_NO_WORDS
)
RECOGNISED = Event(
    name="safeguarding.recognised",
    sentence="{finding}. Still to ask: {ask}",
    retention=_KEPT,
    erasure=_NO_WORDS,
    assessment="the finding",
)
ENDED = Event(
    name="safeguarding.ended",
    sentence="Not domestic abuse after all: {why}",
    retention=_KEPT,
    words=("why",),
    erasure=_WORDS_GO,
    assessment="all of it",
)
SCENE = Event(
    name="safeguarding.scene",
    sentence="Action at the scene accounted for. Arrested: {arrested}. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
ASSESSED = Event(
    name="safeguarding.assessed",
    sentence="Risk assessed as {grade} ({count}). {reason}",
    retention=_KEPT,
    words=("reason", "observed"),
    erasure=_WORDS_GO,
    assessment="the grade and why",
)
LOWER_ASKED = Event(
    name="safeguarding.lower_asked",
    sentence="{asked} is asked for: {grade} stands until a supervisor agrees in their own name",
    retention=_KEPT,
    erasure=_NO_WORDS,
    assessment="the grade asked for",
)
LOOKED_AGAIN = Event(
    name="safeguarding.looked_again",
    sentence="A supervisor looked again: {grade}. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
    assessment="the grade and why",
)
CHILD_NOTED = Event(
    name="safeguarding.child_noted",
    sentence="A child is in it. A victim in law: {is_victim}. {voice}",
    retention=_KEPT,
    words=("voice",),
    erasure=_WORDS_GO,
)
SCHOOL_TOLD = Event(
    name="safeguarding.school_told",
    sentence="{recipient} told by {route}",
    retention=_KEPT,
    words=("to_name", "circumstances"),
    erasure=_WORDS_GO,
)
SCHOOL_LEFT_OUT = Event(
    name="safeguarding.school_left_out",
    sentence="The school is not told: {code}. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
REFERRED = Event(
    name="safeguarding.referred",
    sentence="Referred to {body}. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
PLANNED = Event(
    name="safeguarding.planned",
    sentence="Safety plan of {steps} steps, looked at again on {review_on}",
    retention=_KEPT,
    words=("plan",),
    erasure=_WORDS_GO,
)
PATHWAY_OPENED = Event(
    name="safeguarding.pathway_opened",
    sentence="Pathway opened: {name}. {how} calls for it. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
ALONE = Event(
    name="safeguarding.alone",
    sentence="{name}: a pathway is open, and a risk assessment is owed by the end of the shift",
    retention="safeguarding",
    erasure=_NO_WORDS,
)
PATHWAY_TAKEN_ON = Event(
    name="safeguarding.pathway_taken_on",
    sentence="The pathway is taken on: it has an owner by name",
    retention="safeguarding",
    erasure=_NO_WORDS,
)
PATHWAY_JUDGED = Event(
    name="safeguarding.pathway_judged",
    sentence="Risk assessed as {grade}. {reason}",
    retention="safeguarding",
    words=("reason",),
    erasure=_WORDS_GO,
    assessment="the grade and why",
)
PATHWAY_VICTIM = Event(
    name="safeguarding.pathway_victim",
    sentence="The pathway is about the victim named",
    retention="safeguarding",
    erasure=_NO_WORDS,
)
PATHWAY_JOINED = Event(
    name="safeguarding.pathway_joined",
    sentence="The pathway goes on with the domestic record",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
PATHWAY_ALONE_AGAIN = Event(
    name="safeguarding.pathway_alone_again",
    sentence="Not domestic abuse: the pathway goes on without the domestic record",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
PATHWAY_STEP = Event(
    name="safeguarding.pathway_step",
    sentence="{outcome}: {step}. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
PATHWAY_CLOSED = Event(
    name="safeguarding.pathway_closed",
    sentence="The pathway is closed: {why}",
    retention=_KEPT,
    words=("why",),
    erasure=_WORDS_GO,
)
MARKED = Event(
    name="safeguarding.marked",
    sentence="A warning on {on} until {until}: {words}",
    retention=_KEPT,
    words=("what", "words"),
    erasure=_WORDS_GO,
    assessment="the warning",
)
UNMARKED = Event(
    name="safeguarding.unmarked",
    sentence="The warning on {on} taken off: {why}",
    retention=_KEPT,
    words=("why",),
    erasure=_WORDS_GO,
)
MARAC_REFERRED = Event(
    name="safeguarding.marac_referred",
    sentence="Referred to the meeting of {day}: {criteria} {reason}",
    retention=_KEPT,
    words=("reason",),
    erasure=_WORDS_GO,
    assessment="the reason",
)
MARAC_SPOKEN = Event(
    name="safeguarding.marac_spoken",
    sentence="The bodies concerned spoke together at once. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
MARAC_ACTION = Event(
    name="safeguarding.marac_action",
    sentence="{whose} undertook, by {due_on}: {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
MARAC_DONE = Event(
    name="safeguarding.marac_done",
    sentence="{whose} did what it undertook. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
MARAC_HEARD = Event(
    name="safeguarding.marac_heard",
    sentence="Heard by the meeting of {day}",
    retention=_KEPT,
    words=("minutes",),
    erasure=_WORDS_GO,
)
NOTICE_ISSUED = Event(
    name="safeguarding.notice_issued",
    sentence="{notice} issued. {grounds}",
    retention=_KEPT,
    words=("grounds", "representations", "conditions"),
    erasure=_WORDS_GO,
    assessment="the grounds",
)
NOTICE_SERVED = Event(
    name="safeguarding.notice_served",
    sentence="{notice} served in person; the court hears it by {by_when}. {how}",
    retention=_KEPT,
    words=("how",),
    erasure=_WORDS_GO,
)
ORDER_DECIDED = Event(
    name="safeguarding.order_decided",
    sentence="The court decided: {decision}",
    retention=_KEPT,
    words=("conditions",),
    erasure=_WORDS_GO,
)
ORDER_ENTERED = Event(
    name="safeguarding.order_entered",
    sentence="{order} made by {court} entered, until {until}: {conditions}",
    retention=_KEPT,
    words=("conditions",),
    erasure=_WORDS_GO,
)
BREACH_RECORDED = Event(
    name="safeguarding.breach_recorded",
    sentence="The breach is recorded as crime {crime}",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
BREACHED = Event(
    name="safeguarding.breached",
    sentence="A breach. Arrested: {arrested}. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
BROUGHT = Event(
    name="safeguarding.brought",
    sentence="Brought before the court after the breach",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
DISCLOSURE_ASKED = Event(
    name="safeguarding.disclosure_asked",
    sentence="{kind}: a request about a partner's past. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
DISCLOSURE_CHECKED = Event(
    name="safeguarding.disclosure_checked",
    sentence="First checks made. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
    assessment="what they show",
)
DISCLOSURE_MET = Event(
    name="safeguarding.disclosure_met",
    sentence="Met face to face, identity checked: {checked}",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
DISCLOSURE_DECIDED = Event(
    name="safeguarding.disclosure_decided",
    sentence="Decided with {bodies}: {decision}. {reason}",
    retention=_KEPT,
    words=("reason",),
    erasure=_WORDS_GO,
    assessment="the reason",
)
DISCLOSED = Event(
    name="safeguarding.disclosed",
    sentence="Told in person, nothing left in writing, the undertaking signed",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
DISCLOSED_TO_THIRD = Event(
    name="safeguarding.disclosed_to_third",
    sentence="Who asked was told in place of the one in danger, in person, nothing left in writing: {can_protect}",
    retention=_KEPT,
    words=("can_protect",),
    erasure=_WORDS_GO,
    assessment="that they can protect",
)
ADDRESS_WRITTEN = Event(
    name="safeguarding.address_written",
    sentence="The new address that is kept was written at {where} by somebody who is not on this record",
    retention=_KEPT,
    erasure=_NO_WORDS,
)
ADDRESS_LOOKED_AT = Event(
    name="safeguarding.address_looked_at",
    sentence="Looked at who wrote the new address that is kept. {words}",
    retention=_KEPT,
    words=("words",),
    erasure=_WORDS_GO,
)
