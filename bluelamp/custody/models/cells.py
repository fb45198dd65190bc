"""Who is in which cell, and when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models

from bluelamp.custody.models.detentions import Detention


class CellStay(models.Model):
    """A detained person in a cell. The database holds: one stay per cell and per person at a time (P30)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="stays")
    cell = models.ForeignKey("places.Cell", models.PROTECT, related_name="stays")
    during = DateTimeRangeField()
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_person_per_cell",
                expressions=[("cell", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="one_cell_per_person",
                expressions=[("detention", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
        ]
