"""Custody records and absences at hospital. A record turns itself into the facts a rule takes."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.models.arrests import Arrest
from bluelamp.custody.rules import facts

if TYPE_CHECKING:
    from bluelamp.custody.models.clocks import Review


SERIOUS = ("indictable", "either_way", "summary")


class Detention(models.Model):
    """One custody record. The database holds: one open record per person."""

    number = models.CharField(max_length=14, unique=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="detentions")
    arrest = models.ForeignKey(Arrest, models.PROTECT, null=True, blank=True, related_name="detentions")
    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="detentions")
    # Back on bail: earlier stays count, the time on bail does not (PACE s.47(6), (6A)).
    on_bail = models.ForeignKey("custody.Bail", models.PROTECT, null=True, blank=True, related_name="returns")
    arrested_for_breach = models.BooleanField(default=False)
    # Kept on the row so that an ordinary record asks no table of warrants or further arrests.
    warrants = models.PositiveSmallIntegerField(default=0)
    warrant_asked_at = models.DateTimeField(null=True, blank=True)
    further_offence_class = models.CharField(max_length=10, blank=True)
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
    # Asked at the desk: None is not asked yet, and never taken for "no".
    appears_under_18 = models.BooleanField(null=True, blank=True)
    shown_to_be_adult = models.BooleanField(default=False)
    # Said by the care plan, the desk and those called, and kept here so that the whiteboard reads one row a person.
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    must_rouse = models.BooleanField(default=False)
    visited_at = models.DateTimeField(null=True, blank=True)
    visit_due_at = models.DateTimeField(null=True, blank=True)
    risk_marks = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    waiting_for = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)

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
        made = facts.Arrest(arrested_at=self.first_station_at, first_station_at=self.first_station_at)
        if self.arrest:
            made = self.arrest.as_facts(first_station_at=self.first_station_at)
        if self.on_bail is None:
            return facts.Detention(arrest=made)
        return facts.Detention(
            arrest=made,
            earlier=self.on_bail.spells(),
            returned_at=self.arrived_at,
            arrested_for_breach=self.arrested_for_breach,
        )

    def as_facts(self) -> facts.Detention:
        """Everything the detention clock depends on."""
        extensions = tuple(
            facts.Extension(authorised_at=each.authorised_at, until=each.until) for each in self._beside("extensions")
        )
        granted = self.applications.all() if self.warrants else ()
        warrants = tuple(each.as_facts() for each in granted if each.issued_at)
        return replace(
            self.as_facts_on_arrival(), hospital=self.hospital_visits(), extensions=extensions, warrants=warrants
        )

    def kind_of_offence(self) -> str:
        """The most serious kind among the offences the person is under arrest for (PACE s.42(1)(b))."""
        kinds = [self.arrest.offence_class] if self.arrest else []
        kinds += [self.further_offence_class] if self.further_offence_class else []
        return min(kinds, key=SERIOUS.index, default="summary")

    def hospital_visits(self) -> tuple[facts.HospitalVisit, ...]:
        """Every visit to hospital, with what was questioning."""
        return tuple(each.as_facts() for each in self._beside("absences"))

    def reviews_done(self) -> tuple["Review", ...]:
        """Reviews done, in order."""
        return tuple(sorted(self._beside("reviews"), key=lambda each: each.done_at))

    def _beside(self, name: str) -> Iterable[Any]:
        """What stands beside the record under that name: as it was fetched with it, else by one statement."""
        if name in getattr(self, "_prefetched_objects_cache", ()):
            found: Iterable[Any] = getattr(self, name).all()
            return found
        return _of_a_detention(name).ask(detention=self.pk)


@cache
def _of_a_detention(name: str) -> Compiled[Any]:
    beside: Any = Detention._meta.get_field(name).related_model
    return Compiled(lambda: beside.objects.filter(detention_id=Given("detention")))


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


class SuiteSerial(models.Model):
    """The last custody record number given by a suite."""

    suite = models.OneToOneField("places.Suite", models.PROTECT, primary_key=True)
    last = models.PositiveIntegerField()
