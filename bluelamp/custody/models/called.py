"""Those called to a detained person, interviews, and rights delayed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.custody.models.detentions import Detention


class Called(models.Model):
    """Somebody called to a detained person: when, who, and when they came (P23, P25)."""

    class Kind(models.TextChoices):
        APPROPRIATE_ADULT = "appropriate_adult", "Appropriate adult"
        INTERPRETER = "interpreter", "Interpreter"
        SOLICITOR = "solicitor", "Solicitor"
        HEALTHCARE = "healthcare", "Healthcare"
        AMBULANCE = "ambulance", "Ambulance"
        CONSULATE = "consulate", "Consulate"
        LOCAL_AUTHORITY = "local_authority", "Local authority"
        SOMEONE_INFORMED = "someone_informed", "Person to be told"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="called")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    called_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    who = models.CharField(max_length=200, blank=True)
    relation = models.CharField(max_length=20, blank=True)
    why = models.TextField(blank=True)
    language = models.CharField(max_length=60, blank=True)
    remote = models.BooleanField(default=False)
    arrived_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    not_coming_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(arrived_at__gte=F("called_at")), name="came_after_the_call"
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("arrived_at")), name="left_after_coming"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"called:{self.pk}"

    @property
    def state(self) -> str:
        """waiting, here, gone or not_coming."""
        if self.not_coming_at:
            return "not_coming"
        if self.arrived_at is None:
            return "waiting"
        return "gone" if self.left_at else "here"


class RightDelayed(models.Model):
    """A right delayed on the authority of the rank the law names (PACE s.56, s.58; Code C Annex B)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="rights_delayed")
    right = models.CharField(max_length=20)
    since = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    grounds = ArrayField(models.CharField(max_length=40))
    words = models.TextField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention", "right"], condition=Q(ended_at__isnull=True), name="one_delay_of_a_right"
            )
        ]


class Interview(models.Model):
    """One interview: who took the person, from when to when, and who was there."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="interviews")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    present = models.CharField(max_length=200, blank=True)
    urgent_words = models.TextField(blank=True)
    breaks = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["detention"], condition=Q(ended_at__isnull=True), name="one_interview_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")),
                name="interview_ended_after_it_began",
            ),
        ]
