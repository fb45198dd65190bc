"""Leaving custody: the risk assessment before release, what the way out needed, and referrals that freeze a record."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.referral import Harm
from bluelamp.people.models import ANSWERS
from bluelamp.people.rules.unknowns import Answer


class PreRelease(models.Model):
    """One risk assessment before release; done anew it is another row, and the last one counts.

    `answers` is a list of {question, answer, words, doing}.
    """

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="pre_releases")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    answers = models.JSONField()
    stays_held = models.BooleanField()
    way_home = models.TextField(blank=True)
    met_by = models.TextField(blank=True)
    victims_address = models.CharField(max_length=9, choices=ANSWERS, default=Answer.NOT_ASKED)
    goes_instead = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "pk"]


class Leaving(models.Model):
    """What the way out needed: consent, an adult, who took over, the court and its sitting."""

    detention = models.OneToOneField(Detention, models.PROTECT, primary_key=True, related_name="leaving")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    property_words = models.TextField(blank=True)
    notice_given = models.BooleanField(default=False)
    admitted = models.BooleanField(default=False)
    consents = models.BooleanField(default=False)
    appropriate_adult = models.TextField(blank=True)
    agreed = models.TextField(blank=True)
    reference = models.TextField(blank=True)
    taken_over_by = models.TextField(blank=True)
    victim_told = models.TextField(blank=True)
    victim_not_told_why = models.TextField(blank=True)
    court = models.TextField(blank=True)
    sitting_at = models.DateTimeField(null=True, blank=True)
    court_told = models.TextField(blank=True)
    handed_to = models.TextField(blank=True)


class Referral(models.Model):
    """A death or serious injury that must go to the IOPC. Open until referred; the record is frozen until unfrozen."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="referrals")
    harm = models.CharField(max_length=14, choices=[(one.value, one.value.replace("_", " ")) for one in Harm])
    happened_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    words = models.TextField()
    told = models.TextField()
    referred_at = models.DateTimeField(null=True, blank=True)
    referred_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    reference = models.CharField(max_length=60, blank=True)
    unfrozen_at = models.DateTimeField(null=True, blank=True)
    unfrozen_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    unfrozen_why = models.TextField(blank=True)

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["detention", "harm"], condition=Q(unfrozen_at__isnull=True), name="one_open_referral_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(unfrozen_at__isnull=True) | Q(referred_at__isnull=False), name="referred_before_unfrozen"
            ),
        ]
