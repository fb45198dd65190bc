"""Visits by independent custody visitors, whom they asked to see, and what they raised."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from bluelamp.custody.models.detentions import Detention


class CustodyVisit(models.Model):
    """One visit of two visitors to a suite."""

    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="+")
    came_at = models.DateTimeField()
    visitors = ArrayField(models.CharField(max_length=100))
    raised = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    @property
    def ref(self) -> str:
        return f"custody_visit:{self.pk}"


class AskedToSee(models.Model):
    """A cell whose occupant the visitors asked to see, and that person's own answer."""

    visit = models.ForeignKey(CustodyVisit, models.PROTECT, related_name="asked")
    detention = models.ForeignKey(Detention, models.PROTECT, related_name="+")
    cell_number = models.CharField(max_length=10)
    consented = models.BooleanField()
