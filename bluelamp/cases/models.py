"""The case: one number, its charges and hearings."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q

from bluelamp.cases.rules.court_news import Earlier, News, Outcome


def _choices(of: Iterable[Any]) -> list[tuple[str, str]]:
    return [(one.value, one.words) for one in of]


class CaseFile(models.Model):
    """One case against one person, begun by a charge in custody or by a requisition; `officer` is whose it is."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="cases")
    detention = models.ForeignKey("custody.Detention", models.PROTECT, null=True, blank=True, related_name="cases")
    crime = models.ForeignKey("crimes.Crime", models.PROTECT, null=True, blank=True, related_name="cases")
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField()

    @property
    def ref(self) -> str:
        return f"case:{self.pk}"

    @property
    def incident_id(self) -> int | None:
        """The incident it is about: of its crime, else of the arrest."""
        if self.crime:
            return self.crime.incident_id
        return self.detention.arrest.incident_id if self.detention and self.detention.arrest else None


class Requisition(models.Model):
    """A written charge sent with a requisition to somebody who is not held: when, and from when it is taken as had."""

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="requisitions")
    sent_on = models.DateField()
    served_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(served_on__gt=F("sent_on")), name="served_after_sent"),
        ]


class Charge(models.Model):
    """One charge, decided by the police or by a prosecutor. It falls with the requisition that it was sent by."""

    class DecidedBy(models.TextChoices):
        POLICE = "police", "the police"
        PROSECUTOR = "prosecutor", "a prosecutor"

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="charges")
    crime = models.ForeignKey("crimes.Crime", models.PROTECT, null=True, blank=True, related_name="charges")
    requisition = models.ForeignKey(Requisition, models.PROTECT, null=True, blank=True, related_name="charges")
    offence_code = models.CharField(max_length=12)
    offence_words = models.CharField(max_length=200)
    charged_at = models.DateTimeField()
    charged_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.CharField(max_length=10, choices=DecidedBy.choices)
    prosecutor_reference = models.CharField(max_length=60, blank=True)
    kept_in_custody = models.BooleanField(default=False)

    @property
    def stands(self) -> bool:
        """Whether it is still before the court or on its way there."""
        return self.requisition is None or self.requisition.withdrawn_at is None


class Hearing(models.Model):
    """One hearing; the first has the last day that the rule works out, the others what the court set.

    `trial`: whether it is the trial; None where that was not said or is not known.
    """

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="hearings")
    court = models.CharField(max_length=80)
    on = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()
    trial = models.BooleanField(null=True)


class CourtNews(models.Model):
    """What a court did, as the police had it: `on` the court's day, `received_at` from when we owe word of it."""

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="news")
    news = models.CharField(max_length=16, choices=_choices(News))
    outcome = models.CharField(max_length=16, choices=_choices(Outcome), blank=True)
    court = models.CharField(max_length=80)
    on = models.DateField()
    received_at = models.DateTimeField()
    words = models.TextField()
    hearing = models.ForeignKey(Hearing, models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")

    def as_earlier(self) -> Earlier:
        """As the rule takes it."""
        return Earlier(news=News(self.news), on=self.on, outcome=Outcome(self.outcome) if self.outcome else None)
