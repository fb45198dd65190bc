"""What was worked: tours booked on and off. The database holds that nobody is on two tours at once."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models


class Tour(models.Model):
    """One stretch of duty, or of being on call, of one officer for one team.

    It ends when the duty does, unless the officer books off at another time: `minutes_over` after the duty's end.
    """

    class Kind(models.TextChoices):
        DUTY = "duty", "On duty"
        ON_CALL = "on_call", "On call"

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="tours")
    team = models.ForeignKey("places.Team", models.PROTECT, related_name="tours")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    during = DateTimeRangeField()
    booked_off_at = models.DateTimeField(null=True, blank=True)
    minutes_over = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_tour_at_a_time",
                expressions=[("officer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            )
        ]
        indexes = [models.Index(fields=["team", "kind"], name="tour_by_team")]

    @property
    def ref(self) -> str:
        return f"tour:{self.pk}"
