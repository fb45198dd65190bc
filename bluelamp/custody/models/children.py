"""What the local authority was asked for a child refused bail, and the certificate for the court (PACE s.38)."""

from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules import children


class Accommodation(models.Model):
    """One request to the local authority, with its time, what was asked for, and the answer."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="accommodation")
    asked_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    authority = models.CharField(max_length=120)
    who = models.CharField(max_length=120, blank=True)
    secure = models.BooleanField()
    answered_at = models.DateTimeField(null=True, blank=True)
    offered = models.BooleanField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at"), offered__isnull=False),
                name="answered_after_it_was_asked",
            )
        ]

    def as_facts(self) -> children.Asked:
        """The request as the rule takes it."""
        return children.Asked(at=self.asked_at, secure=self.secure, answered_at=self.answered_at, offered=self.offered)


class Certificate(models.Model):
    """Why a child was kept at the station; produced to the court (PACE s.38(7))."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="certificate")
    certified_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    ground = models.CharField(max_length=20)
    words = models.TextField()
    harm_words = models.TextField(blank=True)
