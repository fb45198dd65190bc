"""Pathways of their own: strangulation, stalking, honour-based abuse, forced marriage; domestic or not."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from bluelamp.safeguarding.models.incidents import RISKS, DomesticIncident
from bluelamp.victims.models import Victim


class Pathway(models.Model):
    """One pathway opened at an incident: by the answer to a question, what was reported, or a person who recognised it.

    It belongs to the domestic record of the incident. Where there is none it stands alone, as when a stranger stalks:
    then the person harmed, the owner and the grade of risk are its own.
    """

    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="pathways")
    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, null=True, blank=True, related_name="pathways")
    kind = models.CharField(max_length=30)
    edition = models.CharField(max_length=20)
    by_question = models.BooleanField(default=False)
    words = models.TextField()
    opened_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.TextField(blank=True)
    victim = models.ForeignKey("victims.Victim", models.PROTECT, null=True, blank=True, related_name="pathways")
    owner = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    owned_at = models.DateTimeField(null=True, blank=True)
    shift_ends_at = models.DateTimeField(null=True, blank=True)
    assessed_at = models.DateTimeField(null=True, blank=True)
    grade = models.CharField(max_length=10, choices=RISKS, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "kind"], condition=Q(closed_at=None), name="one_open_pathway_of_a_kind"
            )
        ]
        indexes = [
            models.Index(
                fields=["opened_at"],
                condition=Q(domestic=None, assessed_at=None, closed_at=None),
                name="pathways_unassessed_by_age",
            )
        ]

    @property
    def ref(self) -> str:
        return f"pathway:{self.pk}"

    @property
    def raised_at(self) -> datetime:
        """From when it is owed an assessment, where it stands alone."""
        return self.opened_at

    @property
    def harmed(self) -> Victim | None:
        """The person harmed, on whichever record they stand."""
        return self.domestic.victim if self.domestic else self.victim


class PathwayStep(models.Model):
    """One step that a pathway owes, and what became of it: done, or decided against with the reason."""

    pathway = models.ForeignKey(Pathway, models.PROTECT, related_name="steps")
    code = models.CharField(max_length=30)
    due_at = models.DateTimeField()
    done = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pathway", "code"], name="one_step_once")]
