"""Inviting a victim to their own page: a link that works once, and a code said apart."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.messages.actions.sending import send
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.rules.templates import ENGLISH, PLAIN
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import attempted, end_open_links, locked, say
from bluelamp.victims.models import Invitation, Telling, Victim
from bluelamp.victims.others import may_reach
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.own_news import is_news
from bluelamp.victims.own_reading import letter_form
from bluelamp.victims.own_visits import as_written, hashed
from bluelamp.victims.reaching import addresses_of
from bluelamp.victims.rules.own_page import may_invite
from bluelamp.victims.rules.telling import Step

TEMPLATE = "your-page"
SENT = {Way.TEXT.value: Channel.TEXT, Way.EMAIL.value: Channel.EMAIL, Way.LETTER.value: Channel.LETTER}


@action
def invite(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    token: str,
    code: str,
    link: str,
    link_way: str,
    code_way: str,
    apart: bool,
    language: str = "en",
    template: str = TEMPLATE,
    key: str | None = None,
) -> str:
    """Make a link and a code for the victim's own page; earlier links that were not used are dead from now.

    Only hashes are kept. The link leaves by a way that is safe, or is handed over in person; the code is said.
    """
    require(by, "victims.invite")
    found = locked(victim)
    insist(may_invite(apart=apart, code_way=code_way, link_way=link_way))
    for way, field in ((link_way, "link_way"), (code_way, "code_way")):
        _insist_safe(found, way, field, at)
    end_open_links(found, at)
    made = Invitation.objects.create(
        victim=found,
        token_hash=hashed(as_written(token)),
        by_letter=link_way == Way.LETTER,
        code_hash=make_password(code),
        language=language,
        made_at=at,
        made_by_id=by.officer_id,
    )
    if link_way in SENT:
        _send(found, link_way, link, template, language, made, by, at)
    facts = {"link_way": Way(link_way).words, "code_way": Way(code_way).words}
    say(events.INVITED, found, facts)
    return found.ref


@action
def end_links(*, by: Acting, at: datetime, victim: int, key: str | None = None) -> str:
    """Every link to the victim's own page that was not used is dead from now."""
    require(by, "victims.invite")
    found = locked(victim)
    if not end_open_links(found, at):
        raise Refused(refused("There is no link that is still open."))
    say(events.LINK_ENDED, found)
    return found.ref


def _insist_safe(victim: Victim, way: str, field: str, at: datetime) -> None:
    if way == Way.IN_PERSON:
        return
    verdict = may_reach(victim, Way(way), at=at)
    if not verdict.allowed:
        raise Refused(refused(verdict.words, verdict.source, field=field))


def _send(
    victim: Victim, way: str, link: str, template: str, language: str, made: Invitation, by: Acting, at: datetime
) -> None:
    """The link leaves, and is an attempt on what waits for them on that page."""
    channel, letter = SENT[way], way == Way.LETTER
    address = addresses_of(victim, safe_contact(victim.person_id))[channel]
    if not address:
        raise Refused(refused("No number or address is known for this way.", field="link_way"))
    waiting = Telling.objects.filter(victim=victim, told_at=None, opted_out_at=None).select_related("asked")
    news = [one for one in waiting.order_by("happened_at", "pk") if is_news(one)]
    send(
        to=victim.person.ref,
        channel=channel,
        address=address,
        template=template,
        personalisation={"link": link},
        about=victim.ref,
        owed=(BY_STEP[Step(news[0].step)].name, str(news[0].pk)) if news else ("", ""),
        news=f"invitation:{made.pk}",
        never=(victim.person.name,),
        language=language if letter else ENGLISH,
        form=letter_form(victim) if letter else PLAIN,
        by=by,
        at=at,
    )
    attempted(victim, news, Way(way), at, by)
    Telling.objects.filter(pk__in=[one.pk for one in news], pointed_at=None).update(pointed_at=at)
