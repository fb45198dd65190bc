"""Referrals to support services: those that left by an agreement, and those that an officer made by phone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.insight.rules.served import OTHERS_OF_SERVICES, TOO_FEW_EACH
from bluelamp.insight.rules.shares import Share, counted
from bluelamp.insight.rules.suppressing import SMALLEST
from bluelamp.partners.models import Share as PartnerShare
from bluelamp.victims.models import Referral

SUPPORT = ("victim_support", "domestic_abuse")


@dataclass(frozen=True, kw_only=True)
class Referrals:
    """Referrals of the period: answered, accepted, and the victim reached, each of those made; `by_phone` of them."""

    answered: Share
    accepted: Share
    reached: Share
    by_phone: int


@dataclass(frozen=True, kw_only=True)
class ReferredTo:
    """One support service: how many were referred to it, and reached by it. `hidden`: why there are no figures."""

    name: str
    reached: Share
    accepted: Share
    by_phone: int = 0
    hidden: str = ""


@dataclass(frozen=True, kw_only=True)
class One:
    """One referral, however it was made."""

    service: str
    by_phone: bool
    answered: bool
    accepted: bool
    reached: bool


def made(since: datetime, until: datetime) -> list[One]:
    """Every referral of the period; two statements. One that left by an agreement is counted by what the body said."""
    shares = PartnerShare.objects.filter(
        agreement__purpose__in=SUPPORT, sent_at__gte=since, sent_at__lt=until, taken_back_at=None
    ).select_related("partner").defer("held")  # fmt: skip
    phoned = Referral.objects.filter(asked_at__gte=since, asked_at__lt=until, share="")
    return [
        *(
            One(
                service=one.partner.name,
                by_phone=False,
                answered=bool(one.accepted_at or one.declined_at),
                accepted=one.accepted_at is not None,
                reached=one.reached_at is not None,
            )
            for one in shares
        ),
        *(
            One(
                service=one.service.strip(),
                by_phone=True,
                answered=one.answer != Referral.Answered.WAITING,
                accepted=one.answer == Referral.Answered.ACCEPTED,
                reached=one.reached_at is not None,
            )
            for one in phoned
        ),
    ]


def referrals(since: datetime, until: datetime) -> Referrals:
    """All of them together."""
    found = made(since, until)
    return Referrals(
        answered=counted([one.answered for one in found]),
        accepted=counted([one.accepted for one in found]),
        reached=counted([one.reached for one in found]),
        by_phone=sum(one.by_phone for one in found),
    )


def services(since: datetime, until: datetime) -> list[ReferredTo]:
    """By service, the largest first; the same name in other letters is the same service."""
    return by_service(made(since, until))


def by_service(found: Sequence[One]) -> list[ReferredTo]:
    """A row for each service with five referrals or more. The rest is one row, without names or figures: a service for
    few people tells who they are. Where the rest is fewer than five, the smallest of the others joins it."""
    groups: dict[str, list[One]] = defaultdict(list)
    for one in found:
        groups[one.service.casefold()].append(one)
    rows = sorted(groups.values(), key=lambda each: (-len(each), each[0].service))
    told = [each for each in rows if len(each) >= SMALLEST]
    rest = [each for each in rows if len(each) < SMALLEST]
    if told and 0 < sum(len(each) for each in rest) < SMALLEST:
        rest.append(told.pop())
    others = ReferredTo(name=OTHERS_OF_SERVICES, reached=Share(), accepted=Share(), hidden=TOO_FEW_EACH)
    return [*(_row(each) for each in told), *([others] if rest else [])]


def _row(each: Sequence[One]) -> ReferredTo:
    return ReferredTo(
        name=each[0].service,
        reached=counted([one.reached for one in each]),
        accepted=counted([one.accepted for one in each]),
        by_phone=sum(one.by_phone for one in each),
    )
