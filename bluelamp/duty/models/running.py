"""The day as it runs: people asked to mend a gap, swaps, calls out, hours owed, and the secret of a calendar feed."""

from django.db import models
from django.db.models import Q


class Ask(models.Model):
    """One officer asked to change their duty so that a gap is mended, and what they answered.

    `changes` is the whole repair: officer, day, shift before and after, of everyone it takes.
    """

    class State(models.TextChoices):
        ASKED = "asked", "Asked"
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Declined"
        APPLIED = "applied", "Applied"
        OVERTAKEN = "overtaken", "No longer needed"

    roster = models.ForeignKey("duty.Roster", models.PROTECT, related_name="asks")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="asked")
    unit = models.SlugField(max_length=40)
    words = models.CharField(max_length=200)
    cost = models.CharField(max_length=300)
    changes = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_by = models.CharField(max_length=60)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    @property
    def ref(self) -> str:
        return f"ask:{self.pk}"


class Swap(models.Model):
    """Two officers would swap a duty: offered, agreed by the other, and made once every rule allows it."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        MADE = "made", "Made"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    roster = models.ForeignKey("duty.Roster", models.PROTECT, related_name="swaps")
    giver = models.ForeignKey("access.Officer", models.PROTECT, related_name="swaps_offered")
    taker = models.ForeignKey("access.Officer", models.PROTECT, related_name="swaps_asked")
    gives = models.DateField()
    gives_shift = models.CharField(max_length=8)
    takes = models.DateField()
    takes_shift = models.CharField(max_length=8)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    offered_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(giver=models.F("taker")), name="a_swap_is_between_two"),
        ]

    @property
    def ref(self) -> str:
        return f"swap:{self.pk}"


class CallOut(models.Model):
    """The officer on call is called out: asked, acknowledged, or passed on to the next in line."""

    class State(models.TextChoices):
        CALLED = "called", "Called"
        COMING = "coming", "Coming"
        NO_ANSWER = "no_answer", "No answer"
        CANNOT = "cannot", "Cannot come"
        STOOD_DOWN = "stood_down", "Stood down"

    unit = models.SlugField(max_length=40)
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="called_out")
    why = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CALLED)
    called_at = models.DateTimeField()
    called_by = models.CharField(max_length=60)
    answered_at = models.DateTimeField(null=True, blank=True)
    follows = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="next")

    @property
    def ref(self) -> str:
        return f"callout:{self.pk}"


class DutyNotice(models.Model):
    """What an officer is told of their own duties: published, changed, asked. Read when they say so."""

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="duty_notices")
    words = models.CharField(max_length=300)
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["officer"], condition=Q(read_at=None), name="unread_by_officer")]


class FollowUp(models.Model):
    """Work that a special began and that goes on when their duty ends: somebody takes it over, or nothing is left (S7).

    `officer` holds it now; `what` names no person. `waits`: it must be passed on before the holder books off.
    """

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="follow_ups")
    record = models.CharField(max_length=60)
    what = models.CharField(max_length=200)
    begun_at = models.DateTimeField()
    waits = models.BooleanField(default=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["officer"], condition=Q(done_at=None), name="open_follow_ups")]

    @property
    def ref(self) -> str:
        return f"follow_up:{self.pk}"


class TimeEntry(models.Model):
    """One line of an officer's account of time: minutes of overtime or of time back, a rest day owed, a day on call."""

    class Kind(models.TextChoices):
        OVERTIME = "overtime", "Overtime, minutes at time and a half"
        TIME_BACK = "time_back", "Time back, minutes"
        REST_DAY = "rest_day", "Rest days owed"
        ON_CALL = "on_call", "Days on call"

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="time_entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    amount = models.IntegerField()
    day = models.DateField()
    because = models.CharField(max_length=300)
    source = models.CharField(max_length=200)
    record = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["officer", "kind", "day", "record"], name="one_time_entry_a_cause"),
        ]


class CalendarFeed(models.Model):
    """The secret address of an officer's duties; only its hash is kept. A new one ends the one before."""

    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="calendar_feeds")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["officer"], condition=Q(revoked_at=None), name="one_feed_an_officer")
        ]
