"""What a victim needs, said and was offered: each kept as it was said, a later one beside it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.models.choosing import choices
from bluelamp.victims.models.thread import Victim
from bluelamp.victims.rules import before_trial
from bluelamp.victims.rules.explaining import Form
from bluelamp.victims.rules.information import Notice, View
from bluelamp.victims.rules.needs import Changed, Need, Topic
from bluelamp.victims.rules.statement import Reading
from bluelamp.victims.rules.views import About, Came


class Assessment(models.Model):
    """What they need, as asked once: `needs` is a list of topic, answer and words. A later one stands beside it."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="assessments")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    because = models.CharField(max_length=10, choices=choices(Changed))
    needs = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["victim", "-at"], name="assessments_newest")]

    def answers(self) -> tuple[Need, ...]:
        """The answers as the rule takes them."""
        return tuple(
            Need(topic=Topic(one["topic"]), answer=Answer(one["answer"]), words=one["words"]) for one in self.needs
        )


class TrialAssessment(models.Model):
    """What they need at the trial of one case, and what they ask of the court; asked for, never granted by us.

    `said` is a list of topic, answer and words. A later one stands beside it.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="trial_assessments")
    case = models.ForeignKey("cases.CaseFile", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    measures_answer = models.CharField(max_length=9, choices=choices(Answer))
    measures = ArrayField(models.CharField(max_length=20, choices=choices(before_trial.Measure)), default=list)
    said = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["victim", "-at"], name="trial_assessments_newest")]

    def answers(self) -> tuple[before_trial.Said, ...]:
        """The answers as the rule takes them."""
        return tuple(
            before_trial.Said(topic=before_trial.Topic(one["topic"]), answer=Answer(one["answer"]), words=one["words"])
            for one in self.said
        )

    def asked_for(self) -> str:
        """What they ask of the court, in words."""
        measures = [before_trial.Measure(one) for one in self.measures]
        return before_trial.asked_for(Answer(self.measures_answer), measures)


class Views(models.Model):
    """What came of asking a victim's views before a decision. `weighed_at`: when a decision was made on them.

    `bail`: the one whose conditions are to change, where it is about that.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="views")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    about = models.CharField(max_length=12, choices=choices(About))
    bail = models.ForeignKey("custody.Bail", models.PROTECT, null=True, blank=True, related_name="+")
    came = models.CharField(max_length=15, choices=choices(Came))
    words = models.TextField(blank=True)
    through = models.TextField(blank=True)
    weighed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["victim", "about", "-at"], name="views_newest")]


class RightsGiven(models.Model):
    """Rights explained once, in a language and form they understood."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="rights_given")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(max_length=12, choices=choices(Form))
    language = models.TextField()
    interpreter = models.TextField(blank=True)


class Statement(models.Model):
    """One version of the personal statement. The newest that was not taken back counts; all are kept."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="statements")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    reading = models.CharField(max_length=13, choices=choices(Reading), default=Reading.NOT_DECIDED.value)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    authorised = models.TextField(blank=True)
    with_adult = models.TextField(blank=True)
    served_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["victim", "version"], name="one_statement_a_version")]


class Referral(models.Model):
    """One referral to a support service, followed until somebody of it reached the victim."""

    class Answered(models.TextChoices):
        WAITING = "waiting", "No answer yet"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "The service cannot help"

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="referrals")
    service = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    consent = models.BooleanField(null=True)
    consent_words = models.TextField(blank=True)
    share = models.CharField(max_length=60, blank=True)
    answer = models.CharField(max_length=8, choices=Answered, default=Answered.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_words = models.TextField(blank=True)
    reached_at = models.DateTimeField(null=True, blank=True)
    reached_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["victim", "service"],
                condition=~Q(answer="declined"),
                name="one_referral_to_a_service",
            ),
            models.CheckConstraint(condition=Q(reached_at=None) | Q(answer="accepted"), name="reached_by_who_accepted"),
        ]


class InformationRequest(models.Model):
    """Information about a victim asked of somebody else: after a notice in writing to the victim, or why there is none.

    `view` is what the victim says of it; it is no consent.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="information_requests")
    holder = models.TextField()
    what = models.TextField()
    line = models.TextField()
    necessary = models.TextField()
    proportionate = models.TextField()
    counselling = models.BooleanField()
    counselling_why = models.TextField(blank=True)
    agreed_by = models.CharField(max_length=60, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    notice = models.CharField(max_length=12, choices=choices(Notice), blank=True)
    notice_at = models.DateTimeField(null=True, blank=True)
    notice_why_not = models.TextField(blank=True)
    view = models.CharField(max_length=12, choices=choices(View), blank=True)
    view_words = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(notice_at__isnull=False), name="information_asked_after_notice"
            )
        ]

    @property
    def ref(self) -> str:
        return f"information:{self.pk}"
