"""Opening and closing the account of an officer or member of staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db.models import Q

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import REGULAR_RANKS, Officer
from bluelamp.access.permissions import GRANT_ROLES
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused


@action
def enrol(
    *,
    user_name: str,
    name: str,
    collar_number: str = "",
    regular_rank: str = "",
    special_grade: str = "",
    title: str = "",
    team: str = "",
    password_hash: str = "",
    is_demonstration: bool = False,
    is_partner: bool = False,
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Open an account without roles. Answers "officer:5". Without a hash nobody can sign in by password.

    `regular_rank` is a key of REGULAR_RANKS; a special holds a `special_grade` and no regular rank. Raises Refused
    for a user name or collar number in use.
    """
    require(by, GRANT_ROLES.name)
    user_name = user_name.strip().lower()
    _insist_free(user_name, collar_number)
    _insist_rank(regular_rank, special_grade)
    officer = Officer.objects.create(
        user_name=user_name,
        name=name.strip(),
        collar_number=collar_number,
        regular_rank=regular_rank,
        special_grade=special_grade,
        title=title,
        team=team,
        password=password_hash or make_password(None),
        is_demonstration=is_demonstration,
        is_partner=is_partner,
        enrolled_at=at,
    )
    write(events.OFFICER_ENROLLED, record=officer.ref, words={"name": str(officer)})
    return officer.ref


@dataclass(frozen=True, kw_only=True)
class NewOfficer:
    """One officer or special as a borough's list gives them."""

    user_name: str
    name: str
    collar_number: str
    regular_rank: str = ""
    special_grade: str = ""
    title: str = ""
    team: str = ""


@action
def enrol_many(
    *, people: Sequence[NewOfficer], is_demonstration: bool = False, by: Acting, at: datetime, key: str | None = None
) -> list[str]:
    """Open accounts as `enrol` does, in a few statements; nobody can sign in to one until a password is handed over.

    Answers their references in order. Raises Refused for a user name or collar number in use.
    """
    require(by, GRANT_ROLES.name)
    for one in people:
        _insist_rank(one.regular_rank, one.special_grade)
    names, numbers = [one.user_name for one in people], [one.collar_number for one in people]
    if Officer.objects.filter(Q(user_name__in=names) | Q(collar_number__in=numbers)).exists():
        insist(refused("A user name or collar number of these is in use."))
    unusable = make_password(None)
    opened = Officer.objects.bulk_create(
        Officer(**vars(one), password=unusable, is_demonstration=is_demonstration, enrolled_at=at) for one in people
    )
    for officer in opened:
        write(events.OFFICER_ENROLLED, record=officer.ref, words={"name": str(officer)})
    return [officer.ref for officer in opened]


@action
def leave(*, officer: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Close an account: nobody can sign in with it any more; what it did stays."""
    require(by, GRANT_ROLES.name)
    leaver = Officer.objects.select_for_update().get(pk=officer)
    if by.officer_id == leaver.pk:
        insist(refused("Nobody closes their own account. Ask another administrator."))
    leaver.grants.filter(withdrawn_at=None).update(withdrawn_by=by.ref, withdrawn_at=at)
    Officer.objects.filter(pk=officer).update(is_active=False)
    write(events.OFFICER_LEFT, record=leaver.ref)
    return leaver.ref


def _insist_rank(regular_rank: str, special_grade: str) -> None:
    if regular_rank not in REGULAR_RANKS:
        insist(refused("There is no such regular rank.", field="regular_rank"))
    if regular_rank and special_grade:
        insist(refused("A special grade is not a rank. Give one or the other.", field="special_grade"))


def _insist_free(user_name: str, collar_number: str) -> None:
    if Officer.objects.filter(user_name=user_name).exists():
        insist(refused("This user name is in use.", field="user_name"))
    if collar_number and Officer.objects.filter(collar_number=collar_number).exists():
        insist(refused("This collar number is in use.", field="collar_number"))


@action
def hand_over_password(*, officer: int, password_hash: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Give an officer a new password, already hashed; an administrator hands the words over in person."""
    require(by, GRANT_ROLES.name)
    holder = Officer.objects.select_for_update().get(pk=officer)
    if not holder.is_active:
        insist(refused("The account is closed."))
    Officer.objects.filter(pk=officer).update(password=password_hash)
    write(events.PASSWORD_HANDED_OVER, record=holder.ref)
    return holder.ref
