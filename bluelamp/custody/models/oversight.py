"""Force used in custody, and visits by independent custody visitors."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Force(models.Model):
    """Force used on a detained person, by whom and why (P34)."""

    detention = models.ForeignKey("custody.Detention", models.PROTECT, related_name="force")
    used_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    tactics = ArrayField(models.CharField(max_length=30))
    why = models.TextField()
    injury = models.CharField(max_length=10)
    injury_words = models.TextField(blank=True)


class CustodyVisit(models.Model):
    """One visit of independent custody visitors to a suite: whom they asked to see, by cell, and what they raised."""

    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="custody_visits")
    came_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    visitors = ArrayField(models.CharField(max_length=80))
    received_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    seen = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    declined = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    raised = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    @property
    def ref(self) -> str:
        return f"custody_visit:{self.pk}"
