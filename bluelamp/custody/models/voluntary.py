"""Voluntary attendance: somebody helps with an investigation and is free to leave (P35)."""

from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.arrests import Arrest
from bluelamp.custody.rules import voluntary
from bluelamp.deadlines.instants import local_day
from bluelamp.people.rules.ages import treated_as_child


class VoluntaryAttendance(models.Model):
    """Not custody: no clock runs and nothing is authorised. It ends by leaving, or by arrest there."""

    class Advice(models.TextChoices):
        WANTED = "wanted", "Wants legal advice"
        DECLINED = "declined", "Declined for now"
        NOT_ASKED = "not_asked", "Not asked yet"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="attendances")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="attendances")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    offence_words = models.CharField(max_length=200)
    station = models.ForeignKey("places.Station", models.PROTECT, null=True, blank=True, related_name="+")
    place_words = models.CharField(max_length=200, blank=True)
    began_at = models.DateTimeField()
    told_free_to_leave_at = models.DateTimeField(null=True, blank=True)
    rights_given_at = models.DateTimeField(null=True, blank=True)
    advice = models.CharField(max_length=10, choices=Advice.choices)
    advice_words = models.TextField(blank=True)
    appears_under_18 = models.BooleanField()
    vulnerable = models.BooleanField(null=True)
    adult_name = models.CharField(max_length=120, blank=True)
    adult_arrived_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_words = models.TextField(blank=True)
    arrest = models.OneToOneField(Arrest, models.PROTECT, null=True, blank=True, related_name="attendance")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="one_open_attendance_per_person"
            ),
            models.CheckConstraint(
                condition=Q(station__isnull=False) | ~Q(place_words=""), name="attendance_is_somewhere"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")),
                name="attendance_ends_after_it_began",
            ),
        ]

    @property
    def ref(self) -> str:
        return f"attendance:{self.pk}"

    @property
    def where(self) -> str:
        """The station, or the place in words."""
        return str(self.station.name if self.station else self.place_words)

    @property
    def child(self) -> bool:
        """Under 18 by date of birth, or appears so: appearing so wins (Code C 1.5)."""
        return self.appears_under_18 or bool(treated_as_child(self.person.born(), on=local_day(self.began_at)))

    def as_facts(self) -> voluntary.Attending:
        """What the rules on voluntary attendance take."""
        return voluntary.Attending(
            began_at=self.began_at,
            told_free_to_leave_at=self.told_free_to_leave_at,
            rights_given_at=self.rights_given_at,
            advice_asked=self.advice != self.Advice.NOT_ASKED,
            child=self.child,
            vulnerable=self.vulnerable,
            adult_arrived_at=self.adult_arrived_at,
        )


class VoluntaryInterview(models.Model):
    """One interview of somebody who attends voluntarily."""

    attendance = models.ForeignKey(VoluntaryAttendance, models.PROTECT, related_name="interviews")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    recorded_on = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ended_at__gt=F("began_at")), name="voluntary_interview_ends_later")
        ]
