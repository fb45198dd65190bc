"""Tables of the borough. Definitions come from a borough's folder; state (a faulty phone, a closed cell) lives here."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.places.rules.points import Point


class Located(models.Model):
    """Something that stands at a point; `assumption` says in words what a force must still set."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    lat = models.FloatField()
    lon = models.FloatField()
    note = models.TextField(blank=True)
    assumption = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def point(self) -> Point:
        return Point(self.lat, self.lon)


class Station(Located):
    """A police station. Designated: detainees may be held there for more than six hours (PACE s.35)."""

    in_borough = models.BooleanField(default=True)
    has_reception = models.BooleanField(default=False)
    has_cells = models.BooleanField(default=False)
    designated = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "name"]


class ContactPoint(Located):
    """A place where the public reach the police, such as the yellow phone on the pavement."""

    class State(models.TextChoices):
        WORKING = "working", "Working"
        FAULTY = "faulty", "Out of order"
        TESTING = "testing", "Being tested"

    station = models.ForeignKey(Station, null=True, blank=True, on_delete=models.PROTECT, related_name="contact_points")
    device = models.CharField(max_length=60, unique=True)
    channel = models.CharField(max_length=30, default="HELP_POINT")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WORKING)
    state_since = models.DateTimeField()
    fault = models.TextField(blank=True)
    last_test_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "name"]

    @property
    def in_order(self) -> bool:
        return self.state != self.State.FAULTY


class Suite(Located):
    """A custody suite at a designated station."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="suites")

    class Meta:
        ordering = ["position", "name"]


class Cell(models.Model):
    """One cell. Kind says whom it is kept for; features say what it has, such as a camera."""

    class Kind(models.TextChoices):
        MALE = "male", "Men"
        FEMALE = "female", "Women and girls"
        CHILD = "child", "Children"
        ANY = "any", "Anyone"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"

    suite = models.ForeignKey(Suite, on_delete=models.PROTECT, related_name="cells")
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    features = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    closed_why = models.CharField(max_length=120, blank=True)
    assumption = models.TextField(blank=True)

    class Meta:
        ordering = ["suite__position", "position"]
        constraints = [
            models.UniqueConstraint(fields=["suite", "number"], name="one_cell_of_a_number"),
            models.CheckConstraint(
                condition=Q(state="open", closed_why="") | (Q(state="closed") & ~Q(closed_why="")),
                name="closed_cell_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.suite.name} {self.number}"

    @property
    def has_camera(self) -> bool:
        return "camera" in self.features


class Team(models.Model):
    """A team of the command. `on_call` is how many of it must be on call at every minute."""

    class Kind(models.TextChoices):
        RESPONSE = "response", "Response"
        NEIGHBOURHOOD = "neighbourhood", "Neighbourhood"
        INVESTIGATION = "investigation", "Investigation"
        DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
        PUBLIC_PROTECTION = "public_protection", "Public protection"
        VICTIM_CARE = "victim_care", "Victim care"
        ROADS = "roads", "Roads"
        PROACTIVE = "proactive", "Proactive"
        COMMAND = "command", "Command and planning"
        SPECIALS = "specials", "Special constables"
        CALL_HANDLING = "call_handling", "Call handling"
        DISPATCH = "dispatch", "Dispatch"
        CUSTODY = "custody", "Custody"

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    base = models.ForeignKey(Station, null=True, blank=True, on_delete=models.PROTECT, related_name="teams")
    strength = models.PositiveSmallIntegerField()
    on_call = models.PositiveSmallIntegerField(default=1)
    of_the_borough = models.BooleanField(default=True)
    call_signs = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    skills = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    areas = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    note = models.TextField(blank=True)
    assumption = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class PartnerBody(models.Model):
    """A body the command works with. Contact details are set by the force and never shipped."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    does = models.TextField()
    assumption = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "partner bodies"

    def __str__(self) -> str:
        return self.name


class AddressWarning(models.Model):
    """What must be known before anyone goes to an address, with its source and when it stops."""

    address = models.CharField(max_length=200)
    address_key = models.CharField(max_length=200, db_index=True)
    postcode = models.CharField(max_length=8, blank=True, db_index=True)
    words = models.TextField()
    source = models.CharField(max_length=120)
    raised_by = models.CharField(max_length=60)
    raised_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["-raised_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("raised_at")), name="warning_expires_after_it_is_raised"
            ),
            models.CheckConstraint(condition=~Q(words="") & ~Q(source=""), name="warning_has_words_and_source"),
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.words}"
