"""Papers made of a custody record, and copies asked for. The log of what was disclosed, to whom and why."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention


class Recipient(models.TextChoices):
    """For whom a paper is made."""

    DETAINEE = "detainee", "The detained person"
    SOLICITOR = "solicitor", "Their solicitor"
    APPROPRIATE_ADULT = "appropriate_adult", "Their appropriate adult"
    COURT = "court", "The court or the prosecution"
    ESCORT = "escort", "An escort, another suite, a prison or a hospital"
    POLICE = "police", "The police themselves"
    OTHER = "other", "Somebody else"


class Paper(models.Model):
    """One paper made: which, by whom, for whom, why; `sha256` tells whether a paper shown is the one made."""

    class Kind(models.TextChoices):
        RECORD = "record", "Custody record"
        LOG = "log", "Detention log"
        RIGHTS = "rights", "Notice of rights and entitlements"
        BAIL = "bail", "Bail notice"
        NO_FURTHER_ACTION = "no_further_action", "Notice of no further action"
        ESCORT = "escort", "Person escort record"
        SUMMARY = "summary", "Release summary"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    made_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=20, choices=Recipient.choices)
    recipient_name = models.TextField(blank=True)
    why = models.TextField()
    entries = models.PositiveIntegerField(default=0)
    withheld = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["made_at", "pk"]


class CopyRequest(models.Model):
    """A copy of the record asked for by right; given with a paper, or refused with the section."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="copy_requests")
    who = models.CharField(max_length=20, choices=Recipient.choices)
    name = models.TextField()
    asked_at = models.DateTimeField()
    asked_of = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_why = models.TextField(blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(given_at__isnull=True) | Q(refused_at__isnull=True), name="copy_given_or_refused"
            )
        ]
