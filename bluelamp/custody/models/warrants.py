"""Applications to a magistrates' court for a warrant of further detention, and what the court decided."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules import facts


class Application(models.Model):
    """One application for a warrant, or for an extension of one (PACE s.43, s.44; P16)."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", "Waiting for the court"
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="applications")
    n = models.PositiveSmallIntegerField()
    extends = models.BooleanField(default=False)
    applied_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    court = models.CharField(max_length=80)
    court_can_sit_by_limit = models.BooleanField(default=True)
    court_sits_at = models.DateTimeField(null=True, blank=True)
    grounds = models.TextField()
    why_not_earlier = models.TextField(blank=True)
    new_evidence = models.TextField(blank=True)
    copy_given = models.BooleanField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_words = models.TextField(blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    hours = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["n"]
        constraints = [
            models.UniqueConstraint(fields=["detention", "n"], name="one_application_of_a_number"),
            models.UniqueConstraint(
                fields=["detention"], condition=Q(outcome="waiting"), name="one_application_waiting_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(outcome="granted", issued_at__isnull=False, hours__isnull=False)
                | (~Q(outcome="granted") & Q(issued_at__isnull=True, hours__isnull=True)),
                name="a_warrant_has_hours",
            ),
        ]

    def as_facts(self) -> facts.Warrant:
        """The warrant as the clock takes it. Raises ValueError where none was issued."""
        if self.issued_at is None or self.hours is None:
            raise ValueError("No warrant was issued.")
        return facts.Warrant(issued_at=self.issued_at, hours=self.hours)
