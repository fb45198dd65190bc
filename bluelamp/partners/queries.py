"""Reading: partner bodies, what may be shared with each, shares and how they stand, links and visits."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from bluelamp.deadlines.instants import local_day
from bluelamp.partners.models import Agreement, Link, Said, Share, WebhookKey
from bluelamp.partners.rules import agreement, link
from bluelamp.partners.rules.fields import Purpose
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import PartnerBody
from bluelamp.verdict import Verdict, refused

OPEN = Q(taken_back_at=None, declined_at=None) & (Q(accepted_at=None) | Q(follow="reached", reached_at=None))
UNMET = Q(taken_back_at=None, another_way_at=None, declined_at__isnull=False)


@dataclass(frozen=True, kw_only=True)
class Body:
    """One partner body with its agreements in force and how many shares wait for it."""

    partner: PartnerBody
    purposes: tuple[str, ...]
    next_end: date | None
    open: int
    unmet: int


def bodies(at: datetime) -> list[Body]:
    """Every body of the borough, in its order; three statements."""
    on = local_day(at)
    running = _running(Agreement.objects.all(), on)
    purposes: dict[int, list[Agreement]] = {}
    for one in running:
        purposes.setdefault(one.partner_id, []).append(one)
    counted = Share.objects.values_list("partner").annotate(open=Count("pk", OPEN), unmet=Count("pk", UNMET))
    counts = {partner: (waiting, unmet) for partner, waiting, unmet in counted.order_by()}
    return [_body(one, purposes.get(one.pk, []), counts.get(one.pk, (0, 0))) for one in PartnerBody.objects.all()]


def _body(partner: PartnerBody, running: list[Agreement], counts: tuple[int, int]) -> Body:
    words = tuple(dict.fromkeys(Purpose(one.purpose).words for one in running))
    ends = min((one.ends for one in running), default=None)
    return Body(partner=partner, purposes=words, next_end=ends, open=counts[0], unmet=counts[1])


def body(key: str) -> PartnerBody | None:
    """The partner body of that key."""
    return PartnerBody.objects.filter(key=key).first()


def agreements_with(partner: int) -> QuerySet[Agreement]:
    """Every agreement with a body, those that run out last first within a purpose."""
    return Agreement.objects.filter(partner=partner).select_related("partner", "signed_for_us")


def may_share(partner: str, purpose: str, fields: Collection[str], *, at: datetime) -> Verdict:
    """Whether these fields may be shared with the body of this key now, in words; for offers and forms."""
    found = body(partner)
    if found is None:
        return refused("There is no such partner body.", field="partner")
    known = [one.agreed() for one in agreements_with(found.pk)]
    return agreement.may_share(known, partner=found.name, purpose=purpose, fields=fields, on=local_day(at))


def fields_agreed(partner: str, purpose: str, *, at: datetime) -> frozenset[str]:
    """The fields that may leave to this body for this purpose now, by the widest agreement; empty where there is none.

    For whoever fills them in: what is not here is never gathered.
    """
    known = [one.agreed() for one in Agreement.objects.filter(partner__key=partner, purpose=purpose)]
    running = [one.fields for one in known if one.in_force(local_day(at))]
    return max(running, key=len, default=frozenset())


def bodies_for(purpose: str, *, at: datetime) -> list[PartnerBody]:
    """Bodies with an agreement in force for this purpose."""
    running = _running(Agreement.objects.filter(purpose=purpose), local_day(at))
    return list(PartnerBody.objects.filter(pk__in=running.values("partner")))


def _running(found: QuerySet[Agreement], on: date) -> QuerySet[Agreement]:
    return found.filter(ended_at=None, begins__lte=on, ends__gte=on)


def share(number: int) -> Share | None:
    """One share with its body, agreement and owner."""
    return Share.objects.select_related("partner", "agreement", "owner").filter(pk=number).first()


def shares_of(records: Iterable[str]) -> QuerySet[Share]:
    """What was shared from or about these records, newest first: for the pages of other domains."""
    listed = list(records)
    found = Share.objects.select_related("partner", "agreement").filter(Q(record__in=listed) | Q(about__overlap=listed))
    return found.defer("held").order_by("-sent_at")


def shares_with(partner: int, *, open_only: bool = False) -> QuerySet[Share]:
    """What was shared with a body, newest first; `open_only`: what still waits for it or for another way."""
    found = Share.objects.select_related("partner", "agreement").filter(partner=partner).defer("held")
    return (found.filter(OPEN | UNMET) if open_only else found).order_by("-sent_at")


def said(number: int) -> QuerySet[Said]:
    """What the partner answered to a share, newest first."""
    return Said.objects.filter(share=number)


def most_tries(at: datetime) -> int:
    """How many wrong codes a link takes."""
    return law_of("partners").value("partners.link_tries", on=local_day(at)).number


def living_link(token: str, *, at: datetime) -> Link | None:
    """The link of this token, if the right code could still open it."""
    found = Link.objects.filter(token_hash=link.token_hash(token)).first()
    return found if found and link.is_alive(found.facts(), at=at, most_tries=most_tries(at)) else None


def visited(visit: str, *, at: datetime) -> Share | None:
    """The share that a partner has open by the secret of their visit; None once it ended or was taken back."""
    hashed = link.token_hash(visit)
    found = Link.objects.filter(visit_hash=hashed, visit_ends_at__gt=at, taken_back_at=None).first() if visit else None
    opened = share(found.share_id) if found else None
    return opened if opened and opened.taken_back_at is None and opened.erased_at is None else None


def links_alive(number: int, *, at: datetime) -> int:
    """How many links to a share could still be opened."""
    tries = most_tries(at)
    return Link.objects.filter(
        share=number, used_at=None, taken_back_at=None, tries__lt=tries, expires_at__gt=at
    ).count()  # fmt: skip


def webhook_key(seed: str) -> WebhookKey | None:
    """A key for signed answers that has not ended."""
    return WebhookKey.objects.select_related("partner").filter(seed=seed, ended_at=None).first()


def partner_names(numbers: Collection[int]) -> Mapping[str, str]:
    """Names of bodies by reference ("partner:3"); one statement."""
    found = PartnerBody.objects.filter(pk__in=list(numbers)) if numbers else ()
    return {f"partner:{one.pk}": one.name for one in found}
