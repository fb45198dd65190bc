"""The victim's own page: links, visits, passkeys, and the few questions asked there."""

from django.db import models
from django.db.models import Q

from bluelamp.victims.models.choosing import choices
from bluelamp.victims.models.thread import Victim
from bluelamp.victims.rules.explaining import Form
from bluelamp.victims.rules.own_page import Link
from bluelamp.victims.rules.survey import Said, Stage


class Invitation(models.Model):
    """A link to the victim's own page. Only what token and code hash to is kept; neither can be read back."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default="en")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    by_letter = models.BooleanField(default=False)
    used_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    def link(self) -> Link:
        """The link as the rule takes it."""
        taken_back = self.taken_back_at is not None
        return Link(
            made_at=self.made_at, used=self.used_at is not None, taken_back=taken_back, tries=self.tries,
            by_letter=self.by_letter,
        )  # fmt: skip


class OwnVisit(models.Model):
    """The victim's own page while it is open, apart from every officer's sign-in."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="own_visits")
    key_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=5, default="en")
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    challenge_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    form = models.CharField(max_length=12, choices=choices(Form), default=Form.PLAIN.value)


class OwnPasskey(models.Model):
    """A passkey to one victim's own page, in a table of its own: it opens nothing else, and no officer's passkey opens
    this page. `public` is the public half; the private half never leaves the victim's device."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="own_passkeys")
    credential_hash = models.CharField(max_length=64, unique=True)
    public = models.BinaryField()
    count = models.PositiveBigIntegerField(default=0)
    language = models.CharField(max_length=5, default="en")
    kept_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)


class Survey(models.Model):
    """The few questions at one stage: asked by a message at most once, answered or declined on the victim's own page.

    `words` are personal and can be erased; nobody is shown them with a name.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="surveys")
    stage = models.CharField(max_length=8, choices=choices(Stage))
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    informed = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Said], blank=True)
    fair = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Said], blank=True)
    safe = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Said], blank=True)
    words = models.TextField(blank=True)
    words_erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["victim", "stage"], name="one_survey_a_stage"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(declined_at=None), name="survey_answered_or_declined"
            ),
        ]
        indexes = [models.Index(fields=["answered_at"], name="surveys_answered")]
