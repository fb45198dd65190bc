"""The case: one number, its charges and hearings."""

from django.db import models


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
    """One hearing; the first is due by a day the rule works out."""

    case = models.ForeignKey(CaseFile, models.PROTECT, related_name="hearings")
    court = models.CharField(max_length=80)
    on = models.DateField()
    last_day = models.DateField()
    set_at = models.DateTimeField()
