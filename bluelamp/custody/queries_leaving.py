"""Reading what leaving needs: the last assessment, the notice made, a death referred; papers and copies of a record."""

from django.db.models import QuerySet

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.models import CopyRequest, Detention, Paper, PreRelease, Referral
from bluelamp.custody.rules.referral import Harm

_ASSESSMENT = Compiled(
    lambda: PreRelease.objects.filter(detention=Given("detention")).select_related("officer").order_by("-at", "-pk")[:1]
)


def assessment_of(detention: Detention) -> PreRelease | None:
    """The last risk assessment before release; None where there is none."""
    return _ASSESSMENT.first(detention=detention.pk)


def notice_made(detention: Detention) -> bool:
    """Whether the notice of no further action was made for the person."""
    return Paper.objects.filter(detention=detention, kind=Paper.Kind.NO_FURTHER_ACTION).exists()


def death_referred(detention: Detention) -> bool:
    """Whether a death is written as one that must be referred; the referral itself is owed by its own time."""
    return Referral.objects.filter(detention=detention, harm=Harm.DEATH).exists()


def papers_of(detention: Detention) -> QuerySet[Paper]:
    """Every paper made of a record, newest first."""
    return Paper.objects.filter(detention=detention).select_related("officer").order_by("-made_at", "-pk")


def copies_of(detention: Detention) -> QuerySet[CopyRequest]:
    """Every copy asked for, newest first."""
    return CopyRequest.objects.filter(detention=detention).select_related("asked_of").order_by("-asked_at", "-pk")


def referrals_of(detention: Detention) -> QuerySet[Referral]:
    """Every referral of a record, newest first."""
    found = Referral.objects.filter(detention=detention)
    return found.select_related("opened_by", "referred_by", "unfrozen_by").order_by("-opened_at", "-pk")
