"""Fingerprints, photographs and samples taken of a detained person, or refused (P21, PACE s.61 to 64A)."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.samples import Kind


class Sample(models.Model):
    """One thing taken of the person, or a refusal to give it. An intimate sample always names who authorised it."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="samples")
    kind = models.CharField(max_length=12, choices=[(one.value, one.words) for one in Kind])
    of = models.CharField(max_length=20, blank=True)
    refused = models.BooleanField()
    taken_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    authority = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    taken_by = models.CharField(max_length=200, blank=True)
    person_consented = models.BooleanField()
    parent_consented = models.BooleanField()
    adult_present = models.BooleanField(null=True, blank=True)
    clinician = models.BooleanField()
    words = models.TextField(blank=True)
    again_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=Kind.INTIMATE.value) | Q(authority__isnull=False), name="intimate_by_authority"
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.INTIMATE.value) | Q(refused=True) | Q(person_consented=True)
                | Q(parent_consented=True),
                name="intimate_with_consent",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["detention", "taken_at"], name="samples_of_a_record")]
