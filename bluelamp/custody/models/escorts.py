"""The person escort record, which travels with a detained person on every move (P7)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.arrests import Arrest
from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.escorting import Escorting


class EscortRecord(models.Model):
    """One move and what the next keeper must know, closed by who takes the person over. One is open at a time.

    To hospital it stays open until the return. `missing`: what was not written when they left, where leaving could
    not wait.
    """

    class Why(models.TextChoices):
        SUITE = "suite", "To a suite after arrest"
        BETWEEN_SUITES = "between_suites", "From suite to suite"
        HOSPITAL = "hospital", "To hospital"
        COURT = "court", "To court"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="escorts")
    arrest = models.ForeignKey(Arrest, models.PROTECT, null=True, blank=True, related_name="escorts")
    detention = models.ForeignKey(Detention, models.PROTECT, null=True, blank=True, related_name="escorts")
    why = models.CharField(max_length=20, choices=Why.choices)
    from_words = models.CharField(max_length=160)
    to_words = models.CharField(max_length=160)
    vehicle = models.CharField(max_length=60, blank=True)
    crew = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    risk_words = models.TextField(blank=True)
    low_risk = models.BooleanField(null=True)
    camera = models.BooleanField(null=True)
    searched = models.BooleanField(null=True)
    search_words = models.TextField(blank=True)
    sex_considered = models.BooleanField(null=True)
    with_adults = models.BooleanField(null=True)
    seals = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    missing = models.TextField(blank=True)
    left_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    handed_to = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(closed_at__isnull=True), name="one_open_escort_per_person"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("left_at")), name="escort_closed_after_left"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"escort:{self.pk}"

    def as_facts(self) -> Escorting:
        """What was said of the escort, as the rule takes it."""
        return Escorting(
            crew=tuple(self.crew),
            risk=self.risk_words,
            low_risk=self.low_risk,
            camera=self.camera,
            searched=self.searched,
            search_words=self.search_words,
            sex_considered=self.sex_considered,
            with_adults=self.with_adults,
            vehicle=self.vehicle,
            seals=tuple(self.seals),
        )
