"""Contacts, incidents and their triage. An incident's number is the day and a serial from 1 (C2)."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from bluelamp.calls.rules.channels import Channel
from bluelamp.calls.rules.grading import Grade
from bluelamp.calls.rules.numbering import Number

CHANNELS = [(channel.value, channel.words) for channel in Channel]
GRADES = [(grade.value, grade.words) for grade in Grade]


class NumberedByDatabase(models.PositiveIntegerField):  # type: ignore[type-arg]
    """A number that the database gives while it makes the row, and tells back in the same statement."""

    db_returning = True


class DayOfCalls(models.Model):
    """The last serial given on a local day; `calls_next_serial(day)` gives the next and keeps the row locked."""

    day = models.DateField(primary_key=True)
    last = models.PositiveIntegerField()


POLICE_INVOLVED = "police_involved"
"""The qualifier of an incident in which officers or staff are involved, other than to deal with it."""
SEXUAL = "sexual"
"""The opening code of a call about a sexual offence."""


class Incident(models.Model):
    """What was reported and what is being done about it."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"

    day = models.DateField()
    serial = NumberedByDatabase()
    channel = models.CharField(max_length=16, choices=CHANNELS)
    received_at = models.DateTimeField()
    created_at = models.DateTimeField()
    graded_at = models.DateTimeField(null=True, blank=True)
    grade = models.CharField(max_length=2, choices=GRADES, blank=True)
    attend_due_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    kind = models.CharField(max_length=120)
    opening_code = models.CharField(max_length=60)
    closing_code = models.CharField(max_length=60, blank=True)
    qualifiers = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    place_words = models.TextField(blank=True)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lsoa = models.CharField(max_length=9, blank=True)
    settlement = models.CharField(max_length=40, blank=True)
    urban = models.BooleanField(default=True)
    crime_related = models.BooleanField(default=False)
    caller = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="incidents_reported"
    )
    caller_words = models.TextField(blank=True)
    cannot_speak_freely = models.BooleanField(default=False)
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    first_at_scene_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closing_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "serial"], name="one_incident_per_number"),
            models.CheckConstraint(condition=Q(created_at__gte=F("received_at")), name="logged_after_it_was_received"),
            models.CheckConstraint(condition=Q(state="open") | Q(closed_at__isnull=False), name="closed_has_a_time"),
        ]
        indexes = [
            models.Index(fields=["grade", "attend_due_at"], condition=Q(state="open"), name="open_incidents"),
            models.Index(fields=["lsoa", "-received_at"], name="incidents_by_place"),
            HashIndex(Upper("place_words"), name="incidents_by_words"),
        ]

    @property
    def ref(self) -> str:
        return f"incident:{self.pk}"

    @property
    def number(self) -> str:
        """The number with its date, such as "214 of 22 Nov 2026"."""
        return str(Number(day=self.day, serial=self.serial))


class Contact(models.Model):
    """One ring, message or approach; it leads to exactly one incident (C1)."""

    channel = models.CharField(max_length=16, choices=CHANNELS)
    point = models.ForeignKey("places.ContactPoint", models.PROTECT, null=True, blank=True, related_name="contacts")
    rang_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    abandoned_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    caller_number = models.CharField(max_length=40, blank=True)
    silent = models.BooleanField(default=False)
    test = models.BooleanField(default=False)
    written = models.TextField(blank=True)
    """What was written to us, word for word; gone from here once it stands in the incident's log."""
    call = models.CharField(max_length=80, blank=True)
    """The telephone exchange's own name for this call."""
    recording = models.CharField(max_length=200, blank=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="contacts")

    class Meta:
        indexes = [
            models.Index(
                fields=["rang_at"],
                condition=Q(answered_at__isnull=True, abandoned_at__isnull=True),
                name="ringing_contacts",
            ),
            models.Index(fields=["caller_number", "-rang_at"], name="contacts_by_number"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["call"], condition=~Q(call=""), name="a_call_rings_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("rang_at")), name="answered_after_it_rang"
            ),
        ]

    @property
    def is_voice(self) -> bool:
        """A caller on a line, who is answered before anything written."""
        return Channel(self.channel).rings

    @property
    def ref(self) -> str:
        return f"contact:{self.pk}"


class Triage(models.Model):
    """One assessment by THRIVE: a rationale in words, never a score (C10)."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="triages")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    threat = models.TextField(blank=True)
    harm = models.TextField(blank=True)
    risk = models.TextField(blank=True)
    investigation = models.TextField(blank=True)
    vulnerability = models.TextField(blank=True)
    engagement = models.TextField(blank=True)
    proposed = models.CharField(max_length=2, choices=GRADES)
    decided = models.CharField(max_length=2, choices=GRADES)
    reason = models.TextField(blank=True)
