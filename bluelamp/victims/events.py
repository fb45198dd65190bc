"""Everything the ledger can say about victims."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The words are erased; the fact that the victim was recorded or told, and when, stays"
_NO_WORDS = "Holds no personal text; the person is a reference"

RECORDED = Event(
    name="victims.recorded",
    sentence="Victim recorded, with {rights} rights. {needs}",
    retention="victim",
    words=("needs",),
    erasure=_WORDS_GO,
)
TELLING_OWED = Event(
    name="victims.telling_owed", sentence="Owed to the victim: {step}", retention="victim", erasure=_NO_WORDS
)
TOLD = Event(
    name="victims.told",
    sentence="Victim told: {step}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
ATTEMPTED = Event(
    name="victims.attempted",
    sentence="Tried to tell the victim: {step}. {result}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
OPTED_OUT = Event(
    name="victims.opted_out",
    sentence="The victim does not want to be told: {step}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
VIEWS_ASKED = Event(
    name="victims.views_asked",
    sentence="Asked the victim's views on {about}: {answer}. {words} {through}",
    retention="victim",
    words=("words", "through"),
    erasure=_WORDS_GO,
)
VIEWS_WEIGHED = Event(
    name="victims.views_weighed",
    sentence="Decided, of {about}, knowing this of the victim's views: {came}. {why_not}",
    retention="victim",
    words=("why_not",),
    erasure=_WORDS_GO,
)
NEEDS_ASSESSED = Event(
    name="victims.needs_assessed",
    sentence="Needs assessed: {because}. {needs}",
    retention="victim",
    words=("needs",),
    erasure=_WORDS_GO,
)
NEEDS_CHANGED = Event(
    name="victims.needs_changed",
    sentence="Needs are to be asked about again. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
TRIAL_NEEDS_OWED = Event(
    name="victims.trial_needs_owed",
    sentence="A trial has a date: they are to be asked what they need there, by {by}",
    retention="victim",
    erasure=_NO_WORDS,
)
TRIAL_OVER = Event(
    name="victims.trial_over",
    sentence="They were not asked what they need at the trial, and {what}",
    retention="victim",
    erasure=_NO_WORDS,
)
TRIAL_NEEDS_ASSESSED = Event(
    name="victims.trial_needs_assessed",
    sentence="Needs asked about before the trial. Asked of the court, which decides: {measures}. {needs}",
    retention="victim",
    words=("measures", "needs"),
    erasure=_WORDS_GO,
)
RIGHTS_GIVEN = Event(
    name="victims.rights_given",
    sentence="Rights explained and understood: {form}, in {language}. {interpreter}",
    retention="victim",
    words=("interpreter",),
    erasure=_WORDS_GO,
)
SWITCHED_ON = Event(
    name="victims.switched_on",
    sentence="Enhanced rights switched on. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
    assessment="why",
)
FOUND_VULNERABLE = Event(
    name="victims.found_vulnerable",
    sentence="Found to be vulnerable: their evidence may be affected. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
    assessment="all of it",
)
SWITCHED_OFF = Event(
    name="victims.switched_off",
    sentence="Enhanced rights switched off by a supervisor, asked for by {asked_by}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
    assessment="why",
)
COUNTER_AGREED = Event(
    name="victims.counter_agreed",
    sentence="Recorded as victim and as suspect of one incident, decided by a supervisor. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
    assessment="why",
)
STATEMENT_OFFERED = Event(
    name="victims.statement_offered",
    sentence="Personal statement offered: {answer}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
STATEMENT_TAKEN = Event(
    name="victims.statement_taken",
    sentence="Personal statement, version {version}, made {how}; in court: {reading}",
    retention="victim",
    erasure=_NO_WORDS,
)
STATEMENT_WITHDRAWN = Event(
    name="victims.statement_withdrawn",
    sentence="Personal statement, version {version}, taken back. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
STATEMENT_SERVED = Event(
    name="victims.statement_served",
    sentence="Personal statement, version {version}, sent to the court",
    retention="victim",
    erasure=_NO_WORDS,
)
INFORMATION_ASKED = Event(
    name="victims.information_asked",
    sentence="Information about the victim is to be asked of {holder}: {what}. {kind}",
    retention="victim",
    words=("holder", "what"),
    erasure=_WORDS_GO,
)
INFORMATION_SENT = Event(
    name="victims.information_sent",
    sentence="Notice to the victim of a request for information: {notice}. {why_not} {view}, no consent. {words}",
    retention="victim",
    words=("why_not", "words"),
    erasure=_WORDS_GO,
)
INFORMATION_TAKEN_BACK = Event(
    name="victims.information_taken_back",
    sentence="A request for information about the victim was taken back. {why}",
    retention="victim",
    words=("why",),
    erasure=_WORDS_GO,
)
ASKED = Event(
    name="victims.asked",
    sentence="The victim asked: {matter}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
ANSWERED = Event(
    name="victims.answered",
    sentence="Answered: {matter}, {outcome}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
AGREED = Event(
    name="victims.agreed",
    sentence="Agreed with the victim how we keep in touch: {frequency}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
REACHED = Event(
    name="victims.reached",
    sentence="Victim reached {way}, as agreed. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
REFERRED = Event(
    name="victims.referred",
    sentence="Referred to a support service. {service}",
    retention="victim",
    words=("service",),
    erasure=_WORDS_GO,
)
REFERRAL_DECLINED = Event(
    name="victims.referral_declined",
    sentence="The victim does not want to be referred. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
REFERRAL_ANSWERED = Event(
    name="victims.referral_answered",
    sentence="The support service answered: {answer}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
REFERRAL_REACHED = Event(
    name="victims.referral_reached",
    sentence="The support service reached the victim. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
TAKEN_OVER = Event(
    name="victims.taken_over",
    sentence="Looked after from now on by {officer}",
    retention="victim",
    erasure=_NO_WORDS,
)
SPEAKER_NAMED = Event(
    name="victims.speaker_named",
    sentence="Spoken for by {who}",
    retention="victim",
    words=("who",),
    erasure=_WORDS_GO,
)
SPEAKER_DOUBTED = Event(
    name="victims.speaker_doubted",
    sentence="{who} speaks for them and became a suspect here: nothing is told through them until it is decided",
    retention="victim",
    words=("who",),
    erasure=_WORDS_GO,
)
SPEAKER_DECIDED = Event(
    name="victims.speaker_decided",
    sentence="Decided, of {who}: {outcome}. {why}",
    retention="victim",
    words=("who", "why"),
    erasure=_WORDS_GO,
    assessment="why",
)
AT_ODDS = Event(
    name="victims.at_odds",
    sentence="A victim here is a suspect here too: they and the other victims are at odds, and each is told alone",
    retention="victim",
    erasure=_NO_WORDS,
)
INVITED = Event(
    name="victims.invited",
    sentence="Invited to their own page; link and code given apart: link {link_way}, code {code_way}",
    retention="victim",
    erasure=_NO_WORDS,
)
LINK_ENDED = Event(
    name="victims.link_ended",
    sentence="A link to the victim's own page was taken back",
    retention="victim",
    erasure=_NO_WORDS,
)
CODE_WRONG = Event(
    name="victims.code_wrong",
    sentence="A wrong code was given at the victim's own page; {left} tries left",
    retention="victim",
    erasure=_NO_WORDS,
)
OWN_PAGE_OPENED = Event(
    name="victims.own_page_opened",
    sentence="The victim's own page was opened with link and code",
    retention="victim",
    erasure=_NO_WORDS,
)
OWN_PAGE_LEFT = Event(
    name="victims.own_page_left",
    sentence="The victim's own page was left",
    retention="victim",
    erasure=_NO_WORDS,
)
SURVEY_ASKED = Event(
    name="victims.survey_asked",
    sentence="Asked a few questions about how we did: {stage}",
    retention="victim",
    erasure=_NO_WORDS,
)
SURVEY_ANSWERED = Event(
    name="victims.survey_answered",
    sentence="The victim answered the questions about how we did; not shown with their name",
    retention="victim",
    erasure=_NO_WORDS,
)
SURVEY_DECLINED = Event(
    name="victims.survey_declined",
    sentence="The victim does not want to answer the questions about how we did",
    retention="victim",
    erasure=_NO_WORDS,
)
SURVEY_WORDS_ERASED = Event(
    name="victims.survey_words_erased",
    sentence="What the victim wrote about how we did was erased",
    retention="victim",
    erasure=_NO_WORDS,
)
SURVEY_WORDS_ERASED_FOR = Event(
    name="victims.survey_words_erased_for",
    sentence="What the victim wrote about how we did was erased for them. {why}",
    retention="victim",
    words=("why",),
    erasure=_WORDS_GO,
)
POINTED = Event(
    name="victims.pointed_to_news",
    sentence="A message was asked for {way}: there is news on their own page. It tells them nothing yet",
    retention="victim",
    erasure=_NO_WORDS,
)
ACKNOWLEDGED = Event(
    name="victims.report_acknowledged",
    sentence="The written acknowledgement was asked for {way}: a reference, and nothing of the matter",
    retention="victim",
    erasure=_NO_WORDS,
)
MESSAGE_WRITTEN = Event(
    name="victims.message_written",
    sentence="A message was written to them {way}: {message}. It tells them nothing yet",
    retention="victim",
    erasure=_NO_WORDS,
)
LETTER_WRITTEN = Event(
    name="victims.letter_written",
    sentence="A letter was written to them: {letter}, {language}, {form}. It tells them nothing yet",
    retention="victim",
    erasure=_NO_WORDS,
)
WAYS_IN_ENDED = Event(
    name="victims.ways_in_ended",
    sentence="Nothing that was given out opens the victim's own page any more. "
    "Passkeys ended: {passkeys}, open pages shut: {visits}, links taken back: {links}. {why}",
    retention="victim",
    words=("why",),
    erasure=_WORDS_GO,
)
PASSKEY_KEPT = Event(
    name="victims.passkey_kept",
    sentence="The victim keeps a passkey to their own page",
    retention="victim",
    erasure=_NO_WORDS,
)
PASSKEYS_FORGOTTEN = Event(
    name="victims.passkeys_forgotten",
    sentence="Passkeys to the victim's own page forgotten: {count}",
    retention="victim",
    erasure=_NO_WORDS,
)
OPENED_WITH_PASSKEY = Event(
    name="victims.opened_with_passkey",
    sentence="The victim's own page was opened with a passkey",
    retention="victim",
    erasure=_NO_WORDS,
)
PASSKEY_REFUSED = Event(
    name="victims.passkey_refused",
    sentence="A passkey did not open the victim's own page: {why}",
    retention="victim",
    erasure=_NO_WORDS,
)
