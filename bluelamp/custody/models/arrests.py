"""Arrests, and places asked of a suite for those arrested."""

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.custody.rules import facts


class Arrest(models.Model):
    """One arrest without warrant, with its grounds and necessity (P1)."""

    class OffenceClass(models.TextChoices):
        INDICTABLE = "indictable", "Indictable only"
        EITHER_WAY = "either_way", "Either way"
        SUMMARY = "summary", "Summary only"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="arrests")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, null=True, blank=True, related_name="arrests")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="arrests")
    arrested_at = models.DateTimeField()
    way = models.CharField(max_length=20, default=facts.Way.FIRST_STATION.value)
    # What the relevant time depends on besides arrival at the first station (PACE s.41(2) to (5)); see `as_facts`.
    wanted_by = models.CharField(max_length=60, blank=True)
    questioned_elsewhere = models.BooleanField(null=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    left_area_at = models.DateTimeField(null=True, blank=True)
    area_station_at = models.DateTimeField(null=True, blank=True)
    in_detention = models.ForeignKey(
        "custody.Detention", models.PROTECT, null=True, blank=True, related_name="further_arrests"
    )
    place_words = models.TextField(blank=True)
    offence_code = models.CharField(max_length=12)
    offence_words = models.CharField(max_length=200)
    offence_class = models.CharField(max_length=10, choices=OffenceClass.choices)
    domestic = models.BooleanField(default=False)
    grounds = models.TextField()
    necessity = ArrayField(models.CharField(max_length=40))
    necessity_words = models.TextField(blank=True)
    voluntary_considered = models.BooleanField(default=True)
    voluntary_why = models.TextField(blank=True)
    caution_reply = models.TextField(blank=True)
    appears_under_18 = models.BooleanField(default=False)
    dearrested_at = models.DateTimeField(null=True, blank=True)
    # A station without cells reached first (s.30(3), (6)); and why the way took long (s.30(11)).
    first_station = models.ForeignKey("places.Station", models.PROTECT, null=True, blank=True, related_name="+")
    first_station_at = models.DateTimeField(null=True, blank=True)
    first_station_why = models.TextField(blank=True)
    delay_why = models.TextField(blank=True)

    @property
    def ref(self) -> str:
        return f"arrest:{self.pk}"

    def as_facts(self, *, first_station_at: datetime | None, original: datetime | None = None) -> facts.Arrest:
        """What decides the relevant time. `original` is that of the detention in which a further arrest was made."""
        return facts.Arrest(
            arrested_at=self.arrested_at,
            way=facts.Way(self.way),
            first_station_at=first_station_at,
            area_station_at=self.area_station_at,
            entered_at=self.entered_at,
            left_area_at=self.left_area_at,
            questioned=bool(self.questioned_elsewhere),
            original_relevant_time=original,
        )


class Slot(models.Model):
    """A place asked of a suite before setting out; it lapses 45 minutes past its time (P31)."""

    arrest = models.ForeignKey(Arrest, models.PROTECT, related_name="slots")
    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="slots")
    asked_at = models.DateTimeField()
    eta = models.DateTimeField()
    lapses_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    why = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    diverted_to = models.ForeignKey("places.Suite", models.PROTECT, null=True, blank=True, related_name="+")
    extra_minutes = models.SmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["arrest"], condition=Q(ended_at__isnull=True), name="one_live_slot_per_arrest"
            )
        ]

    @property
    def ref(self) -> str:
        return f"slot:{self.pk}"
