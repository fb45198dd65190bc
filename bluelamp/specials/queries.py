"""Reading specials: records with their standing, what is worked and offered, events, claims."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, QuerySet

from bluelamp.access.models import Officer
from bluelamp.access.queries import officers
from bluelamp.deadlines.instants import as_local, local_day, start_of_day
from bluelamp.deadlines.months import end_of_day
from bluelamp.duty.models import OfferedHours, OfficerSkill, Tour
from bluelamp.duty.queries import patrol_steps, skills_of
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.models import Claim, Occasion, Signature, SignUp, Special, Training
from bluelamp.specials.rules import deployment, hours, pathway
from bluelamp.specials.rules.rank import Holder


@dataclass(frozen=True, kw_only=True)
class Stands:
    """One special with where they stand, what is next and since when it waits."""

    special: Special
    standing: pathway.Standing
    stage: pathway.Stage
    next: tuple[pathway.Step, ...]
    since: datetime


def specials(*, ended: bool = False) -> QuerySet[Special]:
    """Records with signatures, officer and tutor; those that ended only where asked for."""
    signed = Prefetch("signatures", Signature.objects.select_related("signed_by"))
    found = Special.objects.select_related("officer", "tutor").prefetch_related(signed)
    return found.order_by("applied_at", "pk") if ended else found.filter(ended_at=None).order_by("applied_at", "pk")


def stands(found: Iterable[Special], at: datetime) -> list[Stands]:
    """Each with where it stands at `at`; one statement for the training of all."""
    listed = list(found)
    trained = trained_officers([one.officer_id for one in listed if one.officer_id], on=local_day(at))
    return [_stands(one, trained=one.officer_id in trained) for one in listed]


def _stands(special: Special, *, trained: bool) -> Stands:
    standing = special.standing(trained=trained)
    return Stands(
        special=special,
        standing=standing,
        stage=pathway.stage(standing),
        next=pathway.next_steps(standing, steps_of(special)),
        since=pathway.waiting_since(standing),
    )


def one_stands(pk: int, at: datetime) -> Stands | None:
    """One record, whether it ended or not."""
    return next(iter(stands(specials(ended=True).filter(pk=pk), at)), None)


def steps_of(special: Special) -> tuple[pathway.Step, ...]:
    """The ladder of the programme that ran on the day of the application."""
    return pathway.ladder(law_of("specials"), on=local_day(special.applied_at))


def special_of(officer: int | None) -> Special | None:
    """The record of an officer who is a special."""
    return specials(ended=True).filter(officer_id=officer).first() if officer else None


def trained_officers(numbers: Sequence[int], *, on: date) -> frozenset[int]:
    """Those whose officer safety and first aid training both hold on the day."""
    held = skills_of(numbers, on=on) if numbers else {}
    return frozenset(
        number for number, skills in held.items() if {deployment.SAFETY, deployment.FIRST_AID} <= skills
    )  # fmt: skip


def training_until(officer: int | None) -> dict[str, date | None]:
    """The last day of each skill of an officer, None for one that does not run out; absent where never given."""
    if officer is None:
        return {}
    return dict(OfficerSkill.objects.filter(officer_id=officer).values_list("skill", "expires"))


def going(special: Special, *, beside: str = "") -> deployment.Going:
    """A special as the rule of deployment takes them."""
    until = training_until(special.officer_id)
    status = patrol_steps([special.officer_id]).get(special.officer_id, "") if special.officer_id else ""
    return deployment.Going(
        name=str(special),
        status=status,
        safety_until=until.get(deployment.SAFETY),
        first_aid_until=until.get(deployment.FIRST_AID),
        safety_held=deployment.SAFETY in until,
        first_aid_held=deployment.FIRST_AID in until,
        beside=beside,
    )


def work(occasion: Occasion) -> deployment.Work:
    """An event as the rule of deployment takes it."""
    on = as_local(occasion.during.lower).date()
    return deployment.Work(on=on, supervised=occasion.supervised, training=occasion.training)


def possible_tutors(at: datetime) -> list[Officer]:
    """Regular officers who hold the tutor skill today."""
    regular = list(officers().filter(is_active=True).exclude(regular_rank=""))
    held = skills_of([one.pk for one in regular], on=local_day(at))
    return [one for one in regular if deployment.may_tutor(holder=holder(one),
                                                           skills=held.get(one.pk, frozenset())).allowed]  # fmt: skip


def experienced() -> list[Officer]:
    """Everyone who may go beside an accompanied special: regular officers and independent specials."""
    active = list(officers().filter(is_active=True, is_partner=False))
    steps = patrol_steps([one.pk for one in active])
    return [one for one in active
            if deployment.may_go_beside(holder=holder(one), status=steps.get(one.pk, "")).allowed]  # fmt: skip


def accounts_free() -> list[Officer]:
    """Enrolled special constables whose account no record names yet."""
    found = officers().filter(is_active=True, regular_rank="", special=None)
    return [one for one in found if "special_constable" in one.role_keys]  # type: ignore[attr-defined]


def holder(officer: Officer) -> Holder:
    return Holder(regular_rank=officer.regular_rank, special_grade=officer.special_grade)


def duty_of(numbers: Iterable[int], *, since: datetime, until: datetime) -> dict[int, list[hours.Stretch]]:
    """Duty booked on and off in the span, by officer; a tour that still runs counts up to `until`."""
    found: dict[int, list[hours.Stretch]] = defaultdict(list)
    tours = Tour.objects.filter(
        officer_id__in=list(numbers), kind=Tour.Kind.DUTY, during__overlap=(since, until)
    ).values_list("officer_id", "during")
    for officer, during in tours:
        found[officer].append(hours.Stretch(start=during.lower, end=min(during.upper, until)))
    return found


def training_of(numbers: Iterable[int], *, since: datetime, until: datetime) -> dict[int, list[hours.Stretch]]:
    """Training given that was not booked on, by officer."""
    found: dict[int, list[hours.Stretch]] = defaultdict(list)
    rows = Training.objects.filter(officer_id__in=list(numbers), during__overlap=(since, until))
    for officer, during in rows.values_list("officer_id", "during"):
        found[officer].append(hours.Stretch(start=during.lower, end=during.upper))
    return found


def served_on(officer: int, day: date, at: datetime) -> timedelta:
    """Time of duty and training that began on one local day, past midnight too, nothing counted twice."""
    since, until = start_of_day(day), end_of_day(day + timedelta(days=1))
    duty = duty_of([officer], since=since, until=max(min(until, at), since))
    training = training_of([officer], since=since, until=until)
    began = [one for one in (*duty[officer], *training[officer]) if local_day(one.start) == day]
    return hours.total(began)


def months_of(numbers: Sequence[int], firsts: Sequence[date], at: datetime) -> dict[int, list[hours.Month]]:
    """The sums of each month for each officer, in the order of `firsts`; three statements."""
    spans = [hours.month_of(first) for first in firsts]
    since, until = min(one.start for one in spans), min(max(one.end for one in spans), at)
    duty = duty_of(numbers, since=since, until=until)
    training = training_of(numbers, since=since, until=until)
    offers: dict[int, list[OfferedHours]] = defaultdict(list)
    for offer in OfferedHours.objects.filter(
        officer_id__in=list(numbers), withdrawn_at=None, during__overlap=(since, max(one.end for one in spans))
    ):
        offers[offer.officer_id].append(offer)
    return {
        number: [
            hours.month(
                first=first,
                offered=[_stretch(one) for one in offers[number]],
                duty=duty[number],
                training=training[number],
                employer=[_stretch(one) for one in offers[number] if one.employer],
            )
            for first in firsts
        ]
        for number in numbers
    }


def _stretch(offer: OfferedHours) -> hours.Stretch:
    return hours.Stretch(start=offer.during.lower, end=offer.during.upper)


def offers_ahead(officer: int, at: datetime) -> QuerySet[OfferedHours]:
    """Hours offered that have not ended, soonest first."""
    return OfferedHours.objects.filter(officer_id=officer, withdrawn_at=None, during__endswith__gt=at).order_by(
        "during"
    )


def occasions_ahead(at: datetime) -> QuerySet[Occasion]:
    """Events that have not ended and were not cancelled, soonest first, with who is down for them."""
    down = SignUp.objects.filter(withdrawn_at=None).select_related("special__officer", "beside")
    found = Occasion.objects.filter(cancelled_at=None, during__endswith__gt=at)
    return found.prefetch_related(Prefetch("sign_ups", down, to_attr="down")).order_by("during")


def claims(*states: str) -> QuerySet[Claim]:
    """Claims in these states, the oldest first."""
    found = Claim.objects.select_related("special__officer", "decided_by")
    return (found.filter(state__in=states) if states else found).order_by("on", "pk")
