"""What the ledger says of care: plans, visits, rousings, who watches, meals and the like, rest."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event


def _event(name: str, sentence: str, *words: str, assessment: str = "") -> Event:
    return Event(
        name=f"custody.{name}",
        sentence=sentence,
        retention="custody",
        words=words,
        erasure=WORDS_GO if words else NO_WORDS,
        assessment=assessment,
    )


CARE_PLANNED = _event(
    "care_planned", "Care plan: level {level}{every}{rouse}. {why}", "why", assessment="the level and why"
)
VISITED = _event("visited", "Visit. {words}", "words")
ROUSED = _event(
    "roused",
    "Rousing, {result}. {words} Waking: {rousable_words} Questions: {answers_words} Commands: {commands_words}",
    "rousable_words",
    "answers_words",
    "commands_words",
    "words",
)
VISIT_LATE = _event("visit_late", "Visit late: it was due {due_words}")
INSPECTOR_TOLD = _event("visit_inspector_told", "Inspector told: the visit due {due_words} is {minutes} min late")
WATCH_BEGAN = _event("watch_began", "{observer} watches without a break. {words}", "observer", "words")
WATCH_ENDED = _event("watch_ended", "{observer} no longer watches. {words}", "observer", "words")
CARE_GIVEN = _event("care_given", "{what}{answer}. {words}", "words")
REST_BEGAN = _event("rest_began", "Rest began{night_words}")
REST_BROKEN = _event("rest_broken", "Rest broken: {reason_words}. {effect} {words}", "words")
REST_WENT_ON = _event("rest_went_on", "Rest goes on. Full {full_words}")
REST_ENDED = _event("rest_ended", "Rest ended after {length}. {effect}")
