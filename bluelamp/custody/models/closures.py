"""Closures of cells that are planned ahead."""

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.db.models import Q


class PlannedClosure(models.Model):
    """Cells of one suite, by number, that are to be out of use from one time to another.

    `during` has no end while nobody knows it. It closes nothing by itself: a custody officer closes the cells, with
    everyone inside moved, or calls the plan off.
    """

    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="planned_closures")
    numbers = ArrayField(models.CharField(max_length=8))
    during = DateTimeRangeField()
    why = models.CharField(max_length=120)
    planned_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="planned_closure_says_why"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(called_off_at__isnull=True),
                name="planned_closure_done_or_called_off",
            ),
        ]
        indexes = [
            models.Index(
                fields=["suite"], condition=Q(closed_at__isnull=True, called_off_at__isnull=True), name="closures_ahead"
            )
        ]
