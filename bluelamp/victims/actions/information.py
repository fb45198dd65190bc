"""Requests for information about a victim from somebody else: written, the victim told in writing, sent, taken back."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, say
from bluelamp.victims.models import InformationRequest
from bluelamp.victims.others import may_reach
from bluelamp.victims.rules.information import Notice, Request, View, may_ask, may_send


@action
def write_request(*, by: Acting, at: datetime, victim: int, request: Request, key: str | None = None) -> str:
    """Write down which information about a victim is to be asked of whom, and why. Nothing leaves by it yet."""
    require(by, "victims.tell")
    found = locked(victim)
    insist(may_ask(request))
    made = InformationRequest.objects.create(
        victim=found, holder=request.holder.strip(), what=request.what.strip(), line=request.line.strip(),
        necessary=request.necessary.strip(), proportionate=request.proportionate.strip(),
        counselling=bool(request.counselling), counselling_why=request.counselling_why.strip(),
        agreed_by=request.agreed_by, written_at=at, written_by_id=by.officer_id,
    )  # fmt: skip
    kind = "counselling or therapy" if made.counselling else "no counselling"
    say(events.INFORMATION_ASKED, found, {"request": made.pk, "kind": kind}, holder=made.holder, what=made.what)
    return made.ref


@action
def give_notice(
    *,
    by: Acting,
    at: datetime,
    information: int,
    notice: str,
    view: str,
    why_not: str = "",
    view_words: str = "",
    key: str | None = None,
) -> str:
    """The victim has the notice in writing, by a safe way only, or an exception holds; then it may go to the holder.

    What they say of it is kept. It is no consent, and nobody's silence is.
    """
    require(by, "victims.tell")
    found = _locked(information)
    if found.sent_at:
        raise Refused(refused("It went to whoever has the information already.", "Order of events"))
    how, said = Notice(notice), View(view)
    insist(may_send(notice=how, why_not=why_not, view=said, withdrawn=found.withdrawn_at is not None))
    if how.value in (Way.LETTER, Way.EMAIL):
        insist(may_reach(found.victim, Way(how.value), at=at))
    found.notice, found.notice_at, found.notice_why_not = how, at, why_not.strip()
    found.view, found.view_words, found.sent_at = said, view_words.strip(), at
    found.save(update_fields=["notice", "notice_at", "notice_why_not", "view", "view_words", "sent_at"])
    facts = {"request": found.pk, "notice": how.words, "view": said.words}
    say(events.INFORMATION_SENT, found.victim, facts, why_not=why_not, words=view_words)
    return found.victim.ref


@action
def take_back_request(*, by: Acting, at: datetime, information: int, why: str, key: str | None = None) -> str:
    """The request is not needed, or not any more; whoever has it is told by the officer."""
    require(by, "victims.tell")
    found = _locked(information)
    if found.withdrawn_at or not why.strip():
        words = "It was taken back already." if found.withdrawn_at else "Say why."
        raise Refused(refused(words, "PCSC Act 2022 s.44A", field="why"))
    found.withdrawn_at, found.withdrawn_why = at, why.strip()
    found.save(update_fields=["withdrawn_at", "withdrawn_why"])
    say(events.INFORMATION_TAKEN_BACK, found.victim, {"request": found.pk}, why=why)
    return found.victim.ref


def _locked(information: int) -> InformationRequest:
    rows = InformationRequest.objects.select_for_update(of=("self",)).select_related("victim__person")
    found = rows.filter(pk=information).first()
    if found is None:
        raise Refused(refused("There is no such request."))
    return found
