"""Who is responsible for a person under arrest, from the arrest to leaving (P8)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from bluelamp.custody.models.arrests import Arrest
from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.custody_of import Stretch


class CustodyOf(models.Model):
    """One stretch of time in one officer's custody. The database holds: never two at a time (PACE s.39)."""

    class Kind(models.TextChoices):
        ARRESTING = "arresting_officer", "The arresting officer"
        ESCORT = "escort", "An escort"
        CUSTODY = "custody_officer", "The custody officer"
        INTERVIEWER = "interviewer", "An interviewing officer"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="custody_of")
    arrest = models.ForeignKey(Arrest, models.PROTECT, null=True, blank=True, related_name="custody_of")
    detention = models.ForeignKey(Detention, models.PROTECT, null=True, blank=True, related_name="custody_of")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    suite = models.ForeignKey("places.Suite", models.PROTECT, null=True, blank=True, related_name="+")
    who_words = models.CharField(max_length=120, blank=True)
    why = models.TextField(blank=True)
    during = DateTimeRangeField()
    complied = models.BooleanField(null=True)
    report = models.TextField(blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="in_one_custody_at_a_time",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(officer__isnull=False) | Q(suite__isnull=False) | ~Q(who_words=""),
                name="custody_of_somebody",
            ),
        ]
        indexes = [models.Index(fields=["detention"], name="custody_of_by_detention")]

    @property
    def whose(self) -> str:
        """The officer, or the desk of the suite until one is named, or the escort's own name."""
        if self.officer:
            return str(self.officer)
        return self.who_words or (f"Custody officer on duty, {self.suite.name}" if self.suite else "")

    def as_facts(self) -> Stretch:
        """The stretch as the rule takes it."""
        return Stretch(who=self.whose, began_at=self.during.lower, ended_at=self.during.upper)
