"""Skills, patrol status and tours. The database holds that nobody is on two tours at once."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models


class OfficerSkill(models.Model):
    """One skill of one officer, such as `response_driver`, until it runs out."""

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="skills")
    skill = models.CharField(max_length=40)
    expires = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "skill"], name="one_row_per_skill")]


class PatrolStatus(models.Model):
    """How far a special constable may patrol: accompanied, directed or independent (S3)."""

    class Step(models.TextChoices):
        ACCOMPANIED = "accompanied", "Accompanied patrol"
        DIRECTED = "directed", "Directed patrol"
        INDEPENDENT = "independent", "Independent patrol"

    officer = models.OneToOneField("access.Officer", models.PROTECT, related_name="patrol_status")
    step = models.CharField(max_length=12, choices=Step.choices)
    since = models.DateField()


class Tour(models.Model):
    """One stretch of duty, or of being on call, of one officer for one team."""

    class Kind(models.TextChoices):
        DUTY = "duty", "On duty"
        ON_CALL = "on_call", "On call"

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="tours")
    team = models.ForeignKey("places.Team", models.PROTECT, related_name="tours")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    during = DateTimeRangeField()

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
