"""The case: one number, its charges and hearings."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from bluelamp.cases.rules.court_news import Earlier, News, Outcome


def _choices(of: Iterable[Any]) -> list[tuple[str, str]]:
    return [(one.value, one.words) for one in of]


class CaseFile(models.Model):
    """One case against one detained person, so far."""

    detention = models.ForeignKey("custody.Detention", models.PROTECT, null=True, blank=True, related_name="cases")
    crime = models.ForeignKey("crimes.Crime", models.PROTECT, null=True, blank=True, related_name="cases")
    opened_at = models.DateTimeField()

    @property
    def ref(self) -> str:
        return f"case:{self.pk}"


class Charge(models.Model):
    """One charge, decided by the police or by a prosecutor."""

    class DecidedBy(models.TextChoices):
        POLICE = "police", "the police"
        PROSECUTOR = "prosecutor", "a prosecutor"

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="charges")
    offence_code = models.CharField(max_length=12)
    offence_words = models.CharField(max_length=200)
    charged_at = models.DateTimeField()
    charged_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.CharField(max_length=10, choices=DecidedBy.choices)
    prosecutor_reference = models.CharField(max_length=60, blank=True)
    kept_in_custody = models.BooleanField(default=False)


class Hearing(models.Model):
    """One hearing; the first has the last day that the rule works out, the others what the court set."""

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="hearings")
    court = models.CharField(max_length=80)
    on = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()


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
