"""Messages of a rehearsal: asked for by the same action, let out by the same worker; a carrier that carries nothing.

A live feed sends none: there the worker may have a provider, and nothing invented leaves by that.
"""

from datetime import timedelta

from bluelamp.access.acting import Acting
from bluelamp.messages.actions.sending import send
from bluelamp.messages.models import Message
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.worker import send_next
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.twin.cast import key_of
from bluelamp.twin.running import Running
from bluelamp.victims.models import Telling
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.rules.telling import Step

POLL = timedelta(seconds=1)


class Carrier:
    """Takes every message and keeps none."""

    def send(self, message: Message) -> str:
        """Answers a reference that nobody else gave."""
        return f"rehearsed-{message.pk}"

    def taken(self, message: Message) -> str:
        """Its reference, had it left before."""
        return message.provider_reference

    def result(self, message: Message) -> str:
        """What became of it is never known."""
        return message.result


CARRIER = Carrier()


def ask_to_ring(run: Running, telling: int, by: Acting) -> None:
    """Ask the victim by text to ring about one step they are owed word of, where that is safe; it tells nothing."""
    if run.live:
        return
    found = Telling.objects.select_related("victim").filter(pk=telling, told_at=None, opted_out_at=None).first()
    safe = safe_contact(found.victim.person_id) if found else None
    if found is None or safe is None or not safe.number or Way.TEXT not in safe.ways:
        return
    made = run.do(
        send,
        to=f"person:{found.victim.person_id}",
        channel=Channel.TEXT,
        address=safe.number,
        template="please-ring-us",
        personalisation={"when": "today"},
        about=found.victim.ref,
        owed=(BY_STEP[Step(found.step)].name, str(found.pk)),
        by=by,
    )
    if made:
        leaves = Message.objects.values_list("try_at", flat=True).get(pk=key_of(made))
        run.at(leaves + POLL, let_out)


def let_out(run: Running) -> None:
    """The worker sends what may leave by now, once it has asked again whether it is safe."""
    send_next(CARRIER, at=run.now)
