"""Writing to a victim by letter, text or email: only where it is safe, never the story. It tells nobody (V4, V7)."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.messages.actions.sending import send
from bluelamp.messages.letters import FORMS, languages
from bluelamp.messages.rules.safe_channel import Channel, whom_to_ask
from bluelamp.messages.rules.templates import TEMPLATES
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way, may_reach
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import attempted, locked, say
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.others import may_reach as may_reach_victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.reaching import addresses_of, names_never
from bluelamp.victims.rules.contact import may_write
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
        never=names_never(found), language=language, form=form, by=by, at=at,
    )  # fmt: skip
    attempted(found, [about] if about else [], Way.LETTER, at, by)
    said = {"letter": TEMPLATES[template].heading, "language": languages()[language], "form": FORMS[form].lower()}
    say(events.LETTER_WRITTEN, found, said)
    return found.ref


@action
def write_message(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    channel: str,
    template: str,
    when: str,
    number: str = "",
    telling: int | None = None,
    key: str | None = None,
) -> str:
    """Ask for a text or an email to the victim by a way that is safe now: to ring, or when their appointment is.

    Refused where it is not safe, naming whom to ask. With `telling` it is an attempt: that promise stays owed.
    """
    require(by, "messages.send")
    found, way = locked(victim), Channel(channel)
    if way not in (Channel.TEXT, Channel.EMAIL):
        raise Refused(refused("Choose a text or an email; a letter has its own page.", field="channel"))
    verdict = may_reach_victim(found, way.way, at=at)
    if not verdict.allowed:
        raise Refused(refused(verdict.words, verdict.source, field="channel"))
    address = addresses_of(found, safe_contact(found.person_id))[way]
    if not address:
        raise Refused(refused("No number or address of theirs is known for this way.", field="channel"))
    about = _told_of(found, telling)
    link = settings.PAGE_ADDRESS.rstrip("/") + reverse("victims:own_passkey")
    given = {"when": when, "number": number, "reference": found.reference, "link": link}
    gaps = TEMPLATES[template].gaps if template in TEMPLATES else frozenset()
    send(
        to=found.person.ref, channel=way, address=address, template=template,
        personalisation={name: words for name, words in given.items() if name in gaps}, about=found.ref,
        owed=(BY_STEP[Step(about.step)].name, str(about.pk)) if about else ("", ""),
        never=names_never(found), by=by, at=at,
    )  # fmt: skip
    attempted(found, [about] if about else [], way.way, at, by)
    say(events.MESSAGE_WRITTEN, found, {"way": way.way.words, "message": TEMPLATES[template].heading})
    return found.ref


def _told_of(victim: Victim, telling: int | None) -> Telling | None:
    if telling is None:
        return None
    found = Telling.objects.filter(pk=telling, victim=victim, told_at=None, opted_out_at=None).first()
    if found is None:
        raise Refused(refused("This is not owed to them any more.", "Order of events", field="telling"))
    return found
