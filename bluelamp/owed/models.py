"""The one table of promises."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Least


class State(models.TextChoices):
    OPEN = "open", "Open"
    KEPT = "kept", "Kept"
    LATE = "late", "Late"
    BROKEN = "broken", "Broken"
    WITHDRAWN = "withdrawn", "No longer owed"


class Promise(models.Model):
    """One promise. `due_at` is stored to be found; the kind's rule is asked again before an alarm is trusted to it."""

    kind = models.CharField(max_length=100)
    record = models.CharField(max_length=100)
    slot = models.CharField(max_length=100, default="")
    due_at = models.DateTimeField()
    began_at = models.DateTimeField()
    alarm_at = models.DateTimeField(null=True)
    to = models.CharField(max_length=200)
    acts = models.CharField(max_length=100)
    unit = models.CharField(max_length=200, default="")
    words = models.JSONField(default=dict)  # personal, erasable; never copied into the ledger's facts
    facts = models.JSONField(default=dict)
    about = ArrayField(models.CharField(max_length=100), default=list)
    basis = models.TextField(default="")
    because = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    settled_at = models.DateTimeField(null=True)
    raised = ArrayField(models.SmallIntegerField(), default=list)  # minutes left when each alarm was raised
    failures = models.SmallIntegerField(default=0)
    trouble = models.TextField(default="")
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "record", "slot"], name="owed_promise_once"),
            models.CheckConstraint(
                condition=models.Q(state=State.OPEN, settled_at=None)
                | (~models.Q(state=State.OPEN) & models.Q(settled_at__isnull=False, alarm_at=None)),
                name="owed_promise_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["alarm_at"], condition=models.Q(state=State.OPEN), name="owed_alarm"),
            models.Index(fields=["due_at"], condition=models.Q(state=State.OPEN), name="owed_soonest"),
            models.Index(fields=["acts", "due_at"], condition=models.Q(state=State.OPEN), name="owed_acts"),
            models.Index(fields=["record", "due_at"], name="owed_record"),
            models.Index(Least("due_at", "settled_at"), name="owed_decided"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record} {self.slot}".strip()
