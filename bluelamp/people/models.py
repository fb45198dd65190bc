"""Persons, vehicles and what joins them. A person has no role of their own: roles belong to a case."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from bluelamp.people.rules.ages import Born
from bluelamp.people.rules.names import folded, sounds
from bluelamp.people.rules.plates import Plate, Style, plate
from bluelamp.people.rules.safe_contact import Safe, Way
from bluelamp.people.rules.unknowns import Answer

ANSWERS = [(answer.value, answer.words) for answer in Answer]
ETHNICITIES = {
    "W1": "White: British",
    "W2": "White: Irish",
    "W3": "White: Gypsy or Irish Traveller",
    "W9": "White: other",
    "M1": "Mixed: White and Black Caribbean",
    "M2": "Mixed: White and Black African",
    "M3": "Mixed: White and Asian",
    "M9": "Mixed: other",
    "A1": "Asian: Indian",
    "A2": "Asian: Pakistani",
    "A3": "Asian: Bangladeshi",
    "A4": "Asian: Chinese",
    "A9": "Asian: other",
    "B1": "Black: Caribbean",
    "B2": "Black: African",
    "B9": "Black: other",
    "O2": "Arab",
    "O9": "Other",
    "NS": "Not stated",
}
"""Self-defined ethnicity, 18+1 of the 2011 census."""
PERCEIVED = {
    "IC1": "White, North European",
    "IC2": "White, South European",
    "IC3": "Black",
    "IC4": "Asian",
    "IC5": "Chinese, Japanese or South-East Asian",
    "IC6": "Middle Eastern",
    "IC9": "Not known",
}
"""Ethnicity as an officer perceived it: kept apart, and never derived from the other or it from this (D11)."""
SELF_DESCRIBED = ("gender_identity", "orientation", "religion", "partnership", "pregnancy")
"""Asked only where the person wishes to say, never shown beside a case, never derived from one another (D11, D12)."""
OPTIONAL = ("sex", "ethnicity", "language", "interpreter", "disability", "home", "phone", "email", *SELF_DESCRIBED)
"""Text answers of a person, each with a column `<name>_answer` that says which of the four unknowns it is."""


def _answer() -> "models.CharField[str, str]":
    return models.CharField(max_length=9, choices=ANSWERS, default=Answer.NOT_ASKED)


def _agrees(name: str) -> models.CheckConstraint:
    known = Q(**{f"{name}_answer": Answer.KNOWN})
    given = ~Q(**{name: ""})
    return models.CheckConstraint(condition=(known & given) | (~known & ~given), name=f"{name}_answer_agrees")


class Named(models.Model):
    """A name kept exactly, with the columns by which it is found."""

    folded = models.TextField()
    sounds = ArrayField(models.TextField(), default=list)

    class Meta:
        abstract = True

    def find_by(self, name: str) -> None:
        """Set what the name is found by."""
        self.folded, self.sounds = folded(name), sounds(name)


class Person(Named):
    """A person, entered once, with one identity from the first call to the last hearing."""

    given_names = models.TextField(blank=True)
    family_name = models.TextField(blank=True)
    born_on = models.DateField(null=True, blank=True)
    born_on_answer = _answer()
    age_low = models.PositiveSmallIntegerField(null=True, blank=True)
    age_high = models.PositiveSmallIntegerField(null=True, blank=True)
    age_estimated_on = models.DateField(null=True, blank=True)
    sex = models.TextField(blank=True)
    sex_answer = _answer()
    ethnicity = models.CharField(max_length=2, blank=True, choices=list(ETHNICITIES.items()))
    ethnicity_answer = _answer()
    perceived_ethnicity = models.CharField(max_length=3, blank=True, choices=list(PERCEIVED.items()))
    perceived_by = models.CharField(max_length=60, blank=True)
    language = models.TextField(blank=True)
    language_answer = _answer()
    interpreter = models.TextField(blank=True)
    interpreter_answer = _answer()
    disability = models.TextField(blank=True)
    disability_answer = _answer()
    home = models.TextField(blank=True)
    home_answer = _answer()
    phone = models.TextField(blank=True)
    phone_answer = _answer()
    email = models.TextField(blank=True)
    email_answer = _answer()
    gender_identity = models.TextField(blank=True)
    gender_identity_answer = _answer()
    orientation = models.TextField(blank=True)
    orientation_answer = _answer()
    religion = models.TextField(blank=True)
    religion_answer = _answer()
    partnership = models.TextField(blank=True)
    partnership_answer = _answer()
    pregnancy = models.TextField(blank=True)
    pregnancy_answer = _answer()
    notes = models.TextField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)

    class Meta:
        indexes = [
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="person_folded_trigram"),
            GinIndex(fields=["sounds"], name="person_sounds"),
        ]
        constraints = [
            *(_agrees(name) for name in OPTIONAL),
            models.CheckConstraint(
                condition=Q(born_on_answer=Answer.KNOWN, born_on__isnull=False)
                | (~Q(born_on_answer=Answer.KNOWN) & Q(born_on__isnull=True)),
                name="born_on_answer_agrees",
            ),
            models.CheckConstraint(
                condition=Q(age_low__isnull=True, age_high__isnull=True, age_estimated_on__isnull=True)
                | Q(age_low__lte=models.F("age_high"), age_estimated_on__isnull=False),
                name="age_estimate_is_whole",
            ),
            models.CheckConstraint(condition=Q(ethnicity__in=["", *ETHNICITIES]), name="ethnicity_is_18_plus_1"),
            models.CheckConstraint(
                condition=Q(perceived_ethnicity="") | ~Q(perceived_by=""), name="perceived_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        return f"person:{self.pk}"

    @property
    def name(self) -> str:
        """The name exactly as given, or that it is not known."""
        return " ".join(part for part in (self.given_names, self.family_name) if part) or "Name not known"

    def born(self) -> Born:
        """The facts an age is worked out from."""
        return Born(on=self.born_on, low=self.age_low, high=self.age_high, estimated_on=self.age_estimated_on)


class Alias(Named):
    """Another name the person is known by."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aliases")
    words = models.TextField()
    source = models.TextField()
    added_at = models.DateTimeField()

    class Meta:
        indexes = [
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="alias_folded_trigram"),
            GinIndex(fields=["sounds"], name="alias_sounds"),
        ]
        constraints = [models.UniqueConstraint(fields=["person", "words"], name="one_alias_once")]


class Vehicle(models.Model):
    """A vehicle by its plate as seen. A plate is not a vehicle, a keeper or a driver."""

    as_seen = models.TextField()
    normalised = models.TextField(db_index=True)
    skeleton = models.TextField(db_index=True)
    style = models.CharField(max_length=16, choices=[(style.value, style.words) for style in Style])
    flag = models.TextField(blank=True)
    make = models.TextField(blank=True)
    colour = models.TextField(blank=True)
    identity_number = models.TextField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)

    class Meta:
        indexes = [GinIndex(fields=["normalised"], opclasses=["gin_trgm_ops"], name="vehicle_plate_trigram")]

    def __str__(self) -> str:
        return self.as_seen

    @property
    def ref(self) -> str:
        return f"vehicle:{self.pk}"

    def plate(self) -> Plate:
        """The plate as the rules read it."""
        return plate(self.as_seen)


ROLES = ("victim", "witness", "suspect", "convicted", "caller", "other_role")
"""Kinds of link that are a part in one case, never a property of the person."""
TIES = ("married", "engaged", "intimate", "shared_child", "relatives")
"""Kinds of link that join two people in law, now or before; sharing a home alone does not."""
WITH_VEHICLES = ("keeper", "driver", "passenger")


class Link(models.Model):
    """What joins a person to another person, a vehicle or a case: typed, dated, sourced.

    `record` names the case of a role ("incident:41"); the same person may be victim in one and suspect in another.
    A tie that has ended stays a tie in law; one that is `withdrawn` was written in error and never was one.
    """

    class Kind(models.TextChoices):
        VICTIM = "victim", "Victim"
        WITNESS = "witness", "Witness"
        SUSPECT = "suspect", "Suspect"
        CONVICTED = "convicted", "Convicted"
        CALLER = "caller", "Caller"
        OTHER_ROLE = "other_role", "Other part in it"
        MARRIED = "married", "Married or civil partners, now or before"
        ENGAGED = "engaged", "Agreed to marry, now or before"
        INTIMATE = "intimate", "Intimate, now or before"
        SHARED_CHILD = "shared_child", "Parents of one child"
        RELATIVES = "relatives", "Relatives"
        SHARED_HOME = "shared_home", "Share a home"
        REPRESENTATIVE = "representative", "Speaks for"
        KEEPER = "keeper", "Keeper"
        DRIVER = "driver", "Driver"
        PASSENGER = "passenger", "Passenger"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    other = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="linked_from")
    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, null=True, blank=True, related_name="links")
    record = models.CharField(max_length=60, blank=True, db_index=True)
    source = models.TextField()
    since = models.DateField(null=True, blank=True)
    linked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ROLES, other=None, vehicle=None) & ~Q(record="")
                | Q(kind__in=WITH_VEHICLES, other=None, vehicle__isnull=False, record="")
                | Q(other__isnull=False, vehicle=None, record="") & ~Q(kind__in=[*ROLES, *WITH_VEHICLES]),
                name="link_joins_what_its_kind_joins",
            ),
            models.CheckConstraint(condition=Q(other=None) | ~Q(other=models.F("person")), name="not_linked_to_self"),
        ]


class SafeContact(models.Model):
    """How the person said they may be reached; one in force, earlier ones kept. `doubtful` are ways that came back, or
    where somebody else answered; `asks` is the name of the officer who wrote it down; `post_to`: where a letter is
    safe."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="safe_contacts")
    ways = ArrayField(models.CharField(max_length=16), default=list)
    number = models.TextField(blank=True)
    post_to = models.TextField(blank=True, default="")
    since = models.TimeField(null=True, blank=True)
    until = models.TimeField(null=True, blank=True)
    code_word = models.TextField(blank=True)
    shared_device = models.BooleanField(default=False)
    do_not_ring = models.BooleanField(default=False)
    doubtful = ArrayField(models.CharField(max_length=16), default=list)
    asks = models.CharField(max_length=120, blank=True, default="")
    source = models.TextField()
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="one_safe_contact_in_force"
            )
        ]

    def facts(self) -> Safe:
        """What the safe contact rule takes."""
        return Safe(
            ways=frozenset(Way(way) for way in self.ways),
            since=self.since,
            until=self.until,
            shared_device=self.shared_device,
            do_not_ring=self.do_not_ring,
            doubtful=frozenset(Way(way) for way in self.doubtful),
            ask=self.asks,
        )


class KeptAddress(models.Model):
    """A new address of a person that must never reach somebody: kept here alone, not as their home."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="kept_addresses")
    address = models.TextField()
    why = models.TextField()
    kept_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="one_kept_address_in_force"
            )
        ]


class PersonWarning(models.Model):
    """What must be seen before anyone goes near: with its source and the day it lapses."""

    class Kind(models.TextChoices):
        VIOLENCE = "violence", "Violent"
        WEAPONS = "weapons", "Weapons"
        SELF_HARM = "self_harm", "Self-harm"
        MEDICAL = "medical", "Medical"
        CONDITIONS = "conditions", "Conditions in force"
        ORDER = "order", "Order in force"
        REPEAT_VICTIM = "repeat_victim", "Repeat victim"
        VULNERABLE = "vulnerable", "Vulnerable"
        OTHER = "other", "Other"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="warnings")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    words = models.TextField()
    source = models.TextField()
    raised_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("raised_at")), name="warning_lapses_later")
        ]


class NumberWarning(models.Model):
    """What must be known before a call from a number is graded; `decided_by` is the name of whoever decided it."""

    number = models.CharField(max_length=40)
    number_key = models.CharField(max_length=20, db_index=True)
    words = models.TextField()
    source = models.TextField()
    decided_by = models.CharField(max_length=120)
    raised_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("raised_at")), name="number_warning_lapses")
        ]

    @property
    def ref(self) -> str:
        return f"number_warning:{self.pk}"
