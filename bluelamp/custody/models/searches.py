"""Searches of a detained person, by level, with who authorised and who was there (P34, Code C Annex A)."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.searching import Level


class Search(models.Model):
    """One search made. A strip or intimate search always names who authorised it."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="searches")
    level = models.CharField(max_length=8, choices=[(one.value, one.words) for one in Level])
    searched_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    authority = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    searcher = models.CharField(max_length=120, blank=True)
    searcher_sex = models.CharField(max_length=6, blank=True)
    reasons = models.TextField()
    found = models.TextField(blank=True)
    ground = models.CharField(max_length=20, blank=True)
    present = models.PositiveSmallIntegerField(null=True, blank=True)
    adult_present = models.BooleanField(null=True, blank=True)
    was_child = models.BooleanField()
    perceived_ethnicity = models.CharField(max_length=3, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(level=Level.ORDINARY.value) | Q(authority__isnull=False), name="searched_by_authority"
            )
        ]
        indexes = [models.Index(fields=["detention", "searched_at"], name="searches_of_a_record")]
