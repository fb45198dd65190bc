"""Messages that leave, or were to leave."""

from django.db import models
from django.db.models import Q

from bluelamp.messages.rules.afterwards import Standing


class State(models.TextChoices):
    QUEUED = "queued", "Waiting to leave"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Not sent: the provider did not take it"
    REFUSED = "refused", "Not sent: it was no longer safe"
    KEPT = "kept", "Not sent: no provider set"
    BOUNCED = "bounced", "Not received: it came back"
    WITHDRAWN = "withdrawn", "Not sent: taken back"


WAITING = (State.QUEUED, State.SENDING)
UNSENT = (State.FAILED, State.REFUSED, State.KEPT, State.BOUNCED)
ON_ITS_WAY = (*WAITING, State.SENT)
"""States in which the same news by the same channel is not sent to the same person again."""


class Message(models.Model):
    """One message to one person. The row is the queue: it is written with the change that asks for it, or not at all.

    `address`, `personalisation` and `safe` (what was said to be safe when it was asked for) are personal. `about` is
    the record it was written from; `owed_kind` and `owed_slot` name the promise of that record that it tells of, where
    there is one. `unsent_at` is when it first did not leave, `reached_at` when the person was reached another way.
    `news` says which news it points to (empty: none in particular): nobody is told the same twice by one channel.
    `result` is what the provider said became of it, `ask_result_at` when it is asked for next;
    `language` and `form` are those in which a letter is written;
    `doubted_at` when it showed that this way may not reach them.
    """

    to = models.CharField(max_length=100)
    about = models.CharField(max_length=100, default="")
    owed_kind = models.CharField(max_length=100, default="")
    owed_slot = models.CharField(max_length=100, default="")
    channel = models.CharField(max_length=10)
    address = models.TextField()
    template = models.CharField(max_length=100)
    language = models.CharField(max_length=5, default="en")
    form = models.CharField(max_length=12, default="plain")
    personalisation = models.JSONField(default=dict)
    safe = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    asked_by = models.CharField(max_length=100)
    asked_at = models.DateTimeField()
    try_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    again = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    unsent_at = models.DateTimeField(null=True)
    reached_at = models.DateTimeField(null=True)
    reference = models.UUIDField(unique=True)
    provider_reference = models.CharField(max_length=100, default="")
    trouble = models.TextField(default="")
    news = models.CharField(max_length=310, default="")
    result = models.CharField(max_length=20, default="")
    result_at = models.DateTimeField(null=True)
    ask_result_at = models.DateTimeField(null=True)
    doubted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["to", "channel", "news"],
                condition=~Q(news="") & Q(state__in=["queued", "sending", "sent"]),
                name="messages_nobody_told_twice",
            )
        ]
        indexes = [
            models.Index(fields=["ask_result_at"], condition=Q(ask_result_at__isnull=False), name="messages_to_ask"),
            models.Index(fields=["try_at"], condition=Q(state__in=["queued", "sending"]), name="messages_waiting"),
            models.Index(fields=["to", "asked_at"], name="messages_to"),
            models.Index(fields=["state", "-id"], name="messages_by_state"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk} to {self.to}: {self.get_state_display()}"

    @property
    def ref(self) -> str:
        return f"message:{self.pk}"

    @property
    def records(self) -> tuple[str, ...]:
        """Whom it is to and what it is about."""
        return tuple(dict.fromkeys(one for one in (self.to, self.about) if one))

    def standing(self, *, told_since: bool = False) -> Standing:
        """How it stands, as the rules take it. One between two tries holds the trouble of the last one."""
        return Standing(
            told_since=told_since,
            waits=self.state == State.QUEUED or (self.state == State.SENDING and bool(self.trouble)),
            in_hand=self.state == State.SENDING and not self.trouble,
            left=self.state == State.SENT,
            taken_back=self.state == State.WITHDRAWN,
            reached=self.reached_at is not None,
        )


class Reply(models.Model):
    """What somebody answered to a message. `words` are personal; `read_at` once an officer has read them."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="replies")
    words = models.TextField()
    provider_reference = models.CharField(max_length=100, unique=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]


class PushDevice(models.Model):
    """One device on which an officer gets alerts, until they stop it. `endpoint` is where the browser's push service
    takes them; `point` and `secret` are the keys by which only that device can read them."""

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="push_devices")
    name = models.CharField(max_length=60)
    endpoint = models.TextField()
    point = models.CharField(max_length=100)
    secret = models.CharField(max_length=40)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["endpoint"], condition=Q(ended_at=None), name="push_one_agreement_a_device")
        ]
        indexes = [models.Index(fields=["officer"], condition=Q(ended_at=None), name="push_devices_open")]

    @property
    def ref(self) -> str:
        return f"push_device:{self.pk}"


class Push(models.Model):
    """One alert to one device. The row is the queue. `about` is what it leads to once the officer signed in."""

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting to leave"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not sent: the push service did not take it"
        KEPT = "kept", "Not sent: no key is set"

    device = models.ForeignKey(PushDevice, models.PROTECT, related_name="pushes")
    occasion = models.CharField(max_length=10)
    about = models.CharField(max_length=100)
    news = models.CharField(max_length=310)
    reference = models.UUIDField(unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    asked_at = models.DateTimeField()
    try_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    trouble = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["device", "news"], name="push_nobody_told_twice")]
        indexes = [models.Index(fields=["try_at"], condition=Q(state="queued"), name="push_waiting")]

    @property
    def ref(self) -> str:
        return f"push:{self.pk}"

    @property
    def short(self) -> str:
        """The reference as the alert says it."""
        return str(self.reference)[:6].upper()
