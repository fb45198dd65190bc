"""Property taken at the desk: things, money counted, medication; kept under numbered seals or returned (Code C 4)."""

from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.detentions import Detention


class Seal(models.Model):
    """One sealed bag. An opening ends it; what goes back in gets a new seal."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="seals")
    number = models.CharField(max_length=30, unique=True)
    sealed_at = models.DateTimeField()
    sealed_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    agreed_words = models.TextField(blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    opened_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | Q(opened_at__gte=F("sealed_at")) & ~Q(opened_why=""),
                name="seal_opened_after_sealing_and_why",
            )
        ]


class Item(models.Model):
    """One thing. Kept under a seal, left with the person, or given back."""

    class Kind(models.TextChoices):
        THING = "thing", "Thing"
        MONEY = "money", "Money, counted"
        MEDICATION = "medication", "Medication"
        NOTHING = "nothing", "Nothing to keep"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.THING)
    words = models.TextField()
    pence = models.PositiveIntegerField(null=True, blank=True)
    taken_at = models.DateTimeField()
    seal = models.ForeignKey(Seal, models.PROTECT, null=True, blank=True, related_name="items")
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="money", pence__isnull=False) | ~Q(kind="money") & Q(pence__isnull=True),
                name="money_is_counted",
            )
        ]
        ordering = ["pk"]

    @property
    def said(self) -> str:
        """A thing in words; money as counted."""
        return f"£{self.pence / 100:.2f} counted" if self.pence is not None else self.words
