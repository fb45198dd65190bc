"""Recorded crimes, and decisions not to record one. A number is never used again."""

from django.db import models
from django.db.models import F, Q

from bluelamp.crimes.rules.hate import Perceiver


class YearOfCrimes(models.Model):
    """The last serial given in a local year."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField()


class Crime(models.Model):
    """One recorded crime of one victim, or against the state."""

    class State(models.TextChoices):
        OPEN = "open", "Under investigation"
        FINALISED = "finalised", "Finalised"
        CANCELLED = "cancelled", "Cancelled"

    number = models.CharField(max_length=14, unique=True)
    incident = models.ForeignKey("calls.Incident", models.PROTECT, null=True, blank=True, related_name="crimes")
    offence_code = models.CharField(max_length=12)
    offence_words = models.CharField(max_length=200)
    category = models.CharField(max_length=40)
    domestic = models.BooleanField(default=False)
    victim_based = models.BooleanField(default=True)
    occurred_from = models.DateTimeField(null=True, blank=True)
    occurred_to = models.DateTimeField(null=True, blank=True)
    reported_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    circumstances = models.TextField(blank=True)
    lsoa = models.CharField(max_length=9, blank=True)
    settlement = models.CharField(max_length=40, blank=True)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    outcome = models.CharField(max_length=4, blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(recorded_at__gte=F("reported_at")), name="recorded_after_reported"),
            models.CheckConstraint(
                condition=Q(occurred_to__isnull=True)
                | Q(occurred_from__isnull=True)
                | Q(occurred_to__gte=F("occurred_from")),
                name="crime_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["-recorded_at"], name="crimes_by_time")]

    @property
    def ref(self) -> str:
        return f"crime:{self.pk}"


class HateFlag(models.Model):
    """Somebody perceives this crime as a hate crime, about one strand. It stands on the crime, never on a person."""

    crime = models.ForeignKey(Crime, models.PROTECT, related_name="hate_flags")
    strand = models.CharField(max_length=24)
    perceived_by = models.CharField(max_length=8, choices=[(one.value, one.words) for one in Perceiver])
    words = models.TextField()
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["crime", "strand"], name="one_flag_a_strand")]


class NotRecorded(models.Model):
    """A decision that an incident needs no crime, with its reason (H3)."""

    incident = models.OneToOneField("calls.Incident", models.PROTECT, related_name="not_recorded")
    reason = models.CharField(max_length=40)
    words = models.TextField()
    reference_given = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
