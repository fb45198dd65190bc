"""Officers as duty knows them: their place in the establishment, skills, patrol status, days away, offers."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from bluelamp.duty.rules.planning import Away


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


class Post(models.Model):
    """An officer's or special's place in the establishment: team, unit of the roster, base pattern, share of time.

    `limits_set_at`: when a planner last set restrictions or acting rank; loading the list anew leaves these alone.
    """

    officer = models.OneToOneField("access.Officer", models.PROTECT, related_name="post")
    team = models.ForeignKey("places.Team", models.PROTECT, related_name="posts")
    unit = models.SlugField(max_length=40)
    acting_rank = models.CharField(max_length=24, blank=True)
    pattern = models.SlugField(max_length=40, blank=True)
    turn = models.PositiveSmallIntegerField(default=0)
    share = models.PositiveSmallIntegerField(default=100)
    restricted = ArrayField(models.CharField(max_length=40), default=list)
    is_special = models.BooleanField(default=False)
    limits_set_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit"], name="post_by_unit")]


class Absence(models.Model):
    """Days on which an officer is away: leave that was asked for and granted, court, training, sickness.

    `first` and `last` are both included. Only what is granted keeps anybody off a roster.
    """

    KINDS = {
        Away.LEAVE.value: "Annual leave",
        Away.COURT.value: "Court",
        Away.TRAINING.value: "Training",
        Away.SICK.value: "Sick",
        Away.OTHER.value: "Other",
    }

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    state = models.CharField(max_length=10, choices=State.choices, default=State.GRANTED)
    first = models.DateField()
    last = models.DateField()
    told_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(last__gte=F("first")), name="absence_ends_after_it_begins")]
        indexes = [models.Index(fields=["officer", "first"], name="absence_by_officer")]

    @property
    def ref(self) -> str:
        return f"absence:{self.pk}"


class Wish(models.Model):
    """A day off that an officer wishes for, 1 to 3 strong. Met where it can be; never a promise."""

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="wishes")
    day = models.DateField()
    strength = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "day"], name="one_wish_a_day")]


class OfferedHours(models.Model):
    """Hours that a special constable offers; withdrawn without penalty, and then as if never offered (S5).

    `employer`: an employer gives the time; which one is nobody's business and is not asked.
    """

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="offered")
    during = DateTimeRangeField()
    employer = models.BooleanField(default=False)
    offered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_offer_at_a_time",
                expressions=[("officer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(withdrawn_at=None),
            )
        ]

    @property
    def ref(self) -> str:
        return f"offered_hours:{self.pk}"
