"""Those called to a detained person, vulnerability as found, what healthcare advised, and what was said again."""

from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.detentions import Detention


class Called(models.Model):
    """One call to somebody for a detained person: asked, coming, here, gone, or could not come."""

    class Kind(models.TextChoices):
        ADULT = "appropriate_adult", "Appropriate adult"
        INTERPRETER = "interpreter", "Interpreter"
        SOLICITOR = "solicitor", "Solicitor"
        HEALTHCARE = "healthcare", "Healthcare"
        AMBULANCE = "ambulance", "Ambulance"
        CONSUL = "consul", "Consul"
        AUTHORITY = "local_authority", "Local authority"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="called")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    who = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    why = models.TextField(blank=True)
    called_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    expected_at = models.DateTimeField(null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    remote = models.BooleanField(null=True)
    relationship = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=60, blank=True)
    interpreter_number = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(arrived_at__gte=F("called_at")), name="came_after_called"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("called_at")), name="ended_after_called"
            ),
        ]
        indexes = [models.Index(fields=["detention", "kind"], name="called_to_detention")]

    @property
    def is_here(self) -> bool:
        """Arrived, and not gone."""
        return self.arrived_at is not None and self.ended_at is None

    @property
    def is_awaited(self) -> bool:
        """Called, and neither come nor given up."""
        return self.arrived_at is None and self.ended_at is None


class Vulnerability(models.Model):
    """Whether the person is vulnerable, as last found. No row: nobody has looked yet, not "no" (Code C 1.13)."""

    detention = models.OneToOneField(Detention, models.PROTECT, related_name="vulnerability")
    vulnerable = models.BooleanField()
    words = models.TextField()
    noted_at = models.DateTimeField()


class Advice(models.Model):
    """What healthcare advised: fit to be detained, to be interviewed, and when to look again."""

    class Fit(models.TextChoices):
        YES = "yes", "Fit"
        NO = "no", "Not fit"
        NOT_ASSESSED = "not_assessed", "Not assessed"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="advice")
    at = models.DateTimeField()
    who = models.CharField(max_length=200)
    to_detain = models.CharField(max_length=12, choices=Fit.choices)
    to_interview = models.CharField(max_length=12, choices=Fit.choices)
    again_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField()


class SaidAgain(models.Model):
    """A matter said again in the presence of the appropriate adult."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="said_again")
    called = models.ForeignKey(Called, models.PROTECT, related_name="+")
    matter = models.CharField(max_length=12)
    at = models.DateTimeField()
