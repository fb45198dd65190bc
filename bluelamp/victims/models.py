"""Victims of an incident or crime, what they need, and every attempt to tell them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Victim(models.Model):
    """One person as the victim of one incident. A role in this case, never a mark on the person."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="victim_of")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="victims")
    crime = models.ForeignKey("crimes.Crime", models.PROTECT, null=True, blank=True, related_name="victims")
    enhanced = models.BooleanField(default=False)
    enhanced_because = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    domestic = models.BooleanField(default=False)
    needs = models.TextField(blank=True)
    code_edition = models.CharField(max_length=20, default="2021")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    views_on_bail = models.TextField(blank=True)
    views_asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "incident"], name="one_victim_row_per_incident")]

    @property
    def ref(self) -> str:
        return f"victim:{self.pk}"


class Attempt(models.Model):
    """One attempt to tell a victim of one step; only a victim reached keeps the promise (V4)."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="attempts")
    step = models.CharField(max_length=40)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(max_length=20)
    result = models.CharField(max_length=20)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["victim", "step"], name="attempts_by_step")]


class Telling(models.Model):
    """One step a victim is owed word of: what happened, when, and by when they are told."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="tellings")
    step = models.CharField(max_length=40)
    happened_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    opted_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["victim", "step", "happened_at"], name="one_telling_per_happening")
        ]
