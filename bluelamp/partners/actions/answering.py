"""What a partner answers to a share: by its page, by a signed answer, or through an officer who heard it."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep
from bluelamp.partners import events, owed, settling
from bluelamp.partners.acting_partner import ANSWERS, ref_of
from bluelamp.partners.models import Said, Share
from bluelamp.partners.rules.answering import Answer, may_answer
from bluelamp.verdict import insist


@action
def accept(*, share: int, words: str = "", by: Acting, at: datetime, key: str | None = None) -> str:
    """The partner accepts: the answer that was owed is there."""
    found = _asked(share, Answer.ACCEPT, words, by)
    found.accepted_at = at
    found.save(update_fields=["accepted_at"])
    _said(events.ACCEPTED, found, Answer.ACCEPT, words, by, at)
    keep(owed.ANSWER, record=found.ref, at=at)
    return found.ref


@action
def decline(*, share: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The partner declines, with the reason: another way is owed from now on by whoever shared it."""
    found = _asked(share, Answer.DECLINE, words, by)
    found.declined_at = at
    found.save(update_fields=["declined_at"])
    _said(events.DECLINED, found, Answer.DECLINE, words, by, at)
    settling.declined(found, at)
    return found.ref


@action
def update(*, share: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The partner says how it goes on. Keeps nothing that is owed."""
    found = _asked(share, Answer.UPDATE, words, by)
    _said(events.UPDATED, found, Answer.UPDATE, words, by, at)
    return found.ref


@action
def say_reached(*, share: int, words: str = "", by: Acting, at: datetime, key: str | None = None) -> str:
    """The partner has reached the victim: what was followed until then is kept."""
    found = _asked(share, Answer.REACHED, words, by)
    found.reached_at = at
    found.save(update_fields=["reached_at"])
    _said(events.REACHED, found, Answer.REACHED, words, by, at)
    settling.reached(found, at)
    return found.ref


def _asked(share: int, answer: Answer, words: str, by: Acting) -> Share:
    """The share, locked, if this one may give this answer now. Raises Refused."""
    found = Share.objects.select_for_update(of=("self",)).select_related("partner").get(pk=share)
    require(by, "partners.share", ANSWERS)
    own = not by.is_partner or by.ref == ref_of(found.partner_id)
    insist(may_answer(found.standing(own=own), answer, words=words))
    return found


def _said(event: Event, share: Share, answer: Answer, words: str, by: Acting, at: datetime) -> None:
    Said.objects.create(share=share, answer=answer.value, words=words.strip(), at=at, by=by.ref)
    about = (*share.records, ref_of(share.partner_id))
    write(event, share.ref, about=about, facts={"partner": share.partner.name}, words={"words": words.strip()})
