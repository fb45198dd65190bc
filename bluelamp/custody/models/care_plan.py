"""The care plan: an observation level from an instant on, and why; a change is a new plan (P26, P27)."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention


class CarePlan(models.Model):
    """One plan; the newest is in force."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="care_plans")
    set_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    plan_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    must_rouse = models.BooleanField(default=False)
    why = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(level__range=(1, 4)), name="care_plan_level_1_to_4")]
