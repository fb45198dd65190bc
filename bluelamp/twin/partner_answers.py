"""Partner bodies: each answers what was shared with it, and says when it has reached whom it is about."""

from django.db.models import QuerySet

from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.actions.answering import accept, say_reached
from bluelamp.partners.models import Share
from bluelamp.twin.chance import hours
from bluelamp.twin.running import Running


def follow(run: Running, record: str) -> None:
    """Plan the answer to whatever was shared from a record and is not answered."""
    for found in _open().filter(record=record, accepted_at=None):
        _plan(run, found)


def resume(run: Running) -> None:
    """Take up every share that waits for an answer, or for whom it is about to be reached."""
    for found in _open():
        _plan(run, found)


def _open() -> QuerySet[Share]:
    return Share.objects.filter(declined_at=None, taken_back_at=None, reached_at=None).order_by("pk")


def _plan(run: Running, found: Share) -> None:
    """The answer first; once accepted, that they are reached, where that is followed."""
    step = _accept if found.accepted_at is None else _reach if found.follow else None
    what = f"{found.ref} {'reach' if found.accepted_at else 'answer'}"
    if step is None or what in run.planned:
        return
    run.planned.add(what)
    median = run.assumed["partner_reached_hours" if found.accepted_at else "partner_answer_hours"]
    luck = run.luck("partner", found.pk, "reaches" if found.accepted_at else "answers")
    span = hours(luck, median["urgent" if found.urgent else "standard"], median["spread"])
    run.later(span, step, found.pk)


def _accept(run: Running, share: int) -> None:
    found = _waiting(run, share)
    if found and run.do(accept, by=acting_for(found.partner), share=share):
        _plan(run, Share.objects.get(pk=share))


def _reach(run: Running, share: int) -> None:
    found = _waiting(run, share)
    if found:
        run.do(say_reached, by=acting_for(found.partner), share=share, words="A worker of the service spoke with them.")


def _waiting(run: Running, share: int) -> Share | None:
    found = _open().filter(pk=share).select_related("partner").first()
    return found if found and run.mine(found.ref) else None
