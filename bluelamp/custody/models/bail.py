"""Bail before charge, each rung it was extended to, when its period stood still; and release under investigation."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.arrests import Arrest
from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules import bail_period, facts, police_bail


class Bail(models.Model):
    """One release on bail before charge (PACE s.47ZA to s.47ZM; B1 to B6). At most one is in force for an arrest."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="bails")
    arrest = models.ForeignKey(Arrest, models.PROTECT, related_name="bails")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="bails")
    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    starts_on = models.DateField()
    rung = models.CharField(max_length=26, default=police_bail.Rung.CUSTODY_OFFICER.value)
    further = ArrayField(models.CharField(max_length=26), default=list, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    return_on = models.DateField()
    conditions = ArrayField(models.TextField(), default=list, blank=True)
    views_sought = models.BooleanField(null=True)
    views_why_not = models.TextField(blank=True)
    court_applied_at = models.DateTimeField(null=True, blank=True)
    court_decided_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=24, blank=True)
    outcome_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["arrest"], condition=Q(ended_at__isnull=True), name="one_bail_in_force_for_an_arrest"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="bail_ends_after_it_starts"
            ),
        ]
        indexes = [models.Index(fields=["ends_on"], condition=Q(ended_at__isnull=True), name="bail_soonest")]

    @property
    def ref(self) -> str:
        return f"bail:{self.pk}"

    def as_facts(self) -> bail_period.OnBail:
        """What the end of the bail period depends on."""
        pauses = self.pauses.all()
        return bail_period.OnBail(
            arrested_at=self.arrest.arrested_at,
            rung=police_bail.Rung(self.rung),
            further=tuple(police_bail.Rung(each) for each in self.further),
            with_prosecutor=tuple(
                bail_period.Suspended(sent_on=each.began_on, requested_on=each.ended_on)
                for each in pauses
                if each.kind == BailPause.Kind.PROSECUTOR
            ),
            in_patient=tuple(
                bail_period.InPatient(admitted_on=each.began_on, discharged_on=each.ended_on)
                for each in pauses
                if each.kind == BailPause.Kind.IN_PATIENT
            ),
            court_applied_at=self.court_applied_at,
            court_decided_at=self.court_decided_at,
        )

    def spells(self) -> tuple[facts.Spell, ...]:
        """The stays in detention before this bail, the earliest first (PACE s.47(6))."""
        held = self.detention
        before = held.on_bail.spells() if held.on_bail else ()
        if held.relevant_time is None:
            return before
        ended = max(held.released_at or self.granted_at, held.relevant_time)
        spell = facts.Spell(
            began_at=held.relevant_time,
            ended_at=ended,
            hospital=held.hospital_visits(),
            arrested_for_breach=held.arrested_for_breach,
        )
        return (*before, spell)


class BailStep(models.Model):
    """One decision on bail: granted, extended to a rung, conditions varied, refused by a court (B3, B4)."""

    bail = models.ForeignKey(Bail, models.PROTECT, related_name="steps")
    n = models.PositiveSmallIntegerField()
    rung = models.CharField(max_length=26)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    rank = models.CharField(max_length=30, blank=True)
    court = models.CharField(max_length=80, blank=True)
    until = models.DateField(null=True, blank=True)
    why = models.TextField(blank=True)
    told_first_at = models.DateTimeField(null=True, blank=True)
    representations = models.TextField(blank=True)
    result_told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["n"]
        constraints = [models.UniqueConstraint(fields=["bail", "n"], name="one_step_of_a_number")]


class BailPause(models.Model):
    """Days on which the bail period does not run: the file is with the prosecutor, or the person in hospital (B6)."""

    class Kind(models.TextChoices):
        PROSECUTOR = "prosecutor", "File with the Crown Prosecution Service"
        IN_PATIENT = "in_patient", "In hospital as an in-patient"

    bail = models.ForeignKey(Bail, models.PROTECT, related_name="pauses")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["began_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bail", "kind"], condition=Q(ended_on__isnull=True), name="one_open_pause_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")), name="pause_ends_after_it_began"
            ),
        ]


class Investigation(models.Model):
    """One release under investigation: no conditions and no date in law; a supervisor looks at it (B7)."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="investigation")
    arrest = models.ForeignKey(Arrest, models.PROTECT, null=True, blank=True, related_name="investigations")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="investigations")
    released_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField(blank=True)
    reviews = models.PositiveSmallIntegerField(default=0)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review_due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=24, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["review_due_at"], condition=Q(ended_at__isnull=True), name="under_investigation_soonest"
            )
        ]

    @property
    def ref(self) -> str:
        return f"investigation:{self.pk}"
