"""Doses of medication, force used, complaints made, interviews, and rights delayed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.arrests import Arrest
from bluelamp.custody.models.detentions import Detention


class Dose(models.Model):
    """One dose of a medicine: due, then given or refused."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="doses")
    medicine = models.CharField(max_length=120)
    dose = models.CharField(max_length=80)
    prescribed_by = models.CharField(max_length=200)
    due_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.CharField(max_length=200, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(given_at__isnull=True) | Q(refused_at__isnull=True), name="given_or_refused"
            )
        ]


class Force(models.Model):
    """One use of force on a detained person."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="force_used")
    at = models.DateTimeField()
    tactics = ArrayField(models.CharField(max_length=20))
    used_by = models.CharField(max_length=200)
    why = models.TextField()
    injury = models.CharField(max_length=10)
    injury_words = models.TextField(blank=True)


class Complaint(models.Model):
    """A complaint made in custody."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="complaints")
    made_at = models.DateTimeField()
    words = models.TextField()
    told = models.CharField(max_length=200)


class Interview(models.Model):
    """Out of the cell to be interviewed, and back; `under_caution` whether the interview took place, None: not said.

    `about`: the arrests whose offences it was about; empty for one written before that was asked.
    """

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="interviews")
    out_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    adult_here = models.BooleanField()
    interpreter_here = models.BooleanField()
    back_at = models.DateTimeField(null=True, blank=True)
    under_caution = models.BooleanField(null=True, blank=True)
    about = models.ManyToManyField(Arrest, related_name="interviews", blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention"], condition=Q(back_at__isnull=True), name="one_interview_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(back_at__isnull=True) | Q(back_at__gt=F("out_at")), name="back_after_out"
            ),
        ]


class Delay(models.Model):
    """A right delayed by an officer of rank, and its end."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="delays")
    right = models.CharField(max_length=20)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    grounds = ArrayField(models.CharField(max_length=40))
    words = models.TextField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention", "right"], condition=Q(ended_at__isnull=True), name="one_delay_of_a_right"
            )
        ]
