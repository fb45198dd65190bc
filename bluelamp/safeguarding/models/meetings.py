"""Meetings of the bodies: what is referred to them, and what each owes."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from bluelamp.safeguarding.models.incidents import DomesticIncident


class Meeting(models.Model):
    """One meeting of the bodies about those in most danger; its list closes some days before."""

    day = models.DateField(unique=True)

    @property
    def ref(self) -> str:
        return f"meeting:{self.pk}"


class MaracReferral(models.Model):
    """One case on the list of a meeting. Restricted to those who keep the meeting; its minutes stand nowhere else."""

    domestic = models.OneToOneField(DomesticIncident, models.PROTECT, related_name="marac")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="cases")
    criteria = ArrayField(models.CharField(max_length=120))
    reason = models.TextField()
    urgent = models.BooleanField(default=False)
    spoken_at = models.DateTimeField(null=True, blank=True)
    spoken_words = models.TextField(blank=True)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    heard_at = models.DateTimeField(null=True, blank=True)
    minutes = models.TextField(blank=True)

    @property
    def ref(self) -> str:
        return f"marac:{self.pk}"


class MaracAction(models.Model):
    """What one body undertook at the meeting, and by which day."""

    case = models.ForeignKey(MaracReferral, models.PROTECT, related_name="actions")
    body = models.ForeignKey("places.PartnerBody", models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField()
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_words = models.TextField(blank=True)

    @property
    def whose(self) -> str:
        """The body that undertook it; the police where none is named."""
        return self.body.name if self.body else "Police"
