"""Arrests, places asked for, detentions and what happens in them. A record turns itself into the facts a rule takes."""

from dataclasses import replace

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from bluelamp.custody.rules import facts


class Arrest(models.Model):
    """One arrest without warrant, with its grounds and necessity (P1)."""

    class OffenceClass(models.TextChoices):
        INDICTABLE = "indictable", "Indictable only"
        EITHER_WAY = "either_way", "Either way"
        SUMMARY = "summary", "Summary only"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="arrests")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, null=True, blank=True, related_name="arrests")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="arrests")
    arrested_at = models.DateTimeField()
    way = models.CharField(max_length=20, default=facts.Way.FIRST_STATION.value)
    place_words = models.TextField(blank=True)
    offence_code = models.CharField(max_length=12)
    offence_words = models.CharField(max_length=200)
    offence_class = models.CharField(max_length=10, choices=OffenceClass.choices)
    domestic = models.BooleanField(default=False)
    grounds = models.TextField()
    necessity = ArrayField(models.CharField(max_length=40))
    necessity_words = models.TextField(blank=True)
    voluntary_considered = models.BooleanField(default=True)
    voluntary_why = models.TextField(blank=True)
    caution_reply = models.TextField(blank=True)
    appears_under_18 = models.BooleanField(default=False)
    dearrested_at = models.DateTimeField(null=True, blank=True)

    @property
    def ref(self) -> str:
        return f"arrest:{self.pk}"


class Slot(models.Model):
    """A place asked of a suite before setting out; it lapses 45 minutes past its time (P31)."""

    arrest = models.ForeignKey(Arrest, models.PROTECT, related_name="slots")
    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="slots")
    asked_at = models.DateTimeField()
    eta = models.DateTimeField()
    lapses_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    why = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["arrest"], condition=Q(ended_at__isnull=True), name="one_live_slot_per_arrest"
            )
        ]

    @property
    def ref(self) -> str:
        return f"slot:{self.pk}"


class Detention(models.Model):
    """One custody record. The database holds: one open record per person."""

    number = models.CharField(max_length=14, unique=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="detentions")
    arrest = models.ForeignKey(Arrest, models.PROTECT, null=True, blank=True, related_name="detentions")
    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="detentions")
    of_the_borough = models.BooleanField(default=True)
    first_station_at = models.DateTimeField()
    arrived_at = models.DateTimeField()
    relevant_time = models.DateTimeField(null=True, blank=True)
    limit_at = models.DateTimeField(null=True, blank=True)
    authorised_at = models.DateTimeField(null=True, blank=True)
    authorised_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    grounds = models.TextField(blank=True)
    review_due_at = models.DateTimeField(null=True, blank=True)
    charged_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    disposal = models.CharField(max_length=70, blank=True)
    disposal_words = models.TextField(blank=True)
    bail_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(released_at__isnull=True), name="one_open_detention_per_person"
            ),
            models.CheckConstraint(
                condition=Q(authorised_at__isnull=True) | Q(authorised_at__gte=F("arrived_at")),
                name="authorised_after_arrival",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(released_at__gte=F("arrived_at")),
                name="released_after_arrival",
            ),
            models.CheckConstraint(
                condition=Q(arrived_at__gte=F("first_station_at")), name="suite_after_first_station"
            ),
        ]
        indexes = [models.Index(fields=["suite"], condition=Q(released_at__isnull=True), name="held_now")]

    @property
    def ref(self) -> str:
        return f"detention:{self.pk}"

    def as_facts_on_arrival(self) -> facts.Detention:
        """What the detention clock depends on before anything else has happened."""
        return facts.Detention(
            arrest=facts.Arrest(
                arrested_at=self.arrest.arrested_at if self.arrest else self.first_station_at,
                way=facts.Way(self.arrest.way) if self.arrest else facts.Way.FIRST_STATION,
                first_station_at=self.first_station_at,
            )
        )

    def as_facts(self) -> facts.Detention:
        """Everything the detention clock depends on."""
        extensions = tuple(
            facts.Extension(authorised_at=each.authorised_at, until=each.until) for each in self.extensions.all()
        )
        return replace(self.as_facts_on_arrival(), hospital=self.hospital_visits(), extensions=extensions)

    def hospital_visits(self) -> tuple[facts.HospitalVisit, ...]:
        """Every visit to hospital, with what was questioning."""
        return tuple(each.as_facts() for each in self.absences.all())

    def reviews_done(self) -> tuple["Review", ...]:
        """Reviews done, in order."""
        return tuple(sorted(self.reviews.all(), key=lambda each: each.done_at))


class Absence(models.Model):
    """Away at hospital, both journeys included; questioning there does not pause the clock (P12)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="absences")
    left_at = models.DateTimeField()
    returned_at = models.DateTimeField(null=True, blank=True)
    questioned_from = models.DateTimeField(null=True, blank=True)
    questioned_to = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention"], condition=Q(returned_at__isnull=True), name="one_absence_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | Q(returned_at__gt=F("left_at")), name="returned_after_leaving"
            ),
        ]

    def as_facts(self) -> facts.HospitalVisit:
        """The visit as the clock takes it."""
        questioned: tuple[facts.Period, ...] = ()
        if self.questioned_from and self.questioned_to:
            questioned = (facts.Period(began_at=self.questioned_from, ended_at=self.questioned_to),)
        return facts.HospitalVisit(left_at=self.left_at, returned_at=self.returned_at, questioned=questioned)


class Review(models.Model):
    """One review of detention done (P13)."""

    class Outcome(models.TextChoices):
        CONTINUED = "continued", "Detention is still necessary"
        RELEASE = "release", "Detention is no longer necessary"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="reviews")
    n = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="reviews_done")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    words = models.TextField()
    representations = models.TextField(blank=True)
    method = models.CharField(max_length=12, default="in_person")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["detention", "n"], name="one_review_of_a_number")]


class Postponement(models.Model):
    """A review put off for a reason the law names (P14)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="postponements")
    n = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40)
    words = models.TextField()


class Extension(models.Model):
    """A superintendent's authority to keep somebody to a time (P15)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="extensions")
    authorised_at = models.DateTimeField()
    until = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    grounds = models.TextField()
    representations = models.TextField(blank=True)


class CellStay(models.Model):
    """A detained person in a cell. The database holds: one stay per cell and per person at a time (P30)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="stays")
    cell = models.ForeignKey("places.Cell", models.PROTECT, related_name="stays")
    during = DateTimeRangeField()
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_person_per_cell",
                expressions=[("cell", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="one_cell_per_person",
                expressions=[("detention", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
        ]


class SuiteSerial(models.Model):
    """The last custody record number given by a suite."""

    suite = models.OneToOneField("places.Suite", models.PROTECT, primary_key=True)
    last = models.PositiveIntegerField()
