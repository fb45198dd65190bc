"""Agreements with partner bodies, what was shared under them, the links and keys by which they answer."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from bluelamp.partners.rules.agreement import Agreed
from bluelamp.partners.rules.answering import Standing
from bluelamp.partners.rules.fields import Purpose, in_words, with_role
from bluelamp.partners.rules.link import Facts

_OFFICER = "access.Officer"
_BODY = "places.PartnerBody"


class Agreement(models.Model):
    """An agreement to share, for one purpose: by which law, exactly which fields, from and to which day, who signed."""

    partner = models.ForeignKey(_BODY, models.PROTECT, related_name="agreements")
    reference = models.CharField(max_length=40, unique=True)
    gateway = models.CharField(max_length=200)
    purpose = models.CharField(max_length=30, choices=[(one.value, one.words) for one in Purpose])
    fields = ArrayField(models.CharField(max_length=30))
    begins = models.DateField()
    ends = models.DateField()
    signed_for_us = models.ForeignKey(_OFFICER, models.PROTECT, related_name="+")
    signed_for_them = models.CharField(max_length=120)
    signed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["purpose", "-ends"]
        constraints = [models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="agreement_ends_after_begins")]

    def __str__(self) -> str:
        return self.reference

    @property
    def ref(self) -> str:
        return f"agreement:{self.pk}"

    @property
    def field_words(self) -> str:
        return in_words(self.fields)

    def agreed(self) -> Agreed:
        """What the sharing rule takes."""
        return Agreed(
            reference=self.reference,
            gateway=self.gateway,
            purpose=self.purpose,
            fields=with_role(self.fields),
            begins=self.begins,
            ends=self.ends,
            ended=self.ended_at is not None,
        )


class Contact(models.Model):
    """How a body is reached, set by the force and never shipped."""

    partner = models.OneToOneField(_BODY, models.PROTECT, related_name="contact", primary_key=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    who = models.CharField(max_length=120, blank=True)
    set_at = models.DateTimeField()


class Share(models.Model):
    """Something shared with one body under one agreement. `held` are the agreed fields and is personal.

    `record` is what it was shared from, `about` whom else it concerns; `owner` is who follows the answer.
    """

    class Follow(models.TextChoices):
        ANSWER = "", "Until it is answered"
        REACHED = "reached", "Until somebody has reached the victim"

    partner = models.ForeignKey(_BODY, models.PROTECT, related_name="shares")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="shares")
    record = models.CharField(max_length=100)
    about = ArrayField(models.CharField(max_length=100), default=list)
    held = models.JSONField(default=dict)
    fields = ArrayField(models.CharField(max_length=30))
    urgent = models.BooleanField(default=False)
    follow = models.CharField(max_length=10, choices=Follow, blank=True, default=Follow.ANSWER)
    sent_by = models.CharField(max_length=100)
    owner = models.ForeignKey(_OFFICER, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    reached_at = models.DateTimeField(null=True)
    another_way_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["partner", "-sent_at"], name="shares_with_partner"),
            models.Index(fields=["record"], name="shares_of_record"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(declined_at=None) | Q(accepted_at__lte=F("declined_at")),
                name="share_declined_after_accepted",
            ),
            models.CheckConstraint(condition=Q(erased_at=None) | Q(held={}), name="share_erased_holds_nothing"),
        ]

    def __str__(self) -> str:
        return f"share {self.pk}"

    @property
    def ref(self) -> str:
        return f"share:{self.pk}"

    @property
    def records(self) -> tuple[str, ...]:
        """Every record it concerns."""
        return tuple(dict.fromkeys([self.record, *self.about]))

    @property
    def field_words(self) -> str:
        return in_words(self.fields)

    def standing(self, *, own: bool = True) -> Standing:
        """How it stands, as the rules take it."""
        return Standing(
            accepted=self.accepted_at is not None,
            declined=self.declined_at is not None,
            reached=self.reached_at is not None,
            taken_back=self.taken_back_at is not None,
            own=own,
        )


class Said(models.Model):
    """One answer of a partner to a share. `words` are personal."""

    share = models.ForeignKey(Share, models.PROTECT, related_name="said")
    answer = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ["-at", "-pk"]


class Link(models.Model):
    """A one-time link to one share. Token and code are kept only as hashes; `tries` are wrong codes."""

    share = models.ForeignKey(Share, models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    made_by = models.CharField(max_length=100)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    visit_hash = models.CharField(max_length=64, blank=True, db_index=True)
    visit_ends_at = models.DateTimeField(null=True)

    def facts(self) -> Facts:
        """What the rule of links takes."""
        return Facts(
            expires_at=self.expires_at,
            used=self.used_at is not None,
            taken_back=self.taken_back_at is not None,
            tries=self.tries,
        )


class WebhookKey(models.Model):
    """A body's key for signed answers. The secret is worked out from `seed` and the installation's own secret, and is
    kept nowhere."""

    partner = models.ForeignKey(_BODY, models.PROTECT, related_name="webhook_keys")
    seed = models.UUIDField(unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
