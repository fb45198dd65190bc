"""A detained child: who was told, who cares for them, bail refused, the local authority asked, the certificate."""

from django.db import models

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules import local_authority


class Welfare(models.Model):
    """The person responsible for the child's welfare told, and the woman in whose care a girl is."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="welfare")
    told_who = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    woman = models.CharField(max_length=200, blank=True)


class BailRefused(models.Model):
    """A charged child refused bail: from here accommodation is owed."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="bail_refused")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    words = models.TextField()


class Accommodation(models.Model):
    """One request to a local authority for accommodation, with its answer."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="accommodation")
    asked_at = models.DateTimeField()
    asked_of = models.CharField(max_length=200)
    secure = models.BooleanField()
    answered_at = models.DateTimeField(null=True, blank=True)
    offered = models.BooleanField(null=True)
    words = models.TextField(blank=True)

    def as_facts(self) -> local_authority.Asked:
        """The request as the rule of the certificate takes it."""
        return local_authority.Asked(
            asked_at=self.asked_at, secure=self.secure, offered=self.offered, answered_at=self.answered_at
        )


class Certificate(models.Model):
    """The certificate for the court that a child could not be moved."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="certificate")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    ground = models.CharField(max_length=20)
    words = models.TextField()
