"""What an answer does to the promises of a share. Only inside an action."""

from datetime import datetime

from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.partners import owed
from bluelamp.partners.models import Share
from bluelamp.partners.rules import answering
from bluelamp.places.law_in_force import law_of


def owe_answer(share: Share) -> None:
    """What is owed from the share on: an answer and, where it is followed so far, the victim reached."""
    law, facts = law_of("partners"), known(share)
    due = answering.answer_due(law, sent_at=share.sent_at, urgent=share.urgent)
    promise(owed.ANSWER, record=share.ref, due=due, facts=facts, about=share.records)
    if share.follow:
        until = answering.reached_due(law, sent_at=share.sent_at, urgent=share.urgent)
        promise(owed.REACHED, record=share.ref, due=until, facts=facts, about=share.records)


def declined(share: Share, at: datetime) -> None:
    """The answer came; what the partner was to do is owed by whoever shared it: to find another way."""
    keep(owed.ANSWER, record=share.ref, at=at)
    if share.follow:
        withdraw(owed.REACHED, record=share.ref, why="The partner declined")
    due = answering.another_way_due(law_of("partners"), declined_at=at, urgent=share.urgent)
    promise(owed.ANOTHER_WAY, record=share.ref, due=due, began_at=at, facts=known(share), about=share.records)


def reached(share: Share, at: datetime) -> None:
    """Somebody has reached the victim."""
    if share.follow:
        keep(owed.REACHED, record=share.ref, at=at)


def taken_back(share: Share) -> None:
    """Nothing is owed by a partner who is to forget it. What was overdue stays missed."""
    for kind in (owed.ANSWER, owed.REACHED, owed.ANOTHER_WAY):
        withdraw(kind, record=share.ref, why="Taken back")


def known(share: Share) -> dict[str, str | int]:
    """The facts by which its promises are worded: nothing personal."""
    return {"partner": share.partner.name, "number": share.pk}
