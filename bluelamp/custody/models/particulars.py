"""What the desk asked and saw about the person that depends on this detention, not on the person for ever."""

from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.people.models import PERCEIVED


class Particulars(models.Model):
    """Age as it appears, vulnerability, nationality, and ethnicity as an officer perceived it (P23, D11).

    None is "not known yet" and is never taken for "no". The self-defined ethnicity is the person's own and stands
    on the person; the two are kept apart, neither is worked out from the other.
    """

    detention = models.OneToOneField(Detention, models.PROTECT, primary_key=True, related_name="particulars")
    adult_evidence = models.TextField(blank=True)
    vulnerable = models.BooleanField(null=True, blank=True)
    vulnerable_words = models.TextField(blank=True)
    foreign = models.BooleanField(null=True, blank=True)
    nationality = models.TextField(blank=True)
    perceived_ethnicity = models.CharField(max_length=3, blank=True, choices=list(PERCEIVED.items()))
    perceived_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "particulars"
        constraints = [
            models.CheckConstraint(
                condition=Q(perceived_ethnicity="") | Q(perceived_by__isnull=False), name="perceived_by_an_officer"
            ),
            models.CheckConstraint(condition=~Q(vulnerable=True) | ~Q(vulnerable_words=""), name="vulnerable_says_how"),
        ]
