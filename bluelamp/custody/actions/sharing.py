"""Two in a cell after a joint risk assessment; and who is kept apart from whom (P30)."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import flags, is_child
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.cells import APART_ENDED, CELL_SHARED, KEPT_APART
from bluelamp.custody.keeping import end_stay, lock, say
from bluelamp.custody.models import CellStay, Detention, JointAssessment, KeptApart
from bluelamp.custody.models.cells import MOST_IN_A_CELL
from bluelamp.custody.rules.sharing import Sharer, may_share
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def share_cell(*, by: Acting, at: datetime, detention: int, host: int, assessment: str, key: str | None = None) -> str:
    """Put somebody in with `host`, who has a cell to themselves, by a joint risk assessment of the two.

    An inspector authorises it. The host's stay goes on under the same assessment, so that no third can come in.
    """
    require(by, "custody.transfer", "custody.review")
    guest, there = _both(detention, host)
    stay = CellStay.objects.select_for_update(of=("self",)).filter(detention=there, during__upper_inf=True)
    kept = stay.select_related("cell").first()
    if kept is None:
        raise Refused(refused(f"{there.number} is not in a cell.", "Code C 8.1", field="cell"))
    if guest.suite_id != there.suite_id:
        raise Refused(refused("They are held at different suites.", "Custody of the suite", field="cell"))
    insist(
        may_share(
            host=_sharer(there),
            guest=_sharer(guest),
            inside=CellStay.objects.filter(cell=kept.cell_id, during__upper_inf=True).count(),
            assessment=assessment,
            decider=decider(by, guest),
            law=law_of("custody"),
            on=local_day(at),
        )
    )
    made = JointAssessment.objects.create(
        cell_id=kept.cell_id,
        host=there,
        guest=guest,
        words=assessment,
        authorised_by_id=officer_of(by),
        authorised_at=at,
    )
    end_stay(guest, at)
    _together(kept, guest, made, at)
    for one, other in ((guest, there), (there, guest)):
        facts = {"cell": f"cell:{kept.cell_id}", "cell_number": kept.cell.number, "other_number": other.number}
        say(CELL_SHARED, one, facts, words={"words": assessment})
    return guest.ref


def _both(guest: int, host: int) -> tuple[Detention, Detention]:
    """Both records, locked in one order so that two who share at once never wait for each other."""
    if guest == host:
        raise Refused(refused("Nobody shares with themselves.", "Code C 8.1", field="cell"))
    held = {pk: lock(pk) for pk in sorted((guest, host))}
    return held[guest], held[host]


def _together(kept: CellStay, guest: Detention, made: JointAssessment, at: datetime) -> None:
    if at <= kept.during.lower:
        raise Refused(refused("The first person is not in the cell yet.", "Order of events", field="cell"))
    kept.during = DateTimeTZRange(kept.during.lower, at)
    kept.save(update_fields=["during"])
    during = DateTimeTZRange(at, None)
    for place, one in ((1, kept.detention_id), (MOST_IN_A_CELL, guest.pk)):
        CellStay.objects.create(
            detention_id=one, cell_id=kept.cell_id, during=during, why=made.words, place=place, sharing=made
        )


def _sharer(found: Detention) -> Sharer:
    apart = flags(Q(first=found.pk) | Q(second=found.pk)).get(found.pk, frozenset())
    woman = found.person.sex == "female"
    return Sharer(name=found.number, child=is_child(found), woman=woman, level=found.level, apart_from=apart)


@action
def keep_apart(
    *, by: Acting, at: datetime, detention: int, other: int, why: str, words: str = "", key: str | None = None
) -> str:
    """Flag two people to share no cell and stand in none beside the other. Where they are already, the page says so."""
    require(by, "custody.transfer")
    if why not in KeptApart.Why.values:
        raise Refused(refused("Say why they are kept apart.", "APP Detention and Custody", field="why"))
    one, two = _both(detention, other)
    first, second = sorted((one.pk, two.pk))
    try:
        with transaction.atomic():
            KeptApart.objects.create(first_id=first, second_id=second, why=why, words=words, set_at=at)
    except IntegrityError as error:
        if "kept_apart_once" not in str(error):
            raise
        raise Refused(refused("They are flagged already.", "Order of events", field="other")) from error
    label = str(KeptApart.Why(why).label).lower()
    for each, from_whom in ((one, two), (two, one)):
        facts = {"other_number": from_whom.number, "why": label}
        say(KEPT_APART, each, facts, words={"words": words})
    return one.ref


@action
def end_keeping_apart(
    *, by: Acting, at: datetime, detention: int, other: int, words: str, key: str | None = None
) -> str:
    """Lift a flag, with the reason."""
    require(by, "custody.transfer")
    one, two = _both(detention, other)
    first, second = sorted((one.pk, two.pk))
    live = KeptApart.objects.select_for_update(of=("self",)).filter(first=first, second=second, ended_at=None).first()
    if live is None:
        raise Refused(refused("They are not flagged.", "Order of events", field="other"))
    if not words.strip():
        raise Refused(refused("Say why they need no longer be kept apart.", "APP", field="words"))
    live.ended_at = at
    live.save(update_fields=["ended_at"])
    for each, from_whom in ((one, two), (two, one)):
        say(APART_ENDED, each, {"other_number": from_whom.number}, words={"words": words})
    return one.ref
