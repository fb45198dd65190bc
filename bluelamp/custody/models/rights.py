"""Each right told, with its time and the person's words; each answer is kept, the newest counts (P22)."""

from django.db import models

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules import giving_rights
from bluelamp.custody.rules.giving_rights import Entitlement, Response


class RightTold(models.Model):
    """One right told once. No answer is a waiver: what is wanted later is a new row."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="rights_told")
    right = models.CharField(max_length=20, choices=[(one.value, one.words) for one in Entitlement])
    response = models.CharField(max_length=10, choices=[(one.value, one.words) for one in Response])
    told_at = models.DateTimeField()
    words = models.TextField(blank=True)
    adult_present = models.BooleanField(null=True, blank=True)
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["detention", "told_at"], name="rights_of_a_record")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(response=Response.WANTED.value) | ~models.Q(words=""),
                name="a_right_not_wanted_has_words",
            )
        ]

    def as_facts(self) -> giving_rights.Given:
        """The answer as the rule takes it."""
        return giving_rights.Given(
            right=Entitlement(self.right),
            response=Response(self.response),
            told_at=self.told_at,
            words=self.words,
            adult_present=self.adult_present,
        )
