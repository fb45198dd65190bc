"""Essential documents put into the person's language (P25, Code C 13.10B, Annex M)."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.translating import Document, Way


class Translation(models.Model):
    """One document given in writing, put into spoken words on authority, or waived by the person."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="translations")
    document = models.CharField(max_length=10, choices=[(one.value, one.words) for one in Document])
    way = models.CharField(max_length=8, choices=[(one.value, one.words) for one in Way])
    language = models.CharField(max_length=60)
    given_at = models.DateTimeField()
    translated_by = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(way=Way.WRITTEN.value) | ~Q(words=""), name="not_in_writing_says_why")
        ]
        indexes = [models.Index(fields=["detention", "given_at"], name="translations_of_a_record")]
