"""Who is in which cell, and when; two together only under one joint assessment; who is kept apart; cells closed."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from bluelamp.custody.models.detentions import Detention

MOST_IN_A_CELL = 2


class JointAssessment(models.Model):
    """An inspector's authority for two named people to share one cell, with the risk of each to the other."""

    cell = models.ForeignKey("places.Cell", models.PROTECT, related_name="assessments")
    host = models.ForeignKey(Detention, models.PROTECT, related_name="+")
    guest = models.ForeignKey(Detention, models.PROTECT, related_name="+")
    words = models.TextField()
    authorised_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    authorised_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(host=F("guest")), name="two_people_share"),
            models.CheckConstraint(condition=~Q(words=""), name="sharing_is_assessed_in_words"),
            models.UniqueConstraint(fields=["id", "cell"], name="assessment_of_one_cell"),
        ]


class CellStay(models.Model):
    """A detained person in a cell. The database holds: one stay per cell and per person at a time (P30).

    Stays of one cell overlap only under the same joint assessment, which is of that very cell, each in a place of
    its own: a stay without one differs from every other.
    """

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="stays")
    cell = models.ForeignKey("places.Cell", models.PROTECT, related_name="stays")
    during = DateTimeRangeField()
    why = models.TextField(blank=True)
    place = models.PositiveSmallIntegerField(default=1)
    sharing = models.ForeignKey(JointAssessment, models.PROTECT, null=True, blank=True, related_name="stays")

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_person_per_cell",
                expressions=[
                    ("cell", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                    (Coalesce(F("sharing"), -F("id")), RangeOperators.NOT_EQUAL),
                ],
            ),
            ExclusionConstraint(
                name="one_person_per_place",
                expressions=[
                    ("cell", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="one_cell_per_person",
                expressions=[("detention", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(place=1) | Q(place=MOST_IN_A_CELL, sharing__isnull=False), name="second_place_is_assessed"
            ),
        ]
        indexes = [models.Index(fields=["cell"], condition=Q(during__upper_inf=True), name="in_a_cell_now")]


class KeptApart(models.Model):
    """Two people flagged to share no cell and stand in none beside the other: accused together, or a witness."""

    class Why(models.TextChoices):
        CO_ACCUSED = "co_accused", "Accused together"
        WITNESS = "witness", "One is a witness against the other"
        THREAT = "threat", "A threat or a fight between them"

    first = models.ForeignKey(Detention, models.PROTECT, related_name="kept_apart_first")
    second = models.ForeignKey(Detention, models.PROTECT, related_name="kept_apart_second")
    why = models.CharField(max_length=10, choices=Why.choices)
    words = models.TextField(blank=True)
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="kept_apart_in_order"),
            models.UniqueConstraint(
                fields=["first", "second"], condition=Q(ended_at__isnull=True), name="kept_apart_once"
            ),
        ]


class CellClosure(models.Model):
    """A cell out of use: since when, why, and until when that is expected to last."""

    cell = models.ForeignKey("places.Cell", models.PROTECT, related_name="closures")
    closed_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=120)
    closed_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cell"], condition=Q(reopened_at__isnull=True), name="one_live_closure_per_cell"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("closed_at")), name="closed_until_later"
            ),
        ]
