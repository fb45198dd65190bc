"""Standing looks: how an open board goes on being one, and how it ends when its page is left or its browser dies."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from bluelamp.access.acting import Acting, system
from bluelamp.access.actions.looking import ENDS_LOOKS, close_left_board, open_board
from bluelamp.access.models import Look
from bluelamp.verdict import Refused

ENDER = system("looks", ENDS_LOOKS)
GONE_AFTER = timedelta(seconds=90)
"""How long a page that was left may take to come back, or another one of the officer to say that it is still open:
an open page says so every minute."""
UNSEEN_AFTER = timedelta(seconds=150)
"""How long nothing may be heard of an open page before it counts as closed when it was last seen."""


def stand_at(*, page: str, by: Acting, at: datetime) -> None:
    """The board is shown to this officer: their standing look goes on, or begins."""
    if not still_there(page=page, officer=by.number, at=at):
        with suppress(Refused):  # Another screen of this officer opened it in between.
            open_board(page=page, by=by, at=at)


def still_there(*, page: str, officer: int, at: datetime) -> bool:
    """An open page of this officer shows that it is there; False where they have no standing look."""
    return bool(Look.objects.filter(officer_id=officer, page=page, closed_at=None).update(seen_at=at, left_at=None))


def went_away(*, page: str, officer: int, at: datetime) -> None:
    """A page of this officer was left. The look ends then, unless they come back or another page of theirs is open."""
    Look.objects.filter(officer_id=officer, page=page, closed_at=None).update(seen_at=at, left_at=at)


def end_left_boards(at: datetime) -> int:
    """End every standing look whose page is gone; how many."""
    gone = Q(left_at__lte=at - GONE_AFTER) | Q(last__lte=at - UNSEEN_AFTER)
    looks = Look.objects.annotate(last=Coalesce("seen_at", "opened_at")).filter(gone, closed_at=None)
    ended = 0
    for found in looks.select_related("officer"):
        with suppress(Refused):
            close_left_board(found=found, by=ENDER, at=at)
            ended += 1
    return ended
