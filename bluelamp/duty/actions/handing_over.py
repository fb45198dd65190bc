"""Handing over what one began, before one's duty ends; and saying that nothing is left to do."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.duty import events
from bluelamp.duty.following_up import SOURCE
from bluelamp.duty.models import DutyNotice, FollowUp, Post
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, insist, refused


@action
def hand_over(*, follow_up: int, to: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Another officer goes on with it: never a special, who would have to hand it over again. They are told at once.

    `words`: what is done and what is left. Raises Refused without them, and where neither the holder nor the duty desk
    asks: the desk hands over for somebody who fell ill or cannot.
    """
    row = _held(follow_up, by)
    if not words.strip():
        insist(refused("Say what is done and what is left.", SOURCE, field="words"))
    post = Post.objects.select_related("officer").filter(officer=to, officer__is_active=True).first()
    if post is None or post.is_special or post.officer_id == row.officer_id:
        raise Refused(refused("Choose a regular officer who goes on with it.", SOURCE, field="to"))
    row.officer, row.waits = post.officer, False
    row.save(update_fields=["officer", "waits"])
    about = (by.ref, post.officer.ref, row.record)
    facts = {"what": row.what, "to": str(post.officer)}
    write(events.HANDED_OVER, record=row.ref, about=about, facts=facts, words={"words": words})
    told = f"{by.name} hands over to you: {row.what}. {words.strip()}"
    DutyNotice.objects.create(officer=post.officer, words=told[:300], told_at=at)
    return row.ref


@action
def nothing_left(*, follow_up: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """It is done. Raises Refused without a word on how it ended."""
    row = _held(follow_up, by)
    if not words.strip():
        insist(refused("Say how it ended.", SOURCE, field="words"))
    row.done_at, row.waits = at, False
    row.save(update_fields=["done_at", "waits"])
    about = (by.ref, row.record)
    write(events.FOLLOW_UP_DONE, record=row.ref, about=about, facts={"what": row.what}, words={"words": words})
    return row.ref


def _held(follow_up: int, by: Acting) -> FollowUp:
    require(by, "duty.mine", "duty.run_day")
    row = FollowUp.objects.select_for_update().get(pk=follow_up)
    if row.officer_id != by.officer_id and not by.may("duty.run_day"):
        insist(refused("Only who holds it, or the duty desk, hands it over.", SOURCE))
    if row.done_at:
        insist(refused("This is done already.", "Order of events"))
    return row
