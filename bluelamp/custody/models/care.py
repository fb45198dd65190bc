"""What care was planned and given: observation levels, visits, who watched, meals and the like, rest."""

from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules import rest


class CarePlan(models.Model):
    """An observation level from an instant on, and why; a change is a new plan (P26, P27)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="care_plans")
    set_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    plan_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    must_rouse = models.BooleanField(default=False)
    why = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(level__range=(1, 4)), name="care_plan_level_1_to_4")]
        indexes = [models.Index(fields=["detention", "-set_at"], name="care_plan_newest")]


class Watch(models.Model):
    """One person watching without a break, at levels 3 and 4, until relieved. One watches at a time."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="watches")
    observer = models.CharField(max_length=120)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention"], condition=Q(ended_at__isnull=True), name="one_watches_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")), name="watched_forwards"
            ),
        ]


class Visit(models.Model):
    """One visit to the cell (P27) or rousing (P28): when it counts from (`happened_at`), and when it was written."""

    class Kind(models.TextChoices):
        VISIT = "visit", "Visit"
        ROUSING = "rousing", "Rousing"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="visits")
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.VISIT)
    words = models.TextField(blank=True)
    made_offline = models.BooleanField(default=False)
    device_at = models.DateTimeField(null=True, blank=True)
    time_words = models.TextField(blank=True)
    rousable = models.BooleanField(null=True)
    rousable_words = models.TextField(blank=True)
    answers = models.BooleanField(null=True)
    answers_words = models.TextField(blank=True)
    commands = models.BooleanField(null=True)
    commands_words = models.TextField(blank=True)
    all_right = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(all_right=True) | Q(rousable=True, answers=True, commands=True),
                name="a_failed_rousing_is_never_all_right",
            ),
            models.CheckConstraint(condition=Q(happened_at__lte=F("written_at")), name="visited_before_written"),
        ]
        indexes = [models.Index(fields=["detention", "-happened_at"], name="visits_newest")]


class CareEntry(models.Model):
    """Something offered: a meal, a drink, exercise. Declined was offered all the same, and is not none."""

    class Kind(models.TextChoices):
        LIGHT_MEAL = "light_meal", "Light meal"
        MAIN_MEAL = "main_meal", "Main meal"
        DRINK = "drink", "Drink"
        EXERCISE = "exercise", "Exercise outside"
        WASH = "wash", "Wash or shower"
        BLANKET = "blanket", "Blanket"
        CLOTHING = "clothing", "Clothing"
        SANITARY = "sanitary", "Sanitary products"
        READING = "reading", "Reading material"
        PRAYER = "prayer", "Prayer or what faith needs"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="care_entries")
    given_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    declined = models.BooleanField()
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["detention", "-given_at"], name="care_newest")]


class Rest(models.Model):
    """A rest; it is open while it lasts. One at a time (P29)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="rests")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention"], condition=Q(ended_at__isnull=True), name="one_rest_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gt=F("began_at")), name="rested_forwards"
            ),
        ]

    def as_facts(self) -> rest.Rest:
        """The rest as the rule takes it."""
        breaks = tuple(
            rest.Break(began_at=one.began_at, reason=one.reason, over_at=one.over_at) for one in self.breaks.all()
        )
        return rest.Rest(began_at=self.began_at, ended_at=self.ended_at, breaks=breaks)


class RestBreak(models.Model):
    """An interruption of rest, for a reason that Code C 12.2 names."""

    rest = models.ForeignKey(Rest, models.PROTECT, related_name="breaks")
    began_at = models.DateTimeField()
    over_at = models.DateTimeField(null=True, blank=True)
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12)
    words = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rest"], condition=Q(over_at__isnull=True), name="one_break_at_a_time")
        ]
        ordering = ["began_at"]
