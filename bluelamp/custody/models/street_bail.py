"""Bail granted elsewhere than at a police station (P6)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.arrests import Arrest


class StreetBail(models.Model):
    """Released on bail on the street after arrest: who authorised it, why, and what the written notice says."""

    class Views(models.TextChoices):
        SOUGHT = "sought", "Asked"
        NOT_PRACTICABLE = "not_practicable", "Could not be asked in time"
        NO_VICTIM = "none", "There is no victim"

    arrest = models.OneToOneField(Arrest, models.PROTECT, related_name="street_bail")
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    authorised_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    authorised_at = models.DateTimeField()
    factors = ArrayField(models.CharField(max_length=40))
    why = models.TextField()
    conditions = models.TextField(blank=True)
    conditions_why = models.TextField(blank=True)
    victim_views = models.CharField(max_length=16, choices=Views.choices)
    victim_words = models.TextField(blank=True)
    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="street_bails")
    answer_at = models.DateTimeField()
    ends_on = models.DateField()
    notice_given_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(authorised_at__lte=F("granted_at")), name="street_bail_authorised_first"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(called_off_at__isnull=True),
                name="street_bail_answered_or_called_off",
            ),
        ]

    @property
    def open(self) -> bool:
        """Still to be answered."""
        return self.answered_at is None and self.called_off_at is None
