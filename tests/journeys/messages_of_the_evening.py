"""Messages of the browser tests' evening: one in each state, and one whose person changed their wish meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bluelamp import clock
from bluelamp.messages.actions.results import take_reply, take_result
from bluelamp.messages.actions.sending import send, settle
from bluelamp.messages.models import Message, State
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.worker import WORKER, send_next
from bluelamp.people.actions.persons import add_person
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.victims.models import Telling

if TYPE_CHECKING:
    from tests.journeys.world import Evening

MARLOW, NUMBER = "07700 900418", "07700 900527"


def fill(evening: Evening) -> None:
    """To Ms Marlow one that waits; to Ms Nandra one sent, one not taken, one kept for want of a provider."""
    telling = Telling.objects.get(victim=evening.made["victim"], step="arrested")
    owed = {"about": f"victim:{evening.made['victim']}", "owed": ("victims.tell_arrested", str(telling.pk))}
    evening.made["message"] = _text(evening, evening.made["Joanne Marlow"], 30, address=MARLOW, **owed)
    nandra = evening.do(add_person, 200, evening.who("sutter"), given_names="Priya", family_name="Nandra")
    _says(evening, nandra, 190, ways=("text", "in_person"), number=NUMBER)
    for ago, state in ((150, State.SENT), (120, State.FAILED), (90, State.KEPT)):
        _settled(_text(evening, nandra, ago, address=NUMBER), evening, ago - 1, state)
    evening.made["message again"] = _text(evening, nandra, 60, address=NUMBER)
    _settled(evening.made["message again"], evening, 59, State.FAILED)
    evening.made["message unsafe"] = _text(evening, nandra, 50, address=NUMBER)
    _says(evening, nandra, 45, ways=("in_person",))
    _settled(evening.made["message unsafe"], evening, 44, State.REFUSED, "How this person may be reached was changed.")
    evening.made["Nandra"] = nandra
    _in_doubt(evening)


def _in_doubt(evening: Evening) -> None:
    """To Mr Okell one that came back; to Ms Brandt one that somebody answered, and one that would have left."""
    for name, number in (("Okell", "07700 900611"), ("Brandt", "07700 900612")):
        person = evening.do(add_person, 200, evening.who("sutter"), given_names="", family_name=name)
        _says(evening, person, 190, ways=("text", "in_person"), number=number)
        evening.made[f"message {name}"] = _text(evening, person, 100, address=number)
        _settled(evening.made[f"message {name}"], evening, 99, State.SENT, reference=f"shown-{name}")
    came_back, answered = evening.made["message Okell"], evening.made["message Brandt"]
    evening.do(take_result, 60, WORKER, message=came_back, result="permanent-failure")
    evening.do(take_reply, 40, WORKER, message=answered, words="Who is this?", provider_reference="evening-1")


def _text(evening: Evening, person: int, ago: float, **facts: Any) -> int:
    facts |= {"to": f"person:{person}", "channel": Channel.TEXT, "personalisation": {"when": "between 9 and 3"}}
    return evening.do(send, ago, evening.who("sutter"), template="please-ring-us", **facts)


def _says(evening: Evening, person: int, ago: float, **facts: Any) -> None:
    evening.do(set_safe_contact, ago, evening.who("sutter"), person=person, source="Her own words", **facts)


def _settled(message: int, evening: Evening, ago: float, state: State, trouble: str = "", reference: str = "") -> None:
    trouble = trouble or ("Provider answered 400" if state == State.FAILED else "")
    evening.do(settle, ago, WORKER, message=message, state=state, trouble=trouble, provider_reference=reference)


def worker_once(taken: list[str]) -> str:
    """The worker handles the next message, with a provider that takes what it is given."""

    class Takes:
        def send(self, message: Message) -> str:
            taken.append(message.ref)
            return f"taken-{len(taken)}"

        def taken(self, message: Message) -> str:
            return ""

        def result(self, message: Message) -> str:
            return ""

    return "handled" if send_next(Takes(), at=clock.now()) else "nothing waits"
