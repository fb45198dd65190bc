"""The victim of one incident: who, of what kind, who speaks for them, what is agreed."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.people.rules.ages import age
from bluelamp.victims.models.choosing import choices
from bluelamp.victims.rules.agreement import Frequency
from bluelamp.victims.rules.naming import ADULT, CHILDREN, Kind


class Victim(models.Model):
    """One person as the victim of one incident. A role in this case, never a mark on the person.

    `speaker` is who speaks for them, where that is a person on record; `speaker_doubted_at` since when they are a
    suspect here and somebody must decide; `speaker_stays`: a supervisor decided that they go on. `enhanced_from`: when
    enhanced rights were switched on, where that was after they were recorded.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="victim_of")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="victims")
    crime = models.ForeignKey("crimes.Crime", models.PROTECT, null=True, blank=True, related_name="victims")
    enhanced = models.BooleanField(default=False)
    enhanced_because = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    enhanced_from = models.DateTimeField(null=True, blank=True)
    domestic = models.BooleanField(default=False)
    sexual = models.BooleanField(default=False)
    vulnerable = models.BooleanField(default=False)
    kind = models.CharField(max_length=16, choices=choices(Kind), default=Kind.HARMED.value)
    age_then = models.PositiveSmallIntegerField(null=True, blank=True)
    lost = models.TextField(blank=True)
    died_on = models.DateField(null=True, blank=True)
    spoken_for_by = models.TextField(blank=True)
    speaker = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="speaks_for")
    speaker_doubted_at = models.DateTimeField(null=True, blank=True)
    speaker_stays = models.BooleanField(default=False)
    cares = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    needs = models.TextField(blank=True)
    code_edition = models.CharField(max_length=20, default="2021")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    views_on_bail = models.TextField(blank=True)
    views_asked_at = models.DateTimeField(null=True, blank=True)
    frequency = models.CharField(max_length=12, choices=choices(Frequency), default=Frequency.EACH_STEP.value)
    agreed_words = models.TextField(blank=True)
    contact_since = models.DateTimeField(null=True, blank=True)
    statement_answer = models.CharField(
        max_length=9,
        choices=[("not_asked", "Not asked"), ("wanted", "Wants to make one"), ("later", "Not now"), ("declined", "No")],
        default="not_asked",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "incident"], name="one_victim_row_per_incident"),
            models.CheckConstraint(condition=Q(age_then=None) | Q(age_then__lte=130), name="victim_age_can_be"),
        ]

    @property
    def ref(self) -> str:
        return f"victim:{self.pk}"

    @property
    def reference(self) -> str:
        """What they say when they ring: it means nothing to anybody else."""
        return f"R-{self.pk:04}"

    @property
    def records(self) -> tuple[str, str]:
        """What else an entry about this victim is about."""
        return (f"person:{self.person_id}", f"incident:{self.incident_id}")

    def is_child(self, on: date) -> bool:
        """Whether they are treated as under 18 on that day; one whose age is not known is not."""
        if self.kind in CHILDREN:
            return True
        found = age(self.person.born(), on=on) or (
            (self.age_then, self.age_then) if self.age_then is not None else None
        )
        return found is not None and found[0] < ADULT
