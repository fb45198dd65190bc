"""Specials from the application on: signatures, hours offered, events, expenses, evidence, thanks.

Patrol status and skills are duty's tables; what is worked is duty's tours. Only training not booked on is kept here.
"""

from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from bluelamp.specials.rules import pathway
from bluelamp.specials.rules import thanks as thanks_rule
from bluelamp.specials.rules.expenses import Vehicle


class Special(models.Model):
    """One person from the application on. The name and how to reach them are all that is kept of them here."""

    class Aim(models.TextChoices):
        CAREER = "career", "Here for a career: on the way into the regulars"
        COMMUNITY = "community", "Here for the community: to stay a volunteer"
        UNDECIDED = "undecided", "Not sure yet"
        NOT_ASKED = "not_asked", "Not asked"

    class Ending(models.TextChoices):
        DECLINED = "declined", "The application was declined"
        WITHDREW = "withdrew", "They withdrew"
        CHECKS = "checks", "A check was not passed"
        RESIGNED = "resigned", "They resigned"
        REGULAR = "regular", "They joined the regulars"
        DISMISSED = "dismissed", "Their service was ended"

    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    why = models.TextField(blank=True)
    aim = models.CharField(max_length=10, choices=Aim.choices, default=Aim.NOT_ASKED)
    applied_at = models.DateTimeField()
    contacted_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    officer = models.OneToOneField("access.Officer", models.PROTECT, null=True, blank=True, related_name="special")
    tutor = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="tutees")
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
                name="special_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(name="", email="", phone="", why="", ended_at__isnull=False),
                name="special_erased_is_empty",
            ),
            models.CheckConstraint(
                condition=Q(tutor=None) | ~Q(tutor=models.F("officer")), name="special_not_own_tutor"
            ),
        ]
        indexes = [models.Index(fields=["applied_at"], name="specials_by_application")]

    def __str__(self) -> str:
        return str(self.officer) if self.officer else self.name or f"Application {self.pk}"

    @property
    def ref(self) -> str:
        return f"special:{self.pk}"

    def standing(self, *, trained: bool) -> pathway.Standing:
        """The facts the ladder takes; `trained`: officer safety and first aid both hold today."""
        signed = sorted(self.signatures.all(), key=lambda one: (one.signed_at, one.pk))
        return pathway.Standing(
            applied_at=self.applied_at,
            accepted=self.accepted_at is not None,
            ended=self.ended_at is not None,
            signed=tuple(one.fact() for one in signed),
            has_tutor=self.tutor_id is not None,
            has_account=self.officer_id is not None,
            trained=trained,
        )

    def attested_at(self) -> datetime | None:
        """When the declaration was made, if it was."""
        signed = [one.signed_at for one in self.signatures.all() if one.step == pathway.ATTESTED and one.passed]
        return max(signed, default=None)


class Signature(models.Model):
    """One signature under one step; the last of a step counts, earlier ones stay."""

    special = models.ForeignKey(Special, models.PROTECT, related_name="signatures")
    step = models.CharField(max_length=20)
    passed = models.BooleanField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["special", "step"], name="signatures_by_step")]

    def fact(self) -> pathway.Signed:
        """The signature as the rule takes it."""
        return pathway.Signed(step=self.step, passed=self.passed, at=self.signed_at, by=str(self.signed_by_id))


class Training(models.Model):
    """Time given that was not booked on as duty: a training evening, reading for a phase."""

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="training_given")
    during = DateTimeRangeField()
    what = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="training_counted_once",
                expressions=[("officer", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            )
        ]


class Occasion(models.Model):
    """An event that specials may sign up for. `supervised`: a supervisor manages it and is there."""

    title = models.CharField(max_length=120)
    place = models.CharField(max_length=200)
    during = DateTimeRangeField()
    wanted = models.PositiveSmallIntegerField()
    supervised = models.BooleanField(default=False)
    training = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(wanted__gt=0), name="occasion_wants_somebody")]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        return f"occasion:{self.pk}"


class SignUp(models.Model):
    """One special down for one event. `beside`: the named experienced officer they go with, where one is needed."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="sign_ups")
    special = models.ForeignKey(Special, models.PROTECT, related_name="sign_ups")
    signed_up_at = models.DateTimeField()
    beside = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "special"], condition=Q(withdrawn_at=None), name="one_place_at_an_event"
            )
        ]


class Claim(models.Model):
    """Expenses of one day. What was paid by receipt is in pence; `pence` is what comes of the rates of that day."""

    class State(models.TextChoices):
        SENT = "sent", "Sent, not yet decided"
        AGREED = "agreed", "Agreed, to be paid"
        TURNED_DOWN = "turned_down", "Turned down"
        PAID = "paid", "Paid"

    special = models.ForeignKey(Special, models.PROTECT, related_name="claims")
    on = models.DateField()
    miles = models.PositiveSmallIntegerField(default=0)
    vehicle = models.CharField(max_length=10, blank=True, choices=[(one.value, one.words) for one in Vehicle])
    meal = models.PositiveIntegerField(default=0)
    fare = models.PositiveIntegerField(default=0)
    fare_for = models.CharField(max_length=120, blank=True)
    pence = models.PositiveIntegerField()
    sent_at = models.DateTimeField()
    state = models.CharField(max_length=11, choices=State.choices, default=State.SENT)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["special", "on"], condition=~Q(state="turned_down"), name="one_claim_a_day")
        ]

    @property
    def ref(self) -> str:
        return f"claim:{self.pk}"


class Evidence(models.Model):
    """What shows one step of the pathway into the regulars, in the special's words, and who signed it."""

    special = models.ForeignKey(Special, models.PROTECT, related_name="evidence")
    step = models.CharField(max_length=20)
    words = models.TextField()
    put_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["special", "step"], name="one_evidence_a_step")]


class Thanks(models.Model):
    """One milestone, thanked once by a named person."""

    special = models.ForeignKey(Special, models.PROTECT, related_name="thanks")
    milestone = models.CharField(max_length=12)
    words = models.TextField()
    thanked_at = models.DateTimeField()
    thanked_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["special", "milestone"], name="thanked_once")]

    @property
    def milestone_words(self) -> str:
        return thanks_rule.words_of(self.milestone)


AIMS = [(aim.value, aim.label) for aim in Special.Aim if aim is not Special.Aim.NOT_ASKED]
"""What may be answered; that nobody asked is no answer."""
