"""Messages of the tests: one person who said how she may be reached, and a message to her in each state."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bluelamp.access.acting import Acting
from bluelamp.messages.actions.afterwards import do_not_send
from bluelamp.messages.actions.sending import send, settle
from bluelamp.messages.models import Message, State
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.worker import WORKER
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.safety import set_safe_contact

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SENDER = Acting(ref="officer:5", name="M. Sutter", capabilities=frozenset({"messages.send", "people.edit"}))
KEY = "trial-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
NUMBER = "07700 900123"
EMAIL = "j.marlow@example.org"
HOME = "J Marlow\n1 Elstree Way\nBorehamwood\nWD6 1SF"
WORDS = "after 5 pm"


@dataclass
class FakeNotify:
    """Answers like the provider, on this machine, and remembers what it took."""

    address: str = ""
    answer: int = 201
    status: str = "sending"
    taken: list[dict[str, Any]] = field(default_factory=list)


def a_person(**safe: Any) -> str:
    """Somebody reached by text, email or letter until eight, unless told otherwise. Answers "person:12"."""
    ref = add_person(by=SENDER, at=NOON - HOUR, given_names="Joanne", family_name="Marlow", answers={"email": EMAIL})
    says(
        ref,
        at=NOON - HOUR,
        **{"ways": ("text", "email", "letter"), "until": time(20), "number": NUMBER, "post_to": HOME, **safe},
    )
    return ref


def says(person: str, *, at: datetime = NOON, **safe: Any) -> None:
    """She says how she may be reached from now on."""
    set_safe_contact(person=int(person.partition(":")[2]), source="Her own words", by=SENDER, at=at, **safe)


def ask(**changes: Any) -> str:
    """A text to her; the person is made where none is named."""
    to = changes.pop("to", "") or a_person()
    facts = {"to": to, "channel": Channel.TEXT, "address": NUMBER, "template": "please-ring-us"}
    facts |= {"personalisation": {"when": WORDS}, "by": SENDER, "at": NOON}
    return send(**{**facts, **changes})


def the(ref: str = "") -> Message:
    """The message of that reference, or the only one."""
    return Message.objects.get(pk=int(ref.partition(":")[2])) if ref else Message.objects.get()


def in_state(state: State, **changes: Any) -> Message:
    """A message that came into this state by the actions."""
    found = the(ask(**changes))
    if state == State.WITHDRAWN:
        do_not_send(message=found.pk, why="Told at the door", by=SENDER, at=NOON + MINUTE)
    elif state == State.SENDING:
        Message.objects.filter(pk=found.pk).update(state=state, attempts=1)
    elif state != State.QUEUED:
        trouble = {State.FAILED: "Provider answered 400", State.REFUSED: "Safe only until 20:00."}.get(state, "")
        settle(message=found.pk, state=state, trouble=trouble, by=WORKER, at=NOON + MINUTE)
    return the(found.ref)
