"""Notices and orders that protect, their breaches, and what a person may be told of another's past."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from bluelamp.safeguarding.models.incidents import DomesticIncident
from bluelamp.safeguarding.rules.protection import Regime, is_crime


class ProtectionNotice(models.Model):
    """A notice from issue to the order of the court, with the conditions in force and the warnings that show them.

    `elsewhere` is the court of an order that was made on no notice of ours, and was entered here to be enforced.
    """

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="notices")
    subject = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    regime = models.CharField(max_length=8)
    grounds = models.TextField()
    representations = models.TextField()
    conditions = ArrayField(models.TextField())
    address = models.TextField(blank=True)
    elsewhere = models.CharField(max_length=120, blank=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    served_at = models.DateTimeField(null=True, blank=True)
    served_how = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    order_made = models.BooleanField(null=True, blank=True)
    order_until = models.DateField(null=True, blank=True)
    person_warning = models.PositiveIntegerField(null=True, blank=True)
    address_warning = models.PositiveIntegerField(null=True, blank=True)

    @property
    def ref(self) -> str:
        return f"protection:{self.pk}"


class Breach(models.Model):
    """A breach, with the arrest and by when the person is before the court."""

    notice = models.ForeignKey(ProtectionNotice, models.PROTECT, related_name="breaches")
    at = models.DateTimeField()
    words = models.TextField()
    arrested_at = models.DateTimeField(null=True, blank=True)
    brought_at = models.DateTimeField(null=True, blank=True)
    crime_number = models.CharField(max_length=30, blank=True)

    @property
    def is_crime(self) -> bool:
        """Whether it is a crime by itself: of an order of the newer kind, once that was made."""
        decided = self.notice.decided_at
        of_order = bool(self.notice.order_made and decided and decided <= self.at)
        return is_crime(regime=Regime(self.notice.regime), is_order=of_order)

    @property
    def waits_for_crime(self) -> bool:
        """Whether it is one, and not recorded yet."""
        return self.is_crime and not self.crime_number


class DisclosureRequest(models.Model):
    """Somebody asks of a partner's past, or the police think that they should know (Clare's Law).

    `applicant` is who may be in danger; `third_party` who asks for them, such as a parent, and is met in their place.
    """

    class Kind(models.TextChoices):
        ASK = "ask", "Right to ask"
        THIRD = "third", "Right to ask, by somebody else for them"
        KNOW = "know", "Right to know"

    kind = models.CharField(max_length=5, choices=Kind.choices)
    applicant = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    third_party = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    words = models.TextField()
    asked_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_words = models.TextField(blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    disclose = models.BooleanField(null=True, blank=True)
    bodies = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    reason = models.TextField(blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    told_third = models.BooleanField(default=False)

    @property
    def ref(self) -> str:
        return f"disclosure:{self.pk}"
