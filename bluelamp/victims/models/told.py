"""What a victim is owed word of, asked of us, and every attempt to tell them."""

from django.db import models
from django.db.models import Q

from bluelamp.victims.models.choosing import choices
from bluelamp.victims.models.thread import Victim
from bluelamp.victims.rules.matters import Matter
from bluelamp.victims.rules.review import Writing


class Asked(models.Model):
    """What a victim asked of us: a complaint, a review, money, things, an answer. `by_victim`: on their own page.

    `late`: a review asked for after its window, which is taken down and answered all the same.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="asked")
    matter = models.CharField(max_length=12, choices=choices(Matter))
    words = models.TextField()
    asked_at = models.DateTimeField()
    by_victim = models.BooleanField(default=False)
    decision = models.ForeignKey("victims.Telling", models.PROTECT, null=True, blank=True, related_name="reviews")
    decided_by = models.CharField(max_length=60, blank=True)
    late = models.BooleanField(default=False)
    complains_of = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=Q(matter="review", answered_at=None), name="one_review_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["victim", "-asked_at"], name="asked_newest")]


class Attempt(models.Model):
    """One attempt to tell a victim of one step; only a victim reached keeps the promise (V4)."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="attempts")
    step = models.CharField(max_length=40)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(max_length=20)
    result = models.CharField(max_length=20)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["victim", "step"], name="attempts_by_step")]


class Telling(models.Model):
    """One step a victim is owed word of: what happened and when. `words`: what more they may be told, in plain words.

    `asked` is what it answers, where the victim asked. Only reaching them, or their own page opened there, is telling.
    `lets_out`: the suspect may be out by it, so it is owed to those, too, who hear only what keeps them safe.
    `writing`: how they have it in writing, where that is owed too. `pointed_at`: when a message left that pointed to
    it, which tells nobody.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="tellings")
    step = models.CharField(max_length=40)
    happened_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    opted_out_at = models.DateTimeField(null=True, blank=True)
    pointed_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True)
    stated_by = models.CharField(max_length=60, blank=True)
    writing = models.CharField(max_length=10, choices=choices(Writing), blank=True)
    lets_out = models.BooleanField(default=False)
    asked = models.ForeignKey(Asked, models.PROTECT, null=True, blank=True, related_name="tellings")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["victim", "step", "happened_at"], name="one_telling_per_happening")
        ]
        indexes = [
            models.Index(
                fields=["victim"],
                condition=Q(told_at__isnull=True, opted_out_at__isnull=True, pointed_at__isnull=True),
                name="tellings_not_pointed_to",
            )
        ]
