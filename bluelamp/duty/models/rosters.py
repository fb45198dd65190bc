"""Rosters: drafts and what is published, their duties, the searches that make them, events that need more people."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from bluelamp.duty.rules.cover import Window


class Roster(models.Model):
    """A roster of the whole command from one day up to before another. `version` rises with every change to it.

    Publishing keeps it and its cover as they then were in `frozen`; later changes are duties changed one by one, each
    in the ledger.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        DROPPED = "dropped", "Dropped"

    begins = models.DateField()
    ends = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=60)
    changed_at = models.DateTimeField()
    changed_words = models.CharField(max_length=200, blank=True)
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True)
    units = models.JSONField(default=dict)  # unit: points, bound, missing of the last search
    frozen = models.JSONField(null=True, blank=True)
    frozen_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="roster_ends_after_it_begins"),
            ExclusionConstraint(
                name="one_published_roster_at_a_time",
                expressions=[(models.Func("begins", "ends", function="daterange"), RangeOperators.OVERLAPS)],
                condition=Q(state="published"),
            ),
        ]

    @property
    def ref(self) -> str:
        return f"roster:{self.pk}"

    @property
    def last_day(self) -> date:
        """The last day it covers."""
        return self.ends - timedelta(days=1)


class PlannedDuty(models.Model):
    """One duty of a roster, or one stretch of being on call. `source` says what put it there."""

    class Kind(models.TextChoices):
        DUTY = "duty", "On duty"
        ON_CALL = "on_call", "On call"

    class Source(models.TextChoices):
        SEARCH = "search", "Made by the search"
        PLANNER = "planner", "Set by the planner"
        REPAIR = "repair", "A repair"
        SWAP = "swap", "A swap"

    roster = models.ForeignKey(Roster, models.CASCADE, related_name="duties")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="planned")
    unit = models.SlugField(max_length=40)
    day = models.DateField()
    shift = models.CharField(max_length=8)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    during = DateTimeRangeField()
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.SEARCH)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_planned_duty_at_a_time",
                expressions=[
                    ("roster", RangeOperators.EQUAL), ("officer", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["roster", "unit", "day"], name="planned_by_unit"),
            models.Index(fields=["officer", "day"], name="planned_by_officer"),
        ]


class Search(models.Model):
    """A search for a roster: asked for, running, done, stopped or failed. It goes on where it was left off."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        STOPPED = "stopped", "Stopped"
        FAILED = "failed", "Failed"

    roster = models.ForeignKey(Roster, models.CASCADE, related_name="searches")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    seconds = models.PositiveSmallIntegerField()
    asked_by = models.CharField(max_length=60)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    stop_asked = models.BooleanField(default=False)
    done = models.JSONField(default=dict)  # unit: points, bound, missing, proved, seconds
    conflicts = models.JSONField(default=list)
    trouble = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["roster"], condition=Q(state__in=("waiting", "running")), name="one_search_at_a_time"
            )
        ]


class CoverGap(models.Model):
    """A stretch of a published roster in which a unit lacks people, until it is closed."""

    roster = models.ForeignKey(Roster, models.PROTECT, related_name="gaps")
    unit = models.SlugField(max_length=40)
    skill = models.CharField(max_length=40, blank=True)
    call = models.BooleanField(default=False)
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    needed = models.PositiveSmallIntegerField()
    there = models.PositiveSmallIntegerField()
    found_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["begins"], condition=Q(closed_at=None), name="open_gaps_by_time")]

    @property
    def ref(self) -> str:
        return f"gap:{self.pk}"

    @property
    def short(self) -> int:
        """How many are missing."""
        return self.needed - self.there


class CoverEvent(models.Model):
    """A day that needs more people than the week does: a match, a march. Wall-clock minutes after midnight."""

    name = models.CharField(max_length=120)
    unit = models.SlugField(max_length=40)
    day = models.DateField()
    begins = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField()
    skill = models.CharField(max_length=40, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="event_ends_after_it_begins")]

    @property
    def ref(self) -> str:
        return f"cover_event:{self.pk}"

    @property
    def window(self) -> Window:
        """Its hours."""
        return Window(begins=self.begins, ends=self.ends)
