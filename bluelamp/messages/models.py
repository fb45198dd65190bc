"""Messages that leave, or were to leave."""

from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    QUEUED = "queued", "Waiting to leave"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Not sent: the provider did not take it"
    REFUSED = "refused", "Not sent: it was no longer safe"
    KEPT = "kept", "Not sent: no provider set"


class Message(models.Model):
    """One message to one person. The row is the queue: it is written with the change that asks for it, or not at all.

    `address`, `personalisation` and `safe` (what was said to be safe when it was asked for) are personal.
    """

    to = models.CharField(max_length=100)
    channel = models.CharField(max_length=10)
    address = models.TextField()
    template = models.CharField(max_length=100)
    personalisation = models.JSONField(default=dict)
    safe = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    asked_by = models.CharField(max_length=100)
    asked_at = models.DateTimeField()
    try_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    reference = models.UUIDField(unique=True)
    provider_reference = models.CharField(max_length=100, default="")
    trouble = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["try_at"], condition=Q(state__in=["queued", "sending"]), name="messages_waiting"),
            models.Index(fields=["to", "asked_at"], name="messages_to"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk} to {self.to}: {self.get_state_display()}"

    @property
    def ref(self) -> str:
        return f"message:{self.pk}"
