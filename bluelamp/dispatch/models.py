"""Units, their crews and their assignments. The database holds: one live assignment per unit, nobody in two units."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from bluelamp.dispatch.rules.unit_status import Status

STATUSES = [(status.value, status.words) for status in Status]


class Unit(models.Model):
    """A car, a foot patrol or an on-call desk with a call sign."""

    call_sign = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=20)
    team = models.ForeignKey("places.Team", models.PROTECT, null=True, blank=True, related_name="units")
    settlement = models.CharField(max_length=40, blank=True)
    base_lon = models.FloatField()
    base_lat = models.FloatField()
    lon = models.FloatField()
    lat = models.FloatField()
    positioned_at = models.DateTimeField()
    status = models.CharField(max_length=16, choices=STATUSES, default=Status.OFF_DUTY)
    status_since = models.DateTimeField()
    status_words = models.CharField(max_length=120, blank=True)

    @property
    def ref(self) -> str:
        return f"unit:{self.pk}"


class UnitCrew(models.Model):
    """One officer in one unit for a stretch of time."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="crew")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="crewed")
    during = DateTimeRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="nobody_in_two_units",
                expressions=[("officer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            )
        ]


class Assignment(models.Model):
    """A unit's work at one incident, with every status time."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="assignments")
    assigned_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    en_route_at = models.DateTimeField(null=True, blank=True)
    at_scene_at = models.DateTimeField(null=True, blank=True)
    clear_at = models.DateTimeField(null=True, blank=True)
    from_lon = models.FloatField()
    from_lat = models.FloatField()
    drive_seconds_expected = models.PositiveIntegerField()
    advice_rank = models.PositiveSmallIntegerField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(clear_at__isnull=True), name="one_live_assignment_per_unit"
            ),
            models.CheckConstraint(
                condition=Q(en_route_at__isnull=True) | Q(en_route_at__gte=F("assigned_at")),
                name="en_route_after_assigned",
            ),
            models.CheckConstraint(
                condition=Q(at_scene_at__isnull=True) | Q(at_scene_at__gte=F("assigned_at")),
                name="at_scene_after_assigned",
            ),
        ]
        indexes = [models.Index(fields=["incident"], name="assignments_by_incident")]

    @property
    def ref(self) -> str:
        return f"assignment:{self.pk}"
