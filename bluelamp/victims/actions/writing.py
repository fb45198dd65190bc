"""Writing a letter to a victim: only where post is safe, a reference and never the story. It tells nobody (V4, V7)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.messages.actions.sending import send
from bluelamp.messages.letters import FORMS, languages
from bluelamp.messages.rules.safe_channel import Channel, whom_to_ask
from bluelamp.messages.rules.templates import TEMPLATES
from bluelamp.people.models import Person
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way, may_reach
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, say
from bluelamp.victims.models import Attempt, Telling, Victim
from bluelamp.victims.others import others_of
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.rules.contact import Result, may_write
from bluelamp.victims.rules.telling import Step


@action
def write_letter(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    template: str,
    when: str,
    number: str = "",
    language: str = "en",
    form: str = "plain",
    telling: int | None = None,
    key: str | None = None,
) -> str:
    """Ask for a letter to where the victim said that post is safe. Refused where it is not, naming whom to ask.

    With `telling` it is an attempt to tell of that step: the promise stays owed until they are reached.
    """
    require(by, "messages.send")
    found = locked(victim)
    safe = safe_contact(found.person_id)
    facts = safe.facts() if safe else None
    insist(whom_to_ask(may_reach(safe=facts, way=Way.LETTER, at=at), facts))
    post_to = safe.post_to if safe else ""
    insist(whom_to_ask(may_write(post_to=post_to), facts))
    about = _told_of(found, telling)
    given = {"when": when, "number": number, "reference": found.reference}
    gaps = TEMPLATES[template].gaps if template in TEMPLATES else frozenset()
    send(
        to=found.person.ref, channel=Channel.LETTER, address=post_to, template=template,
        personalisation={name: words for name, words in given.items() if name in gaps}, about=found.ref,
        owed=(BY_STEP[Step(about.step)].name, str(about.pk)) if about else ("", ""),
        never=_never(found), language=language, form=form, by=by, at=at,
    )  # fmt: skip
    if about:
        Attempt.objects.create(
            victim=found, step=about.step, at=at, officer_id=by.officer_id, way=Way.LETTER.value,
            result=Result.LEFT_MESSAGE.value,
        )  # fmt: skip
    said = {"letter": TEMPLATES[template].heading, "language": languages()[language], "form": FORMS[form].lower()}
    say(events.LETTER_WRITTEN, found, said)
    return found.ref


def _told_of(victim: Victim, telling: int | None) -> Telling | None:
    if telling is None:
        return None
    found = Telling.objects.filter(pk=telling, victim=victim, told_at=None, opted_out_at=None).first()
    if found is None:
        raise Refused(refused("This is not owed to them any more.", "Order of events", field="telling"))
    return found


def _never(victim: Victim) -> tuple[str, ...]:
    """Names that no letter holds: theirs stands on the envelope alone."""
    others = Person.objects.filter(pk__in=others_of(victim).suspects)
    names = [victim.person.name, *(one.name for one in others)]
    return (*names, victim.incident.number)
